"""`checker rules new`: a ruleset to begin with."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Final

import typer

from checker.cli import language
from checker.cli.options import DEFAULT_RULESET, Lang
from checker.errors import EXIT_OK, CheckerError, UsageError

_ID: Final = re.compile(r"[a-z][a-z0-9-]*(/[a-z0-9-]+)*")


def new(
    new_id: Annotated[str, typer.Argument(metavar="ID")],
    new_folder: Annotated[str | None, typer.Argument(metavar="[DIR]")] = None,
    base: Annotated[str, typer.Option("--from", metavar="ID|PATH")] = DEFAULT_RULESET,
    lang: Lang = "auto",
) -> int:
    """Writes a commented ruleset on top of another, with a sample report."""
    from checker.authoring.start import start
    from checker.cli.stream import print_text
    from checker.messages import say
    from checker.ruleset import load, shipped

    tongue = language.resolve(lang, os.environ)
    if not _ID.fullmatch(new_id):
        raise UsageError("new-bad-id", name=new_id)
    if new_id in shipped():
        raise UsageError("new-shipped-id", name=new_id)
    folder = Path(new_folder or new_id.rpartition("/")[2])
    rules = load(base)
    files = start(new_id, _seen_from(folder, base), rules, str(folder), tongue)
    _write(folder, files)
    written = "".join(f"  {folder / name}\n" for name in files)
    print_text(say("new-written", files=written, folder=folder).pick(tongue) + "\n")
    return EXIT_OK


def _seen_from(folder: Path, base: str) -> str:
    """What a ruleset in `folder` calls its base. Raises UsageError where it lies outside."""
    from checker.ruleset import shipped

    if base in shipped():
        return base
    way = os.path.relpath(Path(base).resolve(), folder.resolve())
    if way.startswith(os.pardir):
        raise UsageError("new-base-outside", name=base, folder=folder)
    return Path(way).as_posix()


def _write(folder: Path, files: Mapping[str, str]) -> None:
    """Writes all of the files, or none where one of them is there already."""
    for name in files:
        if (folder / name).exists():
            raise UsageError("new-exists", path=folder / name)
    for name, text in files.items():
        path = folder / name
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("x", encoding="utf-8", newline="\n") as file:
                file.write(text)
        except OSError as error:
            raise CheckerError("output-failed", path=path) from error
