"""The faults of a ruleset: the place in front, as editors and terminals make a link of it, then the line itself."""

import unicodedata
from typing import Final

from checker.errors import Problem
from checker.messages import say
from checker.render import cells
from checker.render.escape import one_line

_MARGIN: Final = "    "
_BEFORE: Final = 40
"""Characters of a long line that are shown before the place."""
_SHOWN: Final = 100
"""Cells of a line that are shown."""


def fault_lines(problem: Problem, lang: str) -> list[str]:
    """Place, sentence and, where there is one, a suggestion; below it the line of the file, and a mark at the place."""
    sentences = [say(problem.key, **dict(problem.values)).pick(lang)]
    if problem.hint:
        sentences.append(say("did-you-mean", hint=problem.hint).pick(lang))
    # English sentences stand apart, Chinese ones do not.
    told = one_line((" " if lang == "en" else "").join(sentences))
    return [f"{problem.path}:{problem.line}:{problem.column}: {told}", *_shown(problem.source, problem.column - 1)]


def _shown(line: str, at: int) -> list[str]:
    start = max(len(line) - len(line.lstrip()), at - _BEFORE)
    before, after = one_line(line[start:at] + "|")[:-1], one_line(line[max(start, at) :])
    if not before + after:
        return []
    lines = [_MARGIN + cells.clip(before + after, _SHOWN)]
    # How wide “ and … are, the font of the terminal decides.
    if not any(unicodedata.east_asian_width(char) == "A" for char in before):
        lines.append(_MARGIN + " " * cells.width(before) + "^")
    return lines
