"""Phrase groups → the tables a scanner is built from, made once when a ruleset is compiled and kept with it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from checker.ruleset.model import Pattern, Shape, Table


def tabulate(groups: Iterable[tuple[int, Sequence[Pattern]]]) -> Table:
    """The table of the numbered `groups`."""
    whole: dict[str, list[int]] = {}
    parts: dict[str, list[tuple[int, int]]] = {}
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
                for index, words in enumerate(pattern.parts):
                    for word in words:
                        parts.setdefault(word, []).append((at, index))
            owners[at].append(number)
    every = sorted(whole.keys() | parts.keys())
    return Table(
        tuple((word, tuple(sorted(set(whole.get(word, ())))), tuple(parts.get(word, ()))) for word in every),
        tuple(
            Shape(len(p.parts), p.gaps, p.at_start, p.at_end, tuple(sorted(set(own))))
            for p, own in zip(known, owners, strict=True)
        ),
    )
