"""The cells of a table that a ruleset describes: its rows found by their labels, its columns by their order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from checker.checks.outcome import Proof
from checker.ruleset.model import Item
from checker.structure import Reading, tables
from checker.structure.outline import Section
from checker.structure.tables import Row
from checker.text import Span


class Form(NamedTuple):
    """What of the described table is there."""

    rows: tuple[Row, ...]
    """All rows of the section, those that the ruleset does not describe too."""
    found: Mapping[str, Row]
    """The described rows by name."""
    cells: Mapping[tuple[str, str], float | None]
    """The numbers of the described rows by names of row and column, None where a cell is blank or holds something
    else; a row that is too short has none."""
    missing: tuple[str, ...]
    """Names of the rows that are not there."""
    short: Mapping[str, tuple[int, int]]
    """How many cells a row that is too short has, and how many it should have."""

    def proof(self, reading: Reading, name: str) -> Proof:
        """The row with this name as a passage."""
        return Proof(*self.found[name].span, "account")


def read(reading: Reading, item: Item, section: Section) -> Form:
    """The table that `item` (of the check `table`) describes, as it stands in `section`."""
    every = tables.rows(reading.document, reading.view, section.body, section.end, reading.furniture)
    wanted = item.tables["rows"]
    found: dict[str, Row] = {}
    values: dict[str, list[Span]] = {}
    at = 0
    for row in every:
        # Rows come in the order of the form: the labels alone may mean several of them.
        for number in range(at, len(wanted)):
            cells = _values(reading, item, row, wanted[number], len(columns(item, wanted[number])))
            if cells is not None:
                name, at = wanted[number]["name"], number + 1
                found[name], values[name] = row, cells
                break
    return _form(reading, item, every, found, values)


def columns(item: Item, row: Mapping[str, Any]) -> Sequence[str]:
    """The names of the columns in which a described row has a number."""
    return row["columns"] or [column["name"] for column in item.tables["columns"]]


def _form(
    reading: Reading, item: Item, every: Sequence[Row], found: Mapping[str, Row], values: Mapping[str, list[Span]]
) -> Form:
    cells: dict[tuple[str, str], float | None] = {}
    short: dict[str, tuple[int, int]] = {}
    for wanted in item.tables["rows"]:
        name, named = wanted["name"], columns(item, wanted)
        spans = values.get(name)
        if spans is None:
            continue
        if len(spans) < len(named):
            short[name] = len(spans), len(named)
            continue
        for column, span in zip(named, spans, strict=True):
            cells[name, column] = tables.figure(reading.view.text[slice(*span)])
    missing = tuple(wanted["name"] for wanted in item.tables["rows"] if wanted["name"] not in found)
    return Form(tuple(every), found, cells, missing, short)


def _values(reading: Reading, item: Item, row: Row, wanted: Mapping[str, Any], count: int) -> list[Span] | None:
    """The cells behind the label of a row, `count` at most; None where the row is another one, or a heading."""
    labelled = not wanted["unlabelled"]
    label = _label(reading, row, wanted["said"]) if labelled else -1
    if label is None:
        return None
    cells = list(row.cells[label + 1 :])
    words = [reading.view.text[slice(*cell)] for cell in cells]
    numbers = [tables.figure(word) is not None for word in words]
    if not labelled and any(word and not number for word, number in zip(words, numbers, strict=True)):
        return None
    if not any(numbers) and (len(cells) < count or _heads(reading, item, cells)):
        return None
    return _trimmed(cells, count)


def _heads(reading: Reading, item: Item, cells: Sequence[Span]) -> bool:
    """Whether names of columns stand in the cells: what looked like a label is one of them."""
    return any(reading.hits.any(column["said"], *cell) for column in item.tables["columns"] for cell in cells)


def _label(reading: Reading, row: Row, said: int) -> int | None:
    """Number of the last cell in which one of the words of a label stands."""
    hits = (number for number, cell in enumerate(row.cells) if reading.hits.any(said, *cell))
    return max(hits, default=None)


def _trimmed(cells: list[Span], count: int) -> list[Span]:
    """The cells without those that only fill up: blank ones before the numbers, then blank ones behind them."""
    while len(cells) > count and cells[0].start == cells[0].end:
        del cells[0]
    while len(cells) > count and cells[-1].start == cells[-1].end:
        del cells[-1]
    return cells[-count:]
