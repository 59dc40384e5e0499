"""The formula of duty that stands alone."""

from __future__ import annotations

from tests.checks.remarks import ACCOUNT, findings, report

RULE = "formula-alone"
FORMULA = "局主要负责人切实履行推进法治建设第一责任人职责，做到重要工作亲自部署、重大问题亲自过问、重点环节亲自协调、重要任务亲自督办。"


def _with(duty: str) -> str:
    head, _, _ = ACCOUNT.partition("局长4次")
    return report(account=head + duty)


def test_the_formula_alone_is_noted() -> None:
    [finding] = findings(_with(FORMULA), RULE)
    assert finding.severity == "info"
    assert "亲自部署" in finding.evidence[0].text


def test_the_formula_with_acts() -> None:
    assert findings(_with(FORMULA + "局长主持党组会议研究水行政执法事项3次。"), RULE) == []
    assert findings(report("（三）" + FORMULA), RULE) == []


def test_acts_told_beside_the_formula_without_their_subject() -> None:
    assert findings(_with(FORMULA + "主持召开专题会议，带队到9个乡镇调研，讲授法治专题课。"), RULE) == []


def test_acts_of_others_are_none() -> None:
    assert len(findings(_with(FORMULA + "局党组研究法治议题5次，分解任务24项。"), RULE)) == 1


def test_no_formula_nothing_to_say() -> None:
    assert findings(_with("局长高度重视法治建设。"), RULE) == []
