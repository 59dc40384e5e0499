"""The organ's principal must be reported to have discharged a named duty, with at least one act of their own."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from checker.checks.outcome import Near, Outcome, Proof, proof
from checker.matching import Hit
from checker.ruleset.model import Item, Ruleset
from checker.structure import Reading
from checker.structure.zones import Statement

_SUBJECT: Final = 8
_PREPOSITIONS: Final = "将把对向为与到在给由被让使经报请带领率"
_CLAUSE: Final = re.compile(r"[^,;:\u3002!?\n]+")


class _Actor(NamedTuple):
    position: int
    principal: bool


def run(reading: Reading, item: Item, ruleset: Ruleset) -> Outcome:
    """Looks for the duty's name by zone, then for acts whose subject is the principal."""
    return _Search(reading, item).outcome()


class _Search:
    def __init__(self, reading: Reading, item: Item) -> None:
        self._reading, self._item = reading, item
        self._text, self._hits = reading.view.text, reading.hits
        names = self._found("names")
        false = self._found("not_names")
        self._names = [hit for hit in names if not _touched(hit, false)]
        at = {self._reading.statement(hit.start) for hit in self._names}
        self._named = [self._reading.statements[i] for i in sorted(i for i in at if i is not None)]
        self._level = (reading.facts.organ or "")[:-4][-1:]
        self._government = reading.facts.organ is not None and self._kind("government")

    def _kind(self, name: str) -> bool:
        return self._reading.organ_type == name

    def _found(self, name: str) -> Sequence[Hit]:
        return self._hits.all(self._item.groups[name])

    def outcome(self) -> Outcome:
        named = self._named
        account = [s for s in named if s.zone == "account"]
        acts = self._acts(account)
        if acts:
            return Outcome("present", None, tuple(acts[:3]), (), 0.95 if account else 0.7)
        body = [s for s in account if not s.heading]
        near = tuple(Near(proof(s), "planned-only") for s in named if s.zone == "plan")[:2]
        if body:
            return Outcome("weak", "no-act", tuple(proof(s) for s in body[:2]), near, 0.8)
        if account:
            return Outcome("weak", "heading-only", tuple(proof(s) for s in account[:2]), near)
        planned = [s for s in named if s.zone == "plan"]
        if planned:
            return Outcome("weak", "planned-only", tuple(proof(s) for s in planned[:2]))
        lacking = [s for s in named if s.zone == "shortcomings"]
        if lacking:
            return Outcome("weak", "no-act", tuple(proof(s) for s in lacking[:2]), (), 0.6)
        return Outcome("missing", "absent", (), self._lookalikes(), 0.88)

    def _names_duty(self, s: Statement) -> bool:
        return s in self._named

    def _acts(self, named: Sequence[Statement]) -> list[Proof]:
        """Statements in which the principal acts, those of a section about the duty first."""
        scope = self._duty_scope(named)
        close: list[Proof] = []
        far: list[Proof] = []
        previous: Statement | None = None
        subject: bool | None = None
        told = self._told()
        groups = self._item.groups
        leading = {at for name in ("principals", "government_principals") for at in self._reading.about(groups[name])}
        for at, s in enumerate(self._reading.statements):
            if s.zone != "account" or (s.block not in told and s.start not in scope):
                continue
            if previous is None or s.block != previous.block:
                subject = None
            inside = s.start in scope
            implied = inside and self._names_duty(s)
            if not subject and not implied and at not in leading:
                previous = s
                continue  # Nobody here can be the principal.
            subject, acted, field = self._read(s, subject, implied=implied)
            if acted and inside:
                close.append(proof(s))
            elif field and self._hits.any(self._item.groups["principals"], s.start, s.end):
                far.append(proof(s))
            previous = s
        return close or far

    def _told(self) -> set[int]:
        """Blocks in which a principal is named: nobody else's acts count."""
        hits = [*self._found("principals"), *self._found("government_principals")]
        blocks = self._reading.view.blocks
        starts = [span.start for span in blocks]
        return {bisect_right(starts, hit.start) - 1 for hit in hits}

    def _duty_scope(self, named: Sequence[Statement]) -> set[int]:
        """Starts of the statements that are about the duty: those that name it and what follows in the same place."""
        scope: set[int] = set()
        for s in named:
            if s.heading and s.section is not None:
                end = self._reading.sections[s.section].end
            else:
                end = self._reading.view.blocks[s.block].end
            scope |= {other.start for other in self._reading.statements if s.start <= other.start < end}
        return scope

    def _read(self, s: Statement, subject: bool | None, *, implied: bool) -> tuple[bool | None, bool, bool]:
        """Follows the subject through the clauses: (subject at the end, principal acted, and for the rule of law)."""
        acted = field = False
        groups = self._item.groups
        for start, end in self._clauses(s):
            formula = self._hits.any(groups["formulas"], start, end)
            false = self._hits.within(groups["not_acts"], start, end)
            acts = [hit for hit in self._hits.within(groups["acts"], start, end) if not _touched(hit, false)]
            first = min((hit.start for hit in acts), default=end)
            for actor in self._actors(start, end):
                # Whoever is named behind the act is its object: 主持党组会 is not done by the 党组.
                if actor.position <= first:
                    subject = actor.principal
            strong = subject or (subject is None and implied and self._hits.any(groups["personal_acts"], start, end))
            if (acts or formula) and strong:
                acted = True
            if subject and (formula or (acts and self._hits.any(groups["field_acts"], s.start, s.end))):
                field = True
        return subject, acted, field

    def _clauses(self, s: Statement) -> Iterator[tuple[int, int]]:
        for match in _CLAUSE.finditer(self._text, s.start, s.end):
            yield match.start(), match.end()

    def _actors(self, start: int, end: int) -> list[_Actor]:
        groups = self._item.groups
        false = [
            *self._hits.within(groups["not_principals"], max(0, start - 1), end),
            *(hit for hit in self._hits.within(groups["superiors"], start, end) if not self._own_level(hit)),
        ]
        own = list(self._hits.within(groups["principals"], start, end))
        heads = self._hits.within(groups["government_principals"], start, end)
        others = list(self._hits.within(groups["other_actors"], start, end))
        if self._government:
            own += heads
        else:
            others += heads
        own = [hit for hit in own if not _touched(hit, false)]
        others = [
            hit
            for hit in others
            if not any(o.start <= hit.start < o.end for o in own) and self._leads(start, hit.start)
        ]
        objects = self._hits.within(groups["as_object"], start, end)
        actors = [_Actor(h.start, principal=True) for h in own if not _touched(h, objects)]
        actors += [_Actor(h.start, principal=False) for h in [*others, *false]]
        return sorted(actors)

    def _own_level(self, hit: Hit) -> bool:
        """Whether leaders named with a level (市政府…) are those of the government that reports."""
        return self._government and self._text[hit.start] == self._level

    def _leads(self, start: int, position: int) -> bool:
        """Whether a name stands where the subject of its clause does."""
        before = self._text[start:position]
        return len(before) <= _SUBJECT and not any(char in before for char in _PREPOSITIONS)

    def _lookalikes(self) -> tuple[Near, ...]:
        names = ["not_names", "superiors", "not_principals"] + ([] if self._government else ["government_principals"])
        about = [at for name in names for at in self._reading.about(self._item.groups[name])]
        told = [self._reading.statements[at] for at in dict.fromkeys(about)]
        return tuple(Near(proof(s), "look-alike") for s in told if s.zone == "account")[:2]


def _touched(hit: Hit, others: Sequence[Hit]) -> bool:
    return any(o.start < hit.end and hit.start < o.end for o in others)
