"""How the cells of a workbook look."""

from __future__ import annotations

from typing import Any, Final, NamedTuple

# Fill and text of a status, to be told apart in grey print too: the words stand in the cell.
_COLOURS: Final = {
    "present": ("#E2F0D9", "#274E13"),
    "weak": ("#FFF2CC", "#7F6000"),
    "missing": ("#F8CBAD", "#842F0E"),
    "not_applicable": ("#EDEDED", "#595959"),
    "unverifiable": ("#DDEBF7", "#1F4E79"),
    "pass": ("#E2F0D9", "#274E13"),
    "fail": ("#F8CBAD", "#842F0E"),
    "error": ("#DDEBF7", "#1F4E79"),
}
_BASE: Final = {"font_name": "微软雅黑", "font_size": 10, "valign": "top"}
_HEAD: Final = {
    "bold": True,
    "bg_color": "#1F4E79",
    "font_color": "#FFFFFF",
    "text_wrap": True,
    "valign": "vcenter",
    "border": 1,
    "border_color": "#9DB7D5",
}


class Look(NamedTuple):
    """The formats of xlsxwriter that cells take."""

    plain: Any
    wrapped: Any
    middle: Any
    percent: Any
    mean: Any
    strong: Any
    title: Any
    head: Any
    middle_head: Any
    coloured: dict[str, Any]
    """By status and verdict."""


def look(book: Any) -> Look:
    """The formats of `book`."""

    def made(**format_: object) -> Any:
        return book.add_format({**_BASE, **format_})

    return Look(
        plain=made(),
        wrapped=made(text_wrap=True, bottom=1, bottom_color="#D5DCE3"),
        middle=made(align="center"),
        percent=made(align="center", num_format="0%"),
        mean=made(align="center", num_format="0.0"),
        strong=made(bold=True),
        title=made(bold=True, font_size=16),
        head=made(**_HEAD),
        middle_head=made(**_HEAD, align="center"),
        coloured={
            name: made(bg_color=fill, font_color=text, align="center", border=1, border_color="#FFFFFF")
            for name, (fill, text) in _COLOURS.items()
        },
    )
