"""`checker rules diff`: what changed between two rulesets, and what it changes for reports."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from checker.cli import language
from checker.cli.options import Lang, choice
from checker.errors import EXIT_OK

if TYPE_CHECKING:
    from checker.audit.discovery import Source
    from checker.authoring.impact import Impact
    from checker.results import ReportResult

FORMATS: Final = ("plain", "json")
PlainFormat = Annotated[str, choice("-f", FORMATS)]


def diff(
    old_ruleset: Annotated[str, typer.Argument(metavar="OLD")],
    new_ruleset: Annotated[str, typer.Argument(metavar="NEW")],
    impact_on: Annotated[str | None, typer.Option("--impact", metavar="DIR|STORE")] = None,
    plain_format: PlainFormat = "plain",
    lang: Lang = "auto",
) -> int:
    """Compares two rulesets."""
    from checker.authoring.differences import differences
    from checker.cli.differences import Compared, difference_lines, difference_object
    from checker.cli.output import print_lines
    from checker.cli.stream import screen_width, write_stdout
    from checker.ruleset.loading import inspect

    tongue = language.resolve(lang, os.environ)
    (old, before), (new, after) = inspect(old_ruleset), inspect(new_ruleset)
    changed = differences(before.data, after.data)
    affected = _impact(impact_on, old_ruleset, new_ruleset) if impact_on else None
    compared = Compared(old.info, new.info, changed, affected)
    if plain_format == "json":
        write_stdout(as_json(difference_object(compared, tongue)), recode=False)
    else:
        print_lines(difference_lines(compared, screen_width(), tongue))
    return EXIT_OK


def as_json(data: dict[str, Any]) -> bytes:
    """An object for programs."""
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "backslashreplace")


def _impact(place: str, old: str, new: str) -> Impact:
    from checker.authoring.impact import impact

    return impact(_pairs(reports_in(place), old, new))


def _pairs(sources: tuple[Source, ...], old: str, new: str) -> Iterator[tuple[ReportResult, ReportResult]]:
    from checker.audit.run import Options, check
    from checker.ruleset import load

    before, after = load(old), load(new)
    for source in sources:
        yield check(source, before, Options()), check(source, after, Options())


def reports_in(place: str) -> tuple[Source, ...]:
    """The reports in a folder, or those that an audit kept the results of in this folder or file."""
    from checker.audit.discovery import STORE, Source, discover_batch
    from checker.audit.store import Store

    file = Path(place) / STORE if Path(place).is_dir() else Path(place)
    if file.name != STORE or not file.is_file():
        return discover_batch([place], None)
    store = Store(file, create=False)
    try:
        rows = [row for audit in store.audits() for row in store.rows(audit.id)]
    finally:
        store.close()
    return tuple(dict.fromkeys(Source(row.path, None, row.archive, row.member) for row in rows))
