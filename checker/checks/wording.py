"""Expressions that are wrong in official documents, with the right ones."""

from __future__ import annotations

from collections.abc import Sequence

from checker.checks.outcome import Proof, Remark, zone_of
from checker.ruleset.model import FindingRule
from checker.structure import Reading


def run(reading: Reading, rule: FindingRule) -> list[Remark]:
    """Every wrong expression with the places where it stands, outside the longer ones in which it is right."""
    remarks: list[Remark] = []
    text = reading.view.text
    for pair in rule.tables["pairs"]:
        wrong = pair["wrong"]
        places: list[Proof] = []
        at = text.find(wrong)
        while at >= 0:
            end = at + len(wrong)
            if _is_wrong(text, at, end, pair["within"], pair["unless"]):
                places.append(Proof(at, end, zone_of(reading, at)))
            at = text.find(wrong, end)
        if places:
            shown = reading.document.text[slice(*reading.view.source(places[0].start, places[0].end))]
            values = (("wrong", "".join(shown.split())), ("right", pair["right"]))
            remarks.append(Remark("wrong", values, tuple(places)))
    return remarks


def _is_wrong(text: str, start: int, end: int, within: Sequence[str], unless: Sequence[str]) -> bool:
    if within and not _covered(text, start, end, within):
        return False
    return not _covered(text, start, end, unless)


def _covered(text: str, start: int, end: int, longer: Sequence[str]) -> bool:
    """Whether one of the `longer` expressions covers `start:end`."""
    for word in longer:
        at = text.find(word, max(0, end - len(word)), start + len(word))
        if 0 <= at <= start and end <= at + len(word):
            return True
    return False
