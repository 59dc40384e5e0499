"""What a report tells, in a form that can be held beside another year's: its paragraphs, and its sentences by kind."""

from __future__ import annotations

import re
from functools import cached_property
from pathlib import PurePath
from typing import TYPE_CHECKING, Final, NamedTuple

from checker.audit.run import check
from checker.audit.sketches import Words, words_of
from checker.checks.outcome import Proof, zone_of
from checker.quoting import Quoter
from checker.results import Evidence, ReportResult, Zone

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from checker.audit.discovery import Source
    from checker.audit.run import Options
    from checker.ruleset.model import Ruleset
from checker.structure import Reading

_SENTENCE: Final = 12
"""Characters below which a sentence says nothing of its own."""
_CLAUSE: Final = 10
"""The same for a clause."""
_MARKS: Final = re.compile("[,;\u3002]")
_LEADS: Final = (":", "\uff1a")
"""What ends a sentence that only leads to the next ones."""


class Said:
    """A passage of a report, with the words that are its own."""

    def __init__(self, quote: Evidence, whole: str, words: Words) -> None:
        self.quote = quote
        self.whole = whole
        """All of it, normalised: a quotation may be cut short."""
        self.own = words.own(whole)
        self._words = words

    @cached_property
    def pairs(self) -> frozenset[str]:
        """The pairs of characters in it."""
        return _pairs(self.own)

    @cached_property
    def clauses(self) -> tuple[frozenset[str], ...]:
        """The pairs of characters in each of its clauses that says something of its own."""
        own = map(self._words.own, _MARKS.split(self.whole))
        return tuple(_pairs(clause) for clause in own if len(clause) >= _CLAUSE)


def _pairs(own: str) -> frozenset[str]:
    return frozenset(map(str.__add__, own, own[1:]))


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
    words, quote = words_of(ruleset), Quoter(reading).evidence
    skipped = reading.furniture | reading.facts.title_blocks | reading.facts.sign_off_blocks
    for number, (start, end) in enumerate(reading.view.blocks):
        block = reading.document.blocks[number]
        if start == end or number in skipped or block.furniture or block.kind == "table_row":
            continue
        whole = reading.view.text[start:end]
        said = Said(quote(Proof(start, end, zone_of(reading, start))), whole, words)
        if len(said.own) >= ruleset.copies.min_characters:
            yield said


def _sentences(reading: Reading, ruleset: Ruleset, zone: Zone) -> Iterator[Said]:
    words, quote = words_of(ruleset), Quoter(reading).evidence
    for statement in reading.statements:
        whole = reading.view.text[statement.start : statement.end]
        if statement.zone != zone or statement.heading or whole.endswith(_LEADS):
            continue
        said = Said(quote(Proof(statement.start, statement.end, zone)), whole, words)
        if len(said.own) >= _SENTENCE:
            yield said
