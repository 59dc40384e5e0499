"""Inputs checked on several processes: the same results in the same order, whatever becomes of a process."""

from __future__ import annotations

import multiprocessing
import sys
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from typing import Any

import pytest

from checker.audit import crew
from checker.audit.crew import WorkerDied
from checker.audit.discovery import STDIN, Source
from checker.audit.run import Options
from checker.audit.side_by_side import Group, run_groups
from checker.audit.worker import Task
from checker.errors import ReadError
from checker.ruleset import load

REPORTS = Path(__file__).parents[2] / "fixtures" / "reports"
NAME = "law-based-government"


def group(*sources: Source, stdin: bytes = b"") -> Group:
    return Group(sources, load(NAME), NAME, Options(stdin=stdin, stdin_name="草稿.md"))


def files(*names: str) -> tuple[Source, ...]:
    return tuple(Source(str(REPORTS / name)) for name in names)


def test_two_processes_give_what_one_gives() -> None:
    stdin = (REPORTS / "a08.md").read_bytes()
    groups = [
        group(
            *files("a01.txt", "a03.md"), Source(STDIN), Source("没有", ReadError("no-reports-in-folder")), stdin=stdin
        ),
        group(*files(*sorted(path.name for path in REPORTS.glob("c*")))),
    ]
    one, two = run_groups(groups, 1), run_groups(groups, 2)
    assert one == two
    assert [len(results) for results in two] == [4, len(groups[1].sources)]
    assert two[0][2].path == "草稿.md"
    assert two[0][3].error is not None


def test_few_files_start_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "checker.audit.crew", None)  # importing it fails
    [results] = run_groups([group(*files("a01.txt", "a03.md"))], None)
    assert [result.verdict for result in results] == ["pass", "pass"]


def test_processes_start_as_they_do_on_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crew, "_context", lambda: multiprocessing.get_context("spawn"))
    groups = [group(*files("a01.txt", "a04.txt"))]
    assert run_groups(groups, 2) == run_groups(groups, 1)


class Deadly:
    """Stands for a crew whose process dies over one of the files."""

    def __init__(self, *_: Any) -> None:
        self.over = "a03.md"

    def submit(self, function: Callable[[Task], Any], task: Task) -> Future[Any]:
        future: Future[Any] = Future()
        if any(source.path.endswith(self.over) for source in task.sources):
            future.set_exception(WorkerDied())
        else:
            future.set_result(function(task))
        return future

    def shutdown(self, *, cancel_futures: bool = False) -> None:
        assert not cancel_futures


def test_a_file_that_kills_its_process_costs_itself_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crew, "Crew", Deadly)
    [results] = run_groups([group(*files("a01.txt", "a03.md", "a08.md"))], 2)
    assert [result.error.code if result.error else None for result in results] == [None, "worker-died", None]
    assert [Path(result.path).name for result in results] == ["a01.txt", "a03.md", "a08.md"]


def test_the_first_error_ends_the_work(monkeypatch: pytest.MonkeyPatch) -> None:
    ended = []

    class Broken(Deadly):
        def submit(self, function: Callable[[Task], Any], task: Task) -> Future[Any]:
            future: Future[Any] = Future()
            future.set_exception(KeyboardInterrupt())
            return future

        def shutdown(self, *, cancel_futures: bool = False) -> None:
            ended.append(cancel_futures)

    monkeypatch.setattr(crew, "Crew", Broken)
    with pytest.raises(KeyboardInterrupt):
        run_groups([group(*files("a01.txt", "a03.md"))], 2)
    assert ended == [True]
