"""Typed numbers in all their styles, with lost and broken marks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.structure.numbering import RANKS, points, read_label
from checker.text import squeeze

_FULL = str.maketrans("(),.:", "\uff08\uff09\uff0c\uff0e\uff1a")


@pytest.mark.parametrize(
    ("written", "style", "words"),
    [
        ("一、主要举措", "chinese", "主要举措"),
        ("十二、其他工作", "chinese", "其他工作"),
        ("一.主要举措", "chinese", "主要举措"),
        ("一 、 主要举措", "chinese", "主要举措"),
        ("、主要举措", "chinese", "主要举措"),
        ("(一)健全制度", "chinese-paren", "健全制度"),
        ("(十一)、健全制度", "chinese-paren", "健全制度"),
        ("一)健全制度", "chinese-paren", "健全制度"),
        ("(一、健全制度", "chinese-paren", "健全制度"),
        ("1.健全制度", "arabic", "健全制度"),
        ("1、健全制度", "arabic", "健全制度"),
        ("12. 健全制度", "arabic", "健全制度"),
        ("1,健全制度", "arabic", "健全制度"),
        ("1.1健全制度", "decimal", "健全制度"),
        ("2.3.1 健全制度", "decimal", "健全制度"),
        ("(1)健全制度", "arabic-paren", "健全制度"),
        ("1)健全制度", "arabic-paren", "健全制度"),
        ("①健全制度", "circled", "健全制度"),
        ("⑫健全制度", "circled", "健全制度"),
        ("⑴健全制度", "circled", "健全制度"),
        ("❶健全制度", "circled", "健全制度"),
        ("一是健全制度", "ordinal", "健全制度"),
        ("一是:健全制度", "ordinal", "健全制度"),
        ("二要健全制度", "ordinal", "健全制度"),
        ("第一,健全制度", "ordinal", "健全制度"),
        ("第三是健全制度", "ordinal", "健全制度"),
        ("首先,健全制度", "ordinal", "健全制度"),
        ("其次,健全制度", "ordinal", "健全制度"),
        ("最后,健全制度", "ordinal", "健全制度"),
        ("第一部分 主要举措", "part", "主要举措"),
        ("第二章 健全制度", "part", "健全制度"),
        ("第1部分:主要举措", "part", "主要举措"),
    ],
)
@pytest.mark.parametrize("full", [False, True], ids=["half", "full"])
def test_styles(written: str, style: str, words: str, full: bool) -> None:
    text = squeeze(written.translate(_FULL) if full else written)
    label = read_label(text, 0, len(text))
    assert label is not None
    assert label.style == style
    assert text[label.end :] == words


@pytest.mark.parametrize(
    "written",
    [
        "2024年,我局认真开展工作", "2024.12.30", "3.5万元", "12.6%的案件", "一年来,我局", "一是否超标", "三项制度",
        "第一责任人职责", "第一时间处置", "1200件", "十分重视", "一批案件", "首先进单位", "(2024年度)", "(试行)", "(法规科)", "",
        "全年检查",
    ],
)  # fmt: skip
def test_what_is_no_number(written: str) -> None:
    text = squeeze(written)
    assert read_label(text, 0, len(text)) is None


def test_a_bracketed_heading_is_a_style_of_its_own() -> None:
    text = "\u3010存在问题\u3011执法力量薄弱。"
    label = read_label(text, 0, len(text))
    assert label is not None
    assert label.style == "bracket"
    assert read_label("\u3010待补充", 0, 4) is None


def test_the_styles_rank_as_official_documents_nest_them() -> None:
    order = ["第一部分", "一、甲", "(一)甲", "1.甲", "1.1甲", "(1)甲", "①甲", "一是甲"]
    labels = [read_label(text, 0, len(text)) for text in order]
    ranks = [RANKS[label.style] for label in labels if label]
    assert len(ranks) == len(order)
    assert ranks == sorted(set(ranks))


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("一是健全制度。二是规范执法。三是抓好普法。", ["一是", "二是", "三是"]),
        ("主要做法:一是健全制度;二是规范执法。", ["一是", "二是"]),
        ("做到一是健全制度,二是规范执法。", []),
        ("首先,健全制度。其次,规范执法。最后,抓好普法。", ["首先", "其次", "最后"]),
        ("第一,健全制度。第二,规范执法。", ["第一", "第二"]),
        ("做法如下:(一)健全制度。(二)规范执法。", ["(一)", "(二)"]),
        ("做法如下:1.健全制度。2.规范执法。", ["1.", "2."]),
        ("做法如下:①健全制度;②规范执法。", ["①", "②"]),
        ("一是健全制度。", []),
        ("检查企业126家,罚款18.6万元。立案12件。", []),
        ("落实三项制度。三是规范执法。", []),
    ],
)
def test_points_of_a_paragraph(text: str, marks: list[str]) -> None:
    found = points(text, 0, len(text))
    assert len(found) == len(marks)
    assert all(text.startswith(mark, at) for at, mark in zip(found, marks, strict=True))


@given(st.text(st.sampled_from("一二十是要第首先其次最后0129.、,:()①壹\u3010\u3011法治\u3002"), max_size=20), st.data())
def test_a_number_keeps_to_its_bounds(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    label = read_label(text, start, end)
    if label is not None:
        assert start <= label.end <= end
        assert label.style in RANKS
    found = points(text, start, end)
    assert found == sorted(set(found))
    assert all(start <= at < end for at in found)
