"""`checker rules diff`, as a clerk and a program read it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from rich.cells import cell_len

from tests.cli.conftest import REPORTS, Cli

OVERLAY = Path(__file__).parents[2] / "docs" / "examples" / "government-services"
BASE = "law-based-government"
FORMATS = Path(__file__).parents[2] / "fixtures" / "formats"


def test_what_changed_is_told_in_words(cli: Cli) -> None:
    outcome = cli("rules", "diff", BASE, OVERLAY, "--lang", "zh", COLUMNS="120")
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.splitlines()[0] == "law-based-government 2025.1 → government-services 2025.1"
    for line in (
        "\n新增的项目\n  + 优化法治化营商环境（business_environment）：必备，权重10\n",
        "\n  重大执法决定法制审核制度（legal_review）\n    类别：必备 → 建议\n",
        "（names）：增加“阳光检查”\n",
        "    例句：增加1条\n",
        "\n  标题中的用语（zones.plan.headings）：增加“任务书”\n",
    ):
        assert line in outcome.out


def test_the_other_way_round_in_english(cli: Cli) -> None:
    out = cli("rules", "diff", OVERLAY, BASE, "--lang", "en", COLUMNS="120").out
    assert "\nItems removed\n  - A law-based business environment (business_environment): required, weight 10\n" in out
    assert "    level: recommended → required\n" in out
    assert "    names: removed “阳光检查”\n" in out


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("columns", ["80", "120"])
def test_it_fits_the_screen(cli: Cli, columns: str, lang: str) -> None:
    out = cli("rules", "diff", "generic-annual-report", "open-government-information", "--lang", lang, COLUMNS=columns)
    assert all(cell_len(line) <= int(columns) for line in out.out.splitlines())


def test_nothing_changed(cli: Cli) -> None:
    assert cli("rules", "diff", BASE, BASE, "--lang", "zh").out.splitlines()[1:] == ["两套规则的内容相同。"]


def test_the_impact_on_a_folder(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes((REPORTS / "a04.txt").read_bytes())
    (tmp_path / "b.txt").write_text("一、主要举措和成效\n推行阳光检查，通报检查结果46条。\n", "utf-8")
    (tmp_path / "c.docx").write_bytes(b"")
    out = cli("rules", "diff", BASE, OVERLAY, "--impact", tmp_path, "--lang", "zh", COLUMNS="120").out
    part = out.partition("对报告的影响\n")[2]
    assert "共3份：报告结论改变的0份，只有项目结论改变的1份，不变的1份，无法检查的1份。" in part
    assert f"  {tmp_path / 'b.txt'}（仍为不通过）\n" in part
    assert "    行政执法和行政检查公示（enforcement_disclosure）：缺失 → 达标\n" in part
    assert f"  {tmp_path / 'c.docx'}：" in part


def test_the_impact_on_the_reports_of_an_audit(cli: Cli, tmp_path: Path) -> None:
    report = tmp_path / "reports" / "b.txt"
    report.parent.mkdir()
    report.write_text("一、主要举措和成效\n推行阳光检查，通报检查结果46条。\n", "utf-8")
    cli("audit", report.parent, "-o", tmp_path / "audit", "-j", "1")
    outcome = cli("rules", "diff", BASE, OVERLAY, "--impact", tmp_path / "audit", "-f", "json")
    assert outcome.code == 0
    (affected,) = json.loads(outcome.out)["impact"]["affected"]
    assert affected["path"] == str(report)
    assert affected["items"] == [{"id": "enforcement_disclosure", "before": "missing", "after": "present"}]


def test_for_programs(cli: Cli) -> None:
    data = json.loads(cli("rules", "diff", BASE, OVERLAY, "-f", "json", "--lang", "en").out)
    assert data["schema_version"] == "1.0"
    assert (data["old"]["id"], data["new"]["id"], data["impact"]) == (BASE, "government-services", None)
    (change,) = (change for change in data["changes"] if change["id"] == "legal_review")
    assert (change["part"], change["kind"]) == ("items", "changed")
    assert change["differences"] == [
        {
            "path": ["level"],
            "before": "required",
            "after": "recommended",
            "added": [],
            "removed": [],
            "reordered": False,
        }
    ]


def test_a_ruleset_that_is_not_there(cli: Cli) -> None:
    assert cli("rules", "diff", BASE, "no-such-ruleset").code == 2
    assert cli("rules", "diff", BASE, BASE, "-f", "xml").code == 2
