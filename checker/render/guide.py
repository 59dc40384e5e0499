"""Pages about rulesets and their items: what is asked for, on what basis, with examples, and how a report fared."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from checker.render.diff import MARKS, View, item_block
from checker.render.escape import one_line
from checker.render.lines import Line, Page, Piece
from checker.render.wording import Words, ruleset_name, words
from checker.results import ReportResult, RulesetInfo
from checker.ruleset.audience import audience, in_force
from checker.ruleset.model import Example, Item, Ruleset
from checker.text import Text

_SLOT: Final = re.compile(r"\{\w+\}")
_RULE: Final = re.compile(r"\|[\s|:-]+")
"""The line below the head of a Markdown table."""
_HEAD: Final = 8
_TAIL: Final = 3
"""Lines of a long example that are shown at its beginning and at its end."""


def ruleset_list(rulesets: Iterable[RulesetInfo], width: int, lang: str) -> list[Line]:
    """One line for each ruleset: id, version, title."""
    page = Page(width)
    page.table([(info.id, f"{info.version}  {info.title.pick(lang)}") for info in rulesets], indent=0)
    return page.lines


def ruleset_page(ruleset: Ruleset, width: int, lang: str) -> list[Line]:
    """What a ruleset asks for, item by item."""
    page, tell = Page(width), words(lang)
    page.put(Piece(ruleset_name(ruleset.info, lang, tell), "title"))
    page.put(Piece(ruleset.scoring.formula.pick(lang)), indent=2)
    for level in ("required", "recommended"):
        items = [item for item in ruleset.items if item.level == level]
        if items:
            page.blank()
            page.put(Piece(tell(f"part-{level}"), "strong"))
        for item in items:
            _summary(page, item, lang, tell)
    page.blank()
    page.put(Piece(tell("explain-hint"), "faint"))
    return page.lines


def _summary(page: Page, item: Item, lang: str, tell: Words) -> None:
    page.put(Piece(item.title.pick(lang), "strong"), Piece(tell("in-brackets", text=item.id), "faint"), hanging=2)
    page.field(tell("label-weight"), Piece(str(item.weight)))
    page.field(tell("label-asks"), Piece(item.asks.pick(lang)))
    if item.basis:
        page.field(tell("label-basis"), Piece(item.basis.pick(lang)))


def item_page(item: Item, ruleset: Ruleset, width: int, lang: str) -> list[Line]:
    """Everything about one item."""
    page, tell = Page(width), words(lang)
    page.put(Piece(item.title.pick(lang), "title"))
    page.field(tell("label-id"), Piece(item.id), indent=2)
    page.field(tell("label-ruleset"), Piece(ruleset_name(ruleset.info, lang, tell)), indent=2)
    page.field(tell("label-level"), Piece(tell(f"level-{item.level}")), indent=2)
    page.field(tell("label-weight"), Piece(str(item.weight)), indent=2)
    page.field(tell("label-asks"), Piece(item.asks.pick(lang)), indent=2)
    page.field(tell("label-content"), Piece(item.content.pick(lang)), indent=2)
    page.field(tell("label-advice"), Piece(item.suggestion.pick(lang)), indent=2)
    if item.applies:
        page.field(tell("label-applies"), Piece(audience(item.applies, ruleset.sectors).pick(lang)), indent=2)
    for basis in item.bases:
        label = tell("label-basis" if basis is item.bases[0] else "label-earlier-basis")
        page.field(label, Piece(basis.text.pick(lang)), Piece(in_force(basis).pick(lang), "faint"), indent=2)
    page.blank()
    page.put(Piece(tell("part-reasons"), "strong"))
    given = {example.reason for example in item.examples}
    for code, sentence in ((code, text) for code, text in item.reasons.items() if code in given):
        page.put(Piece(f"{code}  ", "weak"), Piece(_in_general(sentence, lang)), indent=2, hanging=2)
    good = [example for example in item.examples if example.status == "present"]
    bad = [example for example in item.examples if example.status != "present"]
    _examples(page, "part-good", good, item, lang)
    _examples(page, "part-bad", bad, item, lang)
    return page.lines


def _examples(page: Page, part: str, examples: list[Example], item: Item, lang: str) -> None:
    tell = words(lang)
    if examples:
        page.blank()
        page.put(Piece(tell(part), "strong"))
    for example in examples:
        status = Piece(tell(f"status-{example.status}") + "  ", MARKS[example.status][1])
        first, *others = _shortened(example.text, tell)
        where = tell(f"example-{example.zone}") if example.zone in ("plan", "shortcomings") else ""
        page.put(status, Piece(where, "faint"), Piece(first), indent=2, hanging=6)
        for line in others:
            page.put(Piece(line), indent=8)
        reason = item.reasons.get(example.reason or "")
        if reason:
            page.put(Piece(_in_general(reason, lang), "faint"), indent=8)


def _in_general(sentence: Text, lang: str) -> str:
    """The sentence without what a report fills in."""
    return _SLOT.sub("\u2026", sentence.pick(lang))


def _shortened(text: str, tell: Words) -> list[str]:
    """The lines of an example, the middle of a long one left out."""
    lines = [one_line(line) for line in text.split("\n") if line.strip() and not _RULE.fullmatch(line.strip())]
    left_out = len(lines) - _HEAD - _TAIL
    if left_out <= 1:
        return lines
    return [*lines[:_HEAD], tell("example-cut", count=left_out), *lines[-_TAIL:]]


def verdict_page(report: ReportResult, item_id: str, width: int, lang: str) -> list[Line]:
    """How a report fared with one item: what matched, what nearly did, and why that fell short."""
    page, tell = Page(width), words(lang)
    view = View(page, tell, lang, report.media_type, full=True)
    page.put(Piece(tell("part-verdict", path=one_line(report.path)), "title"))
    for item in report.items:
        if item.id == item_id:
            item_block(view, item)
            if not item.evidence:
                page.put(Piece(tell("nothing-matched"), "faint"), indent=4)
            if not item.near:
                page.put(Piece(tell("nothing-near"), "faint"), indent=4)
    return page.lines
