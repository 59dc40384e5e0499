"""The first sheet of a workbook: counts, items, scores and groups, for whoever reads no further."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

from checker.render.batch_words import bin_name, chosen_rulesets, group_name, mean_sentence, share
from checker.render.escape import spreadsheet
from checker.render.wording import ruleset_name, words

if TYPE_CHECKING:
    from checker.render.batch import Batch
    from checker.render.batch_xlsx_look import Look
    from checker.render.wording import Words
    from checker.results import Status

_STATUSES: Final[tuple[Status, ...]] = ("present", "weak", "missing")
_NAMES: Final = 48
_NUMBERS: Final = 13
"""Widths of the columns, in characters."""


def fill_summary(sheet: Any, batch: Batch, lang: str, look: Look) -> None:
    """Writes the sheet."""
    _Summary(sheet, batch, lang, look).fill()


class _Summary:
    def __init__(self, sheet: Any, batch: Batch, lang: str, look: Look) -> None:
        self.sheet, self.batch, self.lang, self.look = sheet, batch, lang, look
        self.tell: Words = words(lang)
        self.row = 0

    def fill(self) -> None:
        sheet, look, overview = self.sheet, self.look, self.batch.overview
        sheet.set_column(0, 0, _NAMES)
        sheet.set_column(1, 6, _NUMBERS)
        sheet.hide_gridlines(2)
        sheet.set_row(0, 28)
        sheet.write_string(0, 0, self.tell("audit-title"), look.title)
        sheet.write_string(1, 0, ruleset_name(self.batch.audit.ruleset, self.lang, self.tell), look.plain)
        sheet.write_string(2, 0, mean_sentence(overview, self.tell), look.plain)
        self.row = 4
        for verdict, count in overview.verdicts.items():
            sheet.write_string(self.row, 0, self.tell(f"verdict-{verdict}"), look.coloured[verdict])
            sheet.write_number(self.row, 1, count, look.middle)
            self.row += 1
        if overview.accepted:
            sheet.write_string(self.row, 0, self.tell("audit-accepted"), look.plain)
            sheet.write_number(self.row, 1, overview.accepted, look.middle)
            self.row += 1
        if self.batch.unfinished:
            sheet.write_string(self.row, 0, self.tell("audit-unfinished", count=self.batch.unfinished), look.strong)
            self.row += 1
        self._items()
        self._scores()
        self._groups()
        self._rulesets()

    def _rulesets(self) -> None:
        """Which rulesets were chosen, where the user named none."""
        chosen = chosen_rulesets(self.batch, self.lang, self.tell)
        if chosen:
            self._head([self.tell("part-rulesets"), self.tell("column-reports")])
        for name, count in chosen:
            self.sheet.write_string(self.row, 0, name, self.look.plain)
            self.sheet.write_number(self.row, 1, count, self.look.middle)
            self.row += 1

    def _head(self, names: Sequence[str]) -> None:
        self.row += 1
        for at, name in enumerate(names):
            self.sheet.write_string(self.row, at, name, self.look.middle_head if at else self.look.head)
        self.row += 1

    def _bars(self, first: int, column: int, colour: str, most: float | None = None) -> None:
        """Bars behind the numbers of a column, from row `first` to the last one written."""
        bars = {"type": "data_bar", "bar_color": colour, "bar_solid": True, "min_type": "num", "min_value": 0}
        if most is not None:
            bars |= {"max_type": "num", "max_value": most}
        self.sheet.conditional_format(first, column, max(self.row - 1, first), column, bars)

    def _items(self) -> None:
        sheet, tell, look = self.sheet, self.tell, self.look
        self._head([tell(f"column-{name}") for name in ("item", "level", *_STATUSES, "share")])
        first = self.row
        for count in self.batch.overview.items:
            sheet.write_string(self.row, 0, count.item.title.pick(self.lang), look.plain)
            sheet.write_string(self.row, 1, tell(f"level-{count.item.level}"), look.middle)
            for at, status in enumerate(_STATUSES, 2):
                sheet.write_number(self.row, at, count.counts[status], look.middle)
            sheet.write_number(self.row, 5, share(count) / 100, look.percent)
            self.row += 1
        self._bars(first, 5, "#F4B183", 1.0)
        for title in self.batch.overview.suspicious:
            sheet.write_string(self.row, 0, tell("suspicious", item=title.pick(self.lang)), look.strong)
            self.row += 1

    def _scores(self) -> None:
        bins = self.batch.overview.bins
        self._head([self.tell("part-scores"), self.tell("column-reports")])
        first = self.row
        for number in reversed(range(len(bins))):
            self.sheet.write_string(self.row, 0, bin_name(number, self.tell), self.look.plain)
            self.sheet.write_number(self.row, 1, bins[number], self.look.middle)
            self.row += 1
        self._bars(first, 1, "#9DC3E6")

    def _groups(self) -> None:
        sheet, tell, look, groups = self.sheet, self.tell, self.look, self.batch.overview.groups
        if not groups:
            return
        verdicts = [tell(f"verdict-{verdict}") for verdict in groups[0].verdicts]
        self._head([tell("part-groups"), tell("column-reports"), tell("column-mean"), *verdicts])
        for group in groups:
            sheet.write_string(self.row, 0, spreadsheet(group_name(group, self.lang, tell)), look.plain)
            sheet.write_number(self.row, 1, sum(group.verdicts.values()), look.middle)
            if group.mean is not None:
                sheet.write_number(self.row, 2, group.mean, look.mean)
            for at, count in enumerate(group.verdicts.values(), 3):
                sheet.write_number(self.row, at, count, look.middle)
            self.row += 1
