"""Parts and the total they make up."""

from __future__ import annotations

from collections.abc import Sequence

from checker.checks import counted
from checker.checks.counted import Counted
from checker.checks.figure_words import MARKS, Figures, span
from checker.checks.outcome import Remark
from checker.structure.zones import Statement


def find(figures: Figures) -> list[Remark]:
    """Totals that do not agree with the parts named behind or before them."""
    return [*_parts(figures), *_totals(figures)]


def _parts(figures: Figures) -> list[Remark]:
    """Parts named behind their total: no part, and no list of parts, may be more; a division must be neither."""
    remarks: list[Remark] = []
    for option in ("among", "divided"):
        for hit in figures.reading.hits.all(figures.rule.groups[option]):
            statement = figures.statement(hit.start)
            if statement is None:
                continue
            listed = figures.of(statement)
            before = [figure for figure in listed if figure.end <= hit.start]
            run = _run(figures, [figure for figure in listed if figure.start >= hit.end], hit.end)
            wholes = [figure for figure in before if run and figure.unit == run[0].unit]
            if not wholes:
                continue
            whole = max(wholes, key=lambda figure: figure.high)
            found = _too_much(figures, statement, whole, run)
            if option == "divided" and not found and before[-1] is whole and _closed(figures, statement, run):
                found = _unlike(figures, statement, whole, run)
            remarks += found
    return remarks


def _run(figures: Figures, listed: Sequence[Counted], start: int) -> list[Counted]:
    """The figures from `start` on that are listed in one clause: A 3件、B 2件和C 1件."""
    run: list[Counted] = []
    end = start
    for figure in listed:
        if any(mark in figures.text[end : figure.start] for mark in MARKS if mark != "、"):
            break
        if run and (figure.unit != run[0].unit or figures.text[end] not in "、和及与"):
            break
        run.append(figure)
        end = figure.end
    return run


def _too_much(figures: Figures, statement: Statement, whole: Counted, run: Sequence[Counted]) -> list[Remark]:
    for part in run:
        if part.low > whole.high and figures.same_thing(whole, part) and not figures.goes_beyond(statement):
            values = {"whole": figures.shown(whole), "part": figures.shown(part)}
            return [figures.remark("part-exceeds", values, statement, span(whole), span(part))]
    low, _ = counted.total(run)
    if len(run) < 2 or low <= whole.high or figures.may_overlap(run):
        return []
    if figures.goes_beyond(statement) or not all(figures.same_thing(whole, part) for part in run):
        return []
    return [_summed(figures, "parts-exceed", statement, whole, run)]


def _closed(figures: Figures, statement: Statement, run: Sequence[Counted]) -> bool:
    """Whether the list is complete: nothing of its kind follows, and it does not say that it goes on."""
    end = run[-1].end
    later = [figure for figure in figures.of(statement) if figure.start >= end and figure.unit == run[0].unit]
    return len(run) >= 2 and not later and not figures.says("open_lists", run[0].words, min(end + 4, statement.end))


def _unlike(figures: Figures, statement: Statement, whole: Counted, run: Sequence[Counted]) -> list[Remark]:
    low, high = counted.total(run)
    if (low <= whole.high and high >= whole.low) or figures.may_overlap(run):
        return []
    if not all(figures.same_thing(whole, part) for part in run):
        return []
    return [_summed(figures, "sum", statement, whole, run)]


def _totals(figures: Figures) -> list[Remark]:
    """Totals behind the list they sum up, as in 许可31件、处罚4件，合计36件."""
    remarks: list[Remark] = []
    for hit in figures.reading.hits.all(figures.rule.groups["totals"]):
        statement = figures.statement(hit.start)
        whole = (
            counted.read_at(figures.text, hit.end, statement.end, figures.units)
            if statement and hit.end < statement.end
            else None
        )
        if statement is None or whole is None:
            continue
        same = [f for f in figures.of(statement) if f.end <= hit.start and f.unit == whole.unit]
        run = _list_before(figures, same, hit.start)
        sums = [counted.total(same[at:]) for at in range(len(same))]
        agrees = any(low <= whole.high and high >= whole.low for low, high in sums)
        if len(run) >= 2 and not agrees and not figures.says("open_lists", run[0].words, hit.start):
            whole = whole._replace(words=hit.start)
            remarks.append(_summed(figures, "sum", statement, whole, run))
    return remarks


def _list_before(figures: Figures, same: Sequence[Counted], end: int) -> list[Counted]:
    """The figures listed right before `end`."""
    if not same or end - same[-1].end > 1:
        return []
    run = [same[-1]]
    for figure in reversed(same[:-1]):
        if figures.text[figure.end] not in "、和及与" or figure.end != run[0].words:
            break
        run.insert(0, figure)
    return run


def _summed(figures: Figures, case: str, statement: Statement, whole: Counted, run: Sequence[Counted]) -> Remark:
    value = sum(figure.value for figure in run)
    values = {"whole": figures.shown(whole), "sum": f"{value:.10g}" if value < 1e10 else f"{value:.0f}"}
    return figures.remark(case, values, statement, span(whole), (run[0].words, run[-1].end))
