"""Whether a rule is for a report at all, which is asked before its check is."""

from __future__ import annotations

from checker.checks.outcome import Outcome, Proof, Said, proof
from checker.ruleset.conditions import EMPOWERED, POWERLESS, unmet
from checker.ruleset.model import Condition, Ruleset
from checker.structure import Reading
from checker.structure.zones import Statement

_SURE = 0.95


def outside(reading: Reading, condition: Condition, ruleset: Ruleset) -> Outcome | None:
    """That the report does not meet the condition, and why; None where it does. What is not known counts as met."""
    if condition == Condition():
        return None
    said = [Said(*part) for part in unmet(condition, reading.profile, ruleset.organ.sectors)]
    denial = _denial(reading, ruleset) if condition.enforcement_power is not None else None
    proofs: tuple[Proof, ...] = ()
    if condition.enforcement_power and denial:
        said.append(Said(POWERLESS))
        proofs = (proof(denial),)
    elif condition.enforcement_power is False and not denial:
        said.append(Said(EMPOWERED))
    if not said:
        return None
    first, *more = said
    return Outcome("not_applicable", first.code, proofs, (), _SURE, first.values, tuple(more))


def _denial(reading: Reading, ruleset: Ruleset) -> Statement | None:
    """The statement that the organ has no enforcement power."""
    statements = (reading.statements[at] for at in reading.about(ruleset.organ.no_power))
    return next((statement for statement in statements if statement.zone != "shortcomings"), None)
