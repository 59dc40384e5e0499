"""`checker rules new` and `learn`: a ruleset to begin with, from another one or from reports."""

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

GENERAL: Final = "generic-annual-report"
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


def learn(
    approved: Annotated[list[str], typer.Argument(metavar="REPORTS...")],
    base: Annotated[str, typer.Option("--from", metavar="ID")] = GENERAL,
    draft_id: Annotated[str, typer.Option("--id", metavar="ID")] = "draft",
    draft_file: Annotated[str | None, typer.Option("-o", "--output", metavar="FILE")] = None,
    lang: Lang = "auto",
) -> int:
    """Drafts a ruleset from approved reports."""
    from checker.authoring.draft import draft
    from checker.authoring.learning import learn as find
    from checker.cli.rules_coverage import Batch
    from checker.cli.stream import write_stdout
    from checker.ruleset import load

    tongue = language.resolve(lang, os.environ)
    if not _ID.fullmatch(draft_id):
        raise UsageError("new-bad-id", name=draft_id)
    target = Path(draft_file) if draft_file else None
    if target and target.exists():
        raise UsageError("new-exists", path=target)
    rules = load(base)
    batch = Batch(approved, tongue)
    name = _seen_from(target.parent, base) if target else base
    text = draft(draft_id, find(batch, rules), name, rules, tongue)
    if target:
        _write(target.parent, {target.name: text})
    else:
        write_stdout(text.encode(), recode=False)
    return batch.exit_code


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
