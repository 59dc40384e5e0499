"""Tries promises out as a check would, and keeps which phrases were met on the way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from checker import engine, readers
from checker.authoring.beside import beside
from checker.authoring.examples import examples
from checker.authoring.promises import Answer, Case, Promise
from checker.authoring.witness import Witness
from checker.checks import FINDERS
from checker.document import Document
from checker.results import ReportResult
from checker.ruleset.compile import Workpiece, Written
from checker.ruleset.model import Ruleset
from checker.structure import Reading, analyse, heading_role


class Trial(NamedTuple):
    """A promise and what became of it."""

    case: Case
    promise: Promise
    got: Answer

    @property
    def passed(self) -> bool:
        """Whether the answer is the one that was promised; a reason counts only where the promise names one."""
        if self.promise.kind != "item":
            return self.got == self.promise.expected
        return self.got[: len(self.promise.expected)] == self.promise.expected


def try_all(ruleset: Ruleset, piece: Workpiece) -> tuple[Trial, ...]:
    """The examples in a ruleset and the tests beside it. Raises RulesetError where a test cannot be used."""
    return tuple(Bench(ruleset).run([*examples(ruleset, piece), *beside(ruleset, piece)]))


class Bench:
    """A ruleset ready to be tried."""

    def __init__(self, ruleset: Ruleset, written: Sequence[Written] = ()) -> None:
        """`written` are the phrases of which `met` is to be known."""
        self._ruleset = ruleset
        self._witness = Witness(ruleset, written)

    @property
    def met(self) -> frozenset[int]:
        """Numbers of the phrases in `written` that were looked for and found so far."""
        return self._witness.met()

    def run(self, cases: Iterable[Case]) -> Iterator[Trial]:
        """The trials of `cases` in their order."""
        for case in cases:
            yield from self._try(case)

    def _try(self, case: Case) -> Iterator[Trial]:
        document = readers.read_bytes(case.data, case.name)
        # Whatever is promised, the whole ruleset reads the text: that is what a check does with its words.
        result = engine.check(document, self._ruleset, year=case.year, scanner=self._witness)
        for promise in case.promises:
            yield Trial(case, promise, self._answer(promise, case, document, result))

    def _answer(self, promise: Promise, case: Case, document: Document, result: ReportResult) -> Answer:
        if promise.kind == "item":
            item = next(item for item in result.items if item.id == promise.id)
            return item.status, item.reasons[0].code if item.reasons else ""
        if promise.kind == "heading":
            return heading_role(case.text, self._ruleset, self._witness)
        reading = analyse(document, self._ruleset, self._witness, case.year)
        if promise.kind == "finding":
            rule = next(rule for rule in self._ruleset.findings if rule.id == promise.id)
            return tuple(sorted({remark.case for remark in FINDERS[rule.check](reading, rule)}))
        if promise.kind == "sentence":
            return _zones(reading)
        return ("furniture",) if len(document.blocks) - 1 in reading.furniture else ()


def _zones(reading: Reading) -> Answer:
    """The zones of the statements below headings, each told once where it begins."""
    zones = [statement.zone for statement in reading.statements if not statement.heading]
    return tuple(zone for number, zone in enumerate(zones) if zones[number - 1 : number] != [zone])
