"""The JSON Schema that editors use while a ruleset is written."""

from __future__ import annotations

from typing import Any, Final

from checker.ruleset.schema import json_schema

_FILE: Final = {"type": "string", "pattern": r"\.yaml$", "description": "File that holds the entry"}
_NAMES: Final = {"type": "array", "items": {"type": "string"}}
_OWN: Final = ("schema", "id", "version")
_WHOLE: Final = ("items", "findings")
"""Entries that a ruleset adds of its own are whole, whether it extends another or not."""


def editor_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a ruleset file: one that stands alone, or one that extends another."""
    schema = json_schema()
    for key in _WHOLE:
        entries = schema["properties"][key]
        entries["items"] = {"anyOf": [_FILE, entries["items"]]}
    outer = {key: schema.pop(key) for key in ("$schema", "$defs", "title", "description")}
    alone = dict(schema)
    return outer | {"if": {"required": ["extends"]}, "then": _extension(alone, outer["$defs"]), "else": alone}


def _extension(alone: dict[str, Any], defs: dict[str, Any]) -> dict[str, Any]:
    """What may stand in a ruleset that extends another: all that may stand alone, in parts, and three more words."""
    properties = {
        key: value if key in _WHOLE or key in _OWN else _partial(value, defs)
        for key, value in alone["properties"].items()
    }
    properties["extends"] = {"type": "string", "description": "Id of a shipped ruleset, or path of a file"}
    properties["override"] = {"type": "object", "additionalProperties": {"type": "object"}}
    properties["remove"] = _NAMES
    return {"type": "object", "additionalProperties": False, "required": [*_OWN, "extends"], "properties": properties}


def _partial(node: dict[str, Any], defs: dict[str, Any]) -> dict[str, Any]:
    """The same with nothing required, and lists given whole or by what is added and removed."""
    if "$ref" in node:
        return _partial(defs[node["$ref"].rpartition("/")[2]], defs)
    if node.get("type") == "array":
        change = {"type": "object", "additionalProperties": False, "properties": {"add": node, "remove": node}}
        return {"anyOf": [node, change]}
    loose = {key: value for key, value in node.items() if key != "required"}
    if "properties" in node:
        loose["properties"] = {key: _partial(value, defs) for key, value in node["properties"].items()}
    if isinstance(node.get("additionalProperties"), dict):
        loose["additionalProperties"] = _partial(node["additionalProperties"], defs)
    return loose
