"""A batch from its inputs to a store full of results: what is new is checked, on any executor, and kept as it comes."""

from __future__ import annotations

import contextlib
import json
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import CancelledError, Executor, Future
from itertools import islice
from pathlib import Path
from queue import SimpleQueue
from typing import TYPE_CHECKING, Final, NamedTuple

from checker import __version__, engine, readers
from checker.audit import codec, run
from checker.audit.crew import TookTooLong, WorkerDied
from checker.audit.discovery import STDIN, Source
from checker.audit.rows import ItemColumn
from checker.audit.store import Entry, Store, key_of
from checker.audit.worker import Outcome, Task, outcome, work
from checker.errors import ReadError, UsageError
from checker.ruleset.model import OrganType, Ruleset

if TYPE_CHECKING:
    from datetime import date

_PIECE: Final = 16
_PIECE_BYTES: Final = 2_000_000
_AHEAD: Final = 3
"""Pieces in the hands of the executor for each of its processes: enough that none waits."""
_SETTLED: Final = 2_000_000_000
"""Nanoseconds after which a file that has kept its time of change has kept its content."""


class Kind(NamedTuple):
    """A way to check a report."""

    ruleset: Ruleset
    ruleset_name: str
    year: int | None
    organ_type: OrganType | None


class Order(NamedTuple):
    """What to audit, and how."""

    name: str
    """Names the audit in its store: the same name again goes on where it ended."""
    sources: tuple[Source, ...]
    ruleset: Ruleset
    ruleset_name: str
    """Id or path from which a worker loads it."""
    year: int | None = None
    organ_type: OrganType | None = None
    jobs: int = 1
    timeout: float = 60.0
    fresh: bool = False
    elsewhere: bool = False
    """Whether the work is done on machines that may see other files than this one."""
    sketched: bool = False
    """Whether what copies are found by is kept with each result."""
    others: tuple[Kind, ...] = ()
    """The ways to check that are not the usual one."""
    special: Mapping[str, Kind] = {}
    """By path, the sources that are checked in one of them."""
    today: date | None = None
    """On which suppressions must hold; None for the day it is."""

    def kind(self, source: Source) -> Kind:
        """How `source` is checked."""
        usual = Kind(self.ruleset, self.ruleset_name, self.year, self.organ_type)
        return self.special.get(source.path, usual)

    def columns(self) -> tuple[ItemColumn, ...]:
        """The items of all rulesets, those of the usual one first."""
        found: dict[str, ItemColumn] = {}
        for ruleset in (self.ruleset, *(kind.ruleset for kind in self.others)):
            for item in ruleset.items:
                found.setdefault(item.id, ItemColumn(item.id, item.title, item.level))
        return tuple(found.values())

    def mixed(self) -> bool:
        """Whether there is more than one ruleset."""
        others = any(kind.ruleset.info.digest != self.ruleset.info.digest for kind in self.others)
        return others or bool(self.ruleset.alternatives)


class Watcher(NamedTuple):
    """Who is told how the work goes on."""

    start: Callable[[int, int], None]
    """How many results there are to be made, and how many there are already."""
    done: Callable[[Source, Outcome], None]


def audit(order: Order, store: Store, executor: Callable[[], Executor], watcher: Watcher) -> int:
    """Fills `store` with a result for each source and returns the id of the audit.

    `executor` is called only where there is something to do. What is finished is in the store whatever interrupts.
    """
    if any(source.path == STDIN for source in order.sources):
        raise UsageError("audit-no-stdin")
    number = store.begin(order.name, __version__, order.ruleset.info, order.columns())
    entries, files, sizes = _entries(order, store)
    store.plan(number, entries, files, fresh=order.fresh)
    different = sum(entry.twin is None for entry in entries)
    del entries, files
    to_do = store.to_do(number, _mark() if order.sketched else None)
    watcher.start(len(to_do), different - len(to_do))
    if to_do:
        _work_off(order, store, number, _pieces(order, to_do, sizes), executor(), watcher)
    return number


def _mark() -> bytes:
    from checker.audit.sketches import mark

    return mark()


def _entries(order: Order, store: Store) -> tuple[list[Entry], list[tuple[str, int, int, str]], list[int]]:
    """The inputs with their digests; the files whose digests are worth remembering; the sizes."""
    entries: list[Entry] = []
    files: list[tuple[str, int, int, str]] = []
    sizes: list[int] = []
    seen: dict[tuple[str, int], int] = {}
    now = time.time_ns()
    for position, source in enumerate(order.sources):
        digest, size, changed = _digest(source, store)
        same = digest, id(order.special.get(source.path))
        if changed and now - changed > _SETTLED:
            files.append((str(Path(source.path).absolute()), size, changed, digest))
        entries.append(
            Entry(
                source.path,
                source.archive,
                source.member,
                digest,
                _key(order, position, digest),
                seen.get(same) if digest else None,
            )
        )
        seen.setdefault(same, position)
        sizes.append(size)
    return entries, files, sizes


