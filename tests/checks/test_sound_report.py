"""A report in which nothing is wrong gets no remark: the ground on which the other tests spoil one thing each."""

from __future__ import annotations

from checker import engine, readers
from tests.checks.remarks import report, ruleset


def test_a_sound_report_gets_no_remark() -> None:
    result = engine.check(readers.read_bytes(report().encode(), "report.txt"), ruleset())
    remarks = [(finding.id, finding.message.zh) for finding in result.findings]
    assert set(remarks) <= {("shortcomings-and-plan", "这项不足在下一年度安排中有对应的措施。")}
