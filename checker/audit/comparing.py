"""Last year's report beside this year's: what improved, what got worse, what was copied, done, returns."""

from collections.abc import Callable, Iterable, Sequence
from itertools import chain
from typing import Final

from checker.audit.comparison import Change, Comparison, Copy, Kind, Planned, Return, Trend, Years
from checker.audit.telling import Said, Told
from checker.matching import similarity
from checker.results import ItemResult, ReportResult, Status

_WORTH: Final[dict[Status, int]] = {"present": 2, "weak": 1, "missing": 0}
# Measured on sample reports of different organs, in whose sentences not one in a thousand comes so near to another.
_CARRIED_OUT: Final = 0.45
"""Share of the pairs of characters of a plan from which a sentence of the account tells what became of it."""
_CLAUSE_CARRIED_OUT: Final = 0.6
"""The same for one clause of a plan that has several: a sentence of the account seldom tells of all."""
_SAME_LACK: Final = 0.5
"""Share of the pairs of characters, of both sides, from which two shortcomings are the same in other words."""
_UNCHANGED: Final = 95
"""Similarity from which a paragraph was copied and not written."""


def compare(old: Told, new: Told) -> Comparison:
    """`new` as a successor of `old`; both must have been read."""
    before = {item.id: item for item in old.report.items}
    pairs = [(before[item.id], item) for item in new.report.items if item.id in before]
    copies, copied = _copies(old.paragraphs, new.paragraphs)
    return Comparison(
        old=old.report,
        new=new.report,
        changes=tuple(_change(first, second) for first, second in pairs),
        copies=copies,
        copied=copied,
        plans=tuple(_planned(old.said["plan"], new.said["account"])),
        returns=tuple(_returns(old.said["shortcomings"], new.said["shortcomings"])),
    )


def compare_pair(old: Told, new: Told) -> Years:
    """Two single reports, whatever their organs."""
    unread = tuple(told.report for told in (old, new) if not told.report.items)
    pairs = [] if unread else [compare(old, new)]
    return Years(tuple(pairs), (), (), unread, _trends(pairs))


def compare_batches(old: Iterable[Told], new: Iterable[Told]) -> Years:
    """Two batches, organ by organ; a report without an organ is known by the name of its file."""
    old, new = tuple(old), tuple(new)
    before: dict[str, Told] = {}
    for told in old:
        if told.report.items:
            before.setdefault(told.organ, told)
    pairs: list[Comparison] = []
    added: list[ReportResult] = []
    matched: set[str] = set()
    for told in new:
        if not told.report.items:
            continue
        if told.organ in before and told.organ not in matched:
            matched.add(told.organ)
            pairs.append(compare(before[told.organ], told))
        else:
            added.append(told.report)
    pairs.sort(key=lambda pair: (pair.new.score - pair.old.score, -pair.count("worse"), pair.new.path))
    kept = {id(before[organ]) for organ in matched}
    return Years(
        pairs=tuple(pairs),
        gone=tuple(told.report for told in old if told.report.items and id(told) not in kept),
        added=tuple(added),
        unread=tuple(told.report for told in (*old, *new) if not told.report.items),
        trends=_trends(pairs),
    )


def _trends(pairs: Iterable[Comparison]) -> tuple[Trend, ...]:
    trends: dict[str, Trend] = {}
    for change in chain.from_iterable(pair.changes for pair in pairs):
        trend = trends.get(change.id, Trend(change.id, change.title, 0, 0, 0))
        trends[change.id] = trend._replace(**{change.kind: getattr(trend, change.kind) + 1})
    return tuple(trends.values())


def _change(old: ItemResult, new: ItemResult) -> Change:
    first, second = _WORTH.get(old.status), _WORTH.get(new.status)
    kind: Kind = "same"
    if first is not None and second is not None and first != second:
        kind = "better" if second > first else "worse"
    return Change(new.id, new.title, new.level, old.status, new.status, kind)


def _copies(old: Sequence[Said], new: Sequence[Said]) -> tuple[tuple[Copy, ...], int]:
    """The paragraphs that were copied, and their share of all in per cent."""
    copies: list[Copy] = []
    copied = 0
    for paragraph in new:
        scored = [(similarity(paragraph.own, other.own), other) for other in old]
        score, best = max(scored, key=lambda pair: pair[0], default=(0, paragraph))
        if score >= _UNCHANGED:
            exact = best.whole == paragraph.whole
            copies.append(Copy(best.quote, paragraph.quote, exact))
            copied += len(paragraph.own)
    whole = sum(len(paragraph.own) for paragraph in new)
    return tuple(copies), round(100 * copied / whole) if whole else 0


def _planned(plans: Sequence[Said], account: Sequence[Said]) -> Iterable[Planned]:
    for plan in plans:
        done = _nearest(plan.pairs, account, _held, _CARRIED_OUT)
        for clause in plan.clauses:
            done = done or _nearest(clause, account, _held, _CLAUSE_CARRIED_OUT)
        yield Planned(plan.quote, done.quote if done else None)


def _returns(old: Sequence[Said], new: Sequence[Said]) -> Iterable[Return]:
    for lack in new:
        before = _nearest(lack.pairs, old, _common, _SAME_LACK)
        if before:
            yield Return(before.quote, lack.quote)


_Pairs = frozenset[str]


def _nearest(
    own: _Pairs, others: Sequence[Said], measure: Callable[[_Pairs, _Pairs], float], least: float
) -> Said | None:
    """The passage nearest to one with these pairs; None where none comes so near."""
    best = max(others, key=lambda other: measure(own, other.pairs), default=None)
    return best if best and measure(own, best.pairs) >= least else None


def _held(small: _Pairs, large: _Pairs) -> float:
    """How much of `small` is in `large`."""
    return len(small & large) / len(small) if small else 0.0


def _common(one: _Pairs, other: _Pairs) -> float:
    """How much both have in common."""
    return 2 * len(one & other) / (len(one) + len(other)) if one or other else 0.0
