"""What a project asks of its reports: `checker.toml`, or `[tool.checker]` in pyproject.toml, found and checked."""

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Final, NamedTuple

from checker.errors import UsageError
from checker.project.patterns import matches
from checker.ruleset import AUTO

FILE: Final = "checker.toml"
_PYPROJECT: Final = "pyproject.toml"


class Key(NamedTuple):
    """What a key takes: its JSON Schema says it to editors, `check` to us."""

    schema: Mapping[str, Any]
    check: Callable[[object], bool]


def _texts(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(entry, str) and entry for entry in value)


def _choice(*choices: str) -> Key:
    return Key({"enum": list(choices)}, lambda value: value in choices)


def _number(low: int, high: int) -> Key:
    schema = {"type": "integer", "minimum": low, "maximum": high}
    return Key(schema, lambda value: type(value) is int and low <= value <= high)


_TEXT: Final = Key({"type": "string", "minLength": 1}, lambda value: isinstance(value, str) and bool(value.strip()))
_LIST: Final = Key({"type": "array", "minItems": 1, "items": {"type": "string", "minLength": 1}}, _texts)
_DATE: Final = Key({"type": "string", "format": "date"}, lambda value: _date(value) is not None)

DEMANDS: Final[Mapping[str, Key]] = {
    "ruleset": _TEXT,
    "fail-on": _choice("missing", "weak", "never"),
    "min-score": _number(0, 100),
    "year": _number(1949, 2199),
    "organ-type": _choice("government", "department", "town"),
}
TOP: Final[Mapping[str, Key]] = {
    **DEMANDS,
    "paths": _LIST,
    "exclude": _LIST,
    "format": _LIST,
    "lang": _choice("zh", "en", "auto"),
    "baseline": _TEXT,
}
PER_PATH: Final[Mapping[str, Key]] = {"paths": _LIST, **DEMANDS}
IGNORE: Final[Mapping[str, Key]] = {"paths": _LIST, "items": _LIST, "reason": _TEXT, "until": _DATE}
TABLES: Final[Mapping[str, tuple[Mapping[str, Key], tuple[str, ...]]]] = {
    "per-path": (PER_PATH, ("paths",)),
    "ignore": (IGNORE, ("paths", "items", "reason")),
}
"""The repeated tables: their keys, and which of them are required."""


class Demands(NamedTuple):
    """What a report is held to; None where nothing is said."""

    ruleset: str | None = None
    fail_on: str | None = None
    min_score: int | None = None
    year: int | None = None
    organ_type: str | None = None

    def over(self, other: "Demands") -> "Demands":
        """These, and where they say nothing, the others."""
        return other._replace(**{name: value for name, value in self._asdict().items() if value is not None})


class PerPath(NamedTuple):
    """Demands on some of the reports."""

    paths: tuple[str, ...]
    demands: Demands


class Ignore(NamedTuple):
    """Shortfalls that the project accepts."""

    paths: tuple[str, ...]
    items: tuple[str, ...]
    reason: str
    until: date | None = None


class Config(NamedTuple):
    """The configuration of a project. Paths are relative to `base`."""

    file: Path | None
    base: Path
    values: Mapping[str, Any]
    """As written, by key; without the repeated tables."""
    demands: Demands = Demands()
    per_path: tuple[PerPath, ...] = ()
    ignore: tuple[Ignore, ...] = ()

    def demands_on(self, way: str) -> Demands:
        """What the report at `way` from the base is held to; later tables win over earlier ones."""
        found = self.demands
        for entry in self.per_path:
            if matches(way, entry.paths):
                found = entry.demands.over(found)
        return found

    def listed(self, key: str) -> tuple[str, ...]:
        """The texts of a list; empty where it is not there."""
        return tuple(self.values.get(key, ()))


def start(paths: Iterable[str]) -> Path:
    """The folder that all of `paths` lie in, as far as they exist; else the current one."""
    there = [os.path.realpath(path) for path in paths if os.path.lexists(path)]
    folders = [path if Path(path).is_dir() else str(Path(path).parent) for path in there]
    try:
        return Path(os.path.commonpath(folders)) if folders else Path.cwd()
    except ValueError:  # on several drives
        return Path.cwd()


def find(folder: Path) -> Config:
    """The nearest configuration in `folder` or above it, up to the root of the repository."""
    for here in (folder, *folder.parents):
        for name in (FILE, _PYPROJECT):
            data = _read_if_there(here / name)
            # Most projects have no table of ours, and the parser takes time to import.
            if data is not None and (name == FILE or b"tool.checker" in data):
                config = _parse(here / name, data)
                if config is not None:
                    return config
        if (here / ".git").exists():
            break
    return Config(None, folder, {})


