"""Each exit code of the contract, from the installed program."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.project.conftest import BAD, GOOD, REPORTS, Program


def test_0_where_every_report_is_in_order(program: Program) -> None:
    assert program("check", REPORTS / GOOD[0], "--config", _empty(program)).code == 0


def test_1_where_one_falls_short(program: Program) -> None:
    assert program("check", REPORTS / GOOD[0], REPORTS / BAD[0], "--config", _empty(program)).code == 1


def test_2_where_nothing_was_checked(program: Program) -> None:
    config = program.folder / "checker.toml"
    config.write_text("fail_on = 'weak'\n", "utf-8")
    for arguments in (("--zzz",), ("-r", "没有"), ("--config", str(config)), ("--baseline", "没有.json")):
        done = program("check", REPORTS / BAD[0], *arguments)
        assert (done.code, done.out) == (2, "")
        assert done.err.count("\n") == 1


def test_3_where_an_input_could_not_be_read_whatever_the_others_say(program: Program) -> None:
    (program.folder / "坏.docx").write_bytes(b"PK\x03\x04")
    done = program("check", REPORTS / BAD[0], "坏.docx", REPORTS / GOOD[0], "--config", _empty(program))
    assert done.code == 3
    assert done.out.count("结论：") == 2


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no such device")
def test_4_where_the_tool_itself_fails(program: Program) -> None:
    script = 'checker="$1"; shift; exec "$checker" "$@" > /dev/full'
    checker = Path(sys.executable).with_name("checker")
    assert program.run(["sh", "-c", script, "sh", checker, "check", REPORTS / GOOD[0]]).code == 4


@pytest.mark.skipif(os.name == "nt", reason="no such signal")
def test_130_where_it_was_interrupted(program: Program) -> None:
    command = [str(Path(sys.executable).with_name("checker")), "check", "-"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, cwd=program.folder) as process:
        time.sleep(1.5)  # it waits for standard input by then
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=20) == 130


def _empty(program: Program) -> Path:
    file = program.folder / "checker.toml"
    file.write_text("", "utf-8")
    return file
