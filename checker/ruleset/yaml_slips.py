"""Why a file is no YAML, in the words of a person who has never heard of scalars and tokens, and where."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

import yaml

from checker.messages import say
from checker.text import Text

_CONTROL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_FULL_WIDTH: Final = re.compile(r"\s*(?:- +)?[A-Za-z_-]+(\uff1a)")
_BACK: Final = 2
"""How many lines above the place of an error a full-width colon may stand that causes it."""
# By the words of the parser, of which libyaml and its counterpart in Python have different ones.
_SENTENCES: Final[tuple[tuple[str, str], ...]] = (
    ("found a tab character", "yaml-tab"),
    ("found character", "yaml-character"),
    ("could not find expected ':'", "yaml-no-colon"),
    ("mapping values are not allowed", "yaml-colons"),
    ("',' or", "yaml-bracket"),
    ("found unexpected end of stream", "yaml-quote"),
    ("found unknown escape character", "yaml-escape"),
    ("found undefined alias", "yaml-alias"),
    ("alphabetic or numeric character", "yaml-character"),
    ("chomping or indentation", "yaml-character"),
    ("comment or line break", "yaml-character"),
    ("but found another document", "yaml-documents"),
    ("did not find expected", "yaml-indent"),
    ("expected <block end>", "yaml-indent"),
    ("entries are not allowed", "yaml-indent"),
)
_SINCE_WHERE: Final = ("yaml-no-colon", "yaml-bracket", "yaml-quote")
"""What is to be mended where it begins, not where the parser notices."""


class Slip(NamedTuple):
    """What is wrong, and where: 1-based."""

    line: int
    column: int
    detail: Text


def slip(error: yaml.YAMLError, lines: Sequence[str]) -> Slip:
    """The error of the parser in a file with these lines."""
    mark = getattr(error, "problem_mark", None)
    if mark is None:
        return _without_place(lines)
    words = str(getattr(error, "problem", ""))
    known = (sentence for part, sentence in _SENTENCES if part in words)
    # Words that are not known are better than none.
    sentence = next(known, "")
    since = getattr(error, "context_mark", None)
    at, column = mark.line, mark.column
    if sentence in _SINCE_WHERE and since is not None and since.line < mark.line:
        at, column = since.line, since.column
    for line in range(min(mark.line, len(lines) - 1), max(-1, at - _BACK), -1):
        colon = _FULL_WIDTH.match(lines[line])
        if colon:
            return Slip(line + 1, colon.start(1) + 1, say("yaml-full-width"))
    if sentence == "yaml-character" and lines[at : at + 1] and lines[at][column : column + 1] == "\t":
        sentence = "yaml-tab"
    return Slip(at + 1, column + 1, say(sentence) if sentence else Text(words, words))


def _without_place(lines: Sequence[str]) -> Slip:
    found = ((number, match) for number, line in enumerate(lines) if (match := _CONTROL.search(line)))
    number, control = next(found, (0, None))
    if control is None:
        return Slip(1, 1, say("yaml-unknown"))
    return Slip(number + 1, control.start() + 1, say("yaml-control"))
