"""What a new ruleset starts from: a commented file, and a sample report made of the examples of its base."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Final

from checker import engine, readers
from checker.authoring.beside import FOLDER
from checker.authoring.templates import filled
from checker.checks.ordered import ORDERED
from checker.messages import say
from checker.results import ItemResult
from checker.ruleset.editor_schema import editor_schema
from checker.ruleset.model import Example, Item, Ruleset
from checker.ruleset.shelf import MAIN

SCHEMA: Final = "ruleset.schema.json"
_REPORT: Final = f"{FOLDER}/report.md"
_NUMBERS: Final = "\u4e00\u4e8c\u4e09"
_COMMA: Final = "\u3001"
_YEARLY: Final = "\u5e74\u5ea6"
_PART: Final = "## "
_ZONES: Final = ("account", "shortcomings", "plan")
"""In the order that reports have."""


def start(id_: str, base_name: str, base: Ruleset, folder: str, lang: str) -> Mapping[str, str]:
    """The files of a new ruleset on top of `base`, by their paths in its folder: the ruleset, its schema for editors, a
    sample report.

    `base_name` is what the new ruleset calls its base, `folder` what its author calls the folder.
    """
    required = sorted((item for item in base.items if item.level == "required"), key=lambda item: item.weight)
    least = required[0] if required else base.items[0]
    removed = [item.id for item in base.items if item.level == "recommended"] or [base.items[-1].id]
    listed = (
        say("start-item", id=i.id, title=i.title, level=say(f"level-{i.level}"), weight=i.weight) for i in base.items
    )
    ruleset = filled(
        f"ruleset.{lang}.yaml",
        base=base_name,
        folder=folder,
        id=id_,
        version=base.info.version,
        title_zh=json.dumps(f"{base.info.title.zh}\uff08{id_}\uff09", ensure_ascii=False),
        title_en=json.dumps(f"{base.info.title.en} ({id_})", ensure_ascii=False),
        item=least.id,
        weight=str(least.weight),
        removed=removed[-1],
        items="\n".join(f"# - {line.pick(lang)}" for line in listed),
    )
    schema = json.dumps(editor_schema(), ensure_ascii=False, indent=1) + "\n"
    return {MAIN: ruleset, SCHEMA: schema, _REPORT: _report(base_name, base, lang)}


def _report(base_name: str, base: Ruleset, lang: str) -> str:
    year = int(base.info.version[:4]) - 1
    values = {
        "base": base_name,
        "year": str(year),
        "published": str(year + 1),
        "name": _document(base),
        "body": "".join(_body(base)),
    }
    draft = filled(f"report.{lang}.md", expect="", **values)
    result = engine.check(readers.read_bytes(draft.encode(), _REPORT), base)
    return filled(f"report.{lang}.md", expect="\n".join(map(_expected, result.items)), **values)


def _expected(item: ItemResult) -> str:
    reason = item.reasons[0].code if item.reasons and item.status != "present" else ""
    return f"  {item.id}: " + (f"{{status: {item.status}, reason: {reason}}}" if reason else item.status)


def _body(base: Ruleset) -> Iterator[str]:
    """Pieces of a report: the good example of each item, in the part it belongs to; where the outline is fixed, the
    parts of it that stand in good examples, the longest of each."""
    outline: dict[str, str] = {}
    for item in base.items:
        for example in item.examples if item.check in ORDERED else ():
            for part in _parts(example):
                heading = part.partition("\n")[0]
                outline[heading] = max(outline.get(heading, ""), part, key=len)
    if outline:
        yield from (f"\n{part}\n" for part in outline.values())
        return
    good = [found for item in base.items if (found := _good(item))]
    for number, zone in enumerate(_ZONES):
        texts = [example.text for example in good if (example.zone or "account") == zone]
        if texts:
            headings = [item.heading.zh for item in base.items if item.place == zone]
            heading = next(iter(headings), _first(base, base.zones[zone].headings))
            yield f"\n## {_NUMBERS[number]}{_COMMA}{heading}\n"
            yield from (f"\n{text.strip()}\n" for text in texts)


def _parts(example: Example) -> list[str]:
    """The sections of a good example under Markdown headings of the second level."""
    if example.status != "present" or example.reason:
        return []
    return [f"{_PART}{part.strip()}" for part in f"\n{example.text}".split(f"\n{_PART}")[1:]]


def _document(base: Ruleset) -> str:
    """What a report of the kind calls itself, as it stands behind the year in a title."""
    name = _first(base, base.page["document_names"])
    endings = [word for pattern in base.patterns(base.page["report_words"]) for word in pattern.parts[-1]]
    name = name if name.endswith(tuple(endings)) else f"{name}{_YEARLY}{endings[0]}"
    return name.removeprefix(_YEARLY)


def _good(item: Item) -> Example | None:
    found = (example for example in item.examples if example.status == "present" and not example.reason)
    return next(found, None)


def _first(ruleset: Ruleset, group: int) -> str:
    """The first phrase of a list, in its first variant."""
    patterns = ruleset.patterns(group)
    return "".join(words[0] for words in patterns[0].parts) if patterns else ""
