"""A run as Checkstyle XML, which most review tools read."""

from __future__ import annotations

from typing import Final

from checker.render.problems import Level, file_path, marked, with_notices
from checker.render.wording import words
from checker.render.xml import document, element
from checker.results import Run

_SEVERITY: Final[dict[Level, str]] = {"error": "error", "warning": "warning", "note": "info"}


def checkstyle(run: Run, lang: str) -> bytes:
    """`run` as a Checkstyle report; what was accepted is there as information only."""
    tell = words(lang)
    root = element("checkstyle", version=run.tool_version)
    files = [element("file", root, name=file_path(report)) for report in run.reports]
    nodes = dict(zip((report.path for report in run.reports), files, strict=True))
    found = with_notices(run, lang)
    for problem, message in zip(found, marked(found, tell), strict=True):
        element(
            "error",
            nodes[problem.report.path],
            line=problem.region.line,
            column=problem.region.column,
            severity="info" if problem.accepted else _SEVERITY[problem.level],
            message=message,
            source=f"checker.{problem.rule}",
        )
    return document(root)
