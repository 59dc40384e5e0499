"""The options that commands share, and what their values may be."""

from collections.abc import Callable, Sequence
from typing import Annotated, Any, Final

import typer

from checker.cli import language
from checker.errors import UsageError

DEFAULT_RULESET: Final = "law-based-government"
# Longer numbers are never meant, and Python refuses to convert very long ones.
_DIGITS: Final = 9
ORGAN_TYPES: Final = ("government", "department", "town")


def one_of(option: str, choices: Sequence[str]) -> Callable[[str], str]:
    """A parser that takes these values only."""

    def parse(value: str) -> str:
        if value not in choices:
            raise UsageError("bad-choice", option=option, value=value, choices=", ".join(choices))
        return value

    return parse


def number(option: str, low: int, high: int) -> Callable[[str | int], int]:
    """A parser of whole numbers from `low` to `high`."""

    def parse(value: str | int) -> int:
        text = str(value)
        if not (text.isascii() and text.isdigit() and len(text) < _DIGITS and low <= int(text) <= high):
            raise UsageError("bad-number", option=option, value=value, low=low, high=high)
        return int(text)

    return parse


def day(value: Any) -> Any:
    """A parser of ISO dates."""
    from datetime import date

    try:
        return value if isinstance(value, date) else date.fromisoformat(value)
    except ValueError as error:
        raise UsageError("bad-date", option="--today", value=value) from error


def _print_versions(asked: bool) -> None:
    if asked:
        from checker.cli.rules import versions
        from checker.cli.stream import print_text

        print_text(versions())
        raise typer.Exit


def choice(option: str, choices: Sequence[str]) -> Any:
    """An option that takes one of `choices`."""
    return typer.Option(option, metavar="|".join(choices), parser=one_of(option, choices))


_MOST_JOBS: Final = 256
Ruleset = Annotated[str, typer.Option("-r", "--ruleset", metavar="ID|PATH")]
Lang = Annotated[str, choice("--lang", language.CHOICES)]
Version = Annotated[bool, typer.Option("--version", is_eager=True, callback=_print_versions)]
ConfigFile = Annotated[str | None, typer.Option("--config", metavar="FILE")]
BaselineFile = Annotated[str | None, typer.Option("--baseline", metavar="FILE")]
ChangedSince = Annotated[str | None, typer.Option("--changed-since", metavar="REV")]
Jobs = Annotated[int | None, typer.Option("-j", "--jobs", metavar="N", parser=number("-j", 1, _MOST_JOBS))]
# For tests: what ends on a day must not depend on the day they run.
Today = Annotated[Any, typer.Option("--today", metavar="DATE", parser=day, hidden=True)]
