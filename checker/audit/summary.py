"""What a whole audit says: counts, scores, the items most often short, the ranking, and the files to look at."""

from collections import Counter
from collections.abc import Callable, Iterable
from typing import Final, Literal, NamedTuple

from checker.audit.gate import FailOn, verdict
from checker.audit.rows import ItemColumn, Row
from checker.results import Status, Verdict
from checker.ruleset.organs import Organs, region, sector
from checker.text import Text

SortKey = Literal["score", "path", "organ", "year", "confidence"]
GroupKey = Literal["organ", "region", "year", "sector", "folder"]

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


def status_of(letter: str) -> Status:
    """The status that a letter of a row stands for, accepted or not."""
    return STATUS_OF[letter.lower()]


class Standard(NamedTuple):
    """What one report is held to."""

    required: tuple[int, ...]
    """Places of the items that must be in order."""
    fail_on: FailOn
    min_score: int | None


class Ranked(NamedTuple):
    """A line of the ranking."""

    position: int
    path: str
    organ: str | None
    year: int | None
    score: int
    verdict: Verdict
    missing: int
    """Required items that are missing, and not accepted so."""
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

    name: Text
    """Empty for reports that tell of none."""
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
    accepted: int
    """Items and findings that are accepted as they are."""


class Demand(NamedTuple):
    """What the user asked for."""

    fail_on: FailOn = "missing"
    min_score: int | None = None
    sort: SortKey = "score"
    group_by: GroupKey | None = None
    organs: Organs = Organs()
    """What regions and sectors are told by."""


def survey(
    rows: Iterable[Row],
    items: tuple[ItemColumn, ...],
    demand: Demand,
    standards: Callable[[Row], Standard] | None = None,
) -> Overview:
    """The summary of `rows`, which are gone through once. `standards` where not all are held to the same."""
    usual = standard_of(items, demand)
    columns: list[Counter[str]] = [Counter() for _ in items]
    bins = [0] * BINS
    ranking: list[Ranked] = []
    slowest: list[tuple[float, str]] = []
    internal = False
    accepted = 0
    for row in rows:
        ranking.append(_ranked(row, standards(row) if standards else usual))
        accepted += row.accepted
        internal = internal or row.internal
        slowest = sorted([*slowest, (-row.seconds, row.path)])[:_LISTED]
        for column, letter in zip(columns, row.statuses, strict=False):
            column[letter.lower()] += 1
        if ranking[-1].verdict != "error":
            bins[min(row.score * BINS // 100, BINS - 1)] += 1
    counted = tuple(map(_item_count, items, columns))
    return Overview(
        verdicts=_verdicts(ranking),
        bins=tuple(bins),
        items=counted,
        ranking=tuple(sorted(ranking, key=_order(demand.sort))),
        unread=tuple(one.position for one in ranking if one.verdict == "error"),
        slowest=tuple((path, -seconds) for seconds, path in slowest),
        groups=_groups(ranking, demand.group_by, demand.organs) if demand.group_by else (),
        suspicious=tuple(count.item.title for count in counted if _suspicious(count)),
        internal=internal,
        accepted=accepted,
    )


def standard_of(items: Iterable[ItemColumn], demand: Demand) -> Standard:
    """The standard of a batch whose reports are all held to the same."""
    required = tuple(at for at, item in enumerate(items) if item.level == "required")
    return Standard(required, demand.fail_on, demand.min_score)


def verdict_of(error: str | None, statuses: str, score: int, standard: Standard) -> Verdict:
    """The verdict on a result with these letters for its items."""
    if error is not None:
        return "error"
    counting = {status_of(letter) for at in standard.required if (letter := statuses[at]).islower()}
    return verdict(counting, score, standard.fail_on, standard.min_score)


def _ranked(row: Row, standard: Standard) -> Ranked:
    letters = [row.statuses[at] for at in standard.required] if row.statuses else []
    return Ranked(
        position=row.position,
        path=row.path,
        organ=row.organ,
        year=row.year,
        score=row.score,
        verdict=verdict_of(row.error, row.statuses, row.score, standard),
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


def _groups(ranking: Iterable[Ranked], by: GroupKey, organs: Organs) -> tuple[Group, ...]:
    """The groups, that with the lowest mean first; years in their order."""
    members: dict[Text, list[Ranked]] = {}
    for one in ranking:
        members.setdefault(_group_name(one, by, organs), []).append(one)
    groups = []
    for name, found in sorted(members.items()):
        scores = [one.score for one in found if one.verdict != "error"]
        groups.append(Group(name, _verdicts(found), sum(scores) / len(scores) if scores else None))
    if by == "year":
        return tuple(groups)
    return tuple(sorted(groups, key=lambda group: (group.mean is None, group.mean or 0)))


def _group_name(one: Ranked, by: GroupKey, organs: Organs) -> Text:
    if by == "sector":
        key = sector(one.organ or "", organs.sectors)
        return organs.sectors[key].title if key else Text("", "")
    if by == "region":
        name = region(one.organ or "", organs.regions)
    elif by == "year":
        name = "" if one.year is None else str(one.year)
    else:
        name = one.organ or "" if by == "organ" else one.path.rpartition("/")[0]
    return Text(name, name)
