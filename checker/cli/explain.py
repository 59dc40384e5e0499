"""`checker explain`: what an item asks for, or why a report got its verdict on it."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from checker.cli import language
from checker.cli.options import DEFAULT_RULESET, Lang, Ruleset
from checker.errors import UsageError

if TYPE_CHECKING:
    from checker.ruleset.model import Item
    from checker.ruleset.model import Ruleset as Rules


def explain(
    target: Annotated[str, typer.Argument(metavar="ITEM|RULESET")],
    file: Annotated[str | None, typer.Argument(metavar="[FILE]")] = None,
    ruleset: Ruleset = DEFAULT_RULESET,
    lang: Lang = "auto",
) -> int:
    """Explains an item, a ruleset, or a verdict."""
    from checker.cli.output import print_lines
    from checker.cli.stream import screen_width
    from checker.render.guide import item_page, ruleset_page
    from checker.ruleset import load, shipped

    tongue = language.resolve(lang, os.environ)
    rules = load(ruleset)
    item = rules.item(target)
    if item is None:
        if file is None and (target in shipped() or Path(target).exists()):
            print_lines(ruleset_page(load(target), screen_width(), tongue))
            return 0
        raise UsageError("no-such-item", name=target, items=", ".join(item.id for item in rules.items))
    if file is None:
        print_lines(item_page(item, rules, screen_width(), tongue))
        return 0
    return _verdict(item, rules, file, tongue)


def _verdict(item: Item, rules: Rules, file: str, lang: str) -> int:
    from checker.audit.discovery import discover
    from checker.audit.gate import exit_code
    from checker.audit.run import Options, run
    from checker.cli.output import print_lines
    from checker.cli.stream import screen_width
    from checker.render.guide import verdict_page
    from checker.render.wording import brief, words

    sources = discover([file])
    if len(sources) != 1:
        raise UsageError("one-report-only", path=file)
    stdin = sys.stdin.buffer.read() if file == "-" else b""
    reports = run(sources, rules, Options(stdin=stdin))
    if reports[0].error:
        print(brief(reports[0], lang, words(lang)), file=sys.stderr)  # noqa: T201 -- the command line speaks
        return exit_code(reports)
    print_lines(verdict_page(reports[0], item.id, screen_width(), lang))
    return 0
