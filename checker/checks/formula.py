"""A formula of duty that stands alone: nothing beside it says what was done."""

from __future__ import annotations

from checker.checks.outcome import Proof, Remark, zone_of
from checker.ruleset.model import FindingRule
from checker.structure import Reading
from checker.structure.zones import Statement


def run(reading: Reading, rule: FindingRule) -> list[Remark]:
    """The first formula, where no sentence of its section nor any other with the principal reports an act."""
    formulas = [hit for hit in reading.hits.all(rule.groups["formulas"]) if _account(reading, hit.start)]
    if not formulas or any(_tells(reading, rule, s) for s in reading.statements):
        return []
    place = formulas[0]
    return [Remark("formula-alone", (), (Proof(place.start, place.end, zone_of(reading, place.start)),))]


def _account(reading: Reading, position: int) -> bool:
    at = reading.statement(position)
    return at is not None and reading.statements[at].zone == "account"


def _tells(reading: Reading, rule: FindingRule, s: Statement) -> bool:
    """Whether the statement reports an act of the principal."""
    return s.zone == "account" and reading.hits.any(rule.groups["acts"], s.start, s.end)
