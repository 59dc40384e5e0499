"""What a process of an audit does: it checks a piece of the work and gives back what the store keeps."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from checker.audit import codec
from checker.audit.discovery import Source
from checker.audit.gate import count_accepted, is_internal
from checker.audit.rows import ItemColumn
from checker.audit.run import Options, check, text_of
from checker.errors import UsageError
from checker.messages import say
from checker.results import ItemResult, Reason, ReportResult, RulesetInfo
from checker.ruleset import load
from checker.ruleset.model import OrganType, Ruleset
from checker.structure import Reading

if TYPE_CHECKING:
    from datetime import date

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
    today: date | None = None
    """On which suppressions must hold; None for the day it is."""
    columns: tuple[ItemColumn, ...] = ()
    """The items of an audit with several rulesets; empty where those of the ruleset are all there are."""
    foreign: bool = False
    """Whether the ruleset is another than the usual one of the audit."""
    sketched: bool = False
    """Whether what copies are found by is to be made too."""


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
    """A letter for each item of the audit, in its order: p w m n u, as capitals where it is accepted as it is; empty
    where nothing could be checked."""
    accepted: int
    """Items and findings that are accepted as they are."""
    confidence: float
    """Of the least certain verdict on a required item, 0-1; 1 where there is none."""
    seconds: float
    report: bytes
    sketches: bytes | None = None
    """What copies are found by, where it was asked for; no bytes for a report that could not be read."""


def work(task: Task) -> list[Outcome]:
    """The outcomes of the files of `task`, in their order."""
    ruleset = _ruleset(task.ruleset, task.digest)
    options = Options(task.year, task.organ_type, today=task.today)
    outcomes = []
    for source in task.sources:
        start = time.perf_counter()
        sketched: list[bytes] = []
        see = _sketcher(ruleset, sketched) if task.sketched else None
        report = _aligned(check(source, ruleset, options, see), task, ruleset.info)
        done = outcome(report, time.perf_counter() - start)
        outcomes.append(done._replace(sketches=b"".join(sketched)) if task.sketched else done)
    return outcomes


def _sketcher(ruleset: Ruleset, into: list[bytes]) -> Callable[[Reading], None]:
    from checker.audit.sketches import pack, sketch

    return lambda reading: into.append(pack(sketch(reading, ruleset), reading.document.media_type))


def reports(task: Task) -> list[ReportResult]:
    """The results of the files of `task`, in their order."""
    ruleset = _ruleset(task.ruleset, task.digest)
    options = Options(task.year, task.organ_type, today=task.today)
    return [check(source, ruleset, options) for source in task.sources]


class Reread(NamedTuple):
    """A file of which some paragraphs are wanted again."""

    source: Source
    digest: str
    """Of the bytes in which the paragraphs stand."""
    places: tuple[tuple[int, int], ...]
    """Half-open character offsets into the text."""


def reread(files: list[Reread]) -> list[list[str] | None]:
    """The paragraphs of each file; None for one that was changed or is gone."""
    texts = ((text_of(file.source, file.digest), file.places) for file in files)
    return [None if text is None else [text[start:end] for start, end in places] for text, places in texts]


def outcome(report: ReportResult, seconds: float) -> Outcome:
    """`report` as the store keeps it."""
    return Outcome(
        digest=report.digest,
        organ=report.organ,
        year=report.year,
        score=report.score,
        error=report.error.code if report.error else None,
        internal=is_internal(report),
        statuses=letters(report),
        accepted=count_accepted(report),
        confidence=min((item.confidence for item in report.items if item.level == "required"), default=1.0),
        seconds=round(seconds, 3),
        report=codec.encode(report),
    )


def letters(report: ReportResult) -> str:
    """The statuses of `report` as summaries keep them."""
    found = ((_LETTERS[item.status], item.accepted) for item in report.items)
    return "".join(letter.upper() if accepted else letter for letter, accepted in found)


def _aligned(report: ReportResult, task: Task, ruleset: RulesetInfo) -> ReportResult:
    """`report` with an item for each column, so that all reports of an audit make one table."""
    if task.columns and report.items:
        own = {item.id: item for item in report.items}
        report = report._replace(items=tuple(own.get(column.id) or _unasked(column) for column in task.columns))
    # A ruleset that was chosen for the report itself says more than that of its kind.
    return report._replace(ruleset=ruleset) if task.foreign and not report.ruleset else report


def _unasked(column: ItemColumn) -> ItemResult:
    reason = Reason("other-ruleset", say("other-ruleset"))
    return ItemResult(column.id, column.title, column.level, "not_applicable", 0, 1.0, (reason,), (), None, None, "")


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
