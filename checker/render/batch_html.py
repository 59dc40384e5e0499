"""An audit as one page that needs no network: charts, a matrix to filter and sort, each report with its text."""

from __future__ import annotations

import json
import zlib
from base64 import b64encode
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Any, Final

from checker.audit.copied import Copies, Passage
from checker.audit.summary import Group, Ranked
from checker.render.batch import Batch
from checker.render.batch_copies import differences, likeness, notes, pair_sentence, quoted, side_name, where
from checker.render.batch_words import (
    bin_name,
    chosen_rulesets,
    counts_sentence,
    group_name,
    item_sentence,
    mean_sentence,
    shortest,
)
from checker.render.escape import one_line
from checker.render.wording import SHORT, Words, accepted_mark, chosen, place, ruleset_name, why, words
from checker.results import Evidence, ItemResult, ReportResult

_PAGE: Final = Path(__file__).with_name("page")
_LETTERS: Final = {"present": "p", "weak": "w", "missing": "m", "not_applicable": "n", "unverifiable": "u"}
_VERDICTS: Final = {"pass": "p", "fail": "m", "error": "u"}
_FIRST: Final = ("missing", "unverifiable", "weak", "present", "not_applicable")
"""What there is to do stands first, as on the screen."""
_GROUPS: Final = 12
"""Groups that leave room for the matrix on the first screen."""
_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'"


def page(batch: Batch, lang: str) -> Iterator[bytes]:
    """The page, piece by piece."""
    for piece in _pieces(batch, lang, words(lang)):
        yield piece.encode("utf-8", "replace")


def _pieces(batch: Batch, lang: str, tell: Words) -> Iterator[str]:
    style = (_PAGE / "audit.css").read_text("utf-8")
    title = tell("audit-title")
    yield (
        f'<!DOCTYPE html>\n<html lang="{"zh-CN" if lang == "zh" else "en"}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>{title}</title>\n'
        f"<style>\n{style}</style>\n</head>\n<body>\n"
    )
    ruleset = _safe(ruleset_name(batch.audit.ruleset, lang, tell))
    yield f'<header><h1>{title}</h1><p class="faint">{tell("label-ruleset")}{ruleset}</p></header>\n<main>\n'
    yield from _summary(batch, lang, tell)
    yield from _matrix(batch, lang, tell)
    if batch.copies:
        yield from _copies(batch.copies, tell)
    yield from _lists(batch, lang, tell)
    yield "</main>\n"
    yield (
        f'<dialog id="report" aria-labelledby="report-title"><div class="bar-top"><h2 id="report-title"></h2>'
        f'<button id="before" type="button">{tell("page-before")}</button>'
        f'<button id="after" type="button">{tell("page-after")}</button>'
        f'<button id="close" type="button">{tell("page-close")}</button></div>'
        '<div class="panes"><section id="result" tabindex="0" autofocus></section>'
        '<section id="text" tabindex="0"></section></div>'
        '</dialog>\n<div id="print"></div>\n'
    )
    yield f'<script type="application/json" id="say">{_json(_sayings(tell))}</script>\n'
    yield f"<script>\n{(_PAGE / 'audit.js').read_text('utf-8')}</script>\n</body>\n</html>\n"


def _safe(text: str) -> str:
    return escape(one_line(text))


def _json(value: Any) -> str:
    # What stands in a script element ends at the first "</script".
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def _sayings(tell: Words) -> dict[str, str]:
    return {
        "shown": tell("page-shown", shown="{shown}", total="{total}"),
        "result": tell("page-result"),
        "text": tell("page-text"),
        "noText": tell("page-no-text"),
        "old": tell("page-old-browser"),
        "more": tell("page-more-quotes", count="{count}"),
        "found": tell("label-found"),
        "place": tell("label-place"),
        "heading": tell("label-heading"),
        "content": tell("label-content"),
        "advice": tell("label-advice"),
        "basis": tell("label-basis"),
    }


# The summary


def _summary(batch: Batch, lang: str, tell: Words) -> Iterator[str]:
    overview = batch.overview
    yield '<div class="summary">\n<section class="card"><dl class="counts">'
    for verdict, count in overview.verdicts.items():
        tag = f'<span class="tag {_VERDICTS[verdict]}">{tell(f"verdict-{verdict}")}</span>'
        yield f"<dt>{tag}</dt><dd>{count}</dd>"
    yield f"</dl><p>{counts_sentence(overview, tell)}</p><p>{mean_sentence(overview, tell)}</p>"
    if batch.unfinished:
        yield f'<p class="warning">{tell("audit-unfinished", count=batch.unfinished)}</p>'
    yield f'</section>\n<section class="card"><h2>{tell("part-scores")}</h2><div class="bars">'
    most = max(overview.bins) or 1
    for number in reversed(range(len(overview.bins))):
        count = overview.bins[number]
        bar = f'<span class="bar"><i class="score" style="width:{100 * count / most:.1f}%"></i></span>'
        yield f"<span>{bin_name(number, tell)}</span>{bar}<span>{count}</span>"
    yield f'</div></section>\n<section class="card"><h2>{tell("part-items")}</h2><div class="bars items">'
    for item in shortest(overview):
        parts = "".join(
            f'<i class="{status}" style="width:{100 * item.counts[status] / item.judged:.1f}%"></i>'
            for status in ("missing", "weak")
        )
        sentence = item_sentence(item, tell)
        title = _safe(item.item.title.pick(lang))
        yield f'<span>{title}</span><span class="bar" title="{sentence}">{parts}</span>'
        yield f'<span class="told">{sentence}</span>'
    yield "</div>"
    for text in overview.suspicious:
        yield f'<p class="warning">{_safe(tell("suspicious", item=text.pick(lang)))}</p>'
    yield "</section>\n</div>\n"
    yield from _groups(overview.groups, lang, tell)


