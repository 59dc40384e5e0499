"""What the entries of a ruleset say of each other: ids that stand once, tables, cells and cases that exist."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from checker.ruleset.finding_schema import AnyFinding
from checker.ruleset.form_schema import Arithmetic, Table
from checker.ruleset.schema import Basis, RulesetFile
from checker.ruleset.schema_parts import Applies
from checker.ruleset.yaml_files import Place, Source, near_word


def check_references(source: Source, ruleset: RulesetFile) -> None:
    """Notes in `source` every id that stands twice and every name that stands for nothing."""
    _ids(source, ruleset)
    _conditions(source, ruleset)
    tables = {item.id: item.options for item in ruleset.items if isinstance(item.options, Table)}
    for number, item in enumerate(ruleset.items):
        place: Place = ("items", number, "options")
        if isinstance(item.options, Table):
            _table(source, item.options, place)
        elif isinstance(item.options, Arithmetic):
            _arithmetic(source, item.options, tables, place)
    for number, finding in enumerate(ruleset.findings):
        for case in finding.messages if finding.cases else ():
            _case(source, case, sorted(finding.cases), ("findings", number, "messages", case))
        _examples(source, finding, ("findings", number, "examples"))
    for number, item in enumerate(ruleset.items):
        for at, basis in enumerate(item.earlier_basis):
            _days(source, basis, ("items", number, "earlier_basis", at))
        if item.basis:
            _days(source, item.basis, ("items", number, "basis"))


def _ids(source: Source, ruleset: RulesetFile) -> None:
    seen: set[str] = set()
    listed: list[tuple[Place, str]] = [(("items", n), item.id) for n, item in enumerate(ruleset.items)]
    listed += [(("findings", n), finding.id) for n, finding in enumerate(ruleset.findings)]
    for loc, name in listed:
        if name and name in seen:
            source.problem(source.place((*loc, "id")), "ruleset-duplicate-id", name=name)
        seen.add(name)


def _conditions(source: Source, ruleset: RulesetFile) -> None:
    """Sectors that a condition asks for and nothing explains, years in the wrong order."""
    listed: list[tuple[Place, Applies | None]] = [(("chosen_for",), ruleset.chosen_for)]
    for kind, entries in (("items", ruleset.items), ("findings", ruleset.findings)):
        listed += [((kind, number, "applies"), entry.applies) for number, entry in enumerate(entries)]
    for place, applies in listed:
        if applies is None:
            continue
        for number, name in enumerate(applies.sector):
            if name not in ruleset.sectors:
                hint = near_word(name, list(ruleset.sectors))
                source.problem(source.place((*place, "sector", number)), "ruleset-no-such-sector", hint=hint, name=name)
        first, last = (applies.year.from_, applies.year.to) if applies.year else (None, None)
        if first and last and first > last:
            where = source.place((*place, "year", "to"))
            source.problem(where, "ruleset-years-turned", first=str(first), last=str(last))


def _days(source: Source, basis: Basis, place: Place) -> None:
    """The days of a basis: in the calendar, the first before the last."""
    days: list[date] = []
    for key, written in (("from", basis.from_), ("until", basis.until)):
        try:
            days += [date.fromisoformat(written)] if written else []
        except ValueError:
            source.problem(source.place((*place, key)), "ruleset-no-such-day", day=str(written))
    if days != sorted(days):
        source.problem(source.place((*place, "until")), "ruleset-days-turned")


def _examples(source: Source, finding: AnyFinding, place: Place) -> None:
    """That the examples of a finding name cases it has messages for."""
    for number, example in enumerate(finding.examples):
        for at, case in enumerate(example.remarks):
            _case(source, case, list(finding.messages), (*place, number, "remarks", at))


def _case(source: Source, case: str, cases: Sequence[str], place: Place) -> None:
    if case not in cases:
        hint, where = near_word(case, cases), source.place(place)
        source.problem(where, "ruleset-bad-choice", hint=hint, given=case, expected=", ".join(cases))


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
        if known and name not in known:  # A table without any has been told of already.
            hint = near_word(name, list(known))
            source.problem(source.place((*place, number)), "ruleset-no-such-cell", hint=hint, name=name)
