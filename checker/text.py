"""Spans, line and column, and the normalised view of a text that maps back to its source."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from functools import cache
from typing import Final, NamedTuple

# Punctuation is written as escapes because typed full-width characters have reached source files as ASCII before.
_PUNCTUATION: Final = {
    "\uff0c": ",", "\uff1b": ";", "\uff1a": ":", "\uff08": "(", "\uff09": ")", "\uff01": "!", "\uff1f": "?",
    "\uff0e": ".", "\uff05": "%", "\uff0b": "+", "\uff0f": "/", "\uff1d": "=", "\uff5c": "|", "\uff3b": "[",
    "\uff3d": "]", "\u3014": "[", "\u3015": "]", "\uff1c": "<", "\uff1e": ">", "\uff06": "&", "\uff20": "@",
    "\u2014": "-", "\u2013": "-", "\uff0d": "-", "\u2015": "-", "\u2212": "-", "\uff5e": "~", "\u3008": "\u300a",
    "\u3009": "\u300b", "\uff61": "\u3002", "\uff64": "\u3001",
}  # fmt: skip

_MANY: Final = 40
"""Above so many different characters to fold, one pass over the text is faster than one for each of them."""
_OPENING: Final = "\u2018\u201c\u300c\u300e"
_CLOSING: Final = "\u2019\u201d\u300d\u300f"
# White space, zero-width characters, quotation marks and Markdown emphasis never change what a phrase means.
_MARKS: Final = r"[\s\u200b-\u200f\u2060\ufeff\u00ad\"'\u2018\u2019\u201c\u201d\u300c-\u300f\uff02\uff07*`]+"
_BLANKS: Final = re.compile(_MARKS)
_TONES: Final = (
    "\u0101\u00e1\u01ce\u00e0\u0113\u00e9\u011b\u00e8\u012b\u00ed\u01d0\u00ec"
    "\u014d\u00f3\u01d2\u00f2\u016b\u00fa\u01d4\u00f9\u01d6\u01d8\u01da\u01dc\u00fc"
)
_TONED: Final = rf"\([a-z]{{0,5}}[{_TONES}][a-z]{{0,3}}\)"
_STOP: Final = "\u3002"
_FEW_STOPS: Final = 3
_PATIENCE: Final = 40_000
"""After so many characters it pays to have all characters to fold in one regular expression, slow to compile."""


class Span(NamedTuple):
    """A half-open run of characters (Unicode code points), 0-based."""

    start: int
    end: int


class Text(NamedTuple):
    """A sentence for the user in both languages."""

    zh: str
    en: str

    def pick(self, lang: str) -> str:
        """The sentence in `lang` ("zh" or "en")."""
        return self.en if lang == "en" else self.zh


class LineIndex:
    """Line and column of an offset. Lines end with LF, CR LF or a lone CR; both numbers are 1-based."""

    def __init__(self, text: str) -> None:
        self._starts = [0]
        self._starts += [match.end() for match in re.finditer(r"\r\n?|\n", text)]

    def position(self, offset: int) -> tuple[int, int]:
        """(line, column) of the character at `offset`."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def offset(self, line: int, column: int) -> int:
        """The inverse of `position`."""
        return self._starts[line - 1] + column - 1


@cache
def _stands_for() -> tuple[dict[str, str], dict[str, str]]:
    """What each character is written for, and what the characters mean that scanning confuses."""
    # Built on first use: the tables cost time that `checker --help` need not pay.
    from checker import charmap

    half = "".join(map(chr, [*range(0x30, 0x3A), *range(0x41, 0x5B), *range(0x61, 0x7B)]))
    full = "".join(chr(ord(char) + 0xFEE0) for char in half)
    written = dict(zip(charmap.TRADITIONAL, charmap.SIMPLIFIED, strict=True))
    written.update(_PUNCTUATION)
    written.update(zip(full, half, strict=True))
    confused = dict(zip(charmap.CONFUSED, charmap.MEANT, strict=True))
    return written | confused, confused


class _Folder:
    """Finds the characters of a text that are to be replaced: one by one at first, in one pass in a longer run."""

    def __init__(self) -> None:
        self._done = 0
        self._pattern: re.Pattern[str] | None = None

    def present(self, text: str) -> Iterable[str]:
        written, _ = _stands_for()
        if self._pattern is None:
            self._done += len(text)
            if self._done <= _PATIENCE:
                return written.keys() & set(text)
            self._pattern = re.compile(f"[{re.escape(''.join(written))}]")
        return set(self._pattern.findall(text))


