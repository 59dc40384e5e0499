"""The one-pass scanner finds what a slow search by regular expressions finds."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from checker.matching import Scanner
from checker.ruleset import phrasing
from tests.matching.phrases import brute, patterns

_WORD = st.text(st.sampled_from("甲乙丙"), min_size=1, max_size=2)
_GROUP = st.lists(st.one_of(_WORD, st.just("")), min_size=2, max_size=3).map(lambda words: f"({'|'.join(words)})")
_PIECE = st.lists(st.one_of(_WORD, _GROUP), min_size=1, max_size=3).map("".join)
_GAP = st.sampled_from(["\u2026", "~", "\u2026#", "~#"])
_TEXT = st.text(st.sampled_from("甲乙丙甲乙丙丁3余,\u3002"), max_size=14)


@st.composite
def _phrases(draw: st.DrawFn) -> str:
    pieces = draw(st.lists(_PIECE, min_size=1, max_size=3))
    phrase = pieces[0] + "".join(draw(_GAP) + piece for piece in pieces[1:])
    return draw(st.sampled_from(["", "", "^"])) + phrase + draw(st.sampled_from(["", "", "$"]))


@pytest.mark.parametrize("many", [2, 64])
@settings(max_examples=400, deadline=None)
@given(st.lists(_phrases(), min_size=1, max_size=3), _TEXT)
def test_finds_what_a_regular_expression_finds(many: int, phrases: list[str], text: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(phrasing, "_MANY", many)  # alternatives are cut apart where there are more variants
        assume(all(phrasing.parse(phrase) for phrase in phrases))
        scanner = Scanner([patterns([phrase]) for phrase in phrases])
    hits = scanner.scan(text)
    for group, phrase in enumerate(phrases):
        places = {(hit.start, hit.end) for hit in hits.all(group)}
        wanted = brute(text, phrase)
        assert places <= wanted
        assert {end for _, end in places} == {end for _, end in wanted}


@settings(max_examples=100, deadline=None)
@given(st.lists(_phrases(), min_size=1, max_size=4), _TEXT)
def test_groups_do_not_disturb_each_other(phrases: list[str], text: str) -> None:
    assume(all(phrasing.parse(phrase) for phrase in phrases))
    groups = [patterns([phrase]) for phrase in phrases]
    together = Scanner(groups).scan(text)
    lazily = Scanner(groups, frozenset(range(len(groups)))).scan(text)
    for number, group in enumerate(groups):
        alone = list(Scanner([group]).scan(text).all(0))
        assert list(together.all(number)) == alone
        assert list(lazily.all(number)) == alone


@settings(max_examples=100, deadline=None)
@given(_phrases(), _TEXT, st.data())
def test_within_keeps_to_its_bounds(phrase: str, text: str, data: st.DataObject) -> None:
    assume(phrasing.parse(phrase))
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    hits = Scanner([patterns([phrase])]).scan(text)
    inside = hits.within(0, start, end)
    assert inside == [hit for hit in hits.all(0) if start <= hit.start and hit.end <= end]
    assert hits.any(0, start, end) == bool(inside)
    lazy = Scanner([patterns([phrase])], frozenset({0})).scan(text).within(0, start, end)
    assert set(inside) <= set(lazy)
    assert {(hit.start, hit.end) for hit in lazy} <= {(a, b) for a, b in brute(text, phrase) if start <= a and b <= end}
