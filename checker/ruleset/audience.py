"""Whom a rule is for, and from when until when its basis is in force, in words."""

from __future__ import annotations

from collections.abc import Mapping

from checker.messages import say
from checker.ruleset.model import Applies, Basis, Sector
from checker.text import Text


def audience(applies: Applies, sectors: Mapping[str, Sector]) -> Text:
    """The reports that meet all the conditions."""
    parts = [_listed([say(f"organ-type-{kind}") for kind in applies.organ_types])] if applies.organ_types else []
    parts += [_listed([sectors[name].title for name in applies.sectors])] if applies.sectors else []
    if applies.power is not None:
        parts.append(say("with-power" if applies.power else "without-power"))
    if applies.first_year or applies.last_year:
        parts.append(years(applies))
    return Text("\uff0c".join(part.zh for part in parts), ", ".join(part.en for part in parts))


def years(applies: Applies) -> Text:
    """The years reported on."""
    first, last = applies.first_year, applies.last_year
    if first and last:
        return say("years-one" if first == last else "years-from-to", first=first, last=last)
    return say("years-from", first=first) if first else say("years-to", last=last)


def in_force(basis: Basis) -> Text:
    """The days of a basis in brackets; empty where none is given."""
    since, until = (_day(day) if day else None for day in (basis.since, basis.until))
    if since and until:
        return say("basis-from-until", since=since, until=until)
    if since:
        return say("basis-from", since=since)
    return say("basis-until", until=until) if until else Text("", "")


def _day(iso: str) -> Text:
    year, month, day = iso.split("-")
    return Text(f"{year}\u5e74{int(month)}\u6708{int(day)}\u65e5", iso)


def _listed(texts: list[Text]) -> Text:
    return Text("\u3001".join(text.zh for text in texts), " or ".join(text.en for text in texts))
