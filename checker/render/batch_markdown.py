"""An audit in Markdown, for pasting into a notice or a minute."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from checker.audit.copied import Copies
from checker.render import escape
from checker.render.batch import Batch
from checker.render.batch_copies import likeness, notes, pair_sentence, quoted, side_name
from checker.render.batch_words import (
    chosen_id,
    chosen_rulesets,
    counts_sentence,
    group_name,
    item_sentence,
    mean_sentence,
    shortest,
)
from checker.render.wording import Words, ruleset_name, words


def document(batch: Batch, lang: str) -> Iterator[bytes]:
    """Summary, items most often short, and the whole ranking."""
    tell = words(lang)
    for line in _lines(batch, lang, tell):
        yield (line + "\n").encode("utf-8", "replace")


def _lines(batch: Batch, lang: str, tell: Words) -> Iterator[str]:
    overview = batch.overview
    yield from (f"# {tell('audit-title')}", "")
    yield from (tell("label-ruleset") + escape.markdown(ruleset_name(batch.audit.ruleset, lang, tell)), "")
    yield from (f"**{counts_sentence(overview, tell)}** {mean_sentence(overview, tell)}".rstrip(), "")
    if batch.unfinished:
        yield from (tell("audit-unfinished", count=batch.unfinished), "")
    yield from (f"## {tell('part-items')}", "")
    for count in shortest(overview):
        yield _pair(tell, count.item.title.pick(lang), item_sentence(count, tell))
    for title in overview.suspicious:
        yield f"- {tell('suspicious', item=escape.markdown(title.pick(lang)))}"
    if overview.groups:
        yield from ("", f"## {tell('part-groups')}", "")
        names = ("group", "reports", "mean")
        yield from _head([*(tell(f"column-{name}") for name in names), *_verdict_names(tell)])
        for group in overview.groups:
            mean = "" if group.mean is None else f"{group.mean:.1f}"
            yield _row(
                [
                    escape.markdown(group_name(group, lang, tell)),
                    sum(group.verdicts.values()),
                    mean,
                    *group.verdicts.values(),
                ]
            )
    chosen = chosen_rulesets(batch, lang, tell)
    if chosen:
        yield from ("", f"## {tell('part-rulesets')}", "")
        yield from (f"- {escape.markdown(tell('ruleset-reports', name=name, count=count))}" for name, count in chosen)
    yield from ("", f"## {tell('part-ranking')}", "")
    names = ("score", "verdict", "organ", "year", "missing", "weak", "path", *(["ruleset"] if chosen else ()))
    yield from _head(tell(f"column-{name}") for name in names)
    for one in overview.ranking:
        verdict = tell(f"verdict-{one.verdict}")
        organ = escape.markdown(one.organ or "")
        score: object = "" if one.verdict == "error" else one.score
        year: object = "" if one.year is None else one.year
        told = [chosen_id(batch.report(one.position))] if chosen else []
        yield _row([score, verdict, organ, year, one.missing, one.weak, escape.markdown(one.path), *told])
    if batch.copies:
        yield from _copies(batch.copies, tell)
    yield from _unread(batch, lang, tell)


def _copies(copies: Copies, tell: Words) -> Iterator[str]:
    yield from ("", f"## {tell('part-copies')}", "")
    yield from (f"- {note}" for note in notes(copies, tell))
    for number, pair in enumerate(copies.pairs, 1):
        left = escape.markdown(side_name(pair.left, tell))
        right = escape.markdown(side_name(pair.right, tell, earlier=pair.earlier))
        yield from ("", f"### {number}. {pair_sentence(pair, tell)}", "")
        yield from _head([left, right, tell("column-similarity")])
        for passage in pair.passages:
            words = (quoted(passage.left), quoted(passage.right))
            texts = [tell("copies-no-text") if text is None else escape.markdown(text) for text in words]
            yield _row([*texts, likeness(passage, tell)])


def _unread(batch: Batch, lang: str, tell: Words) -> Iterator[str]:
    if batch.overview.unread:
        yield from ("", f"## {tell('part-unread')}", "")
    for position in batch.overview.unread:
        report = batch.report(position)
        message = report.error.message.pick(lang) if report.error else ""
        yield _pair(tell, report.path, message)
    if batch.duplicates:
        yield from ("", f"## {tell('part-duplicates')}", "")
    for path, first in batch.duplicates:
        yield _pair(tell, path, tell("same-as", path=first))


def _pair(tell: Words, name: str, text: str) -> str:
    return "- " + tell("label-pair", name=escape.markdown(name), text=escape.markdown(text))


def _verdict_names(tell: Words) -> list[str]:
    return [tell(f"verdict-{verdict}") for verdict in ("pass", "fail", "error")]


def _head(names: Iterable[str]) -> Iterator[str]:
    row = _row(names)
    yield row
    yield _row(["---"] * (row.count(" | ") + 1))


def _row(values: Iterable[object]) -> str:
    return f"| {' | '.join(map(str, values))} |"
