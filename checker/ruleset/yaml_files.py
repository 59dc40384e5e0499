"""The YAML files of a ruleset → plain data, with the place of every value and every fault in its place."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final, NamedTuple

import yaml

from checker.errors import Problem
from checker.messages import say
from checker.ruleset.yaml_slips import slip
from checker.text import Text

Place = tuple[str | int, ...]
Where = tuple[str, int, int]
"""Path, line and column (1-based)."""
_MAX_BYTES: Final = 2_000_000
_MAX_NODES: Final = 200_000
_MAX_DEPTH: Final = 40
_LINE: Final = re.compile(r"\r\n|[\n\r\x85\u2028\u2029]")
"""What ends a line in YAML."""
_PLAIN: Final = "tag:yaml.org,2002:"
_TAGS: Final = ("str", "int", "float", "bool", "null", "timestamp", "value", "seq", "map")
# What YAML 1.1 quietly turns into something else than the words that were typed.
_TURNED: Final = {
    "tag:yaml.org,2002:bool": "yaml-boolean",
    "tag:yaml.org,2002:timestamp": "yaml-date",
    "tag:yaml.org,2002:float": "yaml-number",
    "tag:yaml.org,2002:null": "yaml-null",
}


class Source:
    """The YAML files of a ruleset with the place of each node."""

    def __init__(self) -> None:
        self.places: dict[Place, Where] = {}
        self.lines: dict[str, list[str]] = {}
        self.problems: list[Problem] = []
        self.turned: set[tuple[tuple[str, int], str]] = set()
        """Path, line and value of what YAML turns into something else: that it is no text or number is no second fault.
        """
        self.nodes = 0
        """Of the file that is being read."""

    def problem(self, where: Where, key: str, hint: str = "", **values: str | Text) -> None:
        path, line, column = where
        lines = self.lines.get(path, [])
        source = lines[line - 1] if 0 < line <= len(lines) else ""
        self.problems.append(Problem(path, line, column, key, tuple(values.items()), source, hint))

    def place(self, loc: Place) -> Where:
        """The place of `loc`, or of the nearest node around it."""
        while loc and loc not in self.places:
            loc = loc[:-1]
        return self.places.get(loc, ("", 1, 1))


class _BombError(Exception):
    """A file that unfolds without end; it has been told of."""


class Layer(NamedTuple):
    """The data of one ruleset, and the places of its values."""

    data: Any
    places: dict[Place, Where]


def read(source: Source, files: Mapping[str, bytes]) -> Layer:
    """The data in the first of `files`, with items and findings that name another of them read from there."""
    main = next(iter(files))
    source.places = {}
    data = _load(source, main, files[main], ())
    source.places[()] = (main, 1, 1)
    for key in ("items", "findings"):
        listed = data.get(key) if isinstance(data, dict) else None
        if isinstance(listed, list):
            data[key] = [
                _part(source, files, entry, (key, number)) if isinstance(entry, str) else entry
                for number, entry in enumerate(listed)
            ]
    return Layer(data, source.places)


def _part(source: Source, files: Mapping[str, bytes], name: str, loc: Place) -> Any:
    """The data of the file `name` that an entry of a list points to."""
    path = next((path for path in files if path == name or path.replace("\\", "/").endswith("/" + name)), None)
    if path is None:
        source.problem(source.place(loc), "ruleset-no-such-file", name=name)
        return None
    return _load(source, path, files[path], loc)


def _load(source: Source, path: str, data: bytes, loc: Place) -> Any:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        source.problem((path, 1, 1), "ruleset-not-utf8")
        return None
    source.lines[path] = _LINE.split(text)
    source.nodes = 0
    if len(data) > _MAX_BYTES:
        source.problem((path, 1, 1), "ruleset-too-large")
        return None
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        node = yaml.compose(text, Loader=loader)
    except yaml.YAMLError as error:
        found = slip(error, source.lines[path])
        source.problem((path, found.line, found.column), "ruleset-yaml", detail=found.detail)
        return None
    except RecursionError:
        source.problem((path, 1, 1), "ruleset-bomb")
        return None
    if node is None:
        source.problem((path, 1, 1), "ruleset-empty-file")
        return None
    try:
        return _plain(source, path, node, loc, 0)
    except _BombError:
        return None


def _plain(source: Source, path: str, node: yaml.Node, loc: Place, depth: int) -> Any:
    where = (path, node.start_mark.line + 1, node.start_mark.column + 1)
    source.places[loc] = where
    source.nodes += 1
    if depth > _MAX_DEPTH or source.nodes > _MAX_NODES:
        # Aliases multiply nodes, so a bomb is met here while it unfolds.
        source.problem(where, "ruleset-bomb")
        raise _BombError
    if not node.tag.startswith(_PLAIN) or node.tag.removeprefix(_PLAIN) not in _TAGS:
        source.problem(where, "ruleset-tag", name=node.tag.replace(_PLAIN, "!!"))
    if isinstance(node, yaml.MappingNode):
        return _mapping(source, path, node, loc, depth)
    if isinstance(node, yaml.SequenceNode):
        return [_plain(source, path, child, (*loc, i), depth + 1) for i, child in enumerate(node.value)]
    return _scalar(source, where, node)


def _mapping(source: Source, path: str, node: yaml.MappingNode, loc: Place, depth: int) -> dict[str, Any]:
    result: dict[str, Any] = {}
    for key_node, value_node in node.value:
        where = (path, key_node.start_mark.line + 1, key_node.start_mark.column + 1)
        if not isinstance(key_node, yaml.ScalarNode):
            source.problem(where, "ruleset-key-not-text")
            continue
        key = key_node.value
        if key in result:
            source.problem(where, "ruleset-duplicate-key", name=key)
            continue
        result[key] = _plain(source, path, value_node, (*loc, key), depth + 1)
        source.places[(*loc, key)] = where
    return result


def _scalar(source: Source, where: Where, node: yaml.Node) -> Any:
    value = node.value
    if node.tag == "tag:yaml.org,2002:int":
        if re.fullmatch(r"-?(0|[1-9]\d*)", value):
            return int(value)
        return _turned(source, where, value, "yaml-number")
    if node.tag == "tag:yaml.org,2002:bool" and value in ("true", "false"):
        return value == "true"
    if node.tag in _TURNED and value not in ("null", "~", ""):
        return _turned(source, where, value, _TURNED[node.tag])
    if node.tag == "tag:yaml.org,2002:null":
        return None
    return value


def _turned(source: Source, where: Where, value: str, kind: str) -> str:
    source.turned.add((where[:2], value))
    source.problem(where, "ruleset-turned", value=value, kind=say(kind))
    return value


def near_word(word: str, choices: Sequence[str]) -> str:
    """The choice that `word` may be a slip of, for "did you mean"; empty where none comes near."""
    # The finder of near words is one layer up and this module must not know it; the standard library serves here.
    from difflib import get_close_matches

    return next(iter(get_close_matches(word, choices, 1, 0.5)), "")
