"""What the entries of a ruleset say of each other: ids that stand once, tables, cells and sectors that exist, dates in
their order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from checker.ruleset.audience_schema import Audience
from checker.ruleset.form_schema import Arithmetic, Table
from checker.ruleset.schema import Basis, RulesetFile
from checker.ruleset.shelf import shipped
from checker.ruleset.yaml_files import Place, Source, near_word


def check_references(source: Source, ruleset: RulesetFile) -> None:
    """Notes in `source` every id that stands twice and every name that stands for nothing."""
    _ids(source, ruleset)
    _conditions(source, ruleset)
    for number, item in enumerate(ruleset.items):
        if item.basis:
            _days(source, item.basis, ("items", number, "basis"))
        for at, basis in enumerate(item.former_basis):
            _days(source, basis, ("items", number, "former_basis", at))
    tables = {item.id: item.options for item in ruleset.items if isinstance(item.options, Table)}
    for number, item in enumerate(ruleset.items):
        place: Place = ("items", number, "options")
        if isinstance(item.options, Table):
            _table(source, item.options, place)
        elif isinstance(item.options, Arithmetic):
            _arithmetic(source, item.options, tables, place)


def _ids(source: Source, ruleset: RulesetFile) -> None:
    seen: set[str] = set()
    listed: list[tuple[Place, str]] = [(("items", n), item.id) for n, item in enumerate(ruleset.items)]
    listed += [(("findings", n), finding.id) for n, finding in enumerate(ruleset.findings)]
    for loc, name in listed:
        if name in seen:
            source.problem(source.place((*loc, "id")), "ruleset-duplicate-id", name=name)
        seen.add(name)


def _conditions(source: Source, ruleset: RulesetFile) -> None:
    """The conditions of items and findings, and what `-r auto` chooses by."""
    for key, entries in (("items", ruleset.items), ("findings", ruleset.findings)):
        for number, entry in enumerate(entries):
            _condition(source, ruleset, entry.applies, (key, number, "applies"))
    for number, choice in enumerate(ruleset.auto):
        _condition(source, ruleset, choice.audience, ("auto", number, "for"))
        if choice.ruleset not in shipped():
            where = source.place(("auto", number, "ruleset"))
            hint = near_word(choice.ruleset, list(shipped()))
            source.problem(where, "ruleset-not-shipped", hint=hint, name=choice.ruleset)


def _condition(source: Source, ruleset: RulesetFile, audience: Audience, place: Place) -> None:
    known = list(ruleset.organ.sectors)
    for number, name in enumerate(audience.sector):
        if name not in known:
            where = source.place((*place, "sector", number))
            source.problem(where, "ruleset-no-such-sector", hint=near_word(name, known), name=name)
    first, last = audience.year.first, audience.year.last
    if first and last and first > last:
        source.problem(source.place((*place, "year", "to")), "ruleset-years-turned", first=str(first), last=str(last))


def _days(source: Source, basis: Basis, place: Place) -> None:
    """The days of a basis: each in the calendar, the first before the last."""
    days: list[date] = []
    for key, written in (("from", basis.since), ("until", basis.until)):
        try:
            days += [date.fromisoformat(written)] if written else []
        except ValueError:
            source.problem(source.place((*place, key)), "ruleset-no-such-day", day=str(written))
    if days != sorted(days):
        source.problem(source.place((*place, "until")), "ruleset-days-turned")


def _table(source: Source, table: Table, place: Place) -> None:
    columns, rows = _names(table)
    for kind, names in (("columns", columns), ("rows", rows)):
        for number, name in enumerate(names):
            if name in names[:number]:
                source.problem(source.place((*place, kind, number, "name")), "ruleset-duplicate-name", name=name)
    for number, row in enumerate(table.rows):
        _named(source, row.columns, columns, (*place, "rows", number, "columns"))


def _arithmetic(source: Source, options: Arithmetic, tables: dict[str, Table], place: Place) -> None:
    table = tables.get(options.table)
    if table is None:
        hint = near_word(options.table, list(tables))
        source.problem(source.place((*place, "table")), "ruleset-no-such-table", hint=hint, name=options.table)
        return
    columns, rows = _names(table)
    for number, equation in enumerate(options.equations):
        known = columns if equation.across else rows
        for side in ("across", "down", "equals"):
            _named(source, getattr(equation, side), known, (*place, "equations", number, side))


def _names(table: Table) -> tuple[list[str], list[str]]:
    """The names of the columns, and those of the rows."""
    return [column.name for column in table.columns], [row.name for row in table.rows]


def _named(source: Source, names: Iterable[str], known: Sequence[str], place: Place) -> None:
    for number, name in enumerate(names):
        if name not in known:
            hint = near_word(name, list(known))
            source.problem(source.place((*place, number)), "ruleset-no-such-cell", hint=hint, name=name)
