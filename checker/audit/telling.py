"""What a report tells, in a form that can be held beside another year's: its paragraphs, and its sentences by kind."""

from __future__ import annotations

from functools import cached_property
from pathlib import PurePath
from typing import TYPE_CHECKING, Final, NamedTuple

from checker import engine
from checker.audit.run import check
from checker.audit.sketches import words_of
from checker.checks.outcome import Proof, zone_of
from checker.results import Evidence, ReportResult, Zone

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from checker.audit.discovery import Source
    from checker.audit.run import Options
    from checker.ruleset.model import Ruleset
    from checker.structure import Reading

_SENTENCE: Final = 12
"""Characters below which a sentence says nothing of its own."""
_LEADS: Final = (":", "\uff1a")
"""What ends a sentence that only leads to the next ones."""


class Said:
    """A passage of a report, with the words that are its own."""

    def __init__(self, quote: Evidence, whole: str, own: str) -> None:
        self.quote = quote
        self.whole = whole
        """All of it, normalised: a quotation may be cut short."""
        self.own = own

    @cached_property
    def pairs(self) -> frozenset[str]:
        """The pairs of characters in it."""
        return frozenset(map(str.__add__, self.own, self.own[1:]))


class Told(NamedTuple):
    """A report and what it tells."""

    report: ReportResult
    paragraphs: tuple[Said, ...]
    said: Mapping[Zone, tuple[Said, ...]]
    """Its sentences, by the kind of text they are."""

    @property
    def organ(self) -> str:
        """What it is known by over the years."""
        return self.report.organ or PurePath(self.report.path).stem


def told(source: Source, ruleset: Ruleset, options: Options) -> Told:
    """What the report at `source` tells; nothing where it could not be read."""
    readings: list[Reading] = []
    report = check(source, ruleset, options, readings.append)
    nothing: dict[Zone, tuple[Said, ...]] = {"account": (), "plan": (), "shortcomings": ()}
    if not readings or not report.items:
        return Told(report, (), nothing)
    [reading] = readings
    said = {zone: tuple(_sentences(reading, ruleset, zone)) for zone in nothing}
    return Told(report, tuple(_paragraphs(reading, ruleset)), said)


def _paragraphs(reading: Reading, ruleset: Ruleset) -> Iterator[Said]:
    words, quote = words_of(ruleset), engine.quoter(reading)
    skipped = reading.furniture | reading.facts.title_blocks | reading.facts.sign_off_blocks
    for number, (start, end) in enumerate(reading.view.blocks):
        block = reading.document.blocks[number]
        if start == end or number in skipped or block.furniture or block.kind == "table_row":
            continue
        whole = reading.view.text[start:end]
        own = words.own(whole)
        if len(own) >= ruleset.copies.min_characters:
            yield Said(quote(Proof(start, end, zone_of(reading, start))), whole, own)


def _sentences(reading: Reading, ruleset: Ruleset, zone: Zone) -> Iterator[Said]:
    words, quote = words_of(ruleset), engine.quoter(reading)
    for statement in reading.statements:
        whole = reading.view.text[statement.start : statement.end]
        if statement.zone != zone or statement.heading or whole.endswith(_LEADS):
            continue
        own = words.own(whole)
        if len(own) >= _SENTENCE:
            yield Said(quote(Proof(statement.start, statement.end, zone)), whole, own)
