"""`checker rules mutate`: an author learns what a ruleset overlooks and what deceives it."""

from __future__ import annotations

from pathlib import Path

import pytest

import checker
from checker.mutation.edits import Edit
from checker.ruleset import load
from tests.cli.conftest import Cli

MAIN = "law-based-government"


def test_a_row_for_each_item_and_no_false_alarm_on_a_good_report(cli: Cli, good: Path) -> None:
    result = cli("rules", "mutate", MAIN, good, "--lang", "zh")
    rows = {line.split()[0]: line.split()[1:] for line in result.out.splitlines() if line.endswith((" 0", "误报"))}
    assert rows.pop("项目") == ["改动", "发现", "发现率", "误报"]
    assert list(rows) == [item.title.zh for item in load(MAIN).items]
    assert rows["存在的不足和原因"][2:] == ["100%", "0"]
    assert result.code == 0


def test_a_rate_below_what_is_asked_fails(cli: Cli, good: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    unchanged = Edit(lambda reading, ruleset, result: reading.document.text, steps=1)
    monkeypatch.setattr("checker.mutation.trial.EDITS", {"cut": unchanged})
    result = cli("rules", "mutate", MAIN, good, "--lang", "zh")
    assert result.code == 1
    assert "a01.txt：存在的不足和原因，删去有关内容" in "".join(line.strip() for line in result.out.splitlines())
    assert cli("rules", "mutate", MAIN, good, "--min-kill", "0").code == 0


def test_what_cannot_be_read_stops_the_trial(cli: Cli, tmp_path: Path) -> None:
    result = cli("rules", "mutate", MAIN, tmp_path / "没有.txt", "--lang", "zh")
    assert result.code == 3
    assert "没有.txt" in result.err
    assert not result.out


def test_without_a_checkout_reports_must_be_named(cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checker, "__file__", str(tmp_path / "checker" / "__init__.py"))
    result = cli("rules", "mutate", MAIN, "--lang", "en")
    assert result.code == 2
    assert "No reports to try" in result.err
