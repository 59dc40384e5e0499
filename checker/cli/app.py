"""The commands put together, and what becomes of every error."""

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from typing import Any, Final

import typer
from typer.main import get_command

from checker.cli import language
from checker.cli.commands import Command, Group, complaint
from checker.cli.options import Lang, Version
from checker.errors import EXIT_INTERNAL, EXIT_INTERRUPTED, CheckerError, RulesetError, UsageError
from checker.messages import say

PROGRAM = "checker"

COMMANDS: Final[Mapping[tuple[str, ...], tuple[str, str]]] = {
    ("check",): ("check", "check"),
    ("audit",): ("audit", "audit"),
    ("show",): ("show", "show_report"),
    ("compare",): ("compare", "compare"),
    ("explain",): ("explain", "explain"),
    ("rules", "list"): ("rules", "list_rulesets"),
    ("rules", "show"): ("rules", "show"),
    ("rules", "new"): ("drafting", "new"),
    ("rules", "diff"): ("rules_diff", "diff"),
    ("rules", "coverage"): ("rules_coverage", "coverage"),
    ("rules", "learn"): ("drafting", "learn"),
    ("rules", "lint"): ("authoring", "lint"),
    ("rules", "test"): ("authoring", "run_tests"),
    ("rules", "mutate"): ("mutate", "mutate"),
    ("rules", "schema"): ("authoring", "schema"),
    ("baseline", "write"): ("baseline", "write"),
    ("baseline", "status"): ("baseline", "status"),
    ("config", "show"): ("config", "show"),
    ("config", "schema"): ("config", "schema"),
}
"""Command by its words: module of this package and function."""


def build(first: str | None) -> typer.Typer:
    """The command line. Only commands that begin with the word `first` are ready to run (None: all of them); the others
    are there by name, for the list of commands: reading all their options would double the start-up time."""
    top = typer.Typer(cls=Group, rich_markup_mode=None, pretty_exceptions_enable=False)
    top.callback(invoke_without_command=False)(_top)
    groups: dict[str, typer.Typer] = {}
    for words, (module, name) in COMMANDS.items():
        parent = top
        if len(words) > 1:
            if words[0] not in groups:
                groups[words[0]] = typer.Typer(cls=Group, rich_markup_mode=None)
                groups[words[0]].callback()(_group)
                top.add_typer(groups[words[0]], name=words[0])
            parent = groups[words[0]]
        wanted = first is None or words[0] == first
        parent.command(words[-1], cls=Command)(_load(module, name) if wanted else _unread)
    return top


def _load(module: str, name: str) -> Callable[..., Any]:
    function: Callable[..., Any] = getattr(import_module(f"checker.cli.{module}"), name)
    return function


def _unread() -> int:
    raise AssertionError


def _top(lang: Lang = "auto", version: Version = False) -> None:
    pass


def _group(lang: Lang = "auto") -> None:
    pass


def _defaults(choice: str) -> dict[str, Any]:
    """What commands take for `--lang` where it stands before their name."""
    own: dict[str, Any] = {"lang": choice}
    inner = own | {words[1]: own for words in COMMANDS if len(words) > 1}
    return {words[0]: inner for words in COMMANDS}


def run(arguments: Sequence[str]) -> int:
    """Runs the command line and returns the exit code."""
    choice = language.asked(arguments)
    lang = language.resolve(choice, os.environ)
    # Completion asks for the options of whatever is being typed.
    completing = f"_{PROGRAM.upper()}_COMPLETE" in os.environ
    names = {words[0] for words in COMMANDS}
    first = None if completing else next((word for word in arguments if word in names), "")
    command = get_command(build(first))
    try:
        # Errors come back as exceptions: Typer's own words for them would be in English and on three lines.
        given = list(arguments) or ["--help"]
        return command.main(given, PROGRAM, standalone_mode=False, obj=lang, default_map=_defaults(choice)) or 0
    except CheckerError as error:
        return _fail(error, lang)
    except (KeyboardInterrupt, typer.Abort):
        return EXIT_INTERRUPTED
    except UnicodeEncodeError as error:
        # A name from a configuration or baseline that the file system has no characters for.
        return _fail(UsageError("names-without-chinese", encoding=error.encoding), lang)
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
        from checker.cli.faults import fault_lines

        lines += [line for problem in error.problems for line in fault_lines(problem, lang)]
    for line in lines:
        print(line, file=sys.stderr)  # noqa: T201 -- the command line speaks
    return error.exit_code
