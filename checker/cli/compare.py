"""`checker compare`: last year's report against this year's, or one batch against another."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from checker import __version__
from checker.audit.gate import exit_code
from checker.cli import language
from checker.cli.options import DEFAULT_RULESET, Lang, Ruleset, choice
from checker.errors import EXIT_OK, EXIT_SHORTFALL, UsageError

if TYPE_CHECKING:
    from checker.audit.comparison import Years
    from checker.audit.discovery import Source
    from checker.audit.telling import Told
    from checker.ruleset.model import Ruleset as Rules

_FAIL_ON: Final = ("worse", "never")


def compare(
    old: Annotated[str, typer.Argument(metavar="OLD")],
    new: Annotated[str, typer.Argument(metavar="NEW")],
    ruleset: Ruleset = DEFAULT_RULESET,
    compare_formats: Annotated[list[str] | None, typer.Option("-f", "--format", metavar="NAME[=FILE]")] = None,
    compare_fail_on: Annotated[str, choice("--fail-on", _FAIL_ON)] = "never",
    lang: Lang = "auto",
    verbose: Annotated[bool, typer.Option("-v", "--verbose")] = False,
) -> int:
    """Compares two reports, or two batches organ by organ."""
    from checker.audit.comparing import compare_batches, compare_pair
    from checker.audit.discovery import discover_batch
    from checker.cli.output import deliver, make_sure, targets
    from checker.render import RenderContext
    from checker.render.comparing import FORMATS, Compared
    from checker.render.wording import brief, words
    from checker.ruleset import load

    tongue = language.resolve(lang, os.environ)
    outputs = targets(compare_formats or [], FORMATS)
    rules = load(ruleset)
    batches = [discover_batch([path], None) for path in (old, new)]
    make_sure(outputs, [source.path for batch in batches for source in batch])
    single = not any(_is_batch(path, batch) for path, batch in zip((old, new), batches, strict=True))
    before, after = ([_told(source, rules) for source in batch] for batch in batches)
    years = compare_pair(before[0], after[0]) if single else compare_batches(before, after)
    for report in years.unread:
        print(brief(report, tongue, words(tongue)), file=sys.stderr)  # noqa: T201 -- the command line speaks
    if years.pairs or not single:
        context = RenderContext(lang=tongue, detail="full" if verbose else "normal")
        deliver(Compared(years, __version__, rules.info, single), outputs, context)
    return _code(years, compare_fail_on)


def _is_batch(path: str, found: tuple[Source, ...]) -> bool:
    if path == "-":
        raise UsageError("compare-no-stdin")
    return len(found) != 1 or Path(path).is_dir() or found[0].path != path


def _told(source: Source, rules: Rules) -> Told:
    from checker.audit.run import Options
    from checker.audit.telling import told

    return told(source, rules, Options())


def _code(years: Years, fail_on: str) -> int:
    if years.unread:
        return exit_code(years.unread)
    worse = (change.kind == "worse" for pair in years.pairs for change in pair.changes if change.level == "required")
    return EXIT_SHORTFALL if fail_on == "worse" and any(worse) else EXIT_OK
