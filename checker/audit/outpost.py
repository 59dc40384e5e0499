"""What a worker of a Dask cluster does: it has each call made by a process of its own, within an audit's limits."""

from __future__ import annotations

import os
from collections.abc import Callable
from multiprocessing import current_process
from typing import Any, NamedTuple

from distributed import WorkerPlugin, get_worker

from checker import __version__
from checker.audit.crew import Crew, TookTooLong, WorkerDied
from checker.audit.worker import prepare
from checker.errors import UsageError


class Errand(NamedTuple):
    """A call on its way to a worker."""

    version: str
    """Of the tool that sends it; another one would make results that cannot be compared."""
    outpost: str
    """Name of the outpost that belongs to the audit."""
    folder: str
    """Where the paths in the call start from, absolute."""
    function: Callable[..., Any]
    arguments: tuple[Any, ...]


class Answer(NamedTuple):
    """What came of a call."""

    result: Any
    error: Exception | None = None
    """Not raised there: Dask would write it into the log of the worker, as if something were wrong with the cluster."""


class Outpost(WorkerPlugin):
    """The processes of one audit on one worker. They end with the audit, and with the worker."""

    def __init__(self, name: str, timeout: float) -> None:
        self.name = name
        self.crew: Crew | None = None
        self._timeout = timeout

    def setup(self, worker: Any) -> None:
        """Called by Dask on each worker, those that join later too."""
        # Dask starts workers as daemons, which may have no children lest they be orphaned; ours follow their parent.
        current_process().daemon = False
        self.crew = Crew(worker.state.nthreads, self._timeout, prepare)

    def teardown(self, worker: Any) -> None:
        """Called by Dask when the audit is over."""
        if self.crew:
            self.crew.shutdown(wait=False, cancel_futures=True)


def run(errand: Errand) -> Answer:
    """Makes the call, in a process that may hang or die without harm to the worker."""
    if errand.version != __version__:
        return Answer(None, UsageError("cluster-other-version", theirs=__version__, ours=errand.version))
    outpost = get_worker().plugins[errand.outpost]
    if not isinstance(outpost, Outpost) or outpost.crew is None:
        raise RuntimeError
    call = outpost.crew.submit(_at, errand.folder, errand.function, errand.arguments)
    try:
        return Answer(call.result())
    except (WorkerDied, TookTooLong, UsageError) as error:
        return Answer(None, error)


def _at(folder: str, function: Callable[..., Any], arguments: tuple[Any, ...]) -> Any:
    # Where the folder is not to be had, whoever asked will find that its files could not be read.
    if os.path.isdir(folder):  # noqa: PTH112
        os.chdir(folder)
    return function(*arguments)
