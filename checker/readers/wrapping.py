"""Lines and paragraphs of a text: which lines were broken in mid-sentence at a fixed width, and belong together?"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import Final, NamedTuple

from checker.text import Span

HIDDEN: Final = (
    "\t\n\v\f\r \x1c\x1d\x1e\x1f\u0085\u00a0\u00ad\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008"
    "\u2009\u200a\u200b\u200c\u200d\u200e\u200f\u2028\u2029\u202f\u205f\u2060\u3000\ufeff"
)
"""Characters that show nothing at the ends of a line."""

_HIDDEN: Final = r"\s\u200b-\u200f\u2060\ufeff\u00ad"
_BREAKS: Final = r"\n\r\v\f\x1c-\x1e\x85\u2028\u2029"
_LINE: Final = re.compile(rf"[^{_HIDDEN}](?:[^{_BREAKS}]*[^{_HIDDEN}])?")

_NUMERAL: Final = "[\u3007\u96f6\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d\u5341\u767e]"  # 〇零一…九十百
_MID_SENTENCE: Final = "\uff0c,\u3002\u3001\uff1b"
_WIDE: Final = re.compile(r"[^\x00-\xff]")

_SLACK: Final = 8
"""Columns by which a full line may fall short, as numbers and Latin words are kept whole and commas open no line."""

_NARROWEST, _WIDEST = 30, 132
"""Columns a text may be wrapped at; a Chinese character takes two."""


# The following are compiled when first asked for: most reports have a line for each paragraph and need none of them.


@cache
def _starts() -> re.Pattern[str]:
    return re.compile(
        rf"{_NUMERAL}{{1,3}}[、.\uff0e,\uff0c]|[(\uff08](?:{_NUMERAL}{{1,3}}|[0-9]{{1,2}})[)\uff09]"
        r"|[0-9]{1,2}(?:[、)\uff09]|[.\uff0e](?![0-9]))|[0-9]{1,2}\.[0-9]{1,2}(?:[、\s]|\.[0-9])"
        rf"|[\u2460-\u249b\u3220-\u3229\u3280-\u3289]|{_NUMERAL}是"
        rf"|第(?:{_NUMERAL}{{1,3}}|[0-9]{{1,2}})[章节条编部、,\uff0c]|#{{1,6}}\s|[-*+\u2022\u25cf\u25a0\u25c6\u25b2\u3010|]"
    )


@cache
def _final() -> re.Pattern[str]:
    return re.compile(r"[。\uff01\uff1f\uff1b\uff1a…;:!?][\u201d\u2019」』\uff09》】)\]\"']*$")


@cache
def _one_break() -> re.Pattern[str]:
    return re.compile(rf"[^{_BREAKS}]*(?:\r\n|[{_BREAKS}])[^{_BREAKS}]*")


class Wrap(NamedTuple):
    """How the lines of a file were broken."""

    width: int
    """Columns of a full line, its indent included."""
    indent: int
    """Indent of a line that continues a paragraph, in characters."""
    wide: int = 2
    """Columns of a Chinese character: 1 where lines were broken after a number of characters, whatever their width."""
    parted: bool = False
    """Paragraphs are parted by blank lines throughout, so that no other line break ends one."""


def lines(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """The visible part of every line between `start` and `end` that is not blank."""
    found = _LINE.finditer(text, start, len(text) if end is None else end)
    return [Span(*match.span()) for match in found]


def begins_item(text: str) -> bool:
    """Whether `text` begins with a typed number or another mark of a new paragraph."""
    return _starts().match(text) is not None


def find_wrap(text: str, spans: Sequence[Span]) -> Wrap | None:
    """How the lines at `spans` were broken at a fixed width; None where each line is a paragraph, as is usual."""
    few = len(spans) // 10
    if len(spans) < 4 or sum(span.end - span.start > _WIDEST for span in spans) > few:
        return None
    indent = _usual_indent(text, spans)
    unlimited = Wrap(_WIDEST, indent)
    open_lines = [a for a, b in pairwise(spans) if _may_continue(text, a, b, unlimited)]
    # Headings and names of equal length fall into a column too, but hold no commas.
    prose = sum(any(mark in text[span.start : span.end] for mark in _MID_SENTENCE) for span in open_lines)
    if 2 * prose < len(open_lines):
        return None
    found = [wrap for wide in (2, 1) if (wrap := _wrap_at(text, spans, open_lines, indent, wide))]
    return max(found, default=(0, None), key=lambda each: each[0])[1]


def _wrap_at(
    text: str, spans: Sequence[Span], open_lines: Sequence[Span], indent: int, wide: int
) -> tuple[int, Wrap] | None:
    """How many lines tell at which width they were broken if a Chinese character takes `wide` columns, and that."""
    slack = _SLACK * wide // 2
    widths = sorted(_columns(text, span, wide) for span in open_lines)
    width, held = _densest(widths, slack)
    if held < 3 or held < 0.6 * len(widths) or width < _NARROWEST * wide // 2:
        return None
    if sum(_columns(text, span, wide) > width + slack // 2 for span in spans) > len(spans) // 10:
        return None
    wrap = Wrap(width, indent, wide)
    return held, wrap._replace(parted=_parted(text, spans, wrap))


def _parted(text: str, spans: Sequence[Span], wrap: Wrap) -> bool:
    """Whether only full lines are followed by another without a blank line between them."""
    close = [a for a, b in pairwise(spans) if _one_break().fullmatch(text, a.end, b.start)]
    return len(close) >= 5 and sum(not _full(text, line, wrap) for line in close) <= len(close) // 10


def paragraphs(text: str, spans: Iterable[Span], wrap: Wrap | None) -> Iterator[Span]:
    """The spans of `lines` with those of one paragraph joined."""
    if wrap is None:
        yield from spans
        return
    current: Span | None = None
    last: Span | None = None
    for span in spans:
        if current and last and _full(text, last, wrap) and _may_continue(text, last, span, wrap):
            current = Span(current.start, span.end)
        else:
            if current:
                yield current
            current = span
        last = span
    if current:
        yield current


def _may_continue(text: str, line: Span, following: Span, wrap: Wrap) -> bool:
    if _indent(text, following) > wrap.indent or not _one_break().fullmatch(text, line.end, following.start):
        return False
    if wrap.parted:
        return True
    return not _final().search(text, max(line.start, line.end - 6), line.end) and not _starts().match(
        text, following.start, following.end
    )


def _full(text: str, line: Span, wrap: Wrap) -> bool:
    slack = _SLACK * wrap.wide // 2
    return wrap.width - slack <= _columns(text, line, wrap.wide) <= wrap.width + slack // 2


def _columns(text: str, line: Span, wide: int) -> int:
    whole = text[line.start - _indent(text, line) : line.end]
    return len(whole) + (wide - 1) * len(_WIDE.findall(whole))


def _indent(text: str, line: Span) -> int:
    at = line.start
    while at and text[at - 1] not in "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029":
        at -= 1
    return line.start - at


def _usual_indent(text: str, spans: Sequence[Span]) -> int:
    """The indent of continued lines: the least one that is no exception."""
    counts = Counter(_indent(text, span) for span in spans)
    return min(indent for indent, count in counts.items() if 5 * count >= len(spans) or count == max(counts.values()))


def _densest(widths: Sequence[int], slack: int) -> tuple[int, int]:
    """The width that most of the ascending `widths` reach or fall little short of, and how many they are."""
    best = (0, 0)
    for width in sorted(set(widths)):
        held = bisect_right(widths, width) - bisect_left(widths, width - slack)
        if held >= best[1]:
            best = (width, held)
    return best
