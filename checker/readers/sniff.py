"""Tells what a file is by its content; the name only decides what content leaves open."""

from __future__ import annotations

import re
from typing import Final, Literal

from checker.errors import ReadError

BinaryFormat = Literal["docx", "pdf"]
TextFormat = Literal["text", "markdown", "html"]

_ZIP: Final = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_OLE2: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_REFUSED: Final = (
    (b"{\\rtf", "rtf-file"),
    (b"\x89PNG", "image-file"),
    (b"\xff\xd8\xff", "image-file"),
    (b"GIF8", "image-file"),
    (b"II*\x00", "image-file"),
    (b"MM\x00*", "image-file"),
    (b"Rar!\x1a", "zip-archive"),
    (b"7z\xbc\xaf\x27\x1c", "zip-archive"),
    (b"\x1f\x8b\x08", "zip-archive"),
)
_REFUSED_INSIDE: Final = ((0, b"BM", 6, b"\x00\x00\x00\x00", "image-file"), (0, b"RIFF", 8, b"WEBP", "image-file"),
                          (4, b"ftyp", 8, b"hei", "image-file"), (4, b"ftyp", 8, b"mif1", "image-file"))  # fmt: skip

# What a zip file is, by the first of its members that starts so. Word writes its main part under several names.
_ZIP_MEMBERS: Final = (
    ("word/document", "docx"),
    ("word\\document", "docx"),
    ("xl/workbook", "spreadsheet"),
    ("ppt/presentation", "presentation"),
    ("OFD.xml", "ofd-file"),
    ("word/", "docx"),
)
_OPENDOCUMENT: Final = {
    b"application/vnd.oasis.opendocument.spreadsheet": "spreadsheet",
    b"application/vnd.oasis.opendocument.presentation": "presentation",
}
_OLE2_STREAMS: Final = (
    ("EncryptedPackage", "encrypted-office"),
    ("WordDocument", "old-word"),
    ("Workbook", "spreadsheet"),
    ("PowerPoint Document", "presentation"),
)

_HEAD: Final = 4096
_HTML_ROOT: Final = ("<!doctype html", "<html", "<head", "<body", "<meta")
_HTML_PART: Final = re.compile(
    r"<(p|div|table|h[1-6]|span|ul|ol|center|font|section|article|title|style|script)\b[^>]*>"
)
_PROLOGUE: Final = re.compile(r"(?:[\s\ufeff]+|<!--.*?-->|<\?xml[^>]*\?>)*", re.DOTALL)
_MARKDOWN_HEADING: Final = re.compile(r"^#{1,6}[ \t]+\S", re.MULTILINE)


def binary_format(data: bytes, path: str) -> BinaryFormat | None:
    """The format of a binary file we read, None for what may be text. Raises ReadError for a known other format."""
    if data.startswith(_ZIP):
        return _zip_format(data)
    if data.startswith(_OLE2):
        raise ReadError(_ole2_key(data, path))
    if data.startswith(b"%PDF-") or (b"%PDF-" in data[:1024] and b"endobj" in data):
        return "pdf"
    for magic, key in _REFUSED:
        if data.startswith(magic):
            raise ReadError(key)
    for at, magic, then, more, key in _REFUSED_INSIDE:
        if data.startswith(magic, at) and data.startswith(more, then):
            raise ReadError(key)
    return None


def text_format(text: str, path: str) -> TextFormat:
    """The format of decoded text. Raises ReadError for a known format of text that we do not read."""
    start = _start(text)
    if start.startswith(_HTML_ROOT):
        return "html"
    _refuse_markup(start, text)
    suffix = path.rpartition(".")[2].lower()
    if suffix in ("md", "markdown"):
        return "markdown"
    if suffix in ("html", "htm", "shtml", "xhtml") and re.search(r"<[a-zA-Z][^>]*>", text):
        return "html"
    if (part := _HTML_PART.match(start)) and f"</{part[1]}" in text[:_HEAD].lower() + text[-_HEAD:].lower():
        return "html"
    # A lone number sign may start a remark; two headings are no accident.
    if "\n#" in text and len(_MARKDOWN_HEADING.findall(text)) > 1:
        return "markdown"
    return "text"


def _start(text: str) -> str:
    """The first characters behind white space, comments and an XML declaration, in lower case."""
    match = _PROLOGUE.match(text, 0, _HEAD)
    begin = match.end() if match else 0
    return text[begin : begin + _HEAD].lower()


def _refuse_markup(start: str, text: str) -> None:
    if start.startswith("mime-version:") or "content-type: multipart/related" in start[:1024]:
        raise ReadError("mhtml")
    if start.startswith(("<?mso-application", "<w:worddocument", "<pkg:package")):
        raise ReadError("word-xml")
    if text.lstrip("\ufeff \t\r\n").startswith("<?xml"):
        raise ReadError("xml-file")


def _zip_format(data: bytes) -> BinaryFormat:
    import io
    import zipfile

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
    except Exception:  # zipfile raises half a dozen kinds of error for damaged data
        # A broken Word file is best spoken of by the reader of Word files.
        if b"word/document" in data:
            return "docx"
        raise ReadError("damaged-zip") from None
    for beginning, kind in _ZIP_MEMBERS:
        if any(name.startswith(beginning) for name in names):
            if kind == "docx":
                return "docx"
            raise ReadError(kind)
    if b"mimetypeapplication/vnd.oasis.opendocument." in data[:200]:
        raise ReadError(next((key for mime, key in _OPENDOCUMENT.items() if mime in data[:200]), "opendocument"))
    raise ReadError("zip-archive")


def _ole2_key(data: bytes, path: str) -> str:
    for stream, key in _OLE2_STREAMS:
        if stream.encode("utf-16-le") in data:
            # WPS keeps its own files in Word's container; only the name tells.
            return "wps-file" if key == "old-word" and path.lower().endswith((".wps", ".wpt")) else key
    return "wps-file" if path.lower().endswith((".wps", ".wpt")) else "unsupported-format"
