"""Document text made harmless for the medium it is shown in."""

from __future__ import annotations

from functools import cache
from typing import Final

_UNSEEN: Final = "\ufffd"
_MARKDOWN: Final = {ord(char): "\\" + char for char in "\\`*_[]#|~$"} | {
    ord("&"): "&amp;",
    ord("<"): "&lt;",
    ord(">"): "&gt;",
    ord("@"): "&#64;",  # a mention would call someone
}


@cache
def _table() -> dict[int, str | None]:
    # A terminal obeys control characters (ESC begins its commands).
    table: dict[int, str | None] = dict.fromkeys((*range(0x20), *range(0x7F, 0xA0)), _UNSEEN)
    table |= dict.fromkeys(map(ord, "\t\v\f\x1c\x1d\x1e\x1f"), " ")
    # Bidirectional overrides and zero-width characters make a quotation show something other than what it is;
    # variation selectors change its width.
    hidden = (*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070), *range(0xFE00, 0xFE10))
    table |= dict.fromkeys((0xAD, 0x61C, 0x180E, 0xFEFF, *hidden))
    return table


def one_line(text: str) -> str:
    """Document text as one line that is safe to print."""
    # Lone surrogates (a file name that is not UTF-8) cannot be encoded at all.
    text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    joined = ""
    for part in text.splitlines():
        line = " ".join(part.translate(_table()).split())
        # Lines of Chinese are joined without a blank: the break is the typist's, not the writer's.
        blank = joined and line and not (_chinese(joined[-1]) and _chinese(line[0]))
        joined += f" {line}" if blank else line
    return joined


def _chinese(char: str) -> bool:
    return char >= "\u2e80" or char in "“”‘’—…"


def markdown(text: str) -> str:
    """Document text as one line of Markdown that says nothing but itself, in a table cell too."""
    return one_line(text).translate(_MARKDOWN)


def spreadsheet(text: str) -> str:
    """Document text as one line that no spreadsheet takes for a formula."""
    line = one_line(text)
    return f"'{line}" if line.startswith(("=", "+", "-", "@")) else line