_folder: Final = _Folder()


def fold(text: str) -> str:
    """`text` with each character replaced by the one that stands for it: simplified, half-width, and one for a group
    that scanning confuses. The result has the same length, so offsets hold in both."""
    written, confused = _stands_for()
    seen: dict[str, str] = {}
    for char in _folder.present(text):
        # A few simplified forms are traditional forms of others, and some are confused with others.
        meant = written[char]
        meant = written.get(meant, meant)
        seen[char] = confused.get(meant, meant)
    if len(seen) > _MANY:
        return text.translate({ord(char): meant for char, meant in seen.items()})
    for char, meant in seen.items():
        text = text.replace(char, meant)
    return text


@cache
def _annotated() -> re.Pattern[str]:
    return re.compile(rf"{_MARKS}|(?<=[\u4e00-\u9fff]){_TONED}")


def _stopped(folded: str) -> str:
    """`folded` with the dots that end sentences made full stops, where a text is typed with dots throughout.

    A dot behind a numeral is that of a number: 一. and 1.5 stay as they are.
    """
    dots = folded.count(".")
    if dots <= _FEW_STOPS * folded.count(_STOP) or dots < _FEW_STOPS:
        return folded
    return _dotted().sub(_STOP, folded)


@cache
def _dotted() -> re.Pattern[str]:
    return re.compile("(?<=[\u4e00-\u9fff%)\u300b])(?<![一二三四五六七八九十])\\.(?![0-9A-Za-z.])")


def _dropped(folded: str) -> re.Pattern[str]:
    """What says nothing in `folded`. A bracket with a toned syllable behind a character is what web pages leave of
    phonetic annotation; few texts have one, and looking for both at each character takes twice as long."""
    return _annotated() if "(" in folded and any(tone in folded for tone in _TONES) else _BLANKS


def simplified(text: str) -> str:
    """`text` simplified and half-width, with the characters that scanning confuses as they are: fit to be shown."""
    written, confused = _stands_for()
    return "".join(char if char in confused else written.get(char, char) for char in text)


class Normalized(NamedTuple):
    """Folded text without white space, quotation marks and phonetic residue; blocks are joined by one newline."""

    text: str
    cuts: tuple[int, ...]
    """Offsets into `text` from which a new shift holds, ascending, the first is 0."""
    shifts: tuple[int, ...]
    """What to add to an offset of `text` to get the offset in the source, for each cut."""
    blocks: tuple[Span, ...]
    """Where each of the blocks given to `normalize` stands in `text`; empty spans for blocks without words."""
    quoted: tuple[Span, ...] = ()
    """Runs of `text` that stand between quotation marks in the source, ascending."""

    def source(self, start: int, end: int) -> Span:
        """The source span of the non-empty run `start:end` of `text`, without what was dropped at its ends."""
        first = start + self.shifts[bisect_right(self.cuts, start) - 1]
        last = end - 1 + self.shifts[bisect_right(self.cuts, end - 1) - 1]
        return Span(first, last + 1)


def normalize(source: str, blocks: Iterable[Span]) -> Normalized:
    """The normalised view of the `blocks` of `source`, which must be ascending and must not overlap."""
    folded = _stopped(fold(source))
    dropped = _dropped(folded)
    parts: list[str] = []
    cuts: list[int] = []
    shifts: list[int] = []
    places: list[Span] = []
    length = 0

    quoted: list[Span] = []
    opened = -1

    def quote(dropped: str) -> None:
        nonlocal opened
        if any(mark in dropped for mark in _CLOSING) and 0 <= opened < length:
            quoted.append(Span(opened, length))
            opened = -1
        if any(mark in dropped for mark in _OPENING):
            opened = length

    def add(start: int, end: int) -> None:
        nonlocal length
        if end > start:
            cuts.append(length)
            shifts.append(start - length)
            parts.append(folded[start:end])
            length += end - start

    for block in blocks:
        if length:
            parts.append("\n")
            length += 1
        begin, at = length, block.start
        for match in dropped.finditer(folded, block.start, block.end):
            add(at, match.start())
            at = match.end()
            quote(match[0])
        add(at, block.end)
        opened = -1
        places.append(Span(begin, length))
    if not cuts:
        cuts, shifts = [0], [0]
    return Normalized("".join(parts), tuple(cuts), tuple(shifts), tuple(places), tuple(quoted))


def squeeze(text: str) -> str:
    """The normalised form of a phrase on its own."""
    folded = fold(text)
    return _dropped(folded).sub("", folded)
