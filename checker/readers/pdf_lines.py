"""The lines of a PDF page: words and place, free of what the way of printing left in them."""

from __future__ import annotations

import math
import re
import unicodedata
from typing import Final, NamedTuple

# Radicals that fonts confuse with the character they look like, and that Unicode does not map to it.
_RADICALS: Final = {
    "\u2e81": "厂", "\u2e84": "乙", "\u2e88": "刀", "\u2e8b": "卩", "\u2e92": "巳", "\u2e9d": "月", "\u2e9f": "母",
    "\u2ea0": "民", "\u2ea7": "牛", "\u2eaa": "疋", "\u2eab": "目", "\u2eac": "示", "\u2eb4": "网", "\u2ebc": "肉",
    "\u2ec1": "虎", "\u2ec4": "西", "\u2ec5": "见", "\u2ec6": "角", "\u2ec8": "讠", "\u2ec9": "贝", "\u2ecb": "车",
    "\u2ed3": "长", "\u2ed4": "门", "\u2ed8": "青", "\u2ed9": "韦", "\u2eda": "页", "\u2edb": "风", "\u2edc": "飞",
    "\u2edd": "食", "\u2ee2": "马", "\u2ee3": "骨", "\u2ee4": "鬼", "\u2ee5": "鱼", "\u2ee6": "鸟", "\u2ee7": "卤",
    "\u2ee8": "麦", "\u2ee9": "黄", "\u2eea": "黾", "\u2eec": "齐", "\u2eee": "齿", "\u2ef0": "龙", "\u2ef3": "龟",
}  # fmt: skip
_LOOK_ALIKES: Final = re.compile("[\u2e80-\u2fdf\uf900-\ufaff]")
# The library marks a hyphen at the end of a line with a character that is none.
_NO_CHARACTERS: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff\ufeff\n\x85\u2028\u2029]")
_WIDE: Final = "[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u2014\u2018-\u201d\u2026]"
_LOOSE: Final = re.compile(f"(?<={_WIDE}) +| +(?={_WIDE})")
_SAME_ROW: Final = 0.4
"""Share of a character's height by which two pieces of one line may differ."""


class Box(NamedTuple):
    """A rectangle on the page as it is looked at; the origin is the lower left corner."""

    left: float
    bottom: float
    right: float
    top: float
    turned: int = 0
    """Degrees, clockwise, by which the page (as a frame for its characters) is turned for reading."""

    @classmethod
    def of_page(cls, sides: tuple[float, float, float, float], turned: int) -> Box:
        """The frame of a page."""
        return cls(*sides, turned)

    def place(self, left: float, bottom: float, right: float, top: float) -> Box:
        """Where a rectangle of the file stands on the page."""
        if not math.isfinite(left + bottom + right + top):
            return Box(0.0, 0.0, 0.0, 0.0)
        if self.turned == 90:
            return Box(bottom - self.bottom, self.right - right, top - self.bottom, self.right - left)
        if self.turned == 180:
            return Box(self.right - right, self.top - top, self.right - left, self.top - bottom)
        if self.turned == 270:
            return Box(self.top - top, left - self.left, self.top - bottom, right - self.left)
        return Box(left - self.left, bottom - self.bottom, right - self.left, top - self.bottom)


class Line(NamedTuple):
    """A line of a page."""

    text: str
    left: float
    right: float
    bottom: float
    top: float
    em: float
    """Width of a Chinese character; 0 where the ends of the line show none."""
    page: int

    @property
    def height(self) -> float:
        """What stands for the size of the font where `em` is not known."""
        return self.top - self.bottom


class Page(NamedTuple):
    """The lines of a page, and what its text layer is worth."""

    number: int
    width: float
    height: float
    lines: list[Line]
    pictorial: bool
    """Has pictures and hardly any text."""
    garbled: bool


def clean(words: str) -> str:
    """The words of a line with characters in place of radicals, and no blanks between Chinese characters."""
    words = _NO_CHARACTERS.sub("", words)
    words = _LOOK_ALIKES.sub(_character, words)
    return _LOOSE.sub("", words) if " " in words else words


def _character(match: re.Match[str]) -> str:
    char = match[0]
    return _RADICALS.get(char) or unicodedata.normalize("NFKC", char)


def merge_rows(lines: list[Line]) -> list[Line]:
    """Lines that stand beside each other, and follow each other in the file, made one: the cells of a row."""
    merged: list[Line] = []
    for line in lines:
        before = merged[-1] if merged else None
        if before is not None and _beside(before, line):
            wide = line.left - before.right >= (before.em or line.em or line.height)
            merged[-1] = Line(
                before.text + ("\t" if wide else "") + line.text,
                before.left,
                line.right,
                min(before.bottom, line.bottom),
                max(before.top, line.top),
                max(before.em, line.em),
                line.page,
            )
        else:
            merged.append(line)
    return [line for line in merged if line.text.strip()]


def _beside(before: Line, line: Line) -> bool:
    distance = abs((before.bottom + before.top) - (line.bottom + line.top)) / 2
    return line.left >= before.right - line.height / 2 and distance < _SAME_ROW * min(before.height, line.height)
