"""What the reports of a batch, and of an earlier one, have in common. Values, no logic."""

from typing import NamedTuple


class Quote(NamedTuple):
    """One side of a passage that stands in two reports."""

    text: str | None
    """The paragraph as written; None where the file was changed or is gone."""
    line: int
    page: int | None


class Passage(NamedTuple):
    """A paragraph that stands in two reports, in the same words or nearly."""

    similarity: int
    """0-100, of the words that are the reports' own; by the sketches alone where a side has no text."""
    confirmed: bool
    """Whether the two texts were compared word by word."""
    left: Quote
    right: Quote


class Side(NamedTuple):
    """One report of a pair."""

    path: str
    organ: str | None
    year: int | None
    media_type: str


class Pair(NamedTuple):
    """Two reports that share passages."""

    left: Side
    """Of this batch."""
    right: Side
    """Of this batch too, and later in it; or of the earlier one."""
    earlier: bool
    """Whether the right one is of the earlier batch."""
    share: int
    """Per cent of the own words of the left report that stand in the passages."""
    characters: int
    """Own words of the left report that stand in the passages."""
    passages: tuple[Passage, ...]
    """In the order of the left report."""


class Copies(NamedTuple):
    """What was found by comparing every report with every other."""

    pairs: tuple[Pair, ...]
    """Most in common first."""
    reports: int
    """Reports of this batch that were compared."""
    earlier: int
    """Reports of the earlier batch they were compared with."""
    templates: int
    """Paragraphs passed over because so many reports have them that they must be a template's."""
    unread: int
    """Reports whose files were changed or are gone, so that their passages rest on the sketches alone."""
