"""Where results go: standard output in its encoding and colours, or files, whole or not at all."""

import os
import shutil
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from checker.cli.stream import colors, screen_width, write_stdout
from checker.errors import CheckerError, UsageError
from checker.render import Format, RenderContext

if TYPE_CHECKING:
    from checker.render.lines import Line


_T = TypeVar("_T")


class Target(NamedTuple, Generic[_T]):
    """One `-f`: a format, and the file it goes to; None for standard output."""

    format: Format[_T]
    file: Path | None


def targets(values: Sequence[str], formats: Mapping[str, Format[_T]]) -> tuple[Target[_T], ...]:
    """The values of `-f`, understood as names of `formats`."""
    if not values:
        values = ["rich" if colors(os.environ, terminal=sys.stdout.isatty()) else "plain"]
    found = tuple(_target(value, formats) for value in values)
    refuse_clashes([target.file for target in found])
    return found


def refuse_clashes(files: Sequence[Path | None]) -> None:
    """Two formats for standard output (None), or for one file."""
    if files.count(None) > 1:
        raise UsageError("two-formats-to-stdout")
    real = [os.path.realpath(file) for file in files if file]
    for file in real:
        if real.count(file) > 1:
            raise UsageError("same-output-twice", path=file)


def _target(value: str, formats: Mapping[str, Format[_T]]) -> Target[_T]:
    name, equals, file = value.partition("=")
    if name not in formats:
        raise UsageError("bad-choice", option="-f", value=name, choices=", ".join(formats))
    if equals and not file:
        raise UsageError("format-without-file", value=value)
    return Target(formats[name], Path(file) if file else None)


def make_sure(found: Iterable[Target[_T]], inputs: Iterable[str]) -> None:
    """That the files of `found` can be written and none is an input, before any work is done."""
    make_sure_of((target.file for target in found), inputs)


def make_sure_of(files: Iterable[Path | None], inputs: Iterable[str]) -> None:
    """That every file can be written and none is an input, before any work is done."""
    taken = {os.path.realpath(path) for path in inputs}
    for file in files:
        if file is None:
            continue
        if os.path.realpath(file) in taken:
            raise UsageError("output-is-input", path=file)
        try:
            if _is_device(file):
                file.open("ab").close()
            else:
                trial = _beside(file)
                trial.touch(exist_ok=False)
                trial.unlink()
        except OSError as error:
            raise UsageError("output-unwritable", path=file) from error


def deliver(results: _T, found: Iterable[Target[_T]], context: RenderContext) -> None:
    """Writes `results` in every format asked for."""
    for target in found:
        if target.file is None:
            screen = context._replace(width=screen_width(), color=colors(os.environ, terminal=sys.stdout.isatty()))
            write_stdout(target.format.render(results, screen), recode=target.format.screen)
        else:
            context = context._replace(color=colors(os.environ, terminal=False))
            write_file(target.file, [target.format.render(results, context)])


def print_lines(lines: Iterable["Line"]) -> None:
    """Styled lines to standard output."""
    from checker.render.paint import paint

    write_stdout(paint(lines, color=colors(os.environ, terminal=sys.stdout.isatty())), recode=True)


def _is_device(file: Path) -> bool:
    # /dev/null, a named pipe: to be written to, not replaced.
    return file.exists() and not file.is_file() and not file.is_dir()


def _beside(file: Path) -> Path:
    if file.is_dir():
        raise IsADirectoryError
    whole = Path(os.path.realpath(file))
    return whole.with_name(f".{whole.name}.{os.getpid()}.part")


def write_file(file: Path, pieces: Iterable[bytes]) -> None:
    """Writes the whole file or leaves what there was."""
    try:
        if _is_device(file):
            _write(file, pieces)
            return
        part = _beside(file)
        try:
            _write(part, pieces)
            if file.exists():
                shutil.copymode(file, part)
            part.replace(os.path.realpath(file))
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        raise CheckerError("output-failed", path=file) from error


def _write(file: Path, pieces: Iterable[bytes]) -> None:
    with file.open("wb") as opened:
        for piece in pieces:
            opened.write(piece)
