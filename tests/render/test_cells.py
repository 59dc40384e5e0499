"""Lines of Chinese keep to their width and break where a typesetter would break them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from checker.render import cells

_SENTENCE = (
    "严格落实行政执法公示制度，在市政府门户网站、信用中国（鹿溪）公示卫生行政处罚387件、行政许可1204件；"
    "执法人员检查时主动出示证件，做到“三公开”。详见 https://example.org/gongshi/2024/index.html。"
)


def _lines(text: str, first: int, rest: int) -> list[str]:
    return [text[start:end] for start, end in cells.wrap(text, first, rest)]


@pytest.mark.parametrize("width", [8, 17, 40, 79])
def test_lines_keep_to_their_width(width: int) -> None:
    lines = _lines(_SENTENCE, width, width - 3)
    assert cell_len(lines[0]) <= width
    assert all(cell_len(line) <= width - 3 for line in lines[1:])


@pytest.mark.parametrize("width", range(12, 60))
def test_no_line_begins_with_a_closing_mark_or_ends_with_an_opening_one(width: int) -> None:
    for line in _lines(_SENTENCE, width, width):
        assert line[0] not in "，。、；：）》”"
        assert line[-1] not in "（《“"


def test_english_words_and_numbers_stay_whole() -> None:
    assert _lines("announced 1204 decisions in 2024", 14, 14) == ["announced 1204", "decisions in", "2024"]
    assert _lines("公示行政许可1204件", 14, 14) == ["公示行政许可", "1204件"]


def test_a_word_longer_than_the_line_is_cut() -> None:
    assert _lines("https://example.org/a", 8, 8) == ["https://", "example.", "org/a"]


def test_nothing_but_blanks_gives_no_line() -> None:
    assert _lines("  \u3000 ", 10, 10) == []


@given(st.text(max_size=60), st.integers(6, 30), st.integers(6, 30))
def test_wrapping_loses_blanks_only(text: str, first: int, rest: int) -> None:
    assert "".join("".join(_lines(text, first, rest)).split()) == "".join(text.split())


@given(st.text(alphabet="公示“”，。a1 √𠮷e\u0301", max_size=40), st.integers(4, 30))
def test_clipping_keeps_to_the_room(text: str, room: int) -> None:
    assert cells.width(cells.clip(text, room)) <= room


def test_ambiguous_characters_are_taken_for_wide() -> None:
    assert cells.width("“√”") == 6
    assert cells.width("e\u0301") == 1
    assert cells.width("𠮷") == 2
