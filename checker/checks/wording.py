"""Expressions that are wrong in official documents, with the right ones."""

from __future__ import annotations

from checker.checks.outcome import Proof, Remark, zone_of
from checker.ruleset.model import FindingRule
from checker.structure import Reading
from checker.text import squeeze


def run(reading: Reading, rule: FindingRule) -> list[Remark]:
    """Every wrong expression outside the longer ones in which it is right."""
    remarks: list[Remark] = []
    text = reading.view.text
    for pair in rule.tables.get("pairs", ()):
        wrong = squeeze(pair["wrong"])
        allowed = [squeeze(word) for word in pair["unless"]]
        at = text.find(wrong)
        while at >= 0:
            end = at + len(wrong)
            if not _within(text, at, end, allowed):
                proof = Proof(at, end, zone_of(reading, at))
                remarks.append(Remark("wrong", (("wrong", pair["wrong"]), ("right", pair["right"])), (proof,)))
            at = text.find(wrong, end)
    return remarks


def _within(text: str, start: int, end: int, allowed: list[str]) -> bool:
    """Whether one of the `allowed` expressions covers `start:end`."""
    for word in allowed:
        at = text.find(word, max(0, end - len(word)), start + len(word))
        if 0 <= at <= start and end <= at + len(word):
            return True
    return False
