"""Reads numerals as officials write them: Arabic, Chinese, with 万 and 亿, exact or about, percentages."""

import re
from collections.abc import Iterator
from functools import cache
from math import inf
from typing import Final, NamedTuple

_DIGITS: Final = {
    "零": 0,
    "〇": 0,
    "一": 1,
    "二": 2,
    "两": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "六": 6,
    "七": 7,
    "八": 8,
    "九": 9,
}
_TENS: Final = {"廿": 20, "卅": 30}
_SMALL: Final = {"十": 10, "百": 100, "千": 1000}
_LARGE: Final = {"万": 10_000, "亿": 100_000_000}
_UNDER: Final = ("近", "接近", "不足", "不到")
_AROUND: Final = ("约", "大约", "约为")
_OVER: Final = ("超", "超过", "逾", "突破", "至少", "不少于", "不低于")
_BEHIND: Final = {"以上": _OVER[0], "以下": _UNDER[0], "以内": _UNDER[0], "左右": _AROUND[0], "上下": _AROUND[0]}


class Number(NamedTuple):
    """A numeral at `start:end`, and from where to where the true value may lie that is written so."""

    start: int
    end: int
    value: float
    low: float
    high: float
    step: float
    """What one more in the last digit that is not a mere zero would add."""
    percent: bool


@cache
def _pattern() -> re.Pattern[str]:
    # A comma groups thousands only between complete groups; 成 is tenths only where no other word begins with it.
    # Compiled at the first figure, since most commands never meet one.
    return re.compile(
        r"(百分之)?(?:(\d{1,3}(?:,\d{3})+(?!\d)|\d+)(\.\d+)?([百千]?[万亿]*)"
        r"|([零〇一二两三四五六七八九十百千万亿廿卅]+)(?:点([零〇一二三四五六七八九]+))?)"
        r"([余多几])?([万亿])?(%|成(?![立为功果员效就绩本分熟型交品])([一二三四五六七八九半])?)?"
    )


def read(text: str, start: int, end: int) -> Iterator[Number]:
    """The numerals of `text[start:end]` in order, without ordinals, ends of ranges and parts of codes."""
    for match in _pattern().finditer(text, start, end):
        before = text[match.start() - 1] if match.start() else ""
        if before and (before in "第.-~/万亿千百" or (before.isascii() and before.isalnum())):
            continue
        if before and before in "至到" and match.start() > 1 and text[match.start() - 2].isdigit():
            continue
        number = _number(text, match)
        if number is not None:
            yield number


def read_at(text: str, position: int) -> Number | None:
    """The numeral that begins at `position`, or None."""
    match = _pattern().match(text, position)
    return _number(text, match) if match else None


def loosened(number: Number, text: str, position: int) -> Number:
    """`number` with the wider range that a word like 以上 or 左右 at `position`, behind its unit, gives it."""
    word = _BEHIND.get(text[position : position + 2])
    return _about(number, word) if word else number


def _number(text: str, match: re.Match[str]) -> Number | None:
    hundredths, digits, fraction, scale, words, decimals, more, late, share, tenth = match.groups()
    if digits:
        value, step = _arabic(digits, fraction, scale)
    else:
        if words.strip("百千万亿") == "" and not more:
            return None
        value, step = _chinese(words, decimals)
    if late:
        value, step = value * _LARGE[late], step * _LARGE[late]
    if share and share != "%":
        value, step = value * 10 + (5 if tenth == "半" else _DIGITS.get(tenth or "零", 0)), 1 if tenth else 10
    percent = bool(hundredths or share)
    start, end = match.span()
    rounded = percent or step != 1
    low, high = (value - step / 2, value + step) if rounded else (value, value)
    number = Number(start, end, value, low, high, step, percent)
    if more:
        number = number._replace(low=value, high=value + _last_place(number))
    before = text[max(0, start - 3) : start]
    word = next((word for word in (*_UNDER, *_AROUND, *_OVER) if before.endswith(word)), None)
    return _about(number, word) if word else number


def _about(number: Number, word: str) -> Number:
    place = _last_place(number)
    if word in _OVER:
        return number._replace(high=inf)
    if word in _UNDER:
        return number._replace(low=number.value - place)
    return number._replace(low=number.value - place, high=number.value + place)


def _last_place(number: Number) -> float:
    """The place of the last digit that is no zero: 100 for 1200, so that 1200余 is less than 1300."""
    place = number.step
    while number.value and number.value % (place * 10) == 0:
        place *= 10
    return place


def _arabic(digits: str, fraction: str | None, scale: str) -> tuple[float, float]:
    factor = 1
    for char in scale:
        factor *= _SMALL.get(char) or _LARGE[char]
    whole = int(digits.replace(",", ""))
    if not fraction:
        return whole * factor, factor
    # Whole numbers as long as possible: 1.13万 must be 11300 and not nearly so.
    power = 10 ** (len(fraction) - 1)
    return (whole * power + int(fraction[1:])) * factor / power, factor / power


def _chinese(words: str, decimals: str | None) -> tuple[float, float]:
    if decimals:
        power = 10 ** len(decimals)
        tail = int("".join(str(_DIGITS[char]) for char in decimals))
        return (_whole(words) * power + tail) / power, 1 / power
    return _whole(words), _LARGE.get(words[-1], 1)


def _whole(words: str) -> int:
    if len(words) > 1 and all(char in _DIGITS for char in words):
        return int("".join(str(_DIGITS[char]) for char in words))
    total = section = digit = 0
    last = 1
    for char in words:
        if char in _DIGITS:
            digit = _DIGITS[char]
            last = 1 if char in "零〇" else last
        elif char in _TENS:
            section += _TENS[char]
            digit, last = 0, 1
        elif char in _SMALL:
            section += (digit or 1) * _SMALL[char]
            digit, last = 0, _SMALL[char]
        else:
            total = (total + section + digit or 1) * _LARGE[char]
            section, digit, last = 0, 0, _LARGE[char]
    # 一万二 is twelve thousand: a digit left over counts in the next lower place.
    return total + section + digit * (last // 10 if last > 10 else 1)
