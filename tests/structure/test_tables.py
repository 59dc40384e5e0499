"""Rows and cells: positions stay right whatever is merged or left blank, in every format."""

from __future__ import annotations

import io

import pytest

from checker.document import Document
from checker.readers import read_bytes
from checker.structure.tables import figure, rows
from checker.text import normalize

MARKDOWN = """\
# 石桥镇2024年统计

| 类别 | | 自然人 | 总计 |
| --- | --- | --- | --- |
| 办理结果 | 予以公开 | | 2 |
| | 部分公开 | 0 | |
"""
PAGE = """\
<html><head><title>石桥镇2024年统计</title></head><body><h1>石桥镇2024年统计</h1>
<table><tr><td colspan="2">类别</td><td>自然<br>人</td><td>总计</td></tr>
<tr><td rowspan="2">办理结果</td><td>予以公开</td><td>&nbsp;</td><td><p>2</p></td></tr>
<tr><td>部分公开</td><td>0</td><td></td></tr></table></body></html>
"""


def _word() -> bytes:
    import docx

    document = docx.Document()
    document.add_paragraph("石桥镇2024年统计")
    table = document.add_table(3, 4)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "类别"
    table.cell(1, 0).merge(table.cell(2, 0)).text = "办理结果"
    for number, words in enumerate([["", "自然人", "总计"], ["予以公开", "", "2"], ["部分公开", "0", ""]]):
        for column, text in enumerate(words, start=1):
            if text:
                table.cell(number, column).text = text
    data = io.BytesIO()
    document.save(data)
    return data.getvalue()


def _cells(document: Document) -> list[list[str]]:
    view = normalize(document.text, [block.span for block in document.blocks])
    found = rows(document, view, 0, len(view.text), frozenset())
    return [[view.text[slice(*cell)] for cell in row.cells] for row in found]


def test_markdown_has_a_cell_for_each_bar() -> None:
    assert _cells(read_bytes(MARKDOWN.encode(), "a.md")) == [
        ["类别", "", "自然人", "总计"],
        ["办理结果", "予以公开", "", "2"],
        ["", "部分公开", "0", ""],
    ]


def test_a_page_has_the_cells_that_begin_in_a_row() -> None:
    assert _cells(read_bytes(PAGE.encode(), "a.html")) == [
        ["类别", "自然人", "总计"],
        ["办理结果", "予以公开", "", "2"],
        ["部分公开", "0", ""],
    ]


def test_word_keeps_the_place_of_what_a_merged_cell_covers() -> None:
    assert _cells(read_bytes(_word(), "a.docx")) == [
        ["类别", "自然人", "总计"],
        ["办理结果", "予以公开", "", "2"],
        ["", "部分公开", "0", ""],
    ]


def test_a_table_in_html_inside_markdown() -> None:
    table = PAGE[PAGE.index("<table>") : PAGE.index("</body>")].replace("<br>", "").replace("&nbsp;", "")
    assert _cells(read_bytes(f"# 石桥镇2024年统计\n\n{table}\n".encode(), "a.md")) == [
        ["类别", "自然人", "总计"],
        ["办理结果", "予以公开", "", "2"],
        ["部分公开", "0", ""],
    ]


def test_cells_with_the_same_words_have_places_of_their_own() -> None:
    document = read_bytes(MARKDOWN.replace("| 0 | |", "| 0 | 0 |").encode(), "a.md")
    view = normalize(document.text, [block.span for block in document.blocks])
    last = rows(document, view, 0, len(view.text), frozenset())[-1]
    places = [view.source(*cell).start for cell in last.cells if cell.end > cell.start]
    assert [document.text[place] for place in places] == ["部", "0", "0"]
    assert len(set(places)) == 3


def test_rows_outside_of_the_stretch_or_to_be_skipped_are_left_out() -> None:
    document = read_bytes(MARKDOWN.encode(), "a.md")
    view = normalize(document.text, [block.span for block in document.blocks])
    assert [row.block for row in rows(document, view, view.blocks[2].start, len(view.text), {3})] == [2]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("12", 12.0),
        ("38,214", 38214.0),
        ("18.4万元", 18.4),
        ("6件", 6.0),
        ("-", 0.0),
        ("--", 0.0),
        ("/", 0.0),
        ("无", 0.0),
        ("", None),
        ("自然人", None),
        ("约3", None),
        ("3.其他", None),
    ],
)
def test_figures(words: str, value: float | None) -> None:
    assert figure(words) == value
