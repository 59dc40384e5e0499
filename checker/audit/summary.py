"""What a whole audit says: counts, scores, the items most often short, the ranking, and the files to look at."""

from collections import Counter
from collections.abc import Callable, Iterable
from typing import Final, Literal, NamedTuple

from checker.audit.gate import FailOn, verdict
from checker.audit.rows import ItemColumn, Row
from checker.results import Status, Verdict
from checker.text import Text

SortKey = Literal["score", "path", "organ", "year", "confidence"]
GroupKey = Literal["organ", "year", "folder"]

BINS: Final = 10
_LISTED: Final = 10
_SUSPICIOUS_SHARE: Final = 0.8
_SUSPICIOUS_LEAST: Final = 10
"""In a smaller batch a share says nothing of the rule."""

STATUS_OF: Final[dict[str, Status]] = {
    "p": "present",
    "w": "weak",
    "m": "missing",
    "n": "not_applicable",
    "u": "unverifiable",
}


class Ranked(NamedTuple):
    """A line of the ranking."""

    position: int
    path: str
    organ: str | None
    year: int | None
    score: int
    verdict: Verdict
    missing: int
    """Required items."""
    weak: int
    confidence: float
    """Of the least certain verdict on a required item, 0-1."""


class ItemCount(NamedTuple):
    """How the reports fared with one item."""

    item: ItemColumn
    counts: dict[Status, int]

    @property
    def short(self) -> int:
        """Reports in which the item is weak or missing."""
        return self.counts["weak"] + self.counts["missing"]

    @property
    def judged(self) -> int:
        """Reports that were held against the item, those among them that could not be read wholly."""
        return sum(self.counts.values())


class Group(NamedTuple):
    """Reports that belong together."""

    name: str
    verdicts: dict[Verdict, int]
    mean: float | None
    """Of the scores of those that could be checked."""


class Overview(NamedTuple):
    """The summary of an audit."""

    verdicts: dict[Verdict, int]
    bins: tuple[int, ...]
    """Reports by score, in tenths; the last holds 90 to 100."""
    items: tuple[ItemCount, ...]
    ranking: tuple[Ranked, ...]
    unread: tuple[int, ...]
    """Positions of the inputs that have no verdict."""
    slowest: tuple[tuple[str, float], ...]
    groups: tuple[Group, ...]
    suspicious: tuple[Text, ...]
    """Titles of items that nearly all reports fall short of: perhaps the fault of the rule or of a template."""
    internal: bool


class Demand(NamedTuple):
    """What the user asked for."""

    fail_on: FailOn = "missing"
    min_score: int | None = None
    sort: SortKey = "score"
    group_by: GroupKey | None = None


def survey(rows: Iterable[Row], items: tuple[ItemColumn, ...], demand: Demand) -> Overview:
    """The summary of `rows`, which are gone through once."""
    required = [at for at, item in enumerate(items) if item.level == "required"]
    columns: list[Counter[str]] = [Counter() for _ in items]
    bins = [0] * BINS
    ranking: list[Ranked] = []
    slowest: list[tuple[float, str]] = []
    internal = False
    for row in rows:
        ranked = _ranked(row, required, demand)
        ranking.append(ranked)
        internal = internal or row.internal
        slowest = sorted([*slowest, (-row.seconds, row.path)])[:_LISTED]
        for column, letter in zip(columns, row.statuses, strict=False):
            column[letter] += 1
        if ranked.verdict != "error":
            bins[min(row.score * BINS // 100, BINS - 1)] += 1
    counted = tuple(map(_item_count, items, columns))
    return Overview(
        verdicts=_verdicts(ranking),
        bins=tuple(bins),
        items=counted,
        ranking=tuple(sorted(ranking, key=_order(demand.sort))),
        unread=tuple(one.position for one in ranking if one.verdict == "error"),
        slowest=tuple((path, -seconds) for seconds, path in slowest),
        groups=_groups(ranking, demand.group_by) if demand.group_by else (),
        suspicious=tuple(count.item.title for count in counted if _suspicious(count)),
        internal=internal,
    )


def verdict_of(row: Row, required: Iterable[int], demand: Demand) -> Verdict:
    """The verdict that the user's demands give a result."""
    if row.error is not None:
        return "error"
    statuses = {STATUS_OF[row.statuses[at]] for at in required}
    return verdict(statuses, row.score, demand.fail_on, demand.min_score)


def _ranked(row: Row, required: list[int], demand: Demand) -> Ranked:
    letters = [row.statuses[at] for at in required] if row.statuses else []
    return Ranked(
        position=row.position,
        path=row.path,
        organ=row.organ,
        year=row.year,
        score=row.score,
        verdict=verdict_of(row, required, demand),
        missing=letters.count("m"),
        weak=letters.count("w"),
        confidence=row.confidence,
    )


def _item_count(item: ItemColumn, column: Counter[str]) -> ItemCount:
    return ItemCount(item, {status: column[letter] for letter, status in STATUS_OF.items()})


def _suspicious(count: ItemCount) -> bool:
    return count.judged >= _SUSPICIOUS_LEAST and count.short > _SUSPICIOUS_SHARE * count.judged


def _verdicts(ranking: Iterable[Ranked]) -> dict[Verdict, int]:
    counted = Counter(one.verdict for one in ranking)
    return {"pass": counted["pass"], "fail": counted["fail"], "error": counted["error"]}


def _order(sort: SortKey) -> Callable[[Ranked], tuple[object, ...]]:
    # What could not be checked stands last, whatever the order: it has no score.
    if sort == "path":
        return lambda one: (one.path,)
    if sort == "organ":
        return lambda one: (one.organ is None, one.organ or "", one.year or 0, one.path)
    if sort == "year":
        return lambda one: (one.year is None, one.year or 0, one.score, one.path)
    if sort == "confidence":
        return lambda one: (one.verdict == "error", one.confidence, one.score, one.path)
    return lambda one: (one.verdict == "error", one.score, -one.missing, -one.weak, one.path)


def _groups(ranking: Iterable[Ranked], by: GroupKey) -> tuple[Group, ...]:
    members: dict[str, list[Ranked]] = {}
    for one in ranking:
        members.setdefault(_group_name(one, by), []).append(one)
    groups = []
    for name, found in sorted(members.items()):
        scores = [one.score for one in found if one.verdict != "error"]
        groups.append(Group(name, _verdicts(found), sum(scores) / len(scores) if scores else None))
    return tuple(groups)


def _group_name(one: Ranked, by: GroupKey) -> str:
    if by == "organ":
        return one.organ or ""
    if by == "year":
        return "" if one.year is None else str(one.year)
    return one.path.rpartition("/")[0]
