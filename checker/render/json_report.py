"""The JSON report that scripts rely on. Its shape is a promise: report.schema.json describes it."""

from __future__ import annotations

import json
from typing import Any, Final

from checker.audit.gate import count_accepted
from checker.results import Acceptance, Evidence, Finding, ItemResult, Reason, ReportResult, RulesetInfo, Run, Status

SCHEMA_VERSION: Final = "1.1"

# These statuses are always counted; the others only where they occur.
_COUNTED: Final[tuple[Status, ...]] = ("present", "weak", "missing")
_ALSO: Final[tuple[Status, ...]] = ("not_applicable", "unverifiable")


def json_report(run: Run, lang: str) -> bytes:
    """`run` as one JSON object."""
    text = json.dumps(_run(run, lang), ensure_ascii=False, indent=2) + "\n"
    # A file name that is not UTF-8 holds lone surrogates; written as \udcXX they are valid JSON and come back the same.
    return text.encode("utf-8", "backslashreplace")


def _run(run: Run, lang: str) -> dict[str, Any]:
    verdicts = [report.verdict for report in run.reports]
    return {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "checker", "version": run.tool_version},
        "ruleset": ruleset_object(run.ruleset),
        "reports": [report_object(report, lang) for report in run.reports],
        "summary": {
            "reports": len(verdicts),
            "pass": verdicts.count("pass"),
            "fail": verdicts.count("fail"),
            "error": verdicts.count("error"),
            "by_item": _by_item(run),
            "accepted": sum(map(count_accepted, run.reports)),
        },
    }


def _by_item(run: Run) -> dict[str, dict[str, int]]:
    statuses: dict[str, list[Status]] = {}
    for report in run.reports:
        for item in report.items:
            statuses.setdefault(item.id, []).append(item.status)
    counted: dict[str, dict[str, int]] = {}
    for name, found in statuses.items():
        kinds = [*_COUNTED, *(status for status in _ALSO if status in found)]
        counted[name] = {status: found.count(status) for status in kinds}
    return counted


def ruleset_object(ruleset: RulesetInfo) -> dict[str, str]:
    """A ruleset as the JSON report names it."""
    return {"id": ruleset.id, "version": ruleset.version, "digest": ruleset.digest}


def _ruleset(ruleset: RulesetInfo, lang: str) -> dict[str, str]:
    return ruleset_object(ruleset) | ({"why": ruleset.why.pick(lang)} if ruleset.why else {})


def report_object(report: ReportResult, lang: str) -> dict[str, Any]:
    """One report as the JSON report holds it."""
    error = report.error
    return {
        "path": report.path,
        "digest": report.digest,
        "media_type": report.media_type,
        "readability": report.readability,
        "title": report.title,
        "organ": report.organ,
        "year": report.year,
        "published": report.published,
        "verdict": report.verdict,
        "score": report.score,
        "items": [_item(item, lang) for item in report.items],
        "findings": [_finding(finding, lang) for finding in report.findings],
        "error": {"code": error.code, "message": error.message.pick(lang)} if error else None,
        "notices": [notice.pick(lang) for notice in report.notices],
        "ruleset": _ruleset(report.ruleset, lang) if report.ruleset else None,
    }


def _item(item: ItemResult, lang: str) -> dict[str, Any]:
    return {
        "id": item.id,
        "title": item.title.pick(lang),
        "level": item.level,
        "status": item.status,
        "score": item.score,
        "confidence": round(item.confidence, 2),
        "reasons": [_reason(reason, lang) for reason in item.reasons],
        "evidence": [evidence_object(evidence) for evidence in item.evidence],
        "suggestion": item.suggestion.pick(lang) if item.suggestion else None,
        "basis": item.basis.pick(lang) if item.basis else None,
        "fingerprint": item.fingerprint,
        "accepted": _acceptance(item.accepted),
    }


def _reason(reason: Reason, lang: str) -> dict[str, Any]:
    return {"code": reason.code, "message": reason.message.pick(lang)}


def evidence_object(evidence: Evidence) -> dict[str, Any]:
    """A quotation as the JSON report holds it."""
    return {
        "text": evidence.text,
        "section": list(evidence.section),
        "zone": evidence.zone,
        "line": evidence.line,
        "column": evidence.column,
        "end_line": evidence.end_line,
        "end_column": evidence.end_column,
        "start": evidence.span.start,
        "end": evidence.span.end,
        "page": evidence.page,
        "similarity": evidence.similarity,
    }


def _finding(finding: Finding, lang: str) -> dict[str, Any]:
    return {
        "id": finding.id,
        "severity": finding.severity,
        "message": finding.message.pick(lang),
        "evidence": [evidence_object(evidence) for evidence in finding.evidence],
        "fingerprint": finding.fingerprint,
        "accepted": _acceptance(finding.accepted),
    }


def _acceptance(accepted: Acceptance | None) -> dict[str, Any] | None:
    return None if accepted is None else accepted._asdict()
