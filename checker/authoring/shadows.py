"""Phrases that can never matter: wherever they are found, another of the same list is found and says the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from checker.ruleset.compile import Written
from checker.ruleset.model import Pattern
from checker.ruleset.schema_parts import BEGINS
from checker.ruleset.yaml_files import Place


class Shadow(NamedTuple):
    """A phrase that never matters, and one in whose stead it would be found."""

    word: Written
    other: Written


def shadows(written: Iterable[Written]) -> Iterator[Shadow]:
    """The phrases that never matter in any of the lists they stand in, in the order they are written.

    In a list of which it only matters whether any phrase stands in a place, those that hold another one are idle; where
    it matters whether one begins there, those that begin with another; elsewhere only those that are written twice.
    """
    homes: dict[Place, list[Written]] = {}
    for word in written:
        homes.setdefault(word.home, []).append(word)
    idle: dict[Place, Shadow | None] = {}
    for words in homes.values():
        for word, shadow in zip(words, _idle(words), strict=True):
            # A phrase of the lexicon may be idle in one list and matter in another.
            idle[word.place] = shadow if idle.get(word.place, shadow) is not None else None
    return (shadow for shadow in idle.values() if shadow is not None)


def _idle(words: Sequence[Written]) -> Iterator[Shadow | None]:
    """For each phrase of one list what makes it idle; None where it may matter."""
    known: dict[str, list[Written]] = {}
    for word in words:
        if len(word.pattern.parts) == 1:
            for spelling in word.pattern.parts[0]:
                known.setdefault(spelling, []).append(word)
    for number, word in enumerate(words):
        found = [_stand_in(word, spelling, words[:number], known) for spelling in word.pattern.parts[0]]
        others = [other for other in found if other is not None]
        yield Shadow(word, others[0]) if len(others) == len(found) else None


def _stand_in(
    word: Written, spelling: str, before: Sequence[Written], known: Mapping[str, Sequence[Written]]
) -> Written | None:
    """A phrase of the list that is found wherever the beginning of `word` is, spelled like this."""
    if not word.asked:
        return next((o for o in before if _same(o.pattern, word.pattern)), None)
    length = len(spelling)
    starts = range(1) if word.asked == BEGINS else range(length)
    for start in starts:
        for end in range(start + 1, length + 1):
            for other in known.get(spelling[start:end], ()):
                if other is not word and _fits(other, word, before, start=start, left=length - end):
                    return other
    return None


def _fits(other: Written, word: Written, before: Sequence[Written], *, start: int, left: int) -> bool:
    """Whether the anchors of `other` hold where it stands in `word`: `start` characters in, with `left` behind it."""
    single = len(word.pattern.parts) == 1
    whole = single and start == 0 and left == 0
    if whole and (other.pattern.at_start, other.pattern.at_end) == (word.pattern.at_start, word.pattern.at_end):
        return other in before  # Of two that are the same the first one stays.
    opens = not other.pattern.at_start or (word.pattern.at_start and start == 0)
    closes = not other.pattern.at_end or (word.pattern.at_end and single and left == 0)
    return opens and closes


def _same(one: Pattern, other: Pattern) -> bool:
    """Whether whatever the second finds is found by the first, in the same place."""
    alike = len(one.parts) == len(other.parts) and one[1:] == other[1:]
    return alike and all(set(wide) >= set(narrow) for wide, narrow in zip(one.parts, other.parts, strict=True))
