"""Finds a ruleset by id or path and gives it ready to run, from a cache keyed by content where there is one."""

from __future__ import annotations

import marshal
import os
import stat
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from checker.errors import RulesetError, UsageError
from checker.hashing import blake2b, sha256
from checker.results import RulesetInfo
from checker.ruleset.model import (
    Applies,
    Basis,
    CopyRule,
    Example,
    FindingRule,
    Item,
    Regions,
    Ruleset,
    Scoring,
    Sector,
    ZoneRule,
)
from checker.ruleset.shelf import MAIN, find
from checker.ruleset.tables import unpacked
from checker.text import Text
from checker.version import VERSION

if TYPE_CHECKING:
    from checker.ruleset.compile import Workpiece

_FORMAT: Final = 43
"""Version of the compiled form; raise it with every change of `compile` or `schema`."""
_MAX_FILE: Final = 2_000_000


def load(name: str) -> Ruleset:
    """The ruleset with the shipped id or at the path `name` (a .yaml file or a folder with ruleset.yaml).

    Raises UsageError where there is none, RulesetError where it cannot be used.
    """
    main = find(name)
    levels = _gathered(main)
    digest = "sha256:" + _digest(levels)
    compiled = _cached(digest)
    if compiled is None:
        from checker.ruleset.compile import compile_ruleset

        compiled = compile_ruleset(levels, str(main), digest)
        _keep(digest, compiled)
    return _ruleset(compiled, len(levels) - 1)


def inspect(name: str) -> tuple[Ruleset, Workpiece]:
    """The same ruleset with where everything in it is written, for the tools of its authors. Raises as `load` does."""
    from checker.ruleset.compile import work

    main = find(name)
    levels = _gathered(main)
    piece = work(levels, str(main), "sha256:" + _digest(levels))
    return _ruleset(piece.compiled, len(levels) - 1), piece


def _gathered(main: Path) -> list[dict[str, bytes]]:
    """The files of the ruleset, its own file first; then those of the ruleset that it extends, and so on."""
    try:
        chain, levels = [main], [_read(main)]
        while b"extends:" in levels[-1][str(chain[-1])]:
            from checker.ruleset.bases import base

            path = base(chain, levels[-1][str(chain[-1])])
            if path is None:
                break
            chain.append(path)
            levels.append(_read(path))
    except OSError as error:
        raise UsageError("ruleset-unreadable", path=str(chain[-1])) from error
    return levels


def _read(main: Path) -> dict[str, bytes]:
    # A family has some fifty files: without a Path for each they are read in half the time.
    names = [str(main)]
    if main.name == MAIN:
        names += [name for folder in ("items", "findings") for name in _listed(str(main.parent / folder))]
    files: dict[str, bytes] = {}
    for name in names:
        with open(name, "rb") as file:  # noqa: PTH123
            files[name] = file.read(_MAX_FILE + 1)
        if len(files[name]) > _MAX_FILE:
            raise RulesetError("ruleset-file-too-large", path=name)
    return files


def _listed(folder: str) -> list[str]:
    try:
        with os.scandir(folder) as entries:
            return sorted(entry.path for entry in entries if entry.name.endswith(".yaml"))
    except FileNotFoundError:
        return []


def _digest(levels: Sequence[Mapping[str, bytes]]) -> str:
    hasher = sha256()
    for number, files in enumerate(levels):
        if number:
            hasher.update(b"extends\0")
        for path, data in files.items():
            # The name counts, the folder does not: a ruleset is the same wherever it lies. So do line ends, which
            # version control changes between systems.
            body = data.replace(b"\r\n", b"\n")
            hasher.update(f"{os.path.basename(path)}\0{len(body)}\0".encode())  # noqa: PTH119
            hasher.update(body)
    return hasher.hexdigest()


def _cache_file(digest: str) -> Path | None:
    if os.environ.get("CHECKER_NO_CACHE"):
        return None
    base = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    try:
        root = Path(base) if base else Path.home() / ".cache"
    except RuntimeError:
        return None
    # Like compiled modules, the form is that of one version of Python: it is read three times as fast as JSON.
    version = f"{VERSION}-{_FORMAT}-{sys.implementation.cache_tag}"
    return root / "checker" / f"{digest.removeprefix('sha256:')[:32]}-{version}.bin"


