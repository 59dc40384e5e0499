"""A formula of duty that stands alone: nothing beside it says what was done."""

from __future__ import annotations

from checker.checks.outcome import Proof, Remark
from checker.matching import Hit
from checker.ruleset.model import FindingRule
from checker.structure import Reading


def run(reading: Reading, rule: FindingRule) -> list[Remark]:
    """The first formula of the account, unless acts are told beside it, or anywhere with the principal as subject."""
    formulas = [hit for hit in reading.hits.all(rule.groups["formulas"]) if _in_account(reading, hit.start)]
    if not formulas or any(_in_account(reading, hit.start) for hit in reading.hits.all(rule.groups["acts"])):
        return []
    if any(_told_beside(reading, rule, hit) for hit in formulas):
        return []
    return [Remark("formula-alone", (), (Proof(formulas[0].start, formulas[0].end, "account"),))]


def _in_account(reading: Reading, position: int) -> bool:
    at = reading.statement(position)
    return at is not None and reading.statements[at].zone == "account"


def _told_beside(reading: Reading, rule: FindingRule, formula: Hit) -> bool:
    """Whether the section or paragraph around the formula tells acts: who acts need not be said again there."""
    at = reading.statement(formula.start)
    if at is None:
        return False
    s = reading.statements[at]
    start, end = reading.view.blocks[s.block]
    if s.section is not None:
        start, end = reading.sections[s.section].start, reading.sections[s.section].end
    acts = reading.hits.within(rule.groups["acts_beside"], start, end)
    return any(act.end <= formula.start or act.start >= formula.end for act in acts)
