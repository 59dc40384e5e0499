"""The overlay in the docs does what the guide says of it: short, tested, clean, and it changes verdicts as meant."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final

import pytest

from checker.authoring.coverage import coverage
from checker.authoring.lint import lint
from checker.engine import check
from checker.readers import read_bytes
from checker.results import ItemResult
from checker.ruleset import load
from checker.ruleset.loading import inspect

_ROOT: Final = Path(__file__).parents[2]
_FILE: Final = _ROOT / "docs" / "examples" / "government-services" / "ruleset.yaml"
BASE: Final = "law-based-government"
OVERLAY: Final = str(_FILE.parent)

REPORT: Final = """\
某市政务服务管理局2024年法治政府建设年度报告

一、主要举措和成效
（一）优化法治化营商环境。压减申请材料212份，办结涉企投诉37件。
（二）推行阳光检查，按计划逐户上门，通报检查结果46条。
（三）发挥法律顾问和公职律师作用。

二、法治政府建设任务书
健全政务服务事项清单，开展窗口人员法治培训4期。
修订办事指南120份，每季度组织一次法治讲堂。
"""


@cache
def _verdicts(ruleset: str, report: str) -> dict[str, ItemResult]:
    return {item.id: item for item in check(read_bytes(report.encode(), "草稿.txt"), load(ruleset)).items}


def test_it_is_short() -> None:
    assert len(_FILE.read_text("utf-8").splitlines()) < 60


def test_its_examples_pass_and_those_of_the_base_with_them() -> None:
    trials, found = coverage(*inspect(OVERLAY))
    examples = [trial for trial in trials if not trial.promise.where[0].startswith(OVERLAY)]
    assert len([trial for trial in examples if trial.promise.kind == "item"]) == sum(
        len(item.examples) for item in load(BASE).items
    )
    assert [trial for trial in trials if not trial.passed] == []
    assert found.unused == ()


def test_lint_finds_nothing() -> None:
    assert lint(*inspect(OVERLAY)) == ()


def test_two_items_are_added() -> None:
    known = {item.id for item in load(BASE).items}
    assert [item.id for item in load(OVERLAY).items if item.id not in known] == [
        "business_environment",
        "legal_advisers",
    ]
    found = _verdicts(OVERLAY, REPORT)
    assert found["business_environment"].status == "present"
    assert (found["legal_advisers"].status, found["legal_advisers"].reasons[0].code) == ("weak", "bare-mention")


def test_one_is_renamed_and_goes_by_the_new_name() -> None:
    item = load(OVERLAY).item("enforcement_disclosure")
    assert item is not None
    assert item.title.zh == "行政执法和行政检查公示"
    assert _verdicts(BASE, REPORT)["enforcement_disclosure"].status == "missing"
    assert _verdicts(OVERLAY, REPORT)["enforcement_disclosure"].status == "present"


def test_one_is_optional() -> None:
    before, after = (_verdicts(name, REPORT)["legal_review"] for name in (BASE, OVERLAY))
    assert (before.level, before.status) == ("required", "missing")
    assert (after.level, after.status) == ("recommended", "missing")


def test_one_heading_is_read_in_another_way() -> None:
    before, after = (_verdicts(name, REPORT)["next_year_plan"].status for name in (BASE, OVERLAY))
    assert (before, after) == ("missing", "present")


@pytest.mark.parametrize("name", ["a01.txt", "b01.txt"])
def test_everything_else_is_as_it_was(name: str) -> None:
    report = (_ROOT / "fixtures" / "reports" / name).read_text("utf-8")
    before, after = _verdicts(BASE, report), _verdicts(OVERLAY, report)
    same = before.keys() - {"legal_review"}
    assert {item: (after[item].status, after[item].evidence) for item in same} == {
        item: (before[item].status, before[item].evidence) for item in same
    }
