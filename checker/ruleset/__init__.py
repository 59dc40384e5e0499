"""Rulesets: YAML data that says what a report must contain."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checker.ruleset.shelf import shipped, versions

if TYPE_CHECKING:
    from checker.ruleset.model import Ruleset

__all__ = ["AUTO", "load", "shipped", "versions"]

AUTO: Final = "auto"
"""What leaves the choice of a ruleset for each report to the tool."""


def load(name: str) -> Ruleset:
    """The ruleset with the shipped id or at the path `name` (a .yaml file or a folder with ruleset.yaml); for `auto`
    the one that chooses among the shipped family for each report.

    Raises UsageError where there is none, RulesetError where it cannot be used.
    """
    # Loading needs hashing and JSON, which `checker --version` can do without.
    from checker.ruleset import loading

    if name == AUTO:
        from checker.ruleset import choice

        return choice.family()
    return loading.load(name)
