"""The folder `tests` beside a ruleset: whole sample reports with what they must get, and short cases."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.authoring.bench import Trial, try_all
from checker.errors import Problem, RulesetError
from checker.ruleset import load
from checker.ruleset.loading import inspect
from tests.authoring.test_examples import SLIPS
from tests.ruleset.conftest import Folder

REPORT = """\
---
expect:
  notices: {status: weak, reason: planned-only}
---
# 柳岸镇2024年度村务工作报告

## 一、主要工作

全年植树3600棵，整修沟渠12公里。

## 二、下一步工作打算

推行张贴公示制度。
"""


def _beside(folder: Folder, **files: str) -> None:
    tests = folder.path / "tests"
    tests.mkdir(exist_ok=True)
    for name, text in files.items():
        (tests / name.replace("_", ".")).write_text(text, "utf-8")


def _trials(folder: Folder) -> tuple[Trial, ...]:
    """Those of the files beside the ruleset; the rules have one example."""
    return try_all(*inspect(str(folder.path)))[1:]


def _problems(folder: Folder) -> tuple[Problem, ...]:
    with pytest.raises(RulesetError) as caught:
        _trials(folder)
    assert caught.value.exit_code == 2
    return caught.value.problems


def test_a_report_that_gets_what_is_expected(folder: Folder) -> None:
    _beside(folder, a_md=REPORT)
    (trial,) = _trials(folder)
    assert (trial.got, trial.passed) == (("weak", "planned-only"), True)
    assert trial.promise.where == (str(folder.path / "tests" / "a.md"), 3, 3)


def test_a_report_that_gets_something_else(folder: Folder) -> None:
    _beside(folder, a_md=REPORT.replace("植树3600棵", "村务公示36张"))
    (trial,) = _trials(folder)
    assert (trial.got, trial.passed) == (("present", ""), False)


@pytest.mark.parametrize(("expected", "passed"), [("weak", True), ("present", False)])
def test_a_status_alone_leaves_the_reason_open(folder: Folder, expected: str, passed: bool) -> None:
    _beside(folder, a_md=REPORT.replace("{status: weak, reason: planned-only}", expected))
    (trial,) = _trials(folder)
    assert trial.passed == passed


def test_only_what_is_listed_is_judged(folder: Folder) -> None:
    _beside(folder, a_md=REPORT.replace("expect:\n  notices: {status: weak, reason: planned-only}", "expect: {}"))
    assert _trials(folder) == ()


def test_a_report_may_be_expected_to_be_remarked_on(folder: Folder) -> None:
    folder.main.write_text(folder.main.read_text("utf-8") + SLIPS, "utf-8")
    report = REPORT.replace("{status: weak, reason: planned-only}", "weak\n  slips: wrong")
    _beside(folder, a_md=report, b_md=report.replace("整修", "布署整修"), c_md=report.replace("wrong", "none"))
    assert [trial.passed for trial in _trials(folder) if trial.promise.id == "slips"][2:] == [False, True, True]


def test_faults_of_reports_have_their_place_and_a_suggestion(folder: Folder) -> None:
    wrong = REPORT.replace(
        "  notices: {status: weak, reason: planned-only}",
        "  notice: weak\n  notices: {status: week, reson: planned-only}",
    )
    _beside(folder, a_md=wrong, b_md=REPORT.replace("planned-only", "planed-only"), c_md=REPORT[4:])
    found = [(Path(p.path).name, p.line, p.key, p.hint) for p in _problems(folder)]
    assert found == [
        ("a.md", 3, "ruleset-bad-choice", "notices"),
        ("a.md", 4, "ruleset-bad-choice", "weak"),
        ("a.md", 4, "ruleset-unknown-key", "reason"),
        ("b.md", 3, "ruleset-bad-choice", "planned-only"),
        ("c.md", 1, "sample-without-expect", ""),
    ]


CASES = """\
items:
  notices:
    - {text: 推行张贴公示制度。, status: weak, reason: planned-only, zone: plan}
headings:
  plan: [二、下一步工作打算]
  shortcomings plan: [三、存在的不足和下一步打算]
  none: [四、附则]
sentences:
  account: [全年植树3600棵。]
  account plan: [全年植树3600棵，整修沟渠12公里，下一步再植树200棵。]
furniture: [浏览次数：126, "【打印】【关闭】"]
"""


def test_short_cases(folder: Folder) -> None:
    _beside(folder, cases_yaml=CASES)
    trials = _trials(folder)
    assert [trial.promise.kind for trial in trials] == ["item"] + 3 * ["heading"] + 2 * ["sentence"] + 2 * ["furniture"]
    assert [trial for trial in trials if not trial.passed] == []


def test_short_cases_that_come_out_otherwise(folder: Folder) -> None:
    wrong = CASES.replace("zone: plan", "zone: account").replace("  plan: [二", "  shortcomings: [二")
    wrong = wrong.replace("  account: [", "  plan: [").replace("浏览次数：126", "全年植树3600棵。")
    _beside(folder, cases_yaml=wrong)
    assert [trial.got for trial in _trials(folder) if not trial.passed] == [
        ("weak", "bare-mention"),
        ("plan",),
        ("account",),
        (),
    ]


@pytest.mark.parametrize(
    ("old", "new", "line", "key", "hint"),
    [
        ("items:", "item:", 1, "ruleset-unknown-key", "items"),
        ("notices:", "notice:", 2, "ruleset-bad-choice", "notices"),
        ("zone: plan", "zone: plans", 3, "ruleset-bad-choice", "plan"),
        ("text: ", "tekst: ", 3, "ruleset-missing-key", ""),
        ("  plan: [二", "  plans: [二", 5, "ruleset-bad-choice", "plan"),
        ("[四、附则]", "四、附则", 7, "ruleset-bad-value", ""),
        ("全年植树3600棵。]", "2024]", 9, "ruleset-bad-value", ""),
        ("items:", "items: [", 3, "ruleset-yaml", ""),
    ],
)
def test_faults_of_short_cases(folder: Folder, old: str, new: str, line: int, key: str, hint: str) -> None:
    _beside(folder, cases_yaml=CASES.replace(old, new, 1))
    assert (line, key, hint) in [(p.line, p.key, p.hint) for p in _problems(folder)]


def test_the_tests_are_no_part_of_the_ruleset(folder: Folder) -> None:
    before = load(str(folder.path))
    _beside(folder, a_md=REPORT, cases_yaml=CASES)
    assert load(str(folder.path)) == before


def test_the_tests_of_a_base_are_its_own(folder: Folder) -> None:
    _beside(folder, cases_yaml=CASES)
    own = folder.path.parent / "bureau" / "ruleset.yaml"
    own.parent.mkdir()
    folder.path.rename(own.parent / "base")
    own.write_text('schema: 1\nid: bureau\nversion: "2026.1"\nextends: base\n', "utf-8")
    assert [trial.promise.kind for trial in try_all(*inspect(str(own)))] == ["item"]
