"""An audit of three reports, one of them good, one bad and one that could not be read."""

from __future__ import annotations

import pytest

from checker.audit.rows import Audit, ItemColumn, Row
from checker.audit.summary import Demand, survey
from checker.render.batch import Batch
from checker.results import ReportResult, Run

LETTERS = {"present": "p", "weak": "w", "missing": "m", "not_applicable": "n", "unverifiable": "u"}


def row_of(position: int, report: ReportResult, items: tuple[ItemColumn, ...]) -> Row:
    found = {item.id: LETTERS[item.status] for item in report.items}
    return Row(
        position=position,
        path=report.path,
        archive=None,
        member="",
        digest=report.digest,
        organ=report.organ,
        year=report.year,
        score=report.score,
        error=report.error.code if report.error else None,
        internal=False,
        statuses="".join(found.get(item.id, "n") for item in items) if report.items else "",
        accepted=0,
        confidence=min((item.confidence for item in report.items if item.level == "required"), default=1.0),
        seconds=2.5,
    )


@pytest.fixture
def batch(awkward_run: Run) -> Batch:
    items = tuple(ItemColumn(item.id, item.title, item.level) for item in awkward_run.reports[0].items)
    audit = Audit(1, "2024", awkward_run.tool_version, awkward_run.ruleset, items)
    rows = [row_of(number, report, items) for number, report in enumerate(awkward_run.reports)]
    return Batch(
        audit=audit,
        overview=survey(rows, items, Demand(group_by="year")),
        duplicates=(("d/副本.txt", "a/草稿 <1>.txt"),),
        unfinished=2,
        top=20,
        report=lambda position: awkward_run.reports[position],
        text=lambda position: "正文</script><script>alert(1)</script>" if position == 0 else None,
    )
