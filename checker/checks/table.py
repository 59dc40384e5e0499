"""A table with these rows and columns must stand in its section, every cell filled in."""

from __future__ import annotations

from checker.checks import cells, ordered
from checker.checks.cells import Form
from checker.checks.outcome import Outcome, Said
from checker.ruleset.model import Item, Ruleset
from checker.structure import Reading
from checker.structure.outline import Section

_NAMED = 4
"""So many rows or cells are told by name; of more there is the number."""


def run(reading: Reading, item: Item, ruleset: Ruleset) -> Outcome:
    """Finds the section by its heading, then the rows of its table by their labels."""
    place = ordered.place_of(item, reading, ruleset)
    if place.section is None:
        return Outcome("missing", "absent", confidence=0.95, after=place.before)
    section = reading.sections[place.section]
    form = cells.read(reading, item, section)
    if not form.rows:
        more = tuple(ordered.faults(place, item, reading))
        return Outcome("missing", "no-table", confidence=0.95, more=more, after=(*place.before, place.section))
    found = [*ordered.faults(place, item, reading), *_gaps(reading, item, section, form)]
    first = [form.proof(reading, name) for name in (*form.short, *_blank_rows(form), *form.found)][:1]
    proofs = (*first, ordered.heading_proof(reading, place))
    if found:
        return Outcome.short(found, proofs if form.found else proofs[-1:])
    return Outcome.fine(ordered.remarks(place, item, reading), proofs)


def _gaps(reading: Reading, item: Item, section: Section, form: Form) -> list[Said]:
    """What of the table is not there."""
    found: list[Said] = []
    if reading.hits.any(item.groups["former_words"], section.start, section.end):
        found.append(Said("former-table"))
    if form.missing:
        found.append(Said("rows-missing", _names("rows", form.missing)))
    lacking = [
        column["name"]
        for column in item.tables["columns"]
        if not any(reading.hits.any(column["said"], *cell) for row in form.rows for cell in row.cells)
    ]
    if lacking:
        found.append(Said("columns-missing", _names("columns", lacking)))
    for name, (have, need) in list(form.short.items())[:_NAMED]:
        found.append(Said("row-short", (("row", name), ("found", str(have)), ("needed", str(need)))))
    blank = [f"{row}\uff0f{column}" for (row, column), value in form.cells.items() if value is None]
    if blank:
        found.append(Said("cells-blank", (*_names("cells", blank), ("count", str(len(blank))))))
    return found


def _blank_rows(form: Form) -> list[str]:
    return [row for (row, _), value in form.cells.items() if value is None]


def _names(key: str, names: list[str] | tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """The names as the sentences of both languages list them; the first few of many."""
    more = len(names) > _NAMED
    return (
        (f"{key}_zh", "\u3001".join(f"\u201c{name}\u201d" for name in names[:_NAMED]) + ("等" if more else "")),
        (key, ", ".join(f"\u201c{name}\u201d" for name in names[:_NAMED]) + (" and others" if more else "")),
    )
