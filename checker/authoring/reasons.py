"""Which verdicts an item can give, by its check and its data: each deserves a sentence and an example."""

from __future__ import annotations

from typing import Final

from checker.results import Status
from checker.ruleset.model import Item, Ruleset

Verdict = tuple[Status, str | None]
"""A status and the code of its reason; None for an item in order."""

_HEADED: Final[tuple[Verdict, ...]] = (
    ("present", "other-wording"),
    ("weak", "merged"),
    ("weak", "out-of-order"),
)
_VERDICTS: Final[dict[str, tuple[Verdict, ...]]] = {
    "reported-measure": (("weak", "bare-mention"), ("missing", "absent")),
    "measures": (("weak", "generic"), ("missing", "absent")),
    "shortcomings": (("weak", "generic"), ("weak", "buried"), ("weak", "no-cause"), ("missing", "absent")),
    "duty": (("weak", "no-act"), ("weak", "heading-only"), ("weak", "planned-only"), ("missing", "absent")),
    "plan": (("weak", "generic"), ("missing", "absent")),
    "title-parts": (("weak", "incomplete-title"), ("missing", "absent")),
    "sign-off": (("weak", "incomplete-sign-off"), ("missing", "absent")),
    "ordered-section": (*_HEADED, ("weak", "heading-only"), ("missing", "absent")),
    "table": (
        *_HEADED,
        ("weak", "rows-missing"),
        ("weak", "columns-missing"),
        ("weak", "row-short"),
        ("weak", "cells-blank"),
        ("missing", "no-table"),
        ("missing", "absent"),
    ),
    "arithmetic": (("not_applicable", "no-table"),),
}
# What a check can answer only where a list has phrases.
_BY_LIST: Final[tuple[tuple[str, str, Verdict], ...]] = (
    ("reported-measure", "not_applicable", ("present", "not-applicable")),
    ("reported-measure", "collective", ("weak", "collective-only")),
    ("reported-measure", "substance", ("weak", "unnamed")),
    ("ordered-section", "former_headings", ("weak", "former-outline")),
    ("table", "former_headings", ("weak", "former-outline")),
    ("table", "former_words", ("weak", "former-table")),
)


def possible(ruleset: Ruleset, item: Item) -> tuple[Verdict, ...]:
    """The verdicts that `item` can give, the good one first."""
    found: list[Verdict] = [("present", None), *_VERDICTS[item.check]]
    found += [
        verdict
        for check, option, verdict in _BY_LIST
        if check == item.check and item.groups[option] not in ruleset.empty
    ]
    if item.check == "reported-measure":
        found += [("weak", item.codes[option]) for option in ("planned", "lacked", "heading_only")]
    if item.tables.get("topics"):
        found.append(("weak", "topics-missing"))
    for equation in item.tables.get("equations", ()):
        found.append(("weak", "row-sum" if equation["across"] else "column-sum"))
    return tuple(dict.fromkeys(found))


def outside(item: Item) -> tuple[str, ...]:
    """The reasons for which `item` may not apply to a report. Their sentences are not the ruleset's."""
    applies = item.applies
    if applies is None:
        return ()
    asked = (
        ("other-organ-type", applies.organ_types),
        ("other-sector", applies.sectors),
        ("other-year", applies.first_year or applies.last_year),
        ("no-enforcement-power", applies.power is True),
        ("enforcement-power", applies.power is False),
    )
    return tuple(code for code, wanted in asked if wanted)
