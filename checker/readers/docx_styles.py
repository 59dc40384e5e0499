"""What the styles of a Word document say of a paragraph or run: heading level, numbering, looks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from checker.readers.docx_package import W, number, properties, switch, value

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_OUTLINE_LEVEL: Final = W + "outlineLvl"
_ALIGNMENT: Final = W + "jc"
_PLAIN_LEVEL: Final = 9
"""Outline level of body text; 0 to 8 are the nine heading levels."""


class Style(NamedTuple):
    """A style with everything it takes over from the styles it is based on; None where nothing is said."""

    id: str | None = None
    level: int | None = None
    title: bool = False
    contents: bool = False
    number_id: str | None = None
    number_level: int | None = None
    bold: bool | None = None
    centred: bool | None = None
    hidden: bool | None = None


class Styles:
    """The styles of a document, resolved when first asked for."""

    def __init__(self, root: Element | None) -> None:
        self._elements: dict[str, Element] = {}
        self._known: dict[str | None, Style] = {None: Style()}
        default: str | None = None
        for element in () if root is None else root.iterchildren(W + "style"):
            style_id = value(element, "styleId")
            if style_id is not None:
                self._elements[style_id] = element
                if value(element, "type") == "paragraph" and value(element, "default") in ("1", "true", "on"):
                    default = style_id
        self.normal = self.get(default)
        """The style of paragraphs that name none."""

    def get(self, style_id: str | None) -> Style:
        """The style with this id; an empty one where it is not defined."""
        known = self._known.get(style_id)
        if known is None:
            # Entered before it is resolved: a style based on itself in a circle ends here.
            self._known[style_id] = Style()
            element = self._elements.get(style_id or "")
            known = Style(style_id) if element is None else self._resolve(style_id, element)
            self._known[style_id] = known
        return known

    def _resolve(self, style_id: str | None, element: Element) -> Style:
        base = self.get(value(element.find(W + "basedOn")))
        name = (value(element.find(W + "name")) or "").strip().lower()
        paragraph, run = properties(element.find(W + "pPr")), properties(element.find(W + "rPr"))
        level = outline_level(paragraph)
        if level is None:
            heading = re.fullmatch(r"(?:heading|标题)\s*([1-9])", name)
            level = int(heading[1]) - 1 if heading else None
        listed = properties(paragraph.get(W + "numPr"))
        number_id = value(listed.get(W + "numId"))
        number_level = number(listed.get(W + "ilvl"))
        return Style(
            style_id,
            base.level if level is None else level,
            base.title or name in ("title", "subtitle", "标题", "副标题"),
            base.contents or bool(re.fullmatch(r"(?:toc|目录)\s*(?:[1-9]|heading|标题)", name)),
            base.number_id if number_id is None else number_id,
            base.number_level if number_level is None else number_level,
            _or(switch(run.get(W + "b")), base.bold),
            _or(centred(paragraph), base.centred),
            _or(switch(run.get(W + "vanish")), base.hidden),
        )


def without_table_styles(data: bytes) -> bytes:
    """The bytes of the part without the styles of tables, which can be nine tenths of it and say nothing to us."""
    head, *styles = data.split(b"<w:style ")
    kept = [head]
    for style in styles:
        body, end, rest = style.rpartition(b"</w:style>")
        is_table = end and b'w:type="table"' in body[: body.find(b">")]
        kept.append(rest if is_table else b"<w:style " + style)
    return b"".join(kept)


def outline_level(paragraph: dict[str, Element]) -> int | None:
    """The outline level that paragraph properties name: 0 the highest heading, 9 body text."""
    return number(paragraph.get(_OUTLINE_LEVEL))


def heading_level(paragraph: dict[str, Element], style: Style) -> int | None:
    """The heading level (1 is the highest) of a paragraph; None for body text."""
    own = outline_level(paragraph)
    level = style.level if own is None else own
    return level + 1 if level is not None and 0 <= level < _PLAIN_LEVEL else None


def centred(paragraph: dict[str, Element]) -> bool | None:
    """Whether paragraph properties centre the text; None where they say nothing."""
    alignment = value(paragraph.get(_ALIGNMENT))
    return None if alignment is None else alignment == "center"


def _or(own: bool | None, inherited: bool | None) -> bool | None:
    return inherited if own is None else own
