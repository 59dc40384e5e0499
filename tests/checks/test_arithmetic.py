"""Sums of a form: told with the row or column, both sides and the difference; silent where they come out."""

from __future__ import annotations

import pytest

from checker.results import ItemResult
from tests.checks.forms import OVERALL, codes, lawsuits, verdict

HEADING = "## 三、收到和处理政府信息公开申请情况"
ROWS = """\
| 项目 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |
| --- | --- | --- | --- | --- | --- | --- | --- |
| 一、本年新收政府信息公开申请数量 | 1,020 | 2 | 0 | 0 | 1 | 0 | 1023 |
| 二、上年结转政府信息公开申请数量 | 3 | 0 | 0 | 0 | 0 | 0 | 3 |
| （七）总计 | 1021 | 2 | 0 | 0 | 1 | 0 | 1024 |
| 四、结转下年度继续办理 | 2 | 0 | 0 | 0 | 0 | 0 | 2 |"""


def _sums(*edits: tuple[str, str]) -> ItemResult:
    rows = ROWS
    for old, new in edits:
        assert old in rows
        rows = rows.replace(old, new)
    return verdict("applications_arithmetic", OVERALL, f"{HEADING}\n\n{rows}")


def test_sums_that_come_out_say_nothing() -> None:
    assert (_sums().status, codes(_sums())) == ("present", [])


def test_a_row_that_does_not_add_up() -> None:
    found = _sums(("| 1021 | 2 | 0 | 0 | 1 | 0 | 1024 |", "| 1021 | 2 | 0 | 0 | 1 | 0 | 1025 |"))
    assert codes(found) == ["row-sum", "column-sum"]
    row, column = (reason.message for reason in found.reasons)
    assert (
        row.zh
        == "“办理结果总计”一行对不上：自然人1021\uff0b商业企业2\uff0b法律服务机构1\uff1d1024，应当等于总计1025，相差1。"
    )
    assert "自然人 1021 + 商业企业 2 + 法律服务机构 1 = 1024, which should equal 总计 1025" in row.en
    assert (
        "本年新收1023\uff0b上年结转3\uff1d1026，应当等于办理结果总计1025\uff0b结转下年度2\uff1d1027，相差1" in column.zh
    )
    assert found.evidence[0].text.startswith("（七）总计")


def test_a_column_that_does_not_balance_quotes_its_rows() -> None:
    found = _sums(
        (
            "| 四、结转下年度继续办理 | 2 | 0 | 0 | 0 | 0 | 0 | 2 |",
            "| 四、结转下年度继续办理 | 5 | 0 | 0 | 0 | 0 | 0 | 5 |",
        )
    )
    assert codes(found) == ["column-sum", "column-sum"]
    assert {evidence.text[:2] for evidence in found.evidence} == {"（七", "四、", "一、", "二、"}


def test_a_side_without_numbers_is_written_out_short() -> None:
    found = _sums(("| 3 | 0 | 0 | 0 | 0 | 0 | 3 |", "| 0 | 0 | 0 | 0 | 0 | 0 | 3 |"))
    assert "自然人0\uff0b…\uff0b其他0\uff1d0，应当等于总计3，相差3" in found.reasons[0].message.zh


@pytest.mark.parametrize("blank", ["", "-", "/"])
def test_blank_cells_count_as_nothing(blank: str) -> None:
    assert _sums(("| 3 | 0 | 0 | 0 | 0 | 0 | 3 |", f"| 3 | {blank} | 0 | 0 | {blank} | 0 | 3 |")).status == "present"


def test_parts_that_are_left_blank_are_no_wrong_sum() -> None:
    assert _sums(("| 3 | 0 | 0 | 0 | 0 | 0 | 3 |", "| | | | | | | 3 |")).status == "weak"  # down the first column
    found = _sums(("| 3 | 0 | 0 | 0 | 0 | 0 | 3 |", "| | | | | | | 3 |"))
    assert "row-sum" not in codes(found)


def test_a_total_that_is_left_blank_is_no_wrong_sum() -> None:
    found = _sums(("| 3 | 0 | 0 | 0 | 0 | 0 | 3 |", "| 3 | 0 | 0 | 0 | 0 | 0 | |"))
    assert "row-sum" not in codes(found)


def test_sums_over_rows_that_are_missing_are_not_reckoned() -> None:
    assert _sums(("| 四、结转下年度继续办理 | 2 | 0 | 0 | 0 | 0 | 0 | 2 |", "| 备注 | 无 |")).status == "present"


@pytest.mark.parametrize("body", ["表格见附图。", "| 项目 | 数量 |\n| --- | --- |\n| 合计 | 6 |"])
def test_without_a_table_there_is_nothing_to_reckon(body: str) -> None:
    found = verdict("applications_arithmetic", OVERALL, f"{HEADING}\n\n{body}")
    assert (found.status, codes(found)) == ("not_applicable", ["no-table"])


def test_each_wrong_sum_of_a_row_is_told_of() -> None:
    numbers = "1 | 0 | 0 | 0 | 2 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 3 | 1"
    found = verdict("disputes_arithmetic", OVERALL, lawsuits(numbers))
    assert codes(found) == ["row-sum", "row-sum"]
    assert "行政复议结果维持1" in found.reasons[0].message.zh
    assert "复议后起诉尚未审结3" in found.reasons[1].message.zh


def test_another_wrong_sum_is_another_shortfall() -> None:
    one = _sums(("| 2 | 0 | 0 | 0 | 0 | 0 | 2 |", "| 5 | 0 | 0 | 0 | 0 | 0 | 5 |"))
    two = _sums(("| 2 | 0 | 0 | 0 | 0 | 0 | 2 |", "| 6 | 0 | 0 | 0 | 0 | 0 | 6 |"))
    assert one.fingerprint != two.fingerprint
