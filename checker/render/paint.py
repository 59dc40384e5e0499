"""Styled lines as bytes, with or without the colours of a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from checker.render.lines import Line, Style

# The sixteen colours every terminal knows, in shades that can be read on dark and on light ground.
_COLOURS: Final[Mapping[Style, str]] = {
    "title": "bold",
    "strong": "bold",
    "good": "green",
    "weak": "yellow",
    "bad": "red",
    "add": "cyan",
    "faint": "bright_black",
}


def paint(lines: Iterable[Line], *, color: bool) -> bytes:
    """The text of `lines`. Only colours need rich, whose import would be felt at every start."""
    text = _coloured(lines) if color else _plain(lines)
    return text.encode("utf-8", "replace")


def _plain(lines: Iterable[Line]) -> str:
    return "".join("".join(piece.text for piece in line).rstrip() + "\n" for line in lines)


def _coloured(lines: Iterable[Line]) -> str:
    from rich.color import ColorSystem
    from rich.style import Style as RichStyle

    styles = {name: RichStyle.parse(colour) for name, colour in _COLOURS.items()}

    def dress(text: str, style: Style) -> str:
        return styles[style].render(text, color_system=ColorSystem.STANDARD) if style else text

    return "".join("".join(dress(*piece) for piece in line) + "\n" for line in lines)
