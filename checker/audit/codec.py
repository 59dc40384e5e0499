"""Results as bytes that a store can keep for years, and back without loss."""

import json
import zlib
from collections.abc import Callable
from typing import Any, Final, TypeVar

from checker.results import (
    Acceptance,
    Evidence,
    Expected,
    Failure,
    Finding,
    ItemResult,
    NearMiss,
    Reason,
    ReportResult,
    RulesetInfo,
    SectionView,
)
from checker.text import Span, Text

VERSION: Final = 3
"""Of the shape of what is stored; raise it with every change of the fields in `checker.results`."""

_T = TypeVar("_T")


def encode(report: ReportResult) -> bytes:
    """`report` as compressed JSON: named tuples are lists of their fields, in order."""
    text = json.dumps([VERSION, report], ensure_ascii=False, separators=(",", ":"))
    return zlib.compress(text.encode("utf-8", "surrogatepass"), 1)


def decode(data: bytes) -> ReportResult | None:
    """What `encode` was given; None for a shape of another version."""
    version, fields = json.loads(zlib.decompress(data).decode("utf-8", "surrogatepass"))
    return _report(fields) if version == VERSION else None


def _report(fields: list[Any]) -> ReportResult:
    report = ReportResult(*fields)
    return report._replace(
        items=_each(_item, report.items),
        findings=_each(_finding, report.findings),
        sections=_each(_section, report.sections),
        notices=_each(_text, report.notices),
        error=_maybe(_failure, report.error),
        ruleset=_maybe(_ruleset, report.ruleset),
    )


def _item(fields: list[Any]) -> ItemResult:
    item = ItemResult(*fields)
    return item._replace(
        title=Text(*item.title),
        reasons=_each(_reason, item.reasons),
        evidence=_each(_evidence, item.evidence),
        suggestion=_maybe(_text, item.suggestion),
        basis=_maybe(_text, item.basis),
        expected=_maybe(_expected, item.expected),
        near=_each(_near, item.near),
        accepted=_maybe(_acceptance, item.accepted),
    )


def _finding(fields: list[Any]) -> Finding:
    finding = Finding(*fields)
    return finding._replace(
        message=Text(*finding.message),
        evidence=_each(_evidence, finding.evidence),
        suggestion=_maybe(_text, finding.suggestion),
        accepted=_maybe(_acceptance, finding.accepted),
    )


def _evidence(fields: list[Any]) -> Evidence:
    evidence = Evidence(*fields)
    return evidence._replace(section=tuple(evidence.section), span=Span(*evidence.span))


def _section(fields: list[Any]) -> SectionView:
    section = SectionView(*fields)
    return section._replace(items=tuple(section.items))


def _reason(fields: list[Any]) -> Reason:
    return Reason(fields[0], Text(*fields[1]))


def _near(fields: list[Any]) -> NearMiss:
    return NearMiss(_evidence(fields[0]), Text(*fields[1]))


def _expected(fields: list[Any]) -> Expected:
    return Expected(Text(*fields[0]), Text(*fields[1]), fields[2])


def _acceptance(fields: list[Any]) -> Acceptance:
    return Acceptance(*fields)


def _failure(fields: list[Any]) -> Failure:
    return Failure(fields[0], Text(*fields[1]))


def _ruleset(fields: list[Any]) -> RulesetInfo:
    id_, version, digest, title, why = fields
    return RulesetInfo(id_, version, digest, Text(*title), _maybe(_text, why))


def _text(fields: list[Any]) -> Text:
    return Text(*fields)


def _each(make: Callable[[Any], _T], values: Any) -> tuple[_T, ...]:
    return tuple(map(make, values))


def _maybe(make: Callable[[Any], _T], value: Any) -> _T | None:
    return None if value is None else make(value)
