"""Where results go, in what colours, and that nothing is lost on the way."""

from __future__ import annotations

import io
import json
import os
import sys
from pathlib import Path

import pytest

from checker.cli.stream import colors, write_stdout
from tests.cli.conftest import Cli


@pytest.mark.parametrize(
    ("environment", "terminal", "expected"),
    [
        ({"TERM": "xterm"}, True, True),
        ({"TERM": "xterm"}, False, False),
        ({"TERM": "dumb"}, True, False),
        ({"TERM": "xterm", "NO_COLOR": "1"}, True, False),
        ({"TERM": "xterm", "NO_COLOR": ""}, True, True),
        ({"FORCE_COLOR": "1"}, False, True),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, True, False),
    ],
)
def test_colours(environment: dict[str, str], terminal: bool, expected: bool) -> None:
    assert colors(environment, terminal=terminal) is expected


def test_a_pipe_gets_plain_text(cli: Cli, bad: Path) -> None:
    assert "\x1b" not in cli("check", bad).out
    assert cli("check", bad).out == cli("check", bad, "-f", "rich").out == cli("check", bad, "-f", "plain").out


def test_colours_can_be_forced(cli: Cli, bad: Path) -> None:
    assert "\x1b[31m" in cli("check", bad, FORCE_COLOR="1").out
    assert "\x1b" not in cli("check", bad, "-f", "plain", FORCE_COLOR="1").out
    assert "\x1b" not in cli("check", bad, FORCE_COLOR="1", NO_COLOR="1").out


def test_json_alone_is_all_there_is(cli: Cli, bad: Path) -> None:
    outcome = cli("check", bad, "-f", "json")
    assert json.loads(outcome.out)["reports"][0]["path"] == str(bad)
    assert outcome.err == ""


def test_several_formats_in_one_run(cli: Cli, bad: Path, tmp_path: Path) -> None:
    outcome = cli(
        "check", bad, "-f", "plain", "-f", f"json={tmp_path / '结果.json'}", "-f", f"markdown={tmp_path / 'r.md'}"
    )
    assert outcome.code == 1
    assert outcome.out.endswith("共检查1份报告：0份通过，1份不通过，0份无法检查。\n")
    assert json.loads((tmp_path / "结果.json").read_text("utf-8"))["summary"]["fail"] == 1
    assert (tmp_path / "r.md").read_text("utf-8").startswith("# 检查结果：")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["r.md", "结果.json"]


def test_a_file_has_no_colours_and_a_width_of_its_own(cli: Cli, bad: Path, tmp_path: Path) -> None:
    for columns in ("80", "120"):
        cli("check", bad, "-f", f"rich={tmp_path / columns}", COLUMNS=columns)
    assert (tmp_path / "80").read_bytes() == (tmp_path / "120").read_bytes()
    assert b"\x1b" not in (tmp_path / "80").read_bytes()


def test_an_input_is_never_overwritten(cli: Cli, bad: Path, tmp_path: Path) -> None:
    draft = tmp_path / "草稿.txt"
    draft.write_bytes(bad.read_bytes())
    for argument in (draft, tmp_path):
        outcome = cli("check", argument, "-f", f"json={tmp_path}/./草稿.txt")
        assert (outcome.code, outcome.out) == (2, "")
        assert "不能覆盖" in outcome.err
    assert draft.read_bytes() == bad.read_bytes()


@pytest.mark.parametrize("name", ["没有/结果.json", "."])
def test_what_cannot_be_written_is_said_before_checking(cli: Cli, tmp_path: Path, name: str) -> None:
    outcome = cli("check", tmp_path / "没有.txt", "-f", f"json={tmp_path / name}")
    assert outcome.code == 2
    assert outcome.err.startswith("错误：无法写入文件")
    assert outcome.out == ""


def test_two_formats_to_one_file_are_refused(cli: Cli, bad: Path, tmp_path: Path) -> None:
    outcome = cli("check", bad, "-f", f"json={tmp_path / 'a'}", "-f", f"plain={tmp_path}/./a")
    assert outcome.code == 2
    assert not list(tmp_path.iterdir())


def test_a_file_that_exists_is_replaced_and_keeps_its_mode(cli: Cli, bad: Path, tmp_path: Path) -> None:
    target = tmp_path / "r.json"
    target.write_text("旧", "utf-8")
    target.chmod(0o640)
    cli("check", bad, "-f", f"json={target}")
    assert target.read_text("utf-8").startswith("{")
    if os.name != "nt":
        assert target.stat().st_mode & 0o777 == 0o640


@pytest.mark.skipif(os.name == "nt", reason="no such device")
def test_a_device_is_written_to_and_not_replaced(cli: Cli, bad: Path) -> None:
    assert cli("check", bad, "-f", "json=/dev/null").code == 1
    assert not Path("/dev/null").is_file()


def test_text_is_written_in_the_encoding_of_the_console(monkeypatch: pytest.MonkeyPatch) -> None:
    console = io.TextIOWrapper(io.BytesIO(), encoding="gbk")
    monkeypatch.setattr(sys, "stdout", console)
    write_stdout("√ 达标 𠮷\n".encode(), recode=True)
    write_stdout("达标\n".encode(), recode=False)
    assert console.buffer.getvalue() == "√ 达标 ?\n".encode("gbk") + "达标\n".encode()
