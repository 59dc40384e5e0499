"""Finds the phrases of a ruleset in a normalised text: exactly in one pass, and nearly for the names of items.

The only importer of rapidfuzz and of the multi-pattern scanner.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import starmap
from operator import itemgetter
from typing import TYPE_CHECKING, Final, NamedTuple

from checker.ruleset.model import Pattern, Role, Ruleset, Table
from checker.ruleset.tables import PARTS, tabulate

if TYPE_CHECKING:
    from typing import Self

    import ahocorasick

GAP: Final = 36
"""How many characters the gap of a phrase may hold; `…` ends with the sentence, `~` with the clause."""

_PATIENCE: Final = 400
"""A local group is looked up word by word until so many characters were searched; most are in a short run."""

_BREAK: Final = re.compile("[\u3002!?;\n,:]")
_NUMBER: Final = re.compile(r"[\d.,]*\d[万亿]?[余多]?$|[一二两三四五六七八九十百千万]+[余多]?$")
_MARKS: Final = "\u3002!?;:,\u3001\n"


Place = tuple[int, int]
"""Half-open offsets of a phrase, which become a hit where it is asked for: most never are."""


class Hit(NamedTuple):
    """A phrase found: half-open offsets into the normalised text, and 0-100 for how closely it was met."""

    start: int
    end: int
    similarity: int = 100


class Hits:
    """All places where the phrases of each group stand. Local groups are looked up where they are asked for."""

    def __init__(self, breaks: "_Breaks", found: dict[int, list[Place]], local: Mapping[int, "_Finder"]) -> None:
        self._breaks, self._found, self._local = breaks, found, local
        self._ordered: dict[int, tuple[list[Place], list[int]]] = {}

    def _group(self, group: int) -> tuple[list[Place], list[int]]:
        """The places of a group in order, and their starts. Most groups are never asked for, so it is done late."""
        places = sorted(set(self._found.get(group, ())))
        ordered = self._ordered[group] = (places, [start for start, _ in places])
        return ordered

    def _places(self, group: int, start: int, end: int) -> list[Place]:
        """Where the phrases of `group` lie wholly in `start:end`, in order."""
        ordered = self._ordered.get(group)
        if ordered is None:
            if group in self._local:
                return self._local[group].find(self._breaks, start, end)
            ordered = self._group(group)
        places, starts = ordered
        first = bisect_left(starts, start)
        if first == len(starts) or starts[first] >= end:
            return []
        return [place for place in places[first : bisect_left(starts, end, first)] if place[1] <= end]

    def within(self, group: int, start: int, end: int) -> list[Hit]:
        """The hits of `group` that lie wholly in `start:end`, in order."""
        ordered = self._ordered.get(group)
        if ordered is None:
            return list(starmap(Hit, self._places(group, start, end)))
        # The same as `_places`, which most calls of a check need not pay for: they find nothing.
        places, starts = ordered
        first = bisect_left(starts, start)
        if first == len(starts) or starts[first] >= end:
            return []
        last = bisect_left(starts, end, first)
        return [Hit(*place) for place in places[first:last] if place[1] <= end]

    def any(self, group: int, start: int, end: int) -> bool:
        """Whether a phrase of `group` lies wholly in `start:end`."""
        return bool(self._places(group, start, end))

    def count(self, group: int, start: int, end: int) -> int:
        """How many hits of `group` lie wholly in `start:end`."""
        return len(self._places(group, start, end))

    def at(self, group: int, position: int, end: int) -> bool:
        """Whether a phrase of `group`, which must be local, begins at `position` and lies in `position:end`."""
        return self._local[group].at(self._breaks, position, end)

    def all(self, group: int) -> Sequence[Hit]:
        """Every hit of `group`, in order."""
        if group in self._local:
            return self.within(group, 0, len(self._breaks.text))
        return list(starmap(Hit, (self._ordered.get(group) or self._group(group))[0]))


class _Finder:
    """Finds the phrases of a table in one pass over a text."""

    def __init__(self, table: Table, patience: int = 0) -> None:
        """`patience` is the number of characters to be looked through before it pays to build an automaton."""
        self._shapes, self._words = table.shapes, table.words
        self._plain: dict[int, set[str]] | None = None
        self._automaton: ahocorasick.Automaton | None = None
        self._patience = patience

    def _places(self, text: str, start: int, end: int) -> Iterable[tuple[int, Role]]:
        """Where the words of the table end in `start:end` (their last characters) and what they are, in order."""
        if self._automaton is None and end - start <= self._patience:
            self._patience -= end - start
            return _one_by_one(self._words, text, start, end)
        if self._automaton is None:
            self._automaton = _automaton(self._words)
        places: Iterable[tuple[int, Role]] = self._automaton.iter(text, start, end)
        return places

    def collect(self, breaks: "_Breaks", start: int, end: int) -> dict[int, list[Place]]:
        """Places by group in `start:end` of the text with these breaks, unsorted, some more than once."""
        found: defaultdict[int, list[Place]] = defaultdict(list)
        if not self._words:
            return found
        opened: defaultdict[int, list[Place]] = defaultdict(list)
        for last, (length, whole, openers, parts) in self._places(breaks.text, start, end):
            stop = last + 1
            begin = stop - length
            if whole or openers:
                place = (begin, stop)
                for group in whole:
                    found[group].append(place)
                for part in openers:
                    opened[part].append(place)
            for part in parts:
                # Most words that could go on with a phrase meet none that was begun near: they are let go at once.
                before = opened.get(part)
                if before is None:
                    if part % PARTS:
                        continue
                elif begin - before[-1][1] > GAP:
                    continue
                self._join(breaks, begin, stop, part, opened, found)
        return found

    def _join(
        self,
        breaks: "_Breaks",
        begin: int,
        stop: int,
        part: int,
        opened: defaultdict[int, list[Place]],
        found: defaultdict[int, list[Place]],
    ) -> None:
        """Joins the word at `begin:stop` to a phrase of which it is a part: that is opened, or found."""
        at, index = divmod(part, PARTS)
        first = begin
        shape = self._shapes[at]
        if index:
            first = breaks.reach(opened[part], begin, shape.gaps[index - 1])
            if first < 0:
                return
        elif shape.at_start and not _opens(breaks.text, begin):
            return
        if index + 1 < shape.parts:
            opened[part + 1].append((first, stop))
        elif not shape.at_end or _closes(breaks.text, stop):
            for group in shape.groups:
                found[group].append((first, stop))

    def find(self, breaks: "_Breaks", start: int, end: int) -> list[Place]:
        """The places of a finder of one group in `start:end`, in order."""
        found = self.collect(breaks, start, end)
        return sorted({place for places in found.values() for place in places}) if found else []

    def at(self, breaks: "_Breaks", position: int, end: int) -> bool:
        """Whether a phrase of a finder of one group begins at `position` and lies in `position:end`."""
        if self._plain is None:
            self._plain = {}
            for word, (length, whole, _, _) in self._words:
                if whole:
                    self._plain.setdefault(length, set()).add(word)
        for length, words in self._plain.items():
            if position + length <= end and breaks.text[position : position + length] in words:
                return True
        return bool(self._shapes) and any(start == position for start, _ in self.find(breaks, position, end))


def _automaton(words: Iterable[tuple[str, Role]]) -> "ahocorasick.Automaton":
    import ahocorasick

    automaton = ahocorasick.Automaton()
    for word, role in words:
        automaton.add_word(word, role)
    automaton.make_automaton()
    return automaton


def _one_by_one(words: Iterable[tuple[str, Role]], text: str, start: int, end: int) -> list[tuple[int, Role]]:
    """What an automaton of the `words` would say of `start:end`: the last characters in order, longer words first."""
    span = text[start:end]
    places = []
    for word, role in words:
        at = span.find(word)
        while at >= 0:
            places.append((start + at + len(word) - 1, -len(word), role))
            at = span.find(word, at + 1)
    places.sort(key=itemgetter(0, 1))
    return [(last, role) for last, _, role in places]


class Scanner:
    """Finds the phrases of all groups of a ruleset. Groups in `local` are looked for only where they are asked for."""

    answers: type[Hits] = Hits
    """What a scan gives; another class can take note of what is asked for."""

    def __init__(self, groups: Sequence[Sequence[Pattern]], local: frozenset[int] = frozenset()) -> None:
        self._set(
            tabulate((n, group) for n, group in enumerate(groups) if n not in local),
            {n: tabulate([(n, groups[n])]) for n in sorted(local)},
        )

    @classmethod
    def of(cls, ruleset: Ruleset) -> "Self":
        """The scanner of a compiled ruleset, from the tables kept with it."""
        scanner = cls.__new__(cls)
        scanner._set(ruleset.table, ruleset.local_tables)
        return scanner

    def _set(self, table: Table, local: Mapping[int, Table]) -> None:
        self._finder = _Finder(table)
        self._local = {n: _Finder(part, _PATIENCE) for n, part in local.items()}

    def scan(self, text: str) -> Hits:
        """Every place of every phrase in `text`, which must be normalised."""
        breaks = _Breaks(text)
        return self.answers(breaks, self._finder.collect(breaks, 0, len(text)), self._local)


class _Breaks:
    """Where sentences and clauses end in a text, so that a gap can be told to run over such an end."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._clauses: list[int] | None = None
        self._sentences: list[int] = []

    def _look(self) -> list[int]:
        """The ends of clauses, looked for where the first gap is met."""
        marks = [(match.start(), match[0]) for match in _BREAK.finditer(self.text)]
        self._sentences = [at for at, mark in marks if mark not in ",:"]
        self._clauses = [at for at, _ in marks]
        return self._clauses

    def reach(self, openings: Sequence[tuple[int, int]], start: int, gap: str) -> int:
        """Where the phrase begins whose next part is at `start`, by the nearest of its `openings` (beginning and end
        of what was found so far); -1 where none bridges the gap."""
        for first, stop in reversed(openings):
            if stop > start:
                continue  # The words overlap, as those of a part that is looked for twice.
            if self._bridges(stop, start, gap):
                return first
            if start - stop > GAP or not gap.endswith("#"):
                break  # What stops the nearest stops those before it too.
        return -1

    def _bridges(self, before: int, start: int, gap: str) -> bool:
        """Whether the words between two parts of a phrase are what its gap allows."""
        if not gap or start - before > GAP:
            return start == before
        clauses = self._look() if self._clauses is None else self._clauses
        ends = clauses if gap[0] == "~" else self._sentences
        if bisect_left(ends, before) != bisect_left(ends, start):
            return False
        return len(gap) == 1 or _NUMBER.search(self.text[before:start]) is not None


