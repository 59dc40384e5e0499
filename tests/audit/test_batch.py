"""Batches: what is lost, what is kept, what is done again."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from pathlib import Path

import pytest

from checker.audit import batch, codec, worker
from checker.audit.batch import Order, Watcher
from checker.audit.crew import Crew
from checker.audit.discovery import Source, discover_batch
from checker.audit.rows import Row
from checker.audit.store import Store
from checker.audit.worker import Outcome
from checker.errors import UsageError
from checker.ruleset import load
from tests.audit import deeds

REPORTS = Path(__file__).parents[2] / "fixtures" / "reports"
RULES = "law-based-government"
NAMES = ("a01.txt", "a02.txt", "a03.md", "a04.txt", "a05.html", "a06.txt")

Audit = Callable[..., list[Row]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Six good reports."""
    folder = tmp_path / "2024年度"
    folder.mkdir()
    for name in NAMES:
        shutil.copy(REPORTS / name, folder / name)
    return folder


class Bench:
    """Audits of one folder into one store."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.store = Store(folder.parent / "audit.db")
        self.done: list[str] = []
        self.number = 0

    def audit(self, jobs: int = 1, timeout: float = 30.0, *, fresh: bool = False) -> list[Row]:
        self.done = []
        order = Order(
            "2024",
            discover_batch([str(self.folder)], None),
            load(RULES),
            RULES,
            jobs=jobs,
            timeout=timeout,
            fresh=fresh,
        )
        watcher = Watcher(lambda total, known: None, self._note)

        def crew() -> Executor:
            return Crew(jobs, timeout, worker.prepare)

        self.number = batch.audit(order, self.store, crew, watcher)
        return list(self.store.rows(self.number))

    def _note(self, source: Source, outcome: Outcome) -> None:
        self.done.append(Path(source.path).name)

    def errors(self) -> dict[str, str]:
        return {Path(row.path).name: row.error for row in self.store.rows(self.number) if row.error}


@pytest.fixture
def bench(folder: Path) -> Iterator[Bench]:
    bench = Bench(folder)
    yield bench
    bench.store.close()


def _told(rows: list[Row]) -> list[tuple[object, ...]]:
    return [row[:-1] for row in rows]


def test_one_process_or_two_the_results_are_the_same(bench: Bench) -> None:
    one = _told(bench.audit(1))
    reports = [bench.store.report(bench.number, row[0]) for row in bench.store.rows(bench.number)]
    two = _told(bench.audit(2, fresh=True))
    assert one == two
    assert reports == [bench.store.report(bench.number, row[0]) for row in bench.store.rows(bench.number)]
    assert len(one) == len(NAMES)


def test_only_what_is_new_or_changed_is_done_again(bench: Bench) -> None:
    bench.audit()
    assert sorted(bench.done) == sorted(NAMES)
    bench.audit()
    assert bench.done == []
    changed = bench.folder / "a02.txt"
    changed.write_text(changed.read_text("utf-8") + "\n特此报告。\n", "utf-8")
    shutil.copy(REPORTS / "a07.txt", bench.folder / "新.txt")
    bench.audit()
    assert sorted(bench.done) == ["a02.txt", "新.txt"]
    bench.audit(fresh=True)
    assert len(bench.done) == len(NAMES) + 1


def test_a_report_that_is_gone_is_no_longer_part_of_the_audit(bench: Bench) -> None:
    bench.audit()
    (bench.folder / "a01.txt").unlink()
    assert "a01.txt" not in {Path(row.path).name for row in bench.audit()}


def test_the_same_content_is_reported_once(bench: Bench) -> None:
    shutil.copy(bench.folder / "a01.txt", bench.folder / "b-副本.txt")
    rows = bench.audit()
    assert len(rows) == len(NAMES)
    [(copy, first)] = bench.store.duplicates(bench.number)
    assert (Path(copy).name, Path(first).name) == ("b-副本.txt", "a01.txt")


@pytest.mark.skipif(os.name == "nt", reason="signals")
def test_a_worker_that_dies_or_hangs_costs_its_file_only(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batch, "work", deeds.work)
    (bench.folder / "坏.txt").write_bytes(b"DIE!" * 20)
    (bench.folder / "慢.txt").write_bytes(b"HANG" * 20)
    rows = bench.audit(2, timeout=2.0)
    assert bench.errors() == {"坏.txt": "worker-died", "慢.txt": "timed-out"}
    assert len(rows) == len(NAMES) + 2


@pytest.mark.skipif(os.name == "nt", reason="no limit of memory")
def test_a_file_that_wants_too_much_memory_costs_itself_only(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batch, "work", deeds.work)
    for path in bench.folder.glob("a0[2-6]*"):
        path.unlink()
    (bench.folder / "大.txt").write_bytes(b"FEED" * 20)
    bench.audit(2)
    assert bench.errors() == {"大.txt": "out-of-memory"}


def test_a_file_that_vanishes_meanwhile_costs_itself_only(bench: Bench) -> None:
    sources = discover_batch([str(bench.folder)], None)
    order = Order("2024", sources, load(RULES), RULES)

    def start(total: int, known: int) -> None:
        (bench.folder / "a02.txt").unlink()
        (bench.folder / "a04.txt").unlink()
        (bench.folder / "a04.txt").mkdir()

    crew = Crew(1, 30.0, worker.prepare)
    bench.number = batch.audit(order, bench.store, lambda: crew, Watcher(start, lambda source, outcome: None))
    assert bench.errors() == {"a02.txt": "file-not-found", "a04.txt": "is-directory"}
    assert len(list(bench.store.rows(bench.number))) == len(NAMES)


def test_what_happened_to_the_machine_is_tried_again(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    (bench.folder / "坏.txt").write_bytes(b"DIE!" * 20)
    with monkeypatch.context() as patched:
        patched.setattr(batch, "work", deeds.work)
        bench.audit()
    assert bench.errors() == {"坏.txt": "worker-died"}
    bench.audit()
    assert bench.done == ["坏.txt"]
    assert bench.errors() == {}


def test_what_cannot_be_opened_is_tried_again(bench: Bench) -> None:
    (bench.folder / "空.docx").write_bytes(b"")
    bench.audit()
    assert bench.errors() == {"空.docx": "empty-file"}
    assert len(bench.done) == len(NAMES) + 1


def test_an_interrupted_audit_keeps_what_it_has_finished(bench: Bench) -> None:
    def stop(source: Source, outcome: Outcome) -> None:
        raise KeyboardInterrupt

    bench._note = stop  # type: ignore[method-assign]
    with pytest.raises(KeyboardInterrupt):
        bench.audit()
    [audit] = bench.store.audits()
    assert bench.store.finished(audit.id) == 1
    assert bench.store.unfinished(audit.id) == len(NAMES) - 1
    del bench._note
    bench.audit()
    assert len(bench.done) == len(NAMES) - 1


def test_another_ruleset_is_another_audit_of_the_same_files(bench: Bench) -> None:
    bench.audit()
    rules = load(RULES)
    order = Order(
        "2024",
        discover_batch([str(bench.folder)], None),
        rules._replace(info=rules.info._replace(digest="sha256:1")),
        RULES,
    )
    watcher = Watcher(lambda total, known: None, lambda source, outcome: None)
    with pytest.raises(UsageError) as caught:  # the one on disk is not the one that was asked for
        batch.audit(order, bench.store, lambda: Crew(1, 30.0, worker.prepare), watcher)
    assert caught.value.key == "ruleset-changed"


class Elsewhere(Executor):
    """Machines that find something else, or nothing, where this one finds the reports."""

    def __init__(self, there: Path) -> None:
        self._there = there

    def submit(self, fn: Callable[..., object], /, *args: object, **kwargs: object) -> Future[object]:  # type: ignore[override]
        task = args[0]
        assert isinstance(task, worker.Task)
        moved = tuple(source._replace(path=str(self._there / Path(source.path).name)) for source in task.sources)
        future: Future[object] = Future()
        future.set_result(fn(task._replace(sources=moved)))
        return future


@pytest.mark.parametrize("found", ["nothing", "an older copy"])
def test_files_that_a_cluster_does_not_see_stop_the_audit(bench: Bench, tmp_path: Path, found: str) -> None:
    there = tmp_path / "elsewhere"
    there.mkdir()
    if found != "nothing":
        for name in NAMES:
            (there / name).write_text("旧稿", "utf-8")
    sources = discover_batch([str(bench.folder)], None)
    order = Order("2024", sources, load(RULES), RULES, elsewhere=True)
    watcher = Watcher(lambda total, known: None, lambda source, outcome: None)
    with pytest.raises(UsageError) as caught:
        batch.audit(order, bench.store, lambda: Elsewhere(there), watcher)
    assert caught.value.key == "cluster-unseen"
    number = bench.store.audits()[0].id
    assert list(bench.store.rows(number)) == []
    bench.audit()
    assert bench.errors() == {}


def test_a_file_that_nobody_can_read_is_no_fault_of_a_cluster(bench: Bench) -> None:
    (bench.folder / "失效.txt").symlink_to(bench.folder / "没有.txt")
    order = Order("2024", discover_batch([str(bench.folder)], None), load(RULES), RULES, elsewhere=True)
    watcher = Watcher(lambda total, known: None, lambda source, outcome: None)
    number = batch.audit(order, bench.store, lambda: Elsewhere(bench.folder), watcher)
    errors = {Path(row.path).name: row.error for row in bench.store.rows(number) if row.error}
    assert errors == {"失效.txt": "file-not-found"}


def test_a_store_that_is_none_gets_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "audit.db").write_bytes(b"no database at all, but long enough to look at" * 40)
    with pytest.raises(UsageError) as caught:
        Store(tmp_path / "audit.db")
    assert caught.value.key == "store-unusable"
    with pytest.raises(UsageError) as caught:
        Store(tmp_path / "没有.db", create=False)
    assert caught.value.key == "no-store"
    with sqlite3.connect(tmp_path / "later.db") as later:
        later.execute("PRAGMA user_version = 99")
    later.close()
    with pytest.raises(UsageError) as caught:
        Store(tmp_path / "later.db")
    assert caught.value.key == "store-of-other-version"


def test_results_of_another_shape_are_made_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    order = Order("2024", (Source("a.txt"),), load(RULES), RULES)
    old = batch._key(order, 0, "sha256:0")
    monkeypatch.setattr(codec, "VERSION", codec.VERSION + 1)
    assert batch._key(order, 0, "sha256:0") != old
