"""The command as a process of its own: what only a real start shows."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = ("rich", "pydantic", "lxml", "docx", "pypdfium2", "selectolax", "jsonschema", "numpy", "yaml")


def _start(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    kept = {
        name: value for name, value in os.environ.items() if name in ("PATH", "SYSTEMROOT", "TMPDIR", "TEMP", "HOME")
    }
    command = [sys.executable, "-m", "checker", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, env=kept | environment, stdin=subprocess.DEVNULL)


def _imported(*arguments: str | Path) -> set[str]:
    script = (
        "import sys\nfrom checker.cli.app import run\n"
        f"run({[str(argument) for argument in arguments]!r})\n"
        "print(*{name.partition('.')[0] for name in sys.modules}, file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)
    return set(done.stderr.decode().split())


def test_exit_codes(good: Path, bad: Path, tmp_path: Path) -> None:
    assert _start("check", good).returncode == 0
    assert _start("check", bad).returncode == 1
    assert _start("check", "--zzz").returncode == 2
    assert _start("check", tmp_path / "没有.txt").returncode == 3


def test_same_bytes_whatever_the_locale_says_of_encodings(bad: Path) -> None:
    first = _start("check", bad, "--lang", "zh", LANG="C.UTF-8", PYTHONHASHSEED="1")
    second = _start("check", bad, "--lang", "zh", LC_ALL="POSIX", PYTHONHASHSEED="2")
    assert first.stdout == second.stdout
    assert "结论：不通过" in first.stdout.decode()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no such device")
def test_a_full_disk_gets_a_sentence(good: Path) -> None:
    command = [sys.executable, "-m", "checker", "check", str(good), "--lang", "zh"]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE)
    assert done.returncode == 4
    assert done.stderr.decode().startswith("错误：结果无法写到标准输出。")


@pytest.mark.skipif(os.name == "nt", reason="no such shell")
def test_a_reader_that_stops_early_is_no_error(bad: Path) -> None:
    command = f"{sys.executable} -m checker check -v {bad} {bad.parent} | head -1"
    done = subprocess.run(command, shell=True, capture_output=True)
    assert done.stderr == b""


@pytest.mark.skipif(os.name == "nt", reason="no pseudo-terminals")
@pytest.mark.parametrize(
    ("environment", "coloured"),
    [({"TERM": "xterm"}, True), ({"TERM": "dumb"}, False), ({"TERM": "xterm", "NO_COLOR": "1"}, False)],
)
def test_a_terminal_gets_colours(bad: Path, environment: dict[str, str], coloured: bool) -> None:
    import pty

    ours, theirs = pty.openpty()
    kept = {name: value for name, value in os.environ.items() if name in ("PATH", "HOME")}
    command = [sys.executable, "-m", "checker", "check", str(bad)]
    with subprocess.Popen(command, stdout=theirs, env=kept | environment) as process:
        os.close(theirs)
        shown = b""
        while chunk := _read(ours):
            shown += chunk
    os.close(ours)
    assert process.returncode == 1
    assert (b"\x1b[" in shown) is coloured
    assert "结论：" in shown.decode()


def _read(descriptor: int) -> bytes:
    try:
        return os.read(descriptor, 65536)
    except OSError:  # Linux says so at the end
        return b""


def test_heavy_libraries_stay_out_of_help_and_of_plain_text(bad: Path) -> None:
    assert not _imported("--help").intersection(HEAVY)
    _imported("check", bad)  # compiles the ruleset into its cache
    assert not _imported("--version").intersection(HEAVY)
    assert not _imported("check", bad, "-f", "plain").intersection({*HEAVY, "multiprocessing", "concurrent"})


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp437"])
def test_a_console_without_chinese_gets_utf8_not_question_marks(bad: Path, encoding: str) -> None:
    plain = _start("check", bad, "--lang", "zh", PYTHONIOENCODING="utf-8")
    assert _start("check", bad, "--lang", "zh", PYTHONIOENCODING=encoding).stdout == plain.stdout
    assert _start("check", "--zzz", "--lang", "zh", PYTHONIOENCODING=encoding).stderr.decode().startswith("错误：")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_chinese_windows_console_shows_every_character(bad: Path, lang: str) -> None:
    commands: list[list[str | Path]] = [
        ["check", bad, "-v"],
        ["audit", bad.parent, "--no-progress"],
        ["explain", "legal_review", bad],
    ]
    for command in commands:
        plain = _start(*command, "--lang", lang, PYTHONIOENCODING="utf-8")
        console = _start(*command, "--lang", lang, PYTHONIOENCODING="gbk")
        assert console.stdout.decode("gbk") == plain.stdout.decode()


@pytest.mark.skipif(os.name == "nt", reason="no such locale")
def test_a_system_whose_file_names_have_no_chinese_is_told_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "checker.toml").write_text('paths = ["报送"]\n', "utf-8")
    command = [sys.executable, "-m", "checker", "check"]
    environment = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "HOME": str(tmp_path)}
    done = subprocess.run(command, capture_output=True, env=environment, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, b"")
    assert "PYTHONUTF8" in done.stderr.decode()
    assert done.stderr.count(b"\n") == 1
