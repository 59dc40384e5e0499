"""The folder `tests` beside a ruleset: whole sample reports, and short cases that users need not see."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import Any, Final, get_args

from checker.authoring.examples import NAME, of_finding
from checker.authoring.promises import Answer, Case, Promise, as_report
from checker.authoring.reasons import outside, possible
from checker.errors import RulesetError
from checker.messages import say
from checker.results import Status
from checker.ruleset.compile import Workpiece
from checker.ruleset.model import FindingRule, Item, Ruleset
from checker.ruleset.schema_parts import ExampleZone
from checker.ruleset.yaml_files import Place, Source, near_word, read

FOLDER: Final = "tests"
_FENCE: Final = re.compile(r"(?:---|\.\.\.)\s*$")
_STATUSES: Final = tuple(status for status in get_args(Status) if status != "unverifiable")
_EXPECT: Final = "expect"


def beside(ruleset: Ruleset, piece: Workpiece) -> tuple[Case, ...]:
    """The cases in the folder `tests` beside the main file of the ruleset, in the order of file names and lines.

    Those of a ruleset that is extended are its own business. Raises RulesetError with every fault in them.
    """
    folder = Path(piece.files[0]).parent / FOLDER
    reader = _Reader(ruleset)
    cases: list[Case] = []
    for path in sorted([*folder.glob("*.md"), *folder.glob("*.yaml")]):
        cases += reader.report(path) if path.suffix == ".md" else reader.cases(path)
    if reader.source.problems:
        problems = sorted(set(reader.source.problems))
        raise RulesetError("ruleset-tests-invalid", problems, path=str(folder), count=len(problems))
    return tuple(cases)


class _Reader:
    """Reads files of cases, and collects what is wrong with them."""

    def __init__(self, ruleset: Ruleset) -> None:
        self.source = Source()
        self._ruleset = ruleset
        self._items = {item.id: item for item in ruleset.items}
        self._findings = {rule.id: rule for rule in ruleset.findings}
        self._readers = {
            "items": self._of_items,
            "findings": self._of_findings,
            "headings": self._of_headings,
            "sentences": self._of_sentences,
            "furniture": self._of_furniture,
        }

    # Whole reports

    def report(self, path: Path) -> Iterator[Case]:
        """A report with what is expected of it under `expect` in its front matter: id → status, or {status, reason};
        the id of a finding → the cases that must be remarked."""
        data = path.read_bytes()
        front = self._mapping(read(self.source, {str(path): _front_matter(data)}).data, ())
        expected = front.get(_EXPECT)
        if expected is None:
            self._fault((), "sample-without-expect")
        promises: list[Promise] = []
        for id_, value in self._mapping(expected or {}, (_EXPECT,)).items():
            promises += self._expected(id_, value, (_EXPECT, id_))
        yield Case(tuple(promises), data, str(path))

    def _expected(self, id_: str, value: Any, place: Place) -> Iterator[Promise]:
        where = self.source.place(place)
        if id_ in self._findings:
            yield Promise("finding", id_, self._remarks(self._findings[id_], value, place), where)
        elif self._choice(id_, [*self._items, *self._findings], place):
            answer = self._verdict(self._items[id_], {"status": value} if isinstance(value, str) else value, place)
            yield Promise("item", id_, answer, where)

    # Short cases

    def cases(self, path: Path) -> Iterator[Case]:
        """The cases in a YAML file."""
        data = self._mapping(read(self.source, {str(path): path.read_bytes()}).data, ())
        self._only(data, tuple(self._readers), ())
        return chain.from_iterable([*self._readers[key](data[key], (key,))] for key in data if key in self._readers)

    def _of_items(self, listed: Any, place: Place) -> Iterator[Case]:
        for id_, at, entry in self._entries(listed, place, list(self._items)):
            self._only(entry, ("text", "status", "reason", "zone"), at)
            text, zone = self._text(entry, at), self._zone(entry, at)
            answer = self._verdict(self._items[id_], entry, at)
            answer = answer if len(answer) > 1 else (*answer, "")
            promise = Promise("item", id_, answer, self.source.place(at))
            yield Case((promise,), as_report(self._ruleset, text, zone).encode(), NAME, text)

    def _of_findings(self, listed: Any, place: Place) -> Iterator[Case]:
        for id_, at, entry in self._entries(listed, place, list(self._findings)):
            self._only(entry, ("text", "remarks", "zone", "year"), at)
            known: dict[str, Any] = {
                "text": self._text(entry, at),
                "zone": self._zone(entry, at),
                "year": self._year(entry, at),
            }
            known["remarks"] = self._remarks(self._findings[id_], entry.get("remarks", []), (*at, "remarks"))
            yield of_finding(self._ruleset, self._findings[id_], known, self.source.place(at))

    def _of_headings(self, listed: Any, place: Place) -> Iterator[Case]:
        duties = [item.id for item in self._ruleset.items if item.check == "duty"]
        for answer, at, text in self._by_zone(listed, place, [*self._ruleset.zones, *duties]):
            yield Case((Promise("heading", "", answer, self.source.place(at)),), text.encode(), NAME, text)

    def _of_sentences(self, listed: Any, place: Place) -> Iterator[Case]:
        for answer, at, text in self._by_zone(listed, place, list(self._ruleset.zones)):
            data = as_report(self._ruleset, text, "account").encode()
            yield Case((Promise("sentence", "", answer, self.source.place(at)),), data, NAME, text)

    def _of_furniture(self, listed: Any, place: Place) -> Iterator[Case]:
        for at, text in self._texts(listed, place):
            data = as_report(self._ruleset, text, "account").encode()
            yield Case((Promise("furniture", "", ("furniture",), self.source.place(at)),), data, NAME, text)

    def _entries(self, listed: Any, place: Place, ids: Sequence[str]) -> Iterator[tuple[str, Place, dict[str, Any]]]:
        """(id, place, entry) of the entries under each known id."""
        for id_, entries in self._mapping(listed, place).items():
            if self._choice(id_, ids, (*place, id_)):
                for number, entry in enumerate(self._list(entries, (*place, id_))):
                    at: Place = (*place, id_, number)
                    if isinstance(entry, dict):
                        yield id_, at, entry
                    else:
                        self._wrong(at, "ruleset-wants-mapping")

    def _by_zone(self, listed: Any, place: Place, words: Sequence[str]) -> Iterator[tuple[Answer, Place, str]]:
        """(zones, place, text) of the texts under each key, which names zones in their order, parted by blanks."""
        for key, texts in self._mapping(listed, place).items():
            answer = () if key == "none" else tuple(key.split())
            if all(self._choice(word, [*words, "none"], (*place, key)) for word in answer):
                yield from ((answer, at, text) for at, text in self._texts(texts, (*place, key)))

    def _texts(self, listed: Any, place: Place) -> Iterator[tuple[Place, str]]:
        for number, text in enumerate(self._list(listed, place)):
            at: Place = (*place, number)
            if isinstance(text, str) and text.strip():
                yield at, text
            else:
                self._wrong(at, "ruleset-wants-text")

    # Values

    def _verdict(self, item: Item, entry: Any, place: Place) -> Answer:
        """The status that is expected of an item, with the reason where one is given."""
        entry = self._mapping(entry, place)
        if place[0] == _EXPECT:
            self._only(entry, ("status", "reason"), place)
        status, reason = entry.get("status"), entry.get("reason")
        if status is None:
            self._fault(place, "ruleset-missing-key", name="status")
        elif self._choice(status, _STATUSES, (*place, "status")) and reason is not None:
            codes = [code for known, code in possible(self._ruleset, item) if known == status and code]
            codes += outside(item) if status == "not_applicable" else ()
            self._choice(reason, codes, (*place, "reason"))
        return (str(status),) if reason is None else (str(status), str(reason))

    def _remarks(self, rule: FindingRule, value: Any, place: Place) -> Answer:
        """The cases of a finding that are expected: a list, one by itself, or `none`."""
        listed = [] if value == "none" else [value] if isinstance(value, str) else self._list(value, place)
        for number, case in enumerate(listed):
            self._choice(case, [*rule.messages, "none"], (*place, number))
        return tuple(sorted(map(str, listed)))

    def _text(self, entry: dict[str, Any], place: Place) -> str:
        text = entry.get("text")
        if text is None:
            self._fault(place, "ruleset-missing-key", name="text")
        elif not isinstance(text, str) or not text.strip():
            self._wrong((*place, "text"), "ruleset-wants-text")
        return str(text)

    def _zone(self, entry: dict[str, Any], place: Place) -> str:
        zone = entry.get("zone", "account")
        return str(zone) if self._choice(zone, get_args(ExampleZone), (*place, "zone")) else "whole"

    def _year(self, entry: dict[str, Any], place: Place) -> int | None:
        year = entry.get("year")
        if year is not None and not isinstance(year, int):
            self._wrong((*place, "year"), "ruleset-wants-number")
        return year if isinstance(year, int) else None

    def _mapping(self, value: Any, place: Place) -> dict[str, Any]:
        if isinstance(value, dict):
            return value
        if not self.source.problems or value is not None:  # A file that could not be read has been told of already.
            self._wrong(place, "ruleset-wants-mapping")
        return {}

    def _list(self, value: Any, place: Place) -> list[Any]:
        if isinstance(value, list):
            return value
        self._wrong(place, "ruleset-wants-list")
        return []

    def _only(self, entry: dict[str, Any], keys: Sequence[str], place: Place) -> None:
        for key in entry:
            if key not in keys:
                self._fault((*place, key), "ruleset-unknown-key", near_word(key, keys), name=key)

    def _choice(self, given: Any, choices: Sequence[str], place: Place) -> bool:
        if given in choices:
            return True
        if not choices:
            self._fault(place, "ruleset-unknown-key", name=str(given))
            return False
        expected = ", ".join(choices)
        self._fault(place, "ruleset-bad-choice", near_word(str(given), choices), given=str(given), expected=expected)
        return False

    def _wrong(self, place: Place, wanted: str) -> None:
        """Tells what should stand at `place` by the key of a sentence."""
        keys = [part for part in place if isinstance(part, str)]
        name = keys[-1] if keys else self.source.place(place)[0]
        self._fault(place, "ruleset-bad-value", name=name, detail=say(wanted))

    def _fault(self, place: Place, key: str, hint: str = "", **values: Any) -> None:
        self.source.problem(self.source.place(place), key, hint, **values)


def _front_matter(data: bytes) -> bytes:
    """The front matter of a Markdown file as YAML, each line where it stands in the file; empty where it has none."""
    lines = data.decode("utf-8-sig", "replace").splitlines()
    if not lines or lines[0].strip() != "---":
        return b"{}"
    end = next((number for number, line in enumerate(lines) if number and _FENCE.match(line)), len(lines))
    return "\n".join(["", *lines[1:end]]).encode()
