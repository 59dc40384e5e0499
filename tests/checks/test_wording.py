"""Slips of wording in fixed phrases."""

from __future__ import annotations

import pytest

from tests.checks.remarks import findings, report, said

RULE = "wording"


@pytest.mark.parametrize(
    ("sentence", "wrong", "right"),
    [
        ("（三）法制政府建设取得新进展。", "法制政府", "法治政府"),
        ("（三）提高运用法制思维的能力。", "法制思维", "法治思维"),
        ("（三）学习习近平法制思想6次。", "法制思想", "法治思想"),
        ("（三）优化法制化营商环境。", "法制化", "法治化"),
        ("（三）审核重大执法决定法治审核案件4件。", "法治审核", "法制审核"),
        ("（三）我局只有监管权利，没有处罚权。", "监管权利", "监管权力"),
        ("（三）公布权利清单86项。", "权利清单", "权力清单"),
        ("（三）保障公民权力不受侵害。", "公民权力", "公民权利"),
        ("（三）截止目前，办结案件12件。", "截止", "截至"),
        ("（三）截止2024年12月底，办结案件12件。", "截止", "截至"),
        ("（三）截止12月31日，办结案件12件。", "截止", "截至"),
        ("（三）认真布署执法工作。", "布署", "部署"),
        ("（三）再接再励，一往无前。", "再接再励", "再接再厉"),
    ],
)
def test_slips(sentence: str, wrong: str, right: str) -> None:
    assert said(report(sentence), RULE) == [f"“{wrong}”疑为误写，应为“{right}”。"]


@pytest.mark.parametrize(
    "sentence",
    [
        "（三）局法制科、法制机构、县政府法制办审核案件，落实法制审核制度。",
        "（三）开展法治宣传教育，县法制宣传教育中心协助。",
        "（三）截至目前，办结案件12件；报名截止日期为6月30日，申请已于5月截止。",
        "（三）公开权力清单，保障公民权利和当事人合法权利，告知执法权利义务。",
        "（三）按排查清单逐项整改，按排污许可证核定水量。",
        "（三）规范行政权力运行，防止滥用权力。",
        "（三）许可有效期截止2026年12月，申请截止12月31日。",
        "（三）做好截止阀检修。",
    ],
)
def test_right_expressions(sentence: str) -> None:
    assert said(report(sentence), RULE) == []


def test_one_remark_for_all_places() -> None:
    text = report("（三）截止目前，办结12件。", "（四）截止目前，宣讲9场。")
    [finding] = findings(text, RULE)
    assert [evidence.line for evidence in finding.evidence] == [8, 9]
