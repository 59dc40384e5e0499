"""What a report says of itself: title, organ, year, dates, sign-off; and what is no part of it."""

from __future__ import annotations

import pytest

from tests.structure.reports import reading_of

BODY = "\n\n一、主要举措和成效\n2024年以来，我局检查企业126家次，立案12件，组织集中学法6次，案件无一被撤销，执法质量稳步提升。\n"
ORGAN = "云岫县农业农村局"


@pytest.mark.parametrize(
    ("head", "organ", "year"),
    [
        ("云岫县农业农村局2024年度法治政府建设年度报告", ORGAN, 2024),
        ("云岫县农业农村局关于2024年度法治政府建设情况的报告", ORGAN, 2024),
        ("云岫县农业农村局\n2024年度法治政府建设年度报告", ORGAN, 2024),
        ("云岫县农业农村局\n关于2024年法治政府建设情况的报告", ORGAN, 2024),
        ("2024年度云岫县农业农村局法治政府建设工作报告", ORGAN, 2024),
        ("云岫县农业农村局二〇二四年度法治政府建设年度报告", ORGAN, 2024),
        ("云岫县农业农村局二○二四年法治政府建设工作总结", ORGAN, 2024),
        ("雲岫縣農業農村局2024年度法治政府建設年度報告", "云岫县农业农村局", 2024),
        ("云岫县人民政府2023年法治政府建设情况报告", "云岫县人民政府", 2023),
        ("云岫县农业农村局法治政府建设年度报告", ORGAN, 2024),
        ("云岫县农业农村局2024年推进法治政府建设工作总结", ORGAN, 2024),
        ("云岫县农业农村局推进法治建设年度报告", ORGAN, 2024),
        ("2024年度法治政府建设年度报告", None, 2024),
    ],
)
def test_title(head: str, organ: str | None, year: int) -> None:
    facts = reading_of(head + BODY).facts
    assert facts.title is not None
    assert facts.title.named
    assert facts.organ == organ
    assert facts.year == year


@pytest.mark.parametrize(
    "line",
    [
        "当前位置：首页 > 政府信息公开 > 法治政府建设年度报告",
        "首页 > 专题专栏 > 2024年法治政府建设报告",
        "各位代表，现将2024年法治政府建设情况报告如下：",
    ],
)
def test_what_is_no_title(line: str) -> None:
    title = reading_of(line + BODY).facts.title
    assert title is None


def test_the_title_of_a_red_headed_document_is_below_its_number() -> None:
    head = "云岫县农业农村局文件\n\n云农〔2025〕9号　　　　签发人：梁宗远\n\n云岫县农业农村局关于2024年度法治政府建设情况的报告"
    facts = reading_of(head + BODY).facts
    assert facts.title is not None
    assert facts.title.text == "云岫县农业农村局关于2024年度法治政府建设情况的报告"
    assert (facts.organ, facts.year) == (ORGAN, 2024)


@pytest.mark.parametrize(
    ("end", "organ", "date"),
    [
        ("云岫县农业农村局\n2025年1月20日", True, True),
        ("云岫县农业农村局\n二〇二五年一月二十日", True, True),
        ("云岫县农业农村局　2025年1月20日", True, True),
        ("云岫县农业农村局（盖章）\n2025年1月20日", True, True),
        ("2025年1月20日", False, True),
        ("2025-01-20", False, True),
        ("云岫县农业农村局", True, False),
        ("", False, False),
        ("附件：执法案件清单", False, False),
        ("（联系人：李某，电话：0550-1234567）", False, False),
        ("云岫县农业农村局\n2025年1月20日\n附件：执法案件清单", True, True),
        ("云岫县农业农村局\n2025年1月20日\n扫一扫在手机打开当前页\n【打印】【关闭】", True, True),
    ],
)
def test_sign_off(end: str, organ: bool, date: bool) -> None:
    facts = reading_of(f"2024年度法治政府建设年度报告{BODY}\n{end}\n").facts
    assert (facts.sign_off.organ is not None, facts.sign_off.date is not None) == (organ, date)


def test_a_sign_off_is_no_statement_of_the_report() -> None:
    reading = reading_of(f"{ORGAN}2024年度法治政府建设年度报告{BODY}\n{ORGAN}\n2025年1月20日\n")
    words = [reading.view.text[s.start : s.end] for s in reading.statements]
    assert not any("1月20日" in told or told == ORGAN for told in words)


