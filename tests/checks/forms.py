"""Reports with a fixed form to spoil: parts of open-government-information, and what the engine says of them."""

from __future__ import annotations

from functools import cache

from checker import engine, readers
from checker.results import ItemResult
from checker.ruleset import load
from checker.ruleset.model import Ruleset

TITLE = "# 清源县水利局2024年政府信息公开工作年度报告"
OVERALL = "## 一、总体情况\n\n全年主动公开政府信息128条，政府信息公开工作运行正常。"
LAWSUITS = """\
## 四、政府信息公开行政复议、行政诉讼情况

| 行政复议 | | | | | 行政诉讼 | | | | | | | | | |
| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 未经复议直接起诉 | | | | | 复议后起诉 | | | | |
| | | | | | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |
| {0} |
"""
PROBLEMS = "## 五、存在的主要问题及改进情况\n\n公开栏目更新不够及时。下一步将建立提醒制度。"
OTHERS = "## 六、其他需要报告的事项\n\n本年度未收取信息处理费。"
ZEROS = " | ".join("0" * 15)


def lawsuits(numbers: str = ZEROS) -> str:
    """Part four with these numbers."""
    return LAWSUITS.format(numbers)


@cache
def ruleset() -> Ruleset:
    """The shipped ruleset."""
    return load("open-government-information")


def verdict(item: str, *parts: str) -> ItemResult:
    """What the engine says of the item in a report of these parts."""
    text = "\n\n".join([TITLE, *parts]) + "\n"
    result = engine.check(readers.read_bytes(text.encode(), "report.md"), ruleset())
    return next(found for found in result.items if found.id == item)


def codes(result: ItemResult) -> list[str]:
    """The codes of its reasons, the deciding one first."""
    return [reason.code for reason in result.reasons]
