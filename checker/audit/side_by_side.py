"""Many inputs at once, on several processes, with the results that one process would give, in the same order."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from checker import engine
from checker.audit.discovery import STDIN, Source
from checker.audit.run import UNKNOWN_TYPE, Options, check, digest, run
from checker.errors import ReadError
from checker.results import ReportResult
from checker.ruleset.model import Ruleset

if TYPE_CHECKING:
    from concurrent.futures import Future

    from checker.audit.crew import Crew

_PIECE: Final = 8
"""Files that a process is given at a time."""
_WORTH: Final = 100
"""Files from which a second process saves more time than it takes to start."""


class Group(NamedTuple):
    """Inputs that are checked in the same way."""

    sources: tuple[Source, ...]
    ruleset: Ruleset
    name: str
    """Id or path from which a process loads the ruleset."""
    options: Options


def cores() -> int:
    """How many processes this one may have at work at the same time."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # Windows, macOS
        return os.cpu_count() or 1


def run_groups(groups: Sequence[Group], jobs: int | None) -> list[tuple[ReportResult, ...]]:
    """The results of each group, in the order of its sources.

    `jobs` is how many processes to use; None for as many as are worth their start.
    """
    files = sum(len(group.sources) for group in groups)
    if jobs is None:
        jobs = min(cores(), 1 + files // _WORTH)
    if min(jobs, files) <= 1:
        return [run(group.sources, group.ruleset, group.options) for group in groups]
    from checker.audit import worker
    from checker.audit.crew import Crew

    crew = Crew(min(jobs, files), None, worker.prepare)
    try:
        handed_out = [_hand_out(group, crew) for group in groups]
        results = [_collect(group, pieces, crew) for group, pieces in zip(groups, handed_out, strict=True)]
    except BaseException:
        crew.shutdown(cancel_futures=True)
        raise
    crew.shutdown()
    return results


_Pieces = list[tuple[tuple[Source, ...], "Future[list[ReportResult]]"]]


def _hand_out(group: Group, crew: Crew) -> _Pieces:
    # What is on standard input is at hand here only.
    files = [source for source in group.sources if source.path != STDIN]
    pieces = [tuple(files[at : at + _PIECE]) for at in range(0, len(files), _PIECE)]
    return [(piece, _submit(group, piece, crew)) for piece in pieces]


def _submit(group: Group, piece: tuple[Source, ...], crew: Crew) -> Future[list[ReportResult]]:
    from checker.audit.worker import Task, reports

    info, options = group.ruleset.info, group.options
    task = Task(group.name, info.digest, options.year, options.organ_type, piece, options.today)
    return crew.submit(reports, task)


def _collect(group: Group, pieces: _Pieces, crew: Crew) -> tuple[ReportResult, ...]:
    from checker.audit.crew import WorkerDied

    found: dict[Source, ReportResult] = {}
    for piece, future in pieces:
        try:
            results = future.result()
        except WorkerDied:  # one of them is to blame: each by itself
            results = [_alone(group, source, crew) for source in piece]
        found |= zip(piece, results, strict=True)
    return tuple(found.get(source) or check(source, group.ruleset, group.options) for source in group.sources)


def _alone(group: Group, source: Source, crew: Crew) -> ReportResult:
    from checker.audit.crew import WorkerDied

    try:
        return _submit(group, (source,), crew).result()[0]
    except WorkerDied:
        return engine.failed(source.path, digest(source), UNKNOWN_TYPE, ReadError("worker-died"))
