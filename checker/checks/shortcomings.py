"""The organ must admit specific shortcomings of its own and say a cause of at least one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from checker.checks.outcome import Near, Outcome, proof
from checker.matching import Hit
from checker.ruleset.model import Item, Ruleset
from checker.structure import Reading
from checker.structure.zones import Statement

_MANY: Final = 8
_CLAUSE: Final = re.compile(r"[^,;:\u3002!?\n]+")
_STARTS: Final = ("", "\n", "\u3002", ";", "!", ":")


def run(reading: Reading, item: Item, ruleset: Ruleset) -> Outcome:
    """Reads the shortcomings text: what stands beside general admissions, in what place, and why."""
    return _Search(reading, item).outcome()


class _Search:
    def __init__(self, reading: Reading, item: Item) -> None:
        self._reading, self._item = reading, item
        self._hits = reading.hits
        self._text = reading.view.text
        self._own = [s for s in reading.statements if s.zone == "shortcomings"]

    def outcome(self) -> Outcome:
        specific = [s for s in self._own if self._specific(s)]
        if not specific:
            general = [s for s in self._own if self._any("lacks", s) or self._any("generic", s)]
            general = [s for s in general if not s.heading] or [s for s in general if not self._heading_only(s)]
            if general:
                return Outcome("weak", "generic", tuple(proof(s) for s in general[:2]), (), 0.85)
            return Outcome("missing", "absent", (), self._problems_of_others(), 0.8)
        placed = [s for s in specific if self._placed(s)]
        if not placed:
            return Outcome("weak", "buried", tuple(proof(s) for s in specific[:2]), (), 0.85)
        causes = [s for s in self._own if self._cause(s)]
        if not causes:
            near = tuple(Near(proof(s), "no-cause") for s in self._own if self._any("not_causes", s))[:2]
            return Outcome("weak", "no-cause", tuple(proof(s) for s in placed[:_MANY]), near, 0.85)
        first = causes[0]
        named = [s for s in placed if s.start <= first.start]
        proofs = [proof(first), *(proof(s) for s in reversed(named) if s is not first)]
        proofs += [proof(s) for s in causes[1:]]
        return Outcome("present", None, tuple(proofs[:_MANY]), (), 0.95)

    def _any(self, name: str, s: Statement) -> bool:
        return self._hits.any(self._item.groups[name], s.start, s.end)

    def _heading_only(self, s: Statement) -> bool:
        return s.heading and s.section is not None and not self._reading.sections[s.section].run_in

    def _specific(self, s: Statement) -> bool:
        """Whether the statement says what is lacking, beside the words of a general admission."""
        if self._heading_only(s) and self._zone_heading(s):
            return False
        if not self._any("lacks", s):
            return self._cause(s) and not s.heading
        if self._any("elsewhere", s):
            return False
        others = self._item.groups["others"]
        return any(
            self._remainder(start, end, s) >= self._item.numbers["min_characters"]
            for start, end in self._clauses(s)
            if self._hits.any(self._item.groups["lacks"], start, end)
            and (self._sectioned(s) or not self._hits.any(others, start, end))
        )

    def _clauses(self, s: Statement) -> Iterator[tuple[int, int]]:
        for match in _CLAUSE.finditer(self._text, s.start, s.end):
            yield match.start(), match.end()

    def _zone_heading(self, s: Statement) -> bool:
        return s.section is not None and self._reading.own_roles[s.section] != ()

    def _remainder(self, start: int, end: int, s: Statement) -> int:
        """How many characters are left of a clause when number, general words and punctuation are taken away."""
        covered: set[int] = set()
        for name in ("generic", "lacks"):
            for hit in self._hits.within(self._item.groups[name], start, end):
                covered.update(range(hit.start, hit.end))
        if s.section is not None and self._reading.sections[s.section].start == start:
            start = self._reading.sections[s.section].label.end
        return sum(1 for i in range(start, end) if i not in covered and "\u4e00" <= self._text[i] <= "\u9fff")

    def _sectioned(self, s: Statement) -> bool:
        return s.section is not None and "shortcomings" in self._reading.roles[s.section]

    def _placed(self, s: Statement) -> bool:
        """Whether the statement stands in a section or paragraph of shortcomings, not in passing in another."""
        if self._sectioned(s):
            return True
        own = [o for o in self._own if o.block == s.block]
        whole = [o for o in own if self._text[o.end - 1] in "\u3002;!" and self._text[o.start - 1 : o.start] in _STARTS]
        if len(whole) >= 2:
            return True
        start, end = self._reading.view.blocks[s.block]
        alone = all(o.zone == "shortcomings" for o in self._reading.statements if o.block == s.block)
        return alone and sum(o.end - o.start for o in own) * 5 >= (end - start) * 3

    def _cause(self, s: Statement) -> bool:
        groups = self._item.groups
        if self._heading_only(s) and self._zone_heading(s):
            return False
        false = self._hits.within(groups["not_causes"], max(0, s.start - 8), s.end)
        found = [hit for hit in self._hits.within(groups["causes"], s.start, s.end) if not _touched(hit, false)]
        return bool(found) or self._under_causes(s)

    def _under_causes(self, s: Statement) -> bool:
        """Whether the statement stands in a section that is about causes alone."""
        at = s.section
        while at is not None:
            section = self._reading.sections[at]
            if self._hits.any(self._item.groups["cause_headings"], section.title.start, section.title.end):
                return not s.heading or (section.run_in and s.start != section.start)
            at = section.parent
        return False

    def _problems_of_others(self) -> tuple[Near, ...]:
        found = [
            s
            for s in self._reading.statements
            if s.zone == "account" and self._any("others", s) and self._any("problems", s)
        ]
        return tuple(Near(proof(s), "problems-of-others") for s in found[:2])


def _touched(hit: Hit, others: Sequence[Hit]) -> bool:
    return any(o.start < hit.end and hit.start < o.end for o in others)
