"""Where an organ belongs, by its name alone: its region and its field of government."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from checker.ruleset.model import Regions, Ruleset, Sector
from checker.text import squeeze

_LONGEST: Final = 14
"""Characters of the name of one place before its ending, at most: 积石山保安族东乡族撒拉族自治县 has eleven."""


class Organs(NamedTuple):
    """What names of organs are told apart by."""

    sectors: Mapping[str, Sector] = {}
    regions: Regions = Regions((), (), (), ())


def known_by(ruleset: Ruleset) -> Organs:
    """What `ruleset` tells of the names of organs."""
    return Organs(ruleset.sectors, ruleset.regions)


def region(organ: str, regions: Regions) -> str:
    """The place that the name of an organ begins with, down to the county; of a town that names no county, the town.

    Empty where it begins with none.
    """
    for superior in regions.superiors:
        organ = organ.removeprefix(superior)
    name = _place(organ, regions.endings, regions.not_places)
    return name or _place(organ, regions.towns, regions.not_places)


def _place(organ: str, endings: Iterable[str], not_places: Iterable[str]) -> str:
    done = 0
    while (end := _next_ending(organ, done, endings, not_places)) is not None:
        done = end
    return organ[:done]


def _next_ending(organ: str, start: int, endings: Iterable[str], not_places: Iterable[str]) -> int | None:
    """Where the place ends that begins at `start`; None where none does."""
    for at in range(start, min(len(organ), start + _LONGEST)):
        if any(word and organ.startswith(word, at) for word in not_places):
            return None
        ending = max((word for word in endings if organ.startswith(word, at)), key=len, default="")
        # A place has a name before its ending; only a second ending may follow at once: 郑州 and 市.
        if ending and (at > start or start > 0):
            return at + len(ending)
    return None


def sector(organ: str, sectors: Mapping[str, Sector]) -> str | None:
    """Key of the field of government of an organ: the one whose word stands first in its name, the longer of two.

    None where no word is in it.
    """
    name = squeeze(organ)
    found = [
        (name.find(word), -len(word), number, key)
        for number, (key, one) in enumerate(sectors.items())
        for word in one.words
        if word in name
    ]
    return min(found)[-1] if found else None
