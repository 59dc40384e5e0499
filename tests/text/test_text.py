"""Positions survive normalisation: what is found in the normalised view stands at the given place of the source."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.text import LineIndex, Span, Text, fold, normalize, squeeze

# What reports are made of, the odd characters more often than in life.
_ALPHABET = st.one_of(
    st.sampled_from(
        "法治政府建设年度报告依法行政二〇二四0123,.;()\uff0c\uff1b\uff1a\uff08\uff09\u3002\u3001"
        "設開關與後裏義務處責貴\u201c\u201d\u3000 \t\u200b\ufeff\u00ad*`\r\n\uff10\uff21\uff5a"
    ),
    st.characters(exclude_categories=["Cs"]),
)
_SOURCE = st.text(_ALPHABET, max_size=80)
_RESIDUE = st.sampled_from(["(shè)", "(guān)", "(yì)", "(lǐ)", "(1)", "(ab)", "設(shè)立", "處(chù)"])
_RICH = st.lists(st.one_of(_SOURCE, _RESIDUE), max_size=6).map("".join)


@st.composite
def _sources_with_blocks(draw: st.DrawFn) -> tuple[str, list[Span]]:
    source = draw(_RICH)
    cuts = sorted(draw(st.lists(st.integers(0, len(source)), max_size=8)))
    return source, [Span(a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=False)]


@given(_RICH)
def test_fold_keeps_every_offset_and_is_stable(source: str) -> None:
    folded = fold(source)
    assert len(folded) == len(source)
    assert fold(folded) == folded


@given(_RICH, _RICH)
def test_fold_works_character_by_character(left: str, right: str) -> None:
    assert fold(left + right) == fold(left) + fold(right)


def test_fold_of_a_text_with_many_odd_characters() -> None:
    """Long texts take another road through the table than short ones."""
    odd = "設開關與後義務處責貴實際會議發佈條項點擊數據庫報導國務院廳長書記縣區鎮鄉辦個體經營者權利監督檢查" * 2
    assert fold(odd) == "".join(fold(char) for char in odd)


@given(_sources_with_blocks())
def test_what_stands_in_the_view_stands_at_its_source(case: tuple[str, list[Span]]) -> None:
    source, blocks = case
    view = normalize(source, blocks)
    folded = fold(source)
    previous = -1
    for number, block in enumerate(view.blocks):
        for at in range(block.start, block.end):
            place = view.source(at, at + 1)
            assert place.end == place.start + 1
            assert folded[place.start] == view.text[at]
            assert blocks[number].start <= place.start < blocks[number].end
            assert place.start > previous
            previous = place.start


@given(_sources_with_blocks(), st.data())
def test_a_run_of_the_view_covers_its_own_words_only(case: tuple[str, list[Span]], data: st.DataObject) -> None:
    source, blocks = case
    view = normalize(source, blocks)
    full = [block for block in view.blocks if block.end > block.start]
    if not full:
        assert view.text.strip("\n") == ""
        return
    block = data.draw(st.sampled_from(full))
    start = data.draw(st.integers(block.start, block.end - 1))
    end = data.draw(st.integers(start + 1, block.end))
    place = view.source(start, end)
    assert 0 <= place.start < place.end <= len(source)
    assert fold(source[place.start]) == view.text[start]
    assert fold(source[place.end - 1]) == view.text[end - 1]


@given(_RICH)
def test_a_phrase_alone_is_normalised_as_in_a_report(source: str) -> None:
    assert squeeze(source) == normalize(source, [Span(0, len(source))]).text


@given(_sources_with_blocks())
def test_blocks_are_parted_by_one_newline(case: tuple[str, list[Span]]) -> None:
    source, blocks = case
    view = normalize(source, blocks)
    assert len(view.blocks) == len(blocks)
    for block in view.blocks:
        assert "\n" not in view.text[block.start : block.end]
    assert view.text.replace("\n", "") == "".join(view.text[block.start : block.end] for block in view.blocks)


@given(st.text(st.sampled_from("法治,\r\n"), max_size=40))
def test_line_and_column_lead_back_to_the_offset(text: str) -> None:
    index = LineIndex(text)
    for offset in range(len(text) + 1):
        line, column = index.position(offset)
        assert line >= 1
        assert column >= 1
        assert index.offset(line, column) == offset


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_end_as_they_do_in_files(end: str) -> None:
    text = end.join(["某县司法局", "2024年法治政府建设年度报告", "", "一、主要举措"])
    index = LineIndex(text)
    assert index.position(0) == (1, 1)
    assert index.position(text.index("2024")) == (2, 1)
    assert index.position(text.index("法治")) == (2, 6)
    assert index.position(text.index("一、")) == (4, 1)
    assert index.position(len(text)) == (4, 7)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("\uff08\u4e00\uff09\uff0c\uff1b\uff1a\uff01\uff1f\uff0e\uff05", "(一),;:!?.%"),
        ("\uff12\uff10\uff12\uff14年\uff21\uff22\uff43", "2024年ABc"),
        ("國辦發\u3014\uff12\uff10\uff11\uff18\u3015118號", "国办发[2018]118号"),
        ("2025\u20142027年", "2025-2027年"),
        ("\u3008條例\u3009", "\u300a条例\u300b"),
    ],
    ids=["punctuation", "digits", "document-number", "dashes", "brackets"],
)
def test_full_width_and_half_width_are_one(written: str, meant: str) -> None:
    assert fold(written) == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("依法行政 工作", "依法行政工作"),
        ("\u3000\u3000一、主要\n舉措", "一、主要举措"),
        ("行政执法\u201c三项制度\u201d", "行政执法三项制度"),
        ("\u200b法\ufeff治\u2060政\u00ad府", "法治政府"),
        ("**（一）** `全过程` 记录", "(一)全过程记录"),
        ("法治建設(shè)第一責(zé)任人", "法治建设第一责任人"),
        ("緊扣重點\uff08diǎn\uff09工作", "紧扣重点工作"),
    ],
    ids=["blank", "indent", "quotes", "zero-width", "markdown", "pinyin", "full-width-pinyin"],
)
def test_what_never_changes_the_meaning_is_left_out(written: str, meant: str) -> None:
    assert squeeze(written) == squeeze(meant) == meant


@pytest.mark.parametrize("kept", ["附件(abc)", "(lǐ)", "参训人员(12)名", "平台(app)"])
def test_brackets_that_are_no_phonetic_residue_stay(kept: str) -> None:
    assert squeeze(kept) == kept


@pytest.mark.parametrize(
    ("scanned", "meant"),
    [
        ("第一贵任人", "第一责任人"),
        ("执怯全过程记录", "执法全过程记录"),
        ("法冶政府", "法治政府"),
        ("薄弱环节", "簿弱环节"),
    ],
)
def test_what_scanning_confuses_is_one(scanned: str, meant: str) -> None:
    assert squeeze(scanned) == squeeze(meant)


def test_a_text_typed_with_dots_has_full_stops() -> None:
    typed = "推进依法行政.一是学法普法.全年培训9次,合格率1.5倍.一.总体情况.二是规范审批.办结12件.详见www.example.cn"
    read = normalize(typed, [Span(0, len(typed))])
    assert read.text == (
        "推进依法行政\u3002一是学法普法\u3002全年培训9次,合格率1.5倍\u3002一.总体情况\u3002"
        "二是规范审批\u3002办结12件\u3002详见www.example.cn"
    )
    usual = typed.replace(".", "\u3002")
    assert normalize(usual + "1.5", [Span(0, len(usual) + 3)]).text.endswith("1.5")


def test_text_picks_a_language() -> None:
    sentence = Text("达标", "present")
    assert (sentence.pick("zh"), sentence.pick("en")) == ("达标", "present")
