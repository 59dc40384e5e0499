"""A ruleset with all that it extends as one YAML file, every value with the place where it is written."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from checker.ruleset.compile import Workpiece
from checker.ruleset.yaml_files import Place, Source


def resolved_lines(piece: Workpiece) -> Iterator[str]:
    """The lines of the file; it can be used as a ruleset itself."""
    return _mapping(piece.data, (), "", piece.source)


def _mapping(data: dict[str, Any], place: Place, indent: str, source: Source) -> Iterator[str]:
    for key, value in data.items():
        yield from _entry(f"{indent}{key}:", value, (*place, key), indent + "  ", source)


def _sequence(data: list[Any], place: Place, indent: str, source: Source) -> Iterator[str]:
    for number, value in enumerate(data):
        yield from _entry(f"{indent}-", value, (*place, number), indent + "  ", source)


def _entry(head: str, value: Any, place: Place, indent: str, source: Source) -> Iterator[str]:
    if value and isinstance(value, dict):
        yield head
        yield from _mapping(value, place, indent, source)
    elif value and isinstance(value, list):
        yield head
        yield from _sequence(value, place, indent, source)
    else:
        path, line, _ = source.place(place)
        # What JSON quotes, YAML reads as the same text.
        yield f"{head} {json.dumps(value, ensure_ascii=False)}  # {path}:{line}"
