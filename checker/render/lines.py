"""Styled lines: the layout that the formats for the screen share."""

from collections.abc import Iterable
from typing import Literal, NamedTuple

from checker.render import cells

# A quotation of fewer cells than this says nothing.
_LEAST = 10

Style = Literal["", "title", "good", "weak", "bad", "add", "faint", "strong"]


class Piece(NamedTuple):
    """A run of text in one style."""

    text: str
    style: Style = ""


Line = tuple[Piece, ...]


class Page:
    """Collects lines and breaks them to a width in cells."""

    def __init__(self, width: int) -> None:
        self.width = width
        self.lines: list[Line] = []

    def blank(self) -> None:
        """One empty line between two parts, however many ask for it."""
        if self.lines and self.lines[-1]:
            self.lines.append(())

    def put(self, *pieces: Piece, indent: int = 0, hanging: int = 0) -> None:
        """A paragraph; its first line is indented by `indent` cells, the others by `hanging` more."""
        text = "".join(piece.text for piece in pieces)
        first = self.width - indent
        for number, (start, end) in enumerate(cells.wrap(text, first, first - hanging)):
            margin = indent + (hanging if number else 0)
            line = cut(pieces, start, end)
            self.lines.append((Piece(" " * margin), *line) if margin else line)

    def field(self, label: str, *pieces: Piece, indent: int = 4, style: Style = "faint") -> None:
        """A labelled paragraph; what follows the label stands in a column of its own."""
        self.put(Piece(label, style), *pieces, indent=indent, hanging=min(cells.width(label), self.width // 4))

    def table(self, rows: Iterable[tuple[str, str]], indent: int) -> None:
        """Names and what is to be said of them, in two columns; a long name has a line of its own."""
        rows = tuple(rows)
        column = min(max(cells.width(name) for name, _ in rows), self.width // 3) + 2
        for name, text in rows:
            if cells.width(name) + 2 > column:
                self.put(Piece(name, "strong"), indent=indent)
                self.put(Piece(text), indent=indent + column)
            else:
                self.put(Piece(cells.pad(name, column), "strong"), Piece(text), indent=indent, hanging=column)

    def fit(self, head: Line, quote: str, tail: Line) -> None:
        """`head`, as much of `quote` as there is room for, and `tail`, on one line if the head leaves any room."""
        taken = sum(cells.width(piece.text) for piece in (*head, *tail))
        marks = cells.width("  “”")
        room = self.width - taken - marks
        shown = (Piece(f"  “{cells.clip(quote, room)}”", "faint"),) if quote and room >= _LEAST else ()
        self.put(*head, *shown, *tail, hanging=2)


def cut(pieces: tuple[Piece, ...], start: int, end: int) -> Line:
    """The characters `start:end` of the text of `pieces`, in their styles."""
    out, at = [], 0
    for piece in pieces:
        part = piece.text[max(start - at, 0) : max(end - at, 0)]
        if part:
            out.append(Piece(part, piece.style))
        at += len(piece.text)
    return tuple(out)