def load(file: Path) -> Config:
    """The configuration in a file that the user names."""
    data = _read(file)
    config = None if data is None else _parse(file, data)
    if config is None:
        raise UsageError("config-not-found", path=file)
    return config


def _read_if_there(file: Path) -> bytes | None:
    try:
        return _read(file) if file.is_file() else None
    except PermissionError:  # a folder that nobody may look into; whoever wants its reports is told
        return None


def _read(file: Path) -> bytes | None:
    try:
        return file.read_bytes() if file.is_file() else None
    except OSError as error:
        raise UsageError("config-unreadable", path=file) from error


def _parse(file: Path, data: bytes) -> Config | None:
    import tomllib

    try:
        table: Any = tomllib.loads(data.decode("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        detail = str(error) if isinstance(error, tomllib.TOMLDecodeError) else "UTF-8"
        raise UsageError("config-toml", path=file, detail=detail) from error
    if file.name == _PYPROJECT:
        table = table.get("tool", {})
        table = table.get("checker") if isinstance(table, dict) else None
        if table is None:
            return None
    if not isinstance(table, dict):
        raise UsageError("config-section", path=file)
    return _config(file, table)


def _config(file: Path, table: dict[str, Any]) -> Config:
    base = file.parent
    values = {key: value for key, value in table.items() if key not in TABLES}
    _checked(file, values, TOP, [*TOP, *TABLES], ())
    entries = {name: _entries(file, name, table.get(name, [])) for name in TABLES}
    ignore = [
        Ignore(tuple(e["paths"]), tuple(e["items"]), e["reason"].strip(), _date(e.get("until")))
        for e in entries["ignore"]
    ]
    per_path = [PerPath(tuple(e["paths"]), _demands(e, base)) for e in entries["per-path"]]
    return Config(file, base, values, _demands(values, base), tuple(per_path), tuple(ignore))


def _entries(file: Path, name: str, tables: object) -> list[dict[str, Any]]:
    keys, required = TABLES[name]
    if not isinstance(tables, list) or not all(isinstance(entry, dict) for entry in tables):
        raise UsageError("config-table", path=file, setting=name)
    for entry in tables:
        _checked(file, entry, keys, list(keys), required, prefix=f"{name}.")
    return tables


def _checked(
    file: Path,
    table: Mapping[str, Any],
    keys: Mapping[str, Key],
    known: Sequence[str],
    required: Iterable[str],
    prefix: str = "",
) -> None:
    for name, value in table.items():
        if name not in keys:
            raise _unknown(file, prefix, name, known)
        if not keys[name].check(value):
            raise _wrong(file, prefix + name, keys[name].schema)
    for name in required:
        if name not in table:
            raise UsageError("config-missing-key", path=file, setting=prefix + name)


def _wrong(file: Path, setting: str, schema: Mapping[str, Any]) -> UsageError:
    if "enum" in schema:
        return UsageError("config-choice", path=file, setting=setting, choices=", ".join(schema["enum"]))
    if "minimum" in schema:
        return UsageError("config-number", path=file, setting=setting, low=schema["minimum"], high=schema["maximum"])
    if schema["type"] == "array":
        return UsageError("config-list", path=file, setting=setting)
    return UsageError("config-date" if "format" in schema else "config-text", path=file, setting=setting)


def _unknown(file: Path, prefix: str, name: str, known: Sequence[str]) -> UsageError:
    from difflib import get_close_matches

    guesses = get_close_matches(name, known, n=1)
    if guesses:
        return UsageError("config-unknown-key-but", path=file, setting=prefix + name, guess=prefix + guesses[0])
    return UsageError("config-unknown-key", path=file, setting=prefix + name, keys=", ".join(known))


def _demands(table: Mapping[str, Any], base: Path) -> Demands:
    ruleset = table.get("ruleset")
    if ruleset not in (None, AUTO) and (base / ruleset).exists():
        ruleset = str(base / ruleset)
    return Demands(ruleset, table.get("fail-on"), table.get("min-score"), table.get("year"), table.get("organ-type"))


def _date(value: object) -> date | None:
    from datetime import date

    if type(value) is date:
        return value
    try:
        return date.fromisoformat(value) if isinstance(value, str) and len(value) == len("2026-01-01") else None
    except ValueError:
        return None


def schema() -> dict[str, Any]:
    """The JSON Schema of `checker.toml`, for editors."""

    def table(keys: Mapping[str, Key], required: Iterable[str] = ()) -> dict[str, Any]:
        properties = {name: dict(key.schema) for name, key in keys.items()}
        entry: dict[str, Any] = {"type": "object", "additionalProperties": False, "properties": properties}
        return entry | ({"required": list(required)} if required else {})

    top = table(TOP)
    for name, (keys, required) in TABLES.items():
        top["properties"][name] = {"type": "array", "items": table(keys, required)}
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "checker.toml", **top}
