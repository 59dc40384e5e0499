"""The commands put together, and what becomes of every error."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

import typer
from typer.main import get_command

from checker.cli import language
from checker.cli.audit import audit
from checker.cli.baseline import status, write
from checker.cli.check import check
from checker.cli.commands import Command, Group, complaint
from checker.cli.config import schema as config_schema
from checker.cli.config import show as show_config
from checker.cli.explain import explain
from checker.cli.mutate import mutate
from checker.cli.options import Version
from checker.cli.rules import list_rulesets, show
from checker.cli.show import show_report
from checker.errors import EXIT_INTERNAL, EXIT_INTERRUPTED, CheckerError, RulesetError
from checker.messages import say

if TYPE_CHECKING:
    from checker.errors import Problem

PROGRAM = "checker"

app = typer.Typer(cls=Group, rich_markup_mode=None, pretty_exceptions_enable=False)
rules = typer.Typer(cls=Group, rich_markup_mode=None)
baseline = typer.Typer(cls=Group, rich_markup_mode=None)
config = typer.Typer(cls=Group, rich_markup_mode=None)
app.command("check", cls=Command)(check)
app.command("audit", cls=Command)(audit)
app.command("show", cls=Command)(show_report)
app.command("explain", cls=Command)(explain)
app.add_typer(rules, name="rules")
rules.command("list", cls=Command)(list_rulesets)
rules.command("show", cls=Command)(show)
rules.command("mutate", cls=Command)(mutate)
app.add_typer(baseline, name="baseline")
baseline.command("write", cls=Command)(write)
baseline.command("status", cls=Command)(status)
app.add_typer(config, name="config")
config.command("show", cls=Command)(show_config)
config.command("schema", cls=Command)(config_schema)


@app.callback(invoke_without_command=False)
def _top(version: Version = False) -> None:
    pass


def run(arguments: Sequence[str]) -> int:
    """Runs the command line and returns the exit code."""
    lang = language.resolve(language.asked(arguments), os.environ)
    command = get_command(app)
    try:
        # Errors come back as exceptions: Typer's own words for them would be in English and on three lines.
        return command.main(list(arguments) or ["--help"], PROGRAM, standalone_mode=False, obj=lang) or 0
    except CheckerError as error:
        return _fail(error, lang)
    except (KeyboardInterrupt, typer.Abort):
        return EXIT_INTERRUPTED
    except Exception as error:
        if isinstance(error, _typer_usage_error()):
            return _fail(complaint(error, PROGRAM), lang)
        from checker.audit.blame import blame

        _fail(CheckerError("internal-failure", where=blame(error)), lang)
        return EXIT_INTERNAL


def _typer_usage_error() -> type[Exception]:
    # The class has no public name, and its module moved between releases of Typer; BadParameter is one of its kind.
    return typer.BadParameter.__mro__[1]


def _fail(error: CheckerError, lang: str) -> int:
    message = say(error.key, **error.values).pick(lang)
    lines = [say("error-prefix", message=message).pick(lang)]
    if isinstance(error, RulesetError):
        lines += [_problem(problem, lang) for problem in error.problems]
    for line in lines:
        print(line, file=sys.stderr)  # noqa: T201 -- the command line speaks
    return error.exit_code


def _problem(problem: Problem, lang: str) -> str:
    sentence = say(problem.key, **dict(problem.values)).pick(lang)
    hint = say("did-you-mean", hint=problem.hint).pick(lang) if problem.hint else ""
    return f"{problem.path}:{problem.line}:{problem.column}: {sentence}{hint}"
