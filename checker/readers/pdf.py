"""PDF files with a text layer: the lines of each page and where they stand, made into paragraphs."""

from __future__ import annotations

import re
import threading
from typing import Any, Final

from checker.document import Document, Notice
from checker.errors import ReadError
from checker.readers.pdf_fonts import use_stand_in
from checker.readers.pdf_lines import Box, Line, Page, clean, merge_rows
from checker.readers.pdf_paragraphs import paragraphs
from checker.readers.pieces import assemble

MEDIA_TYPE: Final = "application/pdf"

# The library keeps global state: two documents at once, in two threads, would crash the process.
_LIBRARY: Final = threading.Lock()

_PASSWORD: Final = 4
"""PDFium's error code for a document that asks for a password."""
_FEW: Final = 40
"""Characters up to which a page is looked at for pictures: they may be all it has."""
_NO_TEXT: Final = 8
"""Characters below which a page with pictures counts as a scan."""
_DRAWN: Final = 60
"""Drawn shapes from which a page without text counts as text turned into outlines."""
_GARBLED: Final = 0.3
"""Share of characters without meaning from which a page cannot be read."""
_GAP: Final = 1.2
"""Width, in characters, of a blank that separates the cells of a table."""

_DISPLACED: Final = re.compile("[\u2018\u201c] *[\u2019\u201d]|[\u2018\u2019\u201c\u201d]$")
_NARROW: Final = re.compile("[ -~]")


def read(data: bytes, path: str, digest: str) -> Document:
    """The document in the bytes of a PDF file."""
    with _LIBRARY:
        pages, lost = _pages(data)
    if pages and all(page.garbled for page in pages if page.lines) and any(page.garbled for page in pages):
        raise ReadError("garbled-pdf")
    pieces, words = paragraphs([page for page in pages if not page.garbled])
    if not any(words.values()) or not any(not piece.furniture for piece in pieces):
        raise ReadError("no-text-layer")
    unread = sorted(lost + [page.number for page in pages if _unread(page, words.get(page.number, 0))])

    notices: list[Notice] = []
    if unread:
        notices.append(Notice("pages-unread", (("pages", _ranges(unread)),)))
    if b"%%EOF" not in data[-2048:]:
        notices.append(Notice("truncated-pdf"))
    text, blocks = assemble(pieces)
    return Document(
        path,
        MEDIA_TYPE,
        digest,
        text,
        blocks,
        readability="partial" if notices else "ok",
        notices=tuple(notices),
    )


def _unread(page: Page, words: int) -> bool:
    return page.garbled or (page.pictorial and words < _NO_TEXT)


