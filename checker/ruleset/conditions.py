"""Whom a rule is for: whether a report's organ and year meet a condition, and both told in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from checker.messages import say
from checker.ruleset.model import Condition, OrganType, Sector
from checker.text import Text

ORGAN_TYPE = "other-organ-type"
SECTOR = "other-sector"
YEAR = "other-year"
POWERLESS = "no-enforcement-power"
EMPOWERED = "has-enforcement-power"


class Profile(NamedTuple):
    """What a report tells of its organ and of the year reported on; None where it does not tell."""

    organ: str | None = None
    organ_type: OrganType | None = None
    sectors: frozenset[str] | None = None
    year: int | None = None


class Unmet(NamedTuple):
    """A part of a condition that a report does not meet: its reason code, and what fills its sentence."""

    code: str
    values: tuple[tuple[str, str], ...] = ()


def codes(condition: Condition) -> tuple[str, ...]:
    """The reason codes with which a report may fall outside of the condition."""
    parts = (
        (ORGAN_TYPE, condition.organ_types),
        (SECTOR, condition.sectors),
        (YEAR, condition.first_year or condition.last_year),
        (POWERLESS, condition.enforcement_power is True),
        (EMPOWERED, condition.enforcement_power is False),
    )
    return tuple(code for code, asked in parts if asked)


def unmet(condition: Condition, profile: Profile, sectors: Mapping[str, Sector]) -> tuple[Unmet, ...]:
    """What of the condition the report does not meet, of organ and year; what is not known counts as met."""
    found: list[Unmet] = []
    kind, own, year = profile.organ_type, profile.sectors, profile.year
    if condition.organ_types and kind is not None and kind not in condition.organ_types:
        is_one = say(f"organ-type-{kind}")
        found.append(Unmet(ORGAN_TYPE, (*_pair("wanted", _types(condition)), *_pair("found", is_one))))
    if condition.sectors and own is not None and not own & {*condition.sectors}:
        found.append(Unmet(SECTOR, (*_pair("wanted", _sectors(condition, sectors)), ("organ", profile.organ or ""))))
    if year is not None and not (condition.first_year or year) <= year <= (condition.last_year or year):
        found.append(Unmet(YEAR, (*_pair("wanted", _years(condition)), ("year", str(year)))))
    return tuple(found)


def chosen_by(condition: Condition, profile: Profile, sectors: Mapping[str, Sector]) -> bool:
    """Whether the report meets the condition by what is known of it: nothing is chosen by what is not known."""
    unknown = (
        (condition.organ_types and profile.organ_type is None)
        or (condition.sectors and profile.sectors is None)
        or ((condition.first_year or condition.last_year) and profile.year is None)
    )
    return not unknown and not unmet(condition, profile, sectors)


def audience(condition: Condition, sectors: Mapping[str, Sector]) -> tuple[Text, ...]:
    """For whom the condition asks, a phrase for each part of it; empty where it is for all."""
    return tuple(_audience(condition, sectors))


def _audience(condition: Condition, sectors: Mapping[str, Sector]) -> Iterator[Text]:
    if condition.organ_types:
        yield _types(condition)
    if condition.sectors:
        yield _sectors(condition, sectors)
    if condition.enforcement_power is not None:
        yield say("with-enforcement-power" if condition.enforcement_power else "without-enforcement-power")
    if condition.first_year or condition.last_year:
        yield say("reports-on-years", years=_years(condition))


def why(condition: Condition, year: int | None, sectors: Mapping[str, Sector]) -> Text:
    """Why a ruleset was chosen by the condition for a report on `year` that meets it."""
    kinds = [_types(condition)] if condition.organ_types else []
    kinds += [_sectors(condition, sectors)] if condition.sectors else []
    dated = bool(condition.first_year or condition.last_year)
    if kinds:
        return say("chosen-by-both" if dated else "chosen-by-organ", organs=_listed(kinds), year=year)
    return say("chosen-by-year" if dated else "chosen-by-default", year=year)


def _types(condition: Condition) -> Text:
    return _listed([say(f"organ-types-{kind}") for kind in condition.organ_types])


def _sectors(condition: Condition, sectors: Mapping[str, Sector]) -> Text:
    return _listed([sectors[name].title for name in condition.sectors])


def _years(condition: Condition) -> Text:
    first, last = condition.first_year, condition.last_year
    if first and last:
        return say("years-one" if first == last else "years-between", first=first, last=last)
    return say("years-from", first=first) if first else say("years-to", last=last)


def _listed(names: list[Text]) -> Text:
    mark = say("list-names")
    return Text(mark.zh.join(name.zh for name in names), mark.en.join(name.en for name in names))


def _pair(name: str, text: Text) -> tuple[tuple[str, str], ...]:
    """`text` for the sentences of both languages."""
    return (name, text.en), (f"{name}_zh", text.zh)
