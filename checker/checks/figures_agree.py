"""Figures of the report that must fit each other: shares, parts of totals, changes, one quantity told twice."""

from __future__ import annotations

from checker.checks import figure_changes, figure_repeats, figure_shares, figure_sums
from checker.checks.figure_words import Figures
from checker.checks.outcome import Remark
from checker.ruleset.model import FindingRule
from checker.structure import Reading


def run(reading: Reading, rule: FindingRule) -> list[Remark]:
    """Every disagreement, with the figures that disagree as passages; none where the words leave room for agreement."""
    figures = Figures(reading, rule)
    remarks = [
        *figure_shares.find(figures),
        *figure_sums.find(figures),
        *figure_changes.find(figures),
        *figure_repeats.find(figures),
    ]
    # The same two figures may disagree in more than one way; the first way is told.
    told = {tuple(proof[:2] for proof in remark.proofs[:2]): remark for remark in reversed(remarks)}
    return list(reversed(told.values()))
