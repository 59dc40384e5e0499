"""Where the report ends: another document that was pasted behind it in the same file is no part of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from checker.document import Document
from checker.matching import Hits
from checker.structure.numbering import read_label
from checker.text import Normalized

_TITLE: Final = 70
_LINE: Final = 40
_PROSE: Final = 25
_REPORT: Final = 300
"""Characters of prose before which no report has ended."""
_NEAR: Final = 4
"""Within how many blocks the text of a document begins behind its title: salutation and number stand between."""
_DATE: Final = re.compile(r"[12二][0-9〇○零一二三]\d?\S{1,2}年\S{1,3}月\S{1,3}日")


def first_foreign(document: Document, view: Normalized, hits: Hits, page: Mapping[str, int]) -> int:
    """Number of the block with which another document begins; the number of blocks where the report is all there is.

    It begins with a title of another kind of document, or with any line like a title behind a complete sign-off.
    """
    told = 0
    signed = False
    for number, (start, end) in enumerate(view.blocks):
        if start == end or document.blocks[number].furniture:
            continue
        words = view.text[start:end]
        if told < _REPORT:
            told += end - start if _prose(words) else 0
        elif signed and hits.within(page["annex"], start, min(end, start + 6)):
            signed = False  # what follows the sign-off is an annex, and an annex is the report's
        elif _DATE.fullmatch(words):
            signed = signed or _organ_above(view, hits, page, number)
        elif _like_title(view, start, end, words) and _introduces(document, view, number):
            kind = any(hit.end == end for hit in hits.within(page["other_documents"], start, end))
            if signed or kind:
                return number
    return len(view.blocks)


def _prose(words: str) -> bool:
    return len(words) >= _PROSE and "\u3002" in words


def _like_title(view: Normalized, start: int, end: int, words: str) -> bool:
    if not 2 <= len(words) <= _TITLE or any(mark in words for mark in "\u3002;,:>|["):
        return False
    return words[0] != "(" and read_label(view.text, start, end) is None


def _introduces(document: Document, view: Normalized, number: int) -> bool:
    """Whether prose begins shortly behind the block."""
    following = range(number + 1, min(number + 1 + _NEAR, len(view.blocks)))
    return any(not document.blocks[i].furniture and _prose(view.text[slice(*view.blocks[i])]) for i in following)


def _organ_above(view: Normalized, hits: Hits, page: Mapping[str, int], number: int) -> bool:
    """Whether the line above the date names an organ: the two make a complete sign-off."""
    above = next((i for i in range(number - 1, -1, -1) if view.blocks[i].end > view.blocks[i].start), None)
    if above is None:
        return False
    start, end = view.blocks[above]
    return end - start <= _LINE and any(hit.end == end for hit in hits.within(page["organ_endings"], start, end))
