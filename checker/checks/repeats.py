"""Passages that stand twice in one report."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from checker.checks.outcome import Proof, Remark, zone_of
from checker.ruleset.model import FindingRule
from checker.structure import Reading

_SHORTEST: Final = 6
"""Shorter clauses stand twice by chance; every long passage holds a longer one."""
_MARKS: Final = "\u3002!?;:,\u3001"


def run(reading: Reading, rule: FindingRule) -> list[Remark]:
    """Each passage that was written before, headings and official formulas not counted."""
    text = reading.view.text
    first: dict[str, int] = {}
    remarks: list[Remark] = []
    done = 0
    for start, words in _clauses(text):
        before = first.setdefault(words, start)
        if before == start or start < done:
            continue
        left, length = _extend(text, before, start, len(words))
        if length >= rule.numbers["min_characters"] and _own(reading, rule, before - left, length):
            again = Proof(start - left, start - left + length, zone_of(reading, start))
            earlier = Proof(before - left, before - left + length, zone_of(reading, before))
            if _counts(reading, before) and _counts(reading, start):
                remarks.append(Remark("repeated", (("count", str(length)),), (earlier, again)))
        done = start - left + length
    return remarks


def _clauses(text: str) -> Iterator[tuple[int, str]]:
    # Replacing each mark by a line break is much faster than translate() or a regular expression.
    cut = text
    for mark in _MARKS:
        cut = cut.replace(mark, "\n")
    at = 0
    for words in cut.split("\n"):
        if len(words) >= _SHORTEST:
            yield at, words
        at += len(words) + 1


def _extend(text: str, first: int, second: int, length: int) -> tuple[int, int]:
    """How far the two equal runs of `length` go on equally: characters to the left, and the length of the whole."""
    left = 0
    while left < first and text[first - left - 1] == text[second - left - 1] != "\n":
        left += 1
    right = length
    while (
        first + right < second - left
        and text[first + right : first + right + 1] == text[second + right : second + right + 1] != "\n"
    ):
        right += 1
    return left, left + right


def _own(reading: Reading, rule: FindingRule, start: int, length: int) -> bool:
    """Whether enough of the passage is left without formulas and titles of documents."""
    end = start + length
    text = reading.view.text
    covered: set[int] = set()
    for hit in reading.hits.within(rule.groups["formulas"], start, end):
        covered.update(range(hit.start, hit.end))
    opening = text.find("\u300a", start, end)
    while opening >= 0:
        closing = text.find("\u300b", opening, end)
        stop = closing + 1 if closing >= 0 else end
        covered.update(range(opening, stop))
        opening = text.find("\u300a", stop, end)
    return length - len(covered) >= rule.numbers["min_characters"]


def _counts(reading: Reading, position: int) -> bool:
    """Whether `position` stands in the prose of the report: no heading, contents list or page data."""
    at = reading.statement(position)
    if at is None:
        return False
    s = reading.statements[at]
    return not s.heading or (s.section is not None and reading.sections[s.section].run_in)
