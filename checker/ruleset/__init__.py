"""Rulesets: YAML data that says what a report must contain."""

from checker.ruleset.load import load, shipped

__all__ = ["load", "shipped"]
