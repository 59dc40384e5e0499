"""What two reports of one organ say of each other. Values, no logic."""

from typing import Literal, NamedTuple

from checker.results import Evidence, ReportResult, Status
from checker.text import Text

Kind = Literal["better", "worse", "same"]


class Change(NamedTuple):
    """One item in both years."""

    title: Text
    old: Status
    new: Status
    kind: Kind


class Copy(NamedTuple):
    """A passage of this year that stands in last year's report in the same words."""

    title: Text
    """Of the item it is evidence for."""
    old: Evidence
    new: Evidence


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
    returns: tuple[Return, ...]
