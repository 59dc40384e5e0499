"""A scanner of phrases as an author writes them, one group for each list, and a slow one to compare it with."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.matching import GAP, Hits, Scanner
from checker.ruleset import phrasing
from checker.ruleset.model import Pattern
from checker.text import squeeze

_STOPS = "\u3002!?;\n"
_MARKS = "\u3002!?;:,\u3001\n"


def patterns(phrases: Sequence[str]) -> list[Pattern]:
    """The phrases compiled."""
    found: list[Pattern] = []
    for phrase in phrases:
        made = phrasing.parse(phrase)
        assert made is not None, phrase
        parts, gaps, at_start, at_end = made
        found.append(Pattern(tuple(map(tuple, parts)), tuple(gaps), at_start, at_end))
    return found


def scan(text: str, *groups: Sequence[str], local: bool = False) -> Hits:
    """The hits of the groups of phrases in `text`, normalised first."""
    scanner = Scanner([patterns(group) for group in groups], frozenset(range(len(groups)) if local else ()))
    return scanner.scan(squeeze(text) if "\n" not in text else "\n".join(map(squeeze, text.split("\n"))))


def found(text: str, *phrases: str) -> list[str]:
    """The words that the phrases match in `text`."""
    words = "\n".join(map(squeeze, text.split("\n")))
    return [words[hit.start : hit.end] for hit in scan(text, phrases).all(0)]


def brute(text: str, phrase: str) -> set[tuple[int, int]]:
    """Every place of `phrase` in a short `text`, by trying a regular expression on each run of it."""
    body = phrase.removeprefix("^").removesuffix("$")
    clause = f"[^{_STOPS},:]{{0,{GAP}}}"
    sentence = f"[^{_STOPS}]{{0,{GAP}}}"
    number = "(?<=[0-9\u4e00\u4e8c\u4e09])|(?<=[0-9\u4e00\u4e8c\u4e09][\u4f59\u591a])"
    pieces = re.split("([\u2026~]#?)", body)
    expression = ""
    for piece in pieces:
        if piece[:1] in ("\u2026", "~"):
            gap = clause if piece[0] == "~" else sentence
            # The number must stand within the gap, so the gap itself holds at least one character then.
            expression += f"(?:{gap.replace('{0,', '{1,')})(?:{number})" if piece.endswith("#") else gap
        else:
            expression += re.sub(r"\(", "(?:", piece)
    compiled = re.compile(expression)
    places: set[tuple[int, int]] = set()
    for start in range(len(text)):
        if phrase.startswith("^") and start and text[start - 1] not in _MARKS + ")]\u3011":
            continue
        for end in range(start + 1, len(text) + 1):
            if phrase.endswith("$") and end < len(text) and text[end] not in _MARKS:
                continue
            if compiled.fullmatch(text, start, end):
                places.add((start, end))
    return places
