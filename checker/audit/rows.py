"""What an audit store gives back of an audit and its results, for summaries."""

from typing import NamedTuple

from checker.results import Level, RulesetInfo
from checker.text import Text


class ItemColumn(NamedTuple):
    """An item of the ruleset as a column of an audit."""

    id: str
    title: Text
    level: Level


class Audit(NamedTuple):
    """One audit of a store."""

    id: int
    name: str
    tool: str
    ruleset: RulesetInfo
    items: tuple[ItemColumn, ...]


class Row(NamedTuple):
    """What summaries need of one result."""

    position: int
    path: str
    archive: str | None
    member: str
    digest: str
    organ: str | None
    year: int | None
    score: int
    error: str | None
    internal: bool
    statuses: str
    """A letter for each item of the audit, in its order: p w m n u, as capitals where it is accepted as it is."""
    accepted: int
    """Items and findings that are accepted as they are."""
    confidence: float
    """Of the least certain verdict on a required item, 0-1."""
    seconds: float


class Past(NamedTuple):
    """A result of an organ in one of the audits."""

    audit: Audit
    row: Row
