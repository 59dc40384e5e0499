"""YAML → checked and compiled ruleset: positions for every fault, lexicon lists spliced in, phrases normalised."""

from __future__ import annotations

import marshal
import re
from collections.abc import Mapping, Sequence
from typing import Any, Final, NamedTuple

from pydantic import ValidationError

from checker.errors import RulesetError
from checker.ruleset import phrasing, schema, schema_parts
from checker.ruleset.extending import resolved
from checker.ruleset.faults import report
from checker.ruleset.model import Pattern
from checker.ruleset.references import check_references
from checker.ruleset.salvage import salvaged
from checker.ruleset.tables import packed, tabulate
from checker.ruleset.yaml_files import Place, Source, near_word
from checker.text import squeeze

_MOST_LISTS: Final = 8
"""Lists that may include one another in a row."""
_SLOT: Final = re.compile(r"\{([a-z_]+)\}")


class Written(NamedTuple):
    """A phrase, and the list it is looked for in."""

    home: Place
    """Where the list stands: `("items", 3, "options", "names")`."""
    phrase: str
    place: Place
    """Where the phrase is written: in the list, or in the lexicon."""
    pattern: Pattern
    local: bool
    asked: str
    """What alone matters of the list (`WHETHER`, `BEGINS`); empty where each place it is found at matters."""
    group: int
    """The number under which the list is compiled; equal lists have the same."""


class Workpiece(NamedTuple):
    """A compiled ruleset with what it was made from, for the tools of its authors."""

    compiled: dict[str, Any]
    data: Any
    source: Source
    written: tuple[Written, ...]
    files: tuple[str, ...]
    """Paths of the ruleset's own files, its main file first, without those of the rulesets that it extends."""


def compile_ruleset(levels: Sequence[Mapping[str, bytes]], main: str, digest: str) -> dict[str, Any]:
    """The compiled form of the ruleset, plain data that can be marshalled. Raises RulesetError with every problem.

    `levels` are the files of the ruleset, its own file first, then those of the ruleset that it extends, and so on.
    """
    return work(levels, main, digest).compiled


def work(levels: Sequence[Mapping[str, bytes]], main: str, digest: str) -> Workpiece:
    """The ruleset compiled, and where everything in it is written. Raises RulesetError likewise."""
    data, source = resolved(levels)
    try:
        checked = schema.RulesetFile.model_validate(data)
    except ValidationError as error:
        for fault in error.errors(include_url=False):
            report(source, fault)
        # Its author is to see every fault at once, those that only a whole ruleset shows too.
        checked = salvaged(data)
    check_references(source, checked)
    compiler = _Compiler(checked, source)
    compiled, written = compiler.run(digest), tuple(compiler.written)
    if source.problems:
        ordered = sorted(set(source.problems))
        raise RulesetError("ruleset-invalid", ordered, path=main, count=len(ordered))
    return Workpiece(compiled, data, source, written, tuple(levels[0]))


