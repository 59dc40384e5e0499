"""Patterns of paths as a project's configuration writes them: `街道/**`, `*.docx`, `归档`."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path


def way(path: str, base: Path) -> str:
    """The way from `base` to `path`, with slashes; begins with `../` where `path` lies elsewhere."""
    try:
        return Path(os.path.relpath(os.path.realpath(path), os.path.realpath(base))).as_posix()
    except ValueError:  # another drive
        return Path(path).as_posix()


def matches(way_there: str, patterns: Iterable[str]) -> bool:
    """Whether one of `patterns` is about the file, or about a folder that it lies in.

    `*` and `?` stay within a name, `**` goes any way down; a pattern without a slash is about names at any depth.
    """
    return any(_compiled(pattern).fullmatch(way_there) for pattern in patterns)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    body = pattern.removeprefix("./").rstrip("/")
    if "/" not in body:
        body = f"**/{body}"
    parts = []
    for part in body.lstrip("/").split("/"):
        parts.append("(?:[^/]+/)*" if part == "**" else _name(part) + "/")
    expression = "".join(parts)
    # A pattern that ends with `**` is about everything below; any other about what it names, and about what is in it.
    expression = expression + "[^/]+" if body.endswith("**") else expression.removesuffix("/") + "(?:/.+)?"
    return re.compile(expression, re.DOTALL)


def _name(part: str) -> str:
    return "".join("[^/]*" if char == "*" else "[^/]" if char == "?" else re.escape(char) for char in part)
