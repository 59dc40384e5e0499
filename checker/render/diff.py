"""The diff of required against found: a run as styled lines, for the screen."""

from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from checker.render import cells
from checker.render.escape import one_line
from checker.render.lines import Line, Page, Piece, Style
from checker.render.wording import (
    DOUBTFUL,
    REASONS,
    SHORT,
    Words,
    accepted_mark,
    brief,
    count_items,
    place,
    ruleset_name,
    section_sentence,
    short_place,
    summary,
    words,
)
from checker.results import Evidence, ItemResult, NearMiss, ReportResult, Run, Status

# Marks that a Chinese Windows console (GBK) has too.
MARKS: Final[dict[Status, tuple[str, Style]]] = {
    "present": ("√", "good"),
    "weak": ("~", "weak"),
    "missing": ("-", "bad"),
    "not_applicable": ("○", "faint"),
    "unverifiable": ("?", "weak"),
}
# Lines that a quotation may take, unless everything is asked for.
_SHORT_QUOTE: Final = 2
_UNREAD: Final = Piece("×", "bad")


class View(NamedTuple):
    """What every part of the diff needs to know."""

    page: Page
    tell: Words
    lang: str
    media_type: str
    full: bool

    def place(self, evidence: Evidence) -> str:
        return place(evidence, self.media_type, self.tell)


def diff(run: Run, width: int, lang: str, detail: str) -> list[Line]:
    """`run` as lines of at most `width` cells; `detail` is "quiet", "normal" or "full"."""
    page, tell = Page(width), words(lang)
    for report in run.reports:
        view = View(page, tell, lang, report.media_type, detail == "full")
        if detail == "quiet":
            if report.verdict != "pass":
                page.put(_UNREAD, Piece(" " + brief(report, lang, tell)), hanging=3)
                for notice in report.notices:
                    page.put(Piece("! ", "weak"), Piece(notice.pick(lang)), indent=3, hanging=2)
        elif report.error and not report.items:
            page.blank()
            page.put(_UNREAD, Piece(" " + brief(report, lang, tell), "bad"), hanging=3)
        else:
            page.blank()
            _report(view, run, report)
    page.blank()
    page.put(Piece(summary(run, tell), "strong"))
    return page.lines


def _report(view: View, run: Run, report: ReportResult) -> None:
    _header(view, run, report)
    _items(view, report.items)
    _sections(view, report)
    _findings(view, report)
    if report.notices:
        _part(view, "part-notices")
        for notice in report.notices:
            view.page.put(Piece("! ", "weak"), Piece(notice.pick(view.lang)), hanging=2)


def _header(view: View, run: Run, report: ReportResult) -> None:
    page, tell = view.page, view.tell
    page.put(Piece(one_line(report.title or "") or tell("untitled"), "title"))
    year = str(report.year) if report.year is not None else tell("unknown")
    facts = [("label-organ", one_line(report.organ or "") or tell("unknown")), ("label-year", year)]
    if report.published:
        facts.append(("label-published", one_line(report.published)))
    page.field(tell("label-file"), Piece(one_line(report.path)), indent=2)
    first, *others = facts
    page.field(tell(first[0]), Piece(first[1]), *_others(others, tell), indent=2)
    page.field(tell("label-ruleset"), Piece(ruleset_name(report.ruleset or run.ruleset, view.lang, tell)), indent=2)
    verdict = Piece(tell(f"verdict-{report.verdict}"), "good" if report.verdict == "pass" else "bad")
    score = tell("list-comma") + tell("score-of", score=report.score)
    open_ = any(item.level == "required" and item.status in SHORT and not item.accepted for item in report.items)
    advice = tell("pass-with-weak") if report.verdict == "pass" and open_ else ""
    page.field(tell("label-verdict"), verdict, Piece(score), Piece(advice, "weak"), indent=2)
    if report.error:
        page.put(Piece("  "), Piece(report.error.message.pick(view.lang), "bad"), hanging=2)
    for label, counts in count_items(report.items, tell):
        page.field(label, Piece(counts), indent=2)


def _others(facts: list[tuple[str, str]], tell: Words) -> Iterator[Piece]:
    for label, value in facts:
        yield Piece("    " + tell(label), "faint")
        yield Piece(value)


def _part(view: View, key: str) -> None:
    view.page.blank()
    view.page.put(Piece(view.tell(key), "strong"))


def _items(view: View, items: tuple[ItemResult, ...]) -> None:
    """Everything in the ruleset's order with -v; otherwise first what falls short, then what is in order."""
    ordered = sorted(items, key=lambda item: item.level != "required")
    parts: dict[str, Callable[[ItemResult], bool]]
    if view.full:
        parts = {
            "part-required": lambda item: item.level == "required",
            "part-recommended": lambda item: item.level != "required",
        }
    else:
        parts = {
            "part-shortfalls": lambda item: item.status in SHORT,
            "part-fine": lambda item: item.status == "present",
            "part-outside": lambda item: item.status == "not_applicable",
        }
    for key, belongs in parts.items():
        chosen = [item for item in ordered if belongs(item)]
        if chosen:
            _part(view, key)
        for item in chosen:
            if item.status in SHORT or view.full:
                item_block(view, item)
            else:
                _one_line(view, item)


