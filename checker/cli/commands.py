"""Commands that speak the user's language: help laid out for Chinese, and complaints of one sentence."""

import shutil
from collections.abc import Iterator
from typing import Any, Final

import typer
from typer.core import TyperCommand, TyperGroup

from checker.errors import UsageError
from checker.messages import say

_WIDEST: Final = 100


class Command(TyperCommand):
    """A command whose help is in the catalogue: `about-` its path, and `help-` the name of each parameter."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        formatter.write(_help_page(self, ctx))


class Group(TyperGroup):
    """A command that has commands."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        formatter.write(_help_page(self, ctx))

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        if args and args[0] not in self.commands:
            raise UsageError("usage-no-command", name=args[0], names=", ".join(self.commands))
        return super().resolve_command(ctx, args)


def _help_page(command: Any, ctx: typer.Context) -> str:
    # Typer's own layout counts characters, not cells, and so breaks Chinese lines too late.
    from checker.render.lines import Page, Piece
    from checker.render.paint import paint

    page = Page(min(shutil.get_terminal_size((80, 24)).columns, _WIDEST))
    lang = ctx.obj if isinstance(ctx.obj, str) else "zh"
    page.put(Piece(say("help-usage", usage=" ".join(_usage(command, ctx, lang))).pick(lang)), hanging=6)
    page.blank()
    page.put(Piece(say(_about(ctx.command_path)).pick(lang)))
    for key, rows in _tables(command, ctx, lang):
        if rows:
            page.blank()
            page.put(Piece(say(key).pick(lang)))
            page.table(rows, indent=2)
    return paint(page.lines, color=False).decode()


def _usage(command: Any, ctx: typer.Context, lang: str) -> Iterator[str]:
    yield ctx.command_path
    yield say("help-options-metavar").pick(lang)
    yield from (param.make_metavar(ctx) for param in command.params if param.param_type_name == "argument")
    if hasattr(command, "commands"):
        yield say("help-command-metavar").pick(lang)


def _tables(command: Any, ctx: typer.Context, lang: str) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    for kind in ("argument", "option"):
        shown = [param for param in command.get_params(ctx) if param.param_type_name == kind]
        # What is hidden has no record.
        rows = [(record[0], _help(param.name, lang)) for param in shown if (record := param.get_help_record(ctx))]
        yield f"help-part-{kind}s", rows
    names = getattr(command, "commands", ())
    yield "help-part-commands", [(name, say(_about(f"{ctx.command_path} {name}")).pick(lang)) for name in names]


def _about(path: str) -> str:
    """Key of the sentence on the command with this path: `about-rules-list` for `checker rules list`."""
    return "about-" + "-".join(path.split()[1:] or ["checker"])


def _help(parameter: str, lang: str) -> str:
    if parameter != "formats":
        return say(f"help-{parameter}").pick(lang)
    from checker.render import FORMATS

    entries = [say("format-entry", name=name, summary=say(form.summary).pick(lang)) for name, form in FORMATS.items()]
    joined = say("list-names").pick(lang).join(entry.pick(lang) for entry in entries)
    return say("help-formats", formats=joined).pick(lang)


def complaint(error: Exception, program: str) -> UsageError:
    """Typer's own usage errors as ours. They are known by name because the module they live in has moved."""
    context = getattr(error, "ctx", None)
    command = context.command_path if context else program
    kind = type(error).__name__
    if kind == "NoSuchOption":
        option = getattr(error, "option_name", "")
        guesses = sorted(getattr(error, "possibilities", None) or ())
        if guesses:
            return UsageError("usage-no-option-but", option=option, guess=guesses[0])
        return UsageError("usage-no-option", option=option, command=command)
    if kind == "MissingParameter":
        parameter = getattr(error, "param", None)
        name = parameter.make_metavar(context) if parameter else ""
        return UsageError("usage-missing", name=name, command=command)
    if kind == "BadOptionUsage":
        return UsageError("usage-option", option=getattr(error, "option_name", ""), command=command)
    return UsageError("usage-arguments", command=command)
