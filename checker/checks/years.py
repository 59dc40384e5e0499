"""Years that must agree: the title's, the one the text reports on, and the plan's."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from checker.checks.outcome import Proof, Remark, proof, titled
from checker.ruleset.model import FindingRule
from checker.structure import Reading
from checker.structure.outline import Section

_OPENING = 3
"""How far from the beginning of a sentence a year still opens it."""
_SURE = 2
"""How often the account must name the year reported on where no title does."""
_NEAR = 40
"""Within how many characters of the year its promise must stand."""
_DEADLINE = r"(20\d\d)\u5e74(?:\d{1,2}\u6708)?(?:\d{1,2}\u65e5)?[\u5e95\u672b\u672a]?[\u4e4b\u4ee5]?\u524d"


def run(reading: Reading, rule: FindingRule) -> list[Remark]:
    """The disagreements of the cases that the rule has messages for."""
    year = reading.facts.year
    if year is None:
        return []
    search = _Search(reading, rule, year)
    finders = {
        "asked": search.asked,
        "other-year": search.other_year,
        "plan-past": search.plan_past,
        "plan-year": search.plan_year,
        "deadline-past": search.deadline_past,
    }
    return [remark for case in rule.messages for remark in finders[case]()]


class _Mention(NamedTuple):
    """A year written out in the text, outside titles, periods and document numbers."""

    year: int
    start: int


class _Search:
    def __init__(self, reading: Reading, rule: FindingRule, year: int) -> None:
        self._reading, self._rule, self._year = reading, rule, year
        self._text, self._hits = reading.view.text, reading.hits
        self._title = reading.facts.title.year if reading.facts.title else None

    def _any(self, name: str, start: int, end: int) -> bool:
        return self._hits.any(self._rule.groups[name], start, end)

    @cached_property
    def _mentions(self) -> list[_Mention]:
        return [
            _Mention(int(match[0]), match.start())
            for match in re.finditer(r"20[0-4]\d(?=\u5e74)", self._text)
            if self._stands_alone(match.start(), match.end())
        ]

    @cached_property
    def _in_account(self) -> list[tuple[_Mention, int]]:
        """The mentions in account text, each with the index of its statement."""
        told = [(m, at) for m in self._mentions if (at := self._reading.statement(m.start)) is not None]
        return [(m, at) for m, at in told if self._reading.statements[at].zone == "account"]

    def _stands_alone(self, start: int, end: int) -> bool:
        """Whether the year at `start:end` is neither an end of a period, nor part of a title or a number."""
        before, behind = self._text[start - 1 : start], self._text[end + 1 : end + 2]
        if (
            before.isdigit()
            or before in ("-", "~", "\u81f3", "\u5230", "[")
            or behind in ("-", "~", "\u81f3", "\u5230")
        ):
            return False
        return not titled(self._text, start)

    @cached_property
    def _reported(self) -> int:
        """The year the text itself reports on: the title's, unless the text consistently speaks of another."""
        return self._other[0] if self._other else self._year

    @cached_property
    def _other(self) -> tuple[int, tuple[Proof, ...]] | None:
        """Another year than the title's that the text reports on, and where it does."""
        if self._title is None:
            return None
        return self._by_lead() or self._by_headings() or self._by_mentions()

    def _by_lead(self) -> tuple[int, tuple[Proof, ...]] | None:
        for at in self._reading.about(self._rule.groups["leads"]):
            s = self._reading.statements[at]
            years = {m.year for m in self._mentions if s.start <= m.start < s.end}
            if years and self._title not in years:
                return max(years), (proof(s),)
        return None

    def _by_headings(self) -> tuple[int, tuple[Proof, ...]] | None:
        for section, roles in zip(self._reading.sections, self._reading.own_roles, strict=True):
            if section.parent is None and roles[:1] in (("account",), ("shortcomings",)):
                years = {m.year for m in self._in_heading(section)}
                if len(years) == 1 and self._title not in years and not self._any("not_headings", *section.title):
                    return years.pop(), (Proof(*section.title, roles[0]),)
        return None

    def _by_mentions(self) -> tuple[int, tuple[Proof, ...]] | None:
        account = self._in_account
        counts = Counter(m.year for m, _ in account)
        least = self._rule.numbers["min_mentions"]
        year, count = max(counts.items(), key=lambda pair: (pair[1], pair[0]), default=(0, 0))
        if year == self._title or count < least or counts[self._title or 0] * least > count:
            return None
        places = dict.fromkeys(at for m, at in account if m.year == year)
        return year, tuple(proof(self._reading.statements[at]) for at in list(places)[:2])

    def _in_heading(self, section: Section) -> list[_Mention]:
        return [m for m in self._mentions if section.title.start <= m.start < section.title.end]

    def asked(self) -> list[Remark]:
        """The title names another year than the user asked for."""
        if self._title is None or self._title == self._year:
            return []
        return [Remark("asked", _values(title=self._title, asked=self._year), self._title_proof())]

    def other_year(self) -> list[Remark]:
        """The text reports on another year than the title names."""
        if self._other is None:
            return []
        year, places = self._other
        return [Remark("other-year", _values(title=self._title, year=year), (*self._title_proof(), *places))]

    def _title_proof(self) -> tuple[Proof, ...]:
        title = self._reading.facts.title
        return (Proof(*title.span, "account"),) if title and title.span.end > title.span.start else ()

    def plan_past(self) -> list[Remark]:
        """The plan is for the year reported on or one before it."""
        found = [
            (year, place)
            for section in self._plans()
            for year, place in self._plan_years(section)
            if year <= self._reported
        ]
        return [self._plan_remark("plan-past", *pair) for pair in found[:1]]

    def plan_year(self) -> list[Remark]:
        """The heading of the plan leaves a year out."""
        found = [
            (year, place)
            for section in self._plans()
            for year, place in self._heading_year(section)
            if year > self._reported + 1
        ]
        return [self._plan_remark("plan-year", *pair) for pair in found[:1]]

    def _plan_remark(self, case: str, year: int, place: Proof) -> Remark:
        return Remark(case, _values(year=year, report=self._reported, next=self._reported + 1), (place,))

    def _plans(self) -> list[Section]:
        """The plan's sections; none where the year reported on is only guessed, perhaps from the plan itself."""
        counts = Counter(m.year for m, _ in self._in_account)
        if self._title is None and counts[self._year] < max(_SURE, *counts.values(), 0):
            return []
        pairs = zip(self._reading.sections, self._reading.own_roles, strict=True)
        return [section for section, roles in pairs if roles == ("plan",) and not section.run_in]

    def _plan_years(self, section: Section) -> Sequence[tuple[int, Proof]]:
        return [*self._heading_year(section), *self._opening_year(section)]

    def _heading_year(self, section: Section) -> Sequence[tuple[int, Proof]]:
        years = {m.year for m in self._in_heading(section)}
        if len(years) != 1 or self._any("coming", *section.title):
            return []
        return [(years.pop(), Proof(*section.title, "plan"))]

    def _opening_year(self, section: Section) -> Sequence[tuple[int, Proof]]:
        """The year with which the first sentence below the heading opens, where it promises something."""
        at = bisect_left(self._reading.starts, section.body)
        s = self._reading.statements[at] if at < len(self._reading.statements) else None
        if s is None or s.heading or s.start >= section.end:
            return []
        for m in self._mentions:
            if s.start <= m.start <= s.start + _OPENING and self._any("promises", m.start, min(s.end, m.start + _NEAR)):
                return [(m.year, proof(s))]
        return []

    def deadline_past(self) -> list[Remark]:
        """A measure of the plan is to be done by a day of the year reported on."""
        remarks: list[Remark] = []
        for section in self._plans():
            for match in re.finditer(_DEADLINE, self._text[section.body : section.end]):
                at = self._reading.statement(section.body + match.start())
                if at is None or int(match[1]) != self._reported or titled(self._text, section.body + match.start()):
                    continue
                s = self._reading.statements[at]
                if s.zone == "plan" and not self._any("done", s.start, s.end):
                    remarks.append(self._plan_remark("deadline-past", self._reported, proof(s)))
        return remarks[:3]


def _values(**values: int | None) -> tuple[tuple[str, str], ...]:
    return tuple((name, str(value)) for name, value in values.items())
