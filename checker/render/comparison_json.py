"""Two years side by side as JSON, for programs."""

from __future__ import annotations

import json
from typing import Any, Final

from checker.audit.comparison import Comparison, Years
from checker.render.json_report import evidence_object
from checker.results import ReportResult, RulesetInfo

SCHEMA_VERSION: Final = "1.0"


def comparison_json(found: Years, tool: str, ruleset: RulesetInfo, lang: str) -> bytes:
    """`found` as one JSON object; of two single reports there is one pair."""
    whole = {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "checker", "version": tool},
        "ruleset": {"id": ruleset.id, "version": ruleset.version, "digest": ruleset.digest},
        "pairs": [_pair(pair, lang) for pair in found.pairs],
        "gone": [_report(report) for report in found.gone],
        "added": [_report(report) for report in found.added],
        "errors": [
            {"path": report.path, "error": {"code": report.error.code, "message": report.error.message.pick(lang)}}
            for report in found.unread
            if report.error
        ],
        "by_item": {
            trend.id: {"better": trend.better, "worse": trend.worse, "same": trend.same} for trend in found.trends
        },
    }
    return (json.dumps(whole, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "backslashreplace")


def _report(report: ReportResult) -> dict[str, Any]:
    return {"path": report.path, "organ": report.organ, "year": report.year, "score": report.score}


def _pair(pair: Comparison, lang: str) -> dict[str, Any]:
    return {
        "old": _report(pair.old),
        "new": _report(pair.new),
        "items": [
            {
                "id": change.id,
                "title": change.title.pick(lang),
                "level": change.level,
                "old": change.old,
                "new": change.new,
                "change": change.kind,
            }
            for change in pair.changes
        ],
        "copied": pair.copied,
        "copies": [
            {"exact": copy.exact, "old": evidence_object(copy.old), "new": evidence_object(copy.new)}
            for copy in pair.copies
        ],
        "plans": [
            {"old": evidence_object(one.old), "new": evidence_object(one.new) if one.new else None}
            for one in pair.plans
        ],
        "returns": [{"old": evidence_object(one.old), "new": evidence_object(one.new)} for one in pair.returns],
    }
