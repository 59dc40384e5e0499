"""An audit within a project: its configuration, its baseline and its suppressions hold as they do for a check."""

from __future__ import annotations

import csv
import io
import json
import shutil
import zipfile
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Cli
from tests.cli.conftest import cli as cli
from tests.project.conftest import BAD, GOOD, REPORTS

_COMMENT = '<!-- checker: ignore legal_review reason="本局没有行政执法权" until=2026-06-30 -->'


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / ".git").mkdir()
    folder = tmp_path / "报送"
    (folder / "街道").mkdir(parents=True)
    for name in (*BAD, *GOOD[:2]):
        shutil.copy(REPORTS / name, folder / name)
    shutil.copy(REPORTS / GOOD[2], folder / "街道" / GOOD[2])
    shutil.copy(REPORTS / BAD[0], folder / "街道" / "甲.txt")
    with (folder / "a08.md").open("a", encoding="utf-8") as file:
        file.write(f"\n{_COMMENT}\n")
    monkeypatch.chdir(tmp_path)
    return folder


def configure(folder: Path, *lines: str) -> None:
    (folder.parent / "checker.toml").write_text("\n".join(lines) + "\n", "utf-8")


def both(cli: Cli, *options: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """What a check and an audit of the same reports say, in JSON."""
    options = (*options, "--today", "2026-06-01", "--lang", "zh", "-f", "json")
    checked = cli("check", "报送", *options)
    audited = cli("audit", "报送", "-q", "-j", "1", *options)
    assert audited.code == checked.code
    assert audited.err == checked.err
    return json.loads(checked.out), json.loads(audited.out)


_IGNORE = '[[ignore]]\npaths = ["报送/a04.txt"]\nitems = ["legal_review", "shortcomings"]\nreason = "经批准"'


@pytest.mark.parametrize(
    "lines",
    [
        (),
        ('exclude = ["街道", "c*.md"]',),
        ('fail-on = "weak"', "min-score = 70"),
        ('[[per-path]]', 'paths = ["报送/街道/**"]', 'organ-type = "town"', 'fail-on = "never"', "year = 2023"),
        ("min-score = 100", '[[per-path]]', 'paths = ["报送/c*"]', "min-score = 1", 'fail-on = "never"'),
        (_IGNORE,),
    ],
)  # fmt: skip
def test_an_audit_says_what_a_check_says(cli: Cli, folder: Path, lines: tuple[str, ...]) -> None:
    configure(folder, *lines)
    checked, audited = both(cli)
    reports = {report["digest"]: report for report in checked["reports"]}
    # Files with the same content are told once.
    assert [reports[report["digest"]]["verdict"] for report in audited["reports"]]
    for report in audited["reports"]:
        same = [other for other in checked["reports"] if other["path"] == report["path"]]
        assert same == [report]


def test_a_comment_holds_until_its_day_and_is_told_afterwards(cli: Cli, folder: Path, tmp_path: Path) -> None:
    shutil.rmtree(folder / "街道")
    for name in (*BAD[:2], *BAD[3:]):
        (folder / name).unlink()
    audit = ("audit", "报送", "-o", tmp_path / "结果", "-j", "1", "-q", "--lang", "zh")
    before = cli(*audit, "--today", "2026-06-30")
    assert before.code == 0
    assert "另有1项已列入基线或者已豁免。" in before.out
    # The result of that day is kept and looked at again.
    after = cli(*audit, "--today", "2026-07-01", "-f", "json")
    assert after.code == 1
    [report] = [report for report in json.loads(after.out)["reports"] if report["path"].endswith("a08.md")]
    assert report["notices"] == ["报告中对“legal_review”的豁免已于2026-06-30到期，不再起作用。"]
    assert report["verdict"] == "fail"


def test_one_report_is_shown_again_with_what_it_answers_for(cli: Cli, folder: Path, tmp_path: Path) -> None:
    cli("audit", "报送", "-o", tmp_path / "结果", "-j", "1", "-q", "--today", "2026-06-01")
    show = ("show", tmp_path / "结果", "a08.md", "--lang", "zh", "--today")
    before, after = cli(*show, "2026-06-30").out, cli(*show, "2026-07-01").out
    assert "（已豁免：本局没有行政执法权）" in before
    assert "结论：通过" in before
    assert "结论：不通过" in after
    assert "已于2026-06-30到期" in after


def test_what_the_configuration_ignores_in_vain_is_said(cli: Cli, folder: Path) -> None:
    configure(folder, '[[ignore]]', f'paths = ["报送/{GOOD[0]}"]', 'items = ["legal_review"]', 'reason = "误"')  # fmt: skip
    done = cli("audit", "报送", "-q", "-j", "1", "--lang", "zh")
    assert "对“legal_review”的豁免没有用到" in done.err


def test_a_baseline_opens_the_gate_and_knows_what_has_moved(cli: Cli, folder: Path) -> None:
    configure(folder, 'baseline = "checker-baseline.json"', "min-score = 90")
    assert cli("baseline", "write", "报送", "--today", "2026-06-01").code == 0
    (folder / "a04.txt").rename(folder / "某局.txt")
    edited = folder / "另一局.txt"
    (folder / "a07.txt").rename(edited)
    edited.write_text(edited.read_text("utf-8") + "\n（完）\n", "utf-8")
    checked, audited = both(cli)
    assert audited["summary"]["fail"] == checked["summary"]["fail"] == 0
    assert audited["summary"]["accepted"] >= 5
    shutil.copy(REPORTS / "a09.txt", folder / "新.txt")
    checked, audited = both(cli)
    assert [report["path"] for report in audited["reports"] if report["verdict"] == "fail"] == ["报送/新.txt"]
    assert audited["summary"]["fail"] == checked["summary"]["fail"] == 1


def test_marks_in_the_table(cli: Cli, folder: Path) -> None:
    configure(folder, _IGNORE)
    text = cli("audit", "报送", "-q", "-j", "1", "-f", "csv", "--lang", "zh", "--today", "2026-06-01").out
    rows = {row[0]: row for row in csv.reader(io.StringIO(text.removeprefix("\ufeff")))}
    assert any("（已豁免：经批准）" in cell for cell in rows["报送/a04.txt"])
    assert any("（已豁免：本局没有行政执法权）" in cell for cell in rows["报送/a08.md"])


@pytest.mark.parametrize("form", ["plain", "markdown", "json", "html", "xlsx"])
def test_every_format_counts_what_is_accepted(cli: Cli, folder: Path, tmp_path: Path, form: str) -> None:
    configure(folder, _IGNORE)
    out = tmp_path / f"结果.{form}"
    cli("audit", "报送", "-q", "-j", "1", "-f", f"{form}={out}", "--lang", "zh", "--today", "2026-06-01")
    data = out.read_bytes()
    if form == "xlsx":
        data = zipfile.ZipFile(io.BytesIO(data)).read("xl/sharedStrings.xml")
    text = data.decode()
    assert '"accepted":3}' in text or "另有3项已列入基线或者已豁免" in text or "已列入基线或者已豁免的问题" in text


_OVERLAY = """\
schema: 1
id: town-overlay
version: "2025.1"
title: {zh: 乡镇规则, en: Rules for towns}
extends: law-based-government
remove: [legal_review, xi_thought]
"""


def test_reports_under_another_ruleset_stand_in_one_table(cli: Cli, folder: Path, tmp_path: Path) -> None:
    overlay = tmp_path / "规则"
    overlay.mkdir()
    (overlay / "ruleset.yaml").write_text(_OVERLAY, "utf-8")
    configure(folder, "[[per-path]]", 'paths = ["报送/街道/**"]', 'ruleset = "规则"')
    checked, audited = both(cli)
    told = {report["path"]: report for report in checked["reports"]}
    assert {report["path"] for report in audited["reports"]} == set(told)
    for report in audited["reports"]:
        other = told[report["path"]]
        assert report["ruleset"] == other["ruleset"]
        asked = {item["id"] for item in other["items"]}
        assert [item for item in report["items"] if item["id"] in asked] == other["items"]
        unasked = [item for item in report["items"] if item["id"] not in asked]
        assert {item["reasons"][0]["code"] for item in unasked} <= {"other-ruleset"}
        assert (report["verdict"], report["score"]) == (other["verdict"], other["score"])
    assert {len(report["items"]) for report in audited["reports"]} == {len(audited["reports"][0]["items"])}
    rows = list(csv.reader(io.StringIO(cli("audit", "报送", "-q", "-j", "2", "-f", "csv").out)))
    assert {len(row) for row in rows} == {len(rows[0])}


def test_without_paths_those_of_the_configuration_are_audited(cli: Cli, folder: Path) -> None:
    configure(folder, 'paths = ["报送/街道"]', 'lang = "en"')
    assert cli("audit", "-q", "-j", "1").out.startswith("Reports: 2.")


def test_a_slip_in_the_configuration_is_told_before_anything_is_done(cli: Cli, folder: Path, tmp_path: Path) -> None:
    configure(folder, 'fail_on = "weak"')
    done = cli("audit", "报送", "-o", tmp_path / "结果", "--lang", "zh")
    assert (done.code, done.out) == (2, "")
    assert "您要写的是不是“fail-on”" in done.err
    assert not (tmp_path / "结果").exists()
