"""A run in Markdown, for pasting into a review."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from checker.render import escape
from checker.render.wording import (
    DOUBTFUL,
    SHORT,
    Words,
    accepted_mark,
    count_items,
    place,
    ruleset_name,
    section_sentence,
    summary,
    words,
)
from checker.results import Evidence, Finding, ItemResult, ReportResult, Run

_COLON = "\uff1a: "


def markdown(run: Run, lang: str) -> bytes:
    """`run` as a Markdown document: for each report a header, a table of items, and what falls short."""
    tell = words(lang)
    lines: list[str] = []
    for report in run.reports:
        lines += _unread(report, lang, tell) if not report.items else _report(run, report, lang, tell)
    lines.append(f"**{escape.markdown(summary(run, tell))}**")
    return ("\n".join(lines) + "\n").encode("utf-8", "replace")


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _heading(report: ReportResult, tell: Words) -> str:
    title = escape.markdown(report.title or "") or tell("untitled")
    return f"# {tell('markdown-title', title=title)}"


def _unread(report: ReportResult, lang: str, tell: Words) -> list[str]:
    message = report.error.message.pick(lang) if report.error else ""
    path = escape.markdown(report.path)
    verdict = tell(f"verdict-{report.verdict}")
    return [f"# {tell('markdown-title', title=path)}", "", f"**{verdict}**", "", escape.markdown(message), ""]


def _report(run: Run, report: ReportResult, lang: str, tell: Words) -> Iterator[str]:
    yield from (_heading(report, tell), "")
    yield from _facts(run, report, lang, tell)
    columns = [tell(f"column-{name}") for name in ("item", "level", "status", "score", "place")]
    yield from (_row(columns), _row("---" for _ in columns))
    for item in report.items:
        yield _item_row(item, report.media_type, lang, tell)
    yield ""
    details = [item for item in report.items if item.status in SHORT]
    if details:
        yield from (f"## {tell('part-shortfalls')}", "")
    for item in details:
        yield from _details(item, report.media_type, lang, tell)
    yield from _sections(report, lang, tell)
    yield from _findings(report.findings, report.media_type, lang, tell)
    yield from _bullets("part-notices", [notice.pick(lang) for notice in report.notices], tell)


def _facts(run: Run, report: ReportResult, lang: str, tell: Words) -> Iterator[str]:
    verdict = tell(f"verdict-{report.verdict}") + tell("list-comma") + tell("score-of", score=report.score)
    year = str(report.year) if report.year is not None else tell("unknown")
    facts = [
        ("label-verdict", f"**{verdict}**"),
        ("label-file", escape.markdown(report.path)),
        ("label-organ", escape.markdown(report.organ or tell("unknown"))),
        ("label-year", year),
        ("label-published", escape.markdown(report.published or tell("unknown"))),
        ("label-ruleset", escape.markdown(ruleset_name(report.ruleset or run.ruleset, lang, tell))),
    ]
    rows = [(tell(label), value) for label, value in facts] + count_items(report.items, tell)
    for number, (label, value) in enumerate(rows):
        yield _row((label.rstrip(_COLON), value))
        if not number:
            yield _row(("---", "---"))
    yield ""


def _item_row(item: ItemResult, media_type: str, lang: str, tell: Words) -> str:
    best = item.evidence[0] if item.evidence else None
    status = tell(f"status-{item.status}")
    if item.confidence < DOUBTFUL:
        status += tell("doubtful-mark")
    status += escape.markdown(accepted_mark(item.accepted, tell))
    if item.status == "not_applicable" and item.reasons:
        status = tell("status-says", status=status, reason=escape.markdown(item.reasons[0].message.pick(lang)))
    return _row(
        (
            escape.markdown(item.title.pick(lang)),
            tell(f"level-{item.level}"),
            status if item.status not in SHORT else f"**{status}**",
            "" if item.status == "not_applicable" else str(item.score),
            escape.markdown(place(best, media_type, tell)) if best else "",
        )
    )


def _quote(evidence: Evidence, media_type: str, tell: Words) -> str:
    quote = tell("quoted", quote=escape.markdown(evidence.text))
    where = escape.markdown(place(evidence, media_type, tell))
    return quote + (tell("in-brackets", text=where) if where else "")


def _details(item: ItemResult, media_type: str, lang: str, tell: Words) -> Iterator[str]:
    mark = tell("recommended-mark") if item.level == "recommended" else ""
    yield from (f"### {tell(f'status-{item.status}')} · {escape.markdown(item.title.pick(lang))}{mark}", "")
    for evidence in item.evidence:
        yield f"- {tell('label-found')}{_quote(evidence, media_type, tell)}"
    lines = [("label-reason", reason.message.pick(lang)) for reason in item.reasons]
    expected = item.expected if item.status == "missing" else None
    if expected:
        lines.append(("label-heading", expected.heading.pick(lang)))
        lines.append(("label-content", expected.content.pick(lang)))
        after = expected.after
        lines.append(("label-place", tell("belongs-after", heading=after) if after else tell("belongs-first")))
    elif item.suggestion:
        lines.append(("label-add", item.suggestion.pick(lang)))
    if item.basis:
        lines.append(("label-basis", item.basis.pick(lang)))
    for label, text in lines:
        if text:
            yield f"- {tell(label)}{escape.markdown(text)}"
    yield ""


def _sections(report: ReportResult, lang: str, tell: Words) -> Iterator[str]:
    titles = {item.id: item.title.pick(lang) for item in report.items}
    odd = [section for section in report.sections if section.out_of_order or not section.items]
    sentences = [section_sentence(section, report.media_type, titles, tell) for section in odd]
    yield from _bullets("part-sections", sentences, tell)


def _findings(findings: Iterable[Finding], media_type: str, lang: str, tell: Words) -> Iterator[str]:
    blocks = []
    for finding in findings:
        block = f"**{tell(f'severity-{finding.severity}')}** {escape.markdown(finding.message.pick(lang))}"
        block += escape.markdown(accepted_mark(finding.accepted, tell))
        block += "".join(f"\n  - {_quote(evidence, media_type, tell)}" for evidence in finding.evidence)
        if finding.suggestion:
            block += f"\n  - {tell('label-advice')}{escape.markdown(finding.suggestion.pick(lang))}"
        blocks.append(block)
    if blocks:
        yield from (f"## {tell('part-findings')}", "", *(f"- {block}" for block in blocks), "")


def _bullets(key: str, sentences: list[str], tell: Words) -> Iterator[str]:
    if sentences:
        yield from (f"## {tell(key)}", "", *(f"- {escape.markdown(text)}" for text in sentences), "")
