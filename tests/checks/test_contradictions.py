"""A denial and a figure of the same matter are shown together; a denial for a part or figures of others are not."""

from __future__ import annotations

import pytest

from tests.checks.remarks import findings, quotes, report, said

RULE = "contradiction"


@pytest.mark.parametrize(
    ("denial", "fact", "quoted"),
    [
        (
            "因执法力量上划，我局只有监管职责，并无行政处罚权，力量不能满足要求。",
            "依法实施行政处罚11起，处罚金额共计9.275万元。",
            ["并无行政处罚权", "依法实施行政处罚11起"],
        ),
        (
            "我局无行政许可、行政处罚、行政强制等行政执法权限。",
            "对违法企业实施行政处罚3起。",
            ["我局无行政许可、行政处罚、行政强制等行政执法权限", "对违法企业实施行政处罚3起"],
        ),
        (
            "我局不涉及规范性文件相关工作。",
            "制发规范性文件2件。",
            ["我局不涉及规范性文件相关工作", "制发规范性文件2件"],
        ),
        ("本年度未制定规范性文件。", "共制定规范性文件两件。", ["本年度未制定规范性文件", "共制定规范性文件两件"]),
        ("全年未发生行政复议案件。", "办理行政复议答复3件。", ["全年未发生行政复议案件", "办理行政复议答复3件"]),
        ("全年无行政诉讼案件。", "行政应诉2件，均胜诉。", ["全年无行政诉讼案件", "行政应诉2件"]),
        ("全年未发生败诉案件。", "行政诉讼中败诉1件。", ["全年未发生败诉案件", "行政诉讼中败诉1件"]),
        (
            "未收到政府信息公开申请。",
            "全年收到政府信息公开申请8件，均按期答复。",
            ["未收到政府信息公开申请", "全年收到政府信息公开申请8件"],
        ),
    ],
)
def test_contradictions(denial: str, fact: str, quoted: list[str]) -> None:
    assert quotes(report(denial, fact), RULE) == [quoted]
    assert quotes(report(fact, denial), RULE) == [quoted]


def test_one_denial_of_two_matters() -> None:
    text = report("全年未发生行政复议、行政诉讼案件。", "办理行政复议答复3件，行政应诉2件。")
    assert quotes(text, RULE) == [
        ["全年未发生行政复议、行政诉讼案件", "办理行政复议答复3件"],
        ["全年未发生行政复议、行政诉讼案件", "行政应诉2件"],
    ]


@pytest.mark.parametrize(
    ("denial", "fact"),
    [
        # For a part, or of others.
        ("乡镇无行政处罚权。", "县局实施行政处罚11起。"),
        ("我局无行政处罚权。", "协助公安机关实施行政处罚3起。"),
        ("我局无行政处罚权。", "全市公安机关作出行政处罚决定120件。"),
        ("我局无行政处罚权。", "公示行政许可415件、行政处罚52件。"),
        # Of something else.
        ("全年无行政诉讼败诉案件。", "行政应诉2件。"),
        ("无行政复议被纠错案件。", "办理行政复议答复3件。"),
        ("我局不涉及规范性文件相关工作。", "清理规范性文件12件。"),
        ("本年度未制定规范性文件。", "制定规范性文件管理制度1件。"),
        # Of another year, or none.
        ("本年度未制定规范性文件。", "2023年制定规范性文件3件。"),
        ("全年未发生行政复议案件。", "办理行政复议0件。"),
        ("全年未发生行政复议案件。", "下一步，计划办理行政复议3件。"),
    ],
)
def test_no_contradictions(denial: str, fact: str) -> None:
    assert said(report(denial, fact), RULE) == []


def test_a_denial_without_figures_is_fine() -> None:
    assert said(report("我局无行政处罚权，不涉及行政执法三项制度。"), RULE) == []


def test_the_sentence_quotes_both() -> None:
    (finding,) = findings(report("我局无行政处罚权。", "全年实施行政处罚11起。"), RULE)
    assert finding.severity == "warning"
    assert "“无行政处罚权”" in finding.message.zh
    assert "“行政处罚11起”" in finding.message.zh
