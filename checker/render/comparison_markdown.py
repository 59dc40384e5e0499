"""Two years side by side in Markdown, for pasting into a notice or a minute."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from checker.audit.comparison import Comparison, Years
from checker.render import escape
from checker.render.comparison import KINDS, change_words, doubts, organ_name, report_name, summary, years
from checker.render.wording import Words, short_place, words
from checker.results import Evidence, ReportResult


def comparison_markdown(found: Years, lang: str, *, single: bool) -> bytes:
    """The comparison; `single`: two reports were named, not two batches."""
    tell = words(lang)
    lines = _single(found, lang, tell) if single else _batches(found, lang, tell)
    return "".join(line + "\n" for line in lines).encode("utf-8", "replace")


def _single(found: Years, lang: str, tell: Words) -> Iterator[str]:
    for pair in found.pairs:
        yield from _pair(pair, lang, tell, "#")


def _batches(found: Years, lang: str, tell: Words) -> Iterator[str]:
    yield from (f"# {tell('compare-title')}", "")
    yield from (f"- {sentence}" for sentence in summary(found, tell))
    yield from ("", f"## {tell('compare-organs')}", "")
    names = ("organ", "score-old", "score-new", "better", "worse", "copied", "plans", "returns")
    yield _row(tell(f"column-{name}") for name in names)
    yield _row("---" for _ in names)
    for pair in found.pairs:
        plans = f"{pair.done}/{len(pair.plans)}"
        counts = (pair.count("better"), pair.count("worse"), f"{pair.copied}%", plans, len(pair.returns))
        yield _row([escape.markdown(organ_name(pair)), pair.old.score, pair.new.score, *counts])
    moved = [trend for trend in found.trends if trend.better or trend.worse]
    if moved:
        yield from ("", f"## {tell('compare-trends')}", "")
    for trend in moved:
        text = tell("compare-trend", better=trend.better, worse=trend.worse)
        yield "- " + tell("label-pair", name=escape.markdown(trend.title.pick(lang)), text=text)
    for key, reports in (("compare-gone", found.gone), ("compare-added", found.added)):
        if reports:
            yield from ("", f"## {tell(key)}", "")
        yield from (f"- {escape.markdown(report_name(report, tell))}" for report in reports)
    for pair in found.pairs:
        yield ""
        yield from _pair(pair, lang, tell, "##")


def _pair(pair: Comparison, lang: str, tell: Words, level: str) -> Iterator[str]:
    yield from (f"{level} {escape.markdown(organ_name(pair))}", "")
    yield from (f"- {label}{escape.markdown(text)}" for label, text in years(pair, tell))
    yield from (f"- **{escape.markdown(doubt)}**" for doubt in doubts(pair, tell))
    for kind in KINDS:
        changes = [change for change in pair.changes if change.kind == kind]
        if changes:
            yield from ("", f"{level}# {tell(f'compare-{kind}')}", "")
        for change in changes:
            text = change_words(change, tell)
            yield "- " + tell("label-pair", name=escape.markdown(change.title.pick(lang)), text=text)
    if pair.copies:
        yield from ("", f"{level}# {tell('compare-copied', share=pair.copied)}", "")
        yield from _table(((copy.old, copy.new) for copy in pair.copies), pair, tell)
    if pair.plans:
        yield from ("", f"{level}# {tell('compare-plans', done=pair.done, plans=len(pair.plans))}", "")
        yield from _table(((planned.old, planned.new) for planned in pair.plans), pair, tell)
    if pair.returns:
        yield from ("", f"{level}# {tell('compare-returns')}", "")
        yield from _table(((again.old, again.new) for again in pair.returns), pair, tell)


def _table(rows: Iterable[tuple[Evidence, Evidence | None]], pair: Comparison, tell: Words) -> Iterator[str]:
    yield _row([tell("column-last_year"), tell("column-this_year")])
    yield _row(["---", "---"])
    for old, new in rows:
        yield _row([_quote(old, pair.old, tell), _quote(new, pair.new, tell) if new else tell("compare-not-told")])


def _quote(quote: Evidence, report: ReportResult, tell: Words) -> str:
    where = short_place(quote, report.media_type, tell)
    place = tell("in-brackets", text=where) if where else ""
    return escape.markdown(" ".join(quote.text.split()) + place)


def _row(values: Iterable[object]) -> str:
    return f"| {' | '.join(map(str, values))} |"
