"""Last year's report beside this year's: what improved, what got worse, what was only copied, what returns."""

from collections.abc import Iterable
from typing import Final

from checker.audit.comparison import Change, Comparison, Copy, Kind, Return
from checker.matching import similarity
from checker.results import Evidence, ItemResult, ReportResult, Status
from checker.text import squeeze

_WORTH: Final[dict[Status, int]] = {"present": 2, "weak": 1, "missing": 0}
_ALIKE: Final = 80
"""Similarity from which two shortcomings are the same one in other words."""
_SHORTEST: Final = 15
"""Characters below which equal words say nothing: a heading, the name of a system."""


def compare(old: ReportResult, new: ReportResult) -> Comparison:
    """`new` as a successor of `old`; both must have been read."""
    before = {item.id: item for item in old.items}
    pairs = [(before[item.id], item) for item in new.items if item.id in before]
    return Comparison(
        old=old,
        new=new,
        changes=tuple(_change(first, second) for first, second in pairs),
        copies=tuple(_copies(old.items, new.items)),
        returns=tuple(_returns(old.items, new.items)),
    )


def _change(old: ItemResult, new: ItemResult) -> Change:
    first, second = _WORTH.get(old.status), _WORTH.get(new.status)
    kind: Kind = "same"
    if first is not None and second is not None and first != second:
        kind = "better" if second > first else "worse"
    return Change(new.title, old.status, new.status, kind)


def _copies(old: Iterable[ItemResult], new: Iterable[ItemResult]) -> Iterable[Copy]:
    """Account only: a plan or a shortcoming in last year's words is told as what returns."""
    known = {squeeze(quote.text): quote for item in old for quote in item.evidence}
    told: set[str] = set()
    for item in new:
        for quote in item.evidence:
            words = squeeze(quote.text)
            if quote.zone == "account" and len(words) >= _SHORTEST and words in known and words not in told:
                told.add(words)
                yield Copy(item.title, known[words], quote)


def _returns(old: Iterable[ItemResult], new: Iterable[ItemResult]) -> Iterable[Return]:
    before = _shortcomings(old)
    for words, quote in _shortcomings(new).items():
        scored = [(similarity(words, other), found) for other, found in before.items()]
        score, best = max(scored, key=lambda pair: pair[0], default=(0, quote))
        if score >= _ALIKE:
            yield Return(best, quote)


def _shortcomings(items: Iterable[ItemResult]) -> dict[str, Evidence]:
    quotes = [quote for item in items for quote in item.evidence if quote.zone == "shortcomings"]
    return {words: quote for quote in quotes if len(words := squeeze(quote.text)) >= _SHORTEST}
