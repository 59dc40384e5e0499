"""`checker rules schema`, `test` and `lint`: what the author of a ruleset needs."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from checker.cli import language
from checker.cli.options import DEFAULT_RULESET, Lang
from checker.errors import EXIT_OK, EXIT_SHORTFALL

if TYPE_CHECKING:
    from checker.authoring.coverage import Coverage
    from checker.authoring.examples import Trial
    from checker.render.lines import Line
    from checker.ruleset.yaml_files import Where

RulesetName = Annotated[str, typer.Argument(metavar="[ID|PATH]")]


def schema() -> int:
    """Prints the JSON Schema of a ruleset."""
    from checker.cli.stream import write_stdout
    from checker.ruleset.editor_schema import editor_schema

    write_stdout((json.dumps(editor_schema(), ensure_ascii=False, indent=2) + "\n").encode(), recode=False)
    return EXIT_OK


def run_examples(
    ruleset_id: RulesetName = DEFAULT_RULESET,
    show_coverage: Annotated[bool, typer.Option("--coverage")] = False,
    lang: Lang = "auto",
) -> int:
    """Tries the examples of a ruleset."""
    from checker.authoring.coverage import coverage
    from checker.authoring.examples import try_examples
    from checker.cli.output import print_lines
    from checker.ruleset.loading import inspect

    tongue = language.resolve(lang, os.environ)
    rules, piece = inspect(ruleset_id)
    trials = try_examples(rules, piece)
    failed = [trial for trial in trials if not trial.passed]
    lines = [_plain(_tried(f"{rules.info.id} {rules.info.version}", len(trials), len(failed), tongue))]
    for trial in failed:
        lines += [(), *_failure(trial, tongue)]
    if show_coverage:
        lines += [(), *_coverage(coverage(rules, piece), tongue)]
    print_lines(lines)
    return EXIT_SHORTFALL if failed else EXIT_OK


def lint(ruleset_id: RulesetName = DEFAULT_RULESET, lang: Lang = "auto") -> int:
    """Looks for mistakes that load all the same."""
    from checker.authoring.lint import lint as find
    from checker.cli.faults import fault_line
    from checker.cli.output import print_lines
    from checker.messages import say
    from checker.ruleset.loading import inspect

    tongue = language.resolve(lang, os.environ)
    rules, piece = inspect(ruleset_id)
    problems = find(rules, piece)
    key = "lint-count" if problems else "lint-clean"
    summary = say(key, name=f"{rules.info.id} {rules.info.version}", count=len(problems)).pick(tongue)
    print_lines([_plain(line) for line in [*(fault_line(problem, tongue) for problem in problems), summary]])
    return EXIT_SHORTFALL if problems else EXIT_OK


def _plain(text: str) -> Line:
    from checker.render.lines import Piece

    return (Piece(text),)


def _tried(name: str, count: int, failed: int, lang: str) -> str:
    from checker.messages import say

    if not count:
        return say("examples-none", name=name).pick(lang)
    return say("examples-tried", name=name, count=count, passed=count - failed, failed=failed).pick(lang)


def _failure(trial: Trial, lang: str) -> Iterator[Line]:
    """A diff of what was expected and what came, and the example."""
    from checker.messages import say
    from checker.render.escape import one_line
    from checker.render.lines import Piece

    title = trial.item.title.pick(lang)
    yield _plain(say("example-place", where=place(trial.where), title=title, id=trial.item.id).pick(lang))
    yield (Piece(f"  - {_verdict(trial.example.status, trial.example.reason, lang)}", "bad"),)
    yield (Piece(f"  + {_verdict(trial.status, trial.reason, lang)}", "add"),)
    for line in trial.example.text.split("\n"):
        yield (Piece(f"    {one_line(line)}", "faint"),)


def _coverage(found: Coverage, lang: str) -> Iterator[Line]:
    from checker.messages import say
    from checker.render.escape import one_line

    yield _plain(say("coverage-verdicts", count=found.verdicts, left=len(found.unshown)).pick(lang))
    for item, (status, reason) in found.unshown:
        yield _plain(f"  {item.id}: {_verdict(status, reason, lang)}")
    yield ()
    yield _plain(say("coverage-phrases", count=found.phrases, left=len(found.unused)).pick(lang))
    for unused in found.unused:
        yield _plain(f"  {place(unused.where)}: {unused.option}: {one_line(unused.phrase)}")


def _verdict(status: str, reason: str | None, lang: str) -> str:
    from checker.messages import say

    return say(f"status-{status}").pick(lang) + (say("in-brackets", text=reason).pick(lang) if reason else "")


def place(where: Where) -> str:
    """A place in a file, as editors and terminals make a link of it."""
    return ":".join(map(str, where))
