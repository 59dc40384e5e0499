"""A whole batch held to what its project asks, as `run` holds a few reports, without having all of them in memory."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, cast

from checker.audit import codec
from checker.audit.batch import Kind
from checker.audit.gate import FailOn, count_accepted
from checker.audit.summary import Standard, verdict_of
from checker.audit.suppressions import lapsed
from checker.audit.worker import Outcome, letters
from checker.project import baseline as baselines
from checker.project.acceptance import Acceptances
from checker.project.config import Demands
from checker.project.patterns import way
from checker.project.run import DEFAULTS, Asked, held_to, lowest_score
from checker.ruleset import load

if TYPE_CHECKING:
    from checker.audit.discovery import Source
    from checker.audit.rows import ItemColumn, Row
    from checker.audit.store import Store
    from checker.results import ReportResult, Verdict
    from checker.ruleset.model import OrganType, Ruleset
    from checker.text import Text


class Sorted(NamedTuple):
    """How each report of a batch is to be checked."""

    usual: Kind
    others: tuple[Kind, ...]
    special: Mapping[str, Kind]
    """By path, the reports that are checked in one of the other ways."""


def sorted_out(sources: Sequence[Source], asked: Asked) -> Sorted:
    """The sources by the way in which the project wants them checked."""
    kinds: dict[tuple[str | None, int | None, str | None], Kind] = {}
    rulesets: dict[str, Ruleset] = {}

    def kind(demands: Demands) -> Kind:
        key = demands.ruleset, demands.year, demands.organ_type
        if key not in kinds:
            name = demands.ruleset or ""
            rulesets[name] = rulesets.get(name) or load(name)
            kinds[key] = Kind(rulesets[name], name, demands.year, cast("OrganType | None", demands.organ_type))
        return kinds[key]

    usual = kind(_main(asked))
    special: dict[str, Kind] = {}
    for source in sources if asked.config.per_path else ():
        found = kind(_demands(source.path, asked))
        if found is not usual:
            special[source.path] = found
    return Sorted(usual, tuple(found for found in kinds.values() if found is not usual), special)


def _main(asked: Asked) -> Demands:
    return asked.demands.over(asked.config.demands).over(DEFAULTS)


def _demands(path: str, asked: Asked) -> Demands:
    if not asked.config.per_path:
        return _main(asked)
    return asked.demands.over(asked.config.demands_on(way(path, asked.config.base))).over(DEFAULTS)


class Held:
    """The results of a batch as its project sees them: what is accepted marked, and verdicts by its demands."""

    def __init__(self, asked: Asked, ways: Sorted, columns: Sequence[ItemColumn]) -> None:
        """`columns` are the items of the batch."""
        self._asked = asked
        self._ways = ways
        self._columns = columns
        self._acceptances = Acceptances(asked.config, asked.today)
        self._base = Path() if asked.baseline is None else asked.baseline.parent
        self._baseline = () if asked.baseline is None else baselines.read(asked.baseline)
        self._by_path = {entry.path: entry for entry in self._baseline}
        self._entries: Mapping[int, baselines.Entry] = {}

    def rows(self, store: Store, number: int) -> Iterator[Row]:
        """The rows of an audit with what is accepted marked."""
        if self._baseline:
            sheets = [_Sheet(store, number, row) for row in store.rows(number)]
            pairs = baselines.pair(sheets, self._baseline, self._base)
            self._entries = {sheets[at].row.position: entry for at, entry in pairs.items()}
        for row in store.rows(number):
            yield self._row(row, lambda position: store.report(number, position))

    def report(self, report: ReportResult, position: int) -> ReportResult:
        """The stored `report` at `position` with what is accepted marked, and its verdict."""
        entry = self._entries.get(position)
        return held_to(self._marked(report, entry), _demands(report.path, self._asked), entry and entry.score)

    def standard(self, row: Row) -> Standard:
        """What the report of `row` is held to."""
        return self._standard(row.path, self._entries.get(row.position))

    def verdict(self, source: Source, outcome: Outcome) -> Verdict:
        """The verdict on a result that has just come in; a report that has moved is not looked for in the baseline."""
        entry = self._by_path.get(way(source.path, self._base)) if self._baseline else None
        standard = self._standard(source.path, entry)
        concerned = self._concerned(source.path, outcome.accepted, entry)
        report = codec.decode(outcome.report) if concerned else None
        if report is None:
            return verdict_of(outcome.error, outcome.statuses, outcome.score, standard)
        marked = self._marked(report, entry)
        return verdict_of(marked.error.code if marked.error else None, letters(marked), marked.score, standard)

    def idle(self) -> list[Text]:
        """What the configuration has too much."""
        return self._acceptances.idle()

    def _row(self, row: Row, whole: Callable[[int], ReportResult]) -> Row:
        entry = self._entries.get(row.position)
        if not self._concerned(row.path, row.accepted, entry):
            return row
        report = self._marked(whole(row.position), entry)
        error = report.error.code if report.error else None
        return row._replace(error=error, statuses=letters(report), accepted=count_accepted(report))

    def _concerned(self, path: str, accepted: int, entry: baselines.Entry | None) -> bool:
        """Whether more may be accepted of a report, or less, than was when it was checked."""
        ignored = bool(self._asked.config.ignore) and self._acceptances.concern(way(path, self._asked.config.base))
        return bool(accepted) or entry is not None or ignored

    def _marked(self, report: ReportResult, entry: baselines.Entry | None) -> ReportResult:
        report = lapsed(report, self._asked.today)
        if self._asked.config.ignore:
            report = self._acceptances.mark(report, way(report.path, self._asked.config.base))
        return report if entry is None else baselines.accept(report, entry)

    def _standard(self, path: str, entry: baselines.Entry | None) -> Standard:
        demands = _demands(path, self._asked)
        ruleset = self._ways.special.get(path, self._ways.usual).ruleset
        required = _required(ruleset, tuple(column.id for column in self._columns))
        return Standard(required, cast("FailOn", demands.fail_on), lowest_score(demands, entry and entry.score))


class _Sheet:
    """A result as a baseline looks at it; its title is asked for only where nothing else will do."""

    def __init__(self, store: Store, number: int, row: Row) -> None:
        self._store = store
        self._number = number
        self.row = row
        self.path = row.path
        self.digest = row.digest

    @property
    def title(self) -> str | None:
        return self._store.report(self._number, self.row.position).title


def _required(ruleset: Ruleset, columns: tuple[str, ...]) -> tuple[int, ...]:
    required = {item.id for item in ruleset.items if item.level == "required"}
    return tuple(at for at, name in enumerate(columns) if name in required)
