"""`checker rules coverage`, as an author and a program read it."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import REPORTS, Cli

MAIN = "law-based-government"


def test_what_never_comes_and_what_always_does(cli: Cli, tmp_path: Path) -> None:
    for name in ("a01.txt", "a04.txt"):
        (tmp_path / name).write_bytes((REPORTS / name).read_bytes())
    outcome = cli("rules", "coverage", tmp_path, "--lang", "zh", COLUMNS="120")
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.startswith(f"{MAIN} 2025.1：2份报告\n\n各项目的结论\n")
    assert "\n  重大执法决定法制审核制度（legal_review）：达标1份、缺失1份\n" in outcome.out
    assert "没有例外\n" in outcome.out
    assert "\n  legal_review：" in outcome.out.partition("从未给出的理由")[2]
    assert "\n  zones.plan.headings（" in outcome.out
    assert "zones.plan.headings（18条中的17条）：“" not in outcome.out


def test_phrases_one_by_one(cli: Cli) -> None:
    out = cli("rules", "coverage", REPORTS / "a01.txt", "--phrases", "--lang", "en", COLUMNS="120").out
    never = out.partition("are never found\n")[2].partition("Phrases found in every report")[0]
    assert "”, “" in never


def test_for_programs(cli: Cli) -> None:
    data = json.loads(cli("rules", "coverage", REPORTS / "a01.txt", "-f", "json").out)
    assert (data["schema_version"], data["reports"], data["ruleset"]["id"]) == ("1.0", 1, MAIN)
    assert {item["id"]: item["statuses"] for item in data["items"]}["legal_review"] == {"present": 1}
    names = next(one for one in data["phrases"] if one["list"] == "legal_review.short_names")
    assert 0 < len(names["never"]) < names["phrases"]


def test_a_report_that_cannot_be_read_is_told_of_and_left_out(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"")
    (tmp_path / "b.txt").write_bytes((REPORTS / "a01.txt").read_bytes())
    outcome = cli("rules", "coverage", tmp_path, "--lang", "zh")
    assert outcome.code == 3
    assert outcome.err.startswith(f"{tmp_path / 'a.docx'}：")
    assert "：1份报告\n" in outcome.out


def test_without_a_single_report(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"")
    outcome = cli("rules", "coverage", tmp_path, "--lang", "zh")
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.endswith("没有一份报告能够读取。\n")