def _groups(groups: tuple[Group, ...], lang: str, tell: Words) -> Iterator[str]:
    if not groups:
        return
    verdicts = [tell(f"verdict-{verdict}") for verdict in groups[0].verdicts]
    names = [tell("column-group"), tell("column-reports"), tell("column-mean"), *verdicts]
    shown = " open" if len(groups) <= _GROUPS else ""
    yield f'<details class="card groups"{shown}><summary>{tell("part-groups")}</summary>\n<table><tbody><tr>'
    yield from (f'<th scope="col">{name}</th>' for name in names)
    for group in groups:
        mean = "" if group.mean is None else f"{group.mean:.1f}"
        counts = (sum(group.verdicts.values()), mean, *group.verdicts.values())
        yield f'</tr>\n<tr><th scope="row">{_safe(group_name(group, lang, tell))}</th>'
        yield from (f'<td class="number">{count}</td>' for count in counts)
    yield "</tr></tbody></table></details>\n"


# The matrix


def _matrix(batch: Batch, lang: str, tell: Words) -> Iterator[str]:
    items = [count.item for count in batch.overview.items]
    titles = [_safe(item.title.pick(lang)) for item in items]
    yield from _controls(titles, tell)
    yield '<div class="scroll"><table>\n<thead><tr>'
    for name, number in (
        ("path", ""),
        ("verdict", ""),
        ("score", " data-number"),
        ("organ", ""),
        ("year", " data-number"),
    ):
        yield f'<th scope="col"{number}><button type="button">{tell(f"column-{name}")}</button></th>'
    for at, title in enumerate(titles):
        yield f'<th scope="col" class="item" data-item="{at}"><button type="button">{title}</button></th>'
    yield '</tr></thead>\n<tbody id="rows">\n'
    for one in batch.overview.ranking:
        yield _row(one, batch, lang, tell)
    yield f'</tbody>\n</table></div>\n<p class="faint hint">{tell("page-keys")}</p>\n'


def _controls(titles: list[str], tell: Words) -> Iterator[str]:
    name = tell("page-filter")
    yield f'<div class="controls"><input id="words" type="search" placeholder="{name}" aria-label="{name}">'
    verdicts = [(verdict, tell(f"verdict-{verdict}")) for verdict in _VERDICTS]
    yield _select("verdict", tell("page-verdict"), tell("page-all"), verdicts)
    yield _select("item", tell("column-item"), tell("page-all"), [(str(at), title) for at, title in enumerate(titles)])
    statuses = [(letter, tell(f"status-{status}")) for status, letter in _LETTERS.items()]
    yield _select("status", tell("page-status"), tell("page-all"), statuses)
    yield '<span id="shown" class="faint" role="status"></span></div>\n'


def _select(name: str, label: str, every: str, options: list[tuple[str, str]]) -> str:
    shown = f"{label}\u00b7{every}"
    made = "".join(f'<option value="{value}">{text}</option>' for value, text in options)
    return f'<select id="{name}" aria-label="{label}"><option value="">{shown}</option>{made}</select>'


def _row(one: Ranked, batch: Batch, lang: str, tell: Words) -> str:
    report, text = batch.report(one.position), batch.text(one.position)
    columns = len(batch.overview.items)
    letters = "".join(_LETTERS[item.status] for item in report.items)
    searched = _safe(f"{one.path} {one.organ or ''} {one.year or ''}".lower())
    cells = "".join(
        f'<td class="s {_LETTERS[item.status]}">{tell(f"status-{item.status}")}</td>' for item in report.items
    )
    if report.error and not report.items:
        cells = f'<td class="told" colspan="{columns}">{_safe(report.error.message.pick(lang))}</td>'
    verdict = f'<span class="tag {_VERDICTS[one.verdict]}">{tell(f"verdict-{one.verdict}")}</span>'
    packed = b64encode(zlib.compress(_json(_detail(report, text, lang, tell)).encode("utf-8", "replace"), 6)).decode()
    return (
        f'<tr id="r{one.position}" data-v="{one.verdict}" data-s="{letters}" data-t="{searched}">'
        f'<td class="name"><a href="#report-r{one.position}">{_safe(one.path)}</a>'
        f'<script type="text/plain">{packed}</script></td><td>{verdict}</td>'
        f'<td class="number">{one.score if report.items else ""}</td>'
        f'<td class="organ">{_safe(one.organ or "")}</td>'
        f'<td class="number">{"" if one.year is None else one.year}</td>{cells}</tr>\n'
    )


