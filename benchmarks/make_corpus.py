"""Makes a folder of reports as a county sends them in: Word files mostly, then PDF files, pages, Markdown and text.

`python benchmarks/make_corpus.py FOLDER [N]` writes N reports (1,000) from the fictional ones in `fixtures/reports`,
each with other numbers and its paragraphs mixed with those of another, so that no two are alike. It needs python-docx;
the PDF files need no font, for nothing is drawn that anybody looks at. The same N gives the same reports.
"""

from __future__ import annotations

import html
import random
import re
import sys
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

REPORTS: Final = Path(__file__).parents[1] / "fixtures" / "reports"
HEADING: Final = re.compile(r"[一二三四五六七八九十]+、.{2,40}$")
LINES_A_PAGE: Final = 40
CHARACTERS_A_LINE: Final = 38


def texts() -> list[list[str]]:
    """The paragraphs of each report there is as plain text."""
    found = (path.read_text("utf-8", "replace") for path in sorted(REPORTS.glob("*.txt")))
    return [[line.strip() for line in text.splitlines() if line.strip()] for text in found]


def variant(reports: list[list[str]], chance: random.Random) -> list[str]:
    """A report made from two."""
    base, other = chance.sample(reports, 2)
    strange = [line for line in other if len(line) > 40]
    lines = list(base)
    for _ in range(min(6, len(strange))):
        lines.insert(chance.randrange(1, len(lines)), chance.choice(strange))
    return [re.sub(r"(?<!\d)\d{2,3}(?!\d)", lambda _: str(chance.randrange(10, 999)), line) for line in lines]


def text(lines: list[str]) -> bytes:
    return "\n".join(lines).encode()


def markdown(lines: list[str]) -> bytes:
    marked = (f"## {line}" if HEADING.match(line) else line for line in lines[1:])
    return "\n\n".join([f"# {lines[0]}", *marked]).encode()


def page(lines: list[str]) -> bytes:
    body = "".join(f"<p>{html.escape(line)}</p>\n" for line in lines[1:])
    menu = "".join(f"<li><a href='/{n}'>栏目{n}</a></li>" for n in range(20))
    title = html.escape(lines[0])
    return (
        f"<!DOCTYPE html><html><head><meta charset='utf-8'><title>{title}</title></head><body><ul>{menu}</ul>"
        f"<div class='content'><h1>{title}</h1>{body}</div><footer>版权所有</footer></body></html>"
    ).encode()


def word(lines: list[str]) -> bytes:
    import io

    import docx

    made = docx.Document()
    made.add_heading(lines[0], 0)
    for line in lines[1:]:
        if HEADING.match(line):
            made.add_heading(line, 1)
        else:
            made.add_paragraph(line)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def pdf(lines: list[str]) -> bytes:
    """Pages of text in a font that names its characters and draws none."""
    pages = list(_pages(lines))
    numbers = [5 + 2 * at for at in range(len(pages))]
    objects = {
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        2: f"<</Type/Pages/Count {len(pages)}/Kids[{' '.join(f'{n} 0 R' for n in numbers)}]>>".encode(),
        3: b"<</Type/Font/Subtype/Type0/BaseFont/F/Encoding/Identity-H/ToUnicode 4 0 R/DescendantFonts["
        b"<</Type/Font/Subtype/CIDFontType2/BaseFont/F/DW 1000/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)"
        b"/Supplement 0>>/FontDescriptor<</Type/FontDescriptor/FontName/F/Flags 4/FontBBox[0 0 1000 1000]"
        b"/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 700/StemV 80>>>>]>>",
        4: _stream(
            b"/CIDInit/ProcSet findresource begin 12 dict begin begincmap/CMapName/X def/CMapType 2 def "
            b"1 begincodespacerange<0000><FFFF>endcodespacerange 1 beginbfrange<0000><FFFF><0000>endbfrange "
            b"endcmap CMapName currentdict/CMap defineresource pop end end"
        ),
    }
    for number, shown in zip(numbers, pages, strict=True):
        objects[number] = (
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>"
            f"/Contents {number + 1} 0 R>>"
        ).encode()
        objects[number + 1] = _stream(shown)
    return _file(objects)


def _pages(lines: list[str]) -> Iterator[bytes]:
    wrapped = [line[at : at + CHARACTERS_A_LINE] for line in lines for at in range(0, len(line), CHARACTERS_A_LINE)]
    for first in range(0, len(wrapped), LINES_A_PAGE):
        shown = "".join(f"<{line.encode('utf-16-be').hex()}>Tj T*\n" for line in wrapped[first : first + LINES_A_PAGE])
        yield f"BT /F 12 Tf 18 TL 70 780 Td\n{shown}ET".encode()


def _stream(data: bytes) -> bytes:
    packed = zlib.compress(data)
    return b"<</Filter/FlateDecode/Length %d>>stream\n%b\nendstream" % (len(packed), packed)


def _file(objects: dict[int, bytes]) -> bytes:
    out, places = bytearray(b"%PDF-1.5\n"), {}
    for number, value in sorted(objects.items()):
        places[number] = len(out)
        out += b"%d 0 obj%b endobj\n" % (number, value)
    begin, size = len(out), len(objects) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n" % size
    out += b"".join(b"%010d 00000 n \n" % places[number] for number in range(1, size))
    return bytes(out + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (size, begin))


KINDS: Final[tuple[tuple[str, int, Callable[[list[str]], bytes]], ...]] = (
    ("docx", 45, word),
    ("pdf", 25, pdf),
    ("html", 15, page),
    ("md", 5, markdown),
    ("txt", 10, text),
)
"""Ending, share in per cent, maker. The shares are a guess at what counties send in."""


def main() -> None:
    folder = Path(sys.argv[1])
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 1000
    folder.mkdir(parents=True, exist_ok=True)
    reports, chance = texts(), random.Random(count)
    for number in range(count):
        suffix, _, make = chance.choices(KINDS, [share for _, share, _ in KINDS])[0]
        (folder / f"r{number:06}.{suffix}").write_bytes(make(variant(reports, chance)))
    sizes = [path.stat().st_size for path in folder.iterdir()]
    print(f"{count} reports, {sum(sizes) / 1e6:.1f} MB, {sum(sizes) / len(sizes) / 1e3:.1f} KB each")


if __name__ == "__main__":
    main()
