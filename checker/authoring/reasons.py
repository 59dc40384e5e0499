"""Which verdicts an item can give, by its check and its data: each deserves a sentence and an example."""

from __future__ import annotations

from typing import Final

from checker.results import Status
from checker.ruleset.model import Item, Ruleset

Verdict = tuple[Status, str | None]
"""A status and the code of its reason; None for an item in order."""

_VERDICTS: Final[dict[str, tuple[Verdict, ...]]] = {
    "reported-measure": (("weak", "bare-mention"), ("missing", "absent")),
    "measures": (("weak", "generic"), ("missing", "absent")),
    "shortcomings": (("weak", "generic"), ("weak", "buried"), ("weak", "no-cause"), ("missing", "absent")),
    "duty": (("weak", "no-act"), ("weak", "heading-only"), ("weak", "planned-only"), ("missing", "absent")),
    "plan": (("weak", "generic"), ("missing", "absent")),
    "title-parts": (("weak", "incomplete-title"), ("missing", "absent")),
    "sign-off": (("weak", "incomplete-sign-off"), ("missing", "absent")),
}
# What `reported-measure` can answer only where a list has phrases.
_BY_LIST: Final[tuple[tuple[str, Verdict], ...]] = (
    ("not_applicable", ("present", "not-applicable")),
    ("collective", ("weak", "collective-only")),
    ("substance", ("weak", "unnamed")),
)


def possible(ruleset: Ruleset, item: Item) -> tuple[Verdict, ...]:
    """The verdicts that `item` can give, the good one first."""
    found: list[Verdict] = [("present", None), *_VERDICTS[item.check]]
    if item.check == "reported-measure":
        found += [verdict for option, verdict in _BY_LIST if item.groups[option] not in ruleset.empty]
        found += [("weak", item.codes[option]) for option in ("planned", "lacked", "heading_only")]
    return tuple(dict.fromkeys(found))
