"""Whatever is typed into an overlay, its author gets faults with places, never a failure of the tool."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest
import yaml

from checker.errors import Problem, RulesetError
from checker.messages import say
from checker.ruleset import load

_FILE: Final = Path(__file__).parents[2] / "docs" / "examples" / "government-services" / "ruleset.yaml"
_JUNK: Final[list[Any]] = [
    None, 3, -1, True, "", "甲", [], ["甲"], [None], [[1]], {}, {"add": 3}, {"add": [{}]}, {"remove": [["甲"]]},
    {"add": ["甲"], "remove": ["乙"]}, {"a": {"b": 1}},
]  # fmt: skip


def _places(value: Any, place: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    if place:
        yield place
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, child in inner:
        yield from _places(child, (*place, key))


def _broken(dice: random.Random) -> dict[str, Any]:
    """The overlay with something typed over one of its values, a value taken out or one too many."""
    data: dict[str, Any] = yaml.safe_load(_FILE.read_text("utf-8"))
    *way, last = dice.choice([place for place in _places(data) if place != ("extends",)])
    inner: Any = data
    for key in way:
        inner = inner[key]
    kind = dice.choice(["typed", "typed", "taken", "more"])
    if kind == "taken":
        del inner[last]
    elif kind == "more" and isinstance(inner, dict):
        inner[dice.choice(["add", "remove", "id", "override", "check", "options"])] = dice.choice(_JUNK)
    else:
        inner[last] = dice.choice(_JUNK)
    return data


def _faults(main: Path) -> tuple[Problem, ...]:
    try:
        load(str(main))
    except RulesetError as error:
        return error.problems
    return ()


@pytest.mark.parametrize("seed", range(2))
def test_every_fault_has_its_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int) -> None:
    monkeypatch.setenv("CHECKER_NO_CACHE", "1")
    dice, main, refused = random.Random(seed), tmp_path / "ruleset.yaml", 0
    for _ in range(20):
        main.write_text(yaml.safe_dump(_broken(dice), allow_unicode=True, sort_keys=False), "utf-8")
        lines = main.read_text("utf-8").splitlines()
        problems = _faults(main)
        refused += bool(problems)
        for problem in problems:
            assert say(problem.key, **dict(problem.values)).zh
            assert problem.path == str(main), problem
            assert problem.source == lines[problem.line - 1]
            assert 0 < problem.column <= len(problem.source)
    assert refused > 10
