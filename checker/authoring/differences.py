"""What changed between two rulesets: items and findings by their ids, lists by their phrases, all else by value."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, Literal, NamedTuple

from checker.text import Text

Part = Literal["items", "findings", "other"]
Kind = Literal["added", "removed", "changed"]
Value = str | int | bool | Text | None
Path = tuple[str, ...]

_LISTED: Final = ("items", "findings")
_WHOLE: Final = ("basis",)
"""The mapping that is one thing for a reader."""
_NAMES: Final = ("name", "text", "document", "title")
"""What an entry of a list goes by, the first that it has."""
_OWN: Final = ("schema", "id", "version")


class Difference(NamedTuple):
    """One value that is not the same in both rulesets."""

    path: Path
    """Keys that lead to it, below the item or finding if it is in one."""
    before: Value
    """None where it is a list, or where there was nothing."""
    after: Value
    gone: tuple[str, ...] = ()
    """Entries that only the earlier list has."""
    new: tuple[str, ...] = ()
    """Entries that only the later list has."""
    reordered: bool = False


class Entry(NamedTuple):
    """An item, a finding, or (`other`) what stands in a ruleset beside them."""

    part: Part
    id: str
    kind: Kind
    title: Text
    check: str
    level: str
    """Level of an item, severity of a finding, in the later ruleset if it is there."""
    weight: int
    differences: tuple[Difference, ...]


def differences(old: Mapping[str, Any], new: Mapping[str, Any]) -> tuple[Entry, ...]:
    """Everything that differs between the data of two rulesets: items and findings that were added, removed, changed,
    in the order of the later ruleset, and then all else as one entry. Id and version are not told."""
    entries = [entry for part in _LISTED for entry in _entries(part, old.get(part) or [], new.get(part) or [])]
    rest = [{key: value for key, value in data.items() if key not in (*_LISTED, *_OWN)} for data in (old, new)]
    found = tuple(_compare(rest[0], rest[1], ()))
    if found:
        entries.append(Entry("other", "", "changed", Text("", ""), "", "", 0, found))
    return tuple(entries)


def _entries(part: Any, old: Sequence[Mapping[str, Any]], new: Sequence[Mapping[str, Any]]) -> Iterator[Entry]:
    before, after = ({entry["id"]: entry for entry in entries} for entries in (old, new))
    for id_, entry in after.items():
        if id_ not in before:
            yield _entry(part, "added", entry, ())
        else:
            found = tuple(_compare(before[id_], entry, ()))
            if found:
                yield _entry(part, "changed", entry, found)
    for id_, entry in before.items():
        if id_ not in after:
            yield _entry(part, "removed", entry, ())


def _entry(part: Part, kind: Kind, data: Mapping[str, Any], found: tuple[Difference, ...]) -> Entry:
    title = Text(data["title"]["zh"], data["title"]["en"])
    level = data["level"] if part == "items" else data["severity"]
    return Entry(part, data["id"], kind, title, data["check"], level, data.get("weight", 0), found)


def _compare(old: Any, new: Any, path: Path) -> Iterator[Difference]:
    if old == new:
        return
    if _whole(old, path) or _whole(new, path):
        yield Difference(path, _value(old), _value(new))
    elif isinstance(old, dict) or isinstance(new, dict):
        before, after = (data if isinstance(data, dict) else {} for data in (old, new))
        for key in [*after, *(key for key in before if key not in after)]:
            yield from _compare(before.get(key), after.get(key), (*path, key))
    else:
        yield from _lists(old or [], new or [], path)


def _whole(data: Any, path: Path) -> bool:
    """Whether `data` is told of as it is: a word, a number, a sentence in both languages."""
    if isinstance(data, dict):
        return data.keys() == {"zh", "en"} or path[-1:] == _WHOLE
    return data is not None and not isinstance(data, list)


def _lists(old: Sequence[Any], new: Sequence[Any], path: Path) -> Iterator[Difference]:
    before, after = ({_name(entry): entry for entry in entries} for entries in (old, new))
    gone = tuple(name for name in before if name not in after)
    added = tuple(name for name in after if name not in before)
    stayed = [[name for name in names if name in before and name in after] for names in (before, after)]
    if gone or added or stayed[0] != stayed[1]:
        yield Difference(path, None, None, gone, added, stayed[0] != stayed[1])
    for name in stayed[1]:
        if isinstance(after[name], dict):
            yield from _compare(before[name], after[name], (*path, name))


def _name(entry: Any) -> str:
    """What an entry of a list is known by."""
    if isinstance(entry, dict):
        named = next((entry[key] for key in _NAMES if key in entry), None)
        text = _value(named) if named is not None else json.dumps(entry, ensure_ascii=False)
        return text.zh if isinstance(text, Text) else str(text)
    return str(entry)


def _value(data: Any) -> Value:
    if isinstance(data, dict):
        if data.keys() == {"zh", "en"}:
            return Text(data["zh"], data["en"])
        return _basis(data)
    return data if data is None or isinstance(data, (str, int)) else json.dumps(data, ensure_ascii=False)


def _basis(data: Mapping[str, Any]) -> Text:
    """A legal basis as one line."""
    dates = "/".join(str(data.get(key, "")) for key in ("from", "until")) if {"from", "until"} & data.keys() else ""
    more = [str(data[key]) for key in ("number", "clause") if data.get(key)] + [data["certainty"], dates]
    told = ", ".join(part for part in more if part)
    return Text(f"\u300a{data['document']}\u300b ({told})", f"{data['en']} ({told})")
