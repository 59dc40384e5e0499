"""Paragraphs from the lines of PDF pages: margins apart, wrapped lines joined, across pages too."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from checker.readers.pdf_lines import Line, Page
from checker.readers.pieces import Piece
from checker.readers.wrapping import begins_item
from checker.text import squeeze

_EDGE: Final = 3
"""Lines at the top and at the bottom of a page that may be running headers and footers."""
_MARGIN: Final = 0.15
"""Share of the page's height, at the top and at the bottom, that running headers and page numbers keep to."""
_PAGE_NUMBER: Final = re.compile(r"[-\u00b7.~]*(?:第?\d{1,4}页?|[ivxlc]{1,6})(?:[/,]?[共/]?\d{1,4}页?)?[-\u00b7.~]*")
_LEADER: Final = re.compile(r"[.\u2026\u00b7\uff0e\u2024]{2,}\s*\d{1,4}$")
_ENDS: Final = "。；：！？;:!?”』」"
_LATIN: Final = re.compile(r"[A-Za-z]")
# What no line break may part: a word or number, closing marks with what they close, opening ones with what follows.
_UNBROKEN: Final = re.compile(
    "(?:[\u2018\u201c\u300a\u300c\u300e\uff08(]*(?:[0-9A-Za-z.%]+|.)[\u2019\u201d\u300b\u300d\u300f\uff09),.;:\uff0c\u3002\u3001\uff1b\uff1a]*)"
    "(?:[\u2018\u201c\u300a\u300c\u300e\uff08(]+.)?"
)

_INDENT: Final = 1.2
"""Characters from which a line is indented; the custom is two."""
_CENTRED: Final = 2.5
"""Characters that a centred line leaves free on both sides, at least."""
_FULL: Final = 1.5
"""Characters up to which a line that stops early is full all the same: no full stop may begin the next one."""
_SHORT: Final = 4.0
"""Characters from which a line that stops early is the last of its paragraph, whatever it ends with."""
_HEADLINE: Final = 60
_LARGER: Final = 1.12
_PITCH: Final = 1.4
"""Distances of lines from which there is a blank one between two of them."""
_COMMON: Final = 0.1
"""Share of the lines that must begin (or end) at a place to make it the margin."""


class _Margins(NamedTuple):
    left: float
    right: float
    em: float
    """Width of a character of the body."""
    pitch: float
    """Distance from line to line."""


def paragraphs(pages: Sequence[Page]) -> tuple[list[Piece], dict[int, int]]:
    """The paragraphs of the pages, running headers and footers at the end.

    Also the number of characters of each page without these.
    """
    running = _running(pages)
    body = [line for page in pages for line in _in_order(page) if line not in running]
    words: dict[int, int] = {page.number: 0 for page in pages}
    for line in body:
        words[line.page] += len(line.text)
    pieces: list[Piece] = []
    margins = _margins(pages, body)
    for group in _grouped(body, margins):
        pieces.append(_piece(group, margins[group[0].page]))
    pieces += [
        Piece(line.text, page=line.page, furniture=True) for page in pages for line in page.lines if line in running
    ]
    return pieces, words


def _running(pages: Sequence[Page]) -> set[Line]:
    """Running headers, footers and page numbers: what stands at the same place of several pages but for digits."""
    edges: list[tuple[Line, str, int]] = []
    found: set[Line] = set()
    for page in pages:
        ordered = sorted(page.lines, key=lambda line: -line.top)
        for line in dict.fromkeys(ordered[:_EDGE] + ordered[-_EDGE:]):
            middle = (line.bottom + line.top) / 2
            if _MARGIN < middle / (page.height or 1) < 1 - _MARGIN:
                continue
            words = squeeze(line.text)
            if _PAGE_NUMBER.fullmatch(words.lower()):
                found.add(line)
            else:
                edges.append((line, re.sub(r"\d+", "", words), round(middle / 4)))
    places = Counter((words, place, line.page) for line, words, place in edges)
    pages_at = Counter((words, place) for words, place, _ in places)
    enough = max(2, 0.3 * len(pages))
    for line, words, place in edges:
        if sum(pages_at[words, near] for near in (place - 1, place, place + 1)) >= enough:
            found.add(line)
    return found


def _in_order(page: Page) -> list[Line]:
    """The lines of a page; from top to bottom where the file's own order jumps about."""
    lines = page.lines
    jumps = sum(after.bottom > before.top for before, after in pairwise(lines))
    return sorted(lines, key=lambda line: (-line.bottom, line.left)) if jumps > max(2, len(lines) / 5) else lines


