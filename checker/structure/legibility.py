"""How much of the input became text that can be judged: garbled, broken off, or tables and pictures in its place."""

import re
from collections.abc import Sequence
from typing import Final

from checker.document import Document, Notice
from checker.structure.zones import Statement
from checker.text import Normalized

_GARBLED: Final = 0.02
"""Share of characters no writer types above which a text counts as garbled."""
_TABLES: Final = 0.7
_PARAGRAPH: Final = 40
"""Characters of a last line above which it is a paragraph that should end, not a sign-off."""
_ENDINGS: Final = "\u3002.!?;:)]\u300b\u3011\u2026"
# What no writer types: the mark of what could not be decoded, private use, control characters.
# Together in one set of characters they would take ten times as long to compile.
_CONTROL: Final = re.compile("[\x80-\x9f]")
_PRIVATE: Final = re.compile("[\ue000-\uf8ff]+")
# What the common mix-ups of encodings leave behind.
_MOJIBAKE: Final = ("\u951f\u65a4\u62f7", "\u00ef\u00bb\u00bf", "\u00e4\u00b8", "\u00e5\u0085", "\u70eb\u70eb\u70eb")


def gaps(
    document: Document, view: Normalized, statements: Sequence[Statement], *, signed: bool, tabular: bool
) -> tuple[Notice, ...]:
    """What of the document cannot be judged; empty where nothing is in doubt.

    `signed` says that the text ends with a sign-off, so that it cannot have been cut; `tabular` that reports of this
    kind consist of tables for a good part.
    """
    found = []
    if _garbled(document.text):
        found.append(Notice("text-garbled"))
    if not signed and _breaks_off(document, view, statements):
        found.append(Notice("text-breaks-off"))
    if not tabular and _mostly_tables(document):
        found.append(Notice("text-mostly-tables"))
    return tuple(found)


def _garbled(text: str) -> bool:
    if any(mark in text for mark in _MOJIBAKE):
        return True
    strange = len(_CONTROL.findall(text)) + sum(map(len, _PRIVATE.findall(text))) + text.count("\ufffd")
    return strange > _GARBLED * len(text)


def _breaks_off(document: Document, view: Normalized, statements: Sequence[Statement]) -> bool:
    if not statements:
        return False
    last = statements[-1]
    block = document.blocks[last.block]
    if block.kind != "paragraph" or last.heading:
        return False
    start, end = view.blocks[last.block]
    return last.end == end and end - start > _PARAGRAPH and view.text[end - 1] not in _ENDINGS


def _mostly_tables(document: Document) -> bool:
    lengths = {True: 0, False: 0}
    for block in document.blocks:
        if not block.furniture:
            lengths[block.kind == "table_row"] += block.span.end - block.span.start
    return lengths[True] > _TABLES * max(1, lengths[True] + lengths[False])
