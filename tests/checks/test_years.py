"""Years of title, account and plan."""

from __future__ import annotations

import pytest

from tests.checks.remarks import ACCOUNT, LEAD, PLAN, TITLE, findings, quotes, report, said

RULE = "year-mismatch"


def test_a_lead_about_another_year() -> None:
    text = report(lead=LEAD.replace("2024", "2023"))
    assert said(text, RULE) == ["标题写的是2024年度，正文报告的却是2023年的工作。"]
    assert quotes(text, RULE)[0][0] == TITLE


def test_headings_about_another_year() -> None:
    account = ACCOUNT.replace("一、主要举措和成效", "一、2022年主要举措和成效")
    assert said(report(lead="", account=account), RULE) == ["标题写的是2024年度，正文报告的却是2022年的工作。"]


def test_an_account_that_speaks_of_another_year_throughout() -> None:
    old = "（三）2023年，完成水资源论证审批31件。2023年3月，修订行政处罚裁量基准。2023年10月，开展案卷评查，评出优秀案卷4份。"
    text = report(old, lead="", account=ACCOUNT.replace("2024年，", "全年"))
    assert said(text, RULE) == ["标题写的是2024年度，正文报告的却是2023年的工作。"]


@pytest.mark.parametrize(
    "sentence",
    [
        "（三）整治历史遗留问题。完成2020年、2021年、2022年、2023年四个年度水事违法积案清理，办结17件。",
        "（三）与2023年相比，立案数下降12%；较2023年多审核3件，比2023年提前完成任务。",
        "（三）落实《清源县节水规划（2021—2025年）》，推进2021—2025年农业水价改革。",
        "（三）根据清水发〔2023〕15号、〔2023〕18号、〔2023〕21号文件，规范取水许可。",
    ],
)
def test_other_years_in_passing(sentence: str) -> None:
    assert said(report(sentence), RULE) == []


def test_lead_with_both_years() -> None:
    lead = "现将清源县水利局2024年法治政府建设工作总结和2025年工作思路报告如下："
    assert said(report(lead=lead), RULE) == []


def test_a_plan_for_the_year_reported_on() -> None:
    plan = PLAN.replace("四、下一年度主要安排", "四、2024年工作打算")
    assert said(report(plan=plan), RULE) == ["下一年度安排写的是2024年，而报告的是2024年的工作，下一年度应为2025年。"]


def test_a_plan_that_opens_with_a_past_year() -> None:
    plan = "四、下一步工作打算\n2023年，我局将重点抓好以下工作：\n" + PLAN.split("\n", 1)[1]
    [finding] = findings(report(plan=plan), RULE)
    assert "2023年" in finding.evidence[0].text
    assert finding.severity == "warning"


def test_a_plan_that_leaves_a_year_out() -> None:
    plan = PLAN.replace("四、下一年度主要安排", "四、2026年主要安排")
    assert said(report(plan=plan), RULE) == ["下一年度安排写的是2026年，而报告的是2024年的工作，下一年度应为2025年。"]


@pytest.mark.parametrize(
    "heading",
    [
        "四、本年度推进法治政府建设的主要安排",
        "四、2025年工作思路",
        "四、2024年存在问题和2025年工作打算",
        "四、在2024年工作基础上的下一步打算",
        "四、2025—2027年推进法治水利建设的工作计划",
    ],
)
def test_headings_of_plans_that_are_right(heading: str) -> None:
    assert said(report(plan=PLAN.replace("四、下一年度主要安排", heading)), RULE) == []


def test_a_deadline_in_the_year_reported_on() -> None:
    plan = PLAN.replace("6月底前组织", "2024年6月底前组织")
    assert said(report(plan=plan), RULE) == ["下一年度安排中的这项工作要求在2024年完成，而报告的就是2024年的工作。"]


@pytest.mark.parametrize(
    "measure",
    [
        "（三）对2024年底前已经立案的9件积案逐件督办。",
        "（三）2025年底前建成执法信息平台。",
        "（三）落实《2024年底前执法装备配备方案》要求。",
    ],
)
def test_other_deadlines(measure: str) -> None:
    assert said(report(plan=PLAN + "\n" + measure), RULE) == []


def test_the_year_asked_for() -> None:
    assert said(report(), RULE, year=2023) == ["标题写的是2024年度，本次要检查的是2023年度的报告。"]
    assert said(report(), RULE, year=2024) == []


def test_a_year_guessed_from_the_plan_says_nothing_against_the_plan() -> None:
    plan = PLAN.replace("四、下一年度主要安排", "四、2025年主要安排")
    assert said(report(title="", lead="", account=ACCOUNT.replace("2024年，", ""), plan=plan), RULE) == []


def test_without_a_year_nothing_is_said() -> None:
    assert said("关于水利工作的几点体会\n依法治水，任重道远。\n", RULE) == []
