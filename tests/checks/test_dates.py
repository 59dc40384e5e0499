"""Dates of the document: in order, within the deadlines, in the calendar."""

from __future__ import annotations

import pytest

from tests.checks.remarks import SIGN_OFF, quotes, report, said

WRONG, NOTE = "date-mismatch", "date-note"


def _page(head: str, **parts: str) -> str:
    return head + "\n" + report(**parts)


def test_written_after_it_was_published() -> None:
    text = _page(
        "索引号：113308000026/2025-1　成文日期：2025-03-22\n发布机构：清源县水利局　发布日期：2025-03-01 10:36"
    )
    assert said(text, WRONG) == ["成文日期（2025年3月22日）晚于发布日期（2025年3月1日）。"]
    assert [quote[-10:] for quote in quotes(text, WRONG)[0]] == ["2025-03-22", "2025-03-01"]


def test_signed_after_it_was_published() -> None:
    text = _page("发布时间：2025-1-8 9:30　来源：清源县水利局")
    assert said(text, WRONG) == ["落款日期（2025年1月20日）晚于发布日期（2025年1月8日）。"]


def test_a_date_in_chinese_numerals() -> None:
    text = _page("发布时间：2025-01-08", sign_off="清源县水利局\n二〇二五年一月二十日")
    assert said(text, WRONG) == ["落款日期（2025年1月20日）晚于发布日期（2025年1月8日）。"]


@pytest.mark.parametrize("day", ["2025-01-20", "2025-01-23 15:28", "2025年3月31日", "2025/04/01"])
def test_published_in_time(day: str) -> None:
    assert said(_page(f"发布日期：{day}　来源：清源县水利局"), WRONG) == []


def test_published_late() -> None:
    text = _page("发布日期：2025-04-11　来源：清源县水利局")
    assert said(text, WRONG) == ["发布日期为2025年4月11日，超过了向社会公开的期限（2025年4月1日之前）。"]


def test_no_deadline_before_there_was_one() -> None:
    text = _page("发布日期：2018-06-11", sign_off="清源县水利局\n2018年5月30日").replace("2024年", "2017年")
    assert said(text, WRONG) == []


@pytest.mark.parametrize(
    "head",
    [
        "更新时间：2026-05-20　来源：清源县水利局",
        "打印时间：2026-05-20",
    ],
)
def test_other_dates_of_the_page(head: str) -> None:
    assert said(_page(head), WRONG) == []


def test_a_time_in_the_text_is_no_publication() -> None:
    assert said(report("（三）开展专项检查。培训时间：2026年5月20日。"), WRONG) == []


@pytest.mark.parametrize("day", ["2月30日", "4月31日", "13月5日", "2023年2月29日"])
def test_days_in_no_calendar(day: str) -> None:
    assert said(report(f"（三）{day}，组织执法培训1期。"), WRONG) == [f"日历上没有“{day}”这一天。"]


@pytest.mark.parametrize("day", ["2月29日", "2024年2月29日", "12月31日", "6月9—18日", "3月22日至28日", "10—11月"])
def test_days_of_the_calendar(day: str) -> None:
    assert said(report(f"（三）{day}，组织执法培训1期。"), WRONG) == []


def test_figures_up_to_a_day_after_the_report() -> None:
    text = report("（三）截至2025年12月底，累计办结案件42件。")
    assert said(text, WRONG) == ["统计截至2025年12月1日，晚于报告的日期（2025年1月20日）。"]
    assert said(report("（三）截至2024年12月底，累计办结案件42件。"), WRONG) == []


def test_a_report_before_the_year_was_over() -> None:
    text = report(sign_off="清源县水利局\n2024年11月12日")
    assert said(text, NOTE) == ["报告的日期（2024年11月12日）早于2024年12月，数据可能不满全年。"]
    assert said(report(sign_off="清源县水利局\n2024年12月27日"), NOTE) == []


def test_a_department_that_signed_late() -> None:
    text = report(sign_off="清源县水利局\n2025年3月15日")
    assert said(text, NOTE) == ["落款日期为2025年3月15日，晚于部门向本级党委、政府报告的期限（2025年3月1日之前）。"]
    assert said(text, WRONG) == []
    government = text.replace("清源县水利局", "清源县人民政府")
    assert said(government, NOTE) == []


def test_two_dates_of_one_document() -> None:
    text = _page("成文日期：2025-01-18　发布日期：2025-01-25")
    assert said(text, NOTE) == ["落款日期（2025年1月20日）与网页所列成文日期（2025年1月18日）不一致。"]
    assert said(text.replace("2025-01-18", "2025-01-20"), NOTE) == []


def test_a_date_that_was_left_out() -> None:
    assert said(report(sign_off=SIGN_OFF.split("\n", maxsplit=1)[0]), NOTE) == []
