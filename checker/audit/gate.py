"""When a report falls short, and what that means for the exit code."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING, Final, Literal

from checker import errors

if TYPE_CHECKING:
    from checker.results import ItemResult, ReportResult, Status, Verdict

FailOn = Literal["missing", "weak", "never"]
FAIL_ON: Final[tuple[FailOn, ...]] = ("missing", "weak", "never")

INTERNAL: Final = "internal-error"
"""Code of the error of a report on which the tool itself failed."""

# What could not be verified is not in order: the stricter gate does not let it pass.
_SHORT: Final[dict[FailOn, frozenset[Status]]] = {
    "missing": frozenset({"missing"}),
    "weak": frozenset({"missing", "weak", "unverifiable"}),
    "never": frozenset(),
}


def judge(reports: Iterable[ReportResult], fail_on: FailOn, min_score: int | None) -> tuple[ReportResult, ...]:
    """`reports` with the verdict that the user's demands give them; every format then shows the same."""
    return tuple(_judge(report, fail_on, min_score) for report in reports)


def _judge(report: ReportResult, fail_on: FailOn, min_score: int | None) -> ReportResult:
    if report.error:
        return report
    items = tuple(item._replace(fails=_fails(item, fail_on)) for item in report.items)
    fails = any(item.fails for item in items) or _too_low(report.score, min_score)
    return report._replace(verdict="fail" if fails else "pass", items=items)


def _fails(item: ItemResult, fail_on: FailOn) -> bool:
    return item.level == "required" and item.status in _SHORT[fail_on] and item.accepted is None


def _too_low(score: int, min_score: int | None) -> bool:
    return min_score is not None and score < min_score


def verdict(required: Iterable[Status], score: int, fail_on: FailOn, min_score: int | None) -> Verdict:
    """The verdict on a report that could be checked, where all that is known is the statuses of its required items."""
    short = not _SHORT[fail_on].isdisjoint(required)
    return "fail" if short or _too_low(score, min_score) else "pass"


def exit_code(reports: Iterable[ReportResult]) -> int:
    """The exit code of a run: the gravest thing that happened."""
    reports = tuple(reports)
    return gravest({report.verdict for report in reports}, internal=any(map(is_internal, reports)))


def gravest(verdicts: Collection[Verdict], *, internal: bool) -> int:
    """The exit code for verdicts that occurred; `internal`: the tool itself failed on a report."""
    if internal:
        return errors.EXIT_INTERNAL
    if "error" in verdicts:
        return errors.EXIT_UNREADABLE
    return errors.EXIT_SHORTFALL if "fail" in verdicts else errors.EXIT_OK


def count_accepted(report: ReportResult) -> int:
    """How many items and findings of the report are accepted as they are."""
    items = sum(item.accepted is not None for item in report.items)
    return items + sum(finding.accepted is not None for finding in report.findings)


def is_internal(report: ReportResult) -> bool:
    """Whether the tool itself failed on the report or on an item of it: that must not look like a clean report."""
    if report.error and report.error.code == INTERNAL:
        return True
    return any(reason.code == INTERNAL for item in report.items for reason in item.reasons)
