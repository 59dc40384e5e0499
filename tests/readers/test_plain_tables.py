"""Tables pasted into a text file: lines with tabs are rows, numbers of headings are not."""

from __future__ import annotations

from checker.readers import read_bytes

TEXT = """石桥镇2024年统计
一、\t总体情况
全镇情况平稳，没有异常。
项目\t东村\t西村\t合计
\t户数\t120\t\t
人数\t388
（一）\t说明
以上数据截至年底。
"""


def _rows(text: str) -> list[str]:
    document = read_bytes(text.encode(), "a.txt")
    return [document.text[slice(*block.span)] for block in document.blocks if block.kind == "table_row"]


def test_rows_keep_their_blank_cells() -> None:
    assert _rows(TEXT) == ["项目\t东村\t西村\t合计", "\t户数\t120\t\t", "人数\t388"]


def test_a_lone_line_with_a_tab_is_a_paragraph() -> None:
    assert _rows("机关名称：\t石桥镇人民政府\n全镇情况平稳。\n") == []


def test_numbers_parted_from_their_words_are_no_rows() -> None:
    assert _rows("一、\t总体情况\n（一）\t农业\n（二）\t工业\n1.\t说明\n") == []
