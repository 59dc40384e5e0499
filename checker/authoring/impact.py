"""What another ruleset would make of reports: whose verdict changes, and on which items."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from checker.results import ItemResult, ReportResult, Status
from checker.text import Text


class Shift(NamedTuple):
    """An item on which a report fares otherwise."""

    id: str
    title: Text
    before: Status
    after: Status


class Affected(NamedTuple):
    """A report for which something changes."""

    before: ReportResult
    after: ReportResult
    shifts: tuple[Shift, ...]

    @property
    def turned(self) -> bool:
        """Whether its verdict is another one."""
        return self.before.verdict != self.after.verdict


class NewItem(NamedTuple):
    """An item that only the later ruleset has, and how the reports fare with it."""

    id: str
    title: Text
    statuses: tuple[tuple[Status, int], ...]


class Impact(NamedTuple):
    """What changes for a batch of reports."""

    reports: int
    affected: tuple[Affected, ...]
    """Those whose verdict changes first, then by path."""
    new_items: tuple[NewItem, ...]
    unread: tuple[ReportResult, ...]


def impact(pairs: Iterable[tuple[ReportResult, ReportResult]]) -> Impact:
    """What changes from the first result of each report to the second."""
    affected: list[Affected] = []
    unread: list[ReportResult] = []
    counts: dict[str, Counter[Status]] = {}
    titles: dict[str, Text] = {}
    reports = 0
    for before, after in pairs:
        reports += 1
        if before.error or after.error:
            unread.append(after if after.error else before)
            continue
        known = {item.id: item for item in before.items}
        for item in after.items:
            if item.id not in known:
                titles[item.id] = item.title
                counts.setdefault(item.id, Counter())[item.status] += 1
        shifts = tuple(_shift(known[i.id], i) for i in after.items if i.id in known and known[i.id].status != i.status)
        if shifts or before.verdict != after.verdict:
            affected.append(Affected(before, after, shifts))
    affected.sort(key=lambda one: (not one.turned, one.after.path))
    new = (NewItem(id_, titles[id_], tuple(sorted(found.items()))) for id_, found in counts.items())
    return Impact(reports, tuple(affected), tuple(new), tuple(unread))


def _shift(before: ItemResult, after: ItemResult) -> Shift:
    return Shift(after.id, after.title, before.status, after.status)
