"""Checks each input by itself, so that one broken file never breaks the run."""

import hashlib
from collections.abc import Iterable
from pathlib import Path
from typing import Final, NamedTuple

from checker import engine, readers
from checker.audit.blame import blame
from checker.audit.discovery import STDIN, Source
from checker.audit.gate import INTERNAL
from checker.document import Document
from checker.errors import ReadError
from checker.results import ReportResult
from checker.ruleset.model import OrganType, Ruleset

_UNKNOWN_TYPE: Final = "application/octet-stream"


class Options(NamedTuple):
    """What the caller knows of the reports."""

    year: int | None = None
    organ_type: OrganType | None = None
    stdin: bytes = b""
    stdin_name: str = STDIN
    """Name that standard input goes by; its ending hints at the format."""


def run(sources: Iterable[Source], ruleset: Ruleset, options: Options) -> tuple[ReportResult, ...]:
    """The result of each source, in their order."""
    return tuple(_check(source, ruleset, options) for source in sources)


def _check(source: Source, ruleset: Ruleset, options: Options) -> ReportResult:
    path = options.stdin_name if source.path == STDIN else source.path
    try:
        document = _read(source, options)
        return engine.check(document, ruleset, year=options.year, organ_type=options.organ_type)
    except ReadError as error:
        return engine.failed(path, _digest(source, options), _UNKNOWN_TYPE, error)
    except Exception as error:
        failure = ReadError(INTERNAL, where=blame(error))
        return engine.failed(path, _digest(source, options), _UNKNOWN_TYPE, failure)


def _read(source: Source, options: Options) -> Document:
    if source.problem:
        raise source.problem
    if source.path == STDIN:
        return readers.read_bytes(options.stdin, options.stdin_name)
    return readers.read(source.path)


def _digest(source: Source, options: Options) -> str:
    """Of the bytes, as far as they are to be had."""
    if source.path == STDIN:
        return "sha256:" + hashlib.sha256(options.stdin).hexdigest()
    try:
        with Path(source.path).open("rb") as file:
            return "sha256:" + hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""
