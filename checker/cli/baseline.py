"""`checker baseline`: today's shortfalls recorded, and what has become of them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from checker.cli.options import BaselineFile, ConfigFile, Lang, Today
from checker.errors import UsageError

if TYPE_CHECKING:
    from datetime import date

    from checker.cli.project import Wanted
    from checker.render.lines import Page
    from checker.results import ReportResult

DEFAULT_FILE: Final = "checker-baseline.json"

Paths = Annotated[list[str] | None, typer.Argument(metavar="PATH...")]
Ruleset = Annotated[str | None, typer.Option("-r", "--ruleset", metavar="ID|PATH")]


def write(
    paths: Paths = None,
    ruleset: Ruleset = None,
    baseline: BaselineFile = None,
    prune: Annotated[bool, typer.Option("--prune")] = False,
    config: ConfigFile = None,
    lang: Lang = "auto",
    today: Today = None,
) -> int:
    """Records today's shortfalls."""
    from checker.audit.gate import exit_code
    from checker.cli.project import note
    from checker.messages import say
    from checker.project import baseline as baselines

    wanted, file, reports = _today(paths, ruleset, baseline, config, lang, today, "write")
    if prune:
        entries = baselines.prune(reports, baselines.read(file), file.parent)
    else:
        entries = baselines.record(reports, file.parent)
    _save(file, baselines.write(entries))
    count = sum(len(entry.shortfalls) for entry in entries)
    note(say("baseline-written", path=file, reports=len(entries), shortfalls=count).pick(wanted.lang), wanted.lang)
    _tell_unread(reports, wanted)
    return exit_code(report for report in reports if report.error)


def status(
    paths: Paths = None,
    ruleset: Ruleset = None,
    baseline: BaselineFile = None,
    config: ConfigFile = None,
    lang: Lang = "auto",
    today: Today = None,
) -> int:
    """Lists what is still there, mended and new."""
    from checker.audit.gate import exit_code
    from checker.cli.output import print_lines
    from checker.cli.stream import screen_width
    from checker.project import baseline as baselines
    from checker.render.lines import Page

    wanted, file, reports = _today(paths, ruleset, baseline, config, lang, today, "status")
    comparison = baselines.compare(reports, baselines.read(file), file.parent)
    titles = {item.id: item.title.pick(wanted.lang) for report in reports for item in report.items}
    page = Page(screen_width())
    for name in comparison._fields:
        _part(page, f"baseline-{name}", getattr(comparison, name), titles, wanted.lang)
    print_lines(page.lines)
    _tell_unread(reports, wanted)
    return exit_code(report for report in reports if report.error)


def _today(
    paths: list[str] | None,
    ruleset: str | None,
    baseline: str | None,
    config: str | None,
    lang: str,
    today: date | None,
    command: str,
) -> tuple[Wanted, Path, Sequence[ReportResult]]:
    from checker.cli import project
    from checker.project.config import Demands

    wanted = project.wanted(paths, config, Demands(ruleset), baseline=baseline, lang=lang, today=today)
    file = wanted.asked.baseline or Path(DEFAULT_FILE)
    # What is in the baseline already must be seen as it is.
    wanted = wanted._replace(asked=wanted.asked._replace(baseline=None))
    found = project.sources(wanted, f"checker baseline {command}")
    return wanted, file, project.checked(found, wanted).reports


def _tell_unread(reports: Sequence[ReportResult], wanted: Wanted) -> None:
    """Which reports are not in the baseline because nothing is known of them."""
    from checker.cli.project import note
    from checker.render.wording import brief, words

    for report in reports:
        if report.error:
            note(brief(report, wanted.lang, words(wanted.lang)), wanted.lang)


def _save(file: Path, data: bytes) -> None:
    part = file.with_name(f".{file.name}.part")
    try:
        part.write_bytes(data)
        part.replace(file)
    except OSError as error:
        raise UsageError("baseline-unwritable", path=file) from error


def _part(page: Page, key: str, entries: Sequence[tuple[str, str]], titles: dict[str, str], lang: str) -> None:
    from checker.messages import say
    from checker.render.escape import one_line
    from checker.render.lines import Piece

    page.put(Piece(say(key, count=len(entries)).pick(lang), "strong"))
    for path, name in entries:
        page.put(Piece(f"{one_line(path)}  {titles.get(name, name)}"), indent=2, hanging=2)
