"""`checker config`: the settings in force, and the schema of the file they come from."""

import json
import os
from pathlib import Path
from typing import Annotated

import typer

from checker.cli import language
from checker.cli.options import ConfigFile, Lang


def show(
    start: Annotated[str | None, typer.Argument(metavar="[PATH]")] = None,
    config: ConfigFile = None,
    lang: Lang = "auto",
) -> int:
    """Shows the settings in force."""
    from checker.cli.project import configuration
    from checker.cli.stream import print_text
    from checker.messages import say
    from checker.project.patterns import way
    from checker.project.run import settings

    found = configuration([start] if start is not None else (), config)
    tongue = language.resolve(lang, os.environ)
    lines = [] if found.file else [say("config-none").pick(tongue)]
    for key, value, table in settings(found, None if start is None else way(_report_at(start), found.base)):
        origin = say("config-default").pick(tongue)
        if table is not None and found.file is not None:
            origin = f"{os.path.relpath(found.file)} {table}".rstrip()
        shown = json.dumps(value, ensure_ascii=False, default=str)
        lines.append(say("config-line", setting=key, value=shown, origin=origin).pick(tongue))
    print_text("\n".join(lines) + "\n")
    return 0


def _report_at(path: str) -> str:
    """The path itself; for a folder that of some report in it, which is what patterns are about."""
    return f"{path}/*" if Path(path).is_dir() else path


def schema() -> int:
    """Prints the JSON Schema."""
    from checker.cli.stream import write_stdout
    from checker.project.config import schema as build

    write_stdout((json.dumps(build(), ensure_ascii=False, indent=2) + "\n").encode(), recode=False)
    return 0
