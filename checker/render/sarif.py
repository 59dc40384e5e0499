"""A run as SARIF 2.1.0, as code scanning services take it: one run, one location for each result, limits kept."""

from __future__ import annotations

import json
from typing import Any, Final
from urllib.parse import quote

from checker.render.escape import one_line
from checker.render.problems import NOT_CHECKED, SCORE, Level, Problem, Region, file_path, gravest_first, problems
from checker.render.wording import Words, chosen, words
from checker.results import Acceptance, Evidence, ItemResult, ReportResult, Run

_SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"
# What GitHub takes of one run, and of one description.
_MOST_RESULTS: Final = 25_000
_LONGEST: Final = 1024
_SEVERITY: Final[dict[Level, str]] = {"error": "error", "warning": "warning", "note": "recommendation"}


def sarif(run: Run, lang: str) -> bytes:
    """`run` as a SARIF log."""
    text = json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [_run(run, lang)]}, ensure_ascii=False, indent=1)
    return (text + "\n").encode("utf-8", "backslashreplace")


def _run(run: Run, lang: str) -> dict[str, Any]:
    tell = words(lang)
    found = problems(run, lang)
    kept = found if len(found) <= _MOST_RESULTS else gravest_first(found)[:_MOST_RESULTS]
    rules = _rules(run, kept, lang, tell)
    numbers = {rule["id"]: number for number, rule in enumerate(rules)}
    artifacts = {report.path: number for number, report in enumerate(run.reports)}
    weighed = any(problem.accepted for problem in found)
    return {
        "tool": {
            "driver": {
                "name": "checker",
                "version": run.tool_version,
                "semanticVersion": run.tool_version,
                "rules": rules,
            }
        },
        "automationDetails": {"id": f"{run.ruleset.id}/"},
        "language": "en-US" if lang == "en" else "zh-CN",
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "invocations": [_invocation(run, lang, tell, left_out=len(found) - len(kept))],
        "artifacts": [_artifact(report) for report in run.reports],
        "results": [
            _result(problem, numbers, artifacts, tell, compared=run.compared, weighed=weighed)
            | {"partialFingerprints": {"primaryLocationLineHash": mark}}
            for problem, mark in zip(kept, _marks(kept), strict=True)
        ],
        "properties": {
            "ruleset": {"id": run.ruleset.id, "version": run.ruleset.version, "digest": run.ruleset.digest},
            "accepted": sum(problem.accepted is not None for problem in found),
        },
    }


def _marks(found: list[Problem]) -> list[str]:
    """Fingerprints as GitHub makes its own: how often the same has occurred in the file stands behind the colon."""
    seen: dict[tuple[str, str, str], int] = {}
    marks = []
    for problem in found:
        key = (problem.report.path, problem.rule, problem.fingerprint)
        seen[key] = seen.get(key, 0) + 1
        marks.append(f"{problem.fingerprint}:{seen[key]}")
    return marks


def _rules(run: Run, found: list[Problem], lang: str, tell: Words) -> list[dict[str, Any]]:
    """Every item of the reports, and what else has a result. The same whatever the reports lack."""
    items: dict[str, ItemResult] = {}
    for report in run.reports:
        for item in report.items:
            known = items.get(item.id)
            if known is None or (item.expected and not known.expected):
                items[item.id] = item
    rules = [_item_rule(item, lang, tell) for item in items.values()]
    others = {problem.rule: problem.level for problem in found if problem.rule not in items}
    for rule, level in sorted(others.items()):
        name = tell(f"rule-{rule}") if rule in (NOT_CHECKED, SCORE) else tell("rule-finding", id=rule)
        rules.append(_rule(rule, name, name, name, level))
    return rules


def _item_rule(item: ItemResult, lang: str, tell: Words) -> dict[str, Any]:
    title = item.title.pick(lang)
    lines = [("label-level", tell(f"level-{item.level}"))]
    if item.expected:
        lines.append(("label-heading", item.expected.heading.pick(lang)))
        lines.append(("label-content", item.expected.content.pick(lang)))
    if item.basis:
        lines.append(("label-basis", item.basis.pick(lang)))
    said = [(tell(label), one_line(text)) for label, text in lines if text]
    said.append(("", tell("rule-explain", id=item.id)))
    full = tell("rule-full", title=title, level=tell(f"level-{item.level}"))
    level: Level = "error" if item.level == "required" else "note"
    markdown = "\n".join(f"- **{label.strip()}** {text}" if label else f"- {text}" for label, text in said)
    rule = _rule(item.id, title, full, "\n".join(label + text for label, text in said), level)
    rule["help"]["markdown"] = markdown
    return rule


