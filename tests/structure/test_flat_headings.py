"""Headings that an editor gave one level, or that stand in a contents list."""

from __future__ import annotations

from tests.structure.reports import outline, reading_of, zone_of

DONE = "全年开展执法检查126家次，立案12件，罚款18.6万元，案件无一被撤销，执法质量稳步提升，群众满意度不断提高。"
TITLE = "# 云岫县农业农村局2024年度法治政府建设年度报告\n\n"


def test_numbers_tell_which_heading_lies_in_which_where_all_have_one_level() -> None:
    text = (
        f"{TITLE}## 一、主要举措和成效\n\n## （一）规范执法\n\n{DONE}\n\n"
        "## 二、下一步安排\n\n## （一）建好队伍\n\n招录执法人员4名。\n"
    )
    reading = reading_of(text, "草稿.md")
    assert outline(reading) == ["主要举措和成效", "  规范执法", "下一步安排", "  建好队伍"]
    assert zone_of(reading, "招录执法人员") == "plan"


def test_a_year_is_no_figure_in_a_heading() -> None:
    text = f"一、主要举措和成效\n{DONE}\n二、接续奋斗，抓好2025年法治建设重点任务\n招录执法人员4名。\n"
    reading = reading_of("云岫县农业农村局2024年度法治政府建设年度报告\n" + text)
    assert outline(reading)[-1] == "接续奋斗,抓好2025年法治建设重点任务"


def test_a_contents_line_that_lists_several_headings_opens_no_section() -> None:
    listed = "目　录\n一、主要举措和成效\n二、下一步安排\n（一）建好队伍　（二）抓好培训\n\n"
    text = f"一、主要举措和成效\n{DONE}\n二、下一步安排\n（一）建好队伍。招录4名。\n（二）抓好培训。举办2期。\n"
    reading = reading_of("云岫县农业农村局2024年度法治政府建设年度报告\n" + listed + text)
    assert outline(reading) == ["主要举措和成效", "下一步安排", "  建好队伍", "  抓好培训"]


def test_numbers_below_a_later_heading_without_one_are_its_parts() -> None:
    text = (
        f"2023年工作总结\n主要经济指标完成情况\n{DONE}\n2024年工作要点\n2024年，县商务局将重点抓好以下工作：\n"
        "一、健全执法机制。每季度研究一次执法公示，购置执法记录仪4台，处罚决定作出后7日内上网。\n"
        "二、加强普法宣传。编印知识手册50问，在8个商圈设置普法角，开展宣讲不少于6场，覆盖全部企业。\n"
    )
    reading = reading_of("越河县商务局2023年度法治政府建设工作总结\n\n" + text)
    assert outline(reading)[-3:] == ["2024年工作要点", "  健全执法机制", "  加强普法宣传"]
    assert zone_of(reading, "购置执法记录仪4台") == "plan"
    assert zone_of(reading, "在8个商圈设置普法角") == "plan"


def test_numbers_below_the_first_heading_may_be_its_neighbours() -> None:
    text = f"基本情况\n{DONE}\n一、主要举措和成效\n{DONE}\n二、下一步安排\n招录执法人员4名。\n"
    reading = reading_of("云岫县农业农村局2024年度法治政府建设年度报告\n" + text)
    assert outline(reading) == ["基本情况", "主要举措和成效", "下一步安排"]


def test_the_duty_of_the_principal_is_a_section_of_its_own_without_a_number() -> None:
    text = (
        f"主要举措和成效\n{DONE}\n上一年度存在的不足及其原因\n执法力量不足，原因在于编制少。\n"
        "上一年度党政主要负责人履行推进法治建设第一责任人职责的情况\n"
        "局长认真履行推进法治建设第一责任人职责。全年主持召开局长办公会研究法治建设议题21项。\n"
    )
    reading = reading_of("墨河市司法局关于2023年度法治政府建设情况的报告\n" + text)
    assert "上一年度党政主要负责人履行推进法治建设第一责任人职责的情况" in outline(reading)
    assert zone_of(reading, "研究法治建设议题21项") == "account"


def test_a_point_with_a_bullet_has_a_run_in_heading_as_any_paragraph() -> None:
    text = f"## 一、主要举措和成效\n\n{DONE}\n\n- 全面落实执法公示制度。{DONE}\n- 全面落实执法全过程记录制度。{DONE}\n"
    reading = reading_of(TITLE + text, "草稿.md")
    assert outline(reading) == ["主要举措和成效", "  全面落实执法公示制度", "  全面落实执法全过程记录制度"]


def test_lines_above_the_title_open_no_section() -> None:
    head = (
        "政府信息公开 ＞ 街道办事处 ＞ 望潮街道 ＞ 法治政府建设年度报告\n"
        "名称: 望潮街道办事处2021年度法治政府建设年度报告\n\n"
    )
    text = f"望潮街道办事处2021年度法治政府建设年度报告\n\n一、主要举措和成效\n{DONE}\n"
    reading = reading_of(head + text)
    assert outline(reading) == ["主要举措和成效"]
    assert reading.furniture == {0, 1}
