"""Numerals are read as officials write them, with as much exactness as they claim."""

from __future__ import annotations

from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.checks import counted, numbers

_PLACES = "零一二三四五六七八九"


def _read(text: str) -> list[numbers.Number]:
    return list(numbers.read(text, 0, len(text)))


def _chinese(value: int) -> str:
    """`value` below 100 million in Chinese numerals, as written in full."""
    if value >= 10_000:
        rest = value % 10_000
        gap = "零" if 0 < rest < 1000 else ""
        return _chinese(value // 10_000) + "万" + gap + (_chinese(rest) if rest else "")
    words, zero = "", False
    for power, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = value // power % 10
        if digit:
            words += ("零" if zero and words else "") + _PLACES[digit] + name
        zero = digit == 0
    return words


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1683条", 1683),
        ("12,345家", 12345),
        ("1.13万处", 11300),
        ("3亿元", 300_000_000),
        ("5千份", 5000),
        ("一百二十八件", 128),
        ("两千三百人", 2300),
        ("廿三件", 23),
        ("十二次", 12),
        ("一万二千人", 12000),
        ("一万二人", 12000),
        ("三百零五件", 305),
        ("一百五", 150),
        ("二〇二四年", 2024),
    ],
)
def test_values(text: str, value: float) -> None:
    number = _read(text)[0]
    assert (number.value, number.percent) == (value, False)


@pytest.mark.parametrize(
    ("text", "value"),
    [("99.76%", 99.76), ("百分之九十", 90), ("百分之九十九点八", 99.8), ("百分之95", 95), ("九成", 90), ("九成五", 95)],
)
def test_percentages(text: str, value: float) -> None:
    number = _read(text)[0]
    assert (number.value, number.percent) == (value, True)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("1683条", 1683, 1683),
        ("7000余处", 7000, 8000),
        ("1200多人", 1200, 1300),
        ("3.4万余件", 34000, 35000),
        ("十余万人", 100_000, 200_000),
        ("百余件", 100, 200),
        ("近300人", 200, 300),
        ("约50件", 40, 60),
        ("超过50件", 50, inf),
    ],
)
def test_how_exact(text: str, low: float, high: float) -> None:
    number = _read(text)[0]
    assert (number.low, number.high) == (low, high)


def test_words_behind_the_unit() -> None:
    units = frozenset({"件", "家次", "家"})
    (about,) = counted.read("检查300家次左右", 0, 9, units)
    assert (about.unit, about.low, about.high) == ("家次", 200, 400)


@pytest.mark.parametrize("text", ["第三十二条", "第5条", "国办发-118号", "千家万户", "成立机构", "GB18030标准"])
def test_no_figures(text: str) -> None:
    assert _read(text) == []


@given(st.integers(min_value=1, max_value=99_999_999))
def test_chinese_numerals_mean_what_arabic_ones_do(value: int) -> None:
    number = numbers.read_at(_chinese(value) + "件", 0)
    assert number is not None
    assert (number.value, number.end) == (value, len(_chinese(value)))


@given(st.integers(min_value=0, max_value=10**9))
def test_arabic_numerals_with_and_without_commas(value: int) -> None:
    for written in (f"{value}", f"{value:,}"):
        (number,) = _read(f"共{written}件")
        assert (number.low, number.high) == (value, value)


@given(st.integers(min_value=0, max_value=100_000), st.integers(min_value=0, max_value=4))
def test_what_was_rounded_or_cut_lies_in_the_range(value: int, digits: int) -> None:
    exact = value / 1000
    cut = int(exact * 10**digits) / 10**digits
    for shown in (f"{exact:.{digits}f}", f"{cut:.{digits}f}"):
        (number,) = _read(shown + "%")
        assert number.low - 1e-6 <= exact <= number.high + 1e-6


@given(st.text(alphabet="0123456789.,%万亿百千十零一二三两余多成点第-至近约件、", max_size=30))
def test_any_text_gives_ordered_spans(text: str) -> None:
    end = 0
    for number in _read(text):
        assert end <= number.start < number.end <= len(text)
        assert number.low <= number.value <= number.high
        end = number.end
