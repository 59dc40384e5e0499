"""Finds the ruleset that another extends: a shipped one, or a file in the folder of the ruleset that is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from checker.errors import Problem, RulesetError
from checker.ruleset.shelf import MAIN, find, shipped, ships

_MOST: Final = 8
"""More levels than anyone can follow."""
_WORD: Final = "extends:"


def base(chain: Sequence[Path], data: bytes) -> Path | None:
    """The main file of the ruleset that the last of `chain` extends by its content `data`; None where it does not.

    The line is read by itself: most runs find the compiled form in the cache and never read YAML.
    Raises RulesetError where the ruleset cannot be found, lies outside of the folder, or is in `chain` already.
    """
    lines = data.decode("utf-8-sig", "replace").splitlines()
    number = next((number for number, line in enumerate(lines) if line.startswith(_WORD)), None)
    if number is None:
        return None
    line = lines[number]
    name = line.removeprefix(_WORD).partition(" #")[0].strip().strip("\"'")
    path = find(name) if ships(name) else _beside(chain[-1], name)
    key = _objection(name, path, chain)
    if key:
        # Only here: the way to a ruleset in the cache leads past this module, and YAML takes long to import.
        from checker.ruleset.yaml_files import near_word

        column = len(_WORD) + 1 + len(line[len(_WORD) :]) - len(line[len(_WORD) :].lstrip())
        values = (("name", name), ("shipped", ", ".join(shipped())))
        problem = Problem(str(chain[-1]), number + 1, column, key, values, line, near_word(name, shipped()))
        raise RulesetError("ruleset-invalid", [problem], path=str(chain[0]), count=1)
    return path


def _beside(main: Path, name: str) -> Path:
    path = main.parent / name
    return path / MAIN if path.is_dir() else path


def _objection(name: str, path: Path, chain: Sequence[Path]) -> str:
    """Key of the sentence on what is wrong with the base at `path`; empty where nothing is."""
    if not name:
        return "ruleset-extends-form"
    try:
        real, known, root = path.resolve(), [main.resolve() for main in chain], chain[0].parent.resolve()
        if not ships(name) and not real.is_relative_to(root):
            return "ruleset-extends-outside"
        if not real.is_file():
            return "ruleset-extends-missing"
    except (OSError, RuntimeError, ValueError):  # a name that no file can have, links in a circle
        return "ruleset-extends-missing"
    if real in known:
        return "ruleset-extends-cycle"
    return "ruleset-extends-deep" if len(chain) > _MOST else ""