def _digest(source: Source, store: Store) -> tuple[str, int, int]:
    """(digest, size, time of change) of a source; the time is 0 where it is no file of its own."""
    if source.problem or source.archive:
        return run.digest(source), 0, 0
    try:
        status = Path(source.path).stat()
    except (OSError, ValueError):
        return "", 0, 0
    if status.st_size > readers.MAX_BYTES or not Path(source.path).is_file():
        return "", 0, 0
    path = str(Path(source.path).absolute())
    known = store.known_digest(path, status.st_size, status.st_mtime_ns)
    digest = known or run.digest(source)
    return digest, status.st_size, status.st_mtime_ns if digest else 0


def _key(order: Order, position: int, digest: str) -> str:
    source = order.sources[position]
    kind = order.kind(source)
    options: list[object] = [codec.VERSION, kind.year, kind.organ_type]
    if order.mixed():  # the result has its place in a table with other columns
        options += [order.ruleset.info.digest, *(column.id for column in order.columns())]
    return key_of(digest, source.path, kind.ruleset.info.digest, __version__, json.dumps(options))


def _pieces(order: Order, to_do: list[int], sizes: list[int]) -> Iterator[list[int]]:
    """The positions in pieces that are small in number and bytes, and smaller where there are few.

    All of a piece are checked in the same way.
    """
    most = max(1, min(_PIECE, len(to_do) // (order.jobs * 4)))
    piece: list[int] = []
    size = 0
    for position in to_do:
        full = len(piece) >= most or size + sizes[position] > _PIECE_BYTES
        last, this = (order.special.get(order.sources[at].path) for at in (piece[-1] if piece else position, position))
        if piece and (full or last is not this):
            yield piece
            piece, size = [], 0
        piece.append(position)
        size += sizes[position]
    yield piece


def _work_off(
    order: Order, store: Store, number: int, pieces: Iterator[list[int]], executor: Executor, watcher: Watcher
) -> None:
    finished: SimpleQueue[tuple[list[int], Future[list[Outcome]]]] = SimpleQueue()
    waiting = 0

    def hand_out(more: Iterable[list[int]]) -> None:
        nonlocal waiting
        for piece in more:
            future = executor.submit(work, _task(order, piece))
            waiting += 1
            future.add_done_callback(lambda done, piece=piece: finished.put((piece, done)))  # type: ignore[misc]

    try:
        hand_out(islice(pieces, order.jobs * _AHEAD))
        while waiting:
            piece, future = finished.get()
            waiting -= 1
            outcomes = _outcomes(order, piece, future)
            if outcomes is None:  # one of them is to blame: each by itself
                hand_out([position] for position in piece)
                continue
            if order.elsewhere:
                _refuse_unseen(order, piece, outcomes, store.digests(number, piece))
            _keep(order, store, number, piece, outcomes, watcher)
            hand_out(islice(pieces, 1))
    except BaseException:
        with contextlib.suppress(KeyboardInterrupt):
            executor.shutdown(wait=True, cancel_futures=True)
        raise
    executor.shutdown()


def _task(order: Order, piece: list[int]) -> Task:
    kind = order.kind(order.sources[piece[0]])
    return Task(
        ruleset=kind.ruleset_name,
        digest=kind.ruleset.info.digest,
        year=kind.year,
        organ_type=kind.organ_type,
        sources=tuple(order.sources[position] for position in piece),
        today=order.today,
        columns=order.columns() if order.mixed() else (),
        foreign=kind.ruleset.info.digest != order.ruleset.info.digest,
        sketched=order.sketched,
    )


def _outcomes(order: Order, piece: list[int], future: Future[list[Outcome]]) -> list[Outcome] | None:
    """The outcomes of a piece; None for a piece of several files that was lost as a whole."""
    try:
        return future.result()
    except TookTooLong:
        error = ReadError("timed-out", seconds=round(order.timeout))
    except (WorkerDied, CancelledError):
        error = ReadError("worker-died")
    if len(piece) > 1:
        return None
    source = order.sources[piece[0]]
    seconds = order.timeout if error.key == "timed-out" else 0.0
    failed = engine.failed(source.path, run.digest(source), run.UNKNOWN_TYPE, error)
    lost = outcome(failed, seconds)
    return [lost._replace(sketches=b"") if order.sketched else lost]


def _refuse_unseen(order: Order, piece: list[int], outcomes: list[Outcome], planned: dict[int, str]) -> None:
    """Raises UsageError where a result is about other bytes than those that lie here: they were not to be had there."""
    for position, one in zip(piece, outcomes, strict=True):
        source = order.sources[position]
        if one.digest != planned[position] and one.digest != run.digest(source):
            raise UsageError("cluster-unseen", path=source.path)


def _keep(order: Order, store: Store, number: int, piece: list[int], outcomes: list[Outcome], watcher: Watcher) -> None:
    sources = [order.sources[position] for position in piece]
    keys = [_key(order, position, one.digest) for position, one in zip(piece, outcomes, strict=True)]
    store.put(number, zip(piece, keys, outcomes, strict=True))
    for source, one in zip(sources, outcomes, strict=True):
        watcher.done(source, one)
