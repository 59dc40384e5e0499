"""The canonical text of a format that has none of its own: the pieces found in the file, one to a line."""

from collections.abc import Iterable
from typing import NamedTuple

from checker.document import Block, BlockKind
from checker.text import Span


class Piece(NamedTuple):
    """A block with its words instead of its place. The fields are those of `Block`."""

    text: str
    kind: BlockKind = "paragraph"
    level: int | None = None
    label: str = ""
    page: int | None = None
    emphasis: bool = False
    furniture: bool = False


def assemble(pieces: Iterable[Piece]) -> tuple[str, tuple[Block, ...]]:
    """The text of all pieces, joined by line feeds, and the block of each."""
    parts: list[str] = []
    blocks: list[Block] = []
    start = 0
    for text, kind, level, label, page, emphasis, furniture in pieces:
        parts.append(text)
        end = start + len(text)
        blocks.append(Block(kind, Span(start, end), level, label, page, emphasis, furniture))
        start = end + 1
    return "\n".join(parts), tuple(blocks)
