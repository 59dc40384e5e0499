"""Reads plain text: the text is the file itself, its paragraphs are the blocks."""

from __future__ import annotations

from checker.document import Block, Document
from checker.readers.wrapping import find_wrap, lines, paragraphs


def read(text: str, path: str, digest: str) -> Document:
    """The document in a decoded text file."""
    spans = lines(text)
    blocks = tuple(Block("paragraph", span) for span in paragraphs(text, spans, find_wrap(text, spans)))
    return Document(path, "text/plain", digest, text, blocks)
