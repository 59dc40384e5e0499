"""Figures with a unit in a passage: what makes a statement concrete whatever it is about."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from operator import itemgetter
from typing import Final

from checker.ruleset.model import Item
from checker.structure import Reading
from checker.text import Span

_ARABIC: Final = re.compile("[0-9余多](?![0-9])")
_CHINESE: Final = re.compile("[两二三四五六七八九十百千万亿余多]")
_DIGIT: Final = re.compile("[0-9]")
_ONES: Final = "两二三四五六七八九十"
_REACH: Final = 3
"""How far before its unit a figure may end, with 余 or 多 between."""


def count(reading: Reading, item: Item, start: int, end: int) -> int:
    """How many figures with a unit stand in `start:end` of the normalised text, dates included.

    Options: `units` count behind digits; `counted_units` behind Chinese numerals too, where 四个意识 is no figure.
    """
    text, hits = reading.view.text, reading.hits
    units, counted = item.groups["units"], item.groups["counted_units"]
    found = {
        match.end()
        for match in _ARABIC.finditer(text, start, end)
        if hits.at(units, match.end(), end) and _DIGIT.search(text, max(start, match.end() - _REACH), match.end())
    }
    found |= {
        match.end()
        for match in _CHINESE.finditer(text, start, end)
        if hits.at(counted, match.end(), end)
        and _counts(text, start, match.end())
        and not _named(reading.view.quoted, match.start())
    }
    return len(found)


def _named(quoted: Sequence[Span], position: int) -> bool:
    """Whether the numeral stands in quotation marks, as part of a slogan: “三次创业、二次突破” counts nothing."""
    at = bisect_right(quoted, position, key=itemgetter(0)) - 1
    return at >= 0 and position < quoted[at].end


def _counts(text: str, start: int, end: int) -> bool:
    """Whether the Chinese numeral that ends at `end` is a count: 千家万户 is none."""
    at = end
    while at > start and _CHINESE.match(text, at - 1, end):
        at -= 1
    return any(char in _ONES for char in text[at:end])
