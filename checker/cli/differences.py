"""Differences between rulesets in words, and as an object for programs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, NamedTuple

from checker.authoring.differences import Difference, Entry, Value
from checker.authoring.impact import Affected, Impact
from checker.messages import catalogue, say
from checker.render import cells
from checker.render.escape import one_line
from checker.render.lines import Line, Page, Piece, Style
from checker.results import ReportResult, RulesetInfo
from checker.ruleset.describing import described
from checker.text import Text

_MARKS: Final[dict[str, tuple[str, Style]]] = {
    "added": ("+", "add"),
    "removed": ("-", "bad"),
    "changed": ("", "strong"),
}
_SHOWN: Final = 6
"""Entries of a list that are told one by one."""
_WIDEST: Final = 60
"""Cells of such an entry."""
_LONG: Final = ("examples",)
"""Lists whose entries are too long to be told one by one."""
_SCHEMA_VERSION: Final = "1.0"


class Compared(NamedTuple):
    """Two rulesets, what differs between them, and what it changes for reports if that was asked for."""

    old: RulesetInfo
    new: RulesetInfo
    entries: tuple[Entry, ...]
    impact: Impact | None


def difference_lines(compared: Compared, width: int, lang: str) -> list[Line]:
    """The differences part by part, in words."""
    page = Page(width)
    names = (f"{info.id} {info.version}" for info in (compared.old, compared.new))
    page.put(Piece(" \u2192 ".join(names), "title"))
    if not compared.entries:
        page.put(Piece(say("diff-none").pick(lang)))
    for part in ("items", "findings", "other"):
        for kind in ("added", "removed", "changed"):
            found = [entry for entry in compared.entries if (entry.part, entry.kind) == (part, kind)]
            if found:
                page.blank()
                page.put(Piece(say(f"diff-{part}-{kind}").pick(lang), "strong"))
            for entry in found:
                _entry(page, entry, lang)
    if compared.impact:
        _impact(page, compared.impact, lang)
    return page.lines


def _entry(page: Page, entry: Entry, lang: str) -> None:
    if entry.id:
        mark, style = _MARKS[entry.kind]
        key = f"diff-{entry.part}-line" if entry.kind != "changed" else "diff-name"
        level = say(f"level-{entry.level}" if entry.part == "items" else f"severity-{entry.level}")
        told = say(key, title=entry.title, id=entry.id, level=level, weight=entry.weight).pick(lang)
        page.put(Piece(f"{mark} {told}" if mark else told, style if mark else ""), indent=2, hanging=2)
    for difference in entry.differences:
        page.put(Piece(_told(entry, difference, lang)), indent=4 if entry.id else 2, hanging=2)


def _told(entry: Entry, difference: Difference, lang: str) -> str:
    label = _label(entry, difference.path).pick(lang)
    if difference.before is None and difference.after is None:
        return say("diff-labelled", label=label, change=_list_change(difference, lang)).pick(lang)
    shown = [_shown(difference.path[-1], value) for value in (difference.before, difference.after)]
    change = say("diff-value", before=shown[0], after=shown[1]).pick(lang)
    return say("diff-labelled", label=label, change=change).pick(lang)


def _list_change(difference: Difference, lang: str) -> str:
    counted = "-count" if difference.path[-1] in _LONG else ""
    parts = [(f"diff-list-new{counted}", difference.new), (f"diff-list-gone{counted}", difference.gone)]
    told = [say(key, entries=_some(entries, lang), count=len(entries)).pick(lang) for key, entries in parts if entries]
    if difference.reordered:
        told.append(say("diff-list-order").pick(lang))
    return say("list-clauses").pick(lang).join(told)


def _some(entries: Sequence[str], lang: str) -> str:
    shown = say("list-quoted").pick(lang).join(cells.clip(one_line(entry), _WIDEST) for entry in entries[:_SHOWN])
    left = len(entries) - _SHOWN
    return say("diff-entries-more" if left > 0 else "diff-entries", shown=shown, left=left).pick(lang)


def _label(entry: Entry, path: Sequence[str]) -> Text:
    """What a value is called: by its own name where it has one, else by its key and what the language says of it."""
    key = f"field-{path[0]}"
    if len(path) == 1 and key in catalogue():
        return say(key)
    names = path[1:] if path[0] == "options" else path
    told = described(entry.check, path)
    name = ".".join(names)
    return Text(f"{told}\uff08{name}\uff09" if told else name, name)


def _shown(key: str, value: Value) -> Text:
    if value is None:
        return say("diff-nothing")
    if isinstance(value, Text):
        return value
    known = f"{key}-{value}"
    return say(known) if known in catalogue() else Text(str(value), str(value))


def _impact(page: Page, found: Impact, lang: str) -> None:
    turned = [one for one in found.affected if one.turned]
    page.blank()
    page.put(Piece(say("impact-part").pick(lang), "strong"))
    others = len(found.affected) - len(turned)
    same = found.reports - len(found.affected) - len(found.unread)
    figures = {"reports": found.reports, "turned": len(turned), "others": others, "same": same}
    page.put(Piece(say("impact-summary", unread=len(found.unread), **figures).pick(lang)), indent=2)
    for item in found.new_items:
        counts = (say("impact-count", status=say(f"status-{status}"), count=count) for status, count in item.statuses)
        counted = say("list-names").pick(lang).join(text.pick(lang) for text in counts)
        page.put(Piece(say("impact-new", title=item.title, id=item.id, counts=counted).pick(lang)), indent=2, hanging=2)
    for one in found.affected:
        _affected(page, one, lang)
    for report in found.unread:
        told = say("diff-labelled", label=one_line(report.path), change=_failure(report).pick(lang))
        page.put(Piece(told.pick(lang), "faint"), indent=2, hanging=2)


def _failure(report: ReportResult) -> Text:
    return report.error.message if report.error else Text("", "")


def _affected(page: Page, one: Affected, lang: str) -> None:
    verdicts = [say(f"verdict-{report.verdict}") for report in (one.before, one.after)]
    key = "impact-turned" if one.turned else "impact-kept"
    told = say(key, path=one_line(one.after.path), before=verdicts[0], after=verdicts[1]).pick(lang)
    page.put(Piece(told, "weak" if one.turned else ""), indent=2, hanging=2)
    for shift in one.shifts:
        statuses = [say(f"status-{status}") for status in (shift.before, shift.after)]
        change = say("impact-shift", title=shift.title, id=shift.id, before=statuses[0], after=statuses[1]).pick(lang)
        page.put(Piece(change), indent=4, hanging=2)


def difference_object(compared: Compared, lang: str) -> dict[str, Any]:
    """The same for programs."""
    return {
        "schema_version": _SCHEMA_VERSION,
        "old": _ruleset(compared.old),
        "new": _ruleset(compared.new),
        "changes": [_entry_object(entry, lang) for entry in compared.entries],
        "impact": _impact_object(compared.impact, lang) if compared.impact else None,
    }


def _ruleset(info: RulesetInfo) -> dict[str, str]:
    return {"id": info.id, "version": info.version, "digest": info.digest}


def _entry_object(entry: Entry, lang: str) -> dict[str, Any]:
    return {
        "part": entry.part,
        "id": entry.id or None,
        "kind": entry.kind,
        "title": entry.title.pick(lang) or None,
        "differences": [
            {
                "path": list(one.path),
                "before": _plain(one.before, lang),
                "after": _plain(one.after, lang),
                "added": list(one.new),
                "removed": list(one.gone),
                "reordered": one.reordered,
            }
            for one in entry.differences
        ],
    }


def _plain(value: Value, lang: str) -> str | int | None:
    return value.pick(lang) if isinstance(value, Text) else value


def _impact_object(found: Impact, lang: str) -> dict[str, Any]:
    return {
        "reports": found.reports,
        "affected": [
            {
                "path": one.after.path,
                "verdict": {"before": one.before.verdict, "after": one.after.verdict},
                "score": {"before": one.before.score, "after": one.after.score},
                "items": [{"id": s.id, "before": s.before, "after": s.after} for s in one.shifts],
            }
            for one in found.affected
        ],
        "new_items": [{"id": item.id, "statuses": dict(item.statuses)} for item in found.new_items],
        "unread": [{"path": one.path, "error": _failure(one).pick(lang)} for one in found.unread],
    }
