"""Verdicts and exit codes."""

from __future__ import annotations

import pytest

from checker.audit.gate import FailOn, exit_code, judge
from checker.results import Failure, ReportResult, Run
from checker.text import Text


def _weak_only(run: Run) -> ReportResult:
    report = run.reports[0]
    return report._replace(items=tuple(item for item in report.items if item.status in ("weak", "present")))


@pytest.mark.parametrize(
    ("fail_on", "verdicts"),
    [("missing", ["fail", "pass", "error"]), ("weak", ["fail", "pass", "error"]), ("never", ["pass", "pass", "error"])],
)
def test_gate(awkward_run: Run, fail_on: FailOn, verdicts: list[str]) -> None:
    assert [report.verdict for report in judge(awkward_run.reports, fail_on, None)] == verdicts


def test_a_weak_required_item_fails_only_the_stricter_gate(awkward_run: Run) -> None:
    report = _weak_only(awkward_run)
    assert judge([report], "missing", None)[0].verdict == "pass"
    assert judge([report], "weak", None)[0].verdict == "fail"


def test_a_recommended_item_fails_no_gate(awkward_run: Run) -> None:
    report = awkward_run.reports[0]
    items = tuple(item._replace(status="missing") for item in report.items if item.level == "recommended")
    assert judge([report._replace(items=items)], "weak", None)[0].verdict == "pass"


def test_a_score_below_the_least_fails_even_where_items_never_do(awkward_run: Run) -> None:
    report = awkward_run.reports[0]
    assert judge([report], "never", report.score)[0].verdict == "pass"
    assert judge([report], "never", report.score + 1)[0].verdict == "fail"


def test_the_gravest_thing_gives_the_exit_code(awkward_run: Run) -> None:
    bad, good, unread = awkward_run.reports
    broken = unread._replace(error=Failure("internal-error", Text("内部错误。", "Internal error.")))
    assert exit_code([good]) == 0
    assert exit_code([]) == 0
    assert exit_code([good, bad]) == 1
    assert exit_code([good, bad, unread]) == 3
    assert exit_code([broken, bad, unread]) == 4
