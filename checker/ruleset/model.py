"""The vocabulary of rulesets at run time: what a compiled ruleset holds."""

from collections.abc import Mapping, Sequence
from typing import Any, Literal, NamedTuple

from checker.results import Level, RulesetInfo, Severity, Status
from checker.text import Text


class Pattern(NamedTuple):
    """One phrase to look for, normalised: its parts in order, with gaps between them."""

    parts: tuple[tuple[str, ...], ...]
    """The words any of which makes each part."""
    gaps: tuple[str, ...]
    """What may stand before each part but the first: "" (nothing), "…" (words of the sentence), "~" (words of the
    clause), the latter two with "#" where a number must stand right before the part."""
    at_start: bool = False
    """Only at the beginning of a clause."""
    at_end: bool = False
    """Only at the end of a clause."""


class Example(NamedTuple):
    """A piece of a report with the verdict it must get."""

    text: str
    status: Status
    reason: str | None
    zone: str | None
    """Heading role under which the text is read; None for a section of the account."""


Place = Literal["beginning", "account", "shortcomings", "plan", "end"]


class Applies(NamedTuple):
    """Which reports something applies to: all conditions must be met; empty ones and None ask for nothing."""

    organ_types: tuple["OrganType", ...]
    sectors: tuple[str, ...]
    """Keys of `Ruleset.sectors`."""
    first_year: int | None
    last_year: int | None
    """Years reported on, both included."""
    power: bool | None
    """Whether the organ may enforce the law."""


class Sector(NamedTuple):
    """A field of government, known by words in the names of its organs."""

    title: Text
    words: tuple[str, ...]
    """Normalised."""


class Basis(NamedTuple):
    """A legal basis, and from when until when (exclusive) it is in force: ISO dates, empty where they are open."""

    text: Text
    since: str
    until: str


class Item(NamedTuple):
    """One thing a report must contain."""

    id: str
    title: Text
    level: Level
    weight: int
    check: str
    place: Place
    """Where in a report the item belongs: it tells where a missing one should be put."""
    groups: Mapping[str, int]
    """Phrase lists of the check by option name: numbers of `Ruleset.groups`."""
    numbers: Mapping[str, int]
    """Thresholds of the check by option name."""
    codes: Mapping[str, str]
    """Names by option name: reason codes the check is to give instead of its own, zones, modes."""
    tables: Mapping[str, Sequence[Mapping[str, Any]]]
    """Rows of data of the check by option name."""
    asks: Text
    heading: Text
    content: Text
    suggestion: Text
    bases: tuple[Basis, ...]
    """Legal bases, today's first."""
    applies: Applies | None
    reasons: Mapping[str, Text]
    """The sentence for each reason code the item can give."""
    advice: Mapping[str, Text]
    """What to do for the reason codes that `suggestion` does not fit."""
    examples: tuple[Example, ...]

    @property
    def basis(self) -> Text | None:
        """Today's legal basis."""
        return self.bases[0].text if self.bases else None

    def basis_in(self, year: int | None) -> Text | None:
        """The legal basis in force at the end of `year`; None where all have ended by then.

        Today's where the year is not known or lies before all of them.
        """
        day = f"{year}-12-31"
        if year is None or not self.bases:
            return self.basis
        valid = (b.text for b in self.bases if b.since <= day and (not b.until or b.until > day))
        ended = self.bases[0].until and self.bases[0].until <= day
        return next(valid, None if ended else self.basis)


class FindingRule(NamedTuple):
    """Something a report may say against itself, and how to look for it."""

    id: str
    check: str
    severity: Severity
    title: Text
    messages: Mapping[str, Text]
    """The sentence for each case; `{name}` is filled by the check."""
    suggestion: Text | None
    groups: Mapping[str, int]
    numbers: Mapping[str, int]
    codes: Mapping[str, str]
    tables: Mapping[str, Sequence[Mapping[str, Any]]]
    """Rows of data by option name."""
    applies: Applies | None


class Shape(NamedTuple):
    """What must hold between the words of a phrase, and which groups it belongs to."""

    parts: int
    gaps: tuple[str, ...]
    at_start: bool
    at_end: bool
    groups: tuple[int, ...]


Role = tuple[int, Sequence[int], Sequence[int], Sequence[int]]
"""What a word stands for: its length, the groups of which it is a whole phrase, the second parts it lets follow as the
beginning of a phrase, and its other places in longer phrases (`tables.PARTS`)."""


class Table(NamedTuple):
    """All words to look for, each with what it stands for."""

    words: Sequence[tuple[str, Role]]
    shapes: tuple[Shape, ...]


class ZoneRule(NamedTuple):
    """How a zone is recognised: numbers of `Ruleset.groups`."""

    headings: int
    not_headings: int
    cues: int
    firm_cues: int
    not_cues: int
    openings: int


class Scoring(NamedTuple):
    """How the score of a report is made of its items: per cent of an item's weight for each status."""

    present: int
    weak: int
    missing: int
    formula: Text


class Regions(NamedTuple):
    """How the place is recognised that the name of an organ begins with: all words as they are shown."""

    endings: tuple[str, ...]
    not_places: tuple[str, ...]
    towns: tuple[str, ...]
    superiors: tuple[str, ...]
    """Names that may stand before the place."""


class CopyRule(NamedTuple):
    """What counts as copied between reports."""

    formulas: int
    """Words that all reports may share: a number of `Ruleset.groups`."""
    min_characters: int
    """Of a paragraph, without formulas, titles of documents and figures."""
    min_similarity: int
    """0-100."""
    template_share: int
    """Per cent of a batch."""
    template_reports: int


class Ruleset(NamedTuple):
    """A compiled ruleset."""

    info: RulesetInfo
    scoring: Scoring
    zones: Mapping[str, ZoneRule]
    """By zone: account, plan, shortcomings."""
    page: Mapping[str, int]
    """Phrase lists about the document's own parts (title, sign-off, furniture …): numbers of `groups`."""
    items: tuple[Item, ...]
    findings: tuple[FindingRule, ...]
    sectors: Mapping[str, Sector]
    chosen_for: Applies | None
    """Which reports it is chosen for where the choice is left to the tool."""
    copies: CopyRule
    regions: Regions
    table: Table
    """What a scanner of all groups but the local ones is built from."""
    local_tables: Mapping[int, Table]
    """The same for each group of common words that are looked for only in the few places where they matter."""
    empty: frozenset[int]
    """Groups without phrases."""
    raw_groups: Sequence[bytes]
    """The phrases of each group as compiled, marshalled: most runs need few of them, so `patterns` reads them late."""

    depth: int = 0
    """How many rulesets it stands on."""
    alternatives: tuple["Ruleset", ...] = ()
    """The rulesets from which the first that fits a report is chosen for it; empty where there is no choice."""

    def patterns(self, group: int) -> tuple[Pattern, ...]:
        """The phrases of a group."""
        import marshal

        return tuple(
            Pattern(tuple(map(tuple, parts)), tuple(gaps), at_start, at_end)
            for parts, gaps, at_start, at_end in marshal.loads(self.raw_groups[group])  # noqa: S302 -- our own data
        )

    def item(self, item_id: str) -> Item | None:
        """The item with this id, or None."""
        return next((item for item in self.items if item.id == item_id), None)


OrganType = Literal["government", "department", "town"]
