"""The same words are account, plan or shortcomings text by where they stand and how they are said."""

from __future__ import annotations

import pytest

from checker.text import squeeze
from tests.structure.reports import reading_of, zone_of

TITLE = "云岫县农业农村局2024年度法治政府建设年度报告\n\n"
DONE = "一、主要举措和成效\n全年检查企业126家次，立案12件。"

_CASES = [
    # By heading.
    ("plan", "聘请律师", DONE + "\n二、下一年度主要安排\n举办培训班2期，聘请律师授课。"),
    ("plan", "聘请律师", DONE + "\n三、本年度推进法治政府建设的主要安排\n举办培训班2期，聘请律师授课。"),
    ("plan", "聘请律师", DONE + "\n三、2025年工作\n举办培训班2期，聘请律师授课。"),
    ("plan", "评查了案卷", DONE + "\n二、下一步打算\n去年评查了案卷60份，今后每季度评查一次。"),
    ("shortcomings", "力量薄弱", DONE + "\n二、存在的不足和原因\n执法力量薄弱，专业人员不足。"),
    ("account", "集中学法", DONE + "\n（一）2025年1月以前\n组织集中学法6次。"),
    # By its opening words.
    ("plan", "聘请律师", DONE + "\n下一步，我局将举办培训班2期。聘请律师授课。"),
    ("plan", "聘请律师", DONE + "\n明年，举办培训班2期，聘请律师授课。"),
    ("plan", "聘请律师", DONE + "\n2025年，举办培训班2期，聘请律师授课。"),
    ("shortcomings", "力量薄弱", DONE + "\n在看到成绩的同时，我们也清醒认识到，执法力量薄弱，专业人员不足。"),
    ("shortcomings", "培训不够", DONE + "\n同时，我局工作还存在一些不足：一是力量薄弱；二是培训不够。"),
    # By a cue inside the account.
    ("plan", "更新执法记录仪", DONE + "下一步，将加快更新执法记录仪。"),
    ("plan", "首批40台", DONE + "\n2026—2028年分三批更新执法记录仪，拟于2026年底前完成首批40台。"),
    ("plan", "分三期推进", DONE + "2025—2027年分三期推进平台建设。"),
    ("account", "分三期推进", DONE + "2022—2024年分三期推进平台建设。"),
    ("plan", "拟于6月", DONE + "已完成招标，拟于6月底前上线。"),
    # 将 as a preposition, and what only looks like plan text.
    ("account", "纳入年度考核", DONE + "将法治建设纳入年度考核，分值占5%。"),
    ("account", "列为必学内容", DONE + "将习近平法治思想列为必学内容。"),
    ("account", "集中学法", DONE + "\n2025年1月，组织集中学法2次。"),
    ("account", "评估", DONE + "印发《法治建设实施方案（2025—2027年）》，开展中期评估。"),
    ("account", "拟作出", DONE + "对拟作出的重大处罚决定全部审核。"),
    ("account", "今后工作方向", DONE + "主持会议研究明确了今后工作方向。"),
    # Problems of others, and of former years put right.
    ("account", "安全隐患1683", DONE + "检查发现企业存在安全隐患1683条，已督促整改。"),
    ("account", "评查案卷", DONE + "针对去年执法文书不规范的问题，评查案卷60份。"),
    # A lack that opens the plan.
    ("shortcomings", "制作不规范", DONE + "\n二、下一步工作打算\n针对执法文书制作不规范的问题，将举办培训班2期。"),
    ("plan", "举办培训班", DONE + "\n二、下一步工作打算\n针对执法文书制作不规范的问题，将举办培训班2期。"),
    # Merged sections.
    ("shortcomings", "力量薄弱", DONE + "\n二、存在问题及下一步打算\n一是执法力量薄弱。\n下一步，举办培训班2期。聘请律师授课。"),
    ("plan", "聘请律师", DONE + "\n二、存在问题及下一步打算\n一是执法力量薄弱。\n下一步，举办培训班2期。聘请律师授课。"),
    ("account", "126家次", TITLE + "2024年工作总结及2025年工作计划\n全年检查企业126家次。\n2025年，将着力举办培训班2期。"),
    # Furniture and headings stand in the way of nothing.
    ("account", "126家次", "首页 > 信息公开 > 法治政府建设\n浏览次数：126\n" + DONE),
]  # fmt: skip


@pytest.mark.parametrize(("zone", "words", "text"), _CASES, ids=[f"{z}-{w}-{n}" for n, (z, w, _) in enumerate(_CASES)])
def test_zone(zone: str, words: str, text: str) -> None:
    assert zone_of(reading_of(TITLE + text), squeeze(words)) == zone


def test_the_coming_year_follows_the_year_reported_on() -> None:
    text = DONE + "\n2024年，举办培训班2期，聘请律师授课。"
    assert zone_of(reading_of(TITLE + text), squeeze("聘请律师")) == "account"
    assert zone_of(reading_of(TITLE + text, year=2023), squeeze("聘请律师")) == "plan"


def test_a_sentence_is_parted_where_the_zone_changes() -> None:
    reading = reading_of(TITLE + DONE + "全年办理案件12件，下一步将继续加强案卷评查。")
    assert zone_of(reading, squeeze("办理案件12件")) == "account"
    assert zone_of(reading, squeeze("案卷评查")) == "plan"


def test_points_under_a_plan_stay_plan_whatever_their_words() -> None:
    text = (
        DONE
        + "\n三、下一年度主要安排\n（一）健全法治政府建设情况报告制度\n每季度通报一次。\n（二）补齐短板\n配备执法记录仪。"
    )
    reading = reading_of(TITLE + text)
    assert zone_of(reading, squeeze("每季度通报")) == "plan"
    assert zone_of(reading, squeeze("配备执法记录仪")) == "plan"


def test_a_section_of_others_ends_the_plan() -> None:
    text = f"{DONE}\n二、下一年度主要安排\n举办培训班2期。\n三、其他需要报告的情况\n组织集中学法6次。"
    reading = reading_of(TITLE + text)
    assert zone_of(reading, squeeze("集中学法")) == "account"
    assert reading.roles[-1] == ("account",)
