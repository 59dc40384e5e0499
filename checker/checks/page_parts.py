"""The document's own parts: a title with organ, year and name, and a sign-off with organ and date."""

from __future__ import annotations

from checker.checks.outcome import Outcome, Proof
from checker.ruleset.model import Item, Ruleset
from checker.structure import Reading


def title(reading: Reading, item: Item, ruleset: Ruleset) -> Outcome:
    """Whether the title names organ, year and document."""
    parts = reading.facts.title
    if parts is None:
        return Outcome("missing", "absent")
    proofs = (Proof(parts.span.start, parts.span.end, "account"),) if parts.span.end > parts.span.start else ()
    if parts.organ and parts.year and parts.named:
        return Outcome("present", None, proofs)
    return Outcome("weak", "incomplete-title", proofs)


def sign_off(reading: Reading, item: Item, ruleset: Ruleset) -> Outcome:
    """Whether the text ends with organ and date, or the page's data names both."""
    parts = reading.facts.sign_off
    spans = [span for span in (parts.organ, parts.date) if span is not None]
    proofs = tuple(Proof(span.start, span.end, "account") for span in spans)
    if parts.organ and parts.date:
        return Outcome("present", None, proofs)
    if spans:
        return Outcome("weak", "incomplete-sign-off", proofs)
    return Outcome("missing", "absent")
