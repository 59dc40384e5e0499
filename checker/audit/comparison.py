"""What two reports of one organ say of each other, and two batches. Values, no logic."""

from typing import Literal, NamedTuple

from checker.results import Evidence, Level, ReportResult, Status
from checker.text import Text

Kind = Literal["better", "worse", "same"]


class Change(NamedTuple):
    """One item in both years."""

    id: str
    title: Text
    level: Level
    old: Status
    new: Status
    kind: Kind


class Copy(NamedTuple):
    """A paragraph of this year that stood in last year's report."""

    old: Evidence
    new: Evidence
    exact: bool
    """To the letter; else figures, marks, or a word or two are other ones."""


class Planned(NamedTuple):
    """What last year's report announced."""

    old: Evidence
    new: Evidence | None
    """What this year's report tells of it; None where nothing comes near."""


class Return(NamedTuple):
    """A shortcoming of last year that is one again."""

    old: Evidence
    new: Evidence


class Comparison(NamedTuple):
    """Two reports of one organ."""

    old: ReportResult
    new: ReportResult
    changes: tuple[Change, ...]
    copies: tuple[Copy, ...]
    copied: int
    """Per cent of the words of this year's paragraphs that stand in the copies."""
    plans: tuple[Planned, ...]
    returns: tuple[Return, ...]

    def count(self, kind: Kind) -> int:
        """How many items got better, worse or stayed."""
        return sum(change.kind == kind for change in self.changes)

    @property
    def done(self) -> int:
        """How many of last year's plans this year's report tells something of."""
        return sum(planned.new is not None for planned in self.plans)


class Trend(NamedTuple):
    """How an item fared over all organs."""

    id: str
    title: Text
    better: int
    worse: int
    same: int


class Years(NamedTuple):
    """Two batches, organ by organ."""

    pairs: tuple[Comparison, ...]
    """Those whose score fell most first."""
    gone: tuple[ReportResult, ...]
    """Reports of last year whose organ has sent none this year."""
    added: tuple[ReportResult, ...]
    """Reports of this year whose organ had sent none last year."""
    unread: tuple[ReportResult, ...]
    """Reports of either year that could not be read."""
    trends: tuple[Trend, ...]
    """By item, in the order of the ruleset."""
