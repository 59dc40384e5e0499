"""Mistakes of an author that load all the same: names that meet, words that fit anything, what no example shows."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from itertools import islice, product
from typing import Final

from checker.authoring.bench import Bench
from checker.authoring.beside import beside
from checker.authoring.coverage import unshown
from checker.authoring.examples import examples
from checker.authoring.loose_ends import loose_ends
from checker.authoring.reasons import possible
from checker.errors import Problem
from checker.matching import Scanner
from checker.ruleset.compile import Workpiece, Written
from checker.ruleset.model import Pattern, Ruleset

_NAMES: Final = ("names", "short_names")
_NOT_NAMES: Final = ("not_names", "not_collective")
_WHOLE: Final = 100
"""What the weights of the required items add up to, so that a weight is a share in the score."""
_ENUMERATION: Final = "\u3001"
_COMMA: Final = "\uff0c"
_TRIED: Final = 500


def lint(ruleset: Ruleset, piece: Workpiece) -> tuple[Problem, ...]:
    """Every such mistake, in the order of files and lines. Raises RulesetError where a test cannot be used."""
    linter = _Linter(ruleset, piece)
    linter.short_phrases()
    linter.names_that_meet()
    linter.headings_of_two_zones()
    linter.weights()
    linter.verdicts()
    linter.names_without_example()
    linter.torn_lists()
    for end in loose_ends(piece):
        piece.source.problem(end.where, end.key, **dict(end.values))
    return tuple(sorted(set(piece.source.problems)))


class _Linter:
    def __init__(self, ruleset: Ruleset, piece: Workpiece) -> None:
        self._ruleset, self._piece = ruleset, piece
        self._source, self._written = piece.source, piece.written

    def short_phrases(self) -> None:
        """Phrases of one character, wherever they are looked for in the whole report."""
        for word in self._written:
            if word.home[0] == "findings" or word.local or str(word.home[-1]).endswith("units"):
                continue
            if _one_character(word.pattern):
                self._source.problem(self._source.place(word.place), "lint-short-phrase", phrase=word.phrase)

    def names_that_meet(self) -> None:
        """Names of an item in which those of another item stand: the same words would count for both."""
        for number, item in enumerate(self._ruleset.items):
            scanner = Scanner([self._patterns(number, _NAMES), self._patterns(number, _NOT_NAMES)])
            for other, owner in enumerate(self._ruleset.items):
                for word in self._lists(other, _NAMES) if other != number else ():
                    # An enumeration names several items on purpose.
                    if _ENUMERATION not in word.phrase and _found(scanner, word):
                        self._problem(word, "lint-names-meet", phrase=word.phrase, item=owner.id, other=item.id)

    def headings_of_two_zones(self) -> None:
        """Heading phrases in which one of another zone stands; with gaps they are made for merged headings."""
        for zone in self._ruleset.zones:
            scanner = Scanner([self._zone(zone, "headings"), self._zone(zone, "not_headings")])
            for word in self._written:
                if word.home[0] != "zones" or word.home[2] != "headings" or word.home[1] == zone:
                    continue
                if not word.pattern.gaps and _found(scanner, word):
                    self._problem(word, "lint-heading", phrase=word.phrase, zone=str(word.home[1]), other=zone)

    def weights(self) -> None:
        """The weights of the required items."""
        total = sum(item.weight for item in self._ruleset.items if item.level == "required")
        if total != _WHOLE:
            self._source.problem(self._source.place(("items",)), "lint-weights", total=str(total), whole=str(_WHOLE))

    def verdicts(self) -> None:
        """Verdicts that an item can give without an example, or without a sentence for the reader."""
        places = {item.id: ("items", number) for number, item in enumerate(self._ruleset.items)}
        for item, (status, reason) in unshown(self._ruleset):
            where = self._source.place((*places[item.id], "examples"))
            self._source.problem(where, "lint-no-example", item=item.id, code=reason or status)
        for item in self._ruleset.items:
            for _, code in possible(self._ruleset, item):
                if code and code not in item.reasons:
                    where = self._source.place((*places[item.id], "reasons"))
                    self._source.problem(where, "lint-no-sentence", item=item.id, code=code)

    def names_without_example(self) -> None:
        """Names of the ruleset's own that neither an example nor a test beside it exercises."""
        own = [word for word in self._written if self._is_own(word) and word.home[-1] in _NAMES]
        bench = Bench(self._ruleset, own)
        deque(bench.run([*examples(self._ruleset, self._piece), *beside(self._ruleset, self._piece)]), maxlen=0)
        exercised = {own[number].place for number in bench.met}
        for word in own:
            if word.place not in exercised:
                self._problem(word, "lint-name-untried", phrase=word.phrase)

    def torn_lists(self) -> None:
        """Phrases with a full-width comma: most likely two, as only an ASCII comma parts the entries of a list."""
        for word in self._written:
            if _COMMA in word.phrase:
                self._problem(word, "lint-comma", phrase=word.phrase)

    def _is_own(self, word: Written) -> bool:
        return word.home[0] == "items" and self._source.place(word.place)[0] in self._piece.files

    def _problem(self, word: Written, key: str, **values: str) -> None:
        self._source.problem(self._source.place(word.place), key, **values)

    def _lists(self, item: int, options: Sequence[str]) -> list[Written]:
        homes = {("items", item, "options", option) for option in options}
        return [word for word in self._written if word.home in homes]

    def _patterns(self, item: int, options: Sequence[str]) -> list[Pattern]:
        return [word.pattern for word in self._lists(item, options)]

    def _zone(self, zone: str, option: str) -> list[Pattern]:
        return [word.pattern for word in self._written if word.home == ("zones", zone, option)]


def _one_character(pattern: Pattern) -> bool:
    """Whether the phrase is one character that is no mark, anywhere in the text."""
    free = len(pattern.parts) == 1 and not pattern.at_start and not pattern.at_end
    return free and any(len(word) == 1 and word.isalnum() for word in pattern.parts[0])


def _spellings(pattern: Pattern) -> Iterator[str]:
    yield from islice(map("".join, product(*pattern.parts)), _TRIED)


def _found(scanner: Scanner, word: Written) -> bool:
    """Whether a spelling of the phrase holds one of the scanner's first group, and none of its second."""
    found = (scanner.scan(spelling) for spelling in _spellings(word.pattern))
    return any(hits.all(0) and not hits.all(1) for hits in found)
