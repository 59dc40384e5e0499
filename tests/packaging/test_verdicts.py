"""docs/verdicts tells of every item, weight and remark of the ruleset, in both languages, and of no other."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from checker.render.wording import DOUBTFUL
from checker.ruleset import load
from checker.ruleset.model import Ruleset

DOCS = Path(__file__).parents[2] / "docs"
PAGES = ("verdicts.md", "verdicts.zh-CN.md")


@pytest.fixture(scope="module")
def ruleset() -> Ruleset:
    return load("law-based-government")


@pytest.fixture(params=PAGES)
def page(request: pytest.FixtureRequest) -> str:
    return (DOCS / str(request.param)).read_text(encoding="utf-8")


def test_every_item_is_told_of(page: str, ruleset: Ruleset) -> None:
    assert [item.id for item in ruleset.items if f"`{item.id}`" not in page] == []


def test_the_remarks_are_the_rulesets(page: str, ruleset: Ruleset) -> None:
    rows = re.findall(r"^\| `([a-z-]+)` \| (\S+) \|", page, re.MULTILINE)
    grave = {"warning": "warning", "info": "info", "error": "error", "警告": "warning", "提示": "info", "错误": "error"}
    told = {name: grave[severity] for name, severity in rows}
    assert told == {finding.id: finding.severity for finding in ruleset.findings}


def test_the_weights_are_the_rulesets(page: str, ruleset: Ruleset) -> None:
    told = [int(number) for number in re.findall(r"^\| [^|`]+ \| \D{0,2}(\d+)(?: each)? \|$", page, re.MULTILINE)]
    weights = [item.weight for item in ruleset.items if item.level == "required"]
    systems = {item.weight for item in ruleset.items if item.check == "reported-measure" and item.level == "required"}
    assert len(systems) == 1
    assert told == [*weights[:4], *systems]


def test_the_thresholds_are_the_tools(page: str, ruleset: Ruleset) -> None:
    assert f"{DOUBTFUL:g}" in page
    account = ruleset.item("achievements")
    assert account is not None
    assert str(account.numbers["min_characters"]) in page
    assert (ruleset.scoring.present, ruleset.scoring.weak, ruleset.scoring.missing) == (100, 50, 0)
