"""Figures of the report that must fit each other: shares, parts of totals, changes, one quantity told twice."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from checker.checks import counted, numbers
from checker.checks.counted import Counted
from checker.checks.outcome import Proof, Remark, titled
from checker.ruleset.model import FindingRule
from checker.structure import Reading
from checker.structure.zones import Statement

_TOLERANCE: Final = 0.1
"""Points by which a rate may differ whatever its digits."""
_NEAR: Final = 12
"""Characters behind a word within which its figure begins."""
_VERB: Final = 3
"""Characters between a year and its figure that hold no more than a verb: 上年的100件, 上年立案100件."""
_MARKS: Final = ",;:|()、\u3002"


def run(reading: Reading, rule: FindingRule) -> list[Remark]:
    """Every disagreement, with the figures that disagree as passages; none where the words leave room for agreement."""
    figures = _Figures(reading, rule)
    remarks = [*_shares(figures), *_parts(figures), *_totals(figures), *_changes(figures), *_repeated(figures)]
    return list({tuple(proof[:2] for proof in remark.proofs): remark for remark in reversed(remarks)}.values())[::-1]


class _Figures:
    """The figures of the statements that are asked for, and where the words of the rule stand."""

    def __init__(self, reading: Reading, rule: FindingRule) -> None:
        self.reading, self.rule = reading, rule
        self.text = reading.view.text
        self.units = frozenset(rule.codes["units"].split())
        self.overlapping = frozenset(rule.codes["overlapping_units"].split())
        self._read: dict[int, list[Counted]] = {}

    def statement(self, position: int) -> Statement | None:
        """The statement at `position`; None where it is plan text, whose figures are aims, or a heading."""
        at = self.reading.statement(position)
        found = self.reading.statements[at] if at is not None else None
        return None if found is None or found.zone == "plan" or found.heading else found

    def of(self, statement: Statement) -> list[Counted]:
        """The figures of a statement."""
        if statement.start not in self._read:
            self._read[statement.start] = counted.read(self.text, statement.start, statement.end, self.units)
        return self._read[statement.start]

    def says(self, option: str, start: int, end: int) -> bool:
        """Whether a phrase of `option` stands in `start:end`."""
        return self.reading.hits.any(self.rule.groups[option], start, end)

    def clause_end(self, figure: Counted) -> int:
        """Where the words behind the figure end: 216人参加考试."""
        found = (self.text.find(mark, figure.end, figure.end + _NEAR) for mark in _MARKS)
        return min((at for at in found if at >= 0), default=figure.end)

    def covered(self, option: str, start: int, end: int) -> bool:
        """Whether phrases of `option` make up all of `start:end`."""
        if start >= end:
            return True
        reach = {start}
        for hit in self.reading.hits.within(self.rule.groups[option], start, end):
            if hit.start in reach:
                reach.add(hit.end)
        return end in reach

    def goes_beyond(self, statement: Statement) -> bool:
        """Whether a part may hold what its total does not: cases carried over from the year before."""
        return self.says("beyond", *statement[:2]) or self.says("former", *statement[:2])

    def may_overlap(self, run: Sequence[Counted]) -> bool:
        """Whether the figures of a list may count the same thing more than once."""
        return run[0].unit in self.overlapping or self.says("overlapping", run[0].words, run[-1].end)

    def shown(self, figure: Counted) -> str:
        return self.text[figure.start : figure.end]

    def quote(self, statement: Statement, start: int, end: int) -> Proof:
        """The passage `start:end` without marks at its beginning."""
        while start < end and self.text[start] in _MARKS:
            start += 1
        return Proof(start, end, statement.zone)

    def remark(self, case: str, values: Mapping[str, str], statement: Statement, *spans: tuple[int, int]) -> Remark:
        return Remark(case, tuple(values.items()), tuple(self.quote(statement, *span) for span in spans))


def _span(figure: Counted) -> tuple[int, int]:
    return figure.words, figure.end


# Shares and rates ----------------------------------------------------------------------------------------------------


def _shares(figures: _Figures) -> list[Remark]:
    remarks: list[Remark] = []
    for row in figures.rule.tables["shares"]:
        for hit in figures.reading.hits.all(row["rates"]):
            statement = figures.statement(hit.start)
            rate = _stated(figures, statement, hit.start, hit.end) if statement else None
            if statement and rate:
                remarks += _rate(figures, row, statement, hit.start, rate)
        remarks += _excess(figures, row)
    return remarks


def _stated(figures: _Figures, statement: Statement, start: int, end: int) -> numbers.Number | None:
    """The percentage that the name of a rate at `start:end` has; None where the clause says more than the name."""
    lead = max(statement.start, *(figures.text.rfind(mark, statement.start, start) + 1 for mark in _MARKS))
    return _linked(figures, statement, end) if figures.covered("rate_leads", lead, start) else None


def _linked(figures: _Figures, statement: Statement, end: int) -> numbers.Number | None:
    """The percentage that follows the word ending at `end`, with no other words between."""
    rate = next(numbers.read(figures.text, end, min(end + _NEAR, statement.end)), None)
    if rate is None or not rate.percent or not figures.covered("rate_links", end, rate.start):
        return None
    return numbers.loosened(rate, figures.text, rate.end)


def _rate(
    figures: _Figures, row: Mapping[str, Any], statement: Statement, start: int, rate: numbers.Number
) -> list[Remark]:
    """The stated rate against those that any whole and part before it would give."""
    before = [figure for figure in figures.of(statement) if figure.end <= start]
    pairs = _pairs(figures, row, statement, before)
    if not pairs or figures.goes_beyond(statement):
        return []
    for whole, part in pairs:
        same = [figure for figure in before if figure.unit == whole.unit]
        first, second = same.index(whole), same.index(part)
        for w in range(first, second):
            for p in range(second, len(same)):
                if _agree(same[first : w + 1], same[second : p + 1], rate):
                    return []
    whole, part = pairs[-1]
    if not whole.value:
        return []
    values = {
        "whole": figures.shown(whole),
        "part": figures.shown(part),
        "computed": _percent(part.value / whole.value * 100),
        "stated": figures.text[rate.start : rate.end],
    }
    return [figures.remark("rate", values, statement, _span(whole), _span(part), (start, rate.end))]


def _agree(wholes: Sequence[Counted], parts: Sequence[Counted], rate: numbers.Number) -> bool:
    (low, high), (part_low, part_high) = counted.total(wholes), counted.total(parts)
    if low <= 0:
        return True
    return _within(part_low / high * 100, part_high / low * 100, rate)


def _within(low: float, high: float, rate: numbers.Number) -> bool:
    """Whether a share from `low` to `high` per cent may be told as `rate`."""
    least, most = min(rate.low, rate.value - _TOLERANCE), max(rate.high, rate.value + _TOLERANCE)
    return low <= most + 1e-9 and high >= least - 1e-9


def _percent(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".") + "%"


def _pairs(
    figures: _Figures, row: Mapping[str, Any], statement: Statement, listed: Sequence[Counted]
) -> list[tuple[Counted, Counted]]:
    """Each part with the nearest whole before it in the same unit."""
    within = figures.reading.hits.within
    pairs: list[tuple[Counted, Counted]] = []
    for at, part in enumerate(listed):
        found = within(row["part"], part.words, min(part.end + _NEAR, statement.end))
        if not found:
            continue
        for whole in reversed(listed[:at]):
            if whole.unit != part.unit or not figures.reading.hits.any(
                row["whole"], whole.words, figures.clause_end(whole)
            ):
                continue
            if any(_is_part(figures, part, whole, hit.start, hit.end) for hit in found):
                pairs.append((whole, part))
            break
    return pairs


def _is_part(figures: _Figures, part: Counted, whole: Counted, start: int, end: int) -> bool:
    """Whether the word at `start:end` makes `part` a share of `whole`: nothing else acts, nothing else is counted."""
    if start == part.end:
        return True
    if end > part.start:
        return False
    lead = part.words
    while lead < start and figures.text[lead] in _MARKS:
        lead += 1
    counts = figures.text[end : part.start]
    return figures.covered("part_leads", lead, start) and counts in figures.text[whole.words : whole.start]


def _excess(figures: _Figures, row: Mapping[str, Any]) -> list[Remark]:
    """Parts that are more than everything counted from their whole up to them."""
    remarks: list[Remark] = []
    seen: set[int] = set()
    for hit in figures.reading.hits.all(row["watched"]):
        if not any(char.isnumeric() for char in figures.text[hit.end : hit.end + _NEAR]):
            continue
        statement = figures.statement(hit.start)
        if statement is None or statement.start in seen:
            continue
        seen.add(statement.start)
        listed = figures.of(statement)
        for whole, part in _pairs(figures, row, statement, listed):
            between = [f for f in listed if f.unit == whole.unit and whole.start <= f.start < part.start]
            if part.low > counted.total(between)[1] and not figures.goes_beyond(statement):
                values = {"whole": figures.shown(whole), "part": figures.shown(part)}
                remarks.append(figures.remark("exceeds", values, statement, _span(whole), _span(part)))
    return remarks


# Parts and totals ----------------------------------------------------------------------------------------------------


def _parts(figures: _Figures) -> list[Remark]:
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
            remarks += _too_much(figures, statement, whole, run)
            if option == "divided" and before[-1] is whole and not remarks and _closed(figures, statement, run):
                remarks += _unlike(figures, statement, whole, run)
    return remarks


def _run(figures: _Figures, listed: Sequence[Counted], start: int) -> list[Counted]:
    """The figures from `start` on that are listed in one clause: A 3件、B 2件和C 1件."""
    run: list[Counted] = []
    end = start
    for figure in listed:
        if any(mark in figures.text[end : figure.start] for mark in _MARKS if mark != "、"):
            break
        if run and (figure.unit != run[0].unit or figures.text[end] not in "、和及与"):
            break
        run.append(figure)
        end = figure.end
    return run


def _too_much(figures: _Figures, statement: Statement, whole: Counted, run: Sequence[Counted]) -> list[Remark]:
    for part in run:
        if part.low > whole.high and not figures.goes_beyond(statement):
            values = {"whole": figures.shown(whole), "part": figures.shown(part)}
            return [figures.remark("part-exceeds", values, statement, _span(whole), _span(part))]
    low, _ = counted.total(run)
    if len(run) < 2 or low <= whole.high or figures.may_overlap(run):
        return []
    if figures.goes_beyond(statement):
        return []
    return [_summed(figures, "parts-exceed", statement, whole, run)]


def _closed(figures: _Figures, statement: Statement, run: Sequence[Counted]) -> bool:
    """Whether the list is complete: nothing of its kind follows, and it does not say that it goes on."""
    end = run[-1].end
    later = [figure for figure in figures.of(statement) if figure.start >= end and figure.unit == run[0].unit]
    return len(run) >= 2 and not later and not figures.says("open_lists", run[0].words, min(end + 4, statement.end))


def _unlike(figures: _Figures, statement: Statement, whole: Counted, run: Sequence[Counted]) -> list[Remark]:
    low, high = counted.total(run)
    if (low <= whole.high and high >= whole.low) or figures.may_overlap(run):
        return []
    return [_summed(figures, "sum", statement, whole, run)]


def _totals(figures: _Figures) -> list[Remark]:
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


def _list_before(figures: _Figures, same: Sequence[Counted], end: int) -> list[Counted]:
    """The figures listed right before `end`."""
    if not same or end - same[-1].end > 1:
        return []
    run = [same[-1]]
    for figure in reversed(same[:-1]):
        if figures.text[figure.end] not in "、和及与" or figure.end != run[0].words:
            break
        run.insert(0, figure)
    return run


def _summed(figures: _Figures, case: str, statement: Statement, whole: Counted, run: Sequence[Counted]) -> Remark:
    value = sum(figure.value for figure in run)
    values = {"whole": figures.shown(whole), "sum": f"{value:.10g}" if value < 1e10 else f"{value:.0f}"}
    return figures.remark(case, values, statement, _span(whole), (run[0].words, run[-1].end))


# Changes -------------------------------------------------------------------------------------------------------------


def _changes(figures: _Figures) -> list[Remark]:
    """Rates of change against the two figures they are the change of."""
    remarks: list[Remark] = []
    for statement in _with_former(figures):
        for option, sign in (("rises", 1), ("falls", -1)):
            for hit in figures.reading.hits.within(figures.rule.groups[option], statement.start, statement.end):
                rate = _linked(figures, statement, hit.end)
                if rate and figures.text[rate.end : rate.end + 1] != "、":
                    remarks += _change(figures, statement, hit.start, rate, sign)
    return remarks


def _with_former(figures: _Figures) -> list[Statement]:
    """The statements that speak of the year before."""
    places = [hit.start for hit in figures.reading.hits.all(figures.rule.groups["former"])]
    if figures.reading.facts.year is not None:
        year = f"{figures.reading.facts.year - 1}年"
        at = figures.text.find(year)
        while at >= 0:
            places.append(at)
            at = figures.text.find(year, at + 1)
    found = (figures.statement(place) for place in sorted(places))
    return list(dict.fromkeys(statement for statement in found if statement is not None))


def _change(figures: _Figures, statement: Statement, start: int, rate: numbers.Number, sign: int) -> list[Remark]:
    found = _then_and_now(figures, statement, start, rate.end)
    if found is None:
        return []
    then, now = found
    if then.low <= 0 or figures.says("beyond", statement.start, statement.end):
        return []
    low, high = sorted(sign * (value * 100 - 100) for value in (now.low / then.high, now.high / then.low))
    if _within(low, high, rate):
        return []
    values = {
        "then": figures.shown(then),
        "now": figures.shown(now),
        "computed": _percent(abs(now.value / then.value * 100 - 100)),
        "stated": figures.text[rate.start : rate.end],
    }
    case = "direction" if high < 0 else "change"
    return [figures.remark(case, values, statement, _span(then), _span(now), (start, rate.end))]


def _then_and_now(figures: _Figures, statement: Statement, start: int, end: int) -> tuple[Counted, Counted] | None:
    """Last year's and this year's figure right before the change at `start:end`; last year's may follow in brackets."""
    listed = figures.of(statement)
    before = [figure for figure in listed if figure.end <= start]
    if figures.text[end : end + 1] == "(" and before:
        behind = next((figure for figure in listed if figure.start > end), None)
        pair = [before[-1], behind] if behind else []
    else:
        pair = list(before[-2:])
    if len(pair) < 2 or pair[0] is None or pair[1] is None or pair[0].unit != pair[1].unit:
        return None
    if any(_moved(figures, figure) for figure in pair if figure is not None):
        return None
    old = [_is_former(figures, figure) for figure in pair if figure is not None]
    if old == [True, False]:
        return pair[0], pair[1]
    return (pair[1], pair[0]) if old == [False, True] else None


