"""Dates of the document that must be in order and within the deadlines, and days that do not exist."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cached_property
from typing import Final, NamedTuple

from checker.checks.outcome import Proof, Remark, day_values, in_furniture, zone_of
from checker.matching import Hit
from checker.ruleset.model import FindingRule
from checker.structure import Reading
from checker.text import fold

_SAFE: Final = 4
"""A label this long cannot be the end of another word."""
_BETWEEN: Final = 6
"""How many characters may stand between a label and its date: colons, brackets, white space."""
_DATE: Final = r"(20\d\d)\s*[\u5e74./-]\s*(\d{1,2})\s*[\u6708./-]\s*(\d{1,2})"
_CUTOFF: Final = r"(20\d\d)\u5e74(\d{1,2})\u6708(?:(\d{1,2})\u65e5)?"
_MONTH: Final = r"(?:(20\d\d)\u5e74)?(?<!\d)(\d{1,2})$"
_DAY: Final = r"\u6708(\d{1,2})\u65e5"
_NUMERALS: Final = "\u3007\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d"


def run(reading: Reading, rule: FindingRule) -> list[Remark]:
    """The disagreements of the cases that the rule has messages for."""
    search = _Search(reading, rule)
    finders = {
        "written-after-published": search.written_after_published,
        "signed-after-published": search.signed_after_published,
        "late": search.late,
        "no-such-day": search.no_such_day,
        "cutoff-after-date": search.cutoff_after_date,
        "early": search.early,
        "signed-late": search.signed_late,
        "dates-differ": search.dates_differ,
    }
    return [remark for case in rule.messages for remark in finders[case]()]


class _Day(NamedTuple):
    """A day in ISO form and where it stands; no place where only the file's own data have it."""

    iso: str
    places: tuple[Proof, ...] = ()


