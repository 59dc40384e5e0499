"""From approved reports comes the outline they share, and a draft that loads and lets them pass."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.authoring.draft import draft
from checker.authoring.learning import Learned, Wording, learn, look_alikes, phrases
from checker.authoring.lint import lint
from checker.document import Document
from checker.engine import check
from checker.readers import read, read_bytes
from checker.ruleset import load
from checker.ruleset.loading import inspect

BASE = "generic-annual-report"
FORMS = Path(__file__).parents[2] / "fixtures" / "open-government-information"

PARTS = {
    "work": "全年检查河道36次，整改问题12处，修订巡查制度1项。",
    "money": "全年支出186万元，其中管护经费120万元。",
    "lacks": "巡查力量不足，原因是人员编制少。",
    "plan": "上半年完成3座水闸的维修，每季度组织一次巡查。",
}


def _report(*headings: tuple[str, str]) -> Document:
    numbers = "一二三四五六"
    parts = [f"{number}、{heading}\n{PARTS[key]}\n" for number, (key, heading) in zip(numbers, headings, strict=False)]
    return read_bytes(("泽川县水务局2024年度工作报告\n" + "".join(parts)).encode(), "报告.txt")


REPORTS = (
    _report(("work", "主要工作情况"), ("money", "经费使用情况"), ("lacks", "存在的问题"), ("plan", "2025年工作安排")),
    _report(("work", "2024年主要工作情况"), ("lacks", "存在的问题及原因"), ("plan", "下一步工作安排")),
    _report(("work", "主要工作完成情况"), ("lacks", "存在的主要问题"), ("plan", "工作安排")),
    _report(("work", "主要工作情况"), ("money", "经费的使用情况"), ("lacks", "存在的问题"), ("plan", "工作安排")),
    _report(("work", "主要工作情况"), ("lacks", "存在的问题"), ("plan", "工作安排")),
)


def _learned(*reports: Document) -> Learned:
    return learn(reports or REPORTS, load(BASE))


def test_sections_in_common_with_their_wordings_in_order() -> None:
    found = _learned()
    assert [part.wordings[0] for part in found.parts] == [
        Wording("主要工作情况", 4),
        Wording("存在的问题", 3),
        Wording("工作安排", 4),
    ]
    assert [part.reports for part in found.parts] == [5, 5, 5]
    assert found.parts[1].wordings[1:] == (Wording("存在的主要问题", 1), Wording("存在的问题及原因", 1))
    assert (found.reports, found.kind) == (5, "工作报告")


def test_what_few_reports_have_is_told_apart() -> None:
    (money,) = _learned().rare
    assert (money.reports, {wording.text for wording in money.wordings}) == (2, {"经费使用情况", "经费的使用情况"})


def test_headings_of_one_report_are_never_wordings_of_one_section() -> None:
    twice = _report(("work", "上半年主要工作情况"), ("work", "下半年主要工作情况"), ("plan", "工作安排"))
    assert [part.reports for part in _learned(twice, twice).parts] == [2, 2, 2]


def test_a_wording_does_for_longer_ones() -> None:
    lacks = _learned().parts[1]
    assert phrases(lacks) == ("存在的问题", "存在的主要问题")


def test_wordings_of_other_sections_in_which_one_stands() -> None:
    first = _report(("work", "工作安排落实情况"), ("plan", "工作安排"))
    parts = _learned(first, first).parts
    assert look_alikes(parts[1], parts) == ("工作安排落实情况",)


def test_headings_below_a_section() -> None:
    text = "泽川县水务局2024年度工作报告\n一、主要工作情况\n（一）河湖管理\n全年检查河道36次。\n（二）水库管理\n维修2座。\n"
    report = read_bytes(text.encode(), "报告.txt")
    (part,) = _learned(report, report).parts
    assert part.below == (Wording("水库管理", 2), Wording("河湖管理", 2))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_draft_loads_and_lets_the_reports_pass(tmp_path: Path, lang: str) -> None:
    main = tmp_path / "draft.yaml"
    main.write_text(draft("water-bureau", _learned(), BASE, load(BASE), lang), "utf-8")
    rules, piece = inspect(str(main))
    assert [item.title.zh for item in rules.items if item.check == "ordered-section"] == [
        "主要工作情况", "存在的问题", "工作安排",
    ]  # fmt: skip
    assert sum(item.weight for item in rules.items if item.level == "required") == 100
    for report in REPORTS:
        assert check(report, rules).verdict == "pass"
    swapped = _report(("lacks", "存在的问题"), ("work", "主要工作情况"), ("plan", "工作安排"))
    assert {item.reasons[0].code for item in check(swapped, rules).items if item.status == "weak"} >= {"out-of-order"}
    assert check(_report(("work", "主要工作情况"), ("plan", "工作安排")), rules).verdict == "fail"
    # What is left to its author is what lint remarks: to translate, and to show by examples.
    assert {problem.key for problem in lint(rules, piece)} == {"lint-no-english", "lint-no-example"}


def test_the_comments_say_where_it_comes_from() -> None:
    text = draft("water-bureau", _learned(), BASE, load(BASE), "zh")
    assert (
        "  # 5份报告中有5份：存在的问题（3份）、存在的主要问题（1份）、存在的问题及原因（1份）\n  - id: part_2\n"
        in text
    )
    assert text.endswith("# 只在少数报告中出现的部分：\n# - 经费使用情况（1份）、经费的使用情况（1份）\n")


def test_a_heading_with_signs_of_the_phrase_language(tmp_path: Path) -> None:
    report = _report(("work", "“三项制度”(执法公示等)落实~情况#"))
    main = tmp_path / "draft.yaml"
    main.write_text(draft("water-bureau", _learned(report, report), BASE, load(BASE), "zh"), "utf-8")
    assert check(report, load(str(main))).verdict == "pass"


def test_reports_without_sections(tmp_path: Path) -> None:
    plain = read_bytes("全年检查河道36次，整改问题12处。\n".encode(), "报告.txt")
    main = tmp_path / "draft.yaml"
    main.write_text(draft("water-bureau", _learned(plain), BASE, load(BASE), "zh"), "utf-8")
    assert [item.id for item in load(str(main)).items] == ["title", "sign_off"]


def test_the_form_of_2021_is_learned_from_its_reports() -> None:
    found = _learned(*(read(str(FORMS / f"{name}.md")) for name in ("department", "government", "town", "fee-empty")))
    assert [part.wordings[0].text for part in found.parts] == [
        "总体情况",
        "主动公开政府信息情况",
        "收到和处理政府信息公开申请情况",
        "政府信息公开行政复议、行政诉讼情况",
        "存在的主要问题及改进情况",
        "其他需要报告的事项",
    ]
    assert all(part.reports == 4 for part in found.parts)
