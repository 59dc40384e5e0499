"""Fonts that a PDF file names only: one stand-in for all of them, so that every machine reads the same."""

from __future__ import annotations

import ctypes
import struct
from functools import cache
from typing import Any, Final

# The families whose Latin shapes the library brings with it, and the charset they are asked for with.
_BUILT_IN: Final = (b"Courier", b"Helvetica", b"Times")
_LATIN: Final = 0
_EM: Final = 1000
_ASCENT, _DESCENT = 880, -120
_HANDLE: Final = 1
_WHOLE_FONT: Final = 0
"""Asked for instead of the name of a table."""


@cache
def use_stand_in() -> object:
    """Keep PDFium, in this process, from looking for fonts on this machine.

    It measures text by the shapes of its characters: where no font is found they have none, and a line like one before
    it counts as printed twice and is dropped. With the stand-in every character is a square, wherever the file is read.

    Returns what the library holds a bare pointer to; the cache keeps it.
    """
    import pypdfium2.raw as pdfium

    font = squares()

    def map_font(
        _info: Any, _weight: int, _italic: int, charset: int, _pitch: int, face: Any, _exact: Any
    ) -> int | None:
        family = ctypes.string_at(face) if face else b""
        return None if charset == _LATIN and family.startswith(_BUILT_IN) else _HANDLE

    def font_data(_info: Any, _font: Any, table: int, buffer: Any, size: int) -> int:
        if table != _WHOLE_FONT:
            return 0
        if buffer and size >= len(font):
            ctypes.memmove(buffer, font, len(font))
        return len(font)

    info = pdfium.FPDF_SYSFONTINFO(version=1)
    kinds = dict(info._fields_)
    info.EnumFonts = kinds["EnumFonts"](lambda _info, _mapper: None)
    info.MapFont = kinds["MapFont"](map_font)
    info.GetFont = kinds["GetFont"](lambda _info, _face: None)
    info.GetFontData = kinds["GetFontData"](font_data)
    info.DeleteFont = kinds["DeleteFont"](lambda _info, _font: None)
    pdfium.FPDF_SetSystemFontInfo(info)
    return info


def squares() -> bytes:
    """A TrueType font in which every character is a full square."""
    box = struct.pack(">hhhhh", 1, 0, _DESCENT, _EM, _ASCENT)
    # x: 0, 0, em, em; y: bottom, top, top, bottom, each as the way from the point before.
    outline = struct.pack(">HH4B", 3, 0, 1, 1, 1, 1) + struct.pack(">4h4h", 0, 0, _EM, 0, _DESCENT, _EM, 0, -_EM)
    glyph = box + outline
    glyph += b"\0" * (-len(glyph) % 4)
    groups = struct.pack(">III", 0, 0x10FFFF, 1)
    tables = {
        b"cmap": struct.pack(">HHHHI", 0, 1, 3, 10, 12) + struct.pack(">HHIII", 13, 0, 16 + len(groups), 0, 1) + groups,
        b"glyf": glyph * 2,
        b"head": struct.pack(
            ">IIIIHHQQhhhhHHhhh",
            0x10000,
            0x10000,
            0,
            0x5F0F3CF5,
            0,
            _EM,
            0,
            0,
            0,
            _DESCENT,
            _EM,
            _ASCENT,
            0,
            8,
            2,
            1,
            0,
        ),
        b"hhea": struct.pack(">IhhhHhhhhhh8xhH", 0x10000, _ASCENT, _DESCENT, 0, _EM, 0, 0, _EM, 1, 0, 0, 0, 1),
        b"hmtx": struct.pack(">Hhh", _EM, 0, 0),
        b"loca": struct.pack(">III", 0, len(glyph), 2 * len(glyph)),
        b"maxp": struct.pack(">IHHHHHHHHHHHHHH", 0x10000, 2, 4, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0),
    }
    directory = struct.pack(">IHHHH", 0x10000, len(tables), 64, 2, 48)
    offset, body = len(directory) + 16 * len(tables), b""
    for name, data in tables.items():
        directory += name + struct.pack(">III", 0, offset + len(body), len(data))
        body += data + b"\0" * (-len(data) % 4)
    return directory + body
