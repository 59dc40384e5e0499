"""How wide text stands in a terminal, and where a line of Chinese may break."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from functools import cache
from typing import Final

# A line does not end with an opening mark, nor begin with a closing one.
_OPENING: Final = "“‘（《〈【〔「『［｛〖"
_CLOSING: Final = "”’）》〉】〕」』］｝〗，。、；：！？％…—～·"
_MARKS: Final = frozenset(_OPENING + _CLOSING)
_ELLIPSIS: Final = "…"


@cache
def _char_width(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me", "Cf", "Cc"):
        return 0
    # Ambiguous characters (“ ” … √) are one or two cells wide, as the terminal's font decides: two is the safe guess.
    return 2 if unicodedata.east_asian_width(char) in "WFA" else 1


def width(text: str) -> int:
    """Cells that `text` takes at most."""
    return len(text) if text.isascii() else sum(map(_char_width, text))


def _runs(text: str) -> Iterator[tuple[int, int]]:
    """Spans that stay together: blanks, words, and single characters, with the marks that belong to them."""
    at, end = 0, len(text)
    while at < end:
        start = at
        if text[at].isspace():
            at = _skip(text, at, str.isspace)
        else:
            at = _skip(text, at, _OPENING.__contains__)
            if at < end and not text[at].isspace():
                at = max(at + 1, _skip(text, at, _in_word))
            at = _skip(text, at, _CLOSING.__contains__)
        yield start, at


def _skip(text: str, at: int, belongs: Callable[[str], bool]) -> int:
    while at < len(text) and belongs(text[at]):
        at += 1
    return at


def _in_word(char: str) -> bool:
    return char < "\u2e80" and not char.isspace() and char not in _MARKS


def _units(text: str, room: int) -> list[tuple[int, int, int]]:
    """(start, end, cells) of the runs of `text`, cut where one alone is wider than `room`."""
    units = []
    for start, end in _runs(text):
        begin, used = start, 0
        for at in range(start, end):
            cells = _char_width(text[at])
            if used + cells > room:
                cut = _cut(text, begin, at)
                units.append((begin, cut, width(text[begin:cut])))
                begin, used = cut, width(text[cut:at])
            used += cells
        units.append((begin, end, used))
    return units


def _cut(text: str, start: int, end: int) -> int:
    """Where to cut `start:end`, of which what follows `end` has no room: not before a closing mark, if that can be."""
    cut = end
    while cut > start + 1 and text[cut] in _CLOSING:
        cut -= 1
    return end if text[cut] in _CLOSING else cut


def wrap(text: str, first: int, rest: int) -> list[tuple[int, int]]:
    """Spans of the lines of `text`: the first fits into `first` cells, the others into `rest`."""
    lines: list[tuple[int, int]] = []
    begin = end = used = 0
    room = first
    for start, stop, cells in _units(text, min(first, rest)):
        blank = text[start].isspace()
        if used + cells > room and end > begin:
            lines.append((begin, end))
            begin = end = start
            used, room = 0, rest
        if blank and end == begin:
            begin = end = stop
            continue
        used += cells
        end = end if blank else stop
    return [*lines, (begin, end)] if end > begin else lines


def clip(text: str, room: int) -> str:
    """`text`, cut and marked with an ellipsis where it does not fit into `room` cells."""
    if width(text) <= room:
        return text
    used = width(_ELLIPSIS)
    for at, char in enumerate(text):
        used += _char_width(char)
        if used > room:
            return text[:at].rstrip(_OPENING + " ") + _ELLIPSIS
    return text


def pad(text: str, cells: int) -> str:
    """`text` with blanks up to `cells`."""
    return text + " " * (cells - width(text))
