"""Edits that take from a report what an item rests on: whoever judges the item must notice."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Final, NamedTuple

from checker.results import Evidence, ItemResult
from checker.ruleset.model import Item, Ruleset
from checker.structure import Reading
from checker.structure.outline import Section
from checker.text import Span

Step = Callable[[Reading, Ruleset, ItemResult], str | None]
"""The text of the report after one step of an edit; None where it finds nothing to do."""

MANY: Final = 40
"""How often a step is repeated before nothing seems to shake the item: many passages may prove it."""


def cut(reading: Reading, ruleset: Ruleset, result: ItemResult) -> str | None:
    """The quoted passages left out."""
    return _replaced(reading, (quote.span for quote in result.evidence))


def postpone(reading: Reading, ruleset: Ruleset, result: ItemResult) -> str | None:
    """The quoted passages moved from the account to the end of the plan."""
    told = [quote for quote in result.evidence if quote.zone == "account"]
    target = _end_of_plan(reading)
    if target is None or _item(ruleset, result).place != "account":
        return None
    text = _replaced(reading, (quote.span for quote in told))
    if text is None:
        return None
    target -= sum(span.end - span.start for span in _disjoint(quote.span for quote in told) if span.end <= target)
    moved = "".join(f"\n{' '.join(quote.text.split())}" for quote in told)
    return text[:target] + moved + text[target:]


def blank(reading: Reading, ruleset: Ruleset, result: ItemResult) -> str | None:
    """The sections around the quoted passages left with their headings only."""
    around = [section for quote in result.evidence if (section := _section_around(reading, quote))]
    return _replaced(reading, (reading.view.source(section.body, section.end) for section in around))


def swap(reading: Reading, ruleset: Ruleset, result: ItemResult) -> str | None:
    """Every name of the item replaced by the first of its look-alikes."""
    item = _item(ruleset, result)
    groups = item.groups
    alike = ruleset.patterns(groups["not_names"]) if "not_names" in groups else ()
    if not alike or item.check != _BY_NAME:
        return None
    words = "".join(part[0] for part in alike[0].parts)
    hits = [hit for name in ("names", "short_names") if name in groups for hit in reading.hits.all(groups[name])]
    return _replaced(reading, (reading.view.source(hit.start, hit.end) for hit in hits), words)


class Edit(NamedTuple):
    """A step, repeated as long as the item stays present."""

    step: Step
    steps: int = MANY
    exhaustive: bool = True
    """Once the step finds nothing more to do, the item has lost everything it rested on."""


EDITS: Final[Mapping[str, Edit]] = {
    "cut": Edit(cut),
    "postpone": Edit(postpone),
    "blank": Edit(blank, exhaustive=False),
    "swap": Edit(swap, steps=1),
}
_BY_NAME: Final = "reported-measure"
"""The check that asks for a name; others may be content without it."""


def _item(ruleset: Ruleset, result: ItemResult) -> Item:
    return next(item for item in ruleset.items if item.id == result.id)


def _disjoint(spans: Iterable[Span]) -> list[Span]:
    """The spans in order, those that overlap made one."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start < merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(span.end, merged[-1].end))
        else:
            merged.append(span)
    return merged


def _replaced(reading: Reading, spans: Iterable[Span], words: str = "") -> str | None:
    text = reading.document.text
    places = _disjoint(spans)
    for span in reversed(places):
        text = text[: span.start] + words + text[span.end :]
    return text if places else None


def _end_of_plan(reading: Reading) -> int | None:
    """Offset in the source behind the last sentence of the sections that are all plan; None where there are none."""
    planned = [section for section, roles in zip(reading.sections, reading.roles, strict=True) if roles == ("plan",)]
    inside = [s for s in reading.statements if any(p.start <= s.start < p.end for p in planned)]
    return reading.view.source(inside[-1].start, inside[-1].end).end if inside else None


def _section_around(reading: Reading, quote: Evidence) -> Section | None:
    """The innermost section with a heading line of its own in whose body the quotation stands."""
    found: Section | None = None
    for section in reading.sections:
        if section.run_in or section.title.start == section.title.end or section.body >= section.end:
            continue
        start, end = reading.view.source(section.body, section.end)
        if start <= quote.span.start < end:
            found = section
    return found
