"""A Dask cluster as the executor of an audit: the one place that opens a connection, to the address the user gives."""

from __future__ import annotations

import contextlib
import logging
import re
import uuid
import warnings
from collections.abc import Callable
from concurrent.futures import CancelledError, Executor, Future
from pathlib import Path
from typing import Any, Final, ParamSpec, TypeVar

from checker import __version__
from checker.audit.crew import WorkerDied
from checker.errors import CheckerError, UsageError

_P = ParamSpec("_P")
_T = TypeVar("_T")

_ADDRESS: Final = re.compile(r"(?:tcp|tls)://[^\s/:]+(?::[^\s/]*)?:\d{1,5}", re.ASCII)
_CONNECT: Final = 10
"""Seconds to reach the scheduler, and for the first worker to be there."""
_LOGGERS: Final = ("distributed", "distributed.client", "tornado", "tornado.application")
_CLOSE: Final = 10
"""Seconds for a scheduler to take leave; one that is gone never does."""


class Cluster(Executor):
    """The workers behind the scheduler at `address`; each call may take `timeout` seconds.

    A call on a worker that dies is made again by another, which Dask sees to. Raises UsageError where there is no such
    cluster.
    """

    def __init__(self, address: str, timeout: float) -> None:
        if not _ADDRESS.fullmatch(address):  # Dask would take anything, and fail in ways of its own
            raise UsageError("cluster-address", address=address)
        try:
            import distributed
        except ImportError as error:
            raise UsageError("cluster-not-installed") from error
        from checker.audit.outpost import Outpost

        # What goes wrong is told in a sentence of ours.
        for name in _LOGGERS:
            logging.getLogger(name).setLevel(logging.CRITICAL + 1)
        self._closed = False
        self._folder = str(Path.cwd())
        self._name = f"checker-audit-{uuid.uuid4().hex}"
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                self._client = distributed.Client(address, timeout=_CONNECT, set_as_default=False)
        except OSError as error:
            raise UsageError("cluster-unreachable", address=address) from error
        self._calls = self._client.get_executor(pure=False)
        try:
            self._client.wait_for_workers(1, timeout=_CONNECT)
            self.size = sum(self._client.nthreads().values())
            self._client.register_plugin(Outpost(self._name, timeout), name=self._name)
            # Before the first report, a word to see that scheduler and worker understand what they are sent.
            self.submit(int).result()
        except BaseException as error:
            self.shutdown(cancel_futures=True)
            if isinstance(error, TimeoutError):
                raise UsageError("cluster-without-workers", address=address) from error
            # Dask wraps what happened at the other end in errors of several kinds.
            if isinstance(error, Exception) and not isinstance(error, CheckerError):
                raise UsageError("cluster-without-checker") from error
            raise

    def submit(self, fn: Callable[_P, _T], /, *args: _P.args, **kwargs: _P.kwargs) -> Future[_T]:
        """As any executor; without keyword arguments."""
        from checker.audit.outpost import Errand, run

        if self._closed:
            raise RuntimeError
        ours: Future[_T] = Future()
        theirs = self._calls.submit(run, Errand(__version__, self._name, self._folder, fn, args))
        theirs.add_done_callback(lambda done: self._settle(ours, done))
        return ours

    def _settle(self, ours: Future[Any], theirs: Future[Any]) -> None:
        from distributed import KilledWorker

        try:
            answer = theirs.result()
        except KilledWorker:
            ours.set_exception(WorkerDied())
        except CancelledError:
            ours.set_exception(CheckerError("cluster-lost"))
        except Exception as error:
            ours.set_exception(error)
        else:
            if answer.error is None:
                ours.set_result(answer.result)
            else:
                ours.set_exception(answer.error)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Takes leave of the cluster, which stays; with `cancel_futures` in the middle of a call too."""
        if self._closed:
            return
        self._closed = True
        # What came of the work is here already: however the parting goes, it is no failure of the audit.
        with contextlib.suppress(Exception):
            self._calls.shutdown(wait=wait and not cancel_futures)
        with contextlib.suppress(Exception):
            self._client.unregister_worker_plugin(self._name)
        with contextlib.suppress(Exception):
            self._client.close(timeout=_CLOSE)
