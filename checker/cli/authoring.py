"""`checker rules schema`, `test` and `lint`: what the author of a ruleset needs."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Annotated

import typer

from checker.cli import language
from checker.cli.options import DEFAULT_RULESET, Lang, number
from checker.errors import EXIT_OK, EXIT_SHORTFALL

if TYPE_CHECKING:
    from checker.render.lines import Line

RulesetName = Annotated[str, typer.Argument(metavar="[ID|PATH]")]


def schema() -> int:
    """Prints the JSON Schema of a ruleset."""
    from checker.cli.stream import write_stdout
    from checker.ruleset.editor_schema import editor_schema

    write_stdout((json.dumps(editor_schema(), ensure_ascii=False, indent=2) + "\n").encode(), recode=False)
    return EXIT_OK


def run_tests(
    ruleset_id: RulesetName = DEFAULT_RULESET,
    show_coverage: Annotated[bool, typer.Option("--coverage")] = False,
    min_coverage: Annotated[
        int | None, typer.Option("--min-coverage", metavar="N", parser=number("--min-coverage", 0, 100))
    ] = None,
    lang: Lang = "auto",
) -> int:
    """Tries the examples of a ruleset and the tests beside it."""
    from checker.authoring.bench import try_all
    from checker.authoring.coverage import coverage
    from checker.cli.output import print_lines
    from checker.cli.trials import coverage_lines, trial_lines
    from checker.ruleset.loading import inspect

    tongue = language.resolve(lang, os.environ)
    rules, piece = inspect(ruleset_id)
    if not show_coverage and min_coverage is None:
        trials = try_all(rules, piece)
        print_lines(trial_lines(trials, rules, tongue))
        return EXIT_OK if all(trial.passed for trial in trials) else EXIT_SHORTFALL
    trials, found = coverage(rules, piece)
    lines = trial_lines(trials, rules, tongue)
    print_lines([*lines, *coverage_lines(found, tongue, min_coverage, listed=show_coverage)])
    short = found.per_mille < 10 * (min_coverage or 0)
    return EXIT_SHORTFALL if short or not all(trial.passed for trial in trials) else EXIT_OK


def lint(ruleset_id: RulesetName = DEFAULT_RULESET, lang: Lang = "auto") -> int:
    """Looks for mistakes that load all the same."""
    from checker.authoring.lint import lint as find
    from checker.cli.faults import fault_lines
    from checker.cli.output import print_lines
    from checker.messages import say
    from checker.ruleset.loading import inspect

    tongue = language.resolve(lang, os.environ)
    rules, piece = inspect(ruleset_id)
    problems = find(rules, piece)
    key = "lint-count" if problems else "lint-clean"
    summary = say(key, name=f"{rules.info.id} {rules.info.version}", count=len(problems)).pick(tongue)
    print_lines(
        [_plain(line) for line in [*(line for problem in problems for line in fault_lines(problem, tongue)), summary]]
    )
    return EXIT_SHORTFALL if problems else EXIT_OK


def _plain(text: str) -> Line:
    from checker.render.lines import Piece

    return (Piece(text),)
