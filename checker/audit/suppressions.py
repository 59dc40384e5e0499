"""Shortfalls that somebody answers for, in a comment of the report or elsewhere: marked for as long as it holds."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final, Literal, NamedTuple

from checker.errors import ReadError
from checker.messages import say
from checker.results import Acceptance, Failure, Finding, ItemResult, ReportResult
from checker.text import Text

_DOCX: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_TAGGED: Final = frozenset({"text/markdown", "text/html"})
COMMENTED: Final = _TAGGED | {_DOCX}
"""The formats whose comments are looked at."""

_QUOTES: Final = {'"': '"', "'": "'", "\u201c": "\u201d", "\uff02": "\uff02", "\u201d": "\u201d"}


class Suppression(NamedTuple):
    """Items that need not be in order, why, and for how long."""

    items: tuple[str, ...]
    reason: str
    until: date | None
    """The last day on which it holds."""
    kind: Literal["comment", "config"]
    place: Text
    """Where it stands, for the notices about it."""


class Read(NamedTuple):
    """The suppressions of a report, and what is wrong with those that do not count."""

    suppressions: tuple[Suppression, ...]
    faults: tuple[Text, ...]


class Applied(NamedTuple):
    """A report with what is accepted marked, and which suppressions had an effect."""

    report: ReportResult
    used: frozenset[Suppression]


def answered(report: ReportResult, data: bytes, today: date | None) -> ReportResult:
    """`report` with what the comments of its own file (`data`) answer for marked, and notices on those without effect.

    `today` is None for the day it is.
    """
    read = in_comments(data, report.media_type)
    day = current(today, read.suppressions)
    applied = apply(report, read.suppressions, day)
    said = (*read.faults, *notices(read.suppressions, applied, day))
    return applied.report._replace(notices=(*applied.report.notices, *said))


def current(today: date | None, suppressions: Iterable[Suppression]) -> date:
    """`today`, or where that is None the day it is; any day will do where nothing ever ends."""
    from datetime import date, datetime

    if today is not None:
        return today
    return datetime.now().astimezone().date() if any(found.until for found in suppressions) else date.min


def lapsed(report: ReportResult, today: date | None) -> ReportResult:
    """`report`, as it was found on an earlier day, without what is accepted no longer.

    `today` is None for the day it is.
    """
    from datetime import datetime

    day = (today or datetime.now().astimezone().date()).isoformat()
    over = {item.id: item.accepted.until for item in report.items if item.accepted and _ended(item.accepted, day)}
    over |= {
        found.id: found.accepted.until for found in report.findings if found.accepted and _ended(found.accepted, day)
    }
    if not over:
        return report
    items = tuple(item._replace(accepted=None) if item.id in over else item for item in report.items)
    findings = tuple(found._replace(accepted=None) if found.id in over else found for found in report.findings)
    said = tuple(say("suppression-lapsed", items=name, until=until) for name, until in over.items())
    open_ = _unverified(items)
    error = report.error or (Failure(open_[0].reasons[0].code, open_[0].reasons[0].message) if open_ else None)
    return report._replace(items=items, findings=findings, error=error, notices=(*report.notices, *said))


def _ended(accepted: Acceptance, day: str) -> bool:
    return accepted.until is not None and accepted.until < day


def in_comments(data: bytes, media_type: str) -> Read:
    """The suppressions in the comments of a file."""
    suppressions: list[Suppression] = []
    faults: list[Text] = []
    for place, comment in _comments(data, media_type):
        found = _parse(comment, place)
        if isinstance(found, Suppression):
            suppressions.append(found)
        elif found is not None:
            faults.append(found)
    return Read(tuple(suppressions), tuple(faults))


def apply(report: ReportResult, suppressions: Iterable[Suppression], today: date) -> Applied:
    """`report` with the shortfalls marked that a suppression still in force names."""
    used: set[Suppression] = set()
    items, findings = list(report.items), list(report.findings)
    for suppression in suppressions:
        if suppression.until is not None and suppression.until < today:
            continue
        until = suppression.until.isoformat() if suppression.until else None
        accepted = Acceptance(suppression.kind, suppression.reason, until)
        for at, item in enumerate(items):
            if item.id in suppression.items and _acceptable(item):
                items[at] = item._replace(accepted=item.accepted or accepted)
                used.add(suppression)
        for at, finding in enumerate(findings):
            if finding.id in suppression.items:
                findings[at] = finding._replace(accepted=finding.accepted or accepted)
                used.add(suppression)
    return Applied(_eased(report, tuple(items), tuple(findings)), frozenset(used))


def notices(suppressions: Iterable[Suppression], applied: Applied, today: date) -> Iterator[Text]:
    """What is to be said of suppressions that had no effect."""
    known = [item.id for item in applied.report.items]
    for suppression in suppressions:
        if suppression in applied.used:
            continue
        place, items = suppression.place, ", ".join(suppression.items)
        if suppression.until is not None and suppression.until < today:
            yield _say("suppression-expired", place, items=items, until=suppression.until.isoformat())
        else:
            yield _unused(place, suppression.items, known)


def _unused(place: Text, items: tuple[str, ...], known: list[str]) -> Text:
    from difflib import get_close_matches

    for item in items:
        guesses = get_close_matches(item, known, n=1)
        if item not in known and guesses:
            return _say("suppression-unknown-but", place, items=item, guess=guesses[0])
    return _say("suppression-unused", place, items=", ".join(items))


def _acceptable(item: ItemResult) -> bool:
    # A failure of the tool itself is nobody's to accept.
    internal = any(reason.code == "internal-error" for reason in item.reasons)
    return item.status in ("weak", "missing", "unverifiable") and not internal


def _eased(report: ReportResult, items: tuple[ItemResult, ...], findings: tuple[Finding, ...]) -> ReportResult:
    """With the error gone where all that could not be verified is accepted: somebody has looked at it."""
    error: Failure | None = report.error
    if error is not None and items:
        open_ = _unverified(items)
        error = Failure(open_[0].reasons[0].code, open_[0].reasons[0].message) if open_ else None
    return report._replace(items=items, findings=findings, error=error)


def _unverified(items: Iterable[ItemResult]) -> list[ItemResult]:
    return [i for i in items if i.level == "required" and i.status == "unverifiable" and i.accepted is None]


def _comments(data: bytes, media_type: str) -> Iterator[tuple[Text, str]]:
    if media_type in _TAGGED:
        yield from _tagged(data)
    elif media_type == _DOCX:
        yield from _word(data)


def _tagged(data: bytes) -> Iterator[tuple[Text, str]]:
    from checker.readers.encoding import decode

    try:
        text = decode(data).text
    except ReadError:
        return
    for match in re.finditer(r"<!--\s*(checker\b.*?)-->", text, re.DOTALL | re.IGNORECASE):
        line = len(re.findall(r"\r\n?|\n", text[: match.start()])) + 1
        yield say("suppression-line", line=line), match[1]


def _word(data: bytes) -> Iterator[tuple[Text, str]]:
    from checker.readers.docx_package import Package, W

    try:
        package = Package(data)
        main = next((rel.target for rel in package.relations("") if rel.kind == "officeDocument"), "word/document.xml")
        part = next((rel.target for rel in package.relations(main) if rel.kind == "comments"), None)
        root = None if part is None else package.xml(part)
    except ReadError:
        return
    for number, comment in enumerate(() if root is None else root.iter(W + "comment"), start=1):
        paragraphs = ("".join(run.text or "" for run in p.iter(W + "t")) for p in comment.iter(W + "p"))
        yield say("suppression-comment", number=number), " ".join(paragraphs)


def _parse(comment: str, place: Text) -> Suppression | Text | None:
    """The suppression that a comment makes; a sentence where it tries to; None for any other comment."""
    head = re.match(r"\s*checker\s*[:\uff1a]\s*ignore\b", comment, re.IGNORECASE)
    if head is None:
        return None
    names, values = _fields(comment[head.end() :])
    if not names:
        return _say("suppression-no-item", place)
    items = ", ".join(names)
    strange = sorted(set(values) - {"reason", "until"})
    if strange:
        return _say("suppression-unknown-key", place, items=items, word=strange[0])
    if not values.get("reason", "").strip():
        return _say("suppression-no-reason", place, items=items)
    until = None
    if "until" in values:
        from datetime import date

        try:
            until = date.fromisoformat(values["until"])
        except ValueError:
            return _say("suppression-bad-date", place, items=items)
    return Suppression(names, " ".join(values["reason"].split()), until, "comment", place)


def _fields(text: str) -> tuple[tuple[str, ...], dict[str, str]]:
    """Item ids, then `key="value"`. Word turns straight quotation marks into curly ones, so both count."""
    names: list[str] = []
    values: dict[str, str] = {}
    at = 0
    # A word of Chinese behind `reason=` need not be quoted; a quotation runs to its closing mark.
    while match := re.compile(r"[\s,\uff0c\u3001]*([\w-]+)\s*([=\uff1d]\s*)?").match(text, at):
        at = match.end()
        if match[2] is None:
            names.append(match[1])
            continue
        closing = _QUOTES.get(text[at : at + 1])
        end = text.find(closing, at + 1) if closing else -1
        if closing and end > 0:
            values[match[1].lower()] = text[at + 1 : end]
            at = end + 1
        else:
            word = re.compile(r"\S*").match(text, at)
            values[match[1].lower()] = word[0] if word else ""
            at = word.end() if word else len(text)
    return tuple(dict.fromkeys(names)), values


def _say(key: str, place: Text, **values: str) -> Text:
    zh, en = say(key, place=place.zh, **values).zh, say(key, place=place.en, **values).en
    return Text(zh, en)
