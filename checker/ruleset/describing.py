"""What the language says of a key, for those who read about it without knowing the language."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from checker.ruleset import schema
from checker.ruleset.faults import FINDINGS, ITEMS, inner_model


def described(check: str, path: Sequence[str]) -> str:
    """The description, in Chinese, of the key that `path` leads to: in an item or finding of this check, or, where
    `check` is empty, in a ruleset. Empty where there is none."""
    model: Any = (ITEMS | FINDINGS).get(check, schema.RulesetFile)
    told = ""
    for part in path:
        fields = {field.alias or name: field for name, field in model.model_fields.items()} if model else {}
        if part in fields:
            told = fields[part].description or ""
            model = inner_model(fields[part].annotation)
    return told