@pytest.mark.parametrize(
    ("head", "end", "year"),
    [
        ("", "云岫县农业农村局\n2025年1月20日", 2024),
        ("", "云岫县农业农村局\n2024年12月28日", 2024),
        ("", "云岫县农业农村局\n二〇二五年一月二十日", 2024),
        ("2023年，我局认真贯彻落实上级决策部署，全面推进依法行政，深入推进法治政府建设，取得新的成效，现报告如下。", "", 2023),
        ("", "", None),
    ],
    ids=["january", "december", "chinese", "body", "none"],
)  # fmt: skip
def test_the_year_where_the_title_is_silent(head: str, end: str, year: int | None) -> None:
    text = f"{ORGAN}法治政府建设年度报告\n\n{head}\n一、主要举措和成效\n检查企业126家次。\n\n{end}\n"
    assert reading_of(text).facts.year == year


def test_the_user_may_say_the_year() -> None:
    assert reading_of(f"{ORGAN}2024年度法治政府建设年度报告" + BODY, year=2022).facts.year == 2022


def test_dates_and_organ_of_a_page() -> None:
    page = (
        "索引号：003018/2025-00012　发布机构：云岫县农业农村局\n成文日期：2025-01-20　发布日期：2025-01-23\n"
        "浏览次数：126　字体：【大 中 小】\n2024年度法治政府建设年度报告"
    )
    reading = reading_of(page + BODY)
    facts = reading.facts
    assert facts.published == "2025-01-23"
    assert facts.sign_off.organ is not None
    assert facts.sign_off.date is not None
    words = "".join(reading.view.text[s.start : s.end] for s in reading.statements)
    assert "索引号" not in words
    assert "浏览次数" not in words


@pytest.mark.parametrize(
    "written", ["2025-01-23 10:30", "2025-01-23T09:05:00", "2025年1月23日", "2025/1/23", "2025 年 01 月 23 日 08:00"]
)
def test_dates_of_publication(written: str) -> None:
    page = f"发布日期：{written}　来源：{ORGAN}\n2024年度法治政府建设年度报告"
    assert reading_of(page + BODY).facts.published == "2025-01-23"
    front = f"---\ntitle: 2024年度法治政府建设年度报告\ndate: {written}\n---\n"
    assert reading_of(front + BODY, "草稿.md").facts.published == "2025-01-23"


def test_metadata_of_a_file_serves_where_the_text_is_silent() -> None:
    front = f"---\ntitle: {ORGAN}2024年度法治政府建设年度报告\norgan: {ORGAN}\ndate: 2025-01-23\n---\n"
    facts = reading_of(front + BODY, "草稿.md").facts
    assert facts.title is not None
    assert (facts.organ, facts.year, facts.published) == (ORGAN, 2024, "2025-01-23")


def test_no_such_day_is_no_date() -> None:
    page = "发布日期：2025-02-31\n2024年度法治政府建设年度报告"
    assert reading_of(page + BODY).facts.published is None


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        ("云岫县人民政府2024年度法治政府建设年度报告", "government"),
        ("云岫县农业农村局2024年度法治政府建设年度报告", "department"),
        ("云岫县白沙镇人民政府2024年度法治政府建设年度报告", "town"),
        ("云岫县城关街道办事处2024年度法治政府建设年度报告", "town"),
    ],
)
def test_kind_of_organ(head: str, kind: str) -> None:
    assert reading_of(head + BODY).organ_type == kind
    assert reading_of(head + BODY, organ_type="government").organ_type == "government"


_PAGE = ["扫一扫在手机打开当前页", "【打印】【关闭】", "版权所有：云岫县农业农村局", "上一篇：2023年法治政府建设年度报告", "浏览次数：126", "责任编辑：张某"]  # fmt: skip


@pytest.mark.parametrize("line", _PAGE)
def test_lines_of_a_page_are_no_part_of_the_report(line: str) -> None:
    reading = reading_of(f"{ORGAN}2024年度法治政府建设年度报告{BODY}\n{line}\n")
    number = next(
        i for i, s in enumerate(reading.view.blocks) if reading.view.text[s.start : s.end].startswith(line[:3])
    )
    assert number in reading.furniture


def test_words_of_a_page_inside_a_long_sentence_are_the_reports_own() -> None:
    text = f"{ORGAN}2024年度法治政府建设年度报告{BODY}更新版权保护宣传册，上线官方微信法治专栏，推送普法文章46篇，在政务大厅设置扫一扫普法海报，覆盖办事群众3万余人次，满意率98%，较上年提高2个百分点。\n"
    reading = reading_of(text)
    assert reading.statements[-1].zone == "account"
    assert "普法文章46篇" in reading.view.text[reading.statements[-1].start :]
