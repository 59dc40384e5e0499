"""Walks the elements of a web page: which words stand together in it, and inside what?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from checker.document import BlockKind
from checker.readers.wrapping import HIDDEN, begins_item, lines

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_DROPPED: Final = frozenset(
    ("script", "style", "noscript", "template", "svg", "iframe", "object", "select", "textarea", "button", "head",
     "title", "meta", "link", "-comment", "img", "input")
)  # fmt: skip
_SECTIONS: Final = frozenset(
    ("address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir", "div",
     "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header",
     "html", "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td",
     "tfoot", "th", "thead", "tr", "ul")
)  # fmt: skip
_HEADINGS: Final = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_UNSEEN: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_BOLD: Final = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_CENTRED: Final = re.compile(r"text-align\s*:\s*center", re.IGNORECASE)

# A line break of the source between two Chinese characters is no space.
_SOURCE_BREAK: Final = re.compile(r"(?<=[\u2e80-\uffef])[ \t\f]*[\r\n][ \t\r\n\f]*(?=[\u2e80-\uffef])")
_SPACES: Final = re.compile(r"[ \t\r\n\f]+")

_LONG_CELL: Final = 150
_MANY_PARAGRAPHS: Final = 3

_LINK, _STRONG, _SECTION = 1, 2, 4


class Section:
    """An element of the page that begins and ends a line."""

    __slots__ = ("cell", "cells", "centred", "kind", "label", "last", "layout", "level", "names", "numbers", "parent",
                 "row", "table", "tag", "weight")  # fmt: skip

    def __init__(self, tag: str, parent: int, above: Section | None) -> None:
        self.tag = tag
        self.parent = parent
        self.last = 0
        """Index of the last section inside this one."""
        self.names = ""
        """Class and id."""
        self.centred = tag == "center"
        self.kind: BlockKind = above.kind if above else "paragraph"
        self.level: int | None = above.level if above else None
        self.label = ""
        self.numbers: int | None = None
        """Next number of an ordered list."""
        self.table: int = above.table if above else -1
        self.row: int = above.row if above else -1
        self.cell: int = above.cell if above else -1
        self.layout = False
        """A table that only arranges the page."""
        self.cells = 0
        self.weight = 0
        """Characters of prose inside; reckoned by html_report."""


class Words(NamedTuple):
    """Words that stand together on the page."""

    text: str
    section: int
    """Index of the innermost section."""
    kind: BlockKind
    level: int | None
    label: str
    emphasis: bool
    chars: int
    linked: int
    """How many of the characters are links."""


class Page:
    """The sections of a page in the order of their beginnings, and the words in them."""

    def __init__(self, body: LexborNode, *, unseen: bool = False) -> None:
        """`unseen`: take hidden elements too."""
        self.sections: list[Section] = []
        self.words: list[Words] = []
        self.skipped_unseen = False
        self._take_unseen = unseen
        self._current = -1
        self._buffer: list[str] = []
        self._chars = self._linked = self._strong = 0
        self._links = self._strongs = 0
        self._walk(body)
        self._flush()
        self.words = self._with_rows()

    def _walk(self, body: LexborNode) -> None:
        marks: list[int] = []  # of the elements we are in; a stack of our own, as pages may nest without bound
        node: LexborNode | None = body
        while node is not None:
            mark = self._enter(node)
            child = node.child if mark >= 0 else None
            if child is not None:
                marks.append(mark)
                node = child
                continue
            self._leave(mark)
            following = node.next
            while following is None and marks:
                self._leave(marks.pop())
                node = node.parent if node is not None else None
                following = node.next if node is not None and marks else None
            node = following

    def _enter(self, node: LexborNode) -> int:
        """What `_leave` has to undo; -1 for an element whose content is left out."""
        tag = node.tag or ""
        if tag == "-text":
            self._add(node.text_content or "")
            return 0
        if tag == "br":
            self._break()
            return 0
        if tag in _DROPPED:
            return -1
        attributes = node.attributes
        style = attributes.get("style") or ""
        if (style and _UNSEEN.search(style)) or "hidden" in attributes:
            self.skipped_unseen = True
            if not self._take_unseen:
                return -1
        mark = 0
        if tag == "a":
            self._links += 1
            mark = _LINK
        if tag in ("b", "strong") or (style and _BOLD.search(style)):
            self._strongs += 1
            mark |= _STRONG
        if tag in _SECTIONS:
            self._open(tag, attributes, style)
            mark |= _SECTION
        return mark

    def _leave(self, mark: int) -> None:
        if mark <= 0:
            return
        if mark & _SECTION:
            self._flush()
            section = self.sections[self._current]
            section.last = len(self.sections) - 1
            self._current = section.parent
        if mark & _LINK:
            self._links -= 1
        if mark & _STRONG:
            self._strongs -= 1

    def _open(self, tag: str, attributes: dict[str, str | None], style: str) -> None:
        self._flush()
        above = self.sections[self._current] if self._current >= 0 else None
        section = Section(tag, self._current, above)
        self._current = len(self.sections)
        self.sections.append(section)
        section.names = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
        if attributes.get("align") == "center" or (style and _CENTRED.search(style)):
            section.centred = True
        if tag in _HEADINGS:
            section.kind, section.level = "heading", int(tag[1])
        elif tag == "li":
            self._open_item(section, above, attributes)
        elif tag == "ol":
            start = attributes.get("start") or ""
            section.numbers = int(start) if start.isdecimal() and len(start) < 5 else 1
        elif tag in ("table", "tr", "td", "th"):
            self._open_table(section, above, tag)

    def _open_item(self, item: Section, above: Section | None, attributes: dict[str, str | None]) -> None:
        item.kind, item.level = "list_item", None
        if above and above.numbers is not None:
            item.label = f"{above.numbers}."
            above.numbers += 1

    def _open_table(self, section: Section, above: Section | None, tag: str) -> None:
        if tag == "table":
            outer = section.table
            while outer >= 0 and not self.sections[outer].layout:
                self.sections[outer].layout = True
                outer = self.sections[self.sections[outer].parent].table
            section.kind, section.level = "paragraph", None
            section.table, section.row, section.cell = self._current, -1, -1
        elif tag == "tr":
            section.row, section.cell = self._current, -1
        elif section.row >= 0:
            row = self.sections[section.row]
            section.cell = row.cells
            row.cells += 1

    def _add(self, text: str) -> None:
        self._buffer.append(text)
        length = len(text.strip())
        self._chars += length
        if self._links:
            self._linked += length
        if self._strongs:
            self._strong += length

    def _break(self) -> None:
        if self.sections[self._current].kind == "heading":
            self._buffer.append(" ")
        else:
            self._flush()

    def _flush(self) -> None:
        if self._chars:
            section = self.sections[self._current]
            raw = "".join(self._buffer)
            if section.tag == "pre":
                for span in lines(raw):
                    self._keep(raw[span.start : span.end], section)
            else:
                self._keep(_one_line(raw), section)
        self._buffer.clear()
        self._chars = self._linked = self._strong = 0

    def _keep(self, text: str, section: Section) -> None:
        if not text:
            return
        label, section.label = section.label, ""
        if not label and section.parent >= 0 and section.tag == "p":
            item = self.sections[section.parent]
            label, item.label = item.label, ""
        if label and begins_item(text):
            label = ""
        emphasis = section.centred or self._strong == self._chars
        self.words.append(
            Words(text, self._current, section.kind, section.level, label, emphasis, self._chars, self._linked)
        )

    def _with_rows(self) -> list[Words]:
        """The words with the cells of each row of a data table joined by tabs."""
        tables = self._data_tables()
        if not tables:
            return self.words
        result: list[Words] = []
        row, cells = -1, [""]
        for words in self.words:
            section = self.sections[words.section]
            if section.row < 0 or section.table not in tables:
                row = -1
                result.append(words)
                continue
            if section.row != row:
                row, cells = section.row, [""] * max(self.sections[section.row].cells, 1)
                first = words
            else:
                last = result.pop()
                first = last._replace(chars=last.chars + words.chars, linked=last.linked + words.linked)
            cells[section.cell] = f"{cells[section.cell]} {words.text}".strip()
            text = "\t".join(cells)  # with the blank cells, whose places tell what the others are
            result.append(first._replace(text=text, section=row, kind="table_row", level=None, emphasis=False))
        return result

    def _data_tables(self) -> set[int]:
        """Tables of several columns that hold no headings and no cell with a text of several paragraphs."""
        found = {section.table for section in self.sections if section.tag == "tr" and section.cells > 1}
        found = {index for index in found if index >= 0 and not self.sections[index].layout}
        place, count, chars = (-1, -1), 0, 0
        for words in self.words if found else ():
            section = self.sections[words.section]
            if section.table not in found:
                continue
            if (section.row, section.cell) != place:
                place, count, chars = (section.row, section.cell), 0, 0
            count, chars = count + 1, chars + words.chars
            if section.kind == "heading" or (count >= _MANY_PARAGRAPHS and chars > _LONG_CELL):
                found.discard(section.table)
        return found


def _one_line(raw: str) -> str:
    if "\n" in raw or "\r" in raw:
        raw = _SOURCE_BREAK.sub("", raw)
    return _SPACES.sub(" ", raw).strip(HIDDEN)
