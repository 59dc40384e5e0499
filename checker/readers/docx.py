"""Word documents (.docx): all that a reader of the page sees, in reading order, headers and footers as furniture."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checker.document import Document, Notice
from checker.errors import ReadError
from checker.readers.docx_body import Body
from checker.readers.docx_numbering import Numbering
from checker.readers.docx_package import Package, W, parse, value
from checker.readers.docx_styles import Styles, without_table_styles
from checker.readers.pieces import Piece, assemble

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

MEDIA_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

_HARDLY_ANY: Final = 300
"""Characters below which the pictures of a document are likely to be its text."""


def read(data: bytes, path: str, digest: str) -> Document:
    """The document in the bytes of a .docx file."""
    package = Package(data)
    main = next((rel.target for rel in package.relations("") if rel.kind == "officeDocument"), "word/document.xml")
    root = package.xml(main)
    start = None if root is None else root.find(W + "body")
    if start is None:
        raise ReadError("broken-docx")
    targets: dict[str, list[str]] = {}
    for relation in package.relations(main):
        targets.setdefault(relation.kind, []).append(relation.target)

    styles = Styles(_styles(package, targets))
    body = Body(styles, Numbering(_first(package, targets, "numbering"), styles))
    body.add(start)
    notes = _notes(package, targets, body)
    margins = _margins(package, targets, body)
    length = sum(len(piece.text) for piece in body.pieces if not piece.furniture)
    if not length:
        raise ReadError("images-only" if body.pictures else "no-text")

    notices: list[Notice] = []
    if body.pictures and length < _HARDLY_ANY:
        notices.append(Notice("pictures-unread", (("count", str(body.pictures)),)))
    if body.embedded:
        notices.append(Notice("embedded-unread", (("count", str(body.embedded)),)))
    text, blocks = assemble(body.pieces + notes + margins)
    return Document(
        path,
        MEDIA_TYPE,
        digest,
        text,
        blocks,
        readability="partial" if notices else "ok",
        notices=tuple(notices),
    )


def _first(package: Package, targets: dict[str, list[str]], kind: str) -> Element | None:
    names = targets.get(kind)
    return package.xml(names[0]) if names else None


def _styles(package: Package, targets: dict[str, list[str]]) -> Element | None:
    names = targets.get("styles")
    data = package.part(names[0]) if names else None
    return None if data is None else parse(without_table_styles(data))


def _notes(package: Package, targets: dict[str, list[str]], body: Body) -> list[Piece]:
    """The notes that the text refers to, in the order of reference."""
    texts: dict[tuple[str, str], Element] = {}
    for kind in {kind for kind, _ in body.notes}:
        root = _first(package, targets, kind + "s")
        for note in () if root is None else root.iterchildren(W + kind):
            texts[kind, value(note, "id") or ""] = note
    found: list[Piece] = []
    for reference in dict.fromkeys(body.notes):
        if reference in texts:
            pieces = body.capture(texts[reference])
            found += [piece._replace(kind="footnote", level=None) for piece in pieces]
    return found


def _margins(package: Package, targets: dict[str, list[str]], body: Body) -> list[Piece]:
    """Headers and footers, each wording once."""
    found: dict[str, Piece] = {}
    for name in targets.get("header", []) + targets.get("footer", []):
        root = package.xml(name)
        if root is not None:
            for piece in body.capture(root):
                found.setdefault(piece.text, piece._replace(furniture=True))
    return list(found.values())
