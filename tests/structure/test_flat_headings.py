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