def _moved(figures: _Figures, figure: Counted) -> bool:
    """Whether the figure is itself a difference: 比上年增加20件."""
    hits = figures.reading.hits
    return any(
        hit.end == figure.start
        for option in ("rises", "falls")
        for hit in hits.within(figures.rule.groups[option], figure.words, figure.start)
    )


def _is_former(figures: _Figures, figure: Counted) -> bool:
    """Whether the figure is told as last year's: the year stands right before it, up to a verb."""
    year, text = figures.reading.facts.year, figures.text
    ends = [hit.end for hit in figures.reading.hits.within(figures.rule.groups["former"], figure.words, figure.start)]
    at = text.find(f"{year - 1}年", figure.words, figure.start) if year else -1
    ends += [at + 5] if at >= 0 else []
    return bool(ends) and figure.start - max(ends) <= _VERB


# One quantity told twice ---------------------------------------------------------------------------------------------


def _repeated(figures: _Figures) -> list[Remark]:
    """The year's value of one quantity in two places."""
    remarks: list[Remark] = []
    for row in figures.rule.tables["quantities"]:
        first: tuple[Statement, Counted] | None = None
        for statement, figure in _yearly(figures, row["said"]):
            if first is None:
                first = statement, figure
            elif first[1].unit == figure.unit and (figure.low > first[1].high or figure.high < first[1].low):
                values = {"first": figures.shown(first[1]), "second": figures.shown(figure)}
                proofs = (figures.quote(first[0], *_span(first[1])), figures.quote(statement, *_span(figure)))
                remarks.append(Remark("two-values", tuple(values.items()), proofs))
                break
    return remarks


def _yearly(figures: _Figures, group: int) -> list[tuple[Statement, Counted]]:
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


def _year_said(figures: _Figures, statement: Statement, verb: int) -> int | None:
    """Where the words begin that say, right before the verb, that the whole year is meant; else None."""
    start = max(statement.start, *(figures.text.rfind(mark, statement.start, verb) + 1 for mark in _MARKS))
    if start == verb or figures.covered("fillers", start, verb):
        # 2024年，共立案31件: the year may be a clause of its own.
        start = max(statement.start, *(figures.text.rfind(m, statement.start, start - 1) + 1 for m in _MARKS))
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


def _scoped(figures: _Figures, statement: Statement, end: int) -> bool:
    """Whether the paragraph up to the figure, or the heading above it, limits what is counted."""
    block = figures.reading.view.blocks[statement.block]
    section = figures.reading.sections[statement.section] if statement.section is not None else None
    return figures.says("scopes", block.start, end) or (section is not None and figures.says("scopes", *section.title))
