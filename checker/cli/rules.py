"""`checker rules`: the rulesets and what they ask for."""

import os
from typing import Annotated

import typer

from checker import __version__
from checker.cli import language
from checker.cli.options import Lang


def versions() -> str:
    """The tool and the rulesets that come with it, a line each."""
    from checker.ruleset import versions as shipped_versions

    return "".join(f"{name} {version}\n" for name, version in [("checker", __version__), *shipped_versions()])


def list_rulesets(lang: Lang = "auto") -> int:
    """Lists the rulesets that come with the tool."""
    from checker.cli.output import print_lines
    from checker.cli.stream import screen_width
    from checker.render.guide import ruleset_list
    from checker.ruleset import load, shipped

    infos = [load(name).info for name in shipped()]
    print_lines(ruleset_list(infos, screen_width(), language.resolve(lang, os.environ)))
    return 0


def show(
    ruleset_id: Annotated[str, typer.Argument(metavar="ID|PATH")],
    resolved: Annotated[bool, typer.Option("--resolved")] = False,
    lang: Lang = "auto",
) -> int:
    """Shows the items of one ruleset."""
    from checker.cli.output import print_lines
    from checker.cli.stream import screen_width
    from checker.render.guide import ruleset_page
    from checker.ruleset import load

    if resolved:
        return _show_resolved(ruleset_id)
    print_lines(ruleset_page(load(ruleset_id), screen_width(), language.resolve(lang, os.environ)))
    return 0


def _show_resolved(ruleset_id: str) -> int:
    from checker.authoring.resolved import resolved_lines
    from checker.cli.stream import write_stdout
    from checker.ruleset.loading import inspect

    _, piece = inspect(ruleset_id)
    # A file to be kept, whatever the encoding of the console.
    write_stdout("".join(line + "\n" for line in resolved_lines(piece)).encode(), recode=False)
    return 0
