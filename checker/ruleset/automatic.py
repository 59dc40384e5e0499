"""`-r auto`: the ruleset that is chosen for each report by its organ and year, as the default ruleset lists them."""

from __future__ import annotations

from functools import cache
from typing import Final

from checker.hashing import sha256
from checker.messages import say
from checker.results import RulesetInfo
from checker.ruleset import loading
from checker.ruleset.conditions import Profile, chosen_by, why
from checker.ruleset.model import Condition, Ruleset

AUTO: Final = "auto"
DEFAULT: Final = "law-based-government"

_load = cache(loading.load)


def default() -> Ruleset:
    """The ruleset that lists the choices, and is taken where none of them fits."""
    return _load(DEFAULT)


def automatic() -> Ruleset:
    """What stands for the choice itself. Its digest is that of every ruleset that may be chosen."""
    base = default()
    digests = [base.info.digest, *(loading.digest(choice.ruleset) for choice in base.choices)]
    digest = "sha256:" + sha256("\0".join(digests).encode()).hexdigest()
    return base._replace(info=RulesetInfo(AUTO, base.info.version, digest, say("ruleset-auto")), chooses=True)


def choose(ruleset: Ruleset, profile: Profile) -> Ruleset:
    """The first of the choices that is for reports with this profile, else the default; it says why it was chosen."""
    sectors = ruleset.organ.sectors
    fitting = (choice for choice in ruleset.choices if chosen_by(choice.condition, profile, sectors))
    choice = next(fitting, None)
    chosen = default() if choice is None else _load(choice.ruleset)
    condition = Condition() if choice is None else choice.condition
    return chosen._replace(info=chosen.info._replace(why=why(condition, profile.year, sectors)))


def members(ruleset: Ruleset) -> tuple[Ruleset, ...]:
    """The rulesets by which reports may come to be judged: `ruleset` itself, or those that it chooses from."""
    if not ruleset.chooses:
        return (ruleset,)
    return (default(), *(_load(choice.ruleset) for choice in ruleset.choices))
