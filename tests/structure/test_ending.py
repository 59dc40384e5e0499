"""A report ends where another document begins in the same file; its own annexes and lists stay with it."""

from __future__ import annotations

import pytest

from tests.structure.reports import reading_of

DONE = "全年开展执法检查126家次，立案12件，罚款18.6万元，案件无一被撤销，执法质量稳步提升，群众满意度不断提高。"
BODY = (
    "云岫县农业农村局2024年度法治政府建设年度报告\n\n一、主要举措和成效\n"
    + "\n".join(f"（{n}）规范执法。{DONE}" for n in "一二三四五六七八")
    + "\n二、下一步安排\n（一）上半年举办培训班2期。\n（二）9月底前评查案卷40宗。\n"
)
SIGNED = "云岫县农业农村局\n2025年1月16日\n"
ELSE = "现就做好节日期间市场检查工作通知如下，请认真落实执法全过程记录，检查结果在公示栏公示。"


def read_words(text: str) -> str:
    """The words that count, without titles and sign-offs."""
    reading = reading_of(text)
    return "\n".join(reading.view.text[s.start : s.end] for s in reading.statements)


@pytest.mark.parametrize("signed", [SIGNED, ""], ids=["signed", "unsigned"])
@pytest.mark.parametrize(
    "title",
    [
        "关于做好节日期间市场检查工作的通知",
        "关于开展农资打假专项行动的公告",
        "云岫县人民政府办公室关于2025年元旦放假安排的通知",
        "通知",
    ],
)
def test_a_notice_behind_the_report_is_no_part_of_it(title: str, signed: str) -> None:
    text = BODY + signed + f"\n{title}\n\n各乡镇人民政府：\n{ELSE}\n\n云岫县商务局\n2025年9月18日\n"
    assert "节日" not in read_words(text)
    assert read_words(text) == read_words(BODY + signed)
    reading = reading_of(text)
    if signed:
        assert reading.facts.sign_off.organ is not None
        assert reading.view.text[slice(*reading.facts.sign_off.organ)] == "云岫县农业农村局"
    else:
        assert reading.facts.sign_off.organ is None


def test_behind_a_complete_sign_off_any_title_begins_another_document() -> None:
    text = BODY + SIGNED + f"\n我县举行春耕农资下乡活动\n{DONE}节日期间发放资料。\n"
    assert "节日" not in read_words(text)


@pytest.mark.parametrize(
    "behind",
    [
        f"附件：2024年度执法情况统计表\n{DONE}节日期间出动12人次。\n",
        f"（联系人：法规科）\n附件1\n执法情况说明\n{DONE}节日期间出动12人次。\n",
    ],
)
def test_an_annex_behind_the_sign_off_is_the_reports_own(behind: str) -> None:
    assert "节日" in read_words(BODY + SIGNED + behind)


@pytest.mark.parametrize(
    "line",
    [
        "（三）印发《关于规范涉企检查的通知》",
        "关于规范涉企检查，印发通知",
        "推进执法公示",
    ],
)
def test_a_heading_of_the_report_is_no_other_document(line: str) -> None:
    text = BODY.replace("二、下一步安排", f"{line}\n{DONE}节日期间照常值班。\n二、下一步安排")
    assert "节日" in read_words(text)


def test_a_report_that_begins_with_a_letterhead_and_date_is_read_whole() -> None:
    assert "9月底前" in read_words(f"云岫县农业农村局\n2025年1月16日\n\n{BODY}")
