"""The few algorithms that rules name (`check:`). Each knows how to look, none knows a phrase of the law."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from checker.checks import (
    answers,
    arithmetic,
    citations,
    contradictions,
    dates,
    duty,
    figures_agree,
    formula,
    measures,
    ordered_section,
    page_parts,
    placeholders,
    plan,
    privacy,
    repeats,
    reported_measure,
    shortcomings,
    table,
    wording,
    years,
)
from checker.checks.outcome import Near, Outcome, Proof, Remark
from checker.ruleset.model import FindingRule, Item, Ruleset
from checker.structure import Reading

Check = Callable[[Reading, Item, Ruleset], Outcome]
Finder = Callable[[Reading, FindingRule], list[Remark]]

CHECKS: Final[Mapping[str, Check]] = {
    "reported-measure": reported_measure.run,
    "measures": measures.run,
    "shortcomings": shortcomings.run,
    "duty": duty.run,
    "plan": plan.run,
    "title-parts": page_parts.title,
    "sign-off": page_parts.sign_off,
    "ordered-section": ordered_section.run,
    "table": table.run,
    "arithmetic": arithmetic.run,
}

FINDERS: Final[Mapping[str, Finder]] = {
    "contradictions": contradictions.run,
    "figures-agree": figures_agree.run,
    "years-agree": years.run,
    "dates-agree": dates.run,
    "citations": citations.run,
    "answers": answers.run,
    "repeats": repeats.run,
    "formula-alone": formula.run,
    "wording": wording.run,
    "placeholders": placeholders.run,
    "privacy": privacy.run,
}

__all__ = ["CHECKS", "FINDERS", "Check", "Finder", "Near", "Outcome", "Proof", "Remark"]
