"""Two reports of one organ side by side, as styled lines."""

from typing import Final

from checker.audit.comparison import Comparison, Kind
from checker.render.escape import one_line
from checker.render.lines import Line, Page, Piece, Style
from checker.render.wording import Words, short_place, words
from checker.results import Evidence, ReportResult

_STYLES: Final[dict[Kind, Style]] = {"better": "good", "worse": "bad", "same": "faint"}


def comparison(found: Comparison, width: int, lang: str) -> list[Line]:
    """What got worse first, then what improved, what stayed, what was copied and what returns."""
    page, tell = Page(width), words(lang)
    page.put(Piece(one_line(found.new.title or "") or tell("untitled"), "title"))
    for key, report in (("compare-old", found.old), ("compare-new", found.new)):
        year = str(report.year) if report.year is not None else tell("unknown")
        page.field(tell(key), Piece(tell("compare-report", path=one_line(report.path), year=year, score=report.score)))
    _changes(page, found, lang, tell)
    _passages(page, found, lang, tell)
    return page.lines


def _changes(page: Page, found: Comparison, lang: str, tell: Words) -> None:
    kinds: tuple[Kind, ...] = ("worse", "better", "same")
    for kind in kinds:
        changes = [change for change in found.changes if change.kind == kind]
        if not changes:
            continue
        page.blank()
        page.put(Piece(tell(f"compare-{kind}"), "strong"))
        for change in changes:
            status = tell(f"status-{change.new}")
            if change.old != change.new:
                status = tell("compare-change", old=tell(f"status-{change.old}"), new=status)
            page.put(Piece(change.title.pick(lang) + "  "), Piece(status, _STYLES[kind]), indent=2, hanging=2)


def _passages(page: Page, found: Comparison, lang: str, tell: Words) -> None:
    if found.copies:
        page.blank()
        page.put(Piece(tell("compare-copied"), "strong"))
    for copy in found.copies:
        page.put(Piece(copy.title.pick(lang), "weak"), indent=2)
        _quote(page, "compare-new", copy.new, found.new, tell)
        where = short_place(copy.old, found.old.media_type, tell)
        page.field(tell("compare-old"), Piece(one_line(where) or tell("place-beginning"), "faint"))
    if found.returns:
        page.blank()
        page.put(Piece(tell("compare-returns"), "strong"))
    for again in found.returns:
        _quote(page, "compare-old", again.old, found.old, tell)
        _quote(page, "compare-new", again.new, found.new, tell)


def _quote(page: Page, label: str, quote: Evidence, report: ReportResult, tell: Words) -> None:
    where = one_line(short_place(quote, report.media_type, tell))
    place = tell("in-brackets", text=where) if where else ""
    page.field(tell(label), Piece(tell("quoted", quote=one_line(quote.text))), Piece(place, "faint"))
