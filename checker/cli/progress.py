"""How an audit goes on, on standard error: a bar where there is a terminal, a line now and then where there is none."""

from __future__ import annotations

import sys
import time
from collections import Counter, deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

from checker.messages import say
from checker.render.escape import one_line

if TYPE_CHECKING:
    from checker.audit.batch import Watcher
    from checker.audit.discovery import Source
    from checker.audit.worker import Outcome

_EVERY: Final = 10.0
"""Seconds between two lines in a log."""
_FAILURES: Final = 3
_BAR: Final = 40
"""Cells."""
_A_SECOND: Final = 4
"""Pictures."""
_MINUTE: Final = 60


@contextmanager
def watching(verdict: Callable[[Source, Outcome], str], lang: str, *, shown: bool) -> Iterator[Watcher]:
    """A watcher that shows what it sees; `verdict` is that on a result that has come in."""
    from checker.audit.batch import Watcher

    if not shown:
        yield Watcher(lambda total, known: None, lambda source, outcome: None)
        return
    tally = _Tally(verdict, lang)
    if not sys.stderr.isatty():
        log = _Log(tally)
        yield Watcher(tally.start, log.done)
        return
    with _live(tally) as bar:
        yield Watcher(bar.start, bar.done)


class _Tally:
    """What there is to be told."""

    def __init__(self, verdict: Callable[[Source, Outcome], str], lang: str) -> None:
        self.lang = lang
        self.total = 0
        self.known = 0
        self.verdicts: Counter[str] = Counter()
        self.failures: deque[str] = deque(maxlen=_FAILURES)
        self._verdict = verdict
        self._begun = time.monotonic()

    def start(self, total: int, known: int) -> None:
        self.total, self.known = total, known
        self._begun = time.monotonic()

    def count(self, source: Source, outcome: Outcome) -> None:
        verdict = self._verdict(source, outcome)
        self.verdicts[verdict] += 1
        if verdict == "error":
            self.failures.append(self._failure(source, outcome))

    @property
    def done(self) -> int:
        return sum(self.verdicts.values())

    def sentence(self) -> str:
        """All there is to be told, in one line."""
        return self.say("progress-line", done=self.done, total=self.total, **self._pace(), **self._counts())

    def lines(self) -> list[str]:
        """What stands below a bar."""
        failures = [self.say("progress-failed", failure=failure) for failure in self.failures]
        pace = self.say("progress-pace", **self._pace()) if self.done else self.say("progress-starting")
        return [pace, self.say("progress-verdicts", **self._counts()), *failures]

    def _pace(self) -> dict[str, str]:
        rate = self.done / max(time.monotonic() - self._begun, 0.001)
        left = (self.total - self.done) / rate
        return {"rate": f"{rate:.0f}" if rate >= 10 else f"{rate:.1f}", "left": self._time(left)}

    def _counts(self) -> dict[str, int]:
        verdicts = self.verdicts
        return {"passed": verdicts["pass"], "failed": verdicts["fail"], "errors": verdicts["error"]}

    def _failure(self, source: Source, outcome: Outcome) -> str:
        from checker.audit import codec

        report = codec.decode(outcome.report)
        reason = report.error.message.pick(self.lang) if report and report.error else ""
        return self.say("label-pair", name=one_line(source.path), text=reason)

    def _time(self, seconds: float) -> str:
        if seconds < 2 * _MINUTE:
            return self.say("seconds", count=round(seconds))
        return self.say("minutes", count=round(seconds / _MINUTE))

    def say(self, key: str, **values: object) -> str:
        return say(key, **values).pick(self.lang)


class _Log:
    """A line at intervals."""

    def __init__(self, tally: _Tally) -> None:
        self._tally = tally
        self._last = time.monotonic()

    def done(self, source: Source, outcome: Outcome) -> None:
        self._tally.count(source, outcome)
        now = time.monotonic()
        if now - self._last >= _EVERY:
            self._last = now
            print(self._tally.sentence(), file=sys.stderr, flush=True)  # noqa: T201 -- the command line speaks


class _Bar:
    """A bar with what there is to be told below it."""

    def __init__(self, tally: _Tally, console: Any) -> None:
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskProgressColumn

        self._tally = tally
        self._console = console
        self._bar = Progress(BarColumn(_BAR), MofNCompleteColumn(), TaskProgressColumn())
        self._task = self._bar.add_task("", total=None)

    def start(self, total: int, known: int) -> None:
        self._tally.start(total, known)
        if known:
            self._console.print(self._tally.say("progress-known", count=known), markup=False, highlight=False)
        self._bar.update(self._task, total=total)

    def done(self, source: Source, outcome: Outcome) -> None:
        self._tally.count(source, outcome)
        self._bar.update(self._task, completed=self._tally.done)

    def picture(self) -> Any:
        """What is on the screen now."""
        from rich.console import Group
        from rich.text import Text

        lines = "\n".join(self._tally.lines())
        return Group(self._bar, Text(lines, no_wrap=True, overflow="ellipsis"))


@contextmanager
def _live(tally: _Tally) -> Iterator[_Bar]:
    from rich.console import Console
    from rich.live import Live

    console = Console(file=sys.stderr)
    bar = _Bar(tally, console)
    with Live(get_renderable=bar.picture, console=console, transient=True, refresh_per_second=_A_SECOND):
        yield bar
