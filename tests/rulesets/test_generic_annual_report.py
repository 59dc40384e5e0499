"""The general ruleset judges a plain report, and an office builds its own upon it in a few lines."""

from __future__ import annotations

from pathlib import Path

from checker.engine import check
from checker.readers import read_bytes
from checker.ruleset import load

REPORT = """\
清源县水利局2024年度工作报告
现将我局2024年工作情况报告如下。
一、主要工作情况
（一）推进项目建设。全年完成农村供水改造工程14项，受益群众3200户，印发《供水设施管护办法》。
（二）加强日常监管。组织检查取水单位86家次，对发现的21个问题逐一督促整改。
（三）做好群众来信来访。办理群众来信37件，召开座谈会4场，培训管护人员260人次。
二、存在的问题
基层水管站人员力量薄弱，由于编制少、待遇低，近三年新招录的人员流失过半。
三、下一年度工作安排
（一）上半年完成供水管网改造3项，会同乡镇建立管护台账。
（二）每季度组织一次水质抽检，6月底前通过招录补充管护人员。
清源县水利局
2025年1月12日
"""
OVERLAY = """\
schema: 1
id: water-bureau
version: "2026.1"
extends: generic-annual-report
override:
  sign_off: {level: required, weight: 10}
  next_year_plan: {weight: 25}
items:
  - id: inspections
    title: {zh: 取水检查, en: Inspections}
    level: recommended
    weight: 5
    check: reported-measure
    asks: {zh: 写明检查取水单位的数量。, en: How many users of water were inspected.}
    heading: {zh: 取水检查, en: Inspections}
    content: {zh: 检查家次。, en: Their number.}
    suggestion: {zh: 请写明检查家次。, en: Give the number.}
    options: {names: [检查取水单位], own_content: [检查~#家次], units: ["@unit"]}
"""


def test_a_plain_report_passes() -> None:
    result = check(read_bytes(REPORT.encode(), "a.txt"), load("generic-annual-report"))
    assert {item.id: item.status for item in result.items} == dict.fromkeys(
        ["work_done", "shortcomings", "next_year_plan", "title", "sign_off"], "present"
    )
    assert (result.verdict, result.score) == ("pass", 100)


def test_each_part_that_is_cut_is_missed() -> None:
    ruleset = load("generic-annual-report")
    parts = {"shortcomings": "基层水管站", "next_year_plan": "（一）上半年"}
    for item, words in parts.items():
        cut = "\n".join(line for line in REPORT.split("\n") if words not in line and "每季度" not in line)
        result = check(read_bytes(cut.encode(), "a.txt"), ruleset)
        assert next(found for found in result.items if found.id == item).status != "present"
        assert result.score < 100


def test_an_office_builds_upon_it(tmp_path: Path) -> None:
    path = tmp_path / "ruleset.yaml"
    path.write_text(OVERLAY, "utf-8")
    ruleset = load(str(path))
    result = check(read_bytes(REPORT.encode(), "a.txt"), ruleset)
    assert [item.id for item in ruleset.items if item.level == "required"][-1] == "sign_off"
    assert {item.id: item.status for item in result.items}["inspections"] == "present"
