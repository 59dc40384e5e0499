"""Phrases that can never matter are told, in lists where they cannot; others are left alone."""

from __future__ import annotations

import pytest

from checker.authoring.coverage import coverage
from checker.authoring.shadows import shadows
from checker.ruleset import shipped
from checker.ruleset.loading import inspect
from tests.ruleset.conftest import Folder


def _idle(folder: Folder, option: str, phrases: str) -> dict[str, str]:
    """The idle phrases of a list of the item, each with the one that is found in its stead."""
    folder.edit("  own_content:", f"  {option}: [{phrases}]\n  own_content:", item=True)
    _, piece = inspect(str(folder.path))
    return {word.phrase: other.phrase for word, other in shadows(piece.written) if word.home[-1] == option}


@pytest.mark.parametrize(
    ("phrases", "idle"),
    [
        ("不到位, 还不到位", {"还不到位": "不到位"}),
        ("还不到位, 不到位", {"还不到位": "不到位"}),
        ("不到位, 不到位", {"不到位": "不到位"}),
        ("不到位, 不健全", {}),
        ("不(到位|健全), 还不到位, 还不健全", {"还不到位": "不(到位|健全)", "还不健全": "不(到位|健全)"}),
        ("不到位, 还不(到位|健全)", {}),
        ("不到位, 不健全, 还不(到位|健全)", {"还不(到位|健全)": "不健全"}),
        ("不到位, 还不到位…落实", {"还不到位…落实": "不到位"}),
        ("不到位…落实, 还不到位", {}),
        ("^不到位, 还不到位", {}),
        ("^不到位, ^不到位的", {"^不到位的": "^不到位"}),
        ("不到位, ^不到位", {"^不到位": "不到位"}),
        ("不到位$, 不到位的$", {}),
        ("不到位$, 还不到位$", {"还不到位$": "不到位$"}),
    ],
)
def test_where_it_only_matters_whether_any_stands_there(folder: Folder, phrases: str, idle: dict[str, str]) -> None:
    assert _idle(folder, "lacking", phrases) == idle


@pytest.mark.parametrize(
    ("phrases", "idle"), [("人, 人次", {"人次": "人"}), ("次, 人次", {}), ("万, 万元", {"万元": "万"})]
)
def test_where_it_only_matters_whether_one_begins_there(folder: Folder, phrases: str, idle: dict[str, str]) -> None:
    assert _idle(folder, "units", phrases) == idle


@pytest.mark.parametrize(
    ("phrases", "idle"),
    [
        ("公示, 公示牌", {}),
        ("(公示|公开)牌, 公示牌", {"公示牌": "(公示|公开)牌"}),
        ("公示牌, (公示|公开)牌", {}),
        ("(公示|公开)…牌, 公示~牌", {}),
        ("(公示|公开)~牌, 公示~牌", {"公示~牌": "(公示|公开)~牌"}),
    ],
)
def test_where_each_place_matters(folder: Folder, phrases: str, idle: dict[str, str]) -> None:
    assert _idle(folder, "not_names", phrases) == idle


def test_a_phrase_of_the_lexicon_that_matters_in_one_of_its_lists(folder: Folder) -> None:
    folder.edit("kinds: [公开栏, 明白纸]", "kinds: [公开栏, 村公开栏]")
    assert _idle(folder, "lacking", '"@kinds"') == {}


def test_an_author_is_told_where(folder: Folder) -> None:
    line, column = folder.edit("  own_content:", "  lacking: [不到位, 还不到位]\n  own_content:", item=True)
    (idle,) = [idle for idle in coverage(*inspect(str(folder.path)))[1].idle if idle.option == "notices.lacking"]
    assert (idle.phrase, idle.other) == ("还不到位", "不到位")
    assert idle.where == (str(folder.item), line, column + len("  lacking: [不到位, "))


@pytest.mark.parametrize("name", shipped())
def test_the_shipped_rulesets_have_none(name: str) -> None:
    assert [(word.phrase, other.phrase) for word, other in shadows(inspect(name)[1].written)] == []
