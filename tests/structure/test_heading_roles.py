"""A heading tells by its words alone what stands under it."""

from __future__ import annotations

import csv
import os
from pathlib import Path

import pytest

from checker.structure import heading_role
from tests.structure.reports import ruleset, scanner

_OWN = Path(__file__).parent / "heading_roles.tsv"
_SHARED = Path(os.environ.get("CHECKER_SHARED", Path(__file__).parents[3] / "shared"))
_COLLECTED = _SHARED / "corpus" / "headings.tsv"

_FALSE = {"plan", "shortcomings"}


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def _roles(heading: str) -> tuple[str, ...]:
    return heading_role(heading, ruleset(), scanner())


@pytest.mark.parametrize("row", _rows(_OWN), ids=lambda row: row["heading"])
def test_roles_of_our_own_list(row: dict[str, str]) -> None:
    assert ",".join(_roles(row["heading"])) == row["role"]


def test_our_own_list_is_long_and_without_repetition() -> None:
    headings = [row["heading"] for row in _rows(_OWN)]
    assert len(headings) >= 120
    assert len(set(headings)) == len(headings)


@pytest.fixture(scope="module")
def collected() -> list[tuple[str, str, str, tuple[str, ...]]]:
    """(heading, level, role, what was found) of headings of real reports."""
    if not _COLLECTED.exists():
        pytest.skip("the collection of headings lies beside the checkout only")
    return [(row["heading"], row["level"], row["role"], _roles(row["heading"])) for row in _rows(_COLLECTED)]


@pytest.mark.parametrize(("role", "zone"), [("shortcomings", "shortcomings"), ("next_year_plan", "plan")])
def test_top_headings_of_real_reports(
    collected: list[tuple[str, str, str, tuple[str, ...]]], role: str, zone: str
) -> None:
    tops = [(heading, found) for heading, level, kind, found in collected if level == "1" and kind == role]
    assert tops
    assert [heading for heading, found in tops if zone not in found] == []


def test_headings_of_real_reports_that_name_the_duty(collected: list[tuple[str, str, str, tuple[str, ...]]]) -> None:
    naming = [(h, found) for h, _, _, found in collected if "第一责任人" in h or "第一責任人" in h]
    assert naming
    assert [heading for heading, found in naming if "first_responsible_person" not in found] == []


def test_other_headings_of_real_reports_announce_neither(
    collected: list[tuple[str, str, str, tuple[str, ...]]],
) -> None:
    others = [(h, found) for h, _, role, found in collected if role in ("achievements", "xi_thought", "other")]
    assert len(others) > 300
    assert [heading for heading, found in others if _FALSE & set(found)] == []


def test_our_own_list_is_not_the_collected_one(collected: list[tuple[str, str, str, tuple[str, ...]]]) -> None:
    assert {row["heading"] for row in _rows(_OWN)}.isdisjoint(heading for heading, *_ in collected)
