"""A run as a GitLab code quality report."""

from __future__ import annotations

import json
from typing import Final

from checker.render.problems import NOT_CHECKED, Level, Problem, file_path, problems, unique_fingerprints
from checker.render.wording import Words, words
from checker.results import Run

_SEVERITY: Final[dict[Level, str]] = {"error": "major", "warning": "minor", "note": "info"}


def gitlab(run: Run, lang: str) -> bytes:
    """`run` as a list of degradations; what was accepted is there as information only."""
    tell = words(lang)
    found = problems(run, lang)
    entries = [_entry(problem, mark, tell) for problem, mark in zip(found, unique_fingerprints(found), strict=True)]
    return (json.dumps(entries, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "backslashreplace")


def _entry(problem: Problem, fingerprint: str, tell: Words) -> dict[str, object]:
    severity = "critical" if problem.rule == NOT_CHECKED else _SEVERITY[problem.level]
    accepted = problem.accepted is not None
    return {
        "description": tell("accepted-mark") + problem.message if accepted else problem.message,
        "check_name": problem.rule,
        "fingerprint": fingerprint,
        "severity": "info" if accepted else severity,
        "location": {"path": file_path(problem.report), "lines": {"begin": problem.region.line}},
    }