def _opens(text: str, start: int) -> bool:
    return start == 0 or text[start - 1] in _MARKS or text[start - 1] in ")]\u3011"


def _closes(text: str, end: int) -> bool:
    return end == len(text) or text[end] in _MARKS


class Names:
    """The long names of an item, ready to be looked for nearly."""

    def __init__(self, names: Sequence[str], cutoff: int) -> None:
        self._cutoff = cutoff
        self._grams = [(name, _grams(name)) for name in names]
        self._union = frozenset().union(*(grams for _, grams in self._grams)) if names else frozenset()
        self._least = min((_enough(grams) for _, grams in self._grams), default=1)

    def find(self, text: str, spans: Iterable[tuple[int, int]]) -> list[Hit]:
        """Places in the `spans` of `text` that come near to a name (similarity >= the cutoff), one for a span at most.

        Only spans holding three fifths of a name's character pairs are aligned, which saves almost all the cost.
        """
        hits: list[Hit] = []
        for start, end in spans:
            have = _grams(text[start:end]) & self._union
            if len(have) >= self._least:
                hit = self._best(text, start, end, have)
                if hit is not None:
                    hits.append(hit)
        return hits

    def _best(self, text: str, start: int, end: int, have: frozenset[str]) -> Hit | None:
        from rapidfuzz.fuzz import partial_ratio_alignment

        best: Hit | None = None
        for name, grams in self._grams:
            if len(grams & have) < _enough(grams):
                continue
            place = partial_ratio_alignment(name, text[start:end], score_cutoff=self._cutoff)
            if place is not None and (best is None or place.score > best.similarity):
                best = Hit(start + place.dest_start, start + place.dest_end, int(place.score))
        return best


@lru_cache(maxsize=512)
def _grams(text: str) -> frozenset[str]:
    # Kept for a moment because every item looks through the same statements.
    return frozenset(map(str.__add__, text, text[1:]))


def _enough(grams: frozenset[str]) -> int:
    return -(-len(grams) * 3 // 5)


def similarity(left: str, right: str) -> int:
    """0-100: how alike two normalised texts are."""
    from rapidfuzz.fuzz import ratio

    return int(ratio(left, right))
