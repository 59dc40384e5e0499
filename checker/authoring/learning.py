"""Approved reports → the outline they have in common: its sections in order, each with the wordings of its heading."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from statistics import mean
from typing import Final, NamedTuple

from checker import engine
from checker.document import Document
from checker.matching import similarity
from checker.results import Zone
from checker.ruleset.model import Ruleset
from checker.structure import Reading
from checker.text import Span, squeeze

_YEAR: Final = re.compile(r"20\d\d\s*年度?")
_MARKS: Final = str.maketrans(dict.fromkeys("^$~#{}@|\u2026") | {"(": "\uff08", ")": "\uff09"})
"""Signs of the phrase language, which a heading has no use for."""
_ALIKE: Final = 60
"""Out of 100, from which two headings are taken for wordings of one. In the sample reports of this repository wordings
of one section come apart from 70 on."""
_PLACE: Final = 20
"""Of these 100, what standing at the same place is worth."""
_COMMON: Final = 50
"""Per cent of the reports from which a section is one they have in common."""
_SHORTEST: Final = 4
"""Characters from which a wording may stand for the longer ones that hold it."""


class Wording(NamedTuple):
    """A heading as it is written, without number and year, and in how many reports."""

    text: str
    reports: int


class Part(NamedTuple):
    """A section that reports have in common."""

    wordings: tuple[Wording, ...]
    """The most frequent first."""
    reports: int
    below: tuple[Wording, ...]
    """Headings right below it that more than one report has."""


class Learned(NamedTuple):
    """What reports have in common."""

    reports: int
    kind: str
    """What most of them call themselves: what stands behind the year in their titles; empty where none has a title."""
    parts: tuple[Part, ...]
    """In their order."""
    rare: tuple[Part, ...]
    """Sections that more than one report has, but not enough of them."""


class _Heading(NamedTuple):
    """A top section of one report."""

    report: int
    place: float
    """0 for the first of its report, 1 for the last."""
    text: str
    roles: tuple[Zone, ...]
    """What its words announce, as far as the base knows them."""
    below: tuple[str, ...]


def learn(documents: Iterable[Document], base: Ruleset) -> Learned:
    """The outline that `documents` have in common, read as `base` reads them."""
    headings: list[_Heading] = []
    kinds: Counter[str] = Counter()
    reports = 0
    for report, document in enumerate(documents):
        reading = engine.read(document, base)
        headings += _headings(reading, report)
        kinds.update(_kind(reading))
        reports += 1
    groups = [group for group in _groups(headings) if len(group) > 1 or reports == 1]
    groups.sort(key=lambda group: mean(heading.place for heading in group))
    common = [100 * len(group) >= _COMMON * reports for group in groups]
    return Learned(
        reports,
        next((kind for kind, _ in kinds.most_common(1)), ""),
        tuple(_part(group) for group, enough in zip(groups, common, strict=True) if enough),
        tuple(_part(group) for group, enough in zip(groups, common, strict=True) if not enough),
    )


def _headings(reading: Reading, report: int) -> Iterator[_Heading]:
    tops = [
        (index, text)
        for index, section in enumerate(reading.sections)
        if section.parent is None and (text := _words(reading, section.title))
    ]
    for number, (index, text) in enumerate(tops):
        inner = (_words(reading, s.title) for s in reading.sections if s.parent == index and not s.run_in)
        place, below = number / max(1, len(tops) - 1), tuple(words for words in inner if words)
        yield _Heading(report, place, text, reading.own_roles[index], below)


def _words(reading: Reading, title: Span) -> str:
    """A heading as it is written, on one line, without years and signs of the phrase language."""
    if title.start == title.end:
        return ""
    start, end = reading.view.source(*title)
    text = _YEAR.sub("", "".join(reading.document.text[start:end].split())).translate(_MARKS)
    return text if squeeze(text) else ""


def _kind(reading: Reading) -> list[str]:
    title = reading.facts.title
    found = title and _YEAR.search(title.text)
    return [title.text[found.end() :]] if title and found else []


def _groups(headings: Sequence[_Heading]) -> list[list[_Heading]]:
    """Headings that are wordings of one, the most alike joined first; no two of one report are."""
    same: dict[str, list[_Heading]] = {}
    for heading in headings:
        group = same.setdefault(squeeze(heading.text), [])
        if heading.report not in {other.report for other in group}:
            group.append(heading)
    groups = dict(enumerate(same.values()))
    pairs = [(_alike(groups[one], groups[other]), one, other) for one, other in combinations(groups, 2)]
    at = {number: number for number in groups}
    for score, one, other in sorted(pairs, key=lambda pair: (-pair[0], pair[1:])):
        first, second = sorted((at[one], at[other]))
        if score < _ALIKE or first == second or _meet(groups[first], groups[second]):
            continue
        groups[first] += groups.pop(second)
        at = {number: first if group == second else group for number, group in at.items()}
    return list(groups.values())


def _meet(one: Sequence[_Heading], other: Sequence[_Heading]) -> bool:
    """Whether a report has a heading of both, or the words of both are known to announce different things."""
    roles = {heading.roles for heading in (*one, *other) if heading.roles}
    return len(roles) > 1 or bool({heading.report for heading in one} & {heading.report for heading in other})


def _alike(one: Sequence[_Heading], other: Sequence[_Heading]) -> float:
    """0-100: by the words, and by the place in the report."""
    first, second = squeeze(one[0].text), squeeze(other[0].text)
    short, long = sorted((first, second), key=len)
    words = 100 if len(short) >= _SHORTEST and short in long else similarity(first, second)
    apart = abs(mean(heading.place for heading in one) - mean(heading.place for heading in other))
    return words * (100 - _PLACE) / 100 + _PLACE * (1 - apart)


def _part(group: Sequence[_Heading]) -> Part:
    wordings = Counter(heading.text for heading in group)
    below = Counter(words for heading in group for words in dict.fromkeys(heading.below))
    return Part(
        tuple(Wording(*one) for one in sorted(wordings.items(), key=lambda one: (-one[1], one[0]))),
        len(group),
        tuple(Wording(*one) for one in sorted(below.items(), key=lambda one: (-one[1], one[0])) if one[1] > 1),
    )


def phrases(part: Part) -> tuple[str, ...]:
    """The wordings to look for: one that stands in longer ones does for them."""
    texts = [wording.text for wording in part.wordings]
    return tuple(text for text in texts if not any(other != text and _does_for(other, text) for other in texts))


def _does_for(short: str, long: str) -> bool:
    return len(squeeze(short)) >= _SHORTEST and squeeze(short) in squeeze(long)


def look_alikes(part: Part, others: Iterable[Part]) -> tuple[str, ...]:
    """Wordings of other sections in which one of this section stands."""
    own = phrases(part)
    texts = (wording.text for other in others if other != part for wording in other.wordings)
    return tuple(dict.fromkeys(text for text in texts if any(squeeze(phrase) in squeeze(text) for phrase in own)))
