"""What a program asks of the checker: the result of a file or of a text."""

from __future__ import annotations

from typing import Final

from checker import engine, readers
from checker.results import ReportResult
from checker.ruleset import load as load_ruleset
from checker.ruleset.model import OrganType, Ruleset

__all__ = ["check_file", "check_text", "load_ruleset"]

DEFAULT: Final = "law-based-government"


def check_file(
    path: str,
    ruleset: Ruleset | str = DEFAULT,
    *,
    year: int | None = None,
    organ_type: OrganType | None = None,
) -> ReportResult:
    """The result of the report in the file at `path`; `year` and `organ_type` override what the report itself tells.

    `ruleset` is a shipped id, a path, or what `load_ruleset` gave. Raises ReadError where the file cannot be read,
    UsageError where there is no such ruleset, RulesetError where it cannot be used.
    """
    return engine.check(readers.read(path), _loaded(ruleset), year=year, organ_type=organ_type)


def check_text(
    text: str,
    ruleset: Ruleset | str = DEFAULT,
    *,
    name: str = "-",
    year: int | None = None,
    organ_type: OrganType | None = None,
) -> ReportResult:
    """The result of a report given as text; by the ending of `name` it is taken for Markdown, HTML or plain text.

    Positions are those of `text`. Raises as `check_file` does.
    """
    document = readers.read_bytes(text.encode(), name)
    return engine.check(document, _loaded(ruleset), year=year, organ_type=organ_type)


def _loaded(ruleset: Ruleset | str) -> Ruleset:
    return load_ruleset(ruleset) if isinstance(ruleset, str) else ruleset
