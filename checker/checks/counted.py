"""Figures with a unit in a statement, each with the words that say what it counts."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from checker.checks import numbers

_MARKS: Final = ",;:|()!?\u3002"
_LONGEST_UNIT: Final = 3


class Counted(NamedTuple):
    """A figure with its unit. Offsets are into the normalised text."""

    words: int
    """Where the words begin that say what is counted: behind the last mark or figure."""
    start: int
    """Where the numeral begins."""
    end: int
    """Behind the unit."""
    value: float
    low: float
    high: float
    unit: str


def read(text: str, start: int, end: int, units: frozenset[str]) -> list[Counted]:
    """The figures of `text[start:end]` that have one of the `units`, in order."""
    found: list[Counted] = []
    previous = start
    for number in numbers.read(text, start, end):
        if number.percent:
            continue
        figure = _with_unit(text, number, previous, end, units)
        if figure is not None:
            found.append(figure)
            previous = figure.end
    return found


def read_at(text: str, position: int, end: int, units: frozenset[str]) -> Counted | None:
    """The figure with a unit whose numeral begins at `position`, or None."""
    number = numbers.read_at(text, position)
    return _with_unit(text, number, position, end, units) if number and not number.percent else None


def total(figures: Sequence[Counted]) -> tuple[float, float]:
    """From where to where the sum of the figures may lie."""
    return sum(figure.low for figure in figures), sum(figure.high for figure in figures)


def _with_unit(text: str, number: numbers.Number, previous: int, limit: int, units: frozenset[str]) -> Counted | None:
    for length in range(_LONGEST_UNIT, 0, -1):
        unit = text[number.end : number.end + length]
        if unit in units and number.end + length <= limit:
            behind = number.end + length
            number = numbers.loosened(number, text, behind)
            words = max(previous, *(text.rfind(mark, previous, number.start) + 1 for mark in _MARKS))
            return Counted(words, number.start, behind, number.value, number.low, number.high, unit)
    return None
