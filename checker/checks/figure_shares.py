"""A part of a total and the rate between them: found, put right, and how much of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from checker.checks import counted, numbers
from checker.checks.counted import Counted
from checker.checks.figure_words import MARKS, NEAR, Figures, fits, linked, percent, span
from checker.checks.outcome import Remark
from checker.structure.zones import Statement


def find(figures: Figures) -> list[Remark]:
    """Stated rates that the figures before them do not give, and parts that are more than their whole."""
    remarks: list[Remark] = []
    for row in figures.rule.tables["shares"]:
        remarks += _excess(figures, row)
        for hit in figures.reading.hits.all(row["rates"]):
            statement = figures.statement(hit.start)
            rate = _stated(figures, statement, hit.start, hit.end) if statement else None
            if statement and rate:
                remarks += _rate(figures, row, statement, hit.start, rate)
    return remarks


def _stated(figures: Figures, statement: Statement, start: int, end: int) -> numbers.Number | None:
    """The percentage that the name of a rate at `start:end` has; None where the clause says more than the name."""
    lead = max(statement.start, *(figures.text.rfind(mark, statement.start, start) + 1 for mark in MARKS))
    return linked(figures, statement, end) if figures.covered("rate_leads", lead, start) else None


def _rate(
    figures: Figures, row: Mapping[str, Any], statement: Statement, start: int, rate: numbers.Number
) -> list[Remark]:
    """The stated rate against those that any whole and part before it would give."""
    before = [figure for figure in figures.of(statement) if figure.end <= start]
    pairs = _pairs(figures, row, statement, before)
    if not pairs or figures.goes_beyond(statement):
        return []
    for whole, part in pairs:
        same = [figure for figure in before if figure.unit == whole.unit]
        first, second = same.index(whole), same.index(part)
        for w in range(first, second):
            for p in range(second, len(same)):
                if _agree(same[first : w + 1], same[second : p + 1], rate):
                    return []
    whole, part = pairs[-1]
    if not whole.value:
        return []
    values = {
        "whole": figures.shown(whole),
        "part": figures.shown(part),
        "computed": percent(part.value / whole.value * 100),
        "stated": figures.text[rate.start : rate.end],
    }
    return [figures.remark("rate", values, statement, span(whole), span(part), (start, rate.end))]


def _agree(wholes: Sequence[Counted], parts: Sequence[Counted], rate: numbers.Number) -> bool:
    (low, high), (part_low, part_high) = counted.total(wholes), counted.total(parts)
    if low <= 0:
        return True
    return fits(part_low / high * 100, part_high / low * 100, rate)


def _pairs(
    figures: Figures, row: Mapping[str, Any], statement: Statement, listed: Sequence[Counted]
) -> list[tuple[Counted, Counted]]:
    """Each part with the nearest whole before it in the same unit."""
    within = figures.reading.hits.within
    pairs: list[tuple[Counted, Counted]] = []
    for at, part in enumerate(listed):
        found = within(row["part"], part.words, min(part.end + NEAR, statement.end))
        if not found:
            continue
        for whole in reversed(listed[:at]):
            if whole.unit != part.unit or not figures.reading.hits.any(
                row["whole"], whole.words, figures.clause_end(whole)
            ):
                continue
            if any(_is_part(figures, part, whole, hit.start, hit.end) for hit in found):
                pairs.append((whole, part))
            break
    return pairs


def _is_part(figures: Figures, part: Counted, whole: Counted, start: int, end: int) -> bool:
    """Whether the word at `start:end` makes `part` a share of `whole`: nothing else acts, nothing else is counted."""
    if start == part.end:
        return True
    if end > part.start:
        return False
    lead = part.words
    while lead < start and figures.text[lead] in MARKS:
        lead += 1
    counts = figures.text[end : part.start]
    return figures.covered("part_leads", lead, start) and counts in figures.text[whole.words : whole.start]


def _excess(figures: Figures, row: Mapping[str, Any]) -> list[Remark]:
    """Parts that are more than everything counted from their whole up to them."""
    remarks: list[Remark] = []
    seen: set[int] = set()
    for hit in figures.reading.hits.all(row["watched"]):
        if not any(char.isnumeric() for char in figures.text[hit.end : hit.end + NEAR]):
            continue
        statement = figures.statement(hit.start)
        if statement is None or statement.start in seen:
            continue
        seen.add(statement.start)
        listed = figures.of(statement)
        for whole, part in _pairs(figures, row, statement, listed):
            between = [f for f in listed if f.unit == whole.unit and whole.start <= f.start < part.start]
            if part.low > counted.total(between)[1] and not figures.goes_beyond(statement):
                values = {"whole": figures.shown(whole), "part": figures.shown(part)}
                remarks.append(figures.remark("exceeds", values, statement, span(whole), span(part)))
    return remarks
