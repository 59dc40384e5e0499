"""`checker check`: one or more reports to results and an exit code."""

from pathlib import Path
from typing import Annotated

import typer

from checker import __version__
from checker.audit.gate import FAIL_ON, exit_code
from checker.cli.options import (
    ORGAN_TYPES,
    BaselineFile,
    ChangedSince,
    ConfigFile,
    Jobs,
    Lang,
    Today,
    Version,
    choice,
    number,
)
from checker.errors import UsageError


def _print_schema(asked: bool) -> None:
    if asked:
        from checker import render
        from checker.cli.stream import write_stdout

        schema = Path(render.__file__).with_name("report.schema.json")
        write_stdout(schema.read_bytes(), recode=False)
        raise typer.Exit


def check(
    paths: Annotated[list[str] | None, typer.Argument(metavar="PATH...")] = None,
    ruleset: Annotated[str | None, typer.Option("-r", "--ruleset", metavar="ID|PATH")] = None,
    formats: Annotated[list[str] | None, typer.Option("-f", "--format", metavar="NAME[=FILE]")] = None,
    fail_on: Annotated[str | None, choice("--fail-on", FAIL_ON)] = None,
    min_score: Annotated[
        int | None, typer.Option("--min-score", metavar="N", parser=number("--min-score", 0, 100))
    ] = None,
    baseline: BaselineFile = None,
    changed_since: ChangedSince = None,
    lang: Lang = "auto",
    year: Annotated[int | None, typer.Option("--year", metavar="YYYY", parser=number("--year", 1949, 2199))] = None,
    organ_type: Annotated[str | None, choice("--organ-type", ORGAN_TYPES)] = None,
    stdin_filename: Annotated[str, typer.Option("--stdin-filename", metavar="NAME")] = "-",
    config: ConfigFile = None,
    workers: Jobs = None,
    quiet: Annotated[bool, typer.Option("-q", "--quiet")] = False,
    verbose: Annotated[bool, typer.Option("-v", "--verbose")] = False,
    print_schema: Annotated[bool, typer.Option("--print-schema", is_eager=True, callback=_print_schema)] = False,
    today: Today = None,
    version: Version = False,
) -> int:
    """Checks reports."""
    from checker.cli import project
    from checker.cli.output import deliver, make_sure
    from checker.project.config import Demands
    from checker.render import Detail, RenderContext
    from checker.results import Run

    if quiet and verbose:
        raise UsageError("quiet-and-verbose")
    wanted = project.wanted(
        paths, config, Demands(ruleset, fail_on, min_score, year, organ_type), baseline=baseline, lang=lang, today=today
    )
    outputs = project.outputs(formats, wanted.asked.config)
    sources = project.sources(wanted, "checker check", changed_since)
    make_sure(outputs, (source.path for source in sources))
    checked = project.checked(sources, wanted, stdin_filename, workers)
    detail: Detail = "quiet" if quiet else "full" if verbose else "normal"
    context = RenderContext(lang=wanted.lang, detail=detail)
    deliver(Run(__version__, checked.ruleset, checked.reports, checked.compared), outputs, context)
    return exit_code(checked.reports)
