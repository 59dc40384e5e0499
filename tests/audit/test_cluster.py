"""A real Dask cluster on this machine: a scheduler, three workers, and what happens to them."""

from __future__ import annotations

import contextlib
import importlib.util
import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from checker.audit import batch
from checker.audit.batch import Order, Watcher
from checker.audit.cluster import Cluster
from checker.audit.discovery import discover_batch
from checker.audit.store import Store
from checker.errors import UsageError
from checker.ruleset import load
from tests.audit import deeds

ROOT = Path(__file__).parents[2]
REPORTS = ROOT / "fixtures" / "reports"
RULES = "law-based-government"
WORKERS = 3

pytestmark = [
    pytest.mark.skipif(importlib.util.find_spec("distributed") is None, reason="distributed is not installed"),
    pytest.mark.skipif(not Path("/proc").exists(), reason="needs the list of processes"),
]


class Running(NamedTuple):
    """A cluster of this machine."""

    address: str
    scheduler: subprocess.Popen[bytes]
    nanny: subprocess.Popen[bytes]
    """The process that starts the workers, and starts them again when they die."""

    def workers(self) -> list[int]:
        return [pid for pid in _children(self.nanny.pid) if "spawn_main" in _command(pid)]


def _children(parent: int) -> list[int]:
    listed = subprocess.run(["ps", "-eo", "pid=,ppid="], capture_output=True, text=True).stdout
    pairs = [(int(pid), int(above)) for pid, above in (line.split() for line in listed.splitlines())]
    return sorted(pid for pid, above in pairs if above == parent)


