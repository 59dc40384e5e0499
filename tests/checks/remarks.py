"""A short sound report to spoil, and what the engine says against a text."""

from __future__ import annotations

from functools import cache

from checker import engine, readers
from checker.results import Finding
from checker.ruleset import load
from checker.ruleset.model import Ruleset

TITLE = "清源县水利局2024年度法治政府建设年度报告"
LEAD = "现将清源县水利局2024年度法治政府建设情况报告如下："
ACCOUNT = """一、主要举措和成效
（一）规范执法行为。2024年，局法规股审核重大行政处罚案件6件，公示执法信息128条，为执法人员配备执法记录仪12台。
（二）加强普法宣传。结合“世界水日”组织宣讲活动9场，发放资料3200份。
二、党政主要负责人履行推进法治建设第一责任人职责情况
局长4次主持召开局党组会议研究法治工作，听取执法情况汇报2次，批示办理水事违法线索5件。"""
SHORTCOMINGS = """三、存在的不足和原因
（一）执法力量不足。全局持有执法证的人员只有7人，原因在于编制多年没有增加。"""
PLAN = """四、下一年度主要安排
（一）6月底前组织12名干部参加执法资格考试，补充执法力量。
（二）全年开展水法规宣讲不少于10场。"""
SIGN_OFF = "清源县水利局\n2025年1月20日"


def report(
    *more: str, title: str = TITLE, lead: str = LEAD, account: str = ACCOUNT, plan: str = PLAN, sign_off: str = SIGN_OFF
) -> str:
    """A report in which nothing is wrong, with `more` paragraphs at the end of the account."""
    return "\n".join(part for part in (title, lead, account, *more, SHORTCOMINGS, plan, sign_off) if part) + "\n"


def findings(text: str, rule: str, *, year: int | None = None) -> list[Finding]:
    """What the rule `rule` of the shipped ruleset says of `text`."""
    result = engine.check(readers.read_bytes(text.encode(), "report.txt"), ruleset(), year=year)
    assert not [notice for notice in result.notices if rule in notice.en]
    return [finding for finding in result.findings if finding.id == rule]


def said(text: str, rule: str, *, year: int | None = None) -> list[str]:
    """The sentences of those findings, in Chinese."""
    return [finding.message.zh for finding in findings(text, rule, year=year)]


def quotes(text: str, rule: str) -> list[list[str]]:
    """The quotations of those findings."""
    return [[evidence.text for evidence in finding.evidence] for finding in findings(text, rule)]


@cache
def ruleset() -> Ruleset:
    return load("law-based-government")
