"""Checks each input by itself, so that one broken file never breaks the run."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from checker import engine, readers
from checker.audit.blame import blame
from checker.audit.discovery import STDIN, Source
from checker.audit.gate import INTERNAL
from checker.audit.suppressions import COMMENTED, answered
from checker.document import Document
from checker.errors import ReadError
from checker.hashing import sha256
from checker.results import ReportResult
from checker.ruleset.model import OrganType, Ruleset
from checker.structure import Reading

if TYPE_CHECKING:
    from datetime import date

UNKNOWN_TYPE: Final = "application/octet-stream"


class Options(NamedTuple):
    """What the caller knows of the reports."""

    year: int | None = None
    organ_type: OrganType | None = None
    stdin: bytes = b""
    stdin_name: str = STDIN
    """Name that standard input goes by; its ending hints at the format."""
    today: date | None = None
    """On which suppressions must hold; None for the day it is."""


def run(sources: Iterable[Source], ruleset: Ruleset, options: Options) -> tuple[ReportResult, ...]:
    """The result of each source, in their order."""
    results: list[ReportResult] = []
    for source in sources:
        if results:
            gc.enable()  # The command line starts without; from the second report on there may be something to collect.
        results.append(check(source, ruleset, options))
    return tuple(results)


def check(
    source: Source, ruleset: Ruleset, options: Options, see: Callable[[Reading], None] | None = None
) -> ReportResult:
    """The result of one source, whatever happens to it. `see` is shown how it was read, if it could be."""
    path = options.stdin_name if source.path == STDIN else source.path
    try:
        reading = engine.read(_read(source, options), ruleset, year=options.year, organ_type=options.organ_type)
        if see:
            see(reading)
        report = engine.judge(reading, ruleset, year=options.year, organ_type=options.organ_type)
        if report.items and report.media_type in COMMENTED:
            report = answered(report, _bytes(source, options), options.today)
        return report
    except ReadError as error:
        return engine.failed(path, _digest(source, options), UNKNOWN_TYPE, error)
    except MemoryError:
        return engine.failed(path, _digest(source, options), UNKNOWN_TYPE, ReadError("out-of-memory"))
    except Exception as error:
        failure = ReadError(INTERNAL, where=blame(error))
        return engine.failed(path, _digest(source, options), UNKNOWN_TYPE, failure)


def _read(source: Source, options: Options) -> Document:
    if source.problem:
        raise source.problem
    if source.path == STDIN:
        return readers.read_bytes(options.stdin, options.stdin_name)
    if source.archive:
        return readers.read_bytes(_member(source), source.path)
    return readers.read(source.path)


def _bytes(source: Source, options: Options) -> bytes:
    if source.path == STDIN:
        return options.stdin
    try:
        return _member(source) if source.archive else Path(source.path).read_bytes()
    except OSError:  # gone since it was checked
        return b""


def _member(source: Source) -> bytes:
    from checker.audit import archives

    return archives.read(source.archive or "", source.member)


def _digest(source: Source, options: Options) -> str:
    """Of the bytes, as far as they are to be had."""
    if source.path == STDIN:
        return digest_of(options.stdin)
    return digest(source)


def digest(source: Source) -> str:
    """Of the bytes of a file; empty where they are not to be had."""
    try:
        if source.problem:
            return ""
        if source.archive:
            return digest_of(_member(source))
        if not Path(source.path).is_file():  # opening a pipe would wait for whoever writes to it
            return ""
        with Path(source.path).open("rb") as file:
            from hashlib import file_digest

            return "sha256:" + file_digest(file, "sha256").hexdigest()
    except (OSError, ReadError, ValueError):
        return ""


def digest_of(data: bytes) -> str:
    """Of bytes."""
    return "sha256:" + sha256(data).hexdigest()


def text_of(source: Source, known: str) -> str | None:
    """The text of a file in which the evidence of its result stands; None where its digest is no longer `known`."""
    try:
        document = _read(source, Options())
    except Exception:  # an audit that succeeded is not to fail on its decoration
        return None
    return document.text if document.digest == known else None
