"""Laws cited: in force, rightly named, and new only while they are."""

from __future__ import annotations

import pytest

from tests.checks.remarks import findings, quotes, report, said

WRONG, NOTE = "stale-citation", "citation-note"


def test_a_repealed_law() -> None:
    text = report("（三）严格依照《中华人民共和国合同法》《招标投标法》审查合同58份。")
    assert said(text, WRONG) == ["《中华人民共和国合同法》已于2021年1月1日废止，现行的是《中华人民共和国民法典》。"]
    assert quotes(text, WRONG) == [["《中华人民共和国合同法》"]]


def test_each_law_once_with_all_places() -> None:
    text = report("（三）学习《物权法》2次。", "（四）宣传《物权法》《婚姻法》9场。")
    assert [len(finding.evidence) for finding in findings(text, WRONG)] == [2, 1]


def test_in_force_in_the_year_reported_on() -> None:
    text = report("（三）宣传《合同法》《物权法》11场。").replace("2025年", "2021年").replace("2024年", "2020年")
    assert said(text, WRONG) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "（三）按照《劳动合同法》《农村土地承包法》办理案件3件。",
        "（三）民法典施行后，《合同法》《物权法》同时废止，及时更新合同范本12种。",
        "（三）清理以原《合同法》为依据的规范性文件4件。",
        "（三）宣传《中华人民共和国民法典》合同编和物权编。",
        "（三）落实《清源县实施〈中华人民共和国合同法〉若干规定》。",
        "（三）开展合同法律风险排查，签订物权确认书。",
    ],
)
def test_citations_that_hold(sentence: str) -> None:
    assert said(report(sentence), WRONG) == []


def test_a_name_without_marks_counts_behind_a_word_of_citing() -> None:
    assert len(said(report("（三）学习宣传民法通则，举办讲座2场。"), WRONG)) == 1
    assert said(report("（三）民法通则时代的案卷已全部归档。"), WRONG) == []


def test_an_outline_whose_period_is_over() -> None:
    text = report("（三）深入贯彻《法治政府建设实施纲要（2015—2020年）》，细化任务21项。")
    assert said(text, WRONG) == [
        "“法治政府建设实施纲要（2015—2020年）”的实施期已经结束，现行的是《法治政府建设实施纲要（2021—2025年）》。"
    ]
    assert said(report("（三）深入贯彻《法治政府建设实施纲要（2021-2025年）》。"), WRONG) == []


@pytest.mark.parametrize(
    ("sentence", "right"),
    [
        ("（三）落实《法制政府建设实施纲要（2021—2025年）》任务。", "《法治政府建设实施纲要》"),
        ("（三）学习《法制宣传教育法》。", "《中华人民共和国法治宣传教育法》"),
        ("（三）执行《重大行政决策程序条例》。", "《重大行政决策程序暂行条例》"),
    ],
)
def test_wrong_titles(sentence: str, right: str) -> None:
    assert [message.endswith(f"应为{right}。") for message in said(report(sentence), WRONG)] == [True]


def test_titles_that_are_right() -> None:
    text = report("（三）执行《重大行政决策程序暂行条例》《清源县重大行政决策程序规定》，宣传《法治宣传教育法》。")
    assert said(text, WRONG) == []


def test_uncertain_facts_are_notes() -> None:
    text = report("（三）按照《信访条例》办理来信来访33件。")
    assert said(text, WRONG) == []
    assert said(text, NOTE) == ["《信访条例》可能已被《信访工作条例》代替，请核对现行效力。"]


def test_newly_revised_long_after() -> None:
    text = report("（三）组织学习新修订的《中华人民共和国安全生产法》。")
    assert said(text, NOTE) == ["《安全生产法》自2021年9月1日起施行，在本报告年度已不是“新修订”。"]
    assert [finding.severity for finding in findings(text, NOTE)] == ["info"]


@pytest.mark.parametrize(
    "sentence",
    [
        "（三）学习新修订的《行政复议法》《保守国家秘密法》。",
        "（三）根据新修订的安全生产法律法规，更新检查清单。",
        "（三）学习新修订的《清源县节约用水办法》。",
        "（三）学习《安全生产法》。",
    ],
)
def test_new_when_it_is(sentence: str) -> None:
    assert said(report(sentence), NOTE) == []
