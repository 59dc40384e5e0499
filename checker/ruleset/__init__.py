"""Rulesets: YAML data that says what a report must contain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.ruleset.shelf import shipped, versions

if TYPE_CHECKING:
    from checker.ruleset.model import Ruleset

__all__ = ["load", "shipped", "versions"]


def load(name: str) -> Ruleset:
    """The ruleset with the shipped id or at the path `name` (a .yaml file or a folder with ruleset.yaml).

    For `auto` it is what chooses one for each report.

    Raises UsageError where there is none, RulesetError where it cannot be used.
    """
    # Loading needs hashing and JSON, which `checker --version` can do without.
    from checker.ruleset import automatic, loading

    return automatic.automatic() if name == automatic.AUTO else loading.load(name)
