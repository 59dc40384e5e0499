"""Sections of a fixed outline: there, at their place, by themselves, with something in them."""

from __future__ import annotations

from checker import engine, readers
from tests.checks.forms import LAWSUITS, OTHERS, OVERALL, PROBLEMS, TITLE, codes, lawsuits, ruleset, verdict


def test_a_section_at_its_place_is_present() -> None:
    found = verdict("problems", OVERALL, lawsuits(), PROBLEMS, OTHERS)
    assert (found.status, codes(found)) == ("present", [])
    assert found.evidence[0].text == "五、存在的主要问题及改进情况"
    assert found.evidence[1].text == "公开栏目更新不够及时。"


def test_the_later_of_two_that_changed_places_is_told_of() -> None:
    parts = (OVERALL, PROBLEMS, lawsuits(), OTHERS)
    assert codes(verdict("problems", *parts)) == ["out-of-order"]
    assert codes(verdict("disputes_table", *parts)) == []
    assert codes(verdict("other_matters", *parts)) == []


def test_one_that_stands_far_off_is_told_of_alone() -> None:
    parts = (lawsuits(), PROBLEMS, OTHERS, OVERALL)
    assert codes(verdict("overall_situation", *parts)) == ["out-of-order"]
    assert codes(verdict("disputes_table", *parts)) == []
    assert codes(verdict("problems", *parts)) == []


def test_advice_fits_the_reason() -> None:
    moved = verdict("problems", OVERALL, PROBLEMS, lawsuits(), OTHERS)
    empty = verdict("problems", OVERALL, lawsuits(), "## 五、存在的主要问题及改进情况", OTHERS)
    assert moved.suggestion is not None
    assert empty.suggestion is not None
    assert "顺序" in moved.suggestion.zh
    assert "顺序" not in empty.suggestion.zh


def test_a_section_that_is_missing_belongs_behind_the_one_before_it() -> None:
    found = verdict("problems", OVERALL, lawsuits(), OTHERS)
    assert (found.status, codes(found)) == ("missing", ["absent"])
    assert found.expected is not None
    assert found.expected.after == "四、政府信息公开行政复议、行政诉讼情况"
    first = verdict("overall_situation", lawsuits(), PROBLEMS, OTHERS)
    assert first.expected is not None
    assert first.expected.after is None


def test_a_point_of_another_section_is_no_section() -> None:
    found = verdict("other_matters", OVERALL, PROBLEMS + "\n\n### （一）其他需要报告的事项\n\n没有。")
    assert codes(found) == ["absent"]


def test_headings_and_words_that_hold_a_place_are_no_content() -> None:
    for body in ("", "### （一）有关情况", "（待补充）"):
        found = verdict("other_matters", OVERALL, PROBLEMS, f"## 六、其他需要报告的事项\n\n{body}")
        assert (found.status, codes(found)) == ("weak", ["heading-only"]), body


def test_a_heading_and_its_text_in_one_paragraph() -> None:
    text = f"{TITLE[2:]}\n一、总体情况。全年主动公开政府信息128条。\n五、存在的主要问题及改进情况。更新不及时，下一步改进。\n"
    result = engine.check(readers.read_bytes(text.encode(), "report.txt"), ruleset())
    found = {item.id: (item.status, codes(item)) for item in result.items}
    assert found["overall_situation"] == ("present", [])
    assert found["problems"] == ("present", [])


def test_each_topic_that_is_not_told_of_is_named() -> None:
    found = verdict("problems", OVERALL, "## 五、存在的主要问题及改进情况\n\n栏目更新不够及时。", OTHERS)
    assert codes(found) == ["topics-missing"]
    assert "改进情况" in found.reasons[0].message.zh
    assert "improvements" in found.reasons[0].message.en


def test_one_heading_for_two_parts_is_told_of_for_both() -> None:
    both = "## 五、存在的主要问题及改进情况和其他需要报告的事项\n\n更新不够及时，下一步改进。"
    problems, others = (verdict(item, OVERALL, lawsuits(), both) for item in ("problems", "other_matters"))
    assert codes(problems) == codes(others) == ["merged"]
    assert "其他需要报告的事项" in problems.reasons[0].message.zh
    assert "存在的主要问题及改进情况" in others.reasons[0].message.zh


def test_a_former_heading_is_told_apart_from_a_missing_one() -> None:
    found = verdict("overall_situation", OVERALL.replace("总体情况", "概述"), lawsuits())
    assert (found.status, codes(found)) == ("weak", ["former-outline"])
    assert "概述" in found.reasons[0].message.zh


def test_another_wording_is_only_remarked() -> None:
    found = verdict("disputes_table", OVERALL, LAWSUITS.format("0 | " * 14 + "0").replace("政府信息公开行政", "行政"))
    assert (found.status, codes(found)) == ("present", ["other-wording"])


def test_the_screen_marks_the_section_that_is_out_of_order() -> None:
    text = "\n\n".join([TITLE, OVERALL, PROBLEMS, lawsuits(), OTHERS])
    result = engine.check(readers.read_bytes(text.encode(), "report.md"), ruleset())
    assert [section.heading for section in result.sections if section.out_of_order] == ["五、存在的主要问题及改进情况"]