class _Search:
    def __init__(self, reading: Reading, rule: FindingRule) -> None:
        self._reading, self._rule = reading, rule
        self._text, self._hits, self._facts = reading.view.text, reading.hits, reading.facts
        # A year guessed from the text is not sure enough to call a report late.
        self._titled = reading.facts.title.year if reading.facts.title else None

    @cached_property
    def _written(self) -> _Day | None:
        """The date of the document in the data of its web page."""
        return self._labelled("written_labels") or _given(self._reading.document.metadata.written)

    @cached_property
    def _published(self) -> _Day | None:
        return self._labelled("published_labels") or _given(self._reading.document.metadata.published)

    @cached_property
    def _signed(self) -> _Day | None:
        """The date below the text."""
        span = self._facts.sign_off.date
        if span is None or self._hits.any(self._rule.groups["written_labels"], *span):
            return None
        source = self._reading.view.source(*span)
        iso = _iso(self._reading.document.text[source.start : source.end])
        return _Day(iso, (Proof(*span, "account"),)) if iso else None

    def _labelled(self, name: str) -> _Day | None:
        others = {"written_labels", "published_labels", "other_labels"} - {name}
        for hit in self._hits.all(self._rule.groups[name]):
            if not self._is_page_data(hit):
                continue
            reach = max(0, hit.start - _SAFE), hit.end
            labels = [h for other in others for h in self._hits.within(self._rule.groups[other], *reach)]
            another = any(h.start <= hit.start and hit.end <= h.end for h in labels)
            day = None if another else self._day_behind(hit.start, hit.end)
            if day is not None:
                return day
        return None

    def _is_page_data(self, hit: Hit) -> bool:
        """Whether the label stands in a line of the page's data; a short one must not end a longer word."""
        before = self._text[hit.start - 1 : hit.start]
        if hit.end - hit.start < _SAFE and "\u4e00" <= before <= "\u9fff":
            return False
        return in_furniture(self._reading, hit.start)

    def _day_behind(self, start: int, end: int) -> _Day | None:
        """The day right behind the label at `start:end`, from the source: without white space day and hour are one."""
        at = self._reading.view.source(start, end).end
        source = fold(self._reading.document.text[at : at + 40])
        match = re.search(_DATE, source)
        if match is None or match.start() > _BETWEEN or any(char.isalnum() for char in source[: match.start()]):
            return None
        iso = _iso(match[0])
        stop = self._text.find(match[3], end)
        return _Day(iso, (Proof(start, stop + len(match[3]), "account"),)) if iso else None

    def written_after_published(self) -> list[Remark]:
        """The page says that the document was made after it was published."""
        if self._written is None or self._published is None or self._written.iso <= self._published.iso:
            return []
        return [self._remark("written-after-published", written=self._written, published=self._published)]

    def signed_after_published(self) -> list[Remark]:
        """The date below the text is later than the publication."""
        if self._signed is None or self._published is None or self._signed.iso <= self._published.iso:
            return []
        return [self._remark("signed-after-published", signed=self._signed, published=self._published)]

    def dates_differ(self) -> list[Remark]:
        """The page gives the document another date than the document itself."""
        if self._signed is None or self._written is None or self._signed.iso == self._written.iso:
            return []
        if self.written_after_published():
            return []
        return [self._remark("dates-differ", signed=self._signed, written=self._written)]

    def late(self) -> list[Remark]:
        """Published after the deadline."""
        due = self._due("publish_by")
        if self._published is None or due is None or self._published.iso <= due:
            return []
        return [self._remark("late", published=self._published, due=_Day(due))]

    def signed_late(self) -> list[Remark]:
        """Signed after departments have to report to the government; silent where the publication is late as well."""
        due = self._due("report_by")
        if self._signed is None or due is None or self._signed.iso <= due or self.late():
            return []
        return [self._remark("signed-late", signed=self._signed, due=_Day(due))] if self._is_department() else []

    def _is_department(self) -> bool:
        return self._facts.organ is not None and self._reading.organ_type == "department"

    def _due(self, name: str) -> str | None:
        """The deadline in the year after the one reported on; None for years without one."""
        if self._titled is None or self._titled < self._rule.numbers["since"]:
            return None
        day = self._rule.codes[name]
        if self._reading.organ_type == "government":
            day = self._rule.codes.get(f"government_{name}", day)
        return f"{self._titled + 1}-{day}"

    def early(self) -> list[Remark]:
        """Published, or else signed, so early that the figures cannot cover the year."""
        dated = self._published or self._signed
        if dated is None or self._titled is None or dated.iso >= f"{self._titled}-{self._rule.codes['full_from']}":
            return []
        return [self._remark("early", (("year", str(self._titled)),), dated=dated)]

    def no_such_day(self) -> list[Remark]:
        """Days that are in no calendar."""
        remarks: list[Remark] = []
        for start, end, year, month, day in self._days():
            # Without a year the day may have been in a leap year.
            if not _real(year or 2024, month, day):
                place = Proof(start, end, zone_of(self._reading, start))
                remarks.append(Remark("no-such-day", (("day", self._text[start:end]),), (place,)))
        return remarks

    def _days(self) -> Iterator[tuple[int, int, int, int, int]]:
        """Start, end, year (0 where there is none), month and day of each day written with 月 and 日."""
        at = self._text.find("\u6708")
        while at >= 0:
            before = re.search(_MONTH, self._text[max(0, at - 7) : at])
            behind = re.match(_DAY, self._text[at : at + 4])
            if before is not None and behind is not None:
                end = at + behind.end()
                yield at - len(before[0]), end, int(before[1] or 0), int(before[2]), int(behind[1])
            at = self._text.find("\u6708", at + 1)

    def cutoff_after_date(self) -> list[Remark]:
        """Figures are said to run up to a day after the report was dated."""
        dated = min((d for d in (self._published, self._signed) if d is not None), default=None, key=lambda d: d.iso)
        if dated is None:
            return []
        remarks: list[Remark] = []
        for hit in self._hits.all(self._rule.groups["cutoffs"]):
            match = re.compile(_CUTOFF).match(self._text, hit.end)
            if match is None or zone_of(self._reading, hit.start) != "account":
                continue
            cutoff = f"{match[1]}-{int(match[2]):02}-{int(match[3] or 1):02}"
            if cutoff > dated.iso:
                place = Proof(hit.start, match.end(), zone_of(self._reading, hit.start))
                remarks.append(self._remark("cutoff-after-date", (), cutoff=_Day(cutoff, (place,)), dated=dated))
        return remarks[:1]

    def _remark(self, case: str, values: tuple[tuple[str, str], ...] = (), **days: _Day) -> Remark:
        told = [pair for name, day in days.items() for pair in day_values(name, day.iso)]
        places = tuple(place for day in days.values() for place in day.places)
        return Remark(case, (*values, *told), places)


def _given(words: str | None) -> _Day | None:
    iso = _iso(words or "")
    return _Day(iso) if iso else None


def _iso(words: str) -> str | None:
    """The first date in `words`, typed in digits or Chinese numerals, in ISO form."""
    words = fold(words)
    match = re.search(_DATE, words)
    if match is not None:
        year, month, day = int(match[1]), int(match[2]), int(match[3])
    else:
        parts = "".join(words.split()).replace("\u6708", "\u5e74").replace("\u65e5", "\u5e74").split("\u5e74")
        if len(parts) != 4 or len(parts[0]) != 4:
            return None
        year, month, day = _number(parts[0]), _number(parts[1]), _number(parts[2])
    return date(year, month, day).isoformat() if _real(year, month, day) else None


def _number(words: str) -> int:
    """The value of Chinese numerals below a hundred, or of a year's digits; 0 where they are something else."""
    words = words.replace("\u25cb", "\u3007").replace("\u96f6", "\u3007")
    if len(words) > 1:
        # 十 stands for the tens: 二十五 → 25, 十五 → 15, 二十 → 20.
        words = re.sub("^\u5341", "\u4e00\u5341", words)
        words = words.replace("\u5341", "\u3007" if words.endswith("\u5341") else "")
    digits = [_NUMERALS.find(char) for char in words.replace("\u5341", "\u4e00\u3007")]
    return int("".join(map(str, digits))) if digits and min(digits) >= 0 else 0


def _real(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
