"""What an author began and did not finish: files and lists nothing uses, sentences not translated, dates that clash."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from checker.ruleset.compile import Workpiece
from checker.ruleset.yaml_files import Place, Where

_CHINESE: Final = re.compile("[\u4e00-\u9fff]")
_LATIN: Final = re.compile("[A-Za-z]")
_INCLUDED: Final = re.compile(r"^@([a-z0-9_]+)$|\{([a-z0-9_]+)\}")


class LooseEnd(NamedTuple):
    """Something unfinished: where, the key of what is to be said of it, and what fills the sentence."""

    where: Where
    key: str
    values: tuple[tuple[str, str], ...] = ()


def loose_ends(piece: Workpiece) -> Iterator[LooseEnd]:
    """Those of a ruleset and of what it extends, in no order."""
    yield from _idle_files(piece)
    yield from _idle_lists(piece)
    yield from _untranslated(piece, piece.data, ())
    yield from _dates(piece)


def _idle_files(piece: Workpiece) -> Iterator[LooseEnd]:
    """Files in `items` and `findings` that the ruleset does not list: nothing in them counts."""
    used = {path for path, _, _ in piece.source.places.values()}
    main, *others = piece.files
    for path in others:
        if path not in used:
            yield LooseEnd((path, 1, 1), "lint-idle-file", (("main", main),))


def _idle_lists(piece: Workpiece) -> Iterator[LooseEnd]:
    """Lists of the lexicon, in its own files, that no other list includes: their phrases are looked for nowhere."""
    used = {name for phrase in _texts(piece.data) for name in _included(phrase)}
    for name in piece.data.get("lexicon", {}):
        where = piece.source.place(("lexicon", name))
        if name not in used and where[0] in piece.files:
            yield LooseEnd(where, "lint-idle-list", (("name", name),))


def _texts(data: Any) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    inner = data.values() if isinstance(data, dict) else data if isinstance(data, list) else ()
    for child in inner:
        yield from _texts(child)


def _included(phrase: str) -> Iterator[str]:
    yield from (match[1] or match[2] for match in _INCLUDED.finditer(phrase))


def _untranslated(piece: Workpiece, data: Any, place: Place) -> Iterator[LooseEnd]:
    """Sentences for people that are not in both languages."""
    if isinstance(data, dict) and data.keys() == {"zh", "en"}:
        for lang, key in (("zh", "lint-no-chinese"), ("en", "lint-no-english")):
            if not _in_language(data, lang):
                yield LooseEnd(piece.source.place((*place, lang)), key)
        return
    inner = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for part, child in inner:
        yield from _untranslated(piece, child, (*place, part))


def _in_language(data: dict[str, str], lang: str) -> bool:
    if lang == "zh":
        return bool(_CHINESE.search(data["zh"]))
    return bool(_LATIN.search(data["en"])) and data["en"] != data["zh"]


def _dates(piece: Workpiece) -> Iterator[LooseEnd]:
    """Legal bases that end before they begin: none is ever in force."""
    for number, item in enumerate(piece.data["items"]):
        bases: list[tuple[Place, Any]] = [(("basis",), item.get("basis") or {})]
        bases += [(("earlier_basis", at), basis) for at, basis in enumerate(item.get("earlier_basis", ()))]
        for way, basis in bases:
            if basis.get("from") and basis.get("until") and basis["until"] <= basis["from"]:
                yield LooseEnd(piece.source.place(("items", number, *way, "until")), "lint-never-in-force")
