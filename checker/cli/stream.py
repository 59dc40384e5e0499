"""Standard output: its encoding, its width, whether it shows colours."""

from __future__ import annotations

import io
import os
import shutil
import sys
from collections.abc import Mapping
from typing import Final

from checker.errors import CheckerError

_NARROWEST: Final = 40
_WIDEST: Final = 120
"""Beyond this a line of Chinese is tiring to follow."""


def speak_chinese() -> None:
    """Makes standard output and error UTF-8 where their encoding has no Chinese: question marks would tell nobody
    anything, and what reads UTF-8 is never far."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper) and not _has_chinese(stream.encoding):
            stream.reconfigure(encoding="utf-8")


def _has_chinese(encoding: str) -> bool:
    try:
        return bool("法".encode(encoding))
    except UnicodeEncodeError:
        return False


def print_text(text: str) -> None:
    """Our own text to standard output."""
    write_stdout(text.encode(), recode=True)


def write_stdout(data: bytes, *, recode: bool) -> None:
    """UTF-8 `data` to standard output; with `recode` in the encoding of the console."""
    encoding = sys.stdout.encoding or "utf-8"
    if recode and encoding.replace("-", "").lower() != "utf8":
        data = data.decode().encode(encoding, "replace")
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.flush()
    except BrokenPipeError:
        _close_stdout()  # whoever read us has seen enough
    except OSError as error:
        _close_stdout()
        raise CheckerError("stdout-failed") from error


def _close_stdout() -> None:
    # Python would try once more when it closes standard output, complain, and change the exit code.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def screen_width() -> int:
    """Cells to lay text out for."""
    return max(_NARROWEST, min(shutil.get_terminal_size((80, 24)).columns, _WIDEST))


def colors(environment: Mapping[str, str], *, terminal: bool) -> bool:
    """Whether to use colours (https://no-color.org, https://force-color.org)."""
    if environment.get("NO_COLOR"):
        return False
    if environment.get("FORCE_COLOR"):
        return True
    # The old Windows console prints colour sequences as they are; newer ones name themselves.
    able = os.name != "nt" or bool(environment.get("WT_SESSION") or environment.get("TERM"))
    return terminal and able and environment.get("TERM") != "dumb"
