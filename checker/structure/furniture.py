"""Which blocks are no part of the report: lines of a web page, contents lists, page data?"""

import re
from collections.abc import Mapping
from functools import cache
from typing import Final

from checker.document import Document
from checker.matching import Hits
from checker.text import Normalized

_HEADING: Final = 70
_MENU: Final = 3
_ENTRY: Final = 8


# Few reports have a contents list: what tells one is compiled when it is asked for.


@cache
def _inline() -> re.Pattern[str]:
    return re.compile(r"[\u4e00二三四五六七八九十]{1,2}、|\([\u4e00二三四五六七八九十]\)|\d{1,2}[.、]")


@cache
def _leader() -> re.Pattern[str]:
    return re.compile(r"(?:[.\u2026\u00b7\u22ef_]{3,}|-{4,}|\t)\s*\d{1,3}$")


def blocks(
    document: Document, view: Normalized, hits: Hits, groups: Mapping[str, int], keep: frozenset[int]
) -> frozenset[int]:
    """Blocks that are no part of the report: those the reader knew, lines of a web page, contents lists, page data."""
    found = {i for i, block in enumerate(document.blocks) if block.furniture}
    tail = False
    contents = False
    for number, (start, end) in enumerate(view.blocks):
        if start == end or number in found or number in keep:
            continue
        words = view.text[start:end]
        menu = document.blocks[number].kind == "paragraph" and _is_menu(words)
        if tail or menu or _is_furniture(view, hits, groups, start, end):
            found.add(number)
            tail = tail or (end - start < 80 and hits.any(groups["furniture_tail"], start, end))
        elif hits.any(groups["contents"], start, min(end, start + 6)) and (
            end - start <= 8 or len(_inline().findall(words)) >= 3
        ):
            # The word stands alone above the list, or opens a list set in one line.
            found.add(number)
            contents = end - start <= 8
        elif (words[-1].isdigit() and _leader().search(words)) or (contents and _listed(view, words, end)):
            found.add(number)
        else:
            contents = False
    return frozenset(found)


def _listed(view: Normalized, words: str, end: int) -> bool:
    """Whether a line of a contents list stands again further on as a heading, or holds several of them."""
    if len(_inline().findall(words)) > 1 and "\u3002" not in words:
        return True
    stripped = re.sub(r"\d{1,3}$", "", words)
    return len(stripped) <= _HEADING and view.text.find("\n" + stripped, end) >= 0


def _is_menu(words: str) -> bool:
    """Whether a line lists the places of a site, parted by bars or arrows."""
    bar = max("|>", key=words.count)
    return words.count(bar) >= _MENU and all(len(entry) <= _ENTRY for entry in words.split(bar))


def _is_furniture(view: Normalized, hits: Hits, groups: Mapping[str, int], start: int, end: int) -> bool:
    found = hits.within(groups["furniture"], start, end)
    labels = [
        hit
        for name in ("organ_labels", "published_labels", "written_labels")
        for hit in hits.within(groups[name], start, end)
        if hit.start == start
    ]
    if not found and not labels:
        return False
    length = end - start
    if labels and length <= 160:
        return True
    covered = sum(hit.end - hit.start for hit in found)
    return (length <= 60 and "\u3002" not in view.text[start:end]) or len(found) >= 3 or covered * 3 > length
