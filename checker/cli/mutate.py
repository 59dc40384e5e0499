"""`checker rules mutate`: a ruleset tried on reports changed on purpose, for its author."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from checker.cli import language
from checker.cli.options import Lang, number
from checker.errors import EXIT_OK, EXIT_SHORTFALL, ReadError, UsageError

if TYPE_CHECKING:
    from checker.document import Document
    from checker.mutation.trial import Miss, Trial
    from checker.render.lines import Line, Page
    from checker.results import ItemResult
    from checker.ruleset.model import Ruleset

_SHOWN: Final = 20


def mutate(
    ruleset_id: Annotated[str, typer.Argument(metavar="ID|PATH")],
    reports: Annotated[list[str] | None, typer.Argument(metavar="[REPORTS...]")] = None,
    min_kill: Annotated[int, typer.Option("--min-kill", metavar="N", parser=number("--min-kill", 0, 100))] = 90,
    lang: Lang = "auto",
) -> int:
    """Tries a ruleset on changed reports."""
    from checker.cli.output import print_lines
    from checker.cli.stream import screen_width
    from checker.mutation.trial import put_to_trial
    from checker.ruleset import load

    tongue = language.resolve(lang, os.environ)
    rules = load(ruleset_id)
    documents = _read(reports or _samples(), tongue)
    trial = put_to_trial(documents, rules)
    print_lines(_page(trial, rules, len(documents), screen_width(), tongue))
    return EXIT_SHORTFALL if any(tally.rate < min_kill for tally in trial.tallies) else EXIT_OK


def _samples() -> list[str]:
    """The sample reports of a checkout."""
    import checker

    folder = Path(checker.__file__).parents[1] / "fixtures" / "reports"
    if not folder.is_dir():
        raise UsageError("mutation-no-reports")
    return [str(folder)]


def _read(arguments: Sequence[str], lang: str) -> list[Document]:
    from checker import readers
    from checker.audit.discovery import discover
    from checker.messages import say

    documents = []
    for source in discover(arguments):
        try:
            if source.problem:
                raise source.problem
            documents.append(readers.read(source.path))
        except ReadError as error:
            message = say(error.key, **error.values).pick(lang)
            raise ReadError("mutation-unreadable", path=source.path, message=message) from error
    return documents


def _page(trial: Trial, rules: Ruleset, reports: int, width: int, lang: str) -> list[Line]:
    from checker.messages import say
    from checker.render.lines import Page, Piece

    page = Page(width)
    page.put(Piece(say("mutation-intro", reports=reports).pick(lang)))
    page.blank()
    page.lines += _table(trial, rules, lang)
    titles = {item.id: item.title.pick(lang) for item in rules.items}
    _list(page, "mutation-survivors", [_survivor(miss, titles, lang) for miss in trial.survivors], lang)
    _list(page, "mutation-alarms", [_alarm(miss, titles, lang) for miss in trial.alarms], lang)
    return page.lines


def _table(trial: Trial, rules: Ruleset, lang: str) -> list[Line]:
    from checker.messages import say
    from checker.render import cells
    from checker.render.lines import Piece

    heads = [say(f"mutation-{name}").pick(lang) for name in ("mutants", "killed", "rate", "alarms")]
    names = [say("mutation-item").pick(lang), *(item.title.pick(lang) for item in rules.items)]
    column = max(map(cells.width, names))
    rows = [
        (str(tally.mutants), str(tally.killed), f"{tally.rate}%" if tally.mutants else "-", str(tally.alarms))
        for tally in trial.tallies
    ]
    lines: list[Line] = []
    for name, row in zip(names, [tuple(heads), *rows], strict=True):
        figures = "".join(
            " " * (cells.width(head) + 2 - cells.width(figure)) + figure
            for head, figure in zip(heads, row, strict=True)
        )
        lines.append((Piece(cells.pad(name, column), "" if lines else "strong"), Piece(figures)))
    return lines


def _survivor(miss: Miss, titles: dict[str, str], lang: str) -> str:
    from checker.messages import say

    change = say(f"edit-{miss.change}").pick(lang)
    return say("mutation-survivor", path=miss.path, item=titles[miss.item], change=change).pick(lang)


def _alarm(miss: Miss, titles: dict[str, str], lang: str) -> str:
    from checker.messages import say

    return say(
        "mutation-alarm",
        path=miss.path,
        item=titles[miss.item],
        change=say(f"disguise-{miss.change}").pick(lang),
        before=_verdict(miss.before, lang),
        after=_verdict(miss.after, lang),
    ).pick(lang)


def _verdict(result: ItemResult, lang: str) -> str:
    from checker.messages import say

    status = say(f"status-{result.status}").pick(lang)
    return status + (say("in-brackets", text=result.reasons[0].code).pick(lang) if result.reasons else "")


def _list(page: Page, key: str, entries: Sequence[str], lang: str) -> None:
    from checker.messages import say
    from checker.render.lines import Piece

    if not entries:
        return
    page.blank()
    page.put(Piece(say(key).pick(lang), "strong"))
    for entry in entries[:_SHOWN]:
        page.put(Piece(entry), indent=2, hanging=2)
    if len(entries) > _SHOWN:
        page.put(Piece(say("mutation-more", count=len(entries) - _SHOWN).pick(lang)), indent=2)
