"""What real reports make of a ruleset: which verdicts, reasons, remarks and phrases never come, and which always."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from checker import engine
from checker.authoring.coverage import list_of
from checker.authoring.reasons import possible
from checker.authoring.witness import Witness
from checker.checks import FINDERS
from checker.document import Document
from checker.results import ReportResult, Status
from checker.ruleset.compile import Workpiece
from checker.ruleset.model import FindingRule, Item, Ruleset


class ItemUse(NamedTuple):
    """How often an item came out how."""

    item: Item
    statuses: tuple[tuple[Status, int], ...]
    """Those that occurred, the most frequent first."""
    reasons: tuple[tuple[str, int], ...]
    """Every reason that the item can give, with how many reports were given it."""


class FindingUse(NamedTuple):
    """In how many reports a finding remarked which case."""

    rule: FindingRule
    reports: int
    cases: tuple[tuple[str, int], ...]
    """Every case it has a sentence for."""


class ListUse(NamedTuple):
    """The phrases of one list that were found in no report, and those found in all."""

    option: str
    """`legal_review.names`, `zones.plan.cues`, `lexicon.lack_word`."""
    phrases: int
    never: tuple[str, ...]
    always: tuple[str, ...]


class Usage(NamedTuple):
    """What a batch of reports makes of a ruleset."""

    reports: int
    items: tuple[ItemUse, ...]
    findings: tuple[FindingUse, ...]
    lists: tuple[ListUse, ...]

    @property
    def phrases(self) -> int:
        """All of them."""
        return sum(one.phrases for one in self.lists)

    @property
    def never(self) -> int:
        """Phrases found in no report."""
        return sum(len(one.never) for one in self.lists)


def usage(documents: Iterable[Document], ruleset: Ruleset, piece: Workpiece) -> Usage:
    """What `documents` make of the ruleset. A phrase is found in a report where a list it stands in is asked for it; it
    counts once, whichever lists include it."""
    tally = _Tally(ruleset, piece)
    for document in documents:
        tally.take(document)
    return tally.usage()


class _Tally:
    def __init__(self, ruleset: Ruleset, piece: Workpiece) -> None:
        self._ruleset, self._written = ruleset, piece.written
        self._witness = Witness(ruleset, piece.written)
        self._reports = 0
        self._statuses: dict[str, Counter[Status]] = defaultdict(Counter)
        self._reasons: dict[str, Counter[str]] = defaultdict(Counter)
        self._remarks: Counter[str] = Counter()
        self._cases: dict[str, Counter[str]] = defaultdict(Counter)
        self._phrases: Counter[tuple[str | int, ...]] = Counter()

    def take(self, document: Document) -> None:
        """Counts what one report makes of the ruleset."""
        self._reports += 1
        reading = engine.read(document, self._ruleset, scanner=self._witness)
        result = engine.judge(reading, self._ruleset)
        self._judged(result)
        remarked = {finding.id for finding in result.findings}
        self._remarks.update(remarked)
        for rule in self._ruleset.findings:
            if rule.id in remarked:
                self._cases[rule.id].update({remark.case for remark in FINDERS[rule.check](reading, rule)})
        self._phrases.update({self._written[number].place for number in self._witness.met()})
        self._witness.forget()

    def _judged(self, result: ReportResult) -> None:
        for item in result.items:
            self._statuses[item.id][item.status] += 1
            self._reasons[item.id].update({reason.code for reason in item.reasons})

    def usage(self) -> Usage:
        """What was counted."""
        return Usage(
            self._reports,
            tuple(map(self._item, self._ruleset.items)),
            tuple(map(self._finding, self._ruleset.findings)),
            tuple(self._lists()),
        )

    def _item(self, item: Item) -> ItemUse:
        codes = dict.fromkeys(code for _, code in possible(self._ruleset, item) if code)
        reasons = tuple((code, self._reasons[item.id][code]) for code in codes)
        return ItemUse(item, tuple(self._statuses[item.id].most_common()), reasons)

    def _finding(self, rule: FindingRule) -> FindingUse:
        cases = tuple((case, self._cases[rule.id][case]) for case in rule.messages)
        return FindingUse(rule, self._remarks[rule.id], cases)

    def _lists(self) -> Iterable[ListUse]:
        lists: dict[str, dict[tuple[str | int, ...], str]] = defaultdict(dict)
        for word in self._written:
            lists[list_of(word, self._ruleset)][word.place] = word.phrase
        for option, phrases in lists.items():
            never = tuple(phrase for place, phrase in phrases.items() if not self._phrases[place])
            always = tuple(phrase for place, phrase in phrases.items() if self._phrases[place] == self._reports)
            yield ListUse(option, len(phrases), never, always if self._reports else ())
