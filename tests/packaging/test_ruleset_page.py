"""docs/ruleset.md tells of every key of the ruleset language and of every check."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from checker.checks import CHECKS
from checker.ruleset.schema import json_schema

PAGE = (Path(__file__).parents[2] / "docs" / "ruleset.md").read_text(encoding="utf-8")
SCHEMA: dict[str, Any] = json_schema()


@pytest.mark.parametrize("model", ["Zone", "Scoring", "Basis", "Example", "TitleItem"])
def test_the_keys_are_told_of(model: str) -> None:
    assert [
        key for key in SCHEMA["$defs"][model]["properties"] if f"`{key}" not in PAGE and f"{key}:" not in PAGE
    ] == []


def test_the_parts_of_a_ruleset_are_told_of() -> None:
    assert [key for key in SCHEMA["properties"] if f"    {key}: " not in PAGE] == []


def test_the_checks_of_items_are_told_of() -> None:
    assert [name for name in CHECKS if f"`{name}`" not in PAGE] == []
