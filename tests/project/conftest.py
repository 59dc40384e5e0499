"""Projects in a folder of their own, and the installed program run in them."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import pytest

from checker import engine, readers
from checker.results import ReportResult
from checker.ruleset import load
from tests.cli.conftest import cli as cli

REPORTS = Path(__file__).parents[2] / "fixtures" / "reports"
GOOD = ("a01.txt", "a06.txt", "c01.txt", "c06.md", "c09.txt", "c10.txt", "c16.txt")
BAD = ("a04.txt", "a07.txt", "a08.md", "c13.md", "c17.md")


class Done(NamedTuple):
    """What a process leaves behind."""

    code: int
    out: str
    err: str


class Program:
    """The installed program, run as a process of its own in a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        # Beside the project, and one for all tests: the ruleset is compiled once.
        self.home = folder.parent / "home"

    def run(self, command: Sequence[str | Path], cwd: Path | None = None, **environment: str) -> Done:
        kept = {name: value for name, value in os.environ.items() if name in ("PATH", "SYSTEMROOT", "TMPDIR", "TEMP")}
        kept |= {"HOME": str(self.home), "PYTHONDONTWRITEBYTECODE": "1", "LANG": "zh_CN.UTF-8"}
        if "XDG_CACHE_HOME" in os.environ:
            kept["XDG_CACHE_HOME"] = os.environ["XDG_CACHE_HOME"]
        done = subprocess.run(
            [str(part) for part in command],
            cwd=cwd or self.folder,
            env=kept | environment,
            capture_output=True,
            stdin=subprocess.DEVNULL,
        )
        return Done(done.returncode, done.stdout.decode(), done.stderr.decode())

    def __call__(self, *arguments: str | Path, cwd: Path | None = None, **environment: str) -> Done:
        return self.run([Path(sys.executable).with_name("checker"), *arguments], cwd, **environment)

    def git(self, *arguments: str) -> str:
        identity = ["-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false"]
        done = self.run(["git", *identity, *arguments])
        assert done.code == 0, done.err
        return done.out


@pytest.fixture
def program(tmp_path: Path) -> Program:
    return Program(tmp_path)


Check = Callable[..., ReportResult]


@pytest.fixture
def check() -> Check:
    """The result of a text, as the engine gives it."""
    rules = load("law-based-government")

    def of(text: str | bytes, path: str = "草稿.md") -> ReportResult:
        data = text.encode() if isinstance(text, str) else text
        return engine.check(readers.read_bytes(data, path), rules)

    return of
