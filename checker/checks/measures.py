"""The account must tell several distinct measures, at least one of them concrete."""

from __future__ import annotations

import re

from checker.checks import figures
from checker.checks.outcome import Outcome, proof, titled
from checker.ruleset.model import Item, Ruleset
from checker.structure import Reading
from checker.structure.zones import Statement

_HAN = re.compile(r"[^\W\d_a-zA-Z]+")  # A range of Han characters takes a while to compile.
_MANY = 16
"""Passages shown of a full account: enough to see its span."""
_FEW = 5


def run(reading: Reading, item: Item, ruleset: Ruleset) -> Outcome:
    """Counts the places of the account that tell a measure, and its characters."""
    return _Search(reading, item).outcome()


class _Search:
    def __init__(self, reading: Reading, item: Item) -> None:
        self._reading, self._item = reading, item
        self._hits = reading.hits
        self._text = reading.view.text
        self._figures: dict[int, int] = {}
        self._acts = {name: set(reading.about(item.groups[name])) for name in ("actions", "not_measures", "elsewhere")}

    def outcome(self) -> Outcome:
        body = [s for s in self._reading.statements if s.zone == "account" and not s.heading]
        told = [s for s in body if self._measure(s)]
        concrete = [s for s in told if self._concrete(s)]
        characters = sum(
            match.end() - match.start() for s in body for match in _HAN.finditer(self._text, s.start, s.end)
        )
        if not told and not self._told_at_length(body):
            return Outcome("missing", "absent", (), (), 0.88)
        numbers = self._item.numbers
        enough = self._distinct(told) >= numbers["min_measures"] and characters >= numbers["min_characters"]
        if enough and concrete:
            return Outcome("present", None, tuple(proof(s) for s in self._spread(concrete)), (), 0.97)
        return Outcome("weak", "generic", tuple(proof(s) for s in (told or body)[:_FEW]), (), 0.85)

    def _spread(self, told: list[Statement]) -> list[Statement]:
        """The weightiest statement of each section first, so that the proof spans the account; then the others."""
        ordered = sorted(told, key=lambda s: (-self._weight(s), s.start))
        first: dict[tuple[int | None, int], Statement] = {}
        for s in ordered:
            first.setdefault((s.section, s.block), s)
        leading = list(first.values())
        return [*leading, *(s for s in ordered if s not in leading)][:_MANY]

    def _told_at_length(self, body: list[Statement]) -> bool:
        return sum(s.end - s.start for s in body if not self._elsewhere(s)) >= self._item.numbers["min_told"]

    def _elsewhere(self, s: Statement) -> bool:
        return self._about("elsewhere", s)

    def _about(self, name: str, s: Statement) -> bool:
        return self._reading.statement(s.start) in self._acts[name]

    def _measure(self, s: Statement) -> bool:
        """Whether the statement tells something that was done: an action, not a pointer to another paper."""
        if self._elsewhere(s) or self._about("not_measures", s):
            return False
        return self._about("actions", s) or self._quantities(s) > 0

    def _quantities(self, s: Statement) -> int:
        if s.start not in self._figures:
            self._figures[s.start] = figures.count(self._reading, self._item, s.start, s.end)
        return self._figures[s.start]

    def _concrete(self, s: Statement) -> bool:
        if self._quantities(s):
            return True
        return any(
            not titled(self._text, hit.start) or self._text[hit.end - 1] == "\u300a"
            for hit in self._hits.within(self._item.groups["concrete"], s.start, s.end)
        )

    def _weight(self, s: Statement) -> int:
        return min(self._quantities(s), 4)

    def _distinct(self, told: list[Statement]) -> int:
        """Measures in different sections, points and paragraphs; sentences where there is one paragraph only."""
        blocks = {s.block for s in told}
        places = {(s.section, s.block) for s in told}
        return len(told) if len(blocks) == 1 else len(places)
