"""A section with one of these headings must stand at its place in the outline, with words of its own."""

from __future__ import annotations

from checker.checks import ordered
from checker.checks.outcome import Outcome, Said, proof
from checker.ruleset.model import Item, Ruleset
from checker.structure import Reading
from checker.structure.outline import Section
from checker.structure.zones import Statement
from checker.text import Text


def run(reading: Reading, item: Item, ruleset: Ruleset) -> Outcome:
    """Finds the section by its heading, then looks at its place, its text, and the topics it is to tell of."""
    place = ordered.place_of(item, reading, ruleset)
    if place.section is None:
        return Outcome("missing", "absent", confidence=0.95, after=place.before)
    section = reading.sections[place.section]
    told = _told(reading, item, section)
    found = ordered.faults(place, item, reading)
    if not told:
        found.append(Said("heading-only"))
    lacking = _lacking(reading, item, section) if told else []
    if lacking:
        names = (("topics_zh", "\u3001".join(t.zh for t in lacking)), ("topics", ", ".join(t.en for t in lacking)))
        found.append(Said("topics-missing", names))
    proofs = (ordered.heading_proof(reading, place), *(proof(s) for s in told[:1]))
    if found:
        return Outcome.short(found, proofs)
    return Outcome.fine(ordered.remarks(place, item, reading), proofs)


def _told(reading: Reading, item: Item, section: Section) -> list[Statement]:
    """What the section says, without headings and words that only hold a place open."""
    return [
        s
        for s in reading.statements
        if section.body <= s.start < section.end
        and not (s.heading and not _run_in(reading, s))
        and not reading.hits.any(item.groups["placeholders"], s.start, s.end)
    ]


def _run_in(reading: Reading, statement: Statement) -> bool:
    return statement.section is not None and reading.sections[statement.section].run_in


def _lacking(reading: Reading, item: Item, section: Section) -> list[Text]:
    """The topics of which the section says nothing."""
    return [
        Text(topic["name"]["zh"], topic["name"]["en"])
        for topic in item.tables.get("topics", ())
        if not reading.hits.any(topic["said"], section.body, section.end)
    ]
