"""What the checks of figures share: the figures of a statement, the words around them, how a rate is told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from checker.checks import counted, numbers
from checker.checks.counted import Counted
from checker.checks.outcome import Proof, Remark
from checker.ruleset.model import FindingRule
from checker.structure import Reading
from checker.structure.zones import Statement

NEAR: Final = 12
"""Characters behind a word within which its figure begins."""
MARKS: Final = ",;:|()、\u3002"
_TOLERANCE: Final = 0.1
"""Points by which a rate may differ whatever its digits."""


class Figures:
    """The figures of the statements that are asked for, and where the words of the rule stand."""

    def __init__(self, reading: Reading, rule: FindingRule) -> None:
        self.reading, self.rule = reading, rule
        self.text = reading.view.text
        self.units = frozenset(rule.codes["units"].split())
        self.overlapping = frozenset(rule.codes["overlapping_units"].split())
        self._read: dict[int, list[Counted]] = {}

    def statement(self, position: int) -> Statement | None:
        """The statement at `position`; None where it is plan text, whose figures are aims, or a heading."""
        at = self.reading.statement(position)
        found = self.reading.statements[at] if at is not None else None
        return None if found is None or found.zone == "plan" or found.heading else found

    def of(self, statement: Statement) -> list[Counted]:
        """The figures of a statement."""
        if statement.start not in self._read:
            self._read[statement.start] = counted.read(self.text, statement.start, statement.end, self.units)
        return self._read[statement.start]

    def says(self, option: str, start: int, end: int) -> bool:
        """Whether a phrase of `option` stands in `start:end`."""
        return self.reading.hits.any(self.rule.groups[option], start, end)

    def clause_end(self, figure: Counted) -> int:
        """Where the words behind the figure end: 216人参加考试."""
        found = (self.text.find(mark, figure.end, figure.end + NEAR) for mark in MARKS)
        return min((at for at in found if at >= 0), default=figure.end)

    def same_thing(self, whole: Counted, part: Counted) -> bool:
        """Whether what stands behind the part is what the whole counts: not 3个县, 其中12个乡镇."""
        noun = self.text[part.end : self.clause_end(part)][:2]
        return noun in self.text[whole.words : self.clause_end(whole)] or noun[:1] in ("和", "及", "与")

    def covered(self, option: str, start: int, end: int) -> bool:
        """Whether phrases of `option` make up all of `start:end`."""
        if start >= end:
            return True
        reach = {start}
        for hit in self.reading.hits.within(self.rule.groups[option], start, end):
            if hit.start in reach:
                reach.add(hit.end)
        return end in reach

    def goes_beyond(self, statement: Statement) -> bool:
        """Whether a part may hold what its total does not: cases carried over from the year before."""
        return self.says("beyond", *statement[:2]) or self.says("former", *statement[:2])

    def may_overlap(self, run: Sequence[Counted]) -> bool:
        """Whether the figures of a list may count the same thing more than once."""
        return run[0].unit in self.overlapping or self.says("overlapping", run[0].words, run[-1].end)

    def shown(self, figure: Counted) -> str:
        return self.text[figure.start : figure.end]

    def quote(self, statement: Statement, start: int, end: int) -> Proof:
        """The passage `start:end` without marks at its beginning."""
        while start < end and self.text[start] in MARKS:
            start += 1
        return Proof(start, end, statement.zone)

    def remark(self, case: str, values: Mapping[str, str], statement: Statement, *spans: tuple[int, int]) -> Remark:
        return Remark(case, tuple(values.items()), tuple(self.quote(statement, *span) for span in spans))


def span(figure: Counted) -> tuple[int, int]:
    return figure.words, figure.end


def fits(low: float, high: float, rate: numbers.Number) -> bool:
    """Whether a share from `low` to `high` per cent may be told as `rate`."""
    least, most = min(rate.low, rate.value - _TOLERANCE), max(rate.high, rate.value + _TOLERANCE)
    return low <= most + 1e-9 and high >= least - 1e-9


def percent(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".") + "%"


def linked(figures: Figures, statement: Statement, end: int) -> numbers.Number | None:
    """The percentage that follows the word ending at `end`, with no other words between."""
    rate = next(numbers.read(figures.text, end, min(end + NEAR, statement.end)), None)
    if rate is None or not rate.percent or not figures.covered("rate_links", end, rate.start):
        return None
    return numbers.loosened(rate, figures.text, rate.end)