def _margins(pages: Sequence[Page], body: Sequence[Line]) -> dict[int, _Margins]:
    """The margins of each page: those of all pages of its size and side, for books have two sides."""
    em = _most((round(line.em * 4) / 4, len(line.text)) for line in body if line.em) or 12.0
    steps = (
        (round(before.bottom - line.bottom), 1)
        for before, line in pairwise(body)
        if before.page == line.page and em < before.bottom - line.bottom < 4 * em
    )
    pitch = _most(steps) or 1.5 * em
    sides = {page.number: (page.number % 2, round(page.width), round(page.height)) for page in pages}
    lines: dict[tuple[int, ...], list[Line]] = {}
    for line in body:
        lines.setdefault(sides[line.page], []).append(line)
    margins = {}
    for side, found in lines.items():
        enough = found if len(found) >= 5 else body
        left, right = [line.left for line in enough], [-line.right for line in enough]
        margins[side] = _Margins(_outermost(left, em), -_outermost(right, em), em, pitch)
    return {number: margins[side] for number, side in sides.items() if side in margins}


def _most(weighted: Iterable[tuple[float, int]]) -> float:
    counts: Counter[float] = Counter()
    for value, weight in weighted:
        counts[value] += weight
    return max(counts, key=lambda value: (counts[value], value)) if counts else 0.0


def _outermost(places: list[float], em: float) -> float:
    """The smallest place that enough lines share."""
    places = sorted(places)
    enough = max(2, round(_COMMON * len(places)))
    for place, last in zip(places, places[enough - 1 :], strict=False):
        if last <= place + em / 2:
            return place
    return places[0]


def _grouped(body: Sequence[Line], margins: dict[int, _Margins]) -> list[list[Line]]:
    groups: list[list[Line]] = []
    for line in body:
        if groups and not _begins(line, groups[-1], margins):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _begins(line: Line, group: list[Line], margins: dict[int, _Margins]) -> bool:
    """Whether a line begins a paragraph; `group` is the paragraph so far."""
    before, own = group[-1], margins[line.page]
    if "\t" in line.text or "\t" in before.text or _LEADER.search(before.text) or _resized(before, line):
        return True
    room = margins[before.page].right - before.right
    full = room <= max(_FULL, _unbroken(line.text) + 1) * own.em
    if _is_centred(before, margins[before.page]):
        return True
    if _is_centred(line, own):
        return not (full and before.em > _LARGER * own.em)
    if line.page == before.page and before.bottom - line.bottom > _PITCH * own.pitch * max(1, line.em / own.em):
        return True
    ended = before.text[-1] in _ENDS
    indent, last_indent = line.left - own.left, before.left - margins[before.page].left
    if len(group) > 1 and indent < last_indent - own.em / 2:
        return True
    if indent > _INDENT * own.em:
        # Only the further lines of an item whose number hangs out stand further in than its first.
        runs_on = full or (not ended and room <= _SHORT * own.em)
        return not (runs_on and line.left > group[0].left + own.em / 2)
    if not full and (ended or room > _SHORT * own.em):
        return True
    return (ended or not full) and begins_item(line.text)


def _unbroken(text: str) -> float:
    """The width, in characters, of what had to go to the next line as a whole."""
    match = _UNBROKEN.match(text)
    return sum(0.5 if char.isascii() else 1.0 for char in match[0]) if match else 0.0


def _resized(before: Line, line: Line) -> bool:
    return bool(before.em and line.em) and not 0.9 < before.em / line.em < 1.1


def _is_centred(line: Line, margins: _Margins) -> bool:
    before, behind = line.left - margins.left, margins.right - line.right
    free = _CENTRED * margins.em
    return before > free and behind > free and abs(before - behind) < _FULL * margins.em and len(line.text) <= _HEADLINE


def _piece(group: list[Line], margins: _Margins) -> Piece:
    text = group[0].text
    for line in group[1:]:
        text += (" " if _LATIN.match(text[-1]) and _LATIN.match(line.text) else "") + line.text
    first = group[0]
    larger = first.em > _LARGER * margins.em
    return Piece(
        text,
        "table_row" if "\t" in text else "paragraph",
        page=first.page,
        emphasis=len(text) <= _HEADLINE and (larger or _is_centred(first, margins)),
    )
