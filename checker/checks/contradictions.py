"""Statements that cannot both be true: that there is none of something, and a figure of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from checker.checks import counted, numbers
from checker.checks.outcome import Proof, Remark, titled
from checker.matching import Hit
from checker.ruleset.model import FindingRule
from checker.structure import Reading
from checker.structure.zones import Statement

_DENIAL: Final = 6
"""Characters that the longest denying word may have."""
_FIGURE: Final = 20
_MARKS: Final = ",;:|()\u3002"


def run(reading: Reading, rule: FindingRule) -> list[Remark]:
    """For each pair of the rule the first denial and the first figure against it, both of the organ and of the year."""
    remarks: list[Remark] = []
    units = frozenset(rule.codes["units"].split())
    for pair in rule.tables["pairs"]:
        denied = _longest(_denials(reading, rule, pair))
        if denied is None:
            continue
        against = _longest(_counted(reading, rule, pair, units))
        if against is None:
            continue
        text = reading.view.text
        values = (("denied", text[slice(*denied[:2])]), ("counted", text[slice(*against[:2])]))
        remarks.append(Remark("denied", values, (_clause(reading, denied), _clause(reading, against))))
    return remarks


def _longest(hits: Iterable[Hit]) -> Hit | None:
    """The longest of the hits that begin where the first one begins."""
    found: Hit | None = None
    for hit in hits:
        if found is not None and hit.start > found.start:
            break
        found = hit
    return found


def _own(reading: Reading, rule: FindingRule, option: str, hit: Hit) -> bool:
    """Whether the phrase is a statement about the organ itself and the year reported on, not an aim or a heading."""
    statement = _statement(reading, hit)
    if statement is None or statement.zone == "plan" or statement.heading or titled(reading.view.text, hit.start):
        return False
    if reading.hits.any(rule.groups[option], statement.start, hit.end):
        return False
    return not _other_year(reading, statement.start, hit.end)


def _other_year(reading: Reading, start: int, end: int) -> bool:
    year = reading.facts.year
    found = numbers.read(reading.view.text, start, end)
    return any(
        1990 < number.value < 2100 and reading.view.text[number.end : number.end + 1] == "年" and number.value != year
        for number in found
    )


def _denials(reading: Reading, rule: FindingRule, pair: Mapping[str, Any]) -> Iterator[Hit]:
    """The organ's own statements that there is none of what the pair names, as hits from the denying word on."""
    for hit in reading.hits.all(pair["denied"]):
        before = reading.hits.within(pair["none"], hit.start - _DENIAL, hit.start)
        start = min((none.start for none in before if none.end == hit.start), default=None)
        if start is not None and _own(reading, rule, "partial", hit):
            yield Hit(start, hit.end)


def _counted(reading: Reading, rule: FindingRule, pair: Mapping[str, Any], units: frozenset[str]) -> Iterator[Hit]:
    """The organ's own figures right behind the words of the pair, noughts left out, as hits that reach to the unit."""
    for hit in reading.hits.all(pair["counted"]):
        figure = counted.read_at(reading.view.text, hit.end, hit.end + _FIGURE, units)
        if figure is not None and figure.value > 0 and _own(reading, rule, "others", hit):
            yield Hit(hit.start, figure.end)


def _clause(reading: Reading, hit: Hit) -> Proof:
    """The clause around the phrase."""
    statement = _statement(reading, hit)
    text = reading.view.text
    start, end = (statement.start, statement.end) if statement else (hit.start, hit.end)
    begin = max(start, *(text.rfind(mark, start, hit.start) + 1 for mark in _MARKS))
    close = min((at for mark in _MARKS if (at := text.find(mark, hit.end, end)) >= 0), default=end)
    return Proof(begin, close, statement.zone if statement else "account")


def _statement(reading: Reading, hit: Hit) -> Statement | None:
    at = reading.statement(hit.start)
    return reading.statements[at] if at is not None else None
