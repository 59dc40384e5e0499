"""Laws cited as in force though repealed or renamed, wrong titles, and laws called new long after they were."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from checker.checks.outcome import Proof, Remark, day_values, titled, zone_of
from checker.ruleset.model import FindingRule
from checker.structure import Reading

_OPEN, _CLOSE = "\u300a", "\u300b"
_LONGEST: Final = 120
_STATE: Final = "\u4e2d\u534e\u4eba\u6c11\u5171\u548c\u56fd"
_BEFORE_TITLE: Final = "\u7684\u540e\u7248"
"""的, 后, 版 may stand between "newly revised" and the title."""
_LONGER_WORDS: Final = "\u5f8b\u89c4\u6cbb\u5236\u9662\u5ead\u5b66"
"""律 规 治 制 院 庭 学: the name of a law ends in 法, but before these the 法 belongs to another word."""


def run(reading: Reading, rule: FindingRule) -> list[Remark]:
    """The citations that do not hold, of the cases that the rule has messages for; each law once."""
    search = _Search(reading, rule)
    found = [*search.stale(), *search.called_new()]
    return [remark for remark in found if remark.case in rule.messages]


class _Search:
    def __init__(self, reading: Reading, rule: FindingRule) -> None:
        self._reading, self._rule = reading, rule
        self._text, self._hits = reading.view.text, reading.hits
        self._year = reading.facts.year

    def stale(self) -> list[Remark]:
        """Citations by a name that does not hold for the year reported on."""
        rows = [row for row in self._rule.tables.get("statutes", ()) if self._over(row)]
        if not rows:
            return []
        by_title = {row["title"]: row for row in rows}
        # A title that never existed is wrong whatever period stands behind it in brackets.
        misnamed = {row["title"]: row for row in rows if row["kind"] == "wrong-title"}
        places: dict[str, list[Proof]] = {}
        for start, end, title in self._titles():
            row = by_title.get(title) or misnamed.get(title.partition("(")[0])
            if row is not None and not self._historic(start):
                places.setdefault(row["title"], []).append(Proof(start, end, zone_of(self._reading, start)))
        for row in rows:
            for alias in row["aliases"]:
                places.setdefault(row["title"], []).extend(self._aliases(alias))
        return [self._stale_remark(row, places[row["title"]]) for row in rows if places.get(row["title"])]

    def _over(self, row: Mapping[str, Any]) -> bool:
        """Whether the whole year reported on lies behind the day from which the name no longer holds."""
        return row["since"] is None or (self._year is not None and row["since"] <= f"{self._year}-01-01")

    def _titles(self) -> Iterator[tuple[int, int, str]]:
        """Start, end and words of each title in book title marks, the outer one where they are nested."""
        text = self._text
        start = text.find(_OPEN)
        while start >= 0:
            end = text.find(_CLOSE, start)
            while 0 <= end < start + _LONGEST and text.count(_OPEN, start, end) > text.count(_CLOSE, start, end + 1):
                end = text.find(_CLOSE, end + 1)
            if end < 0:
                return
            yield start, end + 1, text[start + 1 : end].removeprefix(_STATE).replace("--", "-")
            start = text.find(_OPEN, end)

    def _historic(self, position: int) -> bool:
        """Whether the sentence is about repealing or reviewing, or stands in no part of the report."""
        at = self._reading.statement(position)
        if at is None:
            return True
        s = self._reading.statements[at]
        return self._hits.any(self._rule.groups["historic"], s.start, s.end)

    def _aliases(self, alias: str) -> list[Proof]:
        found: list[Proof] = []
        at = self._text.find(alias)
        while at >= 0:
            end = at + len(alias)
            if not titled(self._text, at) and not self._historic(at) and self._cited(at):
                found.append(Proof(at, end, zone_of(self._reading, at)))
            at = self._text.find(alias, end)
        return found

    def _cited(self, position: int) -> bool:
        """Whether a word of citing stands before `position` in its sentence."""
        at = self._reading.statement(position)
        start = self._reading.statements[at].start if at is not None else position
        return self._hits.any(self._rule.groups["citing"], start, position)

    def _stale_remark(self, row: Mapping[str, Any], places: list[Proof]) -> Remark:
        places = sorted(places)
        values = [("title", self._shown(places[0])), ("now", row["now"])]
        if row["since"] is not None:
            values += day_values("since", row["since"])
        case = row["kind"] if row["certainty"] == "certain" else "uncertain"
        return Remark(case, tuple(values), tuple(places))

    def _shown(self, place: Proof) -> str:
        """The title as the report writes it, without its marks."""
        source = self._reading.view.source(place.start, place.end)
        words = "".join(self._reading.document.text[source.start : source.end].split())
        return words.strip(_OPEN + _CLOSE + "\u3008\u3009")

    def called_new(self) -> list[Remark]:
        """Laws said to be newly revised when they had been in force for long."""
        remarks: list[Remark] = []
        seen: set[str] = set()
        for hit in self._hits.all(self._rule.groups["new_words"]):
            row, place = self._law_behind(hit.start, hit.end)
            if row is None or row["title"] in seen or not self._long_in_force(row) or self._historic(hit.start):
                continue
            seen.add(row["title"])
            values = (("title", row["title"]), *day_values("effective", row["effective"]))
            remarks.append(Remark("stale-new", values, (place,)))
        return remarks

    def _law_behind(self, start: int, end: int) -> tuple[Mapping[str, Any] | None, Proof]:
        text = self._text
        at = end
        while text[at : at + 1] and text[at] in _BEFORE_TITLE:
            at += 1
        marked = text.startswith(_OPEN, at)
        at += marked
        at += len(_STATE) if text.startswith(_STATE, at) else 0
        for row in self._rule.tables.get("revisions", ()):
            stop = at + len(row["title"])
            if text.startswith(row["title"], at) and self._ends_title(stop, marked=marked):
                return row, Proof(start, stop + marked, zone_of(self._reading, start))
        return None, Proof(start, end, "account")

    def _ends_title(self, at: int, *, marked: bool) -> bool:
        behind = self._text[at : at + 1]
        return behind == _CLOSE if marked else not behind or behind not in _LONGER_WORDS

    def _long_in_force(self, row: Mapping[str, Any]) -> bool:
        """Whether the law had been in force for too long by the middle of the year reported on."""
        if self._year is None:
            return False
        year, month, _ = map(int, row["effective"].split("-"))
        return (self._year - year) * 12 + 7 - month > self._rule.numbers["new_months"]
