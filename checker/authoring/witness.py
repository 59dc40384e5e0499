"""A scanner that takes note of what is asked for and found: which phrases of a ruleset a text really exercises."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from checker.matching import Hit, Hits, Scanner
from checker.ruleset.compile import Written
from checker.ruleset.model import Ruleset


class _Noted(Hits):
    """Hits that keep the places they gave away, by group."""

    def __init__(self, *parts: Any) -> None:
        super().__init__(*parts)
        self.given: dict[int, set[tuple[int, int]]] = {}

    def within(self, group: int, start: int, end: int) -> list[Hit]:
        return self._note(group, super().within(group, start, end))

    def any(self, group: int, start: int, end: int) -> bool:
        return bool(self.within(group, start, end))

    def count(self, group: int, start: int, end: int) -> int:
        return len(self.within(group, start, end))

    def at(self, group: int, position: int, end: int) -> bool:
        found = super().at(group, position, end)
        if found:
            self._note(group, [hit for hit in super().within(group, position, end) if hit.start == position])
        return found

    def all(self, group: int) -> Sequence[Hit]:
        return self._note(group, list(super().all(group)))

    def _note(self, group: int, hits: list[Hit]) -> list[Hit]:
        if hits:
            self.given.setdefault(group, set()).update((hit.start, hit.end) for hit in hits)
        return hits


class Witness(Scanner):
    """The scanner of a ruleset, with a memory."""

    answers = _Noted

    def __init__(self, ruleset: Ruleset, written: Sequence[Written]) -> None:
        """`written` are the phrases of which `met` is to be known."""
        self._set(ruleset.table, ruleset.local_tables)
        self._written = written
        self._each = Scanner([(word.pattern,) for word in written])
        self._met: set[int] = set()
        self._read: list[tuple[str, _Noted]] = []

    def scan(self, text: str) -> Hits:
        """As any scanner does."""
        hits = super().scan(text)
        if self._written and isinstance(hits, _Noted):
            self._weigh()
            self._read.append((text, hits))
        return hits

    def met(self) -> frozenset[int]:
        """Numbers of the phrases that were found where they were looked for, in the texts scanned so far.

        A phrase counts once any of its variants was found in a list that includes it.
        """
        self._weigh()
        return frozenset(self._met)

    def forget(self) -> None:
        """Makes it as if nothing had been scanned."""
        self._met.clear()
        self._read.clear()

    def _weigh(self) -> None:
        """Takes into account the texts read so far, of which all is asked by now."""
        for text, hits in self._read:
            alone = self._each.scan(text)
            for number, word in enumerate(self._written):
                if number not in self._met and word.group in hits.given:
                    places = hits.given[word.group]
                    if any((hit.start, hit.end) in places for hit in alone.all(number)):
                        self._met.add(number)
        self._read.clear()
