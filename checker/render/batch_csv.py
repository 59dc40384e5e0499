"""An audit as a table for any spreadsheet: a row for each report, a column for each item."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from typing import Final

from checker.render import escape
from checker.render.batch import Batch
from checker.render.batch_words import choosing
from checker.render.wording import accepted_mark, ruleset_name, words
from checker.results import ReportResult

# Without it Excel takes Chinese for another encoding.
_BOM: Final = "\ufeff".encode()


def table(batch: Batch, lang: str) -> Iterator[bytes]:
    """The reports in the order of the inputs."""
    tell = words(lang)
    names = ("path", "organ", "year", "title", "verdict", "score")
    items = [count.item for count in batch.overview.items]
    titles = [item.title.pick(lang) for item in items]
    chosen = [tell("column-ruleset")] if choosing(batch) else []
    yield _BOM + _line([*(tell(f"column-{name}") for name in names), *titles, tell("column-error"), *chosen])
    for report in batch.in_order():
        statuses = {
            item.id: tell(f"status-{item.status}") + escape.one_line(accepted_mark(item.accepted, tell))
            for item in report.items
        }
        yield _line(
            [
                *_facts(report),
                tell(f"verdict-{report.verdict}"),
                report.score if report.items else "",
                *(statuses.get(item.id, "") for item in items),
                report.error.message.pick(lang) if report.error else "",
                *([ruleset_name(report.ruleset, lang, tell) if report.ruleset else ""] if chosen else ()),
            ]
        )


def _facts(report: ReportResult) -> Iterator[object]:
    for text in (report.path, report.organ or ""):
        yield escape.spreadsheet(text)
    yield "" if report.year is None else report.year
    yield escape.spreadsheet(report.title or "")


def _line(values: Iterable[object]) -> bytes:
    out = io.StringIO()
    csv.writer(out).writerow(values)
    return out.getvalue().encode("utf-8", "replace")
