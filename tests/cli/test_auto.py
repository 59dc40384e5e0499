"""`-r auto`: which ruleset was chosen for each report, and why, is told wherever results are told."""

from __future__ import annotations

import csv
import io
import json
import shutil
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from checker import render
from tests.cli.conftest import REPORTS, Cli

BUREAU, TOWN, SCHOOL = REPORTS / "c04.txt", REPORTS / "b19.md", REPORTS / "a06.txt"
_BASE = "law-based-government"
_SCHEMA = json.loads(Path(render.__file__).with_name("report.schema.json").read_text("utf-8"))


def _told(result: dict[str, Any]) -> dict[str, tuple[str, str]]:
    return {Path(r["path"]).name: (r["ruleset"]["id"], r["ruleset"]["why"]) for r in result["reports"]}


_CHOSEN = {
    "c04.txt": (f"{_BASE}/emergency-management", "适用于应急管理、2021年度及以后，自动选用"),
    "b19.md": (f"{_BASE}/town", "适用于乡镇街道、2021年度及以后，自动选用"),
    "a06.txt": (_BASE, "没有更有针对性的规则，自动选用"),
}


def test_json_names_the_ruleset_of_each_report_and_the_reason(cli: Cli) -> None:
    result = json.loads(cli("check", "-r", "auto", "-f", "json", BUREAU, TOWN, SCHOOL).out)
    jsonschema.validate(result, _SCHEMA)
    assert result["ruleset"]["id"] == "auto"
    assert _told(result) == _CHOSEN
    assert all(not report["notices"] for report in result["reports"])


@pytest.mark.parametrize(
    "name", ["plain", "markdown", "sarif", "junit", "github", "github-summary", "gitlab", "checkstyle"]
)
@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("zh", "（law-based-government/town 2025.1），适用于乡镇街道、2021年度及以后，自动选用"),
        ("en", "for a town or sub-district, 2021 and later, chosen automatically"),
    ],
)
def test_every_other_format_does_so_too(cli: Cli, name: str, lang: str, words: str) -> None:
    outcome = cli("check", "-r", "auto", "-f", name, "--lang", lang, TOWN, COLUMNS="200")
    assert words in outcome.out


def test_nothing_is_said_of_a_choice_that_the_user_made(cli: Cli) -> None:
    outcome = cli("check", "-r", f"{_BASE}/town", TOWN)
    assert "自动选用" not in outcome.out
    assert f"{_BASE}/town" in outcome.out


def test_the_command_line_chooses_for_reports_that_do_not_tell(cli: Cli, tmp_path: Path) -> None:
    bare = tmp_path / "草稿.txt"
    bare.write_text("一、主要举措和成效\n我们认真开展工作。\n", "utf-8")
    arguments = ("check", "-r", "auto", "-f", "json", bare)
    assert (
        _told(json.loads(cli(*arguments, "--organ-type", "town", "--year", "2024").out))["草稿.txt"][0]
        == f"{_BASE}/town"
    )
    assert _told(json.loads(cli(*arguments, "--year", "2026").out))["草稿.txt"][0] == f"{_BASE}/2025"
    assert _told(json.loads(cli(*arguments).out))["草稿.txt"][0] == _BASE


def test_processes_choose_as_one_does(cli: Cli) -> None:
    one, two = (cli("check", "-r", "auto", "-f", "json", "-j", jobs, BUREAU, TOWN, SCHOOL).out for jobs in ("1", "2"))
    assert one == two


def test_a_project_may_leave_the_choice_to_the_tool(cli: Cli, tmp_path: Path) -> None:
    """For all reports or for those in a folder, and a folder called auto does not matter."""
    for folder in ("局", "镇", "auto"):
        (tmp_path / folder).mkdir()
    shutil.copy(BUREAU, tmp_path / "局")
    shutil.copy(TOWN, tmp_path / "镇")
    (tmp_path / "checker.toml").write_text('ruleset = "auto"\n', "utf-8")
    result = json.loads(cli("check", "-f", "json", tmp_path / "局", tmp_path / "镇").out)
    assert _told(result) == {name: _CHOSEN[name] for name in ("c04.txt", "b19.md")}
    (tmp_path / "checker.toml").write_text('[[per-path]]\npaths = ["镇/**"]\nruleset = "auto"\n', "utf-8")
    result = json.loads(cli("check", "-f", "json", tmp_path / "局", tmp_path / "镇").out)
    assert result["ruleset"]["id"] == _BASE
    assert [report["ruleset"] and report["ruleset"]["id"] for report in result["reports"]] == [None, f"{_BASE}/town"]