def _cached(digest: str) -> dict[str, Any] | None:
    """The compiled ruleset from the cache; None where there is none that this user alone can have written."""
    path = _cache_file(digest)
    if path is None:
        return None
    try:
        with path.open("rb") as file:
            status = os.fstat(file.fileno())
            if os.name == "posix" and (status.st_uid != os.getuid() or status.st_mode & (stat.S_IWGRP | stat.S_IWOTH)):
                return None
            data = file.read()
        head, _, body = data.partition(b"\n")
        if head.decode() != blake2b(body).hexdigest():
            return None
        compiled: dict[str, Any] = marshal.loads(body)  # noqa: S302 -- the user's own file, and whole
    except (OSError, ValueError, EOFError, TypeError):
        return None
    return compiled if compiled.get("digest") == digest else None


def _keep(digest: str, compiled: dict[str, Any]) -> None:
    path = _cache_file(digest)
    if path is None:
        return
    import tempfile

    body = marshal.dumps(compiled)
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle, temporary = tempfile.mkstemp(dir=path.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(blake2b(body).hexdigest().encode() + b"\n" + body)
        Path(temporary).replace(path)
    except OSError:
        return  # A cache that cannot be written only costs time.


def _ruleset(data: dict[str, Any], depth: int) -> Ruleset:
    return Ruleset(
        info=RulesetInfo(data["id"], data["version"], data["digest"], Text(*data["title"])),
        scoring=Scoring(
            data["scoring"]["present"],
            data["scoring"]["weak"],
            data["scoring"]["missing"],
            Text(*data["scoring"]["formula"]),
        ),
        zones={name: ZoneRule(**zone) for name, zone in data["zones"].items()},
        page=data["page"],
        items=tuple(_item(item) for item in data["items"]),
        findings=tuple(_finding(finding) for finding in data["findings"]),
        sectors={name: Sector(Text(*title), tuple(words)) for name, (title, words) in data["sectors"].items()},
        chosen_for=_applies(data["chosen_for"]),
        copies=CopyRule(**data["copies"]),
        regions=Regions(**{name: tuple(words) for name, words in data["regions"].items()}),
        table=unpacked(data["table"]),
        local_tables={int(number): unpacked(table) for number, table in data["local_tables"].items()},
        empty=frozenset(data["empty"]),
        raw_groups=data["groups"],
        depth=depth,
    )


def _applies(data: list[Any] | None) -> Applies | None:
    if data is None:
        return None
    organ_types, sectors, first, last, power = data
    return Applies(tuple(organ_types), tuple(sectors), first, last, power)


def _item(data: dict[str, Any]) -> Item:
    texts = {name: Text(*data[name]) for name in ("title", "asks", "heading", "content", "suggestion")}
    return Item(
        id=data["id"],
        level=data["level"],
        weight=data["weight"],
        check=data["check"],
        place=data["place"],
        groups=data["groups"],
        numbers=data["numbers"],
        codes=data["codes"],
        tables=data["tables"],
        bases=tuple(Basis(Text(*text), since, until) for text, since, until in data["bases"]),
        applies=_applies(data["applies"]),
        reasons={code: Text(*pair) for code, pair in data["reasons"].items()},
        advice={code: Text(*pair) for code, pair in data["advice"].items()},
        examples=tuple(Example(*example) for example in data["examples"]),
        **texts,
    )


def _finding(data: dict[str, Any]) -> FindingRule:
    return FindingRule(
        id=data["id"],
        check=data["check"],
        severity=data["severity"],
        title=Text(*data["title"]),
        messages={code: Text(*pair) for code, pair in data["messages"].items()},
        suggestion=Text(*data["suggestion"]) if data["suggestion"] else None,
        groups=data["groups"],
        numbers=data["numbers"],
        codes=data["codes"],
        tables=data["tables"],
        applies=_applies(data["applies"]),
    )
