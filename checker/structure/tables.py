"""Tables of a report: the rows that stand in a stretch of the text, cut into cells with their places."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Container
from typing import Final, NamedTuple

from checker.document import Document
from checker.text import Normalized, Span, squeeze

_BARS: Final = re.compile(r"(?<!\\)\|")
_TABS: Final = re.compile(r"\t")
_FIGURE: Final = re.compile(r"(\d[\d,]*(?:\.\d+)?)[\u4e00-\u9fff]{0,3}")
_NONE: Final = re.compile(r"[-/]+|[\u65e0\u96f6\u3007]")
"""What is written in place of 0: a dash, a stroke, 无, 零."""


class Row(NamedTuple):
    """A row of a table."""

    block: int
    cells: tuple[Span, ...]
    """Offsets into the normalised text, in order; a blank cell has an empty span."""

    @property
    def span(self) -> Span:
        """From its first cell with words to its last."""
        filled = [cell for cell in self.cells if cell.end > cell.start] or [*self.cells]
        return Span(filled[0].start, filled[-1].end)


def rows(document: Document, view: Normalized, start: int, end: int, skip: Container[int]) -> list[Row]:
    """The rows that begin in `start:end` of the normalised text, without the blocks in `skip`."""
    first = bisect_left(view.blocks, (start, start))
    last = bisect_right(view.blocks, (end, end), first)  # with blank cells at the very end
    found: list[Row] = []
    for number in range(first, last):
        if document.blocks[number].kind != "table_row" or number in skip:
            continue
        if document.blocks[number].continues and found:
            found[-1] = found[-1]._replace(cells=(*found[-1].cells, view.blocks[number]))
        else:
            found.append(Row(number, _cells(document, view, number)))
    return found


def _cells(document: Document, view: Normalized, number: int) -> tuple[Span, ...]:
    # A row of Markdown is a line of the file itself; the other readers put a tab between the cells.
    mark = _BARS if document.media_type == "text/markdown" else _TABS
    at, end = view.blocks[number]
    cells: list[Span] = []
    for words in mark.split(document.text[slice(*document.blocks[number].span)]):
        kept = squeeze(words)
        begin = view.text.find(kept, at, end) if kept else at
        cells.append(Span(begin, begin + len(kept)))
        at = begin + len(kept)
    return tuple(cells)


def figure(words: str) -> float | None:
    """The number in a cell with the normalised text `words`; None where it is blank or holds something else."""
    match = _FIGURE.fullmatch(words)
    if match:
        return float(match[1].replace(",", ""))
    return 0.0 if _NONE.fullmatch(words) else None
