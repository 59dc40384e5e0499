"""The shortfalls that a project lives with for now: written to a file, found again in later runs, and worn off."""

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple, Protocol

from checker.errors import UsageError
from checker.project.patterns import way
from checker.results import Acceptance, ReportResult
from checker.text import squeeze

VERSION: Final = 1
_KNOWN: Final = Acceptance("baseline", "")


class Shortfall(NamedTuple):
    """An item or a finding. An item is known again by its reason: it is the same shortfall in other words too."""

    id: str
    reason: str
    """Code of the reason; empty for a finding, of which a report can have several."""
    fingerprint: str

    @property
    def key(self) -> tuple[str, str]:
        """What makes it the same shortfall of its report."""
        return self.id, self.reason or self.fingerprint


class Sheet(Protocol):
    """What a report is found by; every ReportResult is one."""

    @property
    def path(self) -> str: ...
    @property
    def digest(self) -> str: ...
    @property
    def title(self) -> str | None: ...


class Entry(NamedTuple):
    """A report as the baseline knows it."""

    path: str
    """From the folder of the baseline, with slashes."""
    digest: str
    title: str
    score: int
    shortfalls: tuple[Shortfall, ...]


Baseline = tuple[Entry, ...]


class Comparison(NamedTuple):
    """A baseline against today's reports, each with what is still there, mended or new. Paths are today's."""

    still: tuple[tuple[str, str], ...]
    fixed: tuple[tuple[str, str], ...]
    new: tuple[tuple[str, str], ...]


def record(reports: Iterable[ReportResult], base: Path) -> Baseline:
    """Everything that falls short in `reports` and that nobody answers for otherwise."""
    entries = [_entry(report, base) for report in reports if report.items]
    return tuple(sorted(entry for entry in entries if entry.shortfalls))


def write(baseline: Baseline) -> bytes:
    """The file; the same for the same reports, a line for each shortfall, so that changes can be reviewed."""
    reports = [
        {**entry._asdict(), "shortfalls": [shortfall._asdict() for shortfall in entry.shortfalls]} for entry in baseline
    ]
    text = json.dumps({"version": VERSION, "reports": reports}, ensure_ascii=False, indent=1) + "\n"
    return text.encode("utf-8", "backslashreplace")


def read(file: Path) -> Baseline:
    """The baseline in a file."""
    try:
        data = json.loads(file.read_bytes())
    except FileNotFoundError as error:
        raise UsageError("baseline-not-found", path=file) from error
    except (OSError, ValueError, RecursionError) as error:
        raise UsageError("baseline-unreadable", path=file) from error
    try:
        if data["version"] != VERSION:
            raise UsageError("baseline-unreadable", path=file)
        return tuple(_parsed(report) for report in data["reports"])
    except (KeyError, TypeError) as error:
        raise UsageError("baseline-unreadable", path=file) from error


def pair(reports: Sequence[Sheet], baseline: Baseline, base: Path) -> Mapping[int, Entry]:
    """The entry of each report by its place in `reports`: the one of its path, else of a file that has moved.

    A moved file is known by its content, or where it was edited as well, by a title that no other has.
    """
    ways = [way(report.path, base) for report in reports]
    by_path = {entry.path: entry for entry in baseline}
    found = {at: by_path[path] for at, path in enumerate(ways) if path in by_path}
    there = set(ways)
    lost = [entry for entry in baseline if entry.path not in there and not (base / entry.path).exists()]
    for name in ("digest", "title"):
        for at, report in enumerate(reports):
            if not lost:
                break
            if at in found:
                continue
            mark = report.digest if name == "digest" else _title(report)
            if not mark:
                continue
            same = [entry for entry in lost if getattr(entry, name) == mark]
            if len(same) == 1:
                found[at] = same[0]
                lost.remove(same[0])
    return found


def accept(report: ReportResult, entry: Entry) -> ReportResult:
    """`report` with the shortfalls that `entry` knows marked, unless they are accepted already."""
    keys = {shortfall.key for shortfall in entry.shortfalls}
    items = tuple(
        item._replace(accepted=item.accepted or _KNOWN)
        if item.status in ("weak", "missing") and (item.id, item.reasons[0].code if item.reasons else "") in keys
        else item
        for item in report.items
    )
    findings = tuple(
        finding._replace(accepted=finding.accepted or _KNOWN) if (finding.id, finding.fingerprint) in keys else finding
        for finding in report.findings
    )
    return report._replace(items=items, findings=findings)


def compare(reports: Sequence[ReportResult], baseline: Baseline, base: Path) -> Comparison:
    """What of `baseline` is still there, and what is not; only of reports at hand, or whose file is gone."""
    pairs = pair(reports, baseline, base)
    still: list[tuple[str, str]] = []
    fixed: list[tuple[str, str]] = []
    new: list[tuple[str, str]] = []
    for at, report in enumerate(reports):
        if not report.items:
            continue  # unreadable: nothing can be said
        today = {shortfall.key for shortfall in _entry(report, base).shortfalls}
        known = {shortfall.key for shortfall in pairs[at].shortfalls} if at in pairs else set()
        for keys, out in ((known & today, still), (known - today, fixed), (today - known, new)):
            out += [(report.path, name) for name, _ in sorted(keys)]
    used = set(pairs.values())
    for entry in baseline:
        if entry not in used and not (base / entry.path).exists():
            fixed += [(entry.path, shortfall.id) for shortfall in entry.shortfalls]
    return Comparison(tuple(still), tuple(fixed), tuple(new))


def prune(reports: Sequence[ReportResult], baseline: Baseline, base: Path) -> Baseline:
    """`baseline` without what is mended or gone; it takes in nothing new."""
    pairs = pair(reports, baseline, base)
    kept = [entry for entry in baseline if entry not in pairs.values() and (base / entry.path).exists()]
    for at, entry in pairs.items():
        if not reports[at].items:
            kept.append(entry)
            continue
        today = _entry(reports[at], base)
        known = {shortfall.key for shortfall in entry.shortfalls}
        shortfalls = tuple(shortfall for shortfall in today.shortfalls if shortfall.key in known)
        kept.append(today._replace(score=max(today.score, entry.score), shortfalls=shortfalls))
    return tuple(sorted(entry for entry in kept if entry.shortfalls))


def _entry(report: ReportResult, base: Path) -> Entry:
    items = [
        Shortfall(item.id, item.reasons[0].code if item.reasons else item.status, item.fingerprint)
        for item in report.items
        if item.status in ("weak", "missing") and item.accepted is None
    ]
    # Mere notes ask for nothing, so there is nothing to live with.
    findings = {
        Shortfall(finding.id, "", finding.fingerprint)
        for finding in report.findings
        if finding.severity != "info" and finding.accepted is None
    }
    shortfalls = (*items, *sorted(findings))
    return Entry(way(report.path, base), report.digest, _title(report), report.score, shortfalls)


def _title(report: Sheet) -> str:
    return squeeze(report.title or "")


def _parsed(report: dict[str, Any]) -> Entry:
    shortfalls = tuple(Shortfall(s["id"], s["reason"], s["fingerprint"]) for s in report["shortfalls"])
    return Entry(report["path"], report["digest"], report["title"], report["score"], shortfalls)
