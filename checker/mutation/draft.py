"""A report as its paragraphs, with what the checker knows of each: the form in which disguises and edits work on it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from checker.structure import Reading
from checker.structure.numbering import RANKS
from checker.structure.outline import Section
from checker.text import Span

_BREAK: Final = re.compile(r"\s*[\n\r\v\f\x85\u2028\u2029]+\s*")
_LATIN: Final = re.compile(r"[0-9A-Za-z]")
_MARKED: Final = re.compile(r"\*\*|__")


class Paragraph(NamedTuple):
    """A paragraph, a heading or a row of a table on one line, as written but for indents and line breaks."""

    text: str
    label: str = ""
    """The typed number that opens `text` where a section begins here."""
    depth: int = 0
    """1 for the heading line of a top section, 2 for one inside it, and so on; 0 where this is no heading line."""
    part: int = -1
    """Number of the top section it lies in; -1 before the first."""
    title: bool = False
    row: bool = False
    """It is a row of a table."""
    closing: bool = False
    """It belongs to the sign-off or stands behind the report's last section."""


Draft = tuple[Paragraph, ...]


def draft(reading: Reading) -> Draft:
    """The paragraphs of a report, without what its format knows to be no part of it."""
    return tuple(_paragraphs(reading))


def plain(paragraphs: Sequence[Paragraph], between: str = "\n") -> str:
    """The paragraphs as a text file."""
    return between.join(paragraph.text for paragraph in paragraphs) + "\n"


def _paragraphs(reading: Reading) -> Iterator[Paragraph]:
    opening = {section.block: section for section in reversed(reading.sections) if _opens(reading, section)}
    tops = sorted(number for number, section in opening.items() if section.parent is None)
    first_closing = _first_closing(reading, tops)
    part = -1
    for number, block in enumerate(reading.document.blocks):
        part += number in tops
        if block.furniture or reading.view.blocks[number].start == reading.view.blocks[number].end:
            continue
        section = opening.get(number)
        yield Paragraph(
            text=block.label + _words(reading, block.span),
            label=_label(reading, section) if section else "",
            depth=_depth(reading, section) if section else 0,
            part=part,
            title=number in reading.facts.title_blocks,
            row=block.kind == "table_row",
            closing=number >= first_closing,
        )


def _opens(reading: Reading, section: Section) -> bool:
    """Whether a section begins with its paragraph rather than inside one."""
    return section.start == reading.view.blocks[section.block].start and section.rank < RANKS["ordinal"]


def _first_closing(reading: Reading, tops: Sequence[int]) -> int:
    ends = reading.facts.sign_off_blocks | reading.furniture
    behind = [number for number in ends if not tops or number > tops[-1]]
    return min(behind, default=len(reading.document.blocks))


def _label(reading: Reading, section: Section) -> str:
    shown = reading.document.blocks[section.block].label
    if shown or section.label.start == section.label.end:
        return shown
    begin = reading.document.blocks[section.block].span.start
    return _words(reading, Span(begin, reading.view.source(*section.label).end))


def _depth(reading: Reading, section: Section) -> int:
    if section.run_in or section.title.start == section.title.end:
        return 0
    depth, above = 1, section.parent
    while above is not None:
        depth, above = depth + 1, reading.sections[above].parent
    return depth


def _words(reading: Reading, span: Span) -> str:
    words = _on_one_line(reading.document.text[slice(*span)])
    return _MARKED.sub("", words) if reading.document.media_type == "text/markdown" else words


def _on_one_line(text: str) -> str:
    def join(match: re.Match[str]) -> str:
        around = text[match.start() - 1 : match.start()] + text[match.end() : match.end() + 1]
        return " " if len(_LATIN.findall(around)) > 1 else ""

    return _BREAK.sub(join, text.strip())
