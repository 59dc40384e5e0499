"""`checker audit` and `checker show`, as a reviewer runs them."""

from __future__ import annotations

import contextlib
import csv
import io
import json
import os
import random
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

from checker.cli import progress
from tests.cli.conftest import REPORTS, Cli

NAMES = ("a01.txt", "a02.txt", "a03.md", "a04.txt", "a05.html")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "2024年度"
    folder.mkdir()
    for name in NAMES:
        shutil.copy(REPORTS / name, folder / name)
    return folder


def test_the_summary_and_the_ranking(cli: Cli, folder: Path, tmp_path: Path) -> None:
    (folder / "坏.docx").write_bytes(b"PK\x03\x04 broken")
    shutil.copy(folder / "a01.txt", folder / "副本.txt")
    done = cli("audit", folder, "-o", tmp_path / "结果", "-j", "1", "--lang", "zh", "--group-by", "year")
    assert done.code == 3
    assert "共6份：通过" in done.out
    assert "无法检查的文件\n  ×" in done.out
    assert "内容相同的文件" in done.out
    assert done.err == ""
    ranking = re.findall(r"^  (\d+) +(通过|不通过)", done.out, re.MULTILINE)
    scores = [int(score) for score, _ in ranking]
    assert len(scores) == len(NAMES)
    assert scores == sorted(scores)


def test_the_json_says_what_a_check_says(cli: Cli, folder: Path) -> None:
    audited = cli("audit", folder, "-j", "2", "-q", "-f", "json", "--lang", "zh")
    checked = cli("check", folder, "-f", "json", "--lang", "zh")
    assert json.loads(audited.out) == json.loads(checked.out)
    assert audited.code == checked.code
    lines = cli("audit", folder, "-j", "1", "-q", "-f", "jsonl", "--lang", "zh").out.splitlines()
    assert [json.loads(line) for line in lines] == json.loads(checked.out)["reports"]


def test_the_same_bytes_however_many_processes(cli: Cli, folder: Path) -> None:
    one = cli("audit", folder, "-j", "1", "-q", "-f", "json")
    two = cli("audit", folder, "-j", "2", "-q", "-f", "json")
    assert one.out == two.out


def test_the_gate(cli: Cli, folder: Path) -> None:
    assert cli("audit", folder, "-q").code == 1
    assert cli("audit", folder, "-q", "--fail-on", "never").code == 0
    assert cli("audit", folder, "-q", "--fail-on", "never", "--min-score", "100").code == 1


def test_a_table(cli: Cli, folder: Path) -> None:
    text = cli("audit", folder, "-q", "-f", "csv", "--lang", "zh").out
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))
    assert rows[0][:6] == ["文件", "机关", "年度", "标题", "结论", "得分"]
    assert [Path(row[0]).name for row in rows[1:]] == sorted(NAMES)
    assert {cell for row in rows[1:] for cell in row[6:-1]} <= {"达标", "薄弱", "缺失", "不适用", "无法核验"}


def test_markdown(cli: Cli, folder: Path) -> None:
    text = cli("audit", folder, "-q", "-f", "markdown", "--lang", "zh").out
    assert text.startswith("# 审查汇总\n")
    assert text.count("\n| ") == len(NAMES) + 2