def _command(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/cmdline").read_text("utf-8")
    except OSError:
        return ""


def _dask(*arguments: str | Path) -> subprocess.Popen[bytes]:
    # From here, so that what tests let workers do can be imported there.
    return subprocess.Popen(
        [sys.executable, "-m", "dask", *map(str, arguments)],
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def _until(happens: Callable[[], object]) -> None:
    deadline = time.monotonic() + 60
    while not happens():
        assert time.monotonic() < deadline
        time.sleep(0.05)


@contextlib.contextmanager
def _cluster(folder: Path, workers: int) -> Iterator[Running]:
    file = folder / "scheduler.json"
    here = ("--host", "127.0.0.1")
    scheduler = _dask("scheduler", *here, "--port", "0", "--no-dashboard", "--scheduler-file", file)
    _until(file.exists)
    _until(lambda: file.read_text("utf-8").strip().endswith("}"))
    address = json.loads(file.read_text("utf-8"))["address"]
    size = ("--nworkers", str(workers), "--nthreads", "1")
    nanny = _dask("worker", address, *here, *size, "--no-dashboard", "--local-directory", folder / "scratch")
    running = Running(address, scheduler, nanny)
    try:
        _until(lambda: len(running.workers()) == workers)
        yield running
    finally:
        for process in (nanny, scheduler):
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    with _cluster(tmp_path_factory.mktemp("cluster"), WORKERS) as running:
        yield running


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Good reports and bad ones, one of them in an archive."""
    folder = tmp_path / "2024年度"
    folder.mkdir()
    for name in ("a01.txt", "a02.txt", "a03.md", "a04.txt", "a05.html"):
        shutil.copy(REPORTS / name, folder / name)
    (folder / "坏.docx").write_bytes(b"PK\x03\x04 broken")
    (folder / "空.txt").write_bytes(b"")
    (folder / "失效.txt").symlink_to(folder / "没有.txt")
    with zipfile.ZipFile(folder / "城关镇.zip", "w") as archive:
        archive.write(REPORTS / "a06.txt", "报告.txt")
    return folder


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """Enough reports for something to happen in the middle of them."""
    folder = tmp_path / "many"
    folder.mkdir()
    for path in sorted(REPORTS.glob("*.txt")):
        for copy in range(4):
            text = path.read_text("utf-8", "replace") + f"\n第{copy + 1}稿\n"
            (folder / f"{path.stem}-{copy}.txt").write_text(text, "utf-8")
    return folder


def _command_line(*arguments: str | Path) -> list[str]:
    return [sys.executable, "-m", "checker", "audit", *map(str, arguments), "--lang", "zh"]


def _audit(where: Path, *arguments: str | Path) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(_command_line(*arguments), cwd=where, capture_output=True, timeout=120)


def _results_so_far(store: Path) -> int:
    try:
        with contextlib.closing(sqlite3.connect(store)) as database:
            count: int = database.execute("SELECT count(*) FROM results").fetchone()[0]
    except sqlite3.Error:
        return 0
    return count


def test_the_same_bytes_from_one_process_from_two_and_from_a_cluster(cluster: Running, folder: Path) -> None:
    # The way to the folder starts where the command was given, which is not where the workers were started.
    given = (folder.name, "-q", "-f", "json")
    one, two = (_audit(folder.parent, *given, "-j", jobs) for jobs in ("1", "2"))
    cluster_s = _audit(folder.parent, *given, "--cluster", cluster.address)
    assert cluster_s.stderr == b""
    assert cluster_s.returncode == one.returncode == two.returncode == 3
    assert cluster_s.stdout == one.stdout == two.stdout
    assert {report["path"] for report in json.loads(one.stdout)["reports"]} >= {"2024年度/城关镇.zip/报告.txt"}


def test_copies_are_found_on_a_cluster_too(cluster: Running, folder: Path) -> None:
    text = (folder / "a04.txt").read_text("utf-8")
    (folder / "抄.txt").write_text(text.replace("澄麓县", "丰隰县") + "\n又及。\n", "utf-8")
    given = (folder.name, "-f", "plain", "--copies", "--no-progress")
    alone = _audit(folder.parent, *given, "-j", "2")
    cluster_s = _audit(folder.parent, *given, "--cluster", cluster.address)
    assert cluster_s.stderr == b""
    assert cluster_s.stdout == alone.stdout
    assert "抄.txt" in alone.stdout.decode().partition("雷同的报告")[2]


def test_workers_killed_in_mid_run_cost_nothing_but_time(cluster: Running, many: Path, tmp_path: Path) -> None:
    alone = _audit(tmp_path, many, "-j", "2", "-q", "-f", "json")
    command = _command_line(many, "--cluster", cluster.address, "-o", tmp_path / "out", "-q", "-f", "json")
    before = cluster.workers()
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as audit:
        for victim, least in ((before[0], 1), (before[1], 60)):
            _until(lambda least=least: _results_so_far(tmp_path / "out" / "audit.db") >= least)  # type: ignore[misc]
            os.kill(victim, signal.SIGKILL)
        unfinished = audit.poll() is None
        out, err = audit.communicate(timeout=120)
    assert unfinished
    assert err == b""
    assert (audit.returncode, out) == (alone.returncode, alone.stdout)
    _until(lambda: len(cluster.workers()) == WORKERS)


def _run(address: str, folder: Path, timeout: float) -> dict[str, str]:
    """An audit in this process; the errors by name of file."""
    cluster = Cluster(address, timeout)
    store = Store(None)
    try:
        order = Order("x", discover_batch([str(folder)], None), load(RULES), RULES, jobs=cluster.size, elsewhere=True)
        watcher = Watcher(lambda total, known: None, lambda source, outcome: None)
        number = batch.audit(order._replace(timeout=timeout), store, lambda: cluster, watcher)
        return {Path(row.path).name: row.error or "" for row in store.rows(number)}
    finally:
        cluster.shutdown(cancel_futures=True)
        store.close()


def test_a_file_that_kills_or_hangs_costs_itself_only(
    cluster: Running, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batch, "work", deeds.work)
    for path in folder.iterdir():
        if not path.name.startswith("a0"):
            path.unlink()
    (folder / "毒.txt").write_bytes(b"DIE!" * 20)
    (folder / "慢.txt").write_bytes(b"HANG" * 20)
    before = cluster.workers()
    errors = _run(cluster.address, folder, 6.0)
    assert {name: error for name, error in errors.items() if error} == {"毒.txt": "worker-died", "慢.txt": "timed-out"}
    assert len(errors) == 7
    assert cluster.workers() == before


def test_control_c_leaves_the_cluster_to_others(cluster: Running, many: Path, folder: Path, tmp_path: Path) -> None:
    command = _command_line(many, "--cluster", cluster.address, "-o", tmp_path / "out", "-q")
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as audit:
        _until(lambda: _results_so_far(tmp_path / "out" / "audit.db"))
        audit.send_signal(signal.SIGINT)
        _, err = audit.communicate(timeout=60)
    assert audit.returncode == 130
    assert err.decode().startswith("审查已中断，完成的 ")
    assert len(err.decode().splitlines()) == 1
    assert _audit(tmp_path, folder, "--cluster", cluster.address, "-q").returncode == 3


def test_a_cluster_that_goes_away_is_told_in_a_sentence(many: Path, tmp_path: Path) -> None:
    with _cluster(tmp_path, 1) as running:
        command = _command_line(many, "--cluster", running.address, "-o", tmp_path / "out", "-q")
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as audit:
            _until(lambda: _results_so_far(tmp_path / "out" / "audit.db"))
            running.scheduler.kill()
            _, err = audit.communicate(timeout=60)
    assert audit.returncode == 4
    assert err.decode().splitlines() == [
        "错误：与集群的连接中断，审查已停止，此前的结果已经保存。请确认集群正在运行；用同样的命令可以接着做。"
    ]


def test_a_cluster_without_workers_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("checker.audit.cluster._CONNECT", 0.5)
    with _cluster(tmp_path, 0) as running, pytest.raises(UsageError) as caught:
        Cluster(running.address, 60.0)
    assert caught.value.key == "cluster-without-workers"


@pytest.mark.parametrize("address", ["", "10.0.0.5:8786", "tcp://10.0.0.5", "http://10.0.0.5:8786", "tcp:// x:1"])
def test_what_is_no_address_is_told(address: str) -> None:
    with pytest.raises(UsageError) as caught:
        Cluster(address, 60.0)
    assert caught.value.key == "cluster-address"


def test_a_scheduler_that_is_not_there_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("checker.audit.cluster._CONNECT", 0.5)
    with pytest.raises(UsageError) as caught:
        Cluster("tcp://127.0.0.1:9", 60.0)
    assert caught.value.key == "cluster-unreachable"
