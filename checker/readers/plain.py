"""Reads plain text: the text is the file itself, its paragraphs are the blocks; lines with tabs are rows of a table."""

from __future__ import annotations

from collections.abc import Sequence

from checker.document import Block, Document
from checker.readers.wrapping import begins_item, find_wrap, lines, paragraphs
from checker.text import Span


def read(text: str, path: str, digest: str) -> Document:
    """The document in a decoded text file."""
    spans = lines(text)
    found = list(paragraphs(text, spans, find_wrap(text, spans)))
    rows = _rows(text, found) if "\t" in text else frozenset()
    blocks = (
        Block("table_row", _whole(text, span)) if number in rows else Block("paragraph", span)
        for number, span in enumerate(found)
    )
    return Document(path, "text/plain", digest, text, tuple(blocks))


def _rows(text: str, spans: Sequence[Span]) -> frozenset[int]:
    """Numbers of the paragraphs that are rows, as they come of a table that was pasted: several in a row, with tabs.

    A tab behind a typed number parts it from its words.
    """
    tabbed = [text.count("\t", *span) > 1 or _two_cells(text[slice(*span)]) for span in spans]
    return frozenset(
        n for n, row in enumerate(tabbed) if row and any(tabbed[max(n - 1, 0) : n] + tabbed[n + 1 : n + 2])
    )


def _two_cells(line: str) -> bool:
    first, tab, _ = line.partition("\t")
    return bool(tab) and not begins_item(first + "\u3001")


def _whole(text: str, span: Span) -> Span:
    """The span with the tabs before and behind it: they part blank cells."""
    start, end = span
    while text[start - 1 : start] == "\t":
        start -= 1
    while text[end : end + 1] == "\t":
        end += 1
    return Span(start, end)
