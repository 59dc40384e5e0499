"""The shipped rulesets of one family as one, from which the fitting one is chosen for each report (`-r auto`)."""

from __future__ import annotations

from typing import Final

from checker.hashing import sha256
from checker.messages import say
from checker.results import RulesetInfo
from checker.ruleset import AUTO
from checker.ruleset.loading import load
from checker.ruleset.model import Ruleset
from checker.ruleset.shelf import shipped

_BASE: Final = "law-based-government"


def family() -> Ruleset:
    """The base of the family, with the rulesets that may be chosen in its place as `alternatives`: the most particular
    first, which is the one that stands on the most others.

    Its items are those of all of them, so that reports held to different ones make one table.
    """
    base = load(_BASE)
    members = [load(name) for name in shipped() if name.startswith(f"{_BASE}/")]
    chosen = sorted((m for m in members if m.chosen_for), key=lambda m: (-m.depth, m.info.id))
    digests = " ".join(ruleset.info.digest for ruleset in (base, *chosen))
    digest = "sha256:" + sha256(digests.encode()).hexdigest()
    items = {item.id: item for ruleset in (base, *chosen) for item in ruleset.items}
    return base._replace(
        info=RulesetInfo(AUTO, base.info.version, digest, say("ruleset-auto")),
        items=tuple(items.values()),
        alternatives=(*chosen, base),
    )
