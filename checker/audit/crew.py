"""An executor of local processes in which a call that hangs or kills its process costs that call only.

The standard library's pool is broken as a whole when one of its processes dies, and knows no time limit.
"""

from __future__ import annotations

import contextlib
import multiprocessing
from collections.abc import Callable
from concurrent.futures import Executor, Future
from multiprocessing.context import BaseContext
from multiprocessing.process import BaseProcess
from queue import SimpleQueue
from threading import Lock, Thread
from typing import TYPE_CHECKING, Any, Final, ParamSpec, TypeVar

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

_P = ParamSpec("_P")
_T = TypeVar("_T")
_Call = tuple[Future[Any], Callable[..., Any], tuple[Any, ...], dict[str, Any]]

_START: Final = 60.0
"""Seconds a process may take to start, on a machine that is busy."""


class WorkerDied(Exception):  # noqa: N818 -- what happened to the call, as concurrent.futures names its own
    """The process ended while it was at the call."""


class TookTooLong(Exception):  # noqa: N818
    """The call did not end within the time limit."""


class Crew(Executor):
    """`size` processes; each call may take `timeout` seconds, or as long as it likes where that is None.

    `prepare` is run once in each process.
    """

    def __init__(self, size: int, timeout: float | None, prepare: Callable[[], None]) -> None:
        self._timeout = timeout
        self._prepare = prepare
        self._calls: SimpleQueue[_Call | None] = SimpleQueue()
        self._lock = Lock()
        self._closed = False
        self.given_up = False
        """Whether calls that have begun are to be left where they are."""
        context = _context()
        self._hands = [_Hand(self, context) for _ in range(size)]
        for hand in self._hands:
            hand.thread.start()

    def submit(self, fn: Callable[_P, _T], /, *args: _P.args, **kwargs: _P.kwargs) -> Future[_T]:
        """As any executor; the function, its arguments and its result must be picklable."""
        future: Future[_T] = Future()
        with self._lock:
            if self._closed:
                raise RuntimeError
            self._calls.put((future, fn, args, kwargs))
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Ends the processes; with `cancel_futures` at once, in the middle of a call too."""
        with self._lock:
            self._closed = True
            self.given_up = self.given_up or cancel_futures
        if cancel_futures:
            while not self._calls.empty():
                call = self._calls.get()
                if call:
                    call[0].cancel()
        for _ in self._hands:
            self._calls.put(None)
        if cancel_futures:
            for hand in self._hands:
                hand.kill()
        if wait:
            for hand in self._hands:
                hand.thread.join()

    def next_call(self) -> _Call | None:
        """The next call to make; None when there is to be no more."""
        return self._calls.get()

    @property
    def timeout(self) -> float | None:
        """Seconds for each call; None for no limit."""
        return self._timeout

    @property
    def prepare(self) -> Callable[[], None]:
        """What each process does first."""
        return self._prepare


class _Hand:
    """One process and the thread that hands it its calls."""

    def __init__(self, crew: Crew, context: BaseContext) -> None:
        self._crew = crew
        self._context = context
        self._process: BaseProcess | None = None
        self._pipe: Connection[Any, Any] | None = None
        self.thread = Thread(target=self._work, daemon=True)

    def kill(self) -> None:
        """Ends the process, whatever it is at."""
        process = self._process
        if process is not None:
            with contextlib.suppress(ValueError):  # ended and closed in the meantime
                process.kill()

    def _work(self) -> None:
        while call := self._crew.next_call():
            future, *what = call
            if not future.set_running_or_notify_cancel():
                continue
            try:
                done, result = self._ask(what)
            except Exception as error:
                future.set_exception(error)
            else:
                if done:
                    future.set_result(result)
                else:
                    future.set_exception(result)
        self._end(gently=True)

    def _ask(self, what: list[Any]) -> tuple[bool, Any]:
        pipe = self._pipe or self._begin()
        try:
            if self._crew.given_up:  # whoever gave up may have looked for the process before there was one
                raise EOFError
            pipe.send(what)
            if not pipe.poll(self._crew.timeout):
                self._end(gently=False)
                raise TookTooLong
            answer: tuple[bool, Any] = pipe.recv()
        except (EOFError, OSError):
            self._end(gently=False)
            raise WorkerDied from None
        return answer

    def _begin(self) -> Connection[Any, Any]:
        ours, theirs = self._context.Pipe()
        process = self._context.Process(  # type: ignore[attr-defined]
            target=_serve, args=(theirs, self._crew.prepare), daemon=True
        )
        process.start()
        theirs.close()
        self._process, self._pipe = process, ours
        try:
            # The time to start is not the first call's.
            if not ours.poll(_START):
                raise EOFError
            ours.recv()
        except (EOFError, OSError):
            self._end(gently=False)
            raise WorkerDied from None
        return ours

    def _end(self, *, gently: bool) -> None:
        if self._pipe is not None:
            self._pipe.close()
        if self._process is not None:
            if not gently:
                self._process.kill()
            self._process.join()
            self._process.close()
        self._process = self._pipe = None


def _context() -> BaseContext:
    # Never fork: this process has threads.
    if "forkserver" in multiprocessing.get_all_start_methods():
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload(["checker.audit.worker"])
        return context
    return multiprocessing.get_context("spawn")


def _serve(pipe: Connection[Any, Any], prepare: Callable[[], None]) -> None:
    """The life of a process: answers calls until the other end is closed."""
    try:
        prepare()
        pipe.send(None)
        while True:
            fn, args, kwargs = pipe.recv()
            try:
                answer = (True, fn(*args, **kwargs))
            except Exception as error:
                answer = (False, error)
            pipe.send(answer)
    except (EOFError, OSError):
        return
