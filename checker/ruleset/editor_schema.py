"""The JSON Schema that editors use while a ruleset is written."""

from __future__ import annotations

from typing import Any

from checker.ruleset.schema import json_schema

_FILE = {"type": "string", "pattern": r"\.yaml$", "description": "File that holds the entry"}


def editor_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a ruleset file, in which entries may stand in files of their own."""
    schema = json_schema()
    for key in ("items", "findings"):
        entries = schema["properties"][key]
        entries["items"] = {"anyOf": [_FILE, entries["items"]]}
    return schema
