"""The summary of an audit as styled lines, and an organ's results over the years."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Final

from checker.audit.summary import Ranked, status_of
from checker.render import batch_copies, cells
from checker.render.batch import Batch
from checker.render.batch_words import (
    bin_name,
    choosing,
    chosen_id,
    chosen_rulesets,
    counts_sentence,
    group_name,
    item_sentence,
    mean_sentence,
    share,
    shortest,
)
from checker.render.escape import one_line
from checker.render.lines import Line, Page, Piece, Style
from checker.render.wording import Words, ruleset_name, words

if TYPE_CHECKING:
    from checker.audit.rows import Past

_LISTED: Final = 10
_WIDE: Final = 70
"""Cells from which the ranking has room for all its columns."""
_WIDER: Final = 100
"""Cells from which it has room for the ruleset, too."""
_SLOW: Final = 1.0
"""Seconds from which a file is worth naming."""
_VERDICT_STYLE: Final[dict[str, Style]] = {"pass": "good", "fail": "bad", "error": "weak"}
# In the order of what a report is worth; for comparing years.
_WORTH: Final = {"present": 2, "weak": 1, "missing": 0}


def overview(batch: Batch, width: int, lang: str, detail: str) -> list[Line]:
    """The summary; `detail` "quiet" leaves only the counts, "full" cuts no list."""
    page, tell = Page(width), words(lang)
    if detail != "quiet":
        page.put(Piece(tell("audit-title"), "title"))
        page.field(tell("label-ruleset"), Piece(ruleset_name(batch.audit.ruleset, lang, tell)), indent=2)
        _scores(page, batch, tell)
        _items(page, batch, lang, tell)
        _groups(page, batch, lang, tell, full=detail == "full")
        _rulesets(page, batch, lang, tell)
        _ranking(page, batch, tell, full=detail == "full")
        if batch.copies:
            batch_copies.part(page, batch.copies, tell, full=detail == "full")
        _files(page, batch, lang, tell, full=detail == "full")
        page.blank()
    page.put(Piece(counts_sentence(batch.overview, tell), "strong"))
    page.put(Piece(mean_sentence(batch.overview, tell)))
    if batch.unfinished:
        page.put(Piece(tell("audit-unfinished", count=batch.unfinished), "weak"))
    return page.lines


def _part(page: Page, title: str) -> None:
    page.blank()
    page.put(Piece(title, "strong"))


def _bar(count: int, most: int, room: int) -> str:
    # Marks that a Chinese Windows console (GBK) has too.
    return "#" * (max(1, round(count * room / most)) if count else 0)


def _scores(page: Page, batch: Batch, tell: Words) -> None:
    bins = batch.overview.bins
    most = max(bins)
    if not most:
        return
    _part(page, tell("part-scores"))
    labels = [bin_name(number, tell) for number in range(len(bins))]
    column = max(map(cells.width, labels)) + 2
    room = max(10, page.width // 2 - column)
    lowest = next(number for number, count in enumerate(bins) if count)
    for number in reversed(range(lowest, len(bins))):
        bar = Piece(_bar(bins[number], most, room) + " ", "good" if number >= 6 else "bad")
        page.put(Piece(cells.pad(labels[number], column)), bar, Piece(str(bins[number])), indent=2)


def _items(page: Page, batch: Batch, lang: str, tell: Words) -> None:
    _part(page, tell("part-items"))
    counts = shortest(batch.overview)
    if not counts:
        page.put(Piece(tell("all-in-order")), indent=2)
    for count in counts:
        style: Style = "bad" if share(count) >= 50 else "weak"
        mark = tell("recommended-mark") if count.item.level == "recommended" else ""
        head = (Piece(count.item.title.pick(lang)), Piece(mark, "faint"))
        page.put(*head, Piece("  " + item_sentence(count, tell), style), indent=2, hanging=2)
    if batch.overview.suspicious:
        _part(page, tell("part-suspicious"))
    for title in batch.overview.suspicious:
        page.put(Piece("! ", "weak"), Piece(tell("suspicious", item=title.pick(lang))), indent=2, hanging=2)


def _groups(page: Page, batch: Batch, lang: str, tell: Words, *, full: bool) -> None:
    groups = batch.overview.groups
    if not groups:
        return
    _part(page, tell("part-groups"))
    rows = []
    for group in groups if full else groups[: batch.top]:
        verdicts = group.verdicts
        sentence = tell(
            "group-counts",
            reports=sum(verdicts.values()),
            mean="-" if group.mean is None else f"{group.mean:.1f}",
            passed=verdicts["pass"],
            failed=verdicts["fail"],
            errors=verdicts["error"],
        )
        rows.append((one_line(group_name(group, lang, tell)), sentence))
    if rows:
        page.table(rows, indent=2)
    if len(groups) > len(rows):
        page.put(Piece(tell("groups-more", count=len(groups) - len(rows)), "faint"), indent=2)


def _rulesets(page: Page, batch: Batch, lang: str, tell: Words) -> None:
    chosen = chosen_rulesets(batch, lang, tell)
    if chosen:
        _part(page, tell("part-rulesets"))
    for name, count in chosen:
        page.put(Piece(tell("ruleset-reports", name=name, count=count)), indent=2, hanging=2)


def _ranking(page: Page, batch: Batch, tell: Words, *, full: bool) -> None:
    ranking = [one for one in batch.overview.ranking if one.verdict != "error"]
    shown = ranking if full else ranking[: batch.top]
    if not shown:
        return
    _part(page, tell("part-ranking"))
    names = [
        tell(f"column-{name}")
        for name in ("score", "verdict", "missing", "weak", "confidence", "year", "organ", "path")
    ]
    rows = [names, *(_ranking_row(one, tell) for one in shown)]
    if choosing(batch) and page.width >= _WIDER:
        ids = (chosen_id(batch.report(one.position)) for one in shown)
        told = [tell("column-ruleset"), *(name.rpartition("/")[-1] for name in ids)]
        rows = [[*row[:-2], rule, *row[-2:]] for row, rule in zip(rows, told, strict=True)]
    if page.width < _WIDE:
        rows = [[*row[:2], *row[-2:]] for row in rows]
    for line in _aligned(rows, page.width - 2):
        page.lines.append((Piece("  "), *line))
    if len(ranking) > len(shown):
        page.put(Piece(tell("ranking-more", count=len(ranking) - len(shown)), "faint"), indent=2)


def _ranking_row(one: Ranked, tell: Words) -> list[str]:
    year = "" if one.year is None else str(one.year)
    verdict = tell(f"verdict-{one.verdict}")
    return [
        str(one.score),
        verdict,
        str(one.missing),
        str(one.weak),
        f"{one.confidence:.2f}",
        year,
        one_line(one.organ or ""),
        one_line(one.path),
    ]


def _aligned(rows: Sequence[list[str]], room: int) -> Iterable[Line]:
    """Rows in columns; the last two share the room that the others leave."""
    fixed = [max(cells.width(row[at]) for row in rows) for at in range(len(rows[0]) - 2)]
    left = room - sum(fixed) - 2 * (len(fixed) + 1)
    organ = min(max(cells.width(row[-2]) for row in rows), left * 2 // 5)
    sizes = [*fixed, organ, left - organ]
    for number, row in enumerate(rows):
        texts = [cells.pad(cells.clip(text, size), size) for text, size in zip(row, sizes, strict=True)]
        # The end of a path names the file.
        texts[-1] = _end_of(row[-1], sizes[-1])
        style: Style = "faint" if not number else ""
        yield (Piece("  ".join(texts), style),)


def _end_of(path: str, room: int) -> str:
    if cells.width(path) <= room:
        return path
    at = next(at for at in range(len(path)) if cells.width(path[at:]) <= room - 2)
    return "…" + path[at:]


def _files(page: Page, batch: Batch, lang: str, tell: Words, *, full: bool) -> None:
    unread = batch.overview.unread
    if unread:
        _part(page, tell("part-unread"))
    for position in unread if full else unread[:_LISTED]:
        report = batch.report(position)
        message = report.error.message.pick(lang) if report.error else ""
        page.put(
            Piece("× ", "bad"), Piece(tell("label-pair", name=one_line(report.path), text=message)), indent=2, hanging=2
        )
    _more(page, len(unread), tell, full=full)
    slow = [(path, seconds) for path, seconds in batch.overview.slowest if seconds >= _SLOW]
    if slow:
        _part(page, tell("part-slowest"))
        page.table([(tell("seconds", count=f"{seconds:.1f}"), one_line(path)) for path, seconds in slow], indent=2)
    if batch.duplicates:
        _part(page, tell("part-duplicates"))
    for path, first in batch.duplicates if full else batch.duplicates[:_LISTED]:
        page.put(
            Piece(one_line(path)),
            Piece(tell("in-brackets", text=tell("same-as", path=one_line(first))), "faint"),
            indent=2,
            hanging=2,
        )
    _more(page, len(batch.duplicates), tell, full=full)


def _more(page: Page, count: int, tell: Words, *, full: bool) -> None:
    if count > _LISTED and not full:
        page.put(Piece(tell("more", count=count - _LISTED), "faint"), indent=2)


def history(pasts: Iterable[Past], width: int, lang: str) -> list[Line]:
    """The results of organs over the years, and what changed from one to the next."""
    page, tell = Page(width), words(lang)
    for organ, found in groupby(pasts, key=lambda past: past.row.organ):
        page.blank()
        page.put(Piece(tell("history-title", organ=one_line(organ or "")), "title"))
        before: dict[str, str] | None = None
        for past in found:
            now = _statuses(past)
            _history_line(page, past, tell)
            if before is not None:
                _changes(page, past, before, now, lang, tell)
            before = now
    return page.lines


def _statuses(past: Past) -> dict[str, str]:
    letters = zip(past.audit.items, past.row.statuses, strict=False)
    return {item.id: status_of(letter) for item, letter in letters}


def _history_line(page: Page, past: Past, tell: Words) -> None:
    row = past.row
    year = tell("unknown") if row.year is None else row.year
    sentence = tell("history-line", year=year, score=row.score, counts=_required(past, tell))
    page.put(Piece(sentence, "strong"), Piece("  " + one_line(row.path), "faint"), indent=2, hanging=2)


def _required(past: Past, tell: Words) -> str:
    found = [_statuses(past).get(item.id) for item in past.audit.items if item.level == "required"]
    statuses = [status for status in ("present", "weak", "missing", "unverifiable") if status in found]
    return tell("list-comma").join(
        tell("count-status", status=tell(f"status-{status}"), count=found.count(status)) for status in statuses
    )


def _changes(page: Page, past: Past, before: dict[str, str], now: dict[str, str], lang: str, tell: Words) -> None:
    better: list[str] = []
    worse: list[str] = []
    for item in past.audit.items:
        old, new = _WORTH.get(before.get(item.id, "")), _WORTH.get(now.get(item.id, ""))
        if old is not None and new is not None and old != new:
            (better if new > old else worse).append(item.title.pick(lang))
    for key, style, titles in (("history-better", "good", better), ("history-worse", "bad", worse)):
        if titles:
            text = tell(key, items=tell("list-names").join(titles))
            page.put(Piece(text, style), indent=4, hanging=2)  # type: ignore[arg-type]
