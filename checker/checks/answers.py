"""Which shortcoming a measure of the plan answers, and which none does."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from checker.checks.outcome import Proof, Remark
from checker.ruleset.model import FindingRule
from checker.structure import Reading
from checker.structure.zones import Statement

_FEW = 2
"""With fewer measures the plan does not go into particulars, and nothing can be said of what it leaves out."""


def run(reading: Reading, rule: FindingRule) -> list[Remark]:
    """The shortcomings with or without an answer, of the cases the rule has messages for."""
    search = _Search(reading, rule)
    shortcomings = [point for point in search.points("shortcomings") if search.specific(point)]
    plan = search.points("plan") if shortcomings else []
    if len(plan) < _FEW:
        return []
    remarks: list[Remark] = []
    for point in shortcomings:
        answer = search.answer(point, plan)
        if answer is not None:
            remarks.append(Remark("answered", (), (point.place, answer.place)))
        elif not search.touched(point, plan):
            remarks.append(Remark("unanswered", (), (point.place,)))
    return [remark for remark in remarks if remark.case in rule.messages]


class _Point(NamedTuple):
    """One shortcoming or measure: a point or paragraph, with its words."""

    place: Proof
    statements: tuple[Statement, ...]
    words: str
    pairs: frozenset[str]
    """Neighbouring Chinese characters outside generic words, which tell its matter; of shortcomings only."""


class _Search:
    def __init__(self, reading: Reading, rule: FindingRule) -> None:
        self._reading, self._rule = reading, rule
        self._text, self._hits = reading.view.text, reading.hits

    def points(self, zone: str) -> list[_Point]:
        """The points of a zone in the order of the text: sections below its heading, else single sentences."""
        groups: dict[tuple[bool, int], list[Statement]] = {}
        for at, s in enumerate(self._reading.statements):
            if s.zone == zone and not self._introduces(at, s):
                inner = s.section is not None and self._inside(s.section, zone)
                groups.setdefault((inner, s.section or 0) if inner else (inner, at), []).append(s)
        return [self._point(own) for own in groups.values()]

    def _inside(self, section: int, zone: str) -> bool:
        """Whether the section lies in one of the zone, so that it is a point of it."""
        parent = self._reading.sections[section].parent
        return parent is not None and zone in self._reading.roles[parent]

    def _introduces(self, at: int, s: Statement) -> bool:
        """Whether the statement is the heading of the part, leads to a list, or is a clause that opens a measure."""
        if s.heading and s.section is not None and not self._inside(s.section, s.zone):
            return True
        following = self._reading.statements[at + 1 : at + 2]
        end = self._text[s.end - 1]
        return end == ":" or (end == "," and bool(following) and following[0].zone != s.zone)

    def _point(self, statements: Sequence[Statement]) -> _Point:
        first, last = statements[0], statements[-1]
        words = "\n".join(self._text[s.start : s.end] for s in statements)
        pairs = self._pairs(statements) if first.zone == "shortcomings" else frozenset()
        return _Point(Proof(first.start, last.end, first.zone), tuple(statements), words, pairs)

    def specific(self, point: _Point) -> bool:
        """Whether the point names something lacking, beside general words."""
        first = point.statements[0]
        if self._any("general", first) or (not first.heading and self._any("causes", first)):
            return False
        lacks = any(self._any("lacks", s) for s in point.statements)
        return lacks and len(point.pairs) >= self._rule.numbers["min_characters"]

    def answer(self, point: _Point, plan: Sequence[_Point]) -> _Point | None:
        """The measure that shares most words with the shortcoming, where it shares enough."""
        whole = "\n".join(measure.words for measure in plan)
        known = [pair for pair in point.pairs if pair in whole]
        shared = [sum(pair in measure.words for pair in known) for measure in plan]
        most = max(shared)
        return plan[shared.index(most)] if most >= self._rule.numbers["min_shared"] else None

    def _pairs(self, statements: Iterable[Statement]) -> frozenset[str]:
        pairs: set[str] = set()
        for s in statements:
            at = s.start
            for hit in self._hits.within(self._rule.groups["generic"], s.start, s.end):
                pairs.update(map(str.__add__, self._text[at : hit.start], self._text[at + 1 : hit.start]))
                at = max(at, hit.end)
            pairs.update(map(str.__add__, self._text[at : s.end], self._text[at + 1 : s.end]))
        # Punctuation, digits and letters stand below the Chinese characters in Unicode.
        return frozenset(pair for pair in pairs if min(pair) >= "\u4e00")

    def touched(self, point: _Point, plan: Iterable[_Point]) -> bool:
        """Whether a measure is about a matter the shortcoming is about, though in other words."""
        topics = [row["words"] for row in self._rule.tables.get("topics", ()) if self._about(point, row["words"])]
        return any(self._about(measure, words) for words in topics for measure in plan)

    def _any(self, name: str, s: Statement) -> bool:
        return self._hits.any(self._rule.groups[name], s.start, s.end)

    def _about(self, point: _Point, group: int) -> bool:
        return any(self._hits.any(group, s.start, s.end) for s in point.statements)