def test_a_workbook_and_a_page_go_to_the_folder_of_results(cli: Cli, folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "结果"
    assert cli("audit", folder, "-o", out, "-q", "-f", "xlsx", "-f", "html").code == 1
    assert zipfile.is_zipfile(out / "audit.xlsx")
    page = (out / "audit.html").read_text("utf-8")
    assert page.count("<tr id=") == len(NAMES)
    assert cli("audit", folder, "-q", "-f", "xlsx").code == 2


def test_one_report_again(cli: Cli, folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "结果"
    cli("audit", folder, "-o", out, "-q")
    shown = cli("show", out, "a04", "--lang", "zh")
    checked = cli("check", folder / "a04.txt", "--lang", "zh")
    assert shown.out == checked.out
    assert cli("show", out, "没有这份报告").code == 2
    assert "对应 5 份报告" in cli("show", out, "a0", "--lang", "zh").err
    assert "没有审查结果" in cli("show", tmp_path / "别处", "a04", "--lang", "zh").err


def test_an_organ_over_the_years(cli: Cli, folder: Path, tmp_path: Path) -> None:
    out, later = tmp_path / "结果", tmp_path / "2025年度"
    later.mkdir()
    text = (folder / "a04.txt").read_text("utf-8")
    organ, year = "澄麓县人力资源和社会保障局", 2021
    assert organ in text
    (later / "a04.txt").write_text(text.replace(str(year), str(year + 1)), "utf-8")
    cli("audit", folder, "-o", out, "-q")
    cli("audit", later, "-o", out, "-q")
    shown = cli("audit", "--history", "澄麓县", "-o", out, "--lang", "zh").out
    assert f"历年情况：{organ}" in shown
    assert shown.index(f"{year}年度") < shown.index(f"{year + 1}年度")
    assert cli("audit", "--history", "没有", "-o", out).code == 2


def test_paths_from_a_list(cli: Cli, folder: Path) -> None:
    given = f"{folder / 'a01.txt'}\n{folder / 'a04.txt'}\n".encode()
    text = cli("audit", "--files-from", "-", "-q", "-f", "json", stdin=given).out
    assert [Path(report["path"]).name for report in json.loads(text)["reports"]] == ["a01.txt", "a04.txt"]


def test_a_log_gets_lines_now_and_then(cli: Cli, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert cli("audit", folder, "--lang", "zh").err == ""
    monkeypatch.setattr(progress, "_EVERY", 0.0)
    lines = cli("audit", folder, "--lang", "zh").err.splitlines()
    assert len(lines) == len(NAMES)
    assert lines[-1].startswith("已完成5/5份")
    assert cli("audit", folder, "--no-progress").err == ""


@pytest.mark.skipif(os.name == "nt", reason="no pseudo-terminals")
def test_a_terminal_gets_a_bar(folder: Path) -> None:
    import pty

    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "checker", "audit", str(folder), "--lang", "zh"]
    kept = {name: value for name, value in os.environ.items() if name in ("PATH", "HOME")}
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=theirs, env=kept | {"TERM": "xterm"}):
        os.close(theirs)
        shown = b""
        with contextlib.suppress(OSError):  # how Linux says that the other end is closed
            while chunk := os.read(ours, 4096):
                shown += chunk
    os.close(ours)
    told = shown.decode("utf-8", "replace")
    assert "5/5" in told
    assert re.search("通过[1-5]份，不通过[1-5]份，无法检查0份", told)


def test_nothing_to_audit_is_a_mistake(cli: Cli, tmp_path: Path) -> None:
    assert cli("audit").code == 2
    assert cli("audit", "-").code == 2
    assert cli("audit", tmp_path).code == 3


def _started(*arguments: str | Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "checker", "audit", *map(str, arguments)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True)


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """Enough reports to be killed among."""
    folder = tmp_path / "many"
    folder.mkdir()
    for path in sorted(REPORTS.glob("*.txt")):
        for copy in range(3):
            text = path.read_text("utf-8", "replace") + f"\n第{copy + 1}稿\n"
            (folder / f"{path.stem}-{copy}.txt").write_text(text, "utf-8")
    return folder


def _results(store: Path) -> list[tuple[object, ...]]:
    with sqlite3.connect(store) as database:
        query = "SELECT path, digest, key, twin, organ, year, score, error, statuses, report FROM entries JOIN results USING(key)"
        found = database.execute(query + " ORDER BY position").fetchall()
    database.close()
    return found


def _workers(parent: int) -> list[int]:
    """The processes of an audit that check reports: children of the server that the audit has started."""
    listed = subprocess.run(["ps", "-eo", "pid=,ppid="], capture_output=True, text=True).stdout
    parents = {int(pid): int(above) for pid, above in (line.split() for line in listed.splitlines())}
    return [pid for pid, above in parents.items() if parents.get(above) == parent]


@pytest.mark.skipif(not Path("/proc").exists(), reason="needs the list of processes")
def test_killed_at_twenty_moments_nothing_is_lost(many: Path, tmp_path: Path) -> None:
    for path in sorted(many.iterdir()):  # enough for every moment to find work undone
        for copy in ("甲", "乙"):
            text = path.read_text("utf-8") + f"\n{copy}稿\n"
            (many / f"{copy}-{path.name}").write_text(text, "utf-8")
    whole, killed = tmp_path / "whole", tmp_path / "killed"
    undisturbed = _started(many, "-o", whole, "-j", "2", "-q")
    undisturbed.communicate()
    chance = random.Random(20)
    unfinished = 0
    for number in range(20):
        process = _started(many, "-o", killed, "-j", "2", "-q")
        time.sleep(chance.uniform(0.05, 1.0))
        if number % 2:
            for pid in _workers(process.pid)[:1]:
                with contextlib.suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGKILL)
            time.sleep(chance.uniform(0.0, 0.3))
        unfinished += process.poll() is None
        process.kill()
        process.communicate()
        assert _sound(killed / "audit.db")
    assert unfinished
    last = _started(many, "-o", killed, "-j", "2", "-q")
    last.communicate()
    assert last.returncode == undisturbed.returncode
    assert _results(killed / "audit.db") == _results(whole / "audit.db")


def _sound(store: Path) -> bool:
    if not store.exists():  # killed before there was one
        return True
    with contextlib.closing(sqlite3.connect(store)) as database:
        found: str = database.execute("PRAGMA integrity_check").fetchone()[0]
    return found == "ok"


@pytest.mark.skipif(not Path("/proc").exists(), reason="needs the list of processes")
def test_no_process_outlives_a_killed_audit(many: Path, tmp_path: Path) -> None:
    process = _started(many, "-o", tmp_path / "out", "-j", "2", "-q")
    workers: list[int] = []
    while process.poll() is None and len(workers) < 2:
        time.sleep(0.05)
        workers = _workers(process.pid)
    process.kill()
    process.communicate()
    for _ in range(100):
        if not any(_alive(pid) for pid in workers):
            break
        time.sleep(0.1)
    assert not [pid for pid in workers if _alive(pid)]


