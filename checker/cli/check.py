"""`checker check`: one or more reports to results and an exit code."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated, Literal, cast

import typer

from checker import __version__
from checker.audit.gate import FAIL_ON, FailOn, exit_code, judge
from checker.cli import language
from checker.cli.options import DEFAULT_RULESET, ORGAN_TYPES, Lang, Ruleset, Version, choice, number
from checker.errors import UsageError


def _print_schema(asked: bool) -> None:
    if asked:
        from checker import render
        from checker.cli.stream import write_stdout

        schema = Path(render.__file__).with_name("report.schema.json")
        write_stdout(schema.read_bytes(), recode=False)
        raise typer.Exit


def check(
    paths: Annotated[list[str], typer.Argument(metavar="PATH...")],
    ruleset: Ruleset = DEFAULT_RULESET,
    formats: Annotated[list[str] | None, typer.Option("-f", "--format", metavar="NAME[=FILE]")] = None,
    fail_on: Annotated[str, choice("--fail-on", FAIL_ON)] = "missing",
    min_score: Annotated[
        int | None, typer.Option("--min-score", metavar="N", parser=number("--min-score", 0, 100))
    ] = None,
    lang: Lang = "auto",
    year: Annotated[int | None, typer.Option("--year", metavar="YYYY", parser=number("--year", 1949, 2199))] = None,
    organ_type: Annotated[str | None, choice("--organ-type", ORGAN_TYPES)] = None,
    stdin_filename: Annotated[str, typer.Option("--stdin-filename", metavar="NAME")] = "-",
    quiet: Annotated[bool, typer.Option("-q", "--quiet")] = False,
    verbose: Annotated[bool, typer.Option("-v", "--verbose")] = False,
    print_schema: Annotated[bool, typer.Option("--print-schema", is_eager=True, callback=_print_schema)] = False,
    version: Version = False,
) -> int:
    """Checks reports."""
    from checker.audit.discovery import STDIN, discover
    from checker.audit.run import Options, run
    from checker.cli.output import deliver, make_sure, targets
    from checker.render import Detail, RenderContext
    from checker.results import Run
    from checker.ruleset import load

    if quiet and verbose:
        raise UsageError("quiet-and-verbose")
    outputs = targets(formats or [])
    rules = load(ruleset)
    sources = discover(paths)
    make_sure(outputs, (source.path for source in sources))
    asks_stdin = any(source.path == STDIN for source in sources)
    options = Options(
        year=year,
        organ_type=cast("Literal['government', 'department', 'town'] | None", organ_type),
        stdin=sys.stdin.buffer.read() if asks_stdin else b"",
        stdin_name=stdin_filename,
    )
    reports = judge(run(sources, rules, options), cast("FailOn", fail_on), min_score)
    detail: Detail = "quiet" if quiet else "full" if verbose else "normal"
    context = RenderContext(lang=language.resolve(lang, os.environ), detail=detail)
    deliver(Run(__version__, rules.info, reports), outputs, context)
    return exit_code(reports)
