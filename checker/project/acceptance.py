"""What the configuration of a project answers for, marked in one report after another."""

from __future__ import annotations

from datetime import date

from checker.audit.suppressions import Suppression, apply, current
from checker.messages import say
from checker.project.config import Config
from checker.project.patterns import matches
from checker.results import ReportResult
from checker.text import Text


class Acceptances:
    """The `[[ignore]]` tables of a configuration; knows at the end which of them had no effect."""

    def __init__(self, config: Config, today: date | None) -> None:
        """`today` is None for the day it is."""
        self._config = config
        self._entries = [
            (entry.paths, Suppression(entry.items, entry.reason, entry.until, "config", Text("", "")))
            for entry in config.ignore
        ]
        self._today = current(today, (suppression for _, suppression in self._entries))
        self._met: dict[Suppression, bool] = {}

    def concern(self, way: str) -> bool:
        """Whether a table is about the report at `way`."""
        return any(matches(way, paths) for paths, _ in self._entries)

    def mark(self, report: ReportResult, way: str) -> ReportResult:
        """`report` with what the configuration answers for marked."""
        found = [suppression for paths, suppression in self._entries if matches(way, paths)]
        if not found or not report.items:
            return report
        applied = apply(report, found, self._today)
        for suppression in found:
            self._met[suppression] = self._met.get(suppression, False) or suppression in applied.used
        return applied.report

    def idle(self) -> list[Text]:
        """A sentence for each table that met a report and changed nothing."""
        return [self._idle(suppression) for suppression, used in self._met.items() if not used]

    def _idle(self, suppression: Suppression) -> Text:
        items = ", ".join(suppression.items)
        if suppression.until is not None and suppression.until < self._today:
            until = suppression.until.isoformat()
            return say("config-expired", path=self._config.file, items=items, until=until)
        return say("config-unused", path=self._config.file, items=items)
