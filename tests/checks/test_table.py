"""Tables of a form: rows by their labels, columns by their order, every cell filled in."""

from __future__ import annotations

import pytest

from tests.checks.forms import OTHERS, OVERALL, PROBLEMS, codes, lawsuits, verdict

HEADING = "## 二、主动公开政府信息情况"
ROWS = """\
| 第二十条第（一）项 | | | |
| --- | --- | --- | --- |
| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
| 规章 | 0 | 0 | 0 |
| 行政规范性文件 | 2 | 1 | 9 |
| 第二十条第（五）项 | | | |
| 信息内容 | 本年处理决定数量 | | |
| 行政许可 | 126 | | |
| 第二十条第（六）项 | | | |
| 信息内容 | 本年处理决定数量 | | |
| 行政处罚 | 14 | | |
| 行政强制 | 0 | | |
| 第二十条第（八）项 | | | |
| 信息内容 | 本年收费金额（单位：万元） | | |
| 行政事业性收费 | 38.5 | | |"""


def _table(*edits: tuple[str, str]) -> tuple[str, list[str], str]:
    rows = ROWS
    for old, new in edits:
        assert old in rows
        rows = rows.replace(old, new)
    found = verdict("proactive_table", OVERALL, f"{HEADING}\n\n{rows}", PROBLEMS, OTHERS)
    return found.status, codes(found), found.reasons[0].message.zh if found.reasons else ""


def test_a_whole_table_is_present() -> None:
    assert _table() == ("present", [], "")


@pytest.mark.parametrize("nothing", ["-", "—", "——", "/", "无", "0件", "０"])
def test_what_is_written_for_nothing_is_a_number(nothing: str) -> None:
    assert _table(("| 规章 | 0 | 0 | 0 |", f"| 规章 | {nothing} | {nothing} | {nothing} |"))[0] == "present"


def test_blank_cells_are_named_with_row_and_column() -> None:
    status, reasons, message = _table(("| 9 |", "| |"), ("| 14 |", "| |"))
    assert (status, reasons) == ("weak", ["cells-blank"])
    assert "有2个格子" in message
    assert "行政规范性文件\uff0f现行有效件数" in message
    assert "行政处罚\uff0f本年处理决定数量" in message


def test_words_in_place_of_a_number_are_told_of() -> None:
    assert _table(("| 126 |", "| 约100 |"))[1] == ["cells-blank"]


def test_rows_that_are_missing_are_named() -> None:
    status, reasons, message = _table(("| 行政强制 | 0 | | |\n", ""), ("| 规章 | 0 | 0 | 0 |\n", ""))
    assert (status, reasons) == ("weak", ["rows-missing"])
    assert "规章" in message
    assert "行政强制" in message


def test_columns_that_are_missing_are_named() -> None:
    assert _table(("本年废止件数", "备注"))[1] == ["columns-missing"]


def test_a_row_with_too_few_numbers() -> None:
    status, reasons, message = _table(("| 行政规范性文件 | 2 | 1 | 9 |", "| 行政规范性文件 | 2 | 9 |"))
    assert (status, reasons) == ("weak", ["row-short"])
    assert message == "“行政规范性文件”一行应有3个数字，只有2个。"


def test_the_table_of_the_trial_form_is_told_apart() -> None:
    assert _table(("本年制发件数", "本年新制作数量"))[1] == ["former-table", "columns-missing"]


@pytest.mark.parametrize("body", ["![主动公开情况](table.png)", "详见附件。", "全年办理行政许可126件。"])
def test_no_table(body: str) -> None:
    found = verdict("proactive_table", OVERALL, f"{HEADING}\n\n{body}", PROBLEMS)
    assert (found.status, codes(found), found.evidence) == ("missing", ["no-table"], ())
    assert found.expected is not None
    assert found.expected.after == "二、主动公开政府信息情况"


def test_a_table_in_another_part_does_not_count() -> None:
    found = verdict("proactive_table", OVERALL, f"{HEADING}\n\n见下。", f"{PROBLEMS}\n\n{ROWS}")
    assert codes(found) == ["no-table"]


def test_a_row_of_numbers_without_a_label() -> None:
    assert verdict("disputes_table", OVERALL, lawsuits()).status == "present"
    assert codes(verdict("disputes_table", OVERALL, lawsuits(" | ".join(["", *"00000000000000"])))) == ["cells-blank"]


def test_rows_stand_in_any_section_of_the_part() -> None:
    parts = ROWS.split("| 第二十条第（五）项")
    split = f"{parts[0]}\n### （二）许可\n\n| 第二十条第（五）项{parts[1]}".replace(
        "第（五）项 | | | |\n", "第（五）项 | | | |\n| --- | --- | --- | --- |\n"
    )
    found = verdict("proactive_table", OVERALL, f"{HEADING}\n\n{split}", PROBLEMS)
    assert found.status == "present"
