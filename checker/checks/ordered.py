"""Where the sections of a fixed outline stand: each found by its heading, in its order or not, by itself or merged."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from checker.checks.outcome import Proof, Said
from checker.ruleset.model import Item, Ruleset
from checker.structure import Reading
from checker.text import Text, squeeze

ORDERED: Final = frozenset({"ordered-section", "table"})
"""The checks whose items make up an outline, in the order in which the ruleset lists them."""


class Place(NamedTuple):
    """Where the section of an item stands."""

    section: int | None
    """Index of the section; None where there is none."""
    before: tuple[int, ...]
    """Indices of the sections of the items that come before, as far as they are there."""
    shared: Text | None = None
    """Title of another item whose heading stands in the same one."""
    moved: bool = False
    former: bool = False
    """The heading is one of an outline that is no longer in force."""


def place_of(item: Item, reading: Reading, ruleset: Ruleset) -> Place:
    """The place of the section of `item`."""
    # Items with the same headings are about the same section, which has the place of the first of them.
    parts = {other.groups["headings"]: other for other in reversed(ruleset.items) if other.check in ORDERED}
    items = [other for other in ruleset.items if parts.get(other.groups.get("headings", -1)) == other]
    own = parts[item.groups["headings"]]
    found = {other.id: _section(other, reading) for other in items}
    at, former = found[own.id]
    earlier = [found[other.id][0] for other in items[: items.index(own)]]
    before = tuple(dict.fromkeys(index for index in earlier if index is not None and index != at))
    if at is None:
        return Place(None, before)
    moved = own.id not in _in_order({name: index for name, (index, _) in found.items() if index is not None})
    return Place(at, before, _shared(own, items, reading, at), moved, former)


def _section(item: Item, reading: Reading) -> tuple[int | None, bool]:
    """Index of the top section with a heading of the item, and whether that heading is a former one."""
    tops = [index for index, section in enumerate(reading.sections) if section.parent is None]
    for option, former in (("headings", False), ("former_headings", True)):
        for index in tops:
            if _headed(item, option, reading, index):
                return index, former
    return None, False


def _headed(item: Item, option: str, reading: Reading, index: int) -> bool:
    title = reading.sections[index].title
    hits, groups = reading.hits, item.groups
    return hits.any(groups[option], *title) and not hits.any(groups["not_headings"], *title)


def _shared(item: Item, items: Sequence[Item], reading: Reading, at: int) -> Text | None:
    for other in items:
        if other != item and _headed(other, "headings", reading, at) and _headed(item, "headings", reading, at):
            return other.title
    return None


def _in_order(sections: Mapping[str, int]) -> frozenset[str]:
    """The ids of the most items whose sections stand in the order of the items; the earlier ones where that is open."""
    best: dict[str, tuple[str, ...]] = {}
    for name, index in sections.items():
        before = [chain for other, chain in best.items() if sections[other] <= index]
        best[name] = (*_longest(before), name)
    return frozenset(_longest(list(best.values())))


def _longest(chains: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    return max(chains, key=len) if chains else ()


def faults(place: Place, item: Item, reading: Reading) -> list[Said]:
    """What is wrong with the heading and the place of a section that is there, the gravest first."""
    found: list[Said] = []
    if place.former:
        found.append(Said("former-outline", (("found", heading(reading, place)),)))
    if place.shared:
        found.append(Said("merged", (("other_zh", place.shared.zh), ("other", place.shared.en))))
    if place.moved:
        found.append(Said("out-of-order"))
    return found


def remarks(place: Place, item: Item, reading: Reading) -> list[Said]:
    """What may be said of the heading where nothing is wrong: it is not worded as the form has it."""
    found = heading(reading, place)
    return [] if squeeze(found) == squeeze(item.heading.zh) else [Said("other-wording", (("found", found),))]


def heading(reading: Reading, place: Place) -> str:
    """The heading of the section as written, without its number."""
    title = reading.sections[place.section or 0].title
    start, end = reading.view.source(*title)
    return " ".join(reading.document.text[start:end].split())


def heading_proof(reading: Reading, place: Place) -> Proof:
    """The heading as a passage."""
    section = reading.sections[place.section or 0]
    return Proof(section.start, section.title.end, "account")
