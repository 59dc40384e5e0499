"""A ruleset on top of another: what it overrides, removes and adds, with every value still known by its place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from checker.ruleset.yaml_files import Layer, Place, Source, Where, near_word, read

_LISTED: Final = ("items", "findings")
_WORDS: Final = ("extends", "override", "remove")
_OWN: Final = ("schema", "id", "version")
"""What a ruleset says for itself, whatever it extends."""
_BARE: Final = ("chosen_for",)
"""What is not handed on to a ruleset that extends another."""
_CHANGE: Final = {"add", "remove"}


def resolved(levels: Sequence[Mapping[str, bytes]]) -> tuple[Any, Source]:
    """The data of the first of `levels` on top of the next, and so on. Every level is the files of one ruleset."""
    source = Source()
    layers = [read(source, files) for files in levels]
    result = _standing_alone(layers[-1], source)
    for layer in reversed(layers[:-1]):
        result = _Extension(result, layer, source).run()
    source.places = result.places
    return result.data, source


def _standing_alone(layer: Layer, source: Source) -> Layer:
    """A ruleset without the words that need another one below it."""
    if not isinstance(layer.data, dict):
        return layer
    for word in _WORDS:
        if word in layer.data:
            key = "ruleset-extends-form" if word == "extends" else "ruleset-no-base"
            source.problem(layer.places[word,], key, name=word)
    return layer._replace(data={key: value for key, value in layer.data.items() if key not in _WORDS})


class _Extension:
    """One ruleset laid over another."""

    def __init__(self, base: Layer, own: Layer, source: Source) -> None:
        self._base, self._own, self._source = base, own, source
        self._places: dict[Place, Where] = {(): own.places[()]}

    def run(self) -> Layer:
        """What comes of it."""
        if not isinstance(self._own.data, dict) or not isinstance(self._base.data, dict):
            return self._base  # Its faults are told, or are those of a file that holds no ruleset.
        self._demand_own()
        removed = self._removed()
        changes = self._changes(removed)
        data: dict[str, Any] = {}
        base = {key: value for key, value in self._base.data.items() if key not in _BARE}
        for key in [*base, *(key for key in self._own.data if key not in base)]:
            if key in _LISTED:
                data[key] = self._list(key, removed, changes)
            elif key not in _WORDS:
                data[key] = self._key((key,), key, base, (key,), self._own.data, (key,))
        return Layer(data, self._places)

    def _demand_own(self) -> None:
        for key in _OWN:
            if key not in self._own.data:
                self._source.problem(self._own.places[()], "ruleset-missing-key", name=key)

    def _list(self, key: str, removed: set[str], changes: Mapping[str, Any]) -> Any:
        """Items or findings: those of the base, without the removed and with the overridden changed, then the own."""
        own = self._own.data.get(key)
        if own is not None and not isinstance(own, list):
            return self._graft(self._own, own, (key,), (key,))
        if not isinstance(self._base.data.get(key, []), list):
            return self._graft(self._base, self._base.data[key], (key,), (key,))
        changed = (key, "override", "remove")
        self._places[key,] = next(
            (self._own.places[word,] for word in changed if word in self._own.data), _near(self._base, (key,))
        )
        result: list[Any] = []
        for number, entry in enumerate(_entries(self._base, key)):
            name = str(entry.get("id")) if isinstance(entry, dict) else ""
            if name in removed:
                continue
            place = (key, len(result))
            if name in changes:
                entry = self._merged(place, entry, (key, number), changes[name], ("override", name))  # noqa: PLW2901
            else:
                self._graft(self._base, entry, (key, number), place)
            result.append(entry)
        for number, entry in enumerate(own or ()):
            result.append(self._graft(self._own, entry, (key, number), (key, len(result))))
        return result

    def _ids(self) -> list[str]:
        entries = [entry for key in _LISTED for entry in _entries(self._base, key)]
        return [str(entry["id"]) for entry in entries if isinstance(entry, dict) and "id" in entry]

    def _removed(self) -> set[str]:
        """The ids under `remove`; those that the base has not are faults."""
        names = self._own.data.get("remove") or []
        if not isinstance(names, list):
            self._fault(("remove",), "ruleset-not-a-list", name="remove")
            return set()
        for number, name in enumerate(names):
            self._demand_known(name, ("remove", number), self._ids())
        return {name for name in names if isinstance(name, str)}

    def _changes(self, removed: set[str]) -> dict[str, Any]:
        """What stands under `override`, by id; ids that the base has not, or that are removed, are faults."""
        changes = self._own.data.get("override") or {}
        if not isinstance(changes, dict):
            self._fault(("override",), "ruleset-not-a-mapping", name="override")
            return {}
        known = [name for name in self._ids() if name not in removed]
        for name, change in changes.items():
            self._demand_known(name, ("override", name), known)
            if not isinstance(change, dict):
                self._fault(("override", name), "ruleset-not-a-mapping", name=name)
            elif "id" in change:
                self._fault(("override", name, "id"), "ruleset-override-id")
        return {name: change for name, change in changes.items() if isinstance(change, dict)}

    def _demand_known(self, name: Any, place: Place, known: Sequence[str]) -> None:
        if name not in known:
            self._fault(place, "ruleset-no-such-item", hint=near_word(str(name), known), name=str(name))

    def _fault(self, place: Place, key: str, hint: str = "", **values: str) -> None:
        self._source.problem(_near(self._own, place), key, hint, **values)

    def _merged(self, place: Place, old: Any, old_place: Place, new: Any, new_place: Place) -> Any:
        """`old` changed by `new`: mappings key by key, lists by `add` and `remove`; anything else is replaced."""
        if isinstance(old, dict) and isinstance(new, dict):
            self._places[place] = _near(self._base, old_place)
            return {
                key: self._key((*place, key), key, old, (*old_place, key), new, (*new_place, key))
                for key in [*old, *(key for key in new if key not in old)]
            }
        if isinstance(old, list) and isinstance(new, dict) and new.keys() & _CHANGE:
            for key in new.keys() - _CHANGE:
                self._fault((*new_place, key), "ruleset-unknown-key", near_word(key, sorted(_CHANGE)), name=key)
            return self._changed(place, old, old_place, new, new_place)
        return self._graft(self._own, new, new_place, place)

    def _key(self, place: Place, key: str, old: Any, old_place: Place, new: Any, new_place: Place) -> Any:
        """What stands under `key` when the mapping `new` is laid over the mapping `old`."""
        if key not in new:
            return self._graft(self._base, old[key], old_place, place)
        # A list that the base leaves out is an empty one to add to.
        below = old.get(key, [] if _is_change(new[key]) else None)
        return self._merged(place, below, old_place, new[key], new_place)

    def _changed(self, place: Place, old: list[Any], old_place: Place, new: Any, new_place: Place) -> list[Any]:
        """The list `old` without what `new` removes, and with what it adds."""
        self._places[place] = _near(self._own, new_place)
        added, removed = (self._listed(new.get(word, []), (*new_place, word)) for word in ("add", "remove"))
        for number, entry in enumerate(removed):
            if entry not in old:
                hint = near_word(str(entry), [str(known) for known in old])
                self._fault((*new_place, "remove", number), "ruleset-not-in-list", hint, phrase=str(entry))
        sources = [(self._base, entry, (*old_place, n)) for n, entry in enumerate(old) if entry not in removed]
        sources += [(self._own, entry, (*new_place, "add", n)) for n, entry in enumerate(added)]
        return [self._graft(*found, (*place, number)) for number, found in enumerate(sources)]

    def _listed(self, value: Any, place: Place) -> list[Any]:
        if isinstance(value, list):
            return value
        self._fault(place, "ruleset-not-a-list", name=str(place[-1]))
        return []

    def _graft(self, layer: Layer, value: Any, at: Place, place: Place) -> Any:
        """Brings the places of `value`, which stands at `at` in `layer`, to where it stands in the result."""
        if at in layer.places:
            self._places[place] = layer.places[at]
        inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
        for key, child in inner:
            self._graft(layer, child, (*at, key), (*place, key))
        return value


def _entries(layer: Layer, key: str) -> list[Any]:
    entries = layer.data.get(key)
    return entries if isinstance(entries, list) else []


def _is_change(value: Any) -> bool:
    """Whether this says how to change a list: `{add: [...], remove: [...]}`."""
    return isinstance(value, dict) and bool(value) and value.keys() <= _CHANGE


def _near(layer: Layer, place: Place) -> Where:
    """The place of a value in a layer, or of the nearest around it."""
    while place and place not in layer.places:
        place = place[:-1]
    return layer.places[place]