def _rule(name: str, short: str, full: str, help_text: str, level: Level) -> dict[str, Any]:
    return {
        "id": name,
        "shortDescription": {"text": one_line(short)[:_LONGEST]},
        "fullDescription": {"text": one_line(full)[:_LONGEST]},
        "help": {"text": help_text, "markdown": help_text},
        "defaultConfiguration": {"level": level},
        "properties": {"tags": ["compliance"], "precision": "high", "problem.severity": _SEVERITY[level]},
    }


def _invocation(run: Run, lang: str, tell: Words, *, left_out: int) -> dict[str, Any]:
    notes: list[dict[str, Any]] = []
    for number, report in enumerate(run.reports):
        where = {"physicalLocation": {"artifactLocation": {"uri": _uri(report), "index": number}}}
        if report.error:
            text = one_line(report.error.message.pick(lang))
            notes.append({"level": "error", "message": {"text": text}, "locations": [where]})
        said = [*(one_line(notice.pick(lang)) for notice in report.notices), chosen(report, lang, tell)]
        notes += [{"level": "note", "message": {"text": text}, "locations": [where]} for text in said if text]
    if left_out:
        notes.append({"level": "warning", "message": {"text": tell("problems-left-out", count=left_out)}})
    done = not any(report.error for report in run.reports)
    return {"executionSuccessful": done, "toolExecutionNotifications": notes}


def _artifact(report: ReportResult) -> dict[str, Any]:
    entry: dict[str, Any] = {
        "location": {"uri": _uri(report)},
        "roles": ["analysisTarget"],
        "mimeType": report.media_type,
    }
    if report.digest:
        entry["hashes"] = {"sha-256": report.digest.removeprefix("sha256:")}
    return entry


def _result(
    problem: Problem, rules: dict[str, int], artifacts: dict[str, int], tell: Words, *, compared: bool, weighed: bool
) -> dict[str, Any]:
    artifact = {"uri": _uri(problem.report), "index": artifacts[problem.report.path]}
    result: dict[str, Any] = {
        "ruleId": problem.rule,
        "ruleIndex": rules[problem.rule],
        "level": problem.level,
        "message": {"text": problem.message},
        "locations": [_location(problem, artifact, problem.region, problem.evidence[:1], tell)],
    }
    if problem.evidence[1:]:
        result["relatedLocations"] = [
            _location(problem, artifact, Region(e.line, e.column, e.end_line, e.end_column), (e,), tell)
            for e in problem.evidence[1:]
        ]
    if compared:
        known = problem.accepted is not None and problem.accepted.kind == "baseline"
        result["baselineState"] = "unchanged" if known else "new"
    if weighed:
        # Where one result says whether it is suppressed, all must.
        result["suppressions"] = [_suppression(problem.accepted, tell)] if problem.accepted else []
    return result


def _suppression(accepted: Acceptance, tell: Words) -> dict[str, Any]:
    return {
        "kind": "inSource" if accepted.kind == "comment" else "external",
        "status": "accepted",
        "justification": one_line(accepted.reason) or tell("accepted-baseline"),
    }


def _location(
    problem: Problem, artifact: dict[str, Any], region: Region, evidence: tuple[Evidence, ...], tell: Words
) -> dict[str, Any]:
    span: dict[str, Any] = {
        "startLine": region.line,
        "startColumn": region.column,
        "endLine": region.end_line,
        "endColumn": region.end_column,
    }
    location: dict[str, Any] = {"physicalLocation": {"artifactLocation": artifact, "region": span}}
    for quoted in evidence:
        span["snippet"] = {"text": quoted.text}
        if quoted.section:
            location["logicalLocations"] = [
                {
                    "name": one_line(quoted.section[-1]),
                    "fullyQualifiedName": " > ".join(map(one_line, quoted.section)),
                    "kind": "section",
                }
            ]
        if quoted.page is not None:
            location["properties"] = {"page": quoted.page}
    if not problem.lined and problem.report.items:
        location["message"] = {"text": tell("lines-of-extracted-text")}
    return location


def _uri(report: ReportResult) -> str:
    path = file_path(report)
    # A name that is not UTF-8 keeps its own bytes; other lone surrogates, which only Windows has, are lost.
    try:
        data = path.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        data = path.encode("utf-8", "replace")
    if path.startswith("/"):
        return "file://" + quote(data)
    drive = path[1:3] == ":/"
    return f"file:///{path[:2]}{quote(data[2:])}" if drive else quote(data)
