"""Typed numbers of headings and points in all their styles, lost or broken marks included: 一、 (一) 1. 1.1 (1) ① 一是 首先 第一,"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

# The ranks order the styles as official documents nest them (党政机关公文格式 GB/T 9704-2012, 7.3.3), the smaller the higher.
RANKS: Final = {
    "part": 0,
    "chinese": 1,
    "bracket": 2,
    "chinese-paren": 3,
    "arabic": 4,
    "decimal": 5,
    "arabic-paren": 6,
    "circled": 7,
    "ordinal": 8,
}

_DIGITS: Final = "\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d\u5341"  # 一 … 十
# The text is normalised, so brackets and commas are half-width here whatever stood in the file.
_LABEL: Final = re.compile(
    rf"(?P<part>第[{_DIGITS}\d]{{1,3}}(?:部分|[章编篇节])[:、]?)"
    rf"|(?P<chinese>[{_DIGITS}]{{1,3}}[、.](?!\d)|、(?=[\u4e00-\u9fff]))"
    rf"|(?P<chinese_paren>\([{_DIGITS}]{{1,3}}\)[、.]?|[{_DIGITS}]{{1,3}}\)|\([{_DIGITS}]{{1,3}}(?=[、.])[、.])"
    r"|(?P<decimal>\d{1,2}(?:\.\d{1,2}){1,3}\.?(?=[\u4e00-\u9fff\u300a]))"
    r"|(?P<arabic>\d{1,2}(?:[、.](?!\d)|,(?=[\u4e00-\u9fff])))"
    r"|(?P<arabic_paren>\(\d{1,2}\)[、.]?|\d{1,2}\))"
    r"|(?P<circled>[\u2460-\u2473\u2474-\u249b\u2776-\u277f][、.]?)"
    rf"|(?P<ordinal>[{_DIGITS}]{{1,2}}(?:是(?!否)|要(?=[\u4e00-\u9fff]))[:,]?|第[{_DIGITS}]{{1,2}}(?:[,、:]|是)"
    r"|(?:首先|其次|再次|最后)[,:是])"
    r"|(?P<bracket>\u3010)"
)
_POINT: Final = re.compile(
    rf"(?:(?<=[\u3002;:!?,\n])|^)(?:[{_DIGITS}]{{1,2}}(?:是(?!否)|要(?=[\u4e00-\u9fff]))|第[{_DIGITS}]{{1,2}}(?:[,、:]|是)"
    rf"|(?:首先|其次|再次|最后)[,:是])|(?<=[\u3002;:])(?:\([{_DIGITS}]{{1,2}}\)|\(\d{{1,2}}\)|[\u2460-\u2473]|\d{{1,2}}[.、](?!\d))"
)


class Label(NamedTuple):
    """A typed number: its style (a key of RANKS) and the offset where the words behind it begin."""

    style: str
    end: int


def read_label(text: str, start: int, end: int) -> Label | None:
    """The typed number that `text` (normalised) has at `start`, looking no further than `end`."""
    match = _LABEL.match(text, start, end)
    if match is None:
        return None
    style = (match.lastgroup or "").replace("_", "-")
    if style == "bracket":
        return Label(style, start) if "\u3011" in text[start : min(end, start + 40)] else None
    return Label(style, match.end())


def points(text: str, start: int, end: int) -> list[int]:
    """Offsets in `start:end` at which an enumerated point (一是 …, ① …) begins inside a paragraph, ascending.

    A single one is no enumeration, so it is not given.
    """
    found = [match.start() for match in _POINT.finditer(text, start, end)]
    return found if len(found) > 1 else []
