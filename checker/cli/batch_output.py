"""Where the results of an audit go, piece by piece: a batch may be larger than memory."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from checker.cli.output import refuse_clashes, write_file
from checker.cli.stream import colors, screen_width, write_stdout
from checker.errors import UsageError
from checker.render import RenderContext
from checker.render.batch import FORMATS, Batch, BatchFormat

_NAME = "audit"


class Target(NamedTuple):
    """One `-f`: a format, and the file it goes to; None for standard output."""

    format: BatchFormat
    file: Path | None


def targets(values: Sequence[str], out: str | None) -> tuple[Target, ...]:
    """The values of `-f`, understood. What is no text goes to the folder `out` unless it has a file of its own."""
    terminal = "rich" if colors(os.environ, terminal=sys.stdout.isatty()) else "plain"
    found = tuple(_target(value, out) for value in values or [terminal])
    refuse_clashes([target.file for target in found])
    return found


def _target(value: str, out: str | None) -> Target:
    name, equals, file = value.partition("=")
    if name not in FORMATS:
        raise UsageError("bad-choice", option="-f", value=name, choices=", ".join(FORMATS))
    if equals and not file:
        raise UsageError("format-without-file", value=value)
    form = FORMATS[name]
    if file or not form.file_only:
        return Target(form, Path(file) if file else None)
    if out is None:
        raise UsageError("format-needs-file", name=name)
    return Target(form, Path(out) / (_NAME + form.suffix))


def deliver(batch: Batch, found: Sequence[Target], context: RenderContext) -> None:
    """Writes `batch` in every format asked for."""
    for target in found:
        if target.file is None:
            screen = context._replace(width=screen_width(), color=colors(os.environ, terminal=sys.stdout.isatty()))
            for piece in target.format.render(batch, screen):
                write_stdout(piece, recode=target.format.screen)
        else:
            context = context._replace(color=colors(os.environ, terminal=False))
            write_file(target.file, target.format.render(batch, context))
