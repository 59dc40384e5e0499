"""What is kept of a report to find copies by: a sketch of the words of its own in each paragraph, and no words.

A sketch is a MinHash of the runs of three characters: two sketches agree in about as many of their slots as the two
paragraphs have runs in common. The hashes have a fixed seed: sketches of different machines and years can be compared.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, NamedTuple

from checker.matching import Scanner
from checker.text import LineIndex, squeeze

if TYPE_CHECKING:
    from checker.document import Document
    from checker.ruleset.model import Ruleset
    from checker.structure import Reading

SLOTS: Final = 192
"""Bytes of a sketch: one byte of each hash. By chance one in 256 agrees, which changes no verdict."""
_RUN: Final = 3
"""Characters: independent reports share few runs of three; a word that was changed costs few."""
_SEED: Final = 2026
_VERSION: Final = 1
"""Of what is hashed, and how; raise it with every change, old sketches are then made anew."""
_HEAD: Final = struct.Struct("<BBI")
_PLACE: Final = struct.Struct("<IIIHH")
_SIZE: Final = _PLACE.size + SLOTS
_MOST: Final = 0xFFFF

# One that is never closed is no title: it would swallow the rest of the paragraph.
_TITLE: Final = re.compile("\u300a[^\u300a\u300b]{1,60}\u300b")
# Figures are the first thing to be changed in a copy, and marks the second.
_NO_WORDS: Final = re.compile(r"[\W\d_]+")


class Sketch(NamedTuple):
    """A paragraph of a report, without its words."""

    start: int
    """Half-open character offsets into the text of the document."""
    end: int
    line: int
    """1-based, of the first character in that text."""
    page: int | None
    """1-based; None where the format has no pages."""
    size: int
    """Characters of its own words."""
    slots: bytes


class Words:
    """Tells the words of a paragraph from those that all reports may share."""

    def __init__(self, ruleset: Ruleset) -> None:
        self._formulas = Scanner([ruleset.patterns(ruleset.copies.formulas)])

    def own(self, paragraph: str) -> str:
        """`paragraph` without formulas, titles of documents, figures and marks."""
        text = _TITLE.sub("\n", squeeze(paragraph))
        rest, done = [], 0
        for hit in self._formulas.scan(text).all(0):
            rest.append(text[done : max(hit.start, done)])
            done = max(hit.end, done)
        return _NO_WORDS.sub("", "".join((*rest, text[done:])))


_words: dict[str, Words] = {}


def words_of(ruleset: Ruleset) -> Words:
    """What tells the words of a paragraph apart by the formulas of `ruleset`; made once."""
    digest = ruleset.info.digest
    if digest not in _words:
        _words[digest] = Words(ruleset)
    return _words[digest]


def sketch(reading: Reading, ruleset: Ruleset) -> tuple[Sketch, ...]:
    """The paragraphs of a report that are long enough to be told apart, in their order."""
    document, words = reading.document, words_of(ruleset)
    skipped = reading.furniture | reading.facts.title_blocks | reading.facts.sign_off_blocks
    texts: list[str] = []
    places: list[tuple[int, int, int | None]] = []
    for number, block in enumerate(document.blocks):
        # The rows of tables have the same names in all reports; their figures are what differs.
        if number in skipped or block.furniture or block.kind == "table_row":
            continue
        own = words.own(document.text[slice(*block.span)])
        if len(own) >= ruleset.copies.min_characters:
            texts.append(own)
            places.append((*block.span, block.page))
    return tuple(_sketches(document, texts, places))


def _sketches(document: Document, texts: list[str], places: list[tuple[int, int, int | None]]) -> Iterator[Sketch]:
    from rensa import RMinHash

    lines = LineIndex(document.text)
    runs = [[text[at : at + _RUN] for at in range(len(text) - _RUN + 1)] for text in texts]
    hashes = RMinHash.digests_from_token_sets(runs, SLOTS, _SEED)
    for text, (start, end, page), values in zip(texts, places, hashes, strict=True):
        slots = bytes(value & 0xFF for value in values)
        yield Sketch(start, end, lines.position(start)[0], page, len(text), slots)


def likeness(one: bytes | bytearray, other: bytes | bytearray) -> float:
    """0-1: about how many of their runs of characters two paragraphs have in common, by their slots."""
    different = int.from_bytes(one) ^ int.from_bytes(other)
    return different.to_bytes(SLOTS).count(0) / SLOTS


def pack(sketches: tuple[Sketch, ...], media_type: str) -> bytes:
    """The sketches of a report as a store keeps them: about 200 bytes a paragraph."""
    from rensa import RMinHash

    named = media_type.encode()
    places = [
        _PLACE.pack(one.start, one.end, one.line, min(one.page or 0, _MOST), min(one.size, _MOST)) + one.slots
        for one in sketches
    ]
    return b"".join((_HEAD.pack(_VERSION, RMinHash.ALGORITHM_VERSION, len(named)), named, *places))


def mark() -> bytes:
    """What packed sketches begin with that can be compared with those made now."""
    from rensa import RMinHash

    return bytes((_VERSION, RMinHash.ALGORITHM_VERSION))


def unpack(data: bytes) -> tuple[tuple[Sketch, ...], str]:
    """What `pack` was given."""
    _, _, length = _HEAD.unpack_from(data)
    begin = _HEAD.size + length
    found = []
    for at in range(begin, len(data), _SIZE):
        start, end, line, page, size = _PLACE.unpack_from(data, at)
        found.append(Sketch(start, end, line, page or None, size, data[at + _PLACE.size : at + _SIZE]))
    return tuple(found), data[_HEAD.size : begin].decode()