class _Compiler:
    """Turns a checked ruleset into plain data with numbered phrase groups."""

    def __init__(self, ruleset: schema.RulesetFile, source: Source) -> None:
        self.written: list[Written] = []
        self._ruleset = ruleset
        self._source = source
        self._groups: list[list[list[Any]]] = []
        self._local: list[int] = []
        self._numbers: dict[tuple[str, ...], int] = {}

    def run(self, digest: str) -> dict[str, Any]:
        ruleset = self._ruleset
        return {
            "id": ruleset.id,
            "version": ruleset.version,
            "digest": digest,
            "title": _pair(ruleset.title),
            "scoring": {
                "present": ruleset.scoring.present,
                "weak": ruleset.scoring.weak,
                "missing": ruleset.scoring.missing,
                "formula": _pair(ruleset.scoring.formula),
            },
            "zones": {
                name: self._phrases(getattr(ruleset.zones, name), ("zones", name)) for name in schema.Zones.model_fields
            },
            "page": self._phrases(ruleset.page, ("page",)),
            "sectors": {
                name: [_pair(sector.title), [squeeze(word) for word in sector.words]]
                for name, sector in ruleset.sectors.items()
            },
            "chosen_for": _applies(ruleset.chosen_for),
            "items": [self._item(item, ("items", i)) for i, item in enumerate(ruleset.items)],
            "findings": [self._finding(finding, ("findings", i)) for i, finding in enumerate(ruleset.findings)],
            "copies": self._copies(ruleset.copies),
            "regions": ruleset.regions.model_dump(),
            "groups": [marshal.dumps(group) for group in self._groups],
            "empty": [n for n, group in enumerate(self._groups) if not group],
            "table": packed(tabulate((n, self._patterns(n)) for n in range(len(self._groups)) if n not in self._local)),
            "local_tables": {str(n): packed(tabulate([(n, self._patterns(n))])) for n in self._local},
        }

    def _patterns(self, group: int) -> list[Pattern]:
        return [_frozen(pattern) for pattern in self._groups[group]]

    def _phrases(self, model: schema_parts.Strict, loc: Place) -> dict[str, int]:
        numbers: dict[str, int] = {}
        for name, field in type(model).model_fields.items():
            value = getattr(model, name)
            if isinstance(value, list) and all(isinstance(entry, str) for entry in value):
                numbers[name] = self._group(value, (*loc, name), field.metadata)
        return numbers

    def _item(self, item: Any, loc: Place) -> dict[str, Any]:
        return self._options(item.options, (*loc, "options")) | {
            "id": item.id,
            "title": _pair(item.title),
            "level": item.level,
            "weight": item.weight,
            "check": item.check,
            "place": item.place,
            "asks": _pair(item.asks),
            "heading": _pair(item.heading),
            "content": _pair(item.content),
            "suggestion": _pair(item.suggestion),
            "bases": [shown for basis in (item.basis, *item.earlier_basis) if (shown := _basis(basis))],
            "applies": _applies(item.applies),
            "reasons": {code: _pair(text) for code, text in (self._ruleset.reasons | item.reasons).items()},
            "advice": {code: _pair(text) for code, text in (self._ruleset.advice | item.advice).items()},
            "examples": [[e.text, e.status, e.reason, e.zone] for e in item.examples],
        }

    def _finding(self, finding: Any, loc: Place) -> dict[str, Any]:
        return self._options(finding.options, (*loc, "options")) | {
            "id": finding.id,
            "check": finding.check,
            "severity": finding.severity,
            "title": _pair(finding.title),
            "messages": {code: _pair(text) for code, text in finding.messages.items()},
            "suggestion": _pair(finding.suggestion) if finding.suggestion else None,
            "applies": _applies(finding.applies),
        }

    def _copies(self, copies: schema.Copies) -> dict[str, int]:
        return copies.model_dump() | self._phrases(copies, ("copies",))

    def _options(self, options: schema_parts.Strict, loc: Place) -> dict[str, Any]:
        """Options by kind: phrase lists as group numbers, thresholds, names, and tables of plain rows."""
        values = {name: getattr(options, name) for name in type(options).model_fields}
        tables = {
            name: [self._row(row, (*loc, name, number)) for number, row in enumerate(value)]
            for name, value in values.items()
            if isinstance(value, list) and value and isinstance(value[0], schema_parts.Strict)
        }
        return {
            "groups": self._phrases(options, loc),
            "numbers": {n: int(v) for n, v in values.items() if isinstance(v, int)},
            "codes": {n: v for n, v in values.items() if isinstance(v, str)},
            "tables": tables,
        }

    def _row(self, row: schema_parts.Strict, loc: Place) -> dict[str, Any]:
        """A row of data, with group numbers for the phrases that are to be looked for."""
        grouped = {
            name: self._group(getattr(row, name), (*loc, name), field.metadata)
            for name, field in type(row).model_fields.items()
            if "group" in field.metadata
        }
        return row.model_dump() | grouped

    def _group(self, phrases: Sequence[str], loc: Place, marks: Sequence[Any]) -> int:
        local = "local" in marks
        asked = next((mark for mark in (schema_parts.WHETHER, schema_parts.BEGINS) if mark in marks), "")
        patterns: list[list[Any]] = []
        first = len(self.written)
        for phrase, place in self._spliced(phrases, loc, ()):
            whole = self._filled(phrase, place)
            pattern = phrasing.parse(whole)
            slip = phrasing.slip(whole) or ("" if pattern else phrasing.emptiness(whole))
            if pattern is None or slip:
                self._source.problem(self._source.place(place), slip, phrase=phrase)
            else:
                self.written.append(Written(loc, phrase, place, _frozen(pattern), local, asked, -1))
                if pattern not in patterns:
                    patterns.append(pattern)
        key = (str(local), *map(str, patterns))
        if key not in self._numbers:
            self._numbers[key] = len(self._groups)
            self._groups.append(patterns)
            if local:
                self._local.append(self._numbers[key])
        self.written[first:] = [word._replace(group=self._numbers[key]) for word in self.written[first:]]
        return self._numbers[key]

    def _filled(self, phrase: str, loc: Place) -> str:
        """`{name}` in a phrase written out as the alternatives of the lexicon list `name`."""

        def words(match: re.Match[str]) -> str:
            listed = self._ruleset.lexicon.get(match[1])
            if listed is None:
                hint = near_word(match[1], list(self._ruleset.lexicon))
                self._source.problem(self._source.place(loc), "ruleset-no-such-list", hint=hint, name=match[1])
                return ""
            return "(" + "|".join(listed) + ")"

        return _SLOT.sub(words, phrase)

    def _spliced(self, phrases: Sequence[str], loc: Place, inside: tuple[str, ...]) -> list[tuple[str, Place]]:
        """The phrases with those of the lists they include, each with the place where it is written.

        `inside` are the lists that lead here.
        """
        result: list[tuple[str, Place]] = []
        for number, phrase in enumerate(phrases):
            if not phrase.startswith("@"):
                result.append((phrase, (*loc, number)))
                continue
            name, where = phrase[1:], self._source.place((*loc, number))
            words = self._ruleset.lexicon.get(name)
            if words is None:
                hint = near_word(name, list(self._ruleset.lexicon))
                self._source.problem(where, "ruleset-no-such-list", hint=hint, name=name)
            elif name in inside or len(inside) > _MOST_LISTS:
                self._source.problem(where, "ruleset-list-circle", name=name)
            else:
                result += self._spliced(words, ("lexicon", name), (*inside, name))
        return result


def _frozen(pattern: list[Any]) -> Pattern:
    parts, gaps, at_start, at_end = pattern
    return Pattern(tuple(map(tuple, parts)), tuple(gaps), at_start, at_end)


def _pair(text: schema_parts.Bilingual) -> list[str]:
    return [text.zh, text.en]


def _applies(applies: schema_parts.Applies | None) -> list[Any] | None:
    if applies is None:
        return None
    years = applies.year or schema_parts.Years()
    return [applies.organ_type, applies.sector, years.from_, years.to, applies.enforcement_power]


def _basis(basis: schema.Basis | None) -> list[Any] | None:
    if basis is None or basis.certainty != "certain":
        return None
    number = f"\uff08{basis.number}\uff09" if basis.number else ""
    zh = f"\u300a{basis.document}\u300b{number}{basis.clause or ''}"
    en = basis.en + (f" ({basis.number})" if basis.number else "")
    return [[zh, en], basis.from_ or "", basis.until or ""]