def _one_line(view: View, item: ItemResult) -> None:
    if item.status == "not_applicable":
        why = [Piece("  " + reason.message.pick(view.lang), "faint") for reason in item.reasons[:1]]
        view.page.put(*_head(view, item, status=False), *why, hanging=2)
        return
    best = item.evidence[0] if item.evidence else None
    quote = one_line(best.text) if best else ""
    where = short_place(best, view.media_type, view.tell) if best else ""
    where = cells.clip(where, view.page.width // 4)
    tail = (Piece("  " + where, "faint"),) if where else ()
    view.page.fit(_head(view, item, status=False), quote, tail)


def _head(view: View, item: ItemResult, *, status: bool) -> Line:
    mark, style = MARKS[item.status]
    tell = view.tell
    head = [Piece(f"{mark} ", style)]
    if status:
        head.append(Piece(f"{tell(f'status-{item.status}')}  ", style))
    head.append(Piece(item.title.pick(view.lang), "strong" if status else ""))
    if item.level == "recommended" and not view.full:
        head.append(Piece(tell("recommended-mark"), "faint"))
    if item.confidence < DOUBTFUL and view.full:
        head.append(Piece(tell("doubtful-mark"), "weak"))
    head.append(Piece(accepted_mark(item.accepted, tell), "faint"))
    return tuple(head)


def item_block(view: View, item: ItemResult) -> None:
    """One item with what there is, why it falls short, and what to do about it."""
    view.page.put(*_head(view, item, status=True), hanging=2)
    for evidence in item.evidence if view.full else item.evidence[:1]:
        _evidence(view, "label-found", evidence)
    for reason in item.reasons if view.full else item.reasons[:REASONS]:
        label = "label-reason" if item.status in SHORT else "label-comment"
        view.page.field(view.tell(label), Piece(reason.message.pick(view.lang)))
    _remedy(view, item)
    if item.basis and (view.full or item.status == "missing"):
        view.page.field(view.tell("label-basis"), Piece(item.basis.pick(view.lang), "faint"))
    if view.full:
        for near in item.near:
            near_miss(view, near)


def _remedy(view: View, item: ItemResult) -> None:
    """What should stand there: as removed lines of the diff where nothing does."""
    page, tell, expected = view.page, view.tell, item.expected
    if item.status == "missing" and expected:
        for label, text in (("label-heading", expected.heading), ("label-content", expected.content)):
            if text.pick(view.lang):
                page.field("- " + tell(label), Piece(text.pick(view.lang), "bad"), indent=2, style="bad")
        after = one_line(expected.after or "")
        where = tell("belongs-after", heading=after) if after else tell("belongs-first")
        page.field(tell("label-place"), Piece(where))
    if item.suggestion and item.status in SHORT and not (expected and item.status == "missing" and not view.full):
        label = "label-add" if item.status == "weak" else "label-advice"
        page.field(tell(label), Piece(item.suggestion.pick(view.lang), "add"))


def _evidence(view: View, label: str, evidence: Evidence) -> None:
    quote = one_line(evidence.text)
    if not view.full:
        quote = cells.clip(quote, _SHORT_QUOTE * view.page.width)
    view.page.field(view.tell(label), Piece(view.tell("quoted", quote=quote)))
    where = view.place(evidence) or view.tell("place-beginning")
    if view.full and evidence.similarity < 100:
        where += view.tell("list-semicolon") + view.tell("similarity", similarity=evidence.similarity)
    view.page.field(view.tell("label-place"), Piece(where, "faint"))


def near_miss(view: View, near: NearMiss) -> None:
    """A passage that nearly counted, and why it did not."""
    _evidence(view, "label-near", near.evidence)
    view.page.field(view.tell("label-comment"), Piece(near.why.pick(view.lang)))


def _sections(view: View, report: ReportResult) -> None:
    titles = {item.id: item.title.pick(view.lang) for item in report.items}
    odd = [section for section in report.sections if section.out_of_order or not section.items]
    if odd or (view.full and report.sections):
        _part(view, "part-sections")
    for section in report.sections if view.full else odd:
        mark = Piece("√ ", "good") if section.items else Piece("+ ", "add")
        if section.out_of_order:
            mark = Piece("! ", "weak")
        text = section_sentence(section, view.media_type, titles, view.tell)
        view.page.put(mark, Piece(text), hanging=2)


def _findings(view: View, report: ReportResult) -> None:
    shown = [finding for finding in report.findings if view.full or finding.severity != "info"]
    hidden = len(report.findings) - len(shown)
    if report.findings:
        _part(view, "part-findings")
    for finding in shown:
        style: Style = "bad" if finding.severity == "error" else "weak"
        head = Piece(f"! {view.tell(f'severity-{finding.severity}')}  ", style)
        mark = Piece(accepted_mark(finding.accepted, view.tell), "faint")
        view.page.put(head, Piece(finding.message.pick(view.lang)), mark, hanging=2)
        for evidence in finding.evidence if view.full else finding.evidence[:2]:
            _evidence(view, "label-found", evidence)
        if finding.suggestion:
            view.page.field(view.tell("label-advice"), Piece(finding.suggestion.pick(view.lang), "add"))
    if hidden:
        view.page.put(Piece(view.tell("more-notes", count=hidden), "faint"))
