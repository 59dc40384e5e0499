"""`checker check` on real reports: verdicts, exit codes, languages, and what it says of bad input."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from checker import engine
from tests.cli.conftest import Cli


def _report(cli: Cli, *arguments: object, **more: Any) -> dict[str, Any]:
    report: dict[str, Any] = json.loads(cli("check", "-f", "json", *arguments, **more).out)["reports"][0]
    return report


def test_a_good_report_passes(cli: Cli, good: Path) -> None:
    outcome = cli("check", good)
    assert outcome.code == 0
    assert "结论：通过" in outcome.out


def test_a_report_with_missing_items_fails(cli: Cli, bad: Path) -> None:
    outcome = cli("check", bad)
    assert outcome.code == 1
    assert "结论：不通过" in outcome.out
    assert "- 缺失  " in outcome.out
    assert "  - 应有标题：" in outcome.out


@pytest.mark.parametrize(
    ("fail_on", "codes"),
    [("missing", (0, 0, 1)), ("weak", (0, 1, 1)), ("never", (0, 0, 0))],
)
def test_fail_on(cli: Cli, good: Path, weak: Path, bad: Path, fail_on: str, codes: tuple[int, ...]) -> None:
    assert tuple(cli("check", path, "--fail-on", fail_on).code for path in (good, weak, bad)) == codes
    assert _report(cli, weak, "--fail-on", "weak")["verdict"] == "fail"


def test_a_pass_with_weak_items_says_so(cli: Cli, good: Path, weak: Path) -> None:
    assert "；仍有薄弱的必备项目，建议补充" in cli("check", weak).out
    assert "仍有薄弱" not in cli("check", good).out


def test_min_score(cli: Cli, weak: Path) -> None:
    score = _report(cli, weak)["score"]
    assert cli("check", weak, "--min-score", score).code == 0
    assert cli("check", weak, "--min-score", score + 1).code == 1


def test_several_reports_and_the_last_line(cli: Cli, good: Path, bad: Path, tmp_path: Path) -> None:
    outcome = cli("check", good, bad, tmp_path / "没有.txt")
    assert outcome.code == 3
    assert outcome.out.splitlines()[-1] == "共检查3份报告：1份通过，1份不通过，1份无法检查。"


def test_english(cli: Cli, bad: Path) -> None:
    outcome = cli("check", bad, LANG="en_US.UTF-8")
    assert "Verdict: fail, score " in outcome.out
    assert outcome.out == cli("check", bad, "--lang", "en").out
    assert outcome.out == cli("--lang", "en", "check", bad).out
    assert cli("check", bad, "--lang", "zh", LANG="en_US.UTF-8").out == cli("check", bad).out
    assert cli("--lang", "en", "check", bad, "--lang", "zh").out == cli("check", bad).out


def test_quiet_names_the_failing_reports_only(cli: Cli, good: Path, bad: Path) -> None:
    lines = cli("check", "-q", good, bad).out.splitlines()
    assert lines[0].startswith(f"× {bad}"[:60])
    assert str(good) not in "".join(lines)
    assert lines[-1] == "共检查2份报告：1份通过，1份不通过，0份无法检查。"


def test_standard_input_goes_by_the_name_given(cli: Cli, bad: Path) -> None:
    report = _report(cli, "-", stdin=bad.read_bytes())
    assert report["path"] == "-"
    assert report["verdict"] == "fail"
    assert _report(cli, "-", "--stdin-filename", "草稿.txt", stdin=bad.read_bytes())["path"] == "草稿.txt"


def test_year_can_be_given(cli: Cli, bad: Path) -> None:
    assert _report(cli, bad, "--year", "2019")["year"] == 2019


def test_json_keeps_to_the_schema_that_is_printed(cli: Cli, good: Path, bad: Path, tmp_path: Path) -> None:
    schema = json.loads(cli("check", "--print-schema").out)
    outcome = cli("check", "-f", "json", good, bad, tmp_path / "没有.txt")
    jsonschema.Draft202012Validator(schema).validate(json.loads(outcome.out))
    assert cli("check", "-f", "json", good, bad, tmp_path / "没有.txt") == outcome


def test_evidence_stands_where_it_is_said_to_stand(cli: Cli, good: Path) -> None:
    text = good.read_bytes().decode("utf-8-sig")
    lines = text.replace("\r\n", "\n").split("\n")
    for item in _report(cli, good)["items"]:
        for evidence in item["evidence"]:
            assert text[evidence["start"] : evidence["end"]] == evidence["text"]
            assert lines[evidence["line"] - 1][evidence["column"] - 1 :].startswith(evidence["text"].split("\n")[0][:5])


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("空.txt", b"", "empty-file"),
        ("乱.docx", b"PK\x03\x04" + b"\x00" * 50, None),
        ("乱.txt", bytes(range(256)) * 8, None),
        ("旧.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 2000, None),
    ],
)
def test_what_cannot_be_read_gets_a_sentence_and_3(
    cli: Cli, good: Path, tmp_path: Path, name: str, data: bytes, code: str | None
) -> None:
    (tmp_path / name).write_bytes(data)
    outcome = cli("check", tmp_path / name, good)
    assert outcome.code == 3
    assert "无法检查。" in outcome.out
    assert "Traceback" not in outcome.out + outcome.err
    report = _report(cli, tmp_path / name)
    assert report["verdict"] == "error"
    assert report["digest"].startswith("sha256:")
    if code:
        assert report["error"]["code"] == code


@pytest.mark.parametrize(
    ("argument", "code"),
    [("没有.txt", "file-not-found"), ("*.docx", "no-match"), ("空", "no-reports-in-folder")],
)
def test_an_argument_that_leads_nowhere_is_an_unreadable_input(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, argument: str, code: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "空").mkdir()
    assert cli("check", argument).code == 3
    report = _report(cli, argument)
    assert (report["path"], report["error"]["code"], report["digest"]) == (argument, code, "")


def test_a_folder(cli: Cli, good: Path, bad: Path, tmp_path: Path) -> None:
    shutil.copy(good, tmp_path / "b.txt")
    shutil.copy(bad, tmp_path / "a.txt")
    outcome = cli("check", "-f", "json", tmp_path)
    assert outcome.code == 1
    assert [Path(report["path"]).name for report in json.loads(outcome.out)["reports"]] == ["a.txt", "b.txt"]


def test_a_failure_of_ours_breaks_one_report_only(
    cli: Cli, good: Path, bad: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    judge = engine.judge

    def fail(reading: Any, *arguments: Any, **more: Any) -> Any:
        if reading.document.path == str(bad):
            message = "本县民政局"
            raise KeyError(message)
        return judge(reading, *arguments, **more)

    monkeypatch.setattr(engine, "judge", fail)
    outcome = cli("check", bad, good)
    assert outcome.code == 4
    # A long path before it moves the line break.
    assert "KeyError,test_check.py:" in "".join(outcome.out.split())
    assert "本县民政局" not in outcome.out + outcome.err
    assert "结论：通过" in outcome.out


def test_a_failure_of_ours_elsewhere_gets_a_sentence_too(cli: Cli, bad: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_arguments: Any) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("checker.audit.gate.exit_code", fail)
    monkeypatch.setattr("checker.cli.check.exit_code", fail)
    outcome = cli("check", bad)
    assert outcome.code == 4
    assert outcome.err.startswith("错误：程序出现内部错误（ZeroDivisionError, test_check.py:")


def test_an_interruption_is_130(cli: Cli, bad: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_arguments: Any, **_more: Any) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(engine, "judge", interrupt)
    assert cli("check", bad).code == 130


def test_a_ruleset_with_an_unknown_key(cli: Cli, bad: Path, tmp_path: Path) -> None:
    (tmp_path / "rules.yaml").write_text("schema: 1\nid: x\nwieght: 3\n", "utf-8")
    outcome = cli("check", bad, "-r", tmp_path / "rules.yaml")
    assert (outcome.code, outcome.out) == (2, "")
    assert "wieght" in outcome.err
    assert "Traceback" not in outcome.err


def test_an_empty_path_is_a_slip(cli: Cli) -> None:
    done = cli("check", "", "--lang", "zh")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("错误：有一个路径是空的。")
