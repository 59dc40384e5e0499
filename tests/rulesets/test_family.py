"""The family on the national base: clean, chosen as it says, and without a word in what the base itself decides."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest

from checker.authoring.bench import try_all
from checker.authoring.coverage import coverage
from checker.authoring.lint import lint
from checker.engine import check
from checker.readers import read_bytes
from checker.results import ItemResult, ReportResult
from checker.ruleset import load
from checker.ruleset.choice import family
from checker.ruleset.loading import inspect
from checker.ruleset.model import Ruleset

BASE = "law-based-government"
MEMBERS = [f"{BASE}/{name}" for name in ("outline-2021", "2025", "emergency-management", "town")]
REPORTS = sorted(
    path
    for folder in ("reports", "dev")
    for path in (Path(__file__).parents[2] / "fixtures" / folder).iterdir()
    if path.suffix != ".jsonl"
)

BODY = """
一、主要举措和成效
（一）全年组织执法培训6期，参训480人次。推行“扫码入企”，涉企检查下降33%。
二、存在的不足和原因
执法力量不足，主要原因是编制偏少。
三、下一年度安排
组织12名干部参加执法资格考试，6月底前完成。
"""


@cache
def _ruleset(name: str) -> Ruleset:
    return load(name)


@cache
def _family() -> Ruleset:
    return family()


def _judged(title: str, body: str = BODY, **given: Any) -> ReportResult:
    return check(read_bytes((title + "\n" + body).encode(), "a.txt"), _family(), **given)


def _chosen(result: ReportResult) -> str:
    assert result.ruleset is not None
    return result.ruleset.id


def _item(result: ReportResult, wanted: str) -> ItemResult:
    return next(item for item in result.items if item.id == wanted)


@pytest.mark.parametrize("name", MEMBERS)
def test_members_are_clean_and_keep_their_promises(name: str) -> None:
    ruleset, piece = inspect(name)
    assert lint(ruleset, piece) == ()
    assert [trial.case.text for trial in try_all(ruleset, piece) if not trial.passed] == []


@pytest.mark.parametrize("name", MEMBERS)
def test_members_are_exercised(name: str) -> None:
    _, found = coverage(*inspect(name))
    assert found.unshown == ()
    assert found.per_mille >= 950


@pytest.mark.parametrize("name", MEMBERS)
def test_members_add_nothing_that_must_be_there(name: str) -> None:
    base = {item.id for item in _ruleset(BASE).items}
    own = [item for item in _ruleset(name).items if item.id not in base]
    assert base <= {item.id for item in _ruleset(name).items}
    assert own
    assert {item.level for item in own} == {"recommended"}


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.name)
def test_the_base_s_own_verdicts_stand(path: Path) -> None:
    data = path.read_bytes()
    base = check(read_bytes(data, path.name), _ruleset(BASE))
    wanted = {item.id: item for item in base.items}
    for name in MEMBERS:
        result = check(read_bytes(data, path.name), _ruleset(name))
        assert {item.id: item for item in result.items if item.id in wanted} == wanted, name
        assert (result.score, result.verdict, result.findings) == (base.score, base.verdict, base.findings), name


@pytest.mark.parametrize(
    ("title", "chosen"),
    [
        ("清源县应急管理局2025年度法治政府建设年度报告", "emergency-management"),
        ("清源县应急管理局2023年度法治政府建设年度报告", "emergency-management"),
        ("清源县应急管理局2020年度法治政府建设年度报告", None),
        ("清源县白杨镇人民政府2025年度法治政府建设年度报告", "town"),
        ("清源县白杨镇人民政府2022年度法治政府建设年度报告", "town"),
        ("清源县水利局2025年度法治政府建设年度报告", "2025"),
        # Neither a town (乡) nor an emergency bureau by what stands within the name.
        ("清源县住房和城乡建设局2025年度法治政府建设年度报告", "2025"),
        ("清源县消防救援大队2025年度法治政府建设年度报告", "2025"),
        ("清源县水利局2026年度法治政府建设年度报告", "2025"),
        ("清源县水利局2024年度法治政府建设年度报告", "outline-2021"),
        ("清源县人民政府2021年度法治政府建设年度报告", "outline-2021"),
        ("清源县水利局2020年度法治政府建设年度报告", None),
        ("法治政府建设年度报告", None),
    ],
)
def test_a_ruleset_is_chosen_for_each_report(title: str, chosen: str | None) -> None:
    assert _chosen(_judged(title)) == (f"{BASE}/{chosen}" if chosen else BASE)


def test_what_the_user_says_chooses_too() -> None:
    title = "法治政府建设年度报告"
    assert _chosen(_judged(title, year=2025)) == f"{BASE}/2025"
    assert _chosen(_judged(title, year=2025, organ_type="town")) == f"{BASE}/town"


def test_topics_of_later_years_do_not_apply_to_earlier_reports() -> None:
    emergency = "清源县应急管理局{}年度法治政府建设年度报告"
    earlier, later = (_judged(emergency.format(year)) for year in (2023, 2025))
    assert _item(earlier, "scan_to_inspect").status == "not_applicable"
    assert [reason.code for reason in _item(earlier, "scan_to_inspect").reasons] == ["other-year"]
    assert _item(later, "scan_to_inspect").status == "present"
    assert _item(later, "enforcement_supervision_regulation").status == "not_applicable"
    assert _item(_judged(emergency.format(2026)), "enforcement_supervision_regulation").status == "missing"


def test_emergencies_are_asked_of_governments_towns_and_emergency_bureaus() -> None:
    found = {
        organ: _item(_judged(f"清源县{organ}2024年度法治政府建设年度报告"), "emergency_response").status
        for organ in ("人民政府", "白杨镇人民政府", "应急管理局", "档案局")
    }
    assert found == {
        "人民政府": "missing",
        "白杨镇人民政府": "missing",
        "应急管理局": "missing",
        "档案局": "not_applicable",
    }


def test_who_cannot_enforce_owes_nothing_on_inspections() -> None:
    powerless = BODY.replace("推行“扫码入企”，涉企检查下降33%。", "我局无行政执法权。")
    result = _judged("清源县档案局2025年度法治政府建设年度报告", powerless)
    for wanted in ("enterprise_inspections", "scan_to_inspect"):
        assert _item(result, wanted).status == "not_applicable"
        assert [reason.code for reason in _item(result, wanted).reasons] == ["no-enforcement-power"]


def test_business_of_an_emergency_bureau_is_no_rule_of_law() -> None:
    business = """
一、主要举措和成效
（一）健全应急体系。组织应急演练36次，出动救援人员1200人次，储备物资3600件。
（二）强化法治宣传。开展安全宣传五进活动36场，发放安全知识手册3600份。
"""
    bureau = _judged("清源县应急管理局2024年度法治政府建设年度报告", business)
    assert {wanted: _item(bureau, wanted).status for wanted in ("emergency_response", "law_popularisation")} == {
        "emergency_response": "weak",
        "law_popularisation": "weak",
    }
    assert _item(bureau, "safety_enforcement").status == "missing"


def test_towns_are_asked_what_towns_do() -> None:
    asked = {item.id for item in _judged("清源县白杨镇人民政府2025年度法治政府建设年度报告").items}
    assert {"delegated_enforcement", "peoples_mediation", "village_legal_advisers", "town_legality_review"} <= asked
    assert not {"discretion_standards", "digital_government", "outline_final_review"} & asked
