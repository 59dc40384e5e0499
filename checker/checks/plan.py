"""The plan for the coming year must hold concrete arrangements, not aims alone."""

from __future__ import annotations

from checker.checks import figures
from checker.checks.outcome import Outcome, proof
from checker.ruleset.model import Item, Ruleset
from checker.structure import Reading
from checker.structure.zones import Statement

_MANY = 8


def run(reading: Reading, item: Item, ruleset: Ruleset) -> Outcome:
    """Counts the statements of plan text that say what will be done and how; a list is cut into its points."""
    return _Search(reading, item).outcome()


class _Search:
    def __init__(self, reading: Reading, item: Item) -> None:
        self._reading, self._item = reading, item
        self._hits = reading.hits
        self._text = reading.view.text
        self._weights: dict[int, int] = {}

    def outcome(self) -> Outcome:
        planned = [s for s in self._reading.statements if s.zone == "plan"]
        body = [s for s in planned if not self._bare_heading(s) and not self._elsewhere(s)]
        concrete = [s for s in body if self._concrete(s)]
        if len(concrete) >= self._item.numbers["min_arrangements"]:
            best = sorted(concrete, key=lambda s: (-self._weight(s), s.start))
            return Outcome("present", None, tuple(proof(s) for s in best[:_MANY]), (), 0.95)
        told = [s for s in body if len(self._text[s.start : s.end]) >= 12]
        if told:
            best = sorted(told, key=lambda s: (-(s in concrete), s.start))
            # A lone promise inside the account may be a phrase misread; a section of its own is not.
            placed = any(s.section is not None and "plan" in self._reading.roles[s.section] for s in told)
            return Outcome("weak", "generic", tuple(proof(s) for s in best[:3]), (), 0.85 if placed else 0.7)
        return Outcome("missing", "absent", (), (), 0.9)

    def _elsewhere(self, s: Statement) -> bool:
        return self._hits.any(self._item.groups["elsewhere"], s.start, s.end)

    def _bare_heading(self, s: Statement) -> bool:
        return s.heading and s.section is not None and not self._reading.sections[s.section].run_in

    def _weight(self, s: Statement) -> int:
        known = self._weights.get(s.start)
        if known is None:
            known = self._weights[s.start] = self._weigh(s)
        return known

    def _weigh(self, s: Statement) -> int:
        groups = self._item.groups
        told = figures.count(self._reading, self._item, s.start, s.end)
        actions = self._hits.count(groups["actions"], s.start, s.end)
        means = self._hits.count(groups["means"], s.start, s.end)
        slogans = self._hits.count(groups["slogans"], s.start, s.end)
        return 3 * min(told, 3) + 2 * min(actions, 3) + 2 * min(means, 3) - min(slogans, 6)

    def _concrete(self, s: Statement) -> bool:
        return self._weight(s) >= self._item.numbers["min_weight"]
