"""Rates of change against the two years' figures they are told of."""

from __future__ import annotations

from typing import Final

from checker.checks import numbers
from checker.checks.counted import Counted
from checker.checks.figure_words import Figures, fits, linked, percent, span
from checker.checks.outcome import Remark
from checker.structure.zones import Statement

_VERB: Final = 3
"""Characters between a year and its figure that hold no more than a verb: 上年的100件, 上年立案100件."""


def find(figures: Figures) -> list[Remark]:
    """Rates of change against the two figures they are the change of."""
    remarks: list[Remark] = []
    for statement in _with_former(figures):
        for option, sign in (("rises", 1), ("falls", -1)):
            for hit in figures.reading.hits.within(figures.rule.groups[option], statement.start, statement.end):
                rate = linked(figures, statement, hit.end)
                if rate and figures.text[rate.end : rate.end + 1] != "、":
                    remarks += _change(figures, statement, hit.start, rate, sign)
    return remarks


def _with_former(figures: Figures) -> list[Statement]:
    """The statements that speak of the year before."""
    places = [hit.start for hit in figures.reading.hits.all(figures.rule.groups["former"])]
    if figures.reading.facts.year is not None:
        year = f"{figures.reading.facts.year - 1}年"
        at = figures.text.find(year)
        while at >= 0:
            places.append(at)
            at = figures.text.find(year, at + 1)
    found = (figures.statement(place) for place in sorted(places))
    return list(dict.fromkeys(statement for statement in found if statement is not None))


def _change(figures: Figures, statement: Statement, start: int, rate: numbers.Number, sign: int) -> list[Remark]:
    found = _then_and_now(figures, statement, start, rate.end)
    if found is None:
        return []
    then, now = found
    if then.low <= 0 or figures.says("beyond", statement.start, statement.end):
        return []
    low, high = sorted(sign * (value * 100 - 100) for value in (now.low / then.high, now.high / then.low))
    if fits(low, high, rate):
        return []
    values = {
        "then": figures.shown(then),
        "now": figures.shown(now),
        "computed": percent(abs(now.value / then.value * 100 - 100)),
        "stated": figures.text[rate.start : rate.end],
    }
    case = "direction" if high < 0 else "change"
    return [figures.remark(case, values, statement, span(then), span(now), (start, rate.end))]


def _then_and_now(figures: Figures, statement: Statement, start: int, end: int) -> tuple[Counted, Counted] | None:
    """Last year's and this year's figure right before the change at `start:end`; last year's may follow in brackets."""
    listed = figures.of(statement)
    before = [figure for figure in listed if figure.end <= start]
    if figures.text[end : end + 1] == "(" and before:
        behind = next((figure for figure in listed if figure.start > end), None)
        pair = [before[-1], behind] if behind else []
    else:
        pair = list(before[-2:])
    if len(pair) < 2 or pair[0] is None or pair[1] is None or pair[0].unit != pair[1].unit:
        return None
    if any(_moved(figures, figure) for figure in pair if figure is not None):
        return None
    old = [_is_former(figures, figure) for figure in pair if figure is not None]
    if old == [True, False]:
        return pair[0], pair[1]
    return (pair[1], pair[0]) if old == [False, True] else None


def _moved(figures: Figures, figure: Counted) -> bool:
    """Whether the figure is itself a difference: 比上年增加20件."""
    hits = figures.reading.hits
    return any(
        hit.end == figure.start
        for option in ("rises", "falls")
        for hit in hits.within(figures.rule.groups[option], figure.words, figure.start)
    )


def _is_former(figures: Figures, figure: Counted) -> bool:
    """Whether the figure is told as last year's: the year stands right before it, up to a verb."""
    year, text = figures.reading.facts.year, figures.text
    ends = [hit.end for hit in figures.reading.hits.within(figures.rule.groups["former"], figure.words, figure.start)]
    at = text.find(f"{year - 1}年", figure.words, figure.start) if year else -1
    ends += [at + 5] if at >= 0 else []
    return bool(ends) and figure.start - max(ends) <= _VERB
