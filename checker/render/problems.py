"""What falls short in a run as one flat list, from which every format for machines is written."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePath
from typing import Final, Literal, NamedTuple

from checker.render.escape import one_line
from checker.render.wording import LINED, SHORT, Words, chosen, place, why, words
from checker.results import Acceptance, Evidence, Finding, ItemResult, ReportResult, Run

Level = Literal["error", "warning", "note"]
RANK: Final[tuple[Level, ...]] = ("error", "warning", "note")

NOT_CHECKED: Final = "not-checked"
SCORE: Final = "score"
NOTICE: Final = "notice"


class Region(NamedTuple):
    """A run of the text; 1-based, in characters, ends exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


class Problem(NamedTuple):
    """One thing that is to be mended, or that was accepted as it is."""

    report: ReportResult
    rule: str
    level: Level
    message: str
    """One line, in the language of the output."""
    region: Region
    evidence: tuple[Evidence, ...]
    fingerprint: str
    accepted: Acceptance | None = None

    @property
    def lined(self) -> bool:
        """Whether the lines are those of the file itself, not of the text taken out of it."""
        return self.report.media_type in LINED


def problems(run: Run, lang: str) -> list[Problem]:
    """Everything that falls short, in the order of the reports, their items and findings."""
    tell = words(lang)
    return [problem for report in run.reports for problem in _of_report(report, lang, tell)]


def with_notices(run: Run, lang: str) -> list[Problem]:
    """As `problems`, with what is to be said beside them, for formats that have no other place for it."""
    tell = words(lang)
    return [
        problem for report in run.reports for problem in (*_of_report(report, lang, tell), *_beside(report, lang, tell))
    ]


def gravest_first(found: Iterable[Problem]) -> list[Problem]:
    """`found` by level; within a level as they come."""
    return sorted(found, key=lambda problem: RANK.index(problem.level))


def marked(found: Sequence[Problem], tell: Words) -> Iterator[str]:
    """The message of each of `found`; one that is accepted says so, and how many there are: for formats with no other
    place for it."""
    total = sum(problem.accepted is not None for problem in found)
    number = 0
    for problem in found:
        number += problem.accepted is not None
        if problem.accepted is None:
            yield problem.message
        else:
            yield tell("accepted-mark", number=number, total=total, message=problem.message)


def file_path(report: ReportResult) -> str:
    """The path as repositories write it: with slashes, without a leading `./`."""
    return PurePath(report.path).as_posix()


def unique_fingerprints(found: Iterable[Problem]) -> list[str]:
    """A fingerprint for each of `found` that no other has, and that outlasts renaming the file of a titled report."""
    seen: dict[str, int] = {}
    unique = []
    for problem in found:
        report = problem.report
        about = f"{report.organ}\0{report.year}\0{report.title}" if report.title else file_path(report)
        key = f"{about}\0{problem.rule}\0{problem.fingerprint}"
        seen[key] = seen.get(key, 0) + 1
        data = f"{key}\0{seen[key]}".encode("utf-8", "backslashreplace")
        unique.append(hashlib.sha256(data).hexdigest()[:32])
    return unique


def _of_report(report: ReportResult, lang: str, tell: Words) -> Iterator[Problem]:
    if report.error:
        yield _whole(report, NOT_CHECKED, report.error.code, report.error.message.pick(lang))
    for item in report.items:
        if item.status in SHORT:
            yield _item(report, item, lang, tell)
    if report.verdict == "fail" and not any(item.fails for item in report.items):
        yield _whole(report, SCORE, SCORE, tell("problem-score", score=report.score))
    for finding in report.findings:
        yield _finding(report, finding, lang, tell)


def _whole(report: ReportResult, rule: str, code: str, message: str) -> Problem:
    return Problem(report, rule, "error", one_line(message), Region(1, 1, 1, 1), (), code)


def _beside(report: ReportResult, lang: str, tell: Words) -> Iterator[Problem]:
    """The notices, and the ruleset where it was chosen for the report."""
    place = Region(1, 1, 1, 1)
    for notice in report.notices:
        yield Problem(report, NOTICE, "warning", one_line(notice.pick(lang)), place, (), notice.zh)
    if told := chosen(report, lang, tell):
        yield Problem(report, NOTICE, "note", told, place, (), report.ruleset.id if report.ruleset else "")


def _item(report: ReportResult, item: ItemResult, lang: str, tell: Words) -> Problem:
    level: Level = "error" if item.status == "missing" or item.fails else "warning"
    message = tell(
        "problem-item",
        title=item.title.pick(lang),
        status=tell(f"status-{item.status}"),
        reason=one_line(why(item, lang)),
    )
    if item.suggestion:
        message = tell("problem-advice", message=message, advice=item.suggestion.pick(lang))
    return Problem(
        report=report,
        rule=item.id,
        level=level if item.level == "required" else "note",
        message=_placed(message, report, item.evidence, tell),
        region=_region(item.evidence) or _after(report, item),
        evidence=item.evidence,
        fingerprint=item.fingerprint,
        accepted=item.accepted,
    )


def _finding(report: ReportResult, finding: Finding, lang: str, tell: Words) -> Problem:
    message = finding.message.pick(lang)
    if finding.suggestion:
        message = tell("problem-advice", message=message, advice=finding.suggestion.pick(lang))
    return Problem(
        report=report,
        rule=finding.id,
        level="note" if finding.severity == "info" else finding.severity,
        message=_placed(message, report, finding.evidence, tell),
        region=_region(finding.evidence) or Region(1, 1, 1, 1),
        evidence=finding.evidence,
        fingerprint=finding.fingerprint,
        accepted=finding.accepted,
    )


def _placed(message: str, report: ReportResult, evidence: tuple[Evidence, ...], tell: Words) -> str:
    """The sentence, with the place where the file itself has no lines to point at."""
    where = place(evidence[0], report.media_type, tell) if evidence and report.media_type not in LINED else ""
    return one_line(message + (tell("in-brackets", text=where) if where else ""))


def _region(evidence: tuple[Evidence, ...]) -> Region | None:
    if not evidence:
        return None
    first = evidence[0]
    return Region(first.line, first.column, first.end_line, first.end_column)


def _after(report: ReportResult, item: ItemResult) -> Region:
    """The heading that a missing item belongs after, or the first line: an empty region at its beginning."""
    after = item.expected.after if item.expected else None
    line = next((section.line for section in report.sections if section.heading == after), 1)
    return Region(line, 1, line, 1)
