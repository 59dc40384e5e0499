"""The examples that stand in the rules themselves, as promises to be kept."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.authoring.promises import Case, Promise, as_report, verdict
from checker.ruleset.compile import Workpiece
from checker.ruleset.model import FindingRule, Ruleset
from checker.ruleset.yaml_files import Where

NAME = "example.txt"


def examples(ruleset: Ruleset, piece: Workpiece) -> Iterator[Case]:
    """Every example of every item and finding, in their order."""
    for number, item in enumerate(ruleset.items):
        for at, example in enumerate(item.examples):
            where = piece.source.place(("items", number, "examples", at))
            promise = Promise("item", item.id, verdict(example), where)
            yield Case((promise,), as_report(ruleset, example.text, example.zone).encode(), NAME, example.text)
    for number, rule in enumerate(ruleset.findings):
        # Nobody but authors needs them, so they are no part of the compiled form.
        for at, written in enumerate(piece.data["findings"][number].get("examples", [])):
            yield of_finding(ruleset, rule, written, piece.source.place(("findings", number, "examples", at)))


def of_finding(ruleset: Ruleset, rule: FindingRule, written: dict[str, Any], where: Where) -> Case:
    """The example of a finding as it is written, keys and values known to be right."""
    text = written["text"]
    promise = Promise("finding", rule.id, tuple(sorted(written["remarks"])), where)
    data = as_report(ruleset, text, written.get("zone")).encode()
    return Case((promise,), data, NAME, text, written.get("year"))
