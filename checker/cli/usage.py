"""What reports make of a ruleset in lines, and as an object for programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

from checker.authoring.usage import FindingUse, ItemUse, ListUse, Usage
from checker.messages import say
from checker.render.escape import one_line
from checker.render.lines import Line, Page, Piece
from checker.ruleset.model import Ruleset
from checker.text import Text

_SCHEMA_VERSION: Final = "1.0"


def usage_lines(found: Usage, ruleset: Ruleset, width: int, lang: str, *, listed: bool) -> list[Line]:
    """Items, reasons, findings and phrases; with `listed` each phrase, otherwise how many of each list."""
    page = Page(width)
    name = f"{ruleset.info.id} {ruleset.info.version}"
    page.put(Piece(say("usage-title", name=name, reports=found.reports).pick(lang), "title"))
    _part(page, "usage-items", (_item(use, found.reports) for use in found.items), lang)
    _part(page, "usage-reasons", (_reasons(use) for use in found.items), lang)
    _part(page, "usage-silent", (_silent(use) for use in found.findings), lang)
    _part(page, "usage-always", (_always(use, found.reports) for use in found.findings), lang)
    summary = say("usage-phrases", count=found.phrases, never=found.never)
    never = (_list(use, use.never, lang, listed=listed) for use in found.lists)
    _part(page, "usage-never", never, lang, summary)
    _part(page, "usage-everywhere", (_list(use, use.always, lang, listed=True) for use in found.lists), lang)
    return page.lines


def _part(page: Page, key: str, told: Iterator[Text | None], lang: str, summary: Text | None = None) -> None:
    lines = [text.pick(lang) for text in told if text]
    if lines or summary:
        page.blank()
        page.put(Piece((summary or say(key)).pick(lang), "strong"))
    for line in lines:
        page.put(Piece(line), indent=2, hanging=2)


def _item(use: ItemUse, reports: int) -> Text:
    counts = [say("impact-count", status=say(f"status-{status}"), count=count) for status, count in use.statuses]
    key = "usage-item-one" if len(use.statuses) == 1 and reports > 1 else "usage-item"
    return say(key, title=use.item.title, id=use.item.id, counts=_joined("list-names", counts))


def _joined(key: str, texts: Sequence[Text]) -> Text:
    return Text(*(say(key).pick(lang).join(text.pick(lang) for text in texts) for lang in ("zh", "en")))


def _reasons(use: ItemUse) -> Text | None:
    never = [Text(code, code) for code, count in use.reasons if not count]
    return say("diff-labelled", label=use.item.id, change=_joined("list-names", never)) if never else None


def _silent(use: FindingUse) -> Text | None:
    cases = [Text(case, case) for case, count in use.cases if not count]
    return say("diff-labelled", label=use.rule.id, change=_joined("list-names", cases)) if cases else None


def _always(use: FindingUse, reports: int) -> Text | None:
    return say("diff-name", title=use.rule.title, id=use.rule.id) if use.reports == reports > 1 else None


def _list(use: ListUse, phrases: Sequence[str], lang: str, *, listed: bool) -> Text | None:
    if not phrases:
        return None
    counted = say("usage-list", option=use.option, count=use.phrases, part=len(phrases))
    if not listed:
        return counted
    shown = say("list-quoted").pick(lang).join(map(one_line, phrases))
    return say("diff-labelled", label=counted, change=say("diff-entries", shown=shown))


def usage_object(found: Usage, ruleset: Ruleset, lang: str) -> dict[str, Any]:
    """The same for programs."""
    return {
        "schema_version": _SCHEMA_VERSION,
        "ruleset": {"id": ruleset.info.id, "version": ruleset.info.version, "digest": ruleset.info.digest},
        "reports": found.reports,
        "items": [
            {
                "id": use.item.id,
                "title": use.item.title.pick(lang),
                "statuses": dict(use.statuses),
                "reasons": dict(use.reasons),
            }
            for use in found.items
        ],
        "findings": [{"id": use.rule.id, "reports": use.reports, "cases": dict(use.cases)} for use in found.findings],
        "phrases": [
            {"list": use.option, "phrases": use.phrases, "never": list(use.never), "always": list(use.always)}
            for use in found.lists
        ],
    }
