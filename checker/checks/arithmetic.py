"""The numbers of a table must add up: along its rows and down its columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from checker.checks import cells, ordered
from checker.checks.cells import Form
from checker.checks.outcome import Outcome, Proof, Said
from checker.ruleset.model import Item, Ruleset
from checker.structure import Reading

_MANY = 6
_CLOSE = 0.005


class _Term(NamedTuple):
    """A number that is added, under the name of its column or row."""

    name: str
    value: float


class _Sum(NamedTuple):
    """One equation in one row or column, with the rows it stands in."""

    code: str
    where: str
    left: tuple[_Term, ...]
    right: tuple[_Term, ...]
    rows: tuple[str, ...]

    @property
    def gap(self) -> float:
        """By how much the two sides differ."""
        return abs(_total(self.left) - _total(self.right))


def run(reading: Reading, item: Item, ruleset: Ruleset) -> Outcome:
    """Reckons every equation of the item in the table of another item; blank cells count as nothing."""
    owner = ruleset.item(item.codes["table"])
    if owner is None:
        raise LookupError  # A ruleset that names no table is not compiled.
    place = ordered.place_of(owner, reading, ruleset)
    if place.section is None:
        return Outcome("not_applicable", "no-table")
    form = cells.read(reading, owner, reading.sections[place.section])
    sums = [each for equation in item.tables["equations"] for each in _sums(equation, form, owner)]
    if not sums:
        return Outcome("not_applicable", "no-table")
    wrong = [each for each in sums if each.gap > _CLOSE]
    if wrong:
        return Outcome.short([_said(each) for each in wrong], _proofs(reading, form, wrong), confidence=0.97)
    return Outcome.fine([], _proofs(reading, form, sums[-1:]), confidence=0.97)


def _sums(equation: Any, form: Form, owner: Item) -> Iterator[_Sum]:
    """The equation in each row, or each column, that has all its cells and both sides filled in."""
    if equation["across"]:
        for row in form.found:
            sides = [[(row, column) for column in equation[side]] for side in ("across", "equals")]
            yield from _sum("row-sum", row, sides, form, at=1)
    else:
        for column in (column["name"] for column in owner.tables["columns"]):
            sides = [[(row, column) for row in equation[side]] for side in ("down", "equals")]
            yield from _sum("column-sum", column, sides, form, at=0)


def _sum(code: str, where: str, sides: Sequence[Sequence[tuple[str, str]]], form: Form, at: int) -> Iterator[_Sum]:
    every = [key for side in sides for key in side]
    if any(key not in form.cells for key in every):
        return
    if any(all(form.cells[key] is None for key in side) for side in sides):
        return  # A side that was not filled in is no wrong sum.
    left, right = (tuple(_Term(key[at], form.cells[key] or 0.0) for key in side) for side in sides)
    telling = [key[0] for key in [*sides[1], *sides[0]] if form.cells[key]]
    yield _Sum(code, where, left, right, tuple(dict.fromkeys(telling)) or (sides[1][0][0],))


def _said(each: _Sum) -> Said:
    return Said(
        each.code,
        (
            ("where", each.where),
            ("left_zh", _written(each.left, "", "\uff0b", "\uff1d")),
            ("left", _written(each.left, " ", " + ", " = ")),
            ("right_zh", _written(each.right, "", "\uff0b", "\uff1d")),
            ("right", _written(each.right, " ", " + ", " = ")),
            ("gap", _number(each.gap)),
        ),
    )


def _written(terms: Sequence[_Term], blank: str, plus: str, equals: str) -> str:
    """The terms that are not zero, with their sum where there is more than one term to the side."""
    shown = [f"{term.name}{blank}{_number(term.value)}" for term in terms if term.value]
    if len(terms) == 1:
        return f"{terms[0].name}{blank}{_number(terms[0].value)}"
    if not shown:
        shown = [f"{term.name}{blank}0" for term in (terms[0], terms[-1])]
        shown.insert(1, "\u2026")
    return plus.join(shown) + equals + _number(_total(terms))


def _total(terms: Sequence[_Term]) -> float:
    return sum(term.value for term in terms)


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _proofs(reading: Reading, form: Form, sums: Sequence[_Sum]) -> tuple[Proof, ...]:
    rows = dict.fromkeys(row for each in sums for row in each.rows)
    return tuple(form.proof(reading, row) for row in list(rows)[:_MANY])