# A batch


@pytest.fixture
def batch(tmp_path: Path) -> Path:
    """Three reports that are held to three rulesets."""
    folder = tmp_path / "报送"
    folder.mkdir()
    for path in (BUREAU, TOWN, SCHOOL):
        shutil.copy(path, folder)
    return folder


def test_an_audit_chooses_for_each_report_and_keeps_what_it_chose(cli: Cli, batch: Path, tmp_path: Path) -> None:
    arguments = ("audit", batch, "-r", "auto", "--no-progress", "-j", "1", "-o", tmp_path / "结果")
    first = cli(*arguments, "-f", "json")
    assert _told(json.loads(first.out)) == _CHOSEN
    jsonschema.validate(json.loads(first.out), _SCHEMA)
    assert cli(*arguments, "-f", "json").out == first.out
    assert (
        "（law-based-government/town 2025.1），适用于乡镇街道、2021年度及以后，自动选用"
        in cli("show", tmp_path / "结果", "b19.md", COLUMNS="200").out
    )


def test_its_summaries_tell_how_many_reports_each_ruleset_was_chosen_for(cli: Cli, batch: Path, tmp_path: Path) -> None:
    page = tmp_path / "页面.html"
    arguments = ("audit", batch, "-r", "auto", "--no-progress", "-j", "1")
    plain = cli(*arguments, "-f", "plain", "-f", f"html={page}", COLUMNS="200").out
    for told in (plain, cli(*arguments, "-f", "markdown").out, page.read_text("utf-8")):
        assert "采用的规则" in told
        assert "适用于乡镇街道、2021年度及以后，自动选用：1份" in told
    rows = list(csv.reader(io.StringIO(cli(*arguments, "-f", "csv").out.lstrip("\ufeff"))))
    assert rows[0][-1] == "规则"
    assert [row[-1].rpartition("，")[2] for row in rows[1:]] == ["自动选用"] * 3


def test_reports_fall_short_only_of_what_their_own_ruleset_asks(cli: Cli, batch: Path) -> None:
    result = json.loads(cli("audit", batch, "-r", "auto", "--no-progress", "-j", "1", "-f", "json").out)
    items = {Path(r["path"]).name: {i["id"]: i for i in r["items"]} for r in result["reports"]}
    assert items["b19.md"]["delegated_enforcement"]["status"] == "present"
    other = items["c04.txt"]["delegated_enforcement"]
    assert (other["status"], other["reasons"][0]["code"]) == ("not_applicable", "other-ruleset")
    assert result["summary"]["by_item"]["delegated_enforcement"] == {
        "present": 1,
        "weak": 0,
        "missing": 0,
        "not_applicable": 2,
    }


# What an item is for


def test_explain_tells_whom_an_item_is_for_and_when_its_bases_hold(cli: Cli) -> None:
    told = cli("explain", "emergency_response", "-r", f"{_BASE}/emergency-management", COLUMNS="200").out
    assert "依据：《中华人民共和国突发事件应对法》（2024年11月1日起施行）" in told
    assert "原依据：《中华人民共和国突发事件应对法（2024年修订前）》（2024年11月1日之前适用）" in told
    english = cli("explain", "enterprise_inspections", "-r", "auto", "--lang", "en", COLUMNS="200").out
    assert "Applies to: organs with power to enforce the law, 2025 and later" in english


def test_explain_tells_why_an_item_does_not_apply(cli: Cli) -> None:
    told = cli("explain", "scan_to_inspect", BUREAU, "-r", "auto", COLUMNS="200").out
    assert "不适用" in told
    assert "本项适用于2025年度及以后的报告，这份报告的年度是2024。" in told