def _alive(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state not in "ZX"


@pytest.mark.skipif(os.name == "nt", reason="signals")
def test_control_c_keeps_what_is_done(many: Path, tmp_path: Path) -> None:
    out = tmp_path / "结果"
    process = _started(many, "-o", out, "-j", "2", "-q", "--lang", "zh")
    for _ in range(600):
        if (out / "audit.db").exists() and _results_so_far(out):
            break
        time.sleep(0.02)
    os.killpg(process.pid, signal.SIGINT)
    _, err = process.communicate()
    if process.returncode != 1:  # else it was done before
        assert process.returncode == 130
        assert err.decode().startswith("审查已中断，完成的 ")
        assert len(err.decode().splitlines()) == 1
    assert _results_so_far(out)


def _results_so_far(out: Path) -> int:
    try:
        database = sqlite3.connect(out / "audit.db")
        try:
            count: int = database.execute("SELECT count(*) FROM results").fetchone()[0]
        finally:
            database.close()
    except sqlite3.Error:
        return 0
    return count


def test_the_least_certain_report_is_first_where_asked_for(cli: Cli, folder: Path) -> None:
    reports = json.loads(cli("check", folder, "-f", "json").out)["reports"]
    least = {
        Path(report["path"]).name: min(item["confidence"] for item in report["items"] if item["level"] == "required")
        for report in reports
    }
    done = cli("audit", folder, "--sort", "confidence", "--lang", "zh", "-v")
    # A long path is broken over lines.
    ranking = re.sub(r"\s", "", done.out[done.out.index("排名") :])
    listed = sorted((name for name in NAMES if name in ranking), key=ranking.index)
    assert len(listed) == len(NAMES)
    assert [least[name] for name in listed] == sorted(least.values())
    assert len(set(least.values())) > 1


def test_copies_are_told_and_the_same_however_many_processes(cli: Cli, folder: Path, tmp_path: Path) -> None:
    copied = (folder / "a01.txt").read_text("utf-8").replace("2024", "2023")
    (folder / "抄.txt").write_text(copied, "utf-8")
    one = cli("audit", folder, "--copies", "-j", "1", "-q", "-f", "json")
    two = cli("audit", folder, "--copies", "-j", "2", "-q", "-f", "json")
    assert one.out == two.out
    [pair] = json.loads(one.out)["copies"]["pairs"]
    assert [Path(pair[side]["path"]).name for side in ("left", "right")] == ["a01.txt", "抄.txt"]
    assert pair["share"] == 100
    assert "copies" not in json.loads(cli("audit", folder, "-j", "1", "-q", "-f", "json").out)


def test_earlier_reports_are_a_folder_or_a_store(cli: Cli, folder: Path, tmp_path: Path) -> None:
    earlier, out, kept = tmp_path / "2023年度", tmp_path / "结果", tmp_path / "往年结果"
    earlier.mkdir()
    (earlier / "旧.txt").write_text((folder / "a02.txt").read_text("utf-8").replace("2023", "2022"), "utf-8")
    shutil.copy(REPORTS / "a09.txt", earlier / "a09.txt")
    by_folder = json.loads(cli("audit", folder, "--against", earlier, "-o", out, "-q", "-f", "json").out)["copies"]
    cli("audit", earlier, "-o", kept, "--copies", "-q")
    by_store = json.loads(cli("audit", folder, "--against", kept, "-q", "-f", "json").out)["copies"]
    again = json.loads(cli("audit", folder, "--against", out, "-o", out, "-q", "-f", "json").out)["copies"]
    assert by_folder == by_store == again
    assert by_folder["earlier"] == 2
    [pair] = by_folder["pairs"]
    assert (Path(pair["right"]["path"]).name, pair["earlier"]) == ("旧.txt", True)


def test_what_cannot_be_compared_with_is_told(cli: Cli, folder: Path, tmp_path: Path) -> None:
    missing = cli("audit", folder, "--against", tmp_path / "没有", "--lang", "zh")
    assert (missing.code, missing.err.count("\n")) == (2, 1)
    cli("audit", folder, "-o", tmp_path / "结果", "-q")
    bare = cli("audit", folder, "--against", tmp_path / "结果", "-q", "--lang", "zh")
    assert bare.code == 2
    assert "没有留下查重用的数据" in bare.err


@pytest.mark.parametrize(("by", "name"), [("region", "岱屿市"), ("sector", "市场监督管理"), ("organ", "栖川市公安局")])
def test_groups_by_the_names_of_organs(cli: Cli, folder: Path, by: str, name: str) -> None:
    found = json.loads(cli("audit", folder, "--group-by", by, "-q", "-f", "json", "--lang", "zh").out)["summary"]
    groups = {group["name"]: group["reports"] for group in found["groups"]}
    assert name in groups
    assert sum(groups.values()) == len(NAMES)
    means = [group["mean"] for group in found["groups"]]
    assert means == sorted(means)
    screen = cli("audit", folder, "--group-by", by, "--lang", "zh", "--top", "2").out
    assert "分组统计" in screen
    assert "组没有列出" in screen
