"""`checker audit`: a batch of reports to a store of results, a summary and an exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final, NamedTuple, cast

import typer

from checker.audit.gate import FAIL_ON, gravest
from checker.cli import language
from checker.cli.options import (
    ORGAN_TYPES,
    BaselineFile,
    ConfigFile,
    Jobs,
    Lang,
    Today,
    Version,
    choice,
    number,
)
from checker.errors import EXIT_INTERRUPTED, UsageError
from checker.messages import say

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from checker.audit.batch import Order, Watcher
    from checker.audit.copied import Copies
    from checker.audit.discovery import Source
    from checker.audit.rows import Row
    from checker.audit.store import Store
    from checker.audit.summary import Demand, GroupKey, SortKey
    from checker.cli.batch_output import Target
    from checker.cli.project import Wanted
    from checker.project.batch import Held
    from checker.render import Detail, RenderContext
    from checker.render.batch import Batch
    from checker.results import ReportResult

_SORT: Final = ("score", "path", "organ", "year", "confidence")
_GROUP: Final = ("organ", "region", "year", "sector", "folder")


def audit(
    folders: Annotated[list[str] | None, typer.Argument(metavar="DIR...")] = None,
    out: Annotated[str | None, typer.Option("-o", "--output", metavar="DIR")] = None,
    ruleset: Annotated[str | None, typer.Option("-r", "--ruleset", metavar="ID|PATH")] = None,
    batch_formats: Annotated[list[str] | None, typer.Option("-f", "--format", metavar="NAME[=FILE]")] = None,
    jobs: Jobs = None,
    cluster: Annotated[str | None, typer.Option("--cluster", metavar="ADDRESS")] = None,
    timeout: Annotated[int, typer.Option("--timeout", metavar="S", parser=number("--timeout", 1, 86_400))] = 60,
    files_from: Annotated[str | None, typer.Option("--files-from", metavar="FILE|-")] = None,
    fresh: Annotated[bool, typer.Option("--fresh")] = False,
    copies: Annotated[bool, typer.Option("--copies")] = False,
    against: Annotated[str | None, typer.Option("--against", metavar="FOLDER|STORE")] = None,
    no_progress: Annotated[bool, typer.Option("--no-progress")] = False,
    fail_on: Annotated[str | None, choice("--fail-on", FAIL_ON)] = None,
    min_score: Annotated[
        int | None, typer.Option("--min-score", metavar="N", parser=number("--min-score", 0, 100))
    ] = None,
    baseline: BaselineFile = None,
    sort: Annotated[str, choice("--sort", _SORT)] = "score",
    top: Annotated[int, typer.Option("--top", metavar="N", parser=number("--top", 0, 10_000_000))] = 20,
    group_by: Annotated[str | None, choice("--group-by", _GROUP)] = None,
    history: Annotated[str | None, typer.Option("--history", metavar="NAME")] = None,
    lang: Lang = "auto",
    year: Annotated[int | None, typer.Option("--year", metavar="YYYY", parser=number("--year", 1949, 2199))] = None,
    organ_type: Annotated[str | None, choice("--organ-type", ORGAN_TYPES)] = None,
    config: ConfigFile = None,
    quiet: Annotated[bool, typer.Option("-q", "--quiet")] = False,
    verbose: Annotated[bool, typer.Option("-v", "--verbose")] = False,
    today: Today = None,
    version: Version = False,
) -> int:
    """Audits a batch."""
    from checker.audit.batch import Order
    from checker.audit.side_by_side import cores
    from checker.audit.summary import Demand
    from checker.cli import project
    from checker.cli.batch_output import targets
    from checker.cli.copies import make_sure
    from checker.project.batch import Held, sorted_out
    from checker.project.config import Demands
    from checker.render import RenderContext
    from checker.ruleset.organs import known_by

    if quiet and verbose:
        raise UsageError("quiet-and-verbose")
    if jobs and cluster:
        raise UsageError("jobs-and-cluster")
    if history is not None:
        return _history(history, out, language.resolve(lang, os.environ))
    detail: Detail = "quiet" if quiet else "full" if verbose else "normal"
    outputs = targets(batch_formats or [], out)
    make_sure(against)
    named = _named(folders or [], files_from)
    demands = Demands(ruleset, fail_on, min_score, year, organ_type)
    wanted = project.wanted(named, config, demands, baseline=baseline, lang=lang, today=today)
    sources = _sources(wanted, out)
    ways = sorted_out(sources, wanted.asked)
    order = Order(
        name="\n".join(_name(folders or [], files_from) or wanted.asked.paths),
        sources=sources,
        ruleset=ways.usual.ruleset,
        ruleset_name=ways.usual.ruleset_name,
        year=ways.usual.year,
        organ_type=ways.usual.organ_type,
        jobs=jobs or cores(),
        elsewhere=cluster is not None,
        timeout=float(timeout),
        fresh=fresh,
        sketched=copies or against is not None,
        others=ways.others,
        special=ways.special,
        today=today,
    )
    held = Held(wanted.asked, ways, order.columns())
    view = Demand(
        sort=cast("SortKey", sort),
        group_by=cast("GroupKey | None", group_by),
        organs=known_by(ways.usual.ruleset),
    )
    context = RenderContext(lang=wanted.lang, detail=detail)
    store = _store(out)
    try:
        this = _Audit(order, store, held, view, top, against, out is not None, cluster)
        return this.run(outputs, context, progress=not (quiet or no_progress))
    finally:
        store.close()


def _name(folders: list[str], files_from: str | None) -> list[str]:
    """What names the audit."""
    return [*folders, *([] if files_from is None else [f"@{files_from}"])]


def _named(folders: list[str], files_from: str | None) -> list[str]:
    """The inputs that the command line names."""
    from checker.audit.discovery import listed

    return [*folders, *([] if files_from is None else listed(files_from, sys.stdin.buffer.read))]


def _sources(wanted: Wanted, out: str | None) -> tuple[Source, ...]:
    from checker.audit.discovery import discover_batch
    from checker.project.run import not_excluded

    if not wanted.asked.paths:
        raise UsageError("audit-nothing")
    return not_excluded(discover_batch(wanted.asked.paths, out), wanted.asked.config)


def _store(out: str | None) -> Store:
    from checker.audit.store import FILE_NAME, Store

    if out is None:
        return Store(None)
    try:
        Path(out).mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError("out-unusable", path=out) from error
    return Store(Path(out) / FILE_NAME)


class _Audit(NamedTuple):
    """One audit: the work, then what comes out of it."""

    order: Order
    store: Store
    held: Held
    view: Demand
    top: int
    against: str | None
    """Reports of an earlier year, or the store of their audit."""
    kept: bool
    cluster: str | None

    def run(self, outputs: tuple[Target, ...], context: RenderContext, *, progress: bool) -> int:
        """Returns the exit code."""
        from checker.audit.batch import audit as work_off
        from checker.cli.batch_output import deliver
        from checker.cli.output import make_sure_of
        from checker.cli.progress import watching
        from checker.cli.project import note

        make_sure_of((target.file for target in outputs), (source.path for source in self.order.sources))
        try:
            with _hands(self.order, self.cluster) as (order, executor):
                with watching(self.held.verdict, context.lang, shown=progress) as watcher:
                    number = work_off(order, self.store, executor, watcher)
                with watching(self.held.verdict, context.lang, shown=progress) as watcher:
                    shared = self._shared(order, number, executor, watcher)
        except KeyboardInterrupt:
            return self._interrupted(context.lang)
        batch = _gather(self.store, number, self.held, self.view, self.top)._replace(copies=shared)
        for warning in self.held.idle():
            note(warning.pick(context.lang), context.lang)
        deliver(batch, outputs, context)
        overview = batch.overview
        return gravest({verdict for verdict, count in overview.verdicts.items() if count}, internal=overview.internal)

    def _shared(self, order: Order, number: int, executor: Callable[[], Executor], watcher: Watcher) -> Copies | None:
        if not order.sketched:
            return None
        from checker.audit.copying import Shelf
        from checker.cli.copies import copies

        return copies(order, Shelf(self.store, number), self.against, executor, watcher)

    def _interrupted(self, lang: str) -> int:
        done = sum(self.store.finished(found.id) for found in self.store.audits() if found.name == self.order.name)
        message = say("audit-interrupted", done=done) if self.kept else say("audit-interrupted-lost")
        print(message.pick(lang), file=sys.stderr)  # noqa: T201 -- the command line speaks
        return EXIT_INTERRUPTED


@contextmanager
def _hands(order: Order, cluster: str | None) -> Iterator[tuple[Order, Callable[[], Executor]]]:
    """What makes the executor for `order`, and the order as it is for that executor."""
    if cluster is None:
        from checker.audit import worker
        from checker.audit.crew import Crew

        yield order, lambda: Crew(order.jobs, order.timeout, worker.prepare)
        return
    from datetime import datetime

    from checker.audit.cluster import Cluster

    # Reached before anything is planned: a slip in the address is told at once. Each piece of work takes leave of it.
    reached = [Cluster(cluster, order.timeout)]
    # Other machines may be in the middle of another day.
    today = order.today or datetime.now().astimezone().date()
    try:
        yield (
            order._replace(jobs=reached[0].size, today=today),
            lambda: reached.pop() if reached else Cluster(cluster, order.timeout),
        )
    finally:
        for unused in reached:
            unused.shutdown(cancel_futures=True)


def _gather(store: Store, number: int, held: Held, view: Demand, top: int) -> Batch:
    """An audit of a store, ready to be shown."""
    from checker.audit.summary import survey
    from checker.render.batch import Batch

    audited = next(found for found in store.audits() if found.id == number)
    rows: dict[int, Row] = {}

    def report(position: int) -> ReportResult:
        return held.report(store.report(number, position), position)

    def text(position: int) -> str | None:
        from checker.audit.discovery import Source
        from checker.audit.run import text_of

        if not rows:
            rows.update((row.position, row) for row in store.rows(number))
        row = rows[position]
        return text_of(Source(row.path, None, row.archive, row.member), row.digest)

    return Batch(
        audit=audited,
        overview=survey(held.rows(store, number), audited.items, view, held.standard),
        duplicates=tuple(store.duplicates(number)),
        unfinished=store.unfinished(number),
        top=top,
        report=report,
        text=text,
    )


def _history(name: str, out: str | None, lang: str) -> int:
    from checker.audit.store import FILE_NAME, Store
    from checker.cli.output import print_lines
    from checker.cli.stream import screen_width
    from checker.render.batch_screen import history

    if out is None:
        raise UsageError("history-needs-out")
    store = Store(Path(out) / FILE_NAME, create=False)
    try:
        pasts = store.history(name)
        if not pasts:
            raise UsageError("no-history", name=name)
        print_lines(history(pasts, screen_width(), lang))
    finally:
        store.close()
    return 0
