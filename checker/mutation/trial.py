"""Puts a ruleset to trial on known-good reports: which edits does it notice, and which disguises deceive it?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from checker import engine, readers
from checker.checks.ordered import ORDERED
from checker.document import Document
from checker.matching import Scanner
from checker.mutation.disguises import Dress, disguises
from checker.mutation.draft import draft
from checker.mutation.edits import EDITS, Edit
from checker.results import ItemResult
from checker.ruleset.model import Ruleset
from checker.structure import Reading, analyse

_NOT_APPLICABLE: Final = "not-applicable"
"""Reason of items that a report says do not concern the organ: that holds wherever it stands."""


class Miss(NamedTuple):
    """An edit that an item did not notice, or a disguise that changed its verdict."""

    path: str
    item: str
    change: str
    """Name of the edit or the disguise."""
    before: ItemResult
    after: ItemResult


class Tally(NamedTuple):
    """How an item fared."""

    item: str
    mutants: int
    killed: int
    disguised: int
    alarms: int

    @property
    def rate(self) -> int:
        """Per cent of the mutants that were noticed, rounded down; 100 where there were none."""
        return self.killed * 100 // self.mutants if self.mutants else 100


class Trial(NamedTuple):
    """The outcome for all items of the ruleset, in its order."""

    tallies: tuple[Tally, ...]
    survivors: tuple[Miss, ...]
    """Edits that were not noticed."""
    alarms: tuple[Miss, ...]
    """Disguises that changed a verdict."""


def put_to_trial(documents: Sequence[Document], ruleset: Ruleset) -> Trial:
    """Tries every edit on every present item and every disguise on every report."""
    court = _Court(ruleset)
    for document in documents:
        court.try_report(document)
    return court.outcome()


class _Court:
    def __init__(self, ruleset: Ruleset) -> None:
        self._ruleset, self._scanner = ruleset, Scanner.of(ruleset)
        self._outlined = any(item.check in ORDERED for item in ruleset.items)
        self._survivors: list[Miss] = []
        self._alarms: list[Miss] = []
        self._mutants: list[tuple[str, bool]] = []
        """Item and whether the mutant was killed."""
        self._shown: list[tuple[str, bool]] = []
        """Item and whether the disguise raised an alarm."""

    def outcome(self) -> Trial:
        tallies = tuple(
            Tally(
                item.id,
                sum(name == item.id for name, _ in self._mutants),
                self._mutants.count((item.id, True)),
                sum(name == item.id for name, _ in self._shown),
                self._shown.count((item.id, True)),
            )
            for item in self._ruleset.items
        )
        return Trial(tallies, tuple(self._survivors), tuple(self._alarms))

    def try_report(self, document: Document) -> None:
        own = draft(self._read(document))
        true = self._judge(document)
        dresses = {name: disguise(own) for name, disguise in disguises().items()}
        if self._outlined:
            del dresses["reordered"]  # the order is what such a ruleset asks for
        for name, dress in dresses.items():
            self._disguised(document.path, name, dress, true)
        plain = _document(dresses["plain"], document.path)
        for result in self._judge(plain).values():
            if result.status == "present" and _verdict(result)[1] != _NOT_APPLICABLE:
                self._edited(plain, result)

    def _read(self, document: Document) -> Reading:
        return analyse(document, self._ruleset, self._scanner)

    def _judge(self, document: Document) -> dict[str, ItemResult]:
        return {result.id: result for result in engine.check(document, self._ruleset).items}

    def _disguised(self, path: str, name: str, dress: Dress, true: Mapping[str, ItemResult]) -> None:
        seen = self._judge(_document(dress, path))
        for item, result in true.items():
            alarm = _verdict(seen[item]) != _verdict(result)
            self._shown.append((item, alarm))
            if alarm:
                self._alarms.append(Miss(path, item, name, result, seen[item]))

    def _edited(self, plain: Document, result: ItemResult) -> None:
        for name, edit in EDITS.items():
            after = self._after(plain, result, edit)
            if after is None:
                continue
            killed = after.status != "present"
            self._mutants.append((result.id, killed))
            if not killed:
                self._survivors.append(Miss(plain.path, result.id, name, result, after))

    def _after(self, document: Document, result: ItemResult, edit: Edit) -> ItemResult | None:
        """The verdict on the item when the edit is done; None where it cannot be done."""
        for step in range(edit.steps):
            text = edit.step(self._read(document), self._ruleset, result)
            if text is None:
                return result if step and edit.exhaustive else None
            # An empty file cannot be read, so a report of which nothing is left keeps a full stop.
            document = _document(Dress((text.strip() or "\u3002").encode()), document.path)
            result = self._judge(document)[result.id]
            if result.status != "present":
                break
        return result


def _document(dress: Dress, path: str) -> Document:
    return readers.read_bytes(dress.data, path + dress.suffix)._replace(path=path)


def _verdict(result: ItemResult) -> tuple[str, str]:
    return result.status, result.reasons[0].code if result.reasons else ""
