"""Reads a text as the engine does, and shows what structure was found in it."""

from __future__ import annotations

from functools import cache

from checker.matching import Scanner
from checker.readers import read_bytes
from checker.ruleset import load
from checker.ruleset.model import OrganType, Ruleset
from checker.structure import Reading, analyse


@cache
def ruleset() -> Ruleset:
    """The shipped ruleset, whose phrases the structure is found by."""
    return load("law-based-government")


@cache
def scanner() -> Scanner:
    """Its scanner."""
    return Scanner.of(ruleset())


def reading_of(
    text: str | bytes, name: str = "草稿.txt", year: int | None = None, organ_type: OrganType | None = None
) -> Reading:
    """The structure of a file with this content and name."""
    data = text.encode() if isinstance(text, str) else text
    return analyse(read_bytes(data, name), ruleset(), scanner(), year, organ_type)


def outline(reading: Reading) -> list[str]:
    """The headings in order, indented by depth."""
    depths: list[int] = []
    lines: list[str] = []
    for section in reading.sections:
        depths.append(0 if section.parent is None else depths[section.parent] + 1)
        lines.append("  " * depths[-1] + reading.view.text[slice(*section.title)])
    return lines


def zoned(reading: Reading) -> list[tuple[str, str]]:
    """(zone, words) of the statements that are no headings."""
    return [(s.zone, reading.view.text[s.start : s.end]) for s in reading.statements if not s.heading]


def zone_of(reading: Reading, words: str) -> str:
    """The zone of the statement in which the normalised `words` stand (the last place, as headings come first)."""
    at = reading.view.text.rindex(words)
    number = reading.statement(at)
    assert number is not None, f"no statement holds {words}"
    return reading.statements[number].zone
