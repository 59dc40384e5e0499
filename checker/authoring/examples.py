"""The examples in a ruleset tried out: does each get the verdict that stands beside it?"""

from __future__ import annotations

from typing import Final, NamedTuple

from checker import engine, readers
from checker.results import Status
from checker.ruleset.compile import Workpiece
from checker.ruleset.model import Example, Item, Ruleset
from checker.ruleset.yaml_files import Where

_NUMBERS: Final = {"account": "\u4e00\u3001", "shortcomings": "\u4e8c\u3001", "plan": "\u4e09\u3001"}
"""The number of the heading that an example is read under, in the order that reports have."""


class Trial(NamedTuple):
    """An example and what became of it."""

    item: Item
    example: Example
    where: Where
    status: Status
    reason: str | None

    @property
    def passed(self) -> bool:
        """Whether the verdict is the one that was promised."""
        return (self.status, self.reason) == (self.example.status, self.example.reason)


def try_examples(ruleset: Ruleset, piece: Workpiece) -> tuple[Trial, ...]:
    """Every example of every item, in their order."""
    return tuple(
        _try(ruleset, item, example, piece.source.place(("items", number, "examples", place)))
        for number, item in enumerate(ruleset.items)
        for place, example in enumerate(item.examples)
    )


def _try(ruleset: Ruleset, item: Item, example: Example, where: Where) -> Trial:
    document = readers.read_bytes(as_report(ruleset, example).encode(), "example.txt")
    result = next(result for result in engine.check(document, ruleset).items if result.id == item.id)
    return Trial(item, example, where, result.status, result.reasons[0].code if result.reasons else None)


def as_report(ruleset: Ruleset, example: Example) -> str:
    """The example as it would stand in a report: under a heading of its zone, or as it is."""
    if example.zone == "whole":
        return example.text
    zone = example.zone or "account"
    return f"{_NUMBERS[zone]}{_heading(ruleset, zone)}\n{example.text}\n"


def _heading(ruleset: Ruleset, zone: str) -> str:
    """The first heading that the ruleset knows for this zone."""
    patterns = ruleset.patterns(ruleset.zones[zone].headings)
    return "".join(words[0] for words in patterns[0].parts) if patterns else ""
