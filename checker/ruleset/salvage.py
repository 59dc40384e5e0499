"""A ruleset with faults → as much of it as holds, so that what only a whole ruleset shows is told at the same time."""

from __future__ import annotations

from types import UnionType
from typing import Annotated, Any, Final, Literal, Union, get_args, get_origin

from pydantic import TypeAdapter, ValidationError

from checker.ruleset import finding_schema, schema
from checker.ruleset.faults import FINDINGS, ITEMS
from checker.ruleset.schema_parts import Strict

_NOTHING: Final[dict[type, Any]] = {int: 0, bool: False}


def salvaged(data: Any) -> schema.RulesetFile:
    """A ruleset with all of `data` that is as it should be; what is not is left out, entries of lists become hollow
    ones, so that the others keep their places."""
    ruleset: schema.RulesetFile = _model(schema.RulesetFile, data)
    return ruleset


def _model(model: type[Strict], data: Any) -> Any:
    data = data if isinstance(data, dict) else {}
    values: dict[str, Any] = {}
    for name, field in model.model_fields.items():
        key = field.alias or name
        if key in data or field.is_required():
            values[name] = _value(field.rebuild_annotation(), data.get(key))
    return model.model_construct(**values)


def _value(kind: Any, data: Any) -> Any:
    """`data` as the annotation `kind` wants it, or as near to it as can be."""
    try:
        return TypeAdapter(kind).validate_python(data)
    except ValidationError as error:
        # Parts that do not go together are as good as none.
        whole = any(fault["type"] == "value_error" and not fault["loc"] for fault in error.errors())
        return _hollow(kind, None if whole else data)


def _hollow(kind: Any, data: Any) -> Any:
    origin, inner = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return _hollow(inner[0], data)
    if origin is list:
        return _list(inner[0], data if isinstance(data, list) else [])
    if origin is dict:
        entries = data.items() if isinstance(data, dict) else ()
        return {str(key): _value(inner[1], value) for key, value in entries}
    if origin in (Union, UnionType):
        return _entry(inner, data) if type(None) not in inner else None
    if origin is Literal:
        return inner[0]
    if kind is str:
        return data if isinstance(data, str) else ""
    return _model(kind, data) if issubclass(kind, Strict) else _NOTHING[kind]


def _list(kind: Any, data: list[Any]) -> list[Any]:
    """Phrases that are none become the one that stands for nothing: it says nothing of its own accord."""
    if _plain(kind) is str:
        return [entry if isinstance(entry, str) and entry else PLACEHOLDER for entry in data]
    return [_value(kind, entry) for entry in data]


PLACEHOLDER: Final = "\u25a1"
"""Stands for a phrase that is told to be wrong already."""


def _plain(kind: Any) -> Any:
    return _plain(get_args(kind)[0]) if get_origin(kind) is Annotated else kind


def _entry(kinds: tuple[Any, ...], data: Any) -> Any:
    """An item or a finding: of the check it names, or of one that has nothing to look for."""
    known = ITEMS if kinds[0] in ITEMS.values() else FINDINGS
    check = data.get("check") if isinstance(data, dict) else None
    if isinstance(check, str) and check in known:
        return _model(known[check], data)
    idle = schema.TitleItem if known is ITEMS else finding_schema.PrivacyFinding
    own = data if isinstance(data, dict) else {}
    return _model(idle, {key: own[key] for key in ("id", "applies") if key in own})
