"""An audit as a workbook that an office can send on."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from checker.errors import UsageError
from checker.render import cells
from checker.render.batch_copies import likeness, quoted, side_name
from checker.render.batch_words import choosing
from checker.render.batch_xlsx_look import look
from checker.render.batch_xlsx_summary import fill_summary
from checker.render.escape import one_line, spreadsheet
from checker.render.wording import SHORT, accepted_mark, place, ruleset_name, why, words

if TYPE_CHECKING:
    from checker.audit.copied import Copies
    from checker.render.batch import Batch
    from checker.render.wording import Words
    from checker.results import ItemResult, ReportResult

_LONGEST: Final = 2_000
"""Characters of a cell; a spreadsheet holds no more than 32,767, a reader much less."""
_A3: Final = 8
"""Number of the paper size."""
_A4: Final = 9
_LINE: Final = 14
"""Points."""
_TALLEST: Final = 400
"""Points; a row cannot be much higher."""
_FIXED: Final = 6
"""Columns of the matrix before the items."""
_COMMENTED: Final = 3_000
"""Reports whose cells carry comments: each comment is a drawing, and a workbook with too many opens slowly."""

_LINKED: Final = 60_000
"""Cells with links; a sheet may hold 65,530."""
_ROWS: Final = 1_048_576


def workbook(batch: Batch, lang: str) -> Iterator[bytes]:
    """The workbook: summary, matrix, details, remarks, and what could not be checked."""
    try:
        import xlsxwriter
    except ImportError as error:
        raise UsageError("xlsx-not-installed") from error
    out = io.BytesIO()
    options = {"in_memory": False, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(out, options)
    # The same results give the same bytes.
    book.set_properties({"created": _epoch(), "title": words(lang)("audit-title")})
    _Book(book, batch, lang).fill()
    book.close()
    yield out.getvalue()


def _epoch() -> Any:
    from datetime import UTC, datetime

    return datetime(2000, 1, 1, tzinfo=UTC)


class _Column(NamedTuple):
    title: str
    width: float


class _Book:
    """The sheets, filled one after the other; the reports are gone through once."""

    def __init__(self, book: Any, batch: Batch, lang: str) -> None:
        self.book, self.batch, self.lang = book, batch, lang
        self.tell: Words = words(lang)
        self.look = look(book)
        names = ["summary", "matrix", "evidence", "findings", "errors", *(["copies"] if batch.copies else [])]
        self.sheets = {name: book.add_worksheet(self.tell(f"sheet-{name}")) for name in names}
        for name, sheet in self.sheets.items():
            sheet.set_landscape()
            # What is wide would be too small to read on the paper of a letter.
            sheet.set_paper(_A4 if name in ("summary", "errors") else _A3)
            sheet.fit_to_pages(1, 0)
            sheet.set_footer("&C&P / &N")
        self.rows = dict.fromkeys(names, 1)

    def fill(self) -> None:
        """Writes everything."""
        self._heads()
        for number, one in enumerate(self.batch.overview.ranking):
            report = self.batch.report(one.position)
            if report.error and not report.items:
                self._error(report)
            else:
                self._details(report, self._matrix_row(report, one.missing), commented=number < _COMMENTED)
                self._remarks(report)
        for path, first in self.batch.duplicates:
            self._put("errors", [path, self.tell("same-as", path=one_line(first))])
        if self.batch.copies:
            self._copies(self.batch.copies)
        for name in self.columns:
            self._finish(name)
        fill_summary(self.sheets["summary"], self.batch, self.lang, self.look)
        self.sheets["summary"].activate()

    # Sheets with a head

    def _columns(self) -> dict[str, list[_Column]]:
        tell = self.tell
        items = [_Column(count.item.title.pick(self.lang), 14) for count in self.batch.overview.items]
        ranking = self.batch.overview.ranking
        path = _width((one.path for one in ranking), 12, 36)
        organ = _width((one.organ or "" for one in ranking), 12, 30)
        matrix = [("verdict", 10), ("score", 8), ("organ", organ), ("year", 8), ("missing", 8), ("path", path)]
        evidence = [
            ("path", path),
            ("item", 22),
            ("status", 8),
            ("reason", 34),
            ("quote", 46),
            ("place", 22),
            ("suggestion", 36),
        ]
        findings = [("path", path), ("severity", 8), ("finding", 50), ("quote", 46), ("place", 22)]
        named = {"matrix": matrix, "evidence": evidence, "findings": findings, "errors": [("path", 40), ("error", 90)]}
        if self.batch.copies:
            sides, texts = [("left", 30), ("right", 30)], [("left_text", 50), ("right_text", 50)]
            named["copies"] = [*sides, ("similarity", 12), *texts, ("common", 10), ("common_share", 10)]
        columns = {
            name: [_Column(tell(f"column-{key}"), width) for key, width in pairs] for name, pairs in named.items()
        }
        columns["matrix"] += items
        if choosing(self.batch):
            columns["matrix"].append(_Column(tell("column-ruleset"), 36))
        return columns

    def _heads(self) -> None:
        self.columns = self._columns()
        for name, columns in self.columns.items():
            sheet = self.sheets[name]
            for at, column in enumerate(columns):
                sheet.write_string(0, at, column.title, self.look.head)
                sheet.set_column(at, at, column.width)
            sheet.repeat_rows(0)
        widest = max((cells.width(count.item.title.pick(self.lang)) for count in self.batch.overview.items), default=12)
        # Titles of items take as many lines as a column of 14 cells makes them.
        self.sheets["matrix"].set_row(0, 15 * max(2, -(-widest // 12)))
        self.sheets["matrix"].freeze_panes(1, 3)
        for name in self.columns:
            if name != "matrix":
                self.sheets[name].freeze_panes(1, 1)

    def _finish(self, name: str) -> None:
        last = max(self.rows[name] - 1, 1)
        self.sheets[name].autofilter(0, 0, last, len(self.columns[name]) - 1)

    def _put(self, name: str, texts: Sequence[str]) -> int:
        row = self.rows[name]
        if row == _ROWS:  # the sheet is full; a batch of that size is read from its store
            return row
        sheet, written = self.sheets[name], [_cell(text) for text in texts]
        # Not every program makes rows as high as their text when it opens a workbook.
        lines = max(map(_lines, written, self.columns[name]))
        sheet.set_row(row, min(_LINE * lines + 2, _TALLEST))
        for at, text in enumerate(written):
            sheet.write_string(row, at, text, self.look.wrapped)
        self.rows[name] += 1
        return row

    def _matrix_row(self, report: ReportResult, missing: int) -> int:
        sheet, row, tell = self.sheets["matrix"], self.rows["matrix"], self.tell
        self.rows["matrix"] += 1
        sheet.write_string(row, 0, tell(f"verdict-{report.verdict}"), self.look.coloured[report.verdict])
        sheet.write_number(row, 1, report.score, self.look.middle)
        sheet.write_string(row, 2, _cell(report.organ or ""), self.look.plain)
        if report.year is not None:
            sheet.write_number(row, 3, report.year, self.look.middle)
        sheet.write_number(row, 4, missing, self.look.middle)
        sheet.write_string(row, 5, _cell(report.path), self.look.plain)
        if choosing(self.batch) and report.ruleset:
            named = ruleset_name(report.ruleset, self.lang, tell)
            sheet.write_string(row, len(self.columns["matrix"]) - 1, _cell(named), self.look.plain)
        return row

    def _details(self, report: ReportResult, row: int, *, commented: bool) -> None:
        sheet, tell = self.sheets["matrix"], self.tell
        for at, item in enumerate(report.items, _FIXED):
            status = tell(f"status-{item.status}")
            if item.status in SHORT and self.rows["evidence"] < _LINKED:
                target = self._put("evidence", self._detail(report, item))
                # A link keeps the look of its cell; the words are the status.
                url = f"internal:'{tell('sheet-evidence')}'!A{target + 1}"
                sheet.write_url(row, at, url, self.look.coloured[item.status], status)
            else:
                sheet.write_string(row, at, status, self.look.coloured[item.status])
                if item.status in SHORT:
                    self._put("evidence", self._detail(report, item))
            note = self._note(report, item)
            if note and commented:
                sheet.write_comment(
                    row, at, note, {"x_scale": 2.4, "y_scale": 1.6, "font_size": 9, "author": "checker"}
                )

    def _detail(self, report: ReportResult, item: ItemResult) -> list[str]:
        best = item.evidence[0] if item.evidence else None
        reason = why(item, self.lang)
        where = place(best, report.media_type, self.tell) if best else ""
        advice = item.suggestion.pick(self.lang) if item.suggestion else ""
        title = item.title.pick(self.lang)
        return [
            report.path,
            title,
            self.tell(f"status-{item.status}") + accepted_mark(item.accepted, self.tell),
            reason,
            best.text if best else "",
            where,
            advice,
        ]

    def _note(self, report: ReportResult, item: ItemResult) -> str:
        lines = [why(item, self.lang)]
        for evidence in item.evidence[:1]:
            lines.append(self.tell("quoted", quote=one_line(evidence.text)[:200]))
            lines.append(place(evidence, report.media_type, self.tell))
        return "\n".join(line for line in lines if line)

    def _remarks(self, report: ReportResult) -> None:
        for finding in report.findings:
            best = finding.evidence[0] if finding.evidence else None
            where = place(best, report.media_type, self.tell) if best else ""
            severity = self.tell(f"severity-{finding.severity}")
            message = finding.message.pick(self.lang)
            self._put("findings", [report.path, severity, message, best.text if best else "", where])

    def _copies(self, copies: Copies) -> None:
        """A row for each passage; the pairs stand in their order."""
        tell = self.tell
        for pair in copies.pairs:
            left, right = side_name(pair.left, tell), side_name(pair.right, tell, earlier=pair.earlier)
            for passage in pair.passages:
                texts = (quoted(passage.left), quoted(passage.right))
                shown = [tell("copies-no-text") if text is None else text for text in texts]
                counts = (str(pair.characters), f"{pair.share}%")
                self._put("copies", [left, right, likeness(passage, tell), *shown, *counts])

    def _error(self, report: ReportResult) -> None:
        self._put("errors", [report.path, report.error.message.pick(self.lang) if report.error else ""])


def _width(texts: Iterable[str], least: int, most: int) -> int:
    """Of a column that holds `texts`, in cells."""
    return min(most, max(least, *map(cells.width, texts), 0) + 2)


def _lines(text: str, column: _Column) -> int:
    """How many a text takes in a column, at the most."""
    return sum(-(-cells.width(line) // int(column.width - 2)) or 1 for line in text.split("\n"))


def _cell(text: str) -> str:
    # Text of a workbook is never taken for a formula: it is written as a string. But a string is copied into tables
    # that may be, and control characters make the file unreadable.
    line = spreadsheet(text)
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"