def _ranges(numbers: list[int]) -> str:
    """Page numbers as one writes them: `2-4, 7`."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return ", ".join(str(first) if first == last else f"{first}-{last}" for first, last in runs)


def _pages(data: bytes) -> tuple[list[Page], list[int]]:
    """The pages that can be opened, and the numbers of those that cannot."""
    import pypdfium2

    use_stand_in()
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = getattr(error, "err_code", None) == _PASSWORD or "password" in str(error).lower()
        raise ReadError("encrypted-pdf" if locked else "broken-pdf") from error
    try:
        pages: list[Page] = []
        lost: list[int] = []
        for number in range(1, len(document) + 1):
            try:
                pages.append(_page(document, number))
            except pypdfium2.PdfiumError:
                lost.append(number)
    finally:
        document.close()
    if not pages:
        raise ReadError("broken-pdf")
    return pages, lost


def _page(document: Any, number: int) -> Page:
    page = document[number - 1]
    try:
        text_page = page.get_textpage()
        try:
            chars = text_page.count_chars()
            text = text_page.get_text_range() if chars else ""
            lines = _lines(text_page, text, Box.of_page(page.get_cropbox(), page.get_rotation()), number)
        finally:
            text_page.close()
        width, height = page.get_size()
        pictorial = len(text) < _FEW and _is_pictorial(page)
    finally:
        page.close()
    return Page(number, width, height, lines, pictorial, _is_garbled(text, chars))


def _is_garbled(text: str, chars: int) -> bool:
    # Characters that a font gives no meaning to are replaced, left in the private area, or left out.
    meaningless = len(re.findall("[\ufffd\ue000-\uf8ff\x00-\x08\x0e-\x1f\x7f-\x9f]", text)) + max(chars - len(text), 0)
    return chars >= _NO_TEXT and meaningless > _GARBLED * chars


def _is_pictorial(page: Any) -> bool:
    import pypdfium2.raw as pdfium

    drawn = 0
    for item in page.get_objects(max_depth=3):
        if item.type == pdfium.FPDF_PAGEOBJ_IMAGE:
            return True
        drawn += item.type in (pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_SHADING)
    return drawn >= _DRAWN


def _lines(text_page: Any, text: str, frame: Box, number: int) -> list[Line]:
    """The lines of a page in the order of the file, which is the order of reading nearly always."""
    import pypdfium2.raw as pdfium

    rect = pdfium.FS_RECTF()
    plain = len(text) == text_page.count_chars()
    upright = frame[:2] == (0.0, 0.0) and not frame.turned

    def box(index: int) -> Box:
        # Offsets into the text and the numbers of characters differ where the library left some out.
        at = index if plain else pdfium.FPDFText_GetCharIndexFromTextIndex(text_page, index)
        if at < 0 or not pdfium.FPDFText_GetLooseCharBox(text_page, at, rect):
            return Box(0.0, 0.0, 0.0, 0.0)
        place = rect.left, rect.bottom, rect.right, rect.top
        return Box(*place) if upright else frame.place(*place)

    found: list[Line] = []
    start = 0
    for raw in text.split("\r\n"):
        words = raw.strip()
        if words:
            # Offsets count UTF-16 units; characters beyond them are too rare to matter for the place of a line.
            first = start + len(raw) - len(raw.lstrip())
            found.append(_line(words, first, box, number))
        start += len(raw) + 2
    return merge_rows(found)


def _line(words: str, first: int, box: Any, number: int) -> Line:
    if _DISPLACED.search(words):
        words, head, tail = _from_left_to_right(words, first, box)
    else:
        head, tail = box(first), box(first + len(words) - 1)
    em = max(
        head.right - head.left if ord(words[0]) >= 0x2E80 else 0.0,
        tail.right - tail.left if ord(words[-1]) >= 0x2E80 else 0.0,
    )
    size = em or head.top - head.bottom
    if " " in words and _has_room(words, max(head.right, tail.right) - min(head.left, tail.left), size):
        gap = _GAP * size
        parts = list(words)
        for match in re.finditer(" +", words):
            before, after = box(first + match.start() - 1), box(first + match.end())
            if after.left - before.right >= gap > 0:
                parts[match.start()] = "\t"
        words = "".join(parts)
    return Line(
        clean(words),
        min(head.left, tail.left),
        max(head.right, tail.right),
        min(head.bottom, tail.bottom),
        max(head.top, tail.top),
        em,
        number,
    )


def _from_left_to_right(words: str, first: int, box: Any) -> tuple[str, Box, Box]:
    """The words of a line in the order of their places, and the boxes of the first and the last character.

    Marks that the font lacks are printed from another one, by some programs only after the words around them.
    """
    placed: list[tuple[Box, str]] = []
    for i, char in enumerate(words):
        # Blanks that the library put in have no place of their own.
        placed.append((placed[-1][0] if char == " " and placed else box(first + i), char))
    placed.sort(key=lambda item: item[0].left)
    return "".join(char for _, char in placed), placed[0][0], placed[-1][0]


def _has_room(words: str, width: float, em: float) -> bool:
    """Whether a line is so much wider than its characters that it may have a wide gap: a cheap first look."""
    narrow = len(_NARROW.findall(words))
    return width > em * (len(words) - narrow + 0.4 * narrow + 0.6)
