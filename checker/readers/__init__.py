"""Bytes to Document: opens a file, finds out what it is and hands it to the reader of that format."""

from __future__ import annotations

import errno
import re
import stat
from collections.abc import Callable
from math import ceil
from pathlib import Path
from typing import Final

from checker.document import Document, Notice
from checker.errors import ReadError
from checker.hashing import sha256
from checker.readers import encoding, sniff

MAX_BYTES: Final = 50_000_000
MAX_CHARACTERS: Final = 5_000_000

_NO_FILE: Final = (errno.ELOOP, errno.ENAMETOOLONG)
"""A link that leads to itself; a name that no file can have."""

_VISIBLE: Final = re.compile(r"[^\s\ufeff\u200b\u2060\x00]")
_Reader = Callable[[str, str, str], Document]


def read(path: str) -> Document:
    """The document in the file at `path`. Raises ReadError where there is none to read."""
    return read_bytes(_load(path), path)


def read_bytes(data: bytes, path: str) -> Document:
    """The document in `data`. The format is found by content; the name only helps where content leaves it open."""
    _refuse_large(len(data))
    if not data.strip():
        raise ReadError("empty-file")
    digest = "sha256:" + sha256(data).hexdigest()
    binary = sniff.binary_format(data, path)
    document = _read_text(data, path, digest) if binary is None else _BINARY[binary](data, path, digest)
    _refuse_long(document.text)
    return document


def _load(path: str) -> bytes:
    try:
        status = Path(path).stat()
        if stat.S_ISDIR(status.st_mode):
            raise ReadError("is-directory")
        if not stat.S_ISREG(status.st_mode):
            raise ReadError("not-a-regular-file")
        _refuse_large(status.st_size)
        with Path(path).open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except (FileNotFoundError, NotADirectoryError, ValueError):  # ValueError: a NUL in the path
        raise ReadError("file-not-found") from None
    except PermissionError:
        raise ReadError("permission-denied") from None
    except IsADirectoryError:
        raise ReadError("is-directory") from None
    except OSError as error:
        if error.errno in _NO_FILE:
            raise ReadError("file-not-found") from None
        raise ReadError("io-error", reason=error.strerror or type(error).__name__) from None


def _refuse_large(size: int) -> None:
    if size > MAX_BYTES:
        raise ReadError("too-large", size=ceil(size / 1_000_000), limit=MAX_BYTES // 1_000_000)


def _refuse_long(text: str) -> None:
    if len(text) > MAX_CHARACTERS:
        raise ReadError("text-too-large", size=ceil(len(text) / 10_000), limit=MAX_CHARACTERS // 10_000)


def _read_text(data: bytes, path: str, digest: str) -> Document:
    text, damaged = encoding.decode(data)
    if not _VISIBLE.search(text):
        raise ReadError("empty-file")
    kind = sniff.text_format(text, path)
    if kind != "html":  # most of a page may be markup
        _refuse_long(text)
    document = _TEXTUAL[kind](text, path, digest)
    if damaged:
        notice = Notice("undecodable-bytes", (("count", str(damaged)),))
        document = document._replace(readability="partial", notices=(*document.notices, notice))
    return document


# A check of one file imports the reader of its format only.


def _docx(data: bytes, path: str, digest: str) -> Document:
    from checker.readers import docx

    return docx.read(data, path, digest)


def _pdf(data: bytes, path: str, digest: str) -> Document:
    from checker.readers import pdf

    return pdf.read(data, path, digest)


def _plain(text: str, path: str, digest: str) -> Document:
    from checker.readers import plain

    return plain.read(text, path, digest)


def _markdown(text: str, path: str, digest: str) -> Document:
    from checker.readers import markdown

    return markdown.read(text, path, digest)


def _html(text: str, path: str, digest: str) -> Document:
    from checker.readers import html

    return html.read(text, path, digest)


_BINARY: Final[dict[sniff.BinaryFormat, Callable[[bytes, str, str], Document]]] = {"docx": _docx, "pdf": _pdf}
_TEXTUAL: Final[dict[sniff.TextFormat, _Reader]] = {"text": _plain, "markdown": _markdown, "html": _html}
