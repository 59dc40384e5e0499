"""`checker rules coverage`: which rules real reports never make fire, and which always."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from checker.cli import language
from checker.cli.options import DEFAULT_RULESET, Lang, Ruleset
from checker.cli.rules_diff import PlainFormat, as_json
from checker.errors import EXIT_OK, EXIT_UNREADABLE, ReadError, UsageError

if TYPE_CHECKING:
    from checker.document import Document


def coverage(
    real_reports: Annotated[list[str], typer.Argument(metavar="REPORTS...")],
    ruleset: Ruleset = DEFAULT_RULESET,
    list_phrases: Annotated[bool, typer.Option("--phrases")] = False,
    plain_format: PlainFormat = "plain",
    lang: Lang = "auto",
) -> int:
    """Counts what reports make of a ruleset."""
    from checker.authoring.usage import usage
    from checker.cli.output import print_lines
    from checker.cli.stream import screen_width, write_stdout
    from checker.cli.usage import usage_lines, usage_object
    from checker.ruleset.loading import inspect

    tongue = language.resolve(lang, os.environ)
    rules, piece = inspect(ruleset)
    batch = Batch(real_reports, tongue)
    found = usage(batch, rules, piece)
    if plain_format == "json":
        write_stdout(as_json(usage_object(found, rules, tongue)), recode=False)
    else:
        print_lines(usage_lines(found, rules, screen_width(), tongue, listed=list_phrases))
    return batch.exit_code


class Batch:
    """The reports that arguments name, read one after the other; those that cannot be read are told of and left out."""

    def __init__(self, arguments: Sequence[str], lang: str) -> None:
        self._arguments, self._lang = arguments, lang
        self.exit_code = EXIT_OK
        """0, or 3 as soon as a report could not be read."""

    def __iter__(self) -> Iterator[Document]:
        """Raises UsageError where none can be read."""
        from checker import readers
        from checker.audit.discovery import discover

        read = 0
        for source in discover(self._arguments):
            try:
                if source.problem:
                    raise source.problem
                yield readers.read(source.path)
                read += 1
            except ReadError as error:
                self._tell(source.path, error)
        if not read:
            raise UsageError("reports-none")

    def _tell(self, path: str, error: ReadError) -> None:
        import sys

        from checker.messages import say
        from checker.render.escape import one_line

        message = say(error.key, **error.values)
        print(  # noqa: T201 -- the command line speaks
            say("diff-labelled", label=one_line(path), change=message).pick(self._lang), file=sys.stderr
        )
        self.exit_code = EXIT_UNREADABLE
