"""An audit as a workbook that an office can send on."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from checker.errors import UsageError
from checker.render import cells
from checker.render.batch_words import bin_name, group_name, share
from checker.render.escape import one_line
from checker.render.wording import SHORT, place, ruleset_name, words

if TYPE_CHECKING:
    from checker.render.batch import Batch
    from checker.render.wording import Words
    from checker.results import ItemResult, ReportResult

# Fill and text of a status, to be told apart in grey print too: the words stand in the cell.
_COLOURS: Final = {
    "present": ("#E2F0D9", "#274E13"),
    "weak": ("#FFF2CC", "#7F6000"),
    "missing": ("#F8CBAD", "#842F0E"),
    "not_applicable": ("#EDEDED", "#595959"),
    "unverifiable": ("#DDEBF7", "#1F4E79"),
    "pass": ("#E2F0D9", "#274E13"),
    "fail": ("#F8CBAD", "#842F0E"),
    "error": ("#DDEBF7", "#1F4E79"),
}
_FONT: Final = "微软雅黑"
_LONGEST: Final = 2_000
"""Characters of a cell; a spreadsheet holds no more than 32,767, a reader much less."""
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
        base = {"font_name": _FONT, "font_size": 10, "valign": "top"}
        self.plain = book.add_format(base)
        self.wrapped = book.add_format({**base, "text_wrap": True})
        self.head = book.add_format(
            {
                **base,
                "bold": True,
                "bg_color": "#1F4E79",
                "font_color": "#FFFFFF",
                "text_wrap": True,
                "valign": "vcenter",
                "border": 1,
                "border_color": "#9DB7D5",
            }
        )
        self.title = book.add_format({**base, "bold": True, "font_size": 16})
        self.strong = book.add_format({**base, "bold": True})
        self.middle = book.add_format({**base, "align": "center"})
        self.percent = book.add_format({**base, "num_format": "0%"})
        self.mean = book.add_format({**base, "num_format": "0.0", "align": "left"})
        self.link = book.add_format({**base, "font_color": "#1F4E79", "underline": 1})
        self.coloured = {
            name: book.add_format(
                {
                    **base,
                    "bg_color": fill,
                    "font_color": text,
                    "align": "center",
                    "border": 1,
                    "border_color": "#FFFFFF",
                }
            )
            for name, (fill, text) in _COLOURS.items()
        }
        names = ("summary", "matrix", "evidence", "findings", "errors")
        self.sheets = {name: book.add_worksheet(self.tell(f"sheet-{name}")) for name in names}
        for sheet in self.sheets.values():
            sheet.set_landscape()
            sheet.set_paper(9)
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
        for name in ("matrix", "evidence", "findings", "errors"):
            self._finish(name)
        self._summary()

    # Sheets with a head

    def _columns(self) -> dict[str, list[_Column]]:
        tell = self.tell
        items = [_Column(count.item.title.pick(self.lang), 14) for count in self.batch.overview.items]
        matrix = [("verdict", 10), ("score", 8), ("organ", 28), ("year", 8), ("missing", 8), ("path", 36)]
        evidence = [
            ("path", 30),
            ("item", 26),
            ("status", 10),
            ("reason", 44),
            ("quote", 60),
            ("place", 26),
            ("suggestion", 44),
        ]
        findings = [("path", 30), ("severity", 10), ("finding", 60), ("quote", 50), ("place", 26)]
        named = {"matrix": matrix, "evidence": evidence, "findings": findings, "errors": [("path", 44), ("error", 90)]}
        columns = {
            name: [_Column(tell(f"column-{key}"), width) for key, width in pairs] for name, pairs in named.items()
        }
        columns["matrix"] += items
        return columns

    def _heads(self) -> None:
        self.columns = self._columns()
        for name, columns in self.columns.items():
            sheet = self.sheets[name]
            for at, column in enumerate(columns):
                sheet.write_string(0, at, column.title, self.head)
                sheet.set_column(at, at, column.width)
            sheet.repeat_rows(0)
        widest = max((cells.width(count.item.title.pick(self.lang)) for count in self.batch.overview.items), default=12)
        # Titles of items take as many lines as a column of 14 cells makes them.
        self.sheets["matrix"].set_row(0, 15 * max(2, -(-widest // 12)))
        self.sheets["matrix"].freeze_panes(1, 3)
        for name in ("evidence", "findings", "errors"):
            self.sheets[name].freeze_panes(1, 1)

    def _finish(self, name: str) -> None:
        last = max(self.rows[name] - 1, 1)
        self.sheets[name].autofilter(0, 0, last, len(self.columns[name]) - 1)

    def _put(self, name: str, texts: Sequence[str]) -> int:
        row = self.rows[name]
        if row == _ROWS:  # the sheet is full; a batch of that size is read from its store
            return row
        for at, text in enumerate(texts):
            self.sheets[name].write_string(row, at, _cell(text), self.wrapped)
        self.rows[name] += 1
        return row

    def _matrix_row(self, report: ReportResult, missing: int) -> int:
        sheet, row, tell = self.sheets["matrix"], self.rows["matrix"], self.tell
        self.rows["matrix"] += 1
        sheet.write_string(row, 0, tell(f"verdict-{report.verdict}"), self.coloured[report.verdict])
        sheet.write_number(row, 1, report.score, self.middle)
        sheet.write_string(row, 2, _cell(report.organ or ""), self.plain)
        if report.year is not None:
            sheet.write_number(row, 3, report.year, self.middle)
        sheet.write_number(row, 4, missing, self.middle)
        sheet.write_string(row, 5, _cell(report.path), self.plain)
        return row

    def _details(self, report: ReportResult, row: int, *, commented: bool) -> None:
        sheet, tell = self.sheets["matrix"], self.tell
        for at, item in enumerate(report.items, _FIXED):
            status = tell(f"status-{item.status}")
            if item.status in SHORT and self.rows["evidence"] < _LINKED:
                target = self._put("evidence", self._detail(report, item))
                # A link keeps the look of its cell; the words are the status.
                url = f"internal:'{tell('sheet-evidence')}'!A{target + 1}"
                sheet.write_url(row, at, url, self.coloured[item.status], status)
            else:
                sheet.write_string(row, at, status, self.coloured[item.status])
                if item.status in SHORT:
                    self._put("evidence", self._detail(report, item))
            note = self._note(report, item)
            if note and commented:
                sheet.write_comment(
                    row, at, note, {"x_scale": 2.4, "y_scale": 1.6, "font_size": 9, "author": "checker"}
                )

    def _detail(self, report: ReportResult, item: ItemResult) -> list[str]:
        best = item.evidence[0] if item.evidence else None
        reason = item.reasons[0].message.pick(self.lang) if item.reasons else ""
        where = place(best, report.media_type, self.tell) if best else ""
        advice = item.suggestion.pick(self.lang) if item.suggestion else ""
        title = item.title.pick(self.lang)
        return [
            report.path,
            title,
            self.tell(f"status-{item.status}"),
            reason,
            best.text if best else "",
            where,
            advice,
        ]

    def _note(self, report: ReportResult, item: ItemResult) -> str:
        lines = [reason.message.pick(self.lang) for reason in item.reasons[:1]]
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

    def _error(self, report: ReportResult) -> None:
        self._put("errors", [report.path, report.error.message.pick(self.lang) if report.error else ""])

    # The first sheet

    def _summary(self) -> None:
        sheet, tell, overview = self.sheets["summary"], self.tell, self.batch.overview
        sheet.set_column(0, 0, 48)
        sheet.set_column(1, 6, 14)
        sheet.hide_gridlines(2)
        sheet.set_row(0, 28)
        sheet.write_string(0, 0, tell("audit-title"), self.title)
        sheet.write_string(1, 0, ruleset_name(self.batch.audit.ruleset, self.lang, tell), self.plain)
        row = 3
        for verdict, count in overview.verdicts.items():
            sheet.write_string(row, 0, tell(f"verdict-{verdict}"), self.coloured[verdict])
            sheet.write_number(row, 1, count, self.plain)
            row += 1
        row = self._item_table(row + 1)
        row = self._score_table(row + 1)
        self._group_table(row + 1)
        sheet.activate()

    def _table_head(self, row: int, names: Sequence[str]) -> None:
        for at, name in enumerate(names):
            self.sheets["summary"].write_string(row, at, name, self.head)

    def _item_table(self, row: int) -> int:
        sheet, tell, overview = self.sheets["summary"], self.tell, self.batch.overview
        self._table_head(
            row, [tell(f"column-{name}") for name in ("item", "level", "present", "weak", "missing", "share")]
        )
        first = row + 1
        for count in overview.items:
            row += 1
            sheet.write_string(row, 0, count.item.title.pick(self.lang), self.plain)
            sheet.write_string(row, 1, tell(f"level-{count.item.level}"), self.plain)
            for at, status in enumerate(("present", "weak", "missing"), 2):
                sheet.write_number(row, at, count.counts[status], self.plain)  # type: ignore[index]
            sheet.write_number(row, 5, share(count) / 100, self.percent)
        sheet.conditional_format(
            first,
            5,
            max(row, first),
            5,
            {
                "type": "data_bar",
                "bar_color": "#F4B183",
                "min_type": "num",
                "min_value": 0,
                "max_type": "num",
                "max_value": 1,
            },
        )
        for title in overview.suspicious:
            row += 1
            sheet.write_string(row, 0, tell("suspicious", item=title.pick(self.lang)), self.strong)
        return row + 1

    def _score_table(self, row: int) -> int:
        sheet, tell, bins = self.sheets["summary"], self.tell, self.batch.overview.bins
        self._table_head(row, [tell("part-scores"), tell("column-reports")])
        first = row + 1
        for number in reversed(range(len(bins))):
            row += 1
            sheet.write_string(row, 0, bin_name(number, tell), self.plain)
            sheet.write_number(row, 1, bins[number], self.plain)
        sheet.conditional_format(first, 1, row, 1, {"type": "data_bar", "bar_color": "#9DC3E6"})
        return row + 1

    def _group_table(self, row: int) -> None:
        sheet, tell, groups = self.sheets["summary"], self.tell, self.batch.overview.groups
        if groups:
            verdicts = [tell(f"verdict-{verdict}") for verdict in groups[0].verdicts]
            self._table_head(row, [tell("part-groups"), tell("column-reports"), tell("column-mean"), *verdicts])
        for group in groups:
            row += 1
            sheet.write_string(row, 0, _cell(group_name(group, tell)), self.plain)
            sheet.write_number(row, 1, sum(group.verdicts.values()), self.plain)
            if group.mean is not None:
                sheet.write_number(row, 2, group.mean, self.mean)
            for at, count in enumerate(group.verdicts.values(), 3):
                sheet.write_number(row, at, count, self.plain)


def _cell(text: str) -> str:
    # Text of a workbook is never taken for a formula: it is written as a string. But a string is copied into tables
    # that may be, and control characters make the file unreadable.
    from checker.render.escape import spreadsheet

    line = spreadsheet(text)
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"
