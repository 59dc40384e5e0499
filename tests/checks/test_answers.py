"""Shortcomings and the measures that answer them."""

from __future__ import annotations

from tests.checks.remarks import SHORTCOMINGS, findings, quotes, report

RULE = "shortcomings-and-plan"


def _with(shortcoming: str, **parts: str) -> str:
    return report(**parts).replace(SHORTCOMINGS, SHORTCOMINGS + "\n" + shortcoming)


_OPEN = "没有看到针对这项不足的措施"


def _unanswered(text: str) -> list[list[str]]:
    return [
        [evidence.text for evidence in finding.evidence]
        for finding in findings(text, RULE)
        if _OPEN in finding.message.zh
    ]


def test_a_shortcoming_without_an_answer() -> None:
    text = _with("（二）合同履约管理不严格。3份取水工程代建合同没有归档，逾期违约金长期没有追索。")
    assert {finding.severity for finding in findings(text, RULE)} == {"info"}
    [[quote]] = _unanswered(text)
    assert quote.startswith("（二）合同履约")


def test_a_shortcoming_and_its_answer_are_shown_as_a_pair() -> None:
    [[shortcoming, measure]] = quotes(report(), RULE)
    assert shortcoming.startswith("（一）执法力量不足。")
    assert measure.startswith("（一）6月底前组织12名干部参加执法资格考试")


def test_an_answer_in_the_same_words() -> None:
    plan = "四、下一年度主要安排\n（一）组织12名干部参加执法资格考试。\n（二）5月底前完成代建合同清理归档。"
    assert _unanswered(_with("（二）合同履约管理不严格。3份代建合同没有归档。", plan=plan)) == []


def test_an_answer_in_other_words() -> None:
    assert _unanswered(_with("（二）面向取用水户的以案释法偏少。")) == []


def test_general_admissions_want_no_answer() -> None:
    text = _with("虽然取得了一定成绩，但与上级要求相比还有差距，法治工作仍有不少薄弱环节，需要继续努力改进。")
    assert _unanswered(text) == []


def test_without_a_plan_nothing_is_said() -> None:
    assert findings(_with("（二）合同履约管理不严格。3份代建合同没有归档。", plan=""), RULE) == []


def test_a_measure_against_weak_spots_is_no_shortcoming() -> None:
    done = "四是紧盯短板弱项，提升取用水监管的薄弱环节，全年排查问题隐患83条，已整改79条。"
    text = report().replace(SHORTCOMINGS, done + "\n" + SHORTCOMINGS)
    assert all(not quote.startswith("四是紧盯") for pair in quotes(text, RULE) for quote in pair)
    assert quotes(report(), RULE) == quotes(text, RULE)
