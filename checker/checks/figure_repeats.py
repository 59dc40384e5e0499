"""One quantity of the year told with two values in two places."""

from __future__ import annotations

from checker.checks import counted
from checker.checks.counted import Counted
from checker.checks.figure_words import MARKS, Figures, span
from checker.checks.outcome import Remark, titled
from checker.structure.zones import Statement


def find(figures: Figures) -> list[Remark]:
    """The year's value of one quantity in two places."""
    remarks: list[Remark] = []
    for row in figures.rule.tables["quantities"]:
        first: tuple[Statement, Counted] | None = None
        for statement, figure in _yearly(figures, row["said"]):
            if first is None:
                first = statement, figure
            elif first[1].unit == figure.unit and (figure.low > first[1].high or figure.high < first[1].low):
                values = {"first": figures.shown(first[1]), "second": figures.shown(figure)}
                proofs = (figures.quote(first[0], *span(first[1])), figures.quote(statement, *span(figure)))
                remarks.append(Remark("two-values", tuple(values.items()), proofs))
                break
    return remarks


def _yearly(figures: Figures, group: int) -> list[tuple[Statement, Counted]]:
    """The figures right behind phrases of `group` that clearly count the whole year and the whole organ."""
    found: dict[int, tuple[Statement, Counted]] = {}
    for hit in figures.reading.hits.all(group):
        statement = figures.statement(hit.start)
        if statement is None or not figures.text[hit.end : hit.end + 1].isnumeric():
            continue
        figure = counted.read_at(figures.text, hit.end, statement.end, figures.units)
        if figure is None or titled(figures.text, hit.start):
            continue
        start = _year_said(figures, statement, hit.start)
        if start is not None and not _scoped(figures, statement, figure.end):
            found.setdefault(figure.start, (statement, figure._replace(words=start)))
    return [found[at] for at in sorted(found)]


def _year_said(figures: Figures, statement: Statement, verb: int) -> int | None:
    """Where the words begin that say, right before the verb, that the whole year is meant; else None."""
    start = max(statement.start, *(figures.text.rfind(mark, statement.start, verb) + 1 for mark in MARKS))
    if start == verb or figures.covered("fillers", start, verb):
        # 2024年，共立案31件: the year may be a clause of its own.
        start = max(statement.start, *(figures.text.rfind(m, statement.start, start - 1) + 1 for m in MARKS))
    year = f"{figures.reading.facts.year}年"
    at = start
    if figures.text.startswith(year, at):
        at += len(year)
        at += figures.text[at] == "度"
    else:
        cues = [
            h.end for h in figures.reading.hits.within(figures.rule.groups["whole_year"], at, verb) if h.start == at
        ]
        if not cues:
            return None
        at = max(cues)
    at += figures.text[at] == ","
    return start if figures.covered("fillers", at, verb) else None


def _scoped(figures: Figures, statement: Statement, end: int) -> bool:
    """Whether the paragraph up to the figure, or the heading above it, limits what is counted."""
    block = figures.reading.view.blocks[statement.block]
    section = figures.reading.sections[statement.section] if statement.section is not None else None
    return figures.says("scopes", block.start, end) or (section is not None and figures.says("scopes", *section.title))
