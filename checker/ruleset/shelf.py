"""Where rulesets lie: the shipped ones by id, others by path."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from checker.errors import UsageError

MAIN: Final = "ruleset.yaml"
_ID: Final = re.compile(r"[a-z][a-z0-9-]*(/[a-z0-9-]+)*")
_PACKAGED: Final = Path(__file__).parents[1] / "_rulesets"
_CHECKOUT: Final = Path(__file__).parents[2] / "rulesets"


def _shelf() -> Path:
    return _PACKAGED if _PACKAGED.is_dir() else _CHECKOUT


def shipped() -> tuple[str, ...]:
    """The ids of the rulesets that come with the tool, sorted."""
    shelf = _shelf()
    return tuple(sorted(path.parent.relative_to(shelf).as_posix() for path in shelf.rglob(MAIN)))


def ships(name: str) -> bool:
    """Whether a ruleset with the id `name` comes with the tool; the shelf is not gone through for it."""
    return _ID.fullmatch(name) is not None and (_shelf() / name / MAIN).is_file()


def versions() -> tuple[tuple[str, str], ...]:
    """(id, version) of the shipped rulesets; the version is read off its line, as --version must not cost a load."""
    return tuple((name, _version(_shelf() / name / MAIN)) for name in shipped())


def _version(path: Path) -> str:
    with path.open(encoding="utf-8") as file:
        line = next(line for line in file if line.startswith("version:"))
    return line.partition(":")[2].strip().strip("\"'")


def find(name: str) -> Path:
    """The main file of the ruleset with the shipped id or at the path `name` (a file, or a folder with ruleset.yaml).

    Raises UsageError where there is none.
    """
    if ships(name):
        return _shelf() / name / MAIN
    path = Path(name)
    if path.is_dir() and (path / MAIN).is_file():
        return path / MAIN
    if path.is_file():
        return path
    raise UsageError("no-such-ruleset", name=name, shipped=", ".join(shipped()))
