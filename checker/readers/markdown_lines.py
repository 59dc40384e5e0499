"""Reads the everyday part of Markdown line by line: headings, paragraphs, flat lists, tables. The rest is the parser's.

Most reports hold nothing else, and loading a parser of all of CommonMark takes longer than checking one of them.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final, Literal, NamedTuple

_HEADING: Final = re.compile(r"(#{1,6})(?![^ \t])")
_ITEM: Final = re.compile(r"(?:[-*+]|\d{1,9}[.)]) (?=[^ \t])")
_RULE: Final = re.compile(r"([-*_])[ \t]*(?:\1[ \t]*){2,}$")
_DELIMITERS: Final = re.compile(r"\|(?:[ \t]*:?-+:?[ \t]*\|)+[ \t]*$")
# Whatever else begins a block, or makes a heading or a table of the line before it.
_OTHER: Final = re.compile(r"[<>|]|`{3}|~{3}|(?:[-*+]|\d{1,9}[.)]|#{1,6})(?![^ \t])|[-=:][-=:| \t]*$")


class Piece(NamedTuple):
    """The lines of one block: 0-based numbers, half-open."""

    kind: Literal["heading", "paragraph", "list_item", "table_row"]
    first: int
    last: int
    level: int = 0
    """Of a heading: 1 is the highest."""


class _BeyondError(Exception):
    """A line may be something that only a parser can tell."""


def pieces(lines: Sequence[str]) -> list[Piece] | None:
    """The blocks of a text's `lines` (without their ends), as CommonMark with tables has them.

    None where a line may be anything but an ordinary heading, paragraph, rule, flat list or table.
    """
    try:
        return list(_read(lines))
    except _BeyondError:
        return None


def _read(lines: Sequence[str]) -> Iterator[Piece]:
    number, listed = 0, False
    while number < len(lines):
        line = lines[number]
        if _blank(lines, number) or _RULE.match(line):
            number += 1
        elif heading := _HEADING.match(line):
            if "|" in line and not _blank(lines, number + 1):
                raise _BeyondError  # the line below may make it the head of a table
            yield Piece("heading", number, number + 1, len(heading[1]))
            number += 1
        elif _ITEM.match(line):
            yield _item(lines, number)
            number, listed = number + 1, True
        elif line[0] == "|":
            end = _table(lines, number)
            yield from (Piece("table_row", at, at + 1) for at in range(number, end) if at != number + 1)
            number = end
        else:
            end = _paragraph(lines, number, listed=listed)
            yield Piece("paragraph", number, end)
            number = end


def _begins(words: str) -> bool:
    """Whether the line `words` begins a block that is no paragraph, or changes what the line before it is."""
    return any(form.match(words) for form in (_ITEM, _RULE, _OTHER))


def _blank(lines: Sequence[str], number: int) -> bool:
    return number >= len(lines) or not lines[number].strip(" \t")


def _ends(lines: Sequence[str], number: int) -> bool:
    """Whether no paragraph goes on in the line: it is blank, a heading, or there is none."""
    return _blank(lines, number) or _HEADING.match(lines[number]) is not None


def _item(lines: Sequence[str], number: int) -> Piece:
    match = _ITEM.match(lines[number])
    following = number + 1
    if match is None or _begins(lines[number][match.end() :]):
        raise _BeyondError
    if not _ends(lines, following) and (_RULE.match(lines[following]) or not _ITEM.match(lines[following])):
        raise _BeyondError
    return Piece("list_item", number, following)


def _table(lines: Sequence[str], number: int) -> int:
    """The line behind the table that begins at `number`."""
    end = number
    while not _blank(lines, end):
        if lines[end][0] != "|" or "\\" in lines[end] or "`" in lines[end]:
            raise _BeyondError
        end += 1
    head = lines[number].rstrip(" \t")
    if end < number + 2 or not head.endswith("|") or not _DELIMITERS.match(lines[number + 1]):
        raise _BeyondError
    if head.count("|") != lines[number + 1].count("|"):
        raise _BeyondError
    return end


def _paragraph(lines: Sequence[str], number: int, *, listed: bool) -> int:
    """The line behind the paragraph that begins at `number`; below a list (`listed`) an indented one may be its."""
    end = number
    while end == number or not _ends(lines, end):
        line = lines[end]
        if line[0] in " \t":
            line = line.lstrip(" \t")
            if listed or _HEADING.match(line):
                raise _BeyondError
        if _begins(line):
            raise _BeyondError
        end += 1
    return end
