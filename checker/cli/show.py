"""`checker show`: one report of an audit again, from its store."""

import os
from pathlib import Path
from typing import Annotated

import typer

from checker.cli import language
from checker.cli.options import Lang, Today
from checker.errors import UsageError

_NAMED = 3


def show_report(
    store: Annotated[str, typer.Argument(metavar="STORE")],
    report: Annotated[str, typer.Argument(metavar="REPORT")],
    lang: Lang = "auto",
    verbose: Annotated[bool, typer.Option("-v", "--verbose")] = False,
    today: Today = None,
) -> int:
    """Shows one report of an audit."""
    from checker.audit.gate import judge
    from checker.audit.store import FILE_NAME, Store
    from checker.audit.suppressions import lapsed
    from checker.cli.output import print_lines
    from checker.cli.stream import screen_width
    from checker.render.diff import diff
    from checker.results import Run

    file = Path(store) / FILE_NAME if Path(store).is_dir() else Path(store)
    opened = Store(file, create=False)
    try:
        found = [(audit, row) for audit in opened.audits() for row in opened.find(audit.id, report)]
        results = {row.digest or row.path: (audit, opened.report(audit.id, row.position)) for audit, row in found}
    finally:
        opened.close()
    if not results:
        raise UsageError("no-such-report", name=report)
    if len(results) > 1:
        paths = [result.path for _, result in results.values()]
        raise UsageError("several-reports", name=report, count=len(results), paths=", ".join(paths[:_NAMED]))
    [(audit, result)] = results.values()
    # What the report itself answers for does not fail it; what an audit was asked for is not in its store.
    run = Run(audit.tool, audit.ruleset, judge((lapsed(result, today),), "missing", None))
    tongue = language.resolve(lang, os.environ)
    print_lines(diff(run, screen_width(), tongue, "full" if verbose else "normal"))
    return 0
