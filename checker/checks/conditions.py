"""Whether something of a ruleset applies to a report: the kind of organ, its field, the year, its power to enforce."""

from __future__ import annotations

from typing import Final, NamedTuple

from checker.checks.outcome import Proof, proof
from checker.messages import say
from checker.results import Reason
from checker.ruleset.audience import years
from checker.ruleset.model import Applies, Ruleset
from checker.ruleset.organs import sector
from checker.structure import Reading
from checker.text import Text


class Unmet(NamedTuple):
    """The first condition that a report does not meet, and the passage that says so where there is one."""

    reason: Reason
    proofs: tuple[Proof, ...] = ()


class Conditions:
    """What is known of the report that conditions may ask about. What is not known counts as met."""

    def __init__(self, reading: Reading, ruleset: Ruleset) -> None:
        self._reading, self._ruleset = reading, ruleset
        self._organ = reading.facts.organ
        self._type = reading.organ_type if reading.organ_known else None

    def chosen(self) -> tuple[Ruleset, Text]:
        """The first of the ruleset's alternatives that is for a report like this one, and why."""
        for one in self._ruleset.alternatives:
            if one.chosen_for and self._fits(one.chosen_for):
                return one, self._why(one.chosen_for)
        return self._ruleset.alternatives[-1], say("chosen-by-default")

    def _why(self, met: Applies) -> Text:
        """Which conditions led to the choice."""
        parts = [say(f"organ-type-{self._type}")] if met.organ_types else []
        parts += [self._ruleset.sectors[name].title for name in met.sectors if name == self._sector_of_organ()]
        parts += [years(met)] if met.first_year or met.last_year else []
        return say("chosen-for", what=Text("、".join(part.zh for part in parts), ", ".join(part.en for part in parts)))

    def _sector_of_organ(self) -> str | None:
        return sector(self._organ, self._ruleset.sectors) if self._organ else None

    def _fits(self, wanted: Applies) -> bool:
        """Whether the report is known to meet the conditions: what is not known does not choose a ruleset."""
        unknown = (
            (wanted.organ_types and self._type is None)
            or (wanted.sectors and self._organ is None)
            or ((wanted.first_year or wanted.last_year) and self._reading.facts.year is None)
        )
        return not unknown and self.unmet(wanted) is None

    def unmet(self, applies: Applies | None) -> Unmet | None:
        """The condition that keeps something from applying to the report; None where it applies."""
        if applies is None:
            return None
        return self._organ_type(applies) or self._sector(applies) or self._year(applies) or self._power(applies)

    def _organ_type(self, applies: Applies) -> Unmet | None:
        if not applies.organ_types or self._type is None or self._type in applies.organ_types:
            return None
        wanted = _listed([say(f"organ-type-{kind}") for kind in applies.organ_types])
        return _unmet("other-organ-type", wanted=wanted, found=say(f"organ-type-{self._type}"))

    def _sector(self, applies: Applies) -> Unmet | None:
        if not applies.sectors or self._organ is None:
            return None
        if self._sector_of_organ() in applies.sectors:
            return None
        return _unmet("other-sector", wanted=_listed([self._ruleset.sectors[name].title for name in applies.sectors]))

    def _year(self, applies: Applies) -> Unmet | None:
        year, first, last = self._reading.facts.year, applies.first_year, applies.last_year
        if year is None or (first or year) <= year <= (last or year):
            return None
        return _unmet("other-year", wanted=years(applies), year=Text(str(year), str(year)))

    def _power(self, applies: Applies) -> Unmet | None:
        if applies.power is None:
            return None
        denied = self._denial()
        if (denied is None) == applies.power:
            return None
        key = "no-enforcement-power" if denied else "enforcement-power"
        return Unmet(Reason(key, say(key)), (denied,) if denied else ())

    def _denial(self) -> Proof | None:
        """The passage in which the organ says that it has no power to enforce the law."""
        reading = self._reading
        told = (reading.statements[at] for at in reading.about(self._ruleset.page[_NO_POWER]))
        return next((proof(s) for s in told if s.zone != "shortcomings"), None)


_NO_POWER: Final = "no_power"


def _listed(texts: list[Text]) -> Text:
    return Text("、".join(text.zh for text in texts), " or ".join(text.en for text in texts))


def _unmet(code: str, **values: Text) -> Unmet:
    return Unmet(Reason(code, say(code, **values)))
