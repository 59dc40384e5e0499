"""Which paragraphs of many reports are alike, by their sketches alone: no pair of reports is looked at for nothing.

Every four slots of a sketch are a key. Paragraphs that share half of their runs of characters share one of the 48 keys
nineteen times in twenty; strangers hardly ever do. One key after the other is looked up, which bounds the memory.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import Final, NamedTuple

from checker.audit.sketches import SLOTS, Sketch, likeness

_KEYS: Final = SLOTS // 4
_LEAST: Final = 0.36
"""Likeness below which two paragraphs are no copies of each other, however they were reworded."""
_CROWD: Final = 40
"""Paragraphs with the same key of which each is compared with the first only, not with every other."""


class Limit(NamedTuple):
    """How many reports of a batch have a paragraph that is a template's."""

    share: int
    """Per cent of the batch."""
    reports: int
    """A paragraph that no more reports have is no template's."""

    def of(self, reports: int) -> int:
        """The most reports of so many in which a paragraph may stand."""
        return max(self.reports, reports * self.share // 100)


class Like(NamedTuple):
    """Two paragraphs of different reports: (number of the report, number of the paragraph in it)."""

    left: tuple[int, int]
    right: tuple[int, int]
    likeness: float


class Found(NamedTuple):
    """What is alike, and how many paragraphs were passed over as a template's."""

    alike: list[Like]
    templates: int


def search(reports: Iterable[Sequence[Sketch]], fresh: int, limit: Limit) -> Found:
    """What is alike among `reports`: the first `fresh` are this batch, the others an earlier one.

    Reports of the earlier batch are not compared with each other. `alike` is ordered by the left and the right place.
    """
    shelf = _Shelf(reports, fresh)
    limits = limit.of(fresh), limit.of(shelf.reports - fresh)
    alike: dict[tuple[int, int], float] = {}
    crowded: Counter[int] = Counter()
    for key in range(_KEYS):
        for members in shelf.sharing(key):
            if shelf.crowd(members, limits):
                crowded.update(members)
                continue
            for pair in shelf.pairs(members):
                if pair not in alike:
                    found = likeness(shelf.slots(pair[0]), shelf.slots(pair[1]))
                    if found >= _LEAST:
                        alike[pair] = found
    # A paragraph from a template shares many of its keys with many; one that quotes a line of it shares a few.
    templates = {at for at, keys in crowded.items() if keys >= _KEYS // 4}
    kept = [pair for pair in sorted(alike) if templates.isdisjoint(pair)]
    return Found([Like(shelf.place(one), shelf.place(other), alike[one, other]) for one, other in kept], len(templates))


class _Shelf:
    """All paragraphs in one row."""

    def __init__(self, reports: Iterable[Sequence[Sketch]], fresh: int) -> None:
        self._owners = array("L")
        self._first = array("L")
        self._fresh = fresh
        self._slots = bytearray()
        for number, sketches in enumerate(reports):
            self._first.append(len(self._owners))
            for one in sketches:
                self._owners.append(number)
                self._slots += one.slots

    @property
    def reports(self) -> int:
        return len(self._first)

    def slots(self, at: int) -> bytearray:
        return self._slots[at * SLOTS : (at + 1) * SLOTS]

    def place(self, at: int) -> tuple[int, int]:
        owner = self._owners[at]
        return owner, at - self._first[owner]

    def sharing(self, key: int) -> Iterator[list[int]]:
        """The paragraphs that have the same key, in their order; those of one report alone are left out."""
        values = memoryview(self._slots).cast("I")[key::_KEYS].tolist() if self._slots else []
        often = {value for value, count in Counter(values).items() if count > 1}
        members: dict[int, list[int]] = {}
        for at, value in enumerate(values):
            if value in often:
                members.setdefault(value, []).append(at)
        return (found for found in members.values() if self._owners[found[0]] != self._owners[found[-1]])

    def crowd(self, members: list[int], limits: tuple[int, int]) -> bool:
        """Whether they stand in more reports of a batch than a copy would."""
        if len(members) <= min(limits):
            return False
        owners = {self._owners[at] for at in members}
        earlier = sum(owner >= self._fresh for owner in owners)
        return len(owners) - earlier > limits[0] or earlier > limits[1]

    def pairs(self, members: list[int]) -> Iterator[tuple[int, int]]:
        """The pairs to look at, smaller number first."""
        crowd = len(members) > _CROWD
        for one, other in ((members[0], at) for at in members[1:]) if crowd else combinations(members, 2):
            owner = self._owners[one]
            if owner < self._fresh and owner != self._owners[other]:
                yield one, other