def _detail(report: ReportResult, text: str | None, lang: str, tell: Words) -> dict[str, Any]:
    verdict = tell(f"verdict-{report.verdict}")
    if report.items:
        verdict += tell("list-comma") + tell("score-of", score=report.score)
    error = [report.error.message.pick(lang)] if report.error else []
    rule = chosen(report, lang, tell)
    return {
        "title": one_line(report.title or "") or tell("untitled"),
        "path": one_line(report.path),
        "verdict": verdict,
        "notes": [
            *error,
            *(notice.pick(lang) for notice in report.notices),
            *([rule] if rule else ()),
        ],
        "items": [
            _item(item, report.media_type, lang, tell)
            for item in sorted(report.items, key=lambda item: _FIRST.index(item.status))
        ],
        "findings": [
            [
                tell(f"severity-{found.severity}"),
                found.message.pick(lang),
                found.evidence[0].text if found.evidence else "",
            ]
            for found in report.findings
        ],
        "text": text,
    }


def _item(item: ItemResult, media_type: str, lang: str, tell: Words) -> dict[str, Any]:
    expected = item.expected if item.status == "missing" else None
    after = ""
    if expected:
        after = tell("belongs-after", heading=one_line(expected.after)) if expected.after else tell("belongs-first")
    mark = tell("recommended-mark") if item.level == "recommended" else ""
    return {
        "s": _LETTERS[item.status],
        "status": tell(f"status-{item.status}") + accepted_mark(item.accepted, tell),
        "title": item.title.pick(lang) + mark,
        "quotes": [_quote(evidence, media_type, tell) for evidence in item.evidence],
        "reasonLabel": tell("label-reason" if item.status in SHORT else "label-comment"),
        "reason": why(item, lang),
        "heading": expected.heading.pick(lang) if expected else "",
        "content": expected.content.pick(lang) if expected else "",
        "after": after,
        "advice": item.suggestion.pick(lang) if item.suggestion and item.status in SHORT else "",
        "basis": item.basis.pick(lang) if item.basis and item.status in SHORT else "",
    }


def _quote(evidence: Evidence, media_type: str, tell: Words) -> list[object]:
    where = place(evidence, media_type, tell)
    return [tell("quoted", quote=one_line(evidence.text)), where, evidence.span.start, evidence.span.end]


def _copies(copies: Copies, tell: Words) -> Iterator[str]:
    yield f'<section class="card copies"><h2>{tell("part-copies")}</h2>'
    for note in notes(copies, tell):
        yield f'<p class="faint">{escape(note)}</p>'
    for number, pair in enumerate(copies.pairs, 1):
        left = escape(side_name(pair.left, tell))
        right = escape(side_name(pair.right, tell, earlier=pair.earlier))
        yield (
            f"<details><summary>{number}. <b>{left}</b> ↔ <b>{right}</b> "
            f'<span class="told">{pair_sentence(pair, tell)}</span></summary>\n'
            f'<table class="beside"><tbody><tr><th scope="col">{left}</th><th scope="col">{right}</th></tr>'
        )
        for passage in pair.passages:
            yield f'<tr><td colspan="2" class="faint">{likeness(passage, tell)}</td></tr>\n<tr>'
            for side, quote, text in zip(
                (pair.left, pair.right), (passage.left, passage.right), _beside(passage, tell), strict=True
            ):
                yield f'<td><span class="faint">{where(quote, side, tell)}</span><br>{text}</td>'
            yield "</tr>"
        yield "</tbody></table></details>\n"
    yield "</section>\n"


def _beside(passage: Passage, tell: Words) -> tuple[str, str]:
    """The words of both sides, with what only one of them has marked."""
    left, right = quoted(passage.left), quoted(passage.right)
    if left is None or right is None:
        shown = [tell("copies-no-text") if text is None else escape(text) for text in (left, right)]
    else:
        shown = [
            "".join(f"<mark>{escape(text)}</mark>" if own else escape(text) for text, own in runs)
            for runs in differences(left, right)
        ]
    return shown[0], shown[1]


def _lists(batch: Batch, lang: str, tell: Words) -> Iterator[str]:
    used = chosen_rulesets(batch, lang, tell)
    if used:
        yield f'<section class="card"><h2>{tell("part-rulesets")}</h2><ul>'
        yield from (f"<li>{_safe(tell('ruleset-reports', name=name, count=count))}</li>" for name, count in used)
        yield "</ul></section>\n"
    if batch.duplicates:
        yield f'<section class="card"><h2>{tell("part-duplicates")}</h2><ul>'
        for path, first in batch.duplicates:
            yield f"<li>{_safe(path)}{tell('in-brackets', text=tell('same-as', path=_safe(first)))}</li>"
        yield "</ul></section>\n"
