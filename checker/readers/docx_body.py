"""The walk through the body of a Word document: its visible text as it will be once all changes are accepted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from checker.document import BlockKind
from checker.readers.docx_numbering import Numbering
from checker.readers.docx_package import W, own_properties, properties, switch, value
from checker.readers.docx_styles import Style, Styles, centred, heading_level
from checker.readers.pieces import Piece

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_COMPATIBILITY: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_P: Final = W + "p"
_PPR: Final = W + "pPr"
_R: Final = W + "r"
_RPR: Final = W + "rPr"
_T: Final = W + "t"
_FIELD_MARK: Final = W + "fldChar"
_STYLE: Final = W + "pStyle"
_CHARACTER_STYLE: Final = W + "rStyle"
_BOLD: Final = W + "b"
_VANISH: Final = W + "vanish"
_SDT: Final = W + "sdt"
_TBL: Final = W + "tbl"
_ALTERNATIVES: Final = _COMPATIBILITY + "AlternateContent"
# Wrappers that only say something of what they hold; insertions and the new place of moved text among them.
_TRANSPARENT: Final = frozenset(
    W + name for name in ("ins", "moveTo", "hyperlink", "smartTag", "customXml", "fldSimple", "dir", "bdo")
)
_BREAKS: Final = frozenset(W + name for name in ("br", "cr"))
_TABS: Final = frozenset(W + name for name in ("tab", "ptab"))
_NOTES: Final = frozenset(W + name for name in ("footnoteReference", "endnoteReference"))
_GRAPHICS: Final = frozenset(W + name for name in ("drawing", "pict", "object"))
_MATH: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_PICTURES: Final = frozenset(
    (
        "{http://schemas.openxmlformats.org/drawingml/2006/main}blip",
        "{urn:schemas-microsoft-com:vml}imagedata",
    )
)
_EMBEDDED: Final = frozenset(
    (
        "{urn:schemas-microsoft-com:office:office}OLEObject",
        "{http://schemas.openxmlformats.org/drawingml/2006/diagram}relIds",
    )
)

# XML allows no vertical tab, so it can stand for a line break while the paragraph is put together.
_BREAK: Final = "\v"
_SHORT: Final = 60
"""Characters up to which a centred line is a heading in looks, and a broken line still one heading."""
_RUN_IN: Final = 100
"""Characters from which a paragraph of a heading style that holds whole sentences is body text all the same."""


class _Field:
    """A field between its marks: first the instruction, then the result, which alone is visible."""

    def __init__(self) -> None:
        self.result = False
        self.contents: tuple[list[Piece], int] | None = None
        """For a table of contents: where its first piece goes."""


class _Line:
    """A paragraph in the making."""

    def __init__(self) -> None:
        self.text: list[str] = []
        self.plain = False
        """Some of the visible text is not bold."""
        self.contents = False
        """Ends a table of contents."""
        self.boxes: list[Element] = []


class Body:
    """Collects the pieces of a document part after part; numbering and fields run on from one to the next."""

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        self.pieces: list[Piece] = []
        self.notes: list[tuple[str, str]] = []
        """Kind (`footnote`, `endnote`) and id of the notes referred to, in order."""
        self.pictures = 0
        self.embedded = 0
        """Objects and inserted files that may hold text of their own."""
        self._styles = styles
        self._numbering = numbering
        self._fields: list[_Field] = []
        self._carried: _Line | None = None
        self._furniture = False

    def add(self, parent: Element) -> None:
        """Adds the paragraphs and tables of `parent`."""
        for child in parent:
            tag = child.tag
            if tag == _P:
                self._paragraph(child)
            elif tag == _TBL:
                self._table(child)
            elif tag == W + "altChunk":
                self.embedded += 1
            else:
                furniture, self._furniture = self._furniture, self._furniture or _is_contents(child)
                for inner in _inside(child):
                    self.add(inner)
                self._furniture = furniture
        self._finish_carried()

    def capture(self, parent: Element) -> list[Piece]:
        """The pieces of `parent`, which are not added."""
        pieces, self.pieces = self.pieces, []
        carried, self._carried = self._carried, None
        self.add(parent)
        captured, self.pieces = self.pieces, pieces
        self._carried = carried
        return captured

    def _finish_carried(self) -> None:
        # The mark of the last paragraph of a part is deleted: there is nothing to join it with.
        if self._carried is not None:
            line, self._carried = self._carried, None
            self._emit(line, "".join(line.text), self._styles.normal, None, None, in_middle=False)

    def _paragraph(self, paragraph: Element) -> None:
        own = own_properties(paragraph, _PPR)
        mark = properties(own.get(_RPR))
        style = self._style(own)
        line = self._carried or _Line()
        self._carried = None
        self._inline(paragraph, line, style)
        for field in self._fields:
            # An instruction that never ends must not swallow the rest of the document.
            field.result = True
        if W + "del" in mark or W + "moveFrom" in mark:
            self._carried = line
        else:
            text = "".join(line.text)
            visible = bool(text.strip()) or not switch(mark.get(_VANISH))
            # Empty paragraphs of a list take a number too.
            label = self._numbering.label(own, style) if visible else None
            aligned = centred(own)
            in_middle = style.centred if aligned is None else aligned
            self._emit(line, text, style, heading_level(own, style), label, in_middle=bool(in_middle))

    def _style(self, own: dict[str, Element]) -> Style:
        named = value(own.get(_STYLE))
        return self._styles.normal if named is None else self._styles.get(named)

    def _emit(
        self, line: _Line, text: str, style: Style, level: int | None, label: str | None, *, in_middle: bool
    ) -> None:
        text = text.replace("\n", " ").replace("\r", " ")
        parts = [part for part in (part.strip() for part in text.split(_BREAK)) if part]
        if level is not None and len(parts) > 1 and len(text) <= _SHORT and "。" not in text:
            parts = ["".join(parts)]
        for part in parts:
            kind = _kind(part, level, label)
            self.pieces.append(
                Piece(
                    part,
                    kind,
                    level if kind == "heading" else None,
                    label or "",
                    emphasis=style.title or not line.plain or (in_middle and len(part) <= _SHORT),
                    furniture=self._furniture or style.contents or line.contents,
                )
            )
            # Only the first line carries the number, and only it is the heading.
            label, level = None, None
        for box in line.boxes:
            self.add(box)

    def _inline(self, parent: Element, line: _Line, style: Style) -> None:
        for child in parent:
            tag = child.tag
            if tag == _R:
                self._run(child, line, style)
            elif tag == _PPR:
                continue
            elif tag.startswith(_MATH):
                self._write("".join(node.text or "" for node in child.iter(_MATH + "t")), line)
            else:
                for inner in _inside(child):
                    self._inline(inner, line, style)

    def _run(self, run: Element, line: _Line, style: Style) -> None:
        own = own_properties(run, _RPR)
        bold, hidden = style.bold, style.hidden
        named = value(own.get(_CHARACTER_STYLE))
        if named is not None:
            character = self._styles.get(named)
            bold = bold if character.bold is None else character.bold
            hidden = hidden if character.hidden is None else character.hidden
        own_bold, own_hidden = switch(own.get(_BOLD)), switch(own.get(_VANISH))
        bold = bold if own_bold is None else own_bold
        hidden = hidden if own_hidden is None else own_hidden
        self._content(run, line, style, bold=bool(bold), hidden=bool(hidden))

    def _content(self, run: Element, line: _Line, style: Style, *, bold: bool, hidden: bool) -> None:
        for child in run:
            tag = child.tag
            if tag == _RPR:
                continue
            if tag == _T and not hidden:
                line.plain |= self._write(child.text or "", line) and not bold
            elif tag == _FIELD_MARK:
                # Hidden fields are counted too: an end without its beginning would close another field.
                self._field(value(child, "fldCharType"), line)
            elif tag == _ALTERNATIVES:
                for inner in _inside(child):
                    self._content(inner, line, style, bold=bold, hidden=hidden)
            elif not hidden:
                self._show(child, line, style)

    def _show(self, child: Element, line: _Line, style: Style) -> None:
        tag = child.tag
        if tag == W + "instrText":
            self._instruction(child.text or "")
        elif tag == W + "ruby":
            # Phonetic marks stand above the characters; only these are the text.
            for base in child.iterchildren(W + "rubyBase"):
                self._inline(base, line, style)
        elif tag in _GRAPHICS:
            self._graphic(child, line)
        else:
            self._mark(child, line)

    def _mark(self, mark: Element, line: _Line) -> None:
        tag = mark.tag
        if tag in _TABS:
            self._write("\t", line)
        elif tag in _BREAKS:
            self._write(_BREAK, line)
        elif tag == W + "noBreakHyphen":
            self._write("-", line)
        elif tag == W + "sym":
            self._write(_symbol(value(mark, "char")), line)
        elif tag in _NOTES:
            self.notes.append((tag[len(W) :].removesuffix("Reference"), value(mark, "id") or ""))

    def _write(self, text: str, line: _Line) -> bool:
        """Whether the text is visible: instructions of fields are not, and blanks have no looks."""
        if self._fields and not all(field.result for field in self._fields):
            return False
        line.text.append(text)
        return bool(text.strip())

    def _field(self, mark: str | None, line: _Line) -> None:
        if mark == "begin":
            self._fields.append(_Field())
        elif self._fields and mark == "separate":
            self._fields[-1].result = True
        elif self._fields and mark == "end":
            contents = self._fields.pop().contents
            if contents is not None:
                pieces, start = contents
                pieces[start:] = [piece._replace(furniture=True) for piece in pieces[start:]]
                line.contents = bool("".join(line.text).strip())

    def _instruction(self, text: str) -> None:
        if self._fields and not self._fields[-1].result and re.match(r"\s*TOC\b", text):
            self._fields[-1].contents = (self.pieces, len(self.pieces))

    def _graphic(self, graphic: Element, line: _Line) -> None:
        for child in graphic:
            tag = child.tag
            if tag == W + "txbxContent":
                line.boxes.append(child)
            elif tag == _ALTERNATIVES:
                for inner in _inside(child):
                    self._graphic(inner, line)
            else:
                self.pictures += tag in _PICTURES
                self.embedded += tag in _EMBEDDED and not child.get("ProgID", "").startswith("Equation")
                self._graphic(child, line)

    def _table(self, table: Element) -> None:
        for row in _flat(table, W + "tr"):
            if W + "del" not in properties(row.find(W + "trPr")):
                cells = [self._cell(cell) for cell in _flat(row, W + "tc")]
                self._row([cell for cell in cells if cell is not None])

    def _row(self, cells: list[list[Piece]]) -> None:
        filled = [cell for cell in cells if cell]
        if len(filled) == 1 and len(filled[0]) > 1 and not (len(cells) > 1 and _is_label(filled[0])):
            # A frame around running text: its paragraphs are worth more than the row.
            self.pieces += filled[0]
            return
        own = [" ".join(piece.label + piece.text for piece in cell if piece.kind != "table_row") for cell in cells]
        text = "\t".join(own)  # with the blank cells, whose places tell what the others are
        if text.strip():
            self.pieces.append(Piece(text, "table_row", furniture=self._furniture))
        self.pieces += [piece for cell in filled for piece in cell if piece.kind == "table_row"]

    def _cell(self, cell: Element) -> list[Piece] | None:
        """The pieces of a cell; None where the cell is deleted."""
        own = properties(cell.find(W + "tcPr"))
        if W + "cellDel" in own:
            return None
        merge = own.get(W + "vMerge")
        # What stands in the covered part of a merged cell is not shown.
        return [] if merge is not None and value(merge) != "restart" else self.capture(cell)


def _inside(element: Element) -> Iterator[Element]:
    """What a wrapper shows: nothing of deleted text, of an empty form field, or of the older of two versions."""
    if element.tag in _TRANSPARENT:
        yield element
    elif element.tag == _SDT:
        content = element.find(W + "sdtContent")
        empty = W + "showingPlcHdr" in properties(element.find(W + "sdtPr"))
        if content is not None and not empty:
            yield content
    elif element.tag == _ALTERNATIVES:
        choice = element.find(_COMPATIBILITY + "Choice")
        choice = element.find(_COMPATIBILITY + "Fallback") if choice is None else choice
        if choice is not None:
            yield choice


def _flat(parent: Element, tag: str) -> Iterator[Element]:
    """The rows of a table, or the cells of a row, those within wrappers too."""
    for child in parent:
        if child.tag == tag:
            yield child
        else:
            for inner in _inside(child):
                yield from _flat(inner, tag)


def _is_label(pieces: list[Piece]) -> bool:
    """Whether the words of a cell name the row it stands in, on several lines."""
    return sum(len(piece.text) for piece in pieces) <= _SHORT and not any(piece.kind == "heading" for piece in pieces)


def _is_contents(element: Element) -> bool:
    gallery = element.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery") if element.tag == _SDT else None
    return value(gallery) == "Table of Contents"


def _kind(text: str, level: int | None, label: str | None) -> BlockKind:
    if level is not None and not (len(text) > _RUN_IN and "。" in text[:-1]):
        return "heading"
    return "paragraph" if label is None else "list_item"


def _symbol(code: str | None) -> str:
    """The character of a symbol; none for those that only a symbol font can show."""
    try:
        char = chr(int(code or "", 16))
    except (ValueError, OverflowError):
        return ""
    return char if char.isprintable() and not 0xE000 <= ord(char) <= 0xF8FF else ""
