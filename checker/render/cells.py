"""How wide text stands in a terminal, and where a line of Chinese may break."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Final

# A line does not end with an opening mark, nor begin with a closing one.
_OPENING: Final = "“‘（《〈【〔「『［｛〖"
_CLOSING: Final = "”’）》〉】〕」』］｝〗，。、；：！？％…—～·"
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


@cache
def _unit() -> re.Pattern[str]:
    marks = re.escape(_OPENING + _CLOSING)
    word = rf"(?:[^\s{marks}\u2e80-\U0010ffff]|(?<=[a-z])’(?=[a-z]))+"
    return re.compile(rf"\s+|[{re.escape(_OPENING)}]*(?:{word}|\S)[{re.escape(_CLOSING)}]*")


def _units(text: str, room: int) -> list[tuple[int, int, int]]:
    """(start, end, cells) of the runs of `text` that stay together, cut where one alone is wider than `room`."""
    units = []
    for match in _unit().finditer(text):
        start, used = match.start(), 0
        for at in range(match.start(), match.end()):
            cells = _char_width(text[at])
            if used + cells > room:
                cut = _cut(text, start, at)
                units.append((start, cut, width(text[start:cut])))
                start, used = cut, width(text[cut:at])
            used += cells
        units.append((start, match.end(), used))
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
