"""Entries of a checked ruleset as plain data that can be marshalled: texts, bases, conditions."""

from __future__ import annotations

from typing import Any

from checker.messages import catalogue
from checker.ruleset import audience_schema, schema, schema_parts
from checker.ruleset.conditions import codes
from checker.ruleset.model import Condition


def pair(text: schema_parts.Bilingual) -> list[str]:
    """The sentence in Chinese and in English."""
    return [text.zh, text.en]


def bases(item: Any) -> list[list[Any]]:
    """Text, first and last day of each basis that is certain, the newest first."""
    written = [*([item.basis] if item.basis else []), *item.former_basis]
    return [[_basis(basis), basis.since, basis.until] for basis in written if basis.certainty == "certain"]


def _basis(basis: schema.Basis) -> list[str]:
    number = f"\uff08{basis.number}\uff09" if basis.number else ""
    zh = f"\u300a{basis.document}\u300b{number}{basis.clause or ''}"
    return [zh, basis.en + (f" ({basis.number})" if basis.number else "")]


def condition(audience: audience_schema.Audience) -> list[Any]:
    """The fields of a `Condition`."""
    power = audience.enforcement_power if isinstance(audience, audience_schema.Applies) else None
    return [audience.organ_type, audience.sector, audience.year.first, audience.year.last, power]


def outside(audience: audience_schema.Audience) -> dict[str, list[str]]:
    """The sentence for each reason for which an item may not apply; a ruleset may give its own instead."""
    types, sectors, *rest = condition(audience)
    told = catalogue()
    return {code: [*told[f"reason-{code}"]] for code in codes(Condition(tuple(types), tuple(sectors), *rest))}
