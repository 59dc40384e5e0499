"""Blanks and review marks that were left in the text."""

from __future__ import annotations

from typing import Final

from checker.checks.outcome import Proof, Remark, clause, in_furniture, titled, zone_of
from checker.matching import Hit
from checker.ruleset.model import FindingRule
from checker.structure import Reading

_SHORT: Final = 40
"""A mark of a draft counts in the title and in lines no longer than this: elsewhere it names somebody's draft."""


def run(reading: Reading, rule: FindingRule) -> list[Remark]:
    """Every clause with a blank, and the marks of a draft."""
    remarks: list[Remark] = []
    end = -1
    for hit in reading.hits.all(rule.groups["marks"]):
        if hit.start < end or in_furniture(reading, hit.start) or not _is_blank(reading, rule, hit):
            continue
        place = clause(reading, hit.start, hit.end)
        remarks.append(Remark("blank", (("mark", _shown(reading, hit)),), (place,)))
        end = place.end
    if "draft" in rule.messages:
        drafts = [hit for hit in reading.hits.all(rule.groups["drafts"]) if _heads(reading, hit)]
        remarks += [
            Remark(
                "draft", (("mark", _shown(reading, hit)),), (Proof(hit.start, hit.end, zone_of(reading, hit.start)),)
            )
            for hit in drafts[:1]
        ]
    return remarks


def _shown(reading: Reading, hit: Hit) -> str:
    return reading.document.text[slice(*reading.view.source(hit.start, hit.end))]


def _is_blank(reading: Reading, rule: FindingRule, hit: Hit) -> bool:
    text = reading.view.text
    edges = text[hit.start - 1 : hit.start + 1], text[hit.end - 1 : hit.end + 1]
    if any(_latin(pair) for pair in edges):
        return False
    reach = max(0, hit.start - 6), min(len(text), hit.end + 6)
    allowed = reading.hits.within(rule.groups["not_marks"], *reach)
    return not any(a.start <= hit.start and hit.end <= a.end for a in allowed)


def _latin(pair: str) -> bool:
    """Whether two neighbouring characters are letters of one word that is longer than the mark."""
    return len(pair) == 2 and pair.isascii() and pair.isalpha() and len(set(pair)) > 1


def _heads(reading: Reading, hit: Hit) -> bool:
    """Whether the mark stands in the title or a short line, outside the titles of other documents."""
    blocks = reading.view.blocks
    at = next((i for i, block in enumerate(blocks) if block.start <= hit.start < block.end), None)
    if at is None or titled(reading.view.text, hit.start) or at in reading.furniture:
        return False
    return at in reading.facts.title_blocks or blocks[at].end - blocks[at].start <= _SHORT
