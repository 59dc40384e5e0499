"""A phrase as it is written → the words to look for: alternatives written out and normalised, gaps and anchors."""

from __future__ import annotations

import re
from math import prod
from typing import Any, Final

from checker.ruleset.tables import PARTS
from checker.text import squeeze

_MAX_VARIANTS: Final = 500
_GAP: Final = re.compile("([\u2026~]#?)")
_TOKEN: Final = re.compile(r"\([^()]*\)|[^()]+|[()]")
_MANY: Final = 24
_GROUP: Final = re.compile(r"\(([^()]*\|[^()]*)\)")


def slip(phrase: str) -> str:
    """Key of the sentence on what is wrong with how the phrase is written; empty where nothing is.

    Such a phrase would load, and never be found: its marks are taken for characters of the text.
    """
    pieces = _GAP.split(phrase)[::2]
    if not all(map(_closed, pieces)):
        return "ruleset-bad-brackets"
    return "ruleset-stray-number" if any("#" in piece for piece in pieces) else ""


def _closed(piece: str) -> bool:
    depth = 0
    for char in piece:
        depth += (char == "(") - (char == ")")
        if depth < 0:
            return False
    return depth == 0


def emptiness(phrase: str) -> str:
    """Key of the sentence on why `parse` makes nothing of a phrase without slips."""
    pieces = _GAP.split(phrase.removeprefix("^").removesuffix("$"))[::2]
    counts = [prod(len(words) for words in _choices(run)) for piece in pieces for run in _runs(piece)]
    if len(counts) > PARTS:
        return "ruleset-many-parts"
    return "ruleset-many-variants" if max(counts) > _MAX_VARIANTS else "ruleset-empty-phrase"


def _choices(run: str) -> list[list[str]]:
    return [match[1].split("|") for match in _GROUP.finditer(run)]


def parse(phrase: str) -> list[Any] | None:
    """Parts, gaps and anchors of a phrase; None where a part is empty or has too many variants."""
    at_start, at_end = phrase.startswith("^"), phrase.endswith("$")
    pieces = _GAP.split(phrase.removeprefix("^").removesuffix("$"))
    parts: list[list[str]] = []
    gaps: list[str] = []
    for number, piece in enumerate(pieces[::2]):
        for index, run in enumerate(_runs(piece)):
            words = _variants(run)
            if not words:
                return None
            if parts:
                gaps.append("" if index else pieces[2 * number - 1])
            parts.append(words)
    return [parts, gaps, at_start, at_end] if len(parts) <= PARTS else None


def _runs(piece: str) -> list[str]:
    """`piece` cut between alternatives that would have many variants written out together; each run says something."""
    runs: list[str] = []
    current, count = "", 1
    for token in _TOKEN.findall(piece):
        words = token[1:-1].split("|") if token.startswith("(") and "|" in token else [token]
        if count * len(words) > _MANY and count > 1 and len(words) > 1 and all(words) and _says_something(current):
            runs.append(current)
            current, count = "", 1
        current += token
        count *= len(words)
    return [*runs, current]


def _says_something(run: str) -> bool:
    """Whether no variant of a run is empty: an empty one cannot be looked for."""
    return bool(_GROUP.sub("", run)) or any("" not in m[1].split("|") for m in _GROUP.finditer(run))


def _variants(piece: str) -> list[str]:
    """`a(b|c|)d` written out and normalised: abd, acd, ad. Empty where one of them is empty or there are too many."""
    done: list[str] = []
    todo = [piece]
    while todo:
        current = todo.pop()
        match = _GROUP.search(current)
        if match is not None:
            todo += [current[: match.start()] + word + current[match.end() :] for word in match[1].split("|")]
        elif current and squeeze(current):
            done.append(squeeze(current))
        else:
            return []
        if len(done) + len(todo) > _MAX_VARIANTS:
            return []
    return sorted(set(done))
