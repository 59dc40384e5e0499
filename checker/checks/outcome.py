"""What a check answers: a status, the reason that decides it, the passages that prove it, what nearly counted."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import Final, NamedTuple

from checker.results import Status, Zone
from checker.structure import Reading
from checker.structure.zones import Statement

_CLAUSE: Final = 30
_CLAUSE_ENDS: Final = "\u3002!?;:,\n"


class Proof(NamedTuple):
    """A passage: half-open offsets into the normalised text, its zone, and how closely the words were met (0-100)."""

    start: int
    end: int
    zone: Zone
    similarity: int = 100


class Near(NamedTuple):
    """A passage that nearly counted; `code` names why it did not (a reason of the ruleset)."""

    proof: Proof
    code: str


class Said(NamedTuple):
    """A reason before it has words: its code, and what fills its sentence."""

    code: str
    values: tuple[tuple[str, str], ...] = ()


class Outcome(NamedTuple):
    """A check's answer for one item."""

    status: Status
    code: str | None
    proofs: tuple[Proof, ...] = ()
    near: tuple[Near, ...] = ()
    confidence: float = 0.9
    values: tuple[tuple[str, str], ...] = ()
    """What fills the sentence of `code`."""
    more: tuple[Said, ...] = ()
    """Further reasons behind the one that decides."""
    after: tuple[int, ...] | None = None
    """Indices of the sections that a missing item belongs behind; None where the check does not know."""

    @classmethod
    def short(cls, reasons: Sequence[Said], proofs: tuple[Proof, ...], confidence: float = 0.95) -> "Outcome":
        """A weak item for these reasons, the deciding one first."""
        first, *more = reasons
        return cls("weak", first.code, proofs, (), confidence, first.values, tuple(more))

    @classmethod
    def fine(cls, remarks: Sequence[Said], proofs: tuple[Proof, ...], confidence: float = 0.95) -> "Outcome":
        """An item in order, with what may be said of it all the same."""
        first = remarks[0] if remarks else Said("")
        return cls("present", first.code or None, proofs, (), confidence, first.values, tuple(remarks[1:]))


def proof(statement: Statement, similarity: int = 100) -> Proof:
    """The whole statement as a passage."""
    return Proof(statement.start, statement.end, statement.zone, similarity)


def zone_of(reading: Reading, position: int) -> Zone:
    """The zone of the statement at `position`."""
    for statement in reading.statements:
        if statement.start <= position < statement.end:
            return statement.zone
    return "account"


def titled(text: str, position: int) -> bool:
    """Whether `position` stands inside the title of a document (《…》)."""
    opening = text.rfind("\u300a", max(0, position - 80), position)
    return opening >= 0 and text.find("\u300b", opening, position) < 0


class Remark(NamedTuple):
    """One finding before it has words: which case of the rule, what fills its sentence, and the passages."""

    case: str
    """A key of the rule's `messages`."""
    values: tuple[tuple[str, str], ...]
    proofs: tuple[Proof, ...]


def in_furniture(reading: Reading, position: int) -> bool:
    """Whether `position` stands in a block that is no part of the report."""
    return bisect_right(reading.view.blocks, (position, len(reading.view.text))) - 1 in reading.furniture


def day_values(name: str, iso: str) -> tuple[tuple[str, str], ...]:
    """A day for the sentences of both languages: `{name}` in ISO form, `{name_zh}` as Chinese documents write it."""
    year, month, day = iso.split("-")
    return (name, iso), (f"{name}_zh", f"{year}\u5e74{int(month)}\u6708{int(day)}\u65e5")


def clause(reading: Reading, start: int, end: int) -> Proof:
    """The clause around `start:end`, for a quotation that can be understood."""
    text = reading.view.text
    first = max(text.rfind(mark, 0, start) for mark in _CLAUSE_ENDS) + 1
    stops = [at for mark in _CLAUSE_ENDS if (at := text.find(mark, end)) >= 0]
    return Proof(max(first, start - _CLAUSE), min([*stops, end + _CLAUSE, len(text)]), zone_of(reading, start))
