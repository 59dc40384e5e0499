"""`checker audit --copies` and `--against`: the reports of an audit compared with each other and with earlier ones."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from checker.errors import UsageError

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from checker.audit.batch import Order, Watcher
    from checker.audit.copied import Copies
    from checker.audit.copying import Shelf

_MAGIC: Final = frozenset("*?[")


def copies(
    order: Order, this: Shelf, against: str | None, executor: Callable[[], Executor], watcher: Watcher
) -> Copies:
    """What the reports of an audit share with each other, and with what `against` names: a folder or a store."""
    from checker.audit.copying import compare

    with _earlier(order, this, against, executor, watcher) as shelves:
        return compare(this, shelves, order.ruleset, executor)


def make_sure(against: str | None) -> None:
    """That there is something to compare with, before any work is done."""
    if against and not _MAGIC.intersection(against) and not Path(against).exists():
        raise UsageError("against-not-found", path=against)


@contextmanager
def _earlier(
    order: Order, this: Shelf, against: str | None, executor: Callable[[], Executor], watcher: Watcher
) -> Iterator[list[Shelf]]:
    from checker.audit.copying import Shelf, comparable
    from checker.audit.store import Store

    file = _store_file(against)
    if against is None:
        yield []
    elif file is None:
        yield [Shelf(this.store, _audited(order, this, against, executor, watcher))]
    else:
        store = this.store if this.store.keeps(file) else Store(file, create=False)
        try:
            shelves = [Shelf(store, audit.id) for audit in store.audits() if Shelf(store, audit.id) != this]
            shelves = [shelf for shelf in shelves if comparable(shelf)]
            if not shelves:
                raise UsageError("against-without-sketches", path=against)
            yield shelves
        finally:
            if store is not this.store:
                store.close()


def _store_file(against: str | None) -> Path | None:
    """The store that `against` names; None where it names reports."""
    from checker.audit.store import FILE_NAME

    path = Path(against or "")
    if path.is_dir():
        path /= FILE_NAME
    return path if against and path.suffix == Path(FILE_NAME).suffix and path.is_file() else None


def _audited(order: Order, this: Shelf, against: str, executor: Callable[[], Executor], watcher: Watcher) -> int:
    """The id of an audit of the earlier reports, made or brought up to date in the same store."""
    from checker.audit.batch import audit
    from checker.audit.discovery import discover_batch

    sources = discover_batch([against], this.store.folder)
    # They tell their year themselves: what the user said is of this batch.
    return audit(order._replace(name=against, sources=sources, year=None), this.store, executor, watcher)
