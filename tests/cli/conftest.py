"""The command line run in this process, with an environment of its own."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from checker.cli.app import run

REPORTS = Path(__file__).parents[2] / "fixtures" / "reports"


class Outcome(NamedTuple):
    """What a command leaves behind."""

    code: int
    out: str
    err: str


Cli = Callable[..., Outcome]

_SPOKEN = ("LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR", "FORCE_COLOR", "TERM", "COLUMNS")


@pytest.fixture
def cli(monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]) -> Cli:
    """Runs the command line; keywords are environment variables, `stdin` the bytes of standard input."""

    def call(*arguments: str | Path, stdin: bytes = b"", **environment: str) -> Outcome:
        for name in _SPOKEN:
            monkeypatch.delenv(name, raising=False)
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        code = run([str(argument) for argument in arguments])
        captured = capsysbinary.readouterr()
        return Outcome(code, captured.out.decode(), captured.err.decode())

    return call


@pytest.fixture
def good() -> Path:
    """A report in which nothing is missing or weak."""
    return REPORTS / "a01.txt"


@pytest.fixture
def bad() -> Path:
    """A report in which required items are missing."""
    return REPORTS / "a04.txt"


@pytest.fixture
def weak() -> Path:
    """A report in which required items are weak, none missing."""
    return REPORTS / "a02.txt"
