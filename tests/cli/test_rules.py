"""`checker rules` and `checker explain`: a clerk can look up what is asked for, and argue with a verdict."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.cells import cell_len

from checker import __version__
from checker.ruleset import load, shipped
from tests.cli.conftest import Cli

MAIN = "law-based-government"


def test_version_names_the_tool_and_every_shipped_ruleset(cli: Cli) -> None:
    lines = cli("--version").out.splitlines()
    assert lines[0] == f"checker {__version__}"
    assert lines[1:] == [f"{name} {load(name).info.version}" for name in shipped()]
    assert cli("check", "--version").out.splitlines() == lines


def test_list(cli: Cli) -> None:
    out = cli("rules", "list").out
    assert all(name in out for name in shipped())


def test_show_lists_every_item_with_what_it_asks_for(cli: Cli) -> None:
    out = cli("rules", "show", MAIN, "--lang", "zh", COLUMNS="120").out
    for item in load(MAIN).items:
        assert f"（{item.id}）" in out
        assert item.title.zh in out
        assert item.asks.zh[:20] in out


def test_a_ruleset_can_be_explained_as_well(cli: Cli) -> None:
    assert cli("explain", MAIN).out == cli("rules", "show", MAIN).out


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("columns", ["80", "120"])
def test_an_item_is_explained_with_reasons_and_examples(cli: Cli, columns: str, lang: str) -> None:
    for item in load(MAIN).items:
        outcome = cli("explain", item.id, "--lang", lang, COLUMNS=columns)
        assert outcome.code == 0
        assert ("合格的写法" if lang == "zh" else "Good examples") in outcome.out
        assert ("不合格的写法" if lang == "zh" else "Bad examples") in outcome.out
        assert all(example.reason in outcome.out for example in item.examples if example.reason)
        assert all(cell_len(line) <= int(columns) for line in outcome.out.splitlines())


def test_a_verdict_is_explained_with_the_place_and_the_reason(cli: Cli, good: Path, bad: Path) -> None:
    outcome = cli("explain", "legal_review", good)
    assert outcome.code == 0
    assert "达标" in outcome.out
    assert "行\n" in outcome.out
    assert "缺失" in cli("explain", "legal_review", bad).out


def test_a_report_that_cannot_be_read_cannot_be_explained(cli: Cli, tmp_path: Path) -> None:
    outcome = cli("explain", "legal_review", tmp_path / "没有.txt")
    assert (outcome.code, outcome.out) == (3, "")
    assert "无法检查。" in outcome.err


def test_one_report_at_a_time(cli: Cli, good: Path, bad: Path, tmp_path: Path) -> None:
    for path in (good, bad):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    assert cli("explain", "legal_review", tmp_path).code == 2


def test_a_verdict_on_standard_input(cli: Cli, good: Path) -> None:
    assert cli("explain", "legal_review", "-", stdin=good.read_bytes()).code == 0
