"""Blanks and marks left in the text."""

from __future__ import annotations

import pytest

from tests.checks.remarks import SIGN_OFF, TITLE, findings, quotes, report, said

RULE = "placeholder"


@pytest.mark.parametrize(
    "sentence",
    [
        "（三）全年办结案件XX件，罚款××万元。",
        "（三）全年办结案件XXX件。",
        "（三）召开会议【待补充】次。",
        "（三）培训执法人员（此处填写人数）人次。",
        "（三）完成执法平台建设（待核实）。",
        "（三）投入资金TBD。",
        "（三）审核合同＿＿＿份。",
        "（三）会议于20XX年召开。",
        "（三）开展检查？？次。",
        "批注：此处数据请法规股核对。",
        "（三）错误！未找到引用源。",
    ],
)
def test_blanks(sentence: str) -> None:
    assert len(said(report(sentence), RULE)) >= 1


def test_a_date_with_blanks() -> None:
    text = report(sign_off="清源县水利局\n2025年　月　日")
    assert len(said(text, RULE)) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "（三）对某采砂企业和王某某依法处罚，××公司主动整改。",
        "（三）公布典型案例：××公司未经批准取水案。",
        "（三）执法制度有待补充完善。",
        "（三）【修订完善制度】修订执法规程3项。",
        "（三）使用DXXX-2型流量计、Windows XP系统更换等12项。",
        "（三）登记姓名、出生年月日等信息。",
        "（三）推进“3+X”监管。",
        "（三）群众满意吗？怎么办？",
    ],
)
def test_no_blanks(sentence: str) -> None:
    assert quotes(report(sentence), RULE) == []


def test_the_clause_is_quoted() -> None:
    assert quotes(report("（三）抓好执法，全年办结案件XX件，成效明显。"), RULE) == [["全年办结案件XX件"]]


def test_marks_of_a_draft() -> None:
    text = report(title=TITLE + "\n（送审稿）")
    assert [finding.severity for finding in findings(text, "draft-mark")] == ["info"]
    assert (
        findings(
            report(
                "（三）起草《清源县河道管理办法（草案）》，形成（征求意见稿），征求意见52条次，经修改后报县政府常务会议审议通过并公布实施。"
            ),
            "draft-mark",
        )
        == []
    )
    assert findings(report(sign_off=SIGN_OFF), "draft-mark") == []
