"""What kind of organ reports, and on which year: what conditions on rules are held against."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from checker.matching import Hits, Scanner
from checker.ruleset.conditions import Profile
from checker.ruleset.model import OrganType, Ruleset
from checker.structure.facts import Facts
from checker.text import squeeze

_KINDS: Final[tuple[tuple[str, OrganType], ...]] = (
    ("town_endings", "town"),
    ("department_endings", "department"),
    ("government_endings", "government"),
)


def profile(facts: Facts, ruleset: Ruleset, scanner: Scanner, organ_type: OrganType | None) -> Profile:
    """What a report with these facts tells of itself; `organ_type` overrides what the organ's name says."""
    name = squeeze(facts.organ or "")
    hits = scanner.scan(name)
    kind = organ_type or _kind(name, hits, ruleset.page)
    sectors = frozenset(key for key, sector in ruleset.organ.sectors.items() if hits.any(sector.names, 0, len(name)))
    return Profile(facts.organ, kind, sectors if name else None, facts.year)


def _kind(name: str, hits: Hits, page: Mapping[str, int]) -> OrganType | None:
    """By the ending that stands last in the name, the longest of several: a bureau of towns is no town."""
    found = [
        (hit.end, hit.end - hit.start, kind) for key, kind in _KINDS for hit in hits.within(page[key], 0, len(name))
    ]
    return max(found)[2] if found else None
