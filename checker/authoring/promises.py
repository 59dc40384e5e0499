"""What a ruleset promises: a text, and what it must be taken for."""

from __future__ import annotations

from typing import Final, Literal, NamedTuple

from checker.ruleset.model import Example, Ruleset
from checker.ruleset.yaml_files import Where

Kind = Literal["item", "finding", "heading", "sentence", "furniture"]
"""What is judged: an item, a rule for findings, the words of a heading, the text of a section, a line of a page."""

Answer = tuple[str, ...]
"""For an item its status and, where it matters, the code of the reason, empty for none; for a finding the cases that
are remarked, sorted; for headings and sentences the zones in their order, empty for none; for a line whether it is
left out (`furniture`)."""

_NUMBERS: Final = {"account": "\u4e00\u3001", "shortcomings": "\u4e8c\u3001", "plan": "\u4e09\u3001"}
"""The number of the heading that an example is read under, in the order that reports have."""


class Promise(NamedTuple):
    """What one text must be taken for in one regard."""

    kind: Kind
    id: str
    """Of the item or finding; empty for the other kinds."""
    expected: Answer
    where: Where


class Case(NamedTuple):
    """A text with all that is promised of it."""

    promises: tuple[Promise, ...]
    data: bytes
    """What is read, with the name of a file in that format."""
    name: str
    text: str = ""
    """As its author wrote it, to be shown where a promise is broken; empty for a whole report."""
    year: int | None = None
    """The year reported on, where it is to be given by the user."""


def verdict(example: Example) -> Answer:
    """The answer that the example of an item asks for."""
    return example.status, example.reason or ""


def as_report(ruleset: Ruleset, text: str, zone: str | None) -> str:
    """The text as it would stand in a report: under a heading of its zone (None: account), or as it is (`whole`)."""
    if zone == "whole":
        return text
    zone = zone or "account"
    return f"{_NUMBERS[zone]}{_heading(ruleset, zone)}\n{text}\n"


def _heading(ruleset: Ruleset, zone: str) -> str:
    """The first heading that the ruleset knows for this zone."""
    patterns = ruleset.patterns(ruleset.zones[zone].headings)
    return "".join(words[0] for words in patterns[0].parts) if patterns else ""
