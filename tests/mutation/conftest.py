"""Reports for the tests of disguises and edits, each read and judged once."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from checker import engine, readers
from checker.document import Document
from checker.matching import Scanner
from checker.mutation.draft import Draft, draft
from checker.results import ItemResult
from checker.ruleset import load
from checker.ruleset.model import Ruleset
from checker.structure import Reading, analyse

ROOT = Path(__file__).parents[2]
SEEDS = sorted((ROOT.parent / "shared" / "corpus" / "seeds").glob("*.txt"))
"""Real reports that lie beside the checkout on some machines and are no part of it."""
REPORTS = [
    *(path for folder in ("reports", "formats", "dev") for path in sorted((ROOT / "fixtures" / folder).glob("*.*"))),
    *SEEDS,
]
REPORTS = [path for path in REPORTS if path.suffix in (".txt", ".md", ".html", ".docx", ".pdf")]


@cache
def ruleset() -> Ruleset:
    """The shipped ruleset."""
    return load("law-based-government")


@cache
def _scanner() -> Scanner:
    return Scanner.of(ruleset())


def read(document: Document) -> Reading:
    """The structure of a document."""
    return analyse(document, ruleset(), _scanner())


def judge(document: Document) -> dict[str, ItemResult]:
    """The verdicts on a document by item."""
    return {result.id: result for result in engine.check(document, ruleset()).items}


@cache
def original(path: Path) -> tuple[Draft, dict[str, ItemResult]]:
    """A report as paragraphs, and the verdicts on the file as it is."""
    document = readers.read(str(path))
    return draft(read(document)), judge(document)


def verdicts(results: dict[str, ItemResult]) -> dict[str, tuple[str, str]]:
    """Status and deciding reason by item."""
    return {name: (item.status, item.reasons[0].code if item.reasons else "") for name, item in results.items()}
