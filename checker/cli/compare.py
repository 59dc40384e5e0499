"""`checker compare`: last year's report against this year's."""

import os
import sys
from typing import Annotated

import typer

from checker.cli import language
from checker.cli.options import DEFAULT_RULESET, Lang, Ruleset


def compare(
    old: Annotated[str, typer.Argument(metavar="OLD")],
    new: Annotated[str, typer.Argument(metavar="NEW")],
    ruleset: Ruleset = DEFAULT_RULESET,
    lang: Lang = "auto",
) -> int:
    """Compares two reports."""
    from checker.audit.comparing import compare as compare_reports
    from checker.audit.discovery import Source
    from checker.audit.gate import exit_code
    from checker.audit.run import Options, run
    from checker.cli.output import print_lines
    from checker.cli.stream import screen_width
    from checker.render.comparison import comparison
    from checker.render.wording import brief, words
    from checker.ruleset import load

    tongue = language.resolve(lang, os.environ)
    reports = run([Source(old), Source(new)], load(ruleset), Options())
    unread = [report for report in reports if not report.items]
    for report in unread:
        print(brief(report, tongue, words(tongue)), file=sys.stderr)  # noqa: T201 -- the command line speaks
    if unread:
        return exit_code(unread)
    print_lines(comparison(compare_reports(*reports), screen_width(), tongue))
    return 0
