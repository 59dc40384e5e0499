"""Figures with a unit in a passage: what makes a statement concrete whatever it is about."""

from __future__ import annotations

from typing import Final

from checker.ruleset.model import Item
from checker.structure import Reading

_DIGITS: Final = "0123456789余多"
_ONES: Final = "两二三四五六七八九十"
_CHINESE: Final = "两二三四五六七八九十百千万亿余多"


def count(reading: Reading, item: Item, start: int, end: int) -> int:
    """How many figures with a unit stand in `start:end` of the normalised text, dates included.

    Options: `units` count behind digits; `counted_units` behind Chinese numerals too, where 四个意识 is no figure.
    """
    text, hits = reading.view.text, reading.hits
    found = {
        hit.start
        for hit in hits.within(item.groups["units"], start, end)
        if hit.start > start
        and text[hit.start - 1] in _DIGITS
        and any(c.isdigit() for c in text[max(start, hit.start - 3) : hit.start])
    }
    found |= {
        hit.start
        for hit in hits.within(item.groups["counted_units"], start, end)
        if hit.start > start and text[hit.start - 1] in _CHINESE and _counts(text, start, hit.start)
    }
    return len(found)


def _counts(text: str, start: int, end: int) -> bool:
    """Whether the Chinese numeral that ends at `end` is a count: 千家万户 is none."""
    at = end
    while at > start and text[at - 1] in _CHINESE:
        at -= 1
    return any(char in _ONES for char in text[at:end])
