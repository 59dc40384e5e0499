"""Typed numbers of headings and points: 一、 (一) 1. 1.1 (1) ① 一是 首先 第一, with lost or broken marks too."""

import re
from typing import Final, NamedTuple

# The ranks order the styles as official documents nest them (党政机关公文格式, GB/T 9704-2012, 7.3.3): the smaller
# the higher.
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
_FORMAL: Final = "\u58f9\u8d30\u53c1\u8086\u4f0d\u9646\u67d2\u634c\u7396\u62fe"  # 壹 … 拾
_CIRCLED: Final = (("\u2460", "\u249b"), ("\u2776", "\u277f"))
_FIRST: Final = ("首先", "其次", "再次", "最后")
_PARTS: Final = ("部分", "章", "编", "篇", "节")
# A mark behind which a point may begin: what follows is how numbers begin.
_BREAK: Final = re.compile(f"[\u3002;:!?,\n](?=[{_DIGITS}(0-9第首其再最\u2460-\u2473])")
_HARD_BREAKS: Final = "\u3002;:"


class Label(NamedTuple):
    """A typed number: its style (a key of RANKS) and the offset where the words behind it begin."""

    style: str
    end: int


def read_label(text: str, start: int, end: int) -> Label | None:
    """The typed number that `text` (normalised) has at `start`, looking no further than `end`."""
    if start >= end:
        return None
    first = text[start]
    if first in _DIGITS or first in _FORMAL:
        return _chinese(text, start, end)
    if first.isascii() and first.isdigit():
        return _arabic(text, start, end)
    if first == "(":
        return _bracketed(text, start, end)
    if first == "第":
        return _ordered(text, start, end)
    if first == "\u3010":
        return Label("bracket", start) if "\u3011" in text[start : min(end, start + 40)] else None
    if first == "\u3001" and _han(text, start + 1, end):
        return Label("chinese", start + 1)
    if any(low <= first <= high for low, high in _CIRCLED):
        return Label("circled", _skip(text, start + 1, end, "\u3001."))
    return _adverb(text, start) if start + 3 <= end else None


def _adverb(text: str, start: int) -> Label | None:
    """首先, 其次, 最后, and 其一, 其二, each with the mark behind it."""
    mark = text[start + 2 : start + 3]
    if text[start : start + 2] in _FIRST and mark in (",", ":", "是"):
        return Label("ordinal", start + 3)
    if text[start] == "其" and text[start + 1 : start + 2] in _DIGITS and mark in (",", ":", "\u3001"):
        return Label("ordinal", start + 3)
    return None


def points(text: str, start: int, end: int) -> list[int]:
    """Offsets in `start:end` at which an enumerated point (一是 …, ① …) begins inside a paragraph, ascending.

    A single one is no enumeration, so it is not given.
    """
    found = [start] if _is_point(text, start, end, hard=False) else []
    for match in _BREAK.finditer(text, start, end):
        if _is_point(text, match.end(), end, hard=match[0] in _HARD_BREAKS):
            found.append(match.end())
    return found if len(found) > 1 else []


def _is_point(text: str, at: int, end: int, *, hard: bool) -> bool:
    label = read_label(text, at, end)
    if label is None:
        return False
    if label.style == "ordinal":
        return True
    return hard and label.style in ("chinese-paren", "arabic-paren", "circled", "arabic")


def _run(text: str, start: int, end: int, digits: str) -> int:
    """Offset behind the run of `digits` at `start`, three at most."""
    at = start
    while at < end and at - start < 3 and text[at] in digits:
        at += 1
    return at


def _han(text: str, at: int, end: int) -> bool:
    return at < end and "\u4e00" <= text[at] <= "\u9fff"


def _skip(text: str, at: int, end: int, marks: str) -> int:
    return at + 1 if at < end and text[at] in marks else at


def _chinese(text: str, start: int, end: int) -> Label | None:
    formal = text[start] in _FORMAL
    at = _run(text, start, end, _FORMAL if formal else _DIGITS)
    mark = text[at : at + 1] if at < end else ""
    if mark == "\u3001" or (mark == "." and not text[at + 1 : at + 2].isdigit()):
        return Label("chinese", at + 1)
    if mark == ")":
        return Label("chinese-paren", at + 1)
    if mark == "是" and text[at + 1 : at + 2] != "否":
        return Label("ordinal", _skip(text, at + 1, end, ":,"))
    if mark == "要" and at - start == 1 and _han(text, at + 1, end):
        return Label("ordinal", at + 1)
    return None


def _arabic(text: str, start: int, end: int) -> Label | None:
    at = _run(text, start, end, "0123456789")
    if at - start > 2 or at >= end:
        return None
    mark, behind = text[at], text[at + 1 : at + 2]
    if mark == ")":
        return Label("arabic-paren", at + 1)
    if mark == "." and behind.isdigit():
        return _decimal(text, at, end)
    if mark in "\u3001." and not behind.isdigit():
        return Label("arabic", at + 1)
    if mark == "," and _han(text, at + 1, end):
        return Label("arabic", at + 1)
    return None


def _decimal(text: str, at: int, end: int) -> Label | None:
    """A number of several levels (1.1, 2.3.1), which words must follow; 1.2万 is an amount."""
    while at < end and text[at] == "." and text[at + 1 : at + 2].isdigit():
        at = _run(text, at + 1, end, "0123456789")
    at = _skip(text, at, end, ".")
    if text[at : at + 1] in ("万", "亿"):
        return None
    return Label("decimal", at) if _han(text, at, end) or text[at : at + 1] == "\u300a" else None


def _bracketed(text: str, start: int, end: int) -> Label | None:
    for digits, style in ((_DIGITS, "chinese-paren"), ("0123456789", "arabic-paren")):
        at = _run(text, start + 1, end, digits)
        if at == start + 1 or at >= end:
            continue
        if text[at] == ")":
            return Label(style, _skip(text, at + 1, end, "\u3001."))
        if style == "chinese-paren" and text[at] in "\u3001.":
            return Label(style, at + 1)
    return None


def _ordered(text: str, start: int, end: int) -> Label | None:
    at = _run(text, start + 1, end, _DIGITS)
    if at == start + 1:
        at = _run(text, start + 1, end, "0123456789")
    if at == start + 1 or at >= end:
        return None
    for word in _PARTS:
        if text.startswith(word, at):
            return Label("part", _skip(text, at + len(word), end, ":\u3001"))
    if text[at] in ",\u3001:" or text[at] == "是":
        return Label("ordinal", at + 1)
    return None
