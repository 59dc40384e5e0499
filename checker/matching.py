"""Finds the phrases of a ruleset in a normalised text: exactly in one pass, and nearly for the names of items.

The only importer of rapidfuzz and of the multi-pattern scanner.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from checker.ruleset.model import Pattern

GAP: Final = 36
"""How many characters the gap of a phrase may hold; `…` ends with the sentence, `~` with the clause."""

_BREAKS: Final = "\u3002!?;\n"
_CLAUSE_BREAKS: Final = "\u3002!?;\n,:"
_NUMBER: Final = re.compile(r"[\d.,]*\d[万亿]?[余多]?$|[一二两三四五六七八九十百千万]+[余多]?$")
_MARKS: Final = "\u3002!?;:,\u3001\n"


class Hit(NamedTuple):
    """A phrase found: half-open offsets into the normalised text, and 0-100 for how closely it was met."""

    start: int
    end: int
    similarity: int = 100


class Hits:
    """All places where the phrases of each group stand."""

    def __init__(self, groups: dict[int, list[Hit]]) -> None:
        self._groups = groups
        self._starts = {group: [hit.start for hit in hits] for group, hits in groups.items()}

    def within(self, group: int, start: int, end: int) -> list[Hit]:
        """The hits of `group` that lie wholly in `start:end`, in order."""
        starts = self._starts.get(group)
        if not starts:
            return []
        first, last = bisect_left(starts, start), bisect_left(starts, end)
        return [hit for hit in self._groups[group][first:last] if hit.end <= end]

    def any(self, group: int, start: int, end: int) -> bool:
        """Whether a phrase of `group` lies wholly in `start:end`."""
        starts = self._starts.get(group)
        if not starts:
            return False
        hits = self._groups[group]
        for i in range(bisect_left(starts, start), len(starts)):
            if starts[i] >= end:
                return False
            if hits[i].end <= end:
                return True
        return False

    def all(self, group: int) -> Sequence[Hit]:
        """Every hit of `group`, in order."""
        return self._groups.get(group, ())

    def replace(self, group: int, hits: Iterable[Hit]) -> None:
        """Sets the hits of `group`; used to add near matches and to take out what a longer phrase covers."""
        ordered = sorted(set(hits))
        self._groups[group] = ordered
        self._starts[group] = [hit.start for hit in ordered]


class _Part(NamedTuple):
    pattern: int
    index: int


class Scanner:
    """Finds the phrases of many groups in one pass over a text."""

    def __init__(self, groups: Sequence[Sequence[Pattern]]) -> None:
        import ahocorasick

        self._patterns: list[Pattern] = []
        self._groups: list[list[int]] = []
        by_pattern: dict[Pattern, int] = {}
        for number, group in enumerate(groups):
            for pattern in group:
                at = by_pattern.setdefault(pattern, len(self._patterns))
                if at == len(self._patterns):
                    self._patterns.append(pattern)
                    self._groups.append([])
                self._groups[at].append(number)
        words: dict[str, list[_Part]] = {}
        for at, pattern in enumerate(self._patterns):
            for index, part in enumerate(pattern.parts):
                for word in part:
                    words.setdefault(word, []).append(_Part(at, index))
        self._automaton = ahocorasick.Automaton()
        for word, parts in words.items():
            self._automaton.add_word(word, (len(word), parts))
        if words:
            self._automaton.make_automaton()
        self._empty = not words

    def scan(self, text: str) -> Hits:
        """Every place of every phrase in `text`, which must be normalised."""
        found: dict[int, list[Hit]] = {}
        if not self._empty:
            self._collect(text, found)
        groups: dict[int, list[Hit]] = {}
        for at, hits in found.items():
            for group in self._groups[at]:
                groups.setdefault(group, []).extend(hits)
        return Hits({group: sorted(set(hits)) for group, hits in groups.items()})

    def _collect(self, text: str, found: dict[int, list[Hit]]) -> None:
        patterns = self._patterns
        open_at: dict[tuple[int, int], tuple[int, int]] = {}
        for last, (length, parts) in self._automaton.iter(text):
            end = last + 1
            start = end - length
            for at, index in parts:
                pattern = patterns[at]
                begin = start
                if index:
                    before = open_at.get((at, index))
                    if before is None or not _bridges(text, before[1], start, pattern.gaps[index - 1]):
                        continue
                    begin = before[0]
                elif pattern.at_start and not _opens(text, start):
                    continue
                if index + 1 < len(pattern.parts):
                    open_at[at, index + 1] = (begin, end)
                elif not pattern.at_end or _closes(text, end):
                    found.setdefault(at, []).append(Hit(begin, end))


def _bridges(text: str, before: int, start: int, gap: str) -> bool:
    """Whether the words between two parts of a phrase are what its gap allows."""
    if start < before or start - before > GAP:
        return False
    between = text[before:start]
    if any(mark in between for mark in (_CLAUSE_BREAKS if gap[0] == "~" else _BREAKS)):
        return False
    return len(gap) == 1 or _NUMBER.search(between) is not None


def _opens(text: str, start: int) -> bool:
    return start == 0 or text[start - 1] in _MARKS or text[start - 1] in ")]\u3011"


def _closes(text: str, end: int) -> bool:
    return end == len(text) or text[end] in _MARKS


def near_hits(text: str, names: Sequence[str], spans: Iterable[tuple[int, int]], cutoff: int) -> list[Hit]:
    """Places in the `spans` of `text` that come near to one of `names` (similarity >= `cutoff`), one for a span at most.

    Only spans holding two thirds of a name's character pairs are aligned, which costs a hundredth of aligning them all.
    """
    from rapidfuzz.fuzz import partial_ratio_alignment

    pairs = [(name, {name[i : i + 2] for i in range(len(name) - 1)}) for name in names if len(name) >= 5]
    hits: list[Hit] = []
    for start, end in spans:
        part = text[start:end]
        best: Hit | None = None
        for name, grams in pairs:
            if sum(gram in part for gram in grams) * 5 < len(grams) * 3:
                continue
            place = partial_ratio_alignment(name, part, score_cutoff=cutoff)
            if place is not None and (best is None or place.score > best.similarity):
                best = Hit(start + place.dest_start, start + place.dest_end, int(place.score))
        if best is not None:
            hits.append(best)
    return hits


def similarity(left: str, right: str) -> int:
    """0-100: how alike two normalised headings are."""
    from rapidfuzz.fuzz import ratio

    return int(ratio(left, right))


def nearest(word: str, choices: Iterable[str], cutoff: int = 60) -> str | None:
    """The choice most like `word`, for "did you mean"; None where none comes near. Ties go to the first in order."""
    from rapidfuzz.fuzz import ratio

    scored = [(-ratio(word, choice), choice) for choice in sorted(set(choices))]
    best = min(scored, default=(0.0, ""))
    return best[1] if -best[0] >= cutoff else None


def last_before(hits: Sequence[Hit], position: int) -> Hit | None:
    """The last of the ordered `hits` that starts before `position`."""
    at = bisect_right([hit.start for hit in hits], position - 1)
    return hits[at - 1] if at else None
