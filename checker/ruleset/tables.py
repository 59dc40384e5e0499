"""Phrase groups → the tables a scanner is built from, made once when a ruleset is compiled and kept with it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final

from checker.ruleset.model import Pattern, Shape, Table

PARTS: Final = 16
"""More parts than any phrase has; a part is told by the number of its shape times this, plus its place."""


def tabulate(groups: Iterable[tuple[int, Sequence[Pattern]]]) -> Table:
    """The table of the numbered `groups`."""
    whole: dict[str, list[int]] = {}
    openers: dict[str, list[int]] = {}
    parts: dict[str, list[int]] = {}
    known: dict[Pattern, int] = {}
    owners: list[list[int]] = []
    for number, patterns in groups:
        for pattern in patterns:
            if len(pattern.parts) == 1 and not pattern.at_start and not pattern.at_end:
                for word in pattern.parts[0]:
                    whole.setdefault(word, []).append(number)
                continue
            at = known.setdefault(pattern, len(owners))
            if at == len(owners):
                owners.append([])
                _place(pattern, at, openers, parts)
            owners[at].append(number)
    every = sorted(whole.keys() | openers.keys() | parts.keys())
    return Table(
        tuple(
            (
                word,
                (
                    len(word),
                    tuple(sorted(set(whole.get(word, ())))),
                    tuple(openers.get(word, ())),
                    tuple(parts.get(word, ())),
                ),
            )
            for word in every
        ),
        tuple(
            Shape(len(p.parts), p.gaps, p.at_start, p.at_end, tuple(sorted(set(own))))
            for p, own in zip(known, owners, strict=True)
        ),
    )


def _place(pattern: Pattern, at: int, openers: dict[str, list[int]], parts: dict[str, list[int]]) -> None:
    """Enters the words of a phrase: those that begin it wherever they stand, and the others."""
    for index, words in enumerate(pattern.parts):
        opens = index == 0 and len(pattern.parts) > 1 and not pattern.at_start
        for word in words:
            if opens:
                openers.setdefault(word, []).append(at * PARTS + 1)
            else:
                parts.setdefault(word, []).append(at * PARTS + index)


def packed(table: Table) -> list[Any]:
    """A table as plain data: its words as one string, and what they stand for by number, as many stand for the same."""
    roles: dict[Any, int] = {}
    numbers = [roles.setdefault(role, len(roles)) for _, role in table.words]
    shapes = [tuple(shape) for shape in table.shapes]
    return ["\n".join(word for word, _ in table.words), numbers, list(roles), shapes]


def unpacked(data: Sequence[Any]) -> Table:
    """The table that `packed` made the data of."""
    words, numbers, roles, shapes = data
    split = words.split("\n") if words else []
    return Table(tuple(zip(split, map(roles.__getitem__, numbers), strict=True)), tuple(Shape(*s) for s in shapes))
