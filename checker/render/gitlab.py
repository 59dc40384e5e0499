"""A run as a GitLab code quality report."""

from __future__ import annotations

import json
from typing import Final

from checker.render.problems import NOT_CHECKED, Level, Problem, file_path, marked, unique_fingerprints, with_notices
from checker.render.wording import words
from checker.results import Run

_SEVERITY: Final[dict[Level, str]] = {"error": "major", "warning": "minor", "note": "info"}


def gitlab(run: Run, lang: str) -> bytes:
    """`run` as a list of degradations; what was accepted is there as information only."""
    tell = words(lang)
    found = with_notices(run, lang)
    each = zip(found, marked(found, tell), unique_fingerprints(found), strict=True)
    entries = [_entry(problem, message, fingerprint) for problem, message, fingerprint in each]
    return (json.dumps(entries, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "backslashreplace")


def _entry(problem: Problem, message: str, fingerprint: str) -> dict[str, object]:
    severity = "critical" if problem.rule == NOT_CHECKED else _SEVERITY[problem.level]
    return {
        "description": message,
        "check_name": problem.rule,
        "fingerprint": fingerprint,
        "severity": "info" if problem.accepted else severity,
        "location": {"path": file_path(problem.report), "lines": {"begin": problem.region.line}},
    }
