"""Two years side by side as styled lines: one organ, or two batches organ by organ."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from checker.audit.comparison import Change, Comparison, Kind, Years
from checker.render import cells
from checker.render.escape import one_line
from checker.render.lines import Line, Page, Piece, Style
from checker.render.wording import Words, short_place, words
from checker.results import Evidence, ReportResult

STYLES: Final[dict[Kind, Style]] = {"better": "good", "worse": "bad", "same": "faint"}
KINDS: Final[tuple[Kind, ...]] = ("worse", "better", "same")
_LISTED: Final = 10
_ORGANS: Final = 30


def screen(found: Years, width: int, lang: str, *, single: bool, full: bool) -> list[Line]:
    """The comparison; `single`: two reports were named, not two batches. `full` cuts no list."""
    page, tell = Page(width), words(lang)
    if single:
        for pair in found.pairs:
            _one(page, pair, lang, tell, full=full)
        return page.lines
    page.put(Piece(tell("compare-title"), "title"))
    for sentence in summary(found, tell):
        page.put(Piece(sentence), indent=2)
    _trends(page, found, lang, tell)
    _organs(page, found, tell, full=full)
    for key, reports in (("compare-gone", found.gone), ("compare-added", found.added)):
        _reports(page, tell(key), reports, tell, full=full)
    if full:
        for pair in found.pairs:
            page.blank()
            _one(page, pair, lang, tell, full=True)
    return page.lines


def summary(found: Years, tell: Words) -> Iterable[str]:
    """How many organs fared how."""
    changes = [pair.new.score - pair.old.score for pair in found.pairs]
    yield tell(
        "compare-counts",
        organs=len(changes),
        up=sum(change > 0 for change in changes),
        down=sum(change < 0 for change in changes),
        same=changes.count(0),
    )
    if changes:
        old, new = ([getattr(pair, side).score for pair in found.pairs] for side in ("old", "new"))
        yield tell("compare-means", old=f"{sum(old) / len(old):.1f}", new=f"{sum(new) / len(new):.1f}")


def organ_name(pair: Comparison) -> str:
    """What the two reports of a pair are known by."""
    return one_line(pair.new.organ or pair.old.organ or pair.new.path)


def years(pair: Comparison, tell: Words) -> list[tuple[str, str]]:
    """For each of the two reports its label and what it is."""
    rows = []
    for key, report in (("compare-old", pair.old), ("compare-new", pair.new)):
        year = str(report.year) if report.year is not None else tell("unknown")
        rows.append((tell(key), tell("compare-report", path=one_line(report.path), year=year, score=report.score)))
    return rows


def doubts(pair: Comparison, tell: Words) -> Iterable[str]:
    """What lets one doubt that these two reports are to be compared."""
    if pair.old.organ and pair.new.organ and pair.old.organ != pair.new.organ:
        yield tell("compare-other-organ", old=one_line(pair.old.organ), new=one_line(pair.new.organ))
    if pair.old.year is not None and pair.new.year is not None and pair.old.year >= pair.new.year:
        yield tell("compare-year-order", old=pair.old.year, new=pair.new.year)


def change_words(change: Change, tell: Words) -> str:
    """The status of an item in both years, once where it is the same."""
    status = tell(f"status-{change.new}")
    return status if change.old == change.new else tell("compare-change", old=tell(f"status-{change.old}"), new=status)


def _one(page: Page, pair: Comparison, lang: str, tell: Words, *, full: bool) -> None:
    page.put(Piece(one_line(pair.new.title or "") or tell("untitled"), "title"))
    for label, text in years(pair, tell):
        page.field(label, Piece(text))
    for doubt in doubts(pair, tell):
        page.put(Piece("! ", "weak"), Piece(doubt, "weak"), indent=2, hanging=2)
    _changes(page, pair, lang, tell)
    _copies(page, pair, tell, full=full)
    _plans(page, pair, tell, full=full)
    _returns(page, pair, tell, full=full)


def _part(page: Page, title: str) -> None:
    page.blank()
    page.put(Piece(title, "strong"))


def _changes(page: Page, pair: Comparison, lang: str, tell: Words) -> None:
    for kind in KINDS:
        changes = [change for change in pair.changes if change.kind == kind]
        if not changes:
            continue
        _part(page, tell(f"compare-{kind}"))
        for change in changes:
            title = change.title.pick(lang) + "  "
            page.put(Piece(title), Piece(change_words(change, tell), STYLES[kind]), indent=2, hanging=2)


def _copies(page: Page, pair: Comparison, tell: Words, *, full: bool) -> None:
    if not pair.copies:
        return
    _part(page, tell("compare-copied", share=pair.copied))
    for copy in pair.copies if full else pair.copies[:_LISTED]:
        label = tell("compare-exact" if copy.exact else "compare-nearly")
        page.put(Piece(label, "weak"), indent=2)
        _quote(page, "compare-new", copy.new, pair.new, tell)
        where = short_place(copy.old, pair.old.media_type, tell)
        page.field(tell("compare-old"), Piece(one_line(where) or tell("place-beginning"), "faint"))
    _more(page, len(pair.copies), tell, full=full)


def _plans(page: Page, pair: Comparison, tell: Words, *, full: bool) -> None:
    if not pair.plans:
        return
    _part(page, tell("compare-plans", done=pair.done, plans=len(pair.plans)))
    for planned in pair.plans:
        if planned.new:
            page.put(Piece(tell("compare-plan-done"), "good"), indent=2)
            _quote(page, "compare-old", planned.old, pair.old, tell)
            _quote(page, "compare-new", planned.new, pair.new, tell)
    left = [planned for planned in pair.plans if planned.new is None]
    if left:
        page.put(Piece(tell("compare-plan-open"), "weak"), indent=2)
    for planned in left if full else left[:_LISTED]:
        _quote(page, "compare-old", planned.old, pair.old, tell)
    _more(page, len(left), tell, full=full)


def _returns(page: Page, pair: Comparison, tell: Words, *, full: bool) -> None:
    if not pair.returns:
        return
    _part(page, tell("compare-returns"))
    for again in pair.returns if full else pair.returns[:_LISTED]:
        _quote(page, "compare-old", again.old, pair.old, tell)
        _quote(page, "compare-new", again.new, pair.new, tell)
    _more(page, len(pair.returns), tell, full=full)


def _quote(page: Page, label: str, quote: Evidence, report: ReportResult, tell: Words) -> None:
    where = one_line(short_place(quote, report.media_type, tell))
    place = tell("in-brackets", text=where) if where else ""
    page.field(tell(label), Piece(tell("quoted", quote=one_line(quote.text))), Piece(place, "faint"))


def _more(page: Page, count: int, tell: Words, *, full: bool) -> None:
    if count > _LISTED and not full:
        page.put(Piece(tell("compare-more", count=count - _LISTED), "faint"), indent=2)


def _trends(page: Page, found: Years, lang: str, tell: Words) -> None:
    moved = [trend for trend in found.trends if trend.better or trend.worse]
    if not moved:
        return
    _part(page, tell("compare-trends"))
    for trend in sorted(moved, key=lambda trend: (trend.better - trend.worse, -trend.worse)):
        sentence = tell("compare-trend", better=trend.better, worse=trend.worse)
        style: Style = "bad" if trend.worse > trend.better else "good"
        page.put(Piece(trend.title.pick(lang) + "  "), Piece(sentence, style), indent=2, hanging=2)


def _organs(page: Page, found: Years, tell: Words, *, full: bool) -> None:
    pairs = found.pairs if full else found.pairs[:_ORGANS]
    if not pairs:
        return
    _part(page, tell("compare-organs"))
    page.table(
        [(cells.clip(organ_name(pair), page.width // 3), organ_sentence(pair, tell)) for pair in pairs], indent=2
    )
    if len(found.pairs) > len(pairs):
        page.put(Piece(tell("compare-more", count=len(found.pairs) - len(pairs)), "faint"), indent=2)


def organ_sentence(pair: Comparison, tell: Words) -> str:
    """How one organ fared."""
    return tell(
        "compare-organ",
        old=pair.old.score,
        new=pair.new.score,
        better=pair.count("better"),
        worse=pair.count("worse"),
        copied=pair.copied,
        done=pair.done,
        plans=len(pair.plans),
        returns=len(pair.returns),
    )


def _reports(page: Page, title: str, reports: tuple[ReportResult, ...], tell: Words, *, full: bool) -> None:
    if not reports:
        return
    _part(page, title)
    for report in reports if full else reports[:_LISTED]:
        page.put(Piece(report_name(report, tell)), indent=2, hanging=2)
    _more(page, len(reports), tell, full=full)


def report_name(report: ReportResult, tell: Words) -> str:
    """A report by its organ and file."""
    path = one_line(report.path)
    return one_line(report.organ) + tell("in-brackets", text=path) if report.organ else path
