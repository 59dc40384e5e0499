"""Labelled reports, and how near the verdicts come to the labels (as the labels' own evaluation counts)."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from checker.engine import check
from checker.readers import read
from checker.results import ReportResult
from checker.ruleset import load

FIXTURES = Path(__file__).parents[2] / "fixtures"

REQUIRED = (
    "achievements", "shortcomings", "first_responsible_person", "next_year_plan",
    "enforcement_disclosure", "enforcement_recording", "legal_review",
)  # fmt: skip
_STATUSES = ("present", "weak", "missing")
_GRAM = 8


class Case(NamedTuple):
    """A report and its labels."""

    path: Path
    year: int
    labels: dict[str, Any]


def cases(file: Path) -> list[Case]:
    """The reports of a label file, which lie beside it."""
    rows = [json.loads(line) for line in file.read_text("utf-8").splitlines() if line.strip()]
    return [Case(file.parent / row["file"], row["year"], row["labels"]) for row in rows]


@cache
def result(path: Path) -> ReportResult:
    """What the checker says of the report."""
    return check(read(str(path)), load("law-based-government"))


def verdicts(found: ReportResult) -> dict[str, tuple[str, str | None]]:
    """(status, reason) of each item."""
    return {item.id: (item.status, item.reasons[0].code if item.reasons else None) for item in found.items}


def _squash(text: str) -> str:
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


def overlap(predicted: str, gold: str) -> bool:
    """Whether two quotations share eight characters in a row, or one holds the other."""
    p, g = _squash(predicted), _squash(gold)
    if not p or not g:
        return False
    if p in g or g in p:
        return True
    grams = {g[i : i + _GRAM] for i in range(len(g) - _GRAM + 1)}
    return any(p[i : i + _GRAM] in grams for i in range(len(p) - _GRAM + 1))


def hits(listed: Iterable[Case]) -> tuple[int, int]:
    """(required items whose evidence overlaps a labelled quotation, items that have both)."""
    met = total = 0
    for case in listed:
        items = {item.id: item for item in result(case.path).items}
        for name in REQUIRED:
            gold, item = case.labels[name], items[name]
            if "missing" in (gold["status"], item.status) or not gold["evidence"]:
                continue
            total += 1
            met += any(overlap(e.text, quote) for e in item.evidence for quote in gold["evidence"])
    return met, total


def macro_f1(listed: Iterable[Case]) -> float:
    """Mean of the F1 of the three statuses, pooled over the required items."""
    pairs = [
        (case.labels[name]["status"], verdicts(result(case.path))[name][0]) for case in listed for name in REQUIRED
    ]
    scores: list[float] = []
    for status in _STATUSES:
        right = sum(gold == got == status for gold, got in pairs)
        either = sum((gold == status) + (got == status) for gold, got in pairs)
        if either:
            scores.append(2 * right / either)
    return sum(scores) / len(scores)
