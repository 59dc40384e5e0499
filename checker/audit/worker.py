"""What a process of an audit does: it checks a piece of the work and gives back what the store keeps."""

import os
import signal
import threading
import time
from functools import cache
from typing import Final, NamedTuple

from checker.audit import codec
from checker.audit.discovery import Source
from checker.audit.gate import is_internal
from checker.audit.run import Options, check
from checker.errors import UsageError
from checker.results import ReportResult
from checker.ruleset import load
from checker.ruleset.model import OrganType, Ruleset

_MEMORY: Final = 3 << 30
"""Bytes of address space for one process: a report that wants more is no report."""

_LETTERS: Final = {"present": "p", "weak": "w", "missing": "m", "not_applicable": "n", "unverifiable": "u"}


class Task(NamedTuple):
    """A piece of work, as small as what it says: files, and the ruleset by name."""

    ruleset: str
    digest: str
    """Of the ruleset the audit began with; another one would make results that cannot be compared."""
    year: int | None
    organ_type: OrganType | None
    sources: tuple[Source, ...]


class Outcome(NamedTuple):
    """The result of one file: the columns that summaries need, and all of it in bytes."""

    digest: str
    organ: str | None
    year: int | None
    score: int
    error: str | None
    """Code of the error."""
    internal: bool
    """Whether the tool itself failed on the report."""
    statuses: str
    """A letter for each item of the ruleset, in its order: p w m n u; empty where nothing could be checked."""
    confidence: float
    """Of the least certain verdict on a required item, 0-1; 1 where there is none."""
    seconds: float
    report: bytes


def work(task: Task) -> list[Outcome]:
    """The outcomes of the files of `task`, in their order."""
    ruleset = _ruleset(task.ruleset, task.digest)
    options = Options(task.year, task.organ_type)
    outcomes = []
    for source in task.sources:
        start = time.perf_counter()
        report = check(source, ruleset, options)
        outcomes.append(outcome(report, time.perf_counter() - start))
    return outcomes


def reports(task: Task) -> list[ReportResult]:
    """The results of the files of `task`, in their order."""
    ruleset = _ruleset(task.ruleset, task.digest)
    options = Options(task.year, task.organ_type)
    return [check(source, ruleset, options) for source in task.sources]


def outcome(report: ReportResult, seconds: float) -> Outcome:
    """`report` as the store keeps it."""
    return Outcome(
        digest=report.digest,
        organ=report.organ,
        year=report.year,
        score=report.score,
        error=report.error.code if report.error else None,
        internal=is_internal(report),
        statuses="".join(_LETTERS[item.status] for item in report.items),
        confidence=min((item.confidence for item in report.items if item.level == "required"), default=1.0),
        seconds=round(seconds, 3),
        report=codec.encode(report),
    )


@cache
def _ruleset(name: str, digest: str) -> Ruleset:
    ruleset = load(name)
    if ruleset.info.digest != digest:
        raise UsageError("ruleset-changed")
    return ruleset


def prepare() -> None:
    """Makes a process a good worker: bounded, deaf to Ctrl-C, and gone when its parent is."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _limit_memory()
    threading.Thread(target=_follow_parent, daemon=True).start()


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:  # Windows
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    limit = _MEMORY if hard == resource.RLIM_INFINITY else min(_MEMORY, hard)
    resource.setrlimit(resource.RLIMIT_AS, (limit, hard))


def _follow_parent() -> None:
    from multiprocessing import parent_process

    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
