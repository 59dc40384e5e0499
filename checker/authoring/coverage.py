"""What no example of a ruleset exercises: verdicts of items that none shows, phrases that none holds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from checker.authoring.examples import as_report
from checker.authoring.reasons import Verdict, possible
from checker.matching import Scanner
from checker.ruleset.compile import Workpiece, Written
from checker.ruleset.model import Item, Ruleset
from checker.ruleset.yaml_files import Where
from checker.text import squeeze


class Unused(NamedTuple):
    """A phrase that stands in no example."""

    where: Where
    option: str
    """The list it is written in: `legal_review.names`, `zones.plan.cues`, `lexicon.lack_word`."""
    phrase: str


class Coverage(NamedTuple):
    """How much of a ruleset its examples exercise."""

    verdicts: int
    unshown: tuple[tuple[Item, Verdict], ...]
    phrases: int
    unused: tuple[Unused, ...]


def coverage(ruleset: Ruleset, piece: Workpiece) -> Coverage:
    """What the examples leave out. Findings have no examples, so their phrases are not counted."""
    verdicts = [(item, verdict) for item in ruleset.items for verdict in possible(ruleset, item)]
    written = _by_place(word for word in piece.written if word.home[0] != "findings")
    used = _used(ruleset, written)
    unused = [
        Unused(piece.source.place(word.place), _option(word, ruleset), word.phrase)
        for number, word in enumerate(written)
        if number not in used
    ]
    return Coverage(len(verdicts), unshown(ruleset), len(written), tuple(sorted(unused)))


def unshown(ruleset: Ruleset) -> tuple[tuple[Item, Verdict], ...]:
    """The verdicts that an item can give and no example of it shows."""
    return tuple(
        (item, verdict)
        for item in ruleset.items
        for verdict in possible(ruleset, item)
        if verdict not in {(example.status, example.reason) for example in item.examples}
    )


def _by_place(written: Iterable[Written]) -> list[Written]:
    """Each phrase once: a list of the lexicon serves many others."""
    return list({word.place: word for word in written}.values())


def _used(ruleset: Ruleset, written: Sequence[Written]) -> set[int]:
    """The numbers of the phrases that stand in some example."""
    scanner = Scanner([(word.pattern,) for word in written])
    used: set[int] = set()
    for item in ruleset.items:
        for example in item.examples:
            text = "\n".join(map(squeeze, as_report(ruleset, example).split("\n")))
            hits = scanner.scan(text)
            used.update(number for number in range(len(written)) if number not in used and hits.all(number))
    return used


def _option(word: Written, ruleset: Ruleset) -> str:
    """The name of the list that a phrase is written in, as its author knows it."""
    parts = [str(part) for part in word.place[:-1]]
    if word.place[0] == "items":
        item = ruleset.items[int(word.place[1])]
        parts = [item.id, *(part for part in parts[2:] if part != "options")]
    return ".".join(parts)
