"""The container of a Word document: parts of a zip file, taken out within limits and parsed without surprises."""

from __future__ import annotations

import io
import posixpath
import struct
import zipfile
import zlib
from typing import TYPE_CHECKING, Final, NamedTuple

from checker.errors import ReadError

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

_MAX_ENTRIES: Final = 5_000
_MAX_PART: Final = 60_000_000
_MAX_TOTAL: Final = 120_000_000
_MAX_RATIO: Final = 250
_SMALL: Final = 4_000_000
"""Below this a part does no harm, however well it was compressed: tables of blanks shrink a hundredfold."""

_ENCRYPTED: Final = 0x1
_STRICT: Final = (
    # Word saves "strict" documents under other names of the same vocabularies.
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (b"http://purl.oclc.org/ooxml/", b"http://schemas.openxmlformats.org/"),
)


class Relation(NamedTuple):
    """What a part points to: the last word of the type (`header`, `styles`) and the name of the target part."""

    kind: str
    target: str


class Package:
    """The parts of a Word document. Every fault is a ReadError."""

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, struct.error) as error:
            raise ReadError("broken-docx") from error
        entries = self._zip.infolist()
        if len(entries) > _MAX_ENTRIES:
            raise ReadError("zip-bomb")
        # Part names are compared without case, and some programs write them with backslashes.
        self._entries = {entry.filename.replace("\\", "/").lower(): entry for entry in entries}
        self._read = 0

    def part(self, name: str) -> bytes | None:
        """The bytes of a part; None where the document has no such part."""
        entry = self._entries.get(name.lower())
        if entry is None:
            return None
        if entry.flag_bits & _ENCRYPTED:
            raise ReadError("encrypted-office")
        ratio = entry.file_size / max(entry.compress_size, 1)
        if entry.file_size > _MAX_PART or (entry.file_size > _SMALL and ratio > _MAX_RATIO):
            raise ReadError("zip-bomb")
        try:
            with self._zip.open(entry) as stream:
                data = stream.read(_MAX_PART + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, OSError) as error:
            raise ReadError("broken-docx") from error
        except (NotImplementedError, RuntimeError) as error:
            # Compression or encryption that the format does not allow.
            raise ReadError("broken-docx") from error
        self._read += len(data)
        if len(data) > _MAX_PART or self._read > _MAX_TOTAL:
            raise ReadError("zip-bomb")
        return data

    def xml(self, name: str) -> Element | None:
        """The root element of a part; None where the document has no such part."""
        data = self.part(name)
        return None if data is None else parse(data)

    def relations(self, name: str) -> list[Relation]:
        """What the part `name` points to inside the document, in the order of the file."""
        folder, base = posixpath.split(name)
        root = self.xml(posixpath.join(folder, "_rels", base + ".rels"))
        if root is None:
            return []
        found: list[Relation] = []
        for child in root:
            kind, target = child.get("Type", ""), child.get("Target", "")
            if target and child.get("TargetMode") != "External":
                path = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
                found.append(Relation(kind.rpartition("/")[2], path))
        return found


def parse(data: bytes) -> Element:
    """The root element of a part."""
    from lxml import etree

    if b"http://purl.oclc.org/ooxml/" in data:
        for strict, usual in _STRICT:
            data = data.replace(strict, usual)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise ReadError("broken-docx") from error
    if root.getroottree().docinfo.doctype:  # type: ignore[union-attr]  # the stubs do not know it
        # No office program writes one; entities are a way to blow up or to reach outside.
        raise ReadError("broken-docx")
    return root


def properties(element: Element | None) -> dict[str, Element]:
    """The children of a properties element by name: looking them up one by one takes most of the time."""
    return {} if element is None else {child.tag: child for child in element}


def own_properties(element: Element, tag: str) -> dict[str, Element]:
    """The properties of a paragraph or run: the format wants them first."""
    first = next(iter(element), None)
    return properties(first) if first is not None and first.tag == tag else {}


def value(element: Element | None, name: str = "val") -> str | None:
    """The attribute `name` (by default the value) of a property element; None where there is none."""
    return None if element is None else element.get(W + name)


def number(element: Element | None, name: str = "val") -> int | None:
    """The attribute as a whole number; None where there is none, or nonsense."""
    text = value(element, name)
    try:
        return None if text is None or len(text) > 9 else int(text)
    except ValueError:
        return None


def switch(element: Element | None) -> bool | None:
    """A property that is on or off (`<w:b/>`, `<w:b w:val="0"/>`); None where nothing is said."""
    return None if element is None else value(element) not in ("0", "false", "off", "none")
