"""A run for GitHub Actions: annotations as workflow commands, and the step summary, each within GitHub's limits."""

from __future__ import annotations

from typing import Final

from checker.audit.gate import count_accepted
from checker.render import escape
from checker.render.problems import NOTICE, RANK, Level, Problem, file_path, gravest_first, with_notices
from checker.render.wording import Words, ruleset_name, summary, words
from checker.results import ReportResult, Run

# GitHub shows ten annotations of each kind for a step; the last notice is kept to say how many there are besides.
_MOST: Final[dict[Level, int]] = {"error": 10, "warning": 10, "note": 9}
_COMMAND: Final[dict[Level, str]] = {"error": "error", "warning": "warning", "note": "notice"}
_MOST_BYTES: Final = 1_000_000
"""GitHub drops a summary of more than 1 MiB altogether."""


def workflow_commands(run: Run, lang: str) -> bytes:
    """`run` as workflow commands, the gravest first. What was accepted is counted, not shown."""
    tell = words(lang)
    found = with_notices(run, lang)
    lines: list[str] = []
    left_out = 0
    for level in RANK:
        open_ = [problem for problem in found if problem.level == level and problem.accepted is None]
        lines += [_command(problem) for problem in open_[: _MOST[level]]]
        left_out += len(open_[_MOST[level] :])
    accepted = sum(problem.accepted is not None for problem in found)
    closing = [tell("problems-left-out", count=left_out)] if left_out else []
    closing += [tell("problems-accepted", count=accepted)] if accepted else []
    if closing:
        lines.append(f"::notice::{_data(''.join(closing))}")
    lines.append(_data(summary(run, tell)))
    return ("\n".join(lines) + "\n").encode("utf-8", "replace")


def _command(problem: Problem) -> str:
    region = problem.region
    places: dict[str, object] = {"file": file_path(problem.report)}
    if problem.lined:
        places |= {"line": region.line, "endLine": region.end_line}
        # GitHub takes columns within one line only.
        if region.line == region.end_line and region.end_column > region.column:
            places |= {"col": region.column, "endColumn": region.end_column}
    places["title"] = problem.rule
    properties = ",".join(f"{name}={_property(str(value))}" for name, value in places.items())
    return f"::{_COMMAND[problem.level]} {properties}::{_data(problem.message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def step_summary(run: Run, lang: str) -> bytes:
    """`run` as Markdown for the step summary: a line for each report, those that fall short first."""
    tell = words(lang)
    head = [
        f"### {escape.markdown(ruleset_name(run.ruleset, lang, tell))}",
        "",
        f"**{escape.markdown(summary(run, tell))}**",
        "",
    ]
    columns = ("column-file", "column-status", "column-score", "status-missing", "status-weak", "column-accepted")
    head += [_row(*map(tell, columns)), _row(*("---" for _ in columns))]
    rank = ("error", "fail", "pass")
    rows = [_report(report, lang, tell) for report in sorted(run.reports, key=lambda r: rank.index(r.verdict))]
    top = [
        f"- `{problem.rule}` {escape.markdown(f'{file_path(problem.report)}: {problem.message}')}"
        for problem in gravest_first(with_notices(run, lang))
        if (problem.level == "error" and problem.accepted is None) or problem.rule == NOTICE
    ]
    return _within([*head, *rows, "", *top], tell)


def _within(lines: list[str], tell: Words) -> bytes:
    out = b""
    for number, line in enumerate(lines):
        data = (line + "\n").encode("utf-8", "replace")
        if len(out) + len(data) > _MOST_BYTES:
            return out + f"\n{tell('summary-cut', count=len(lines) - number)}\n".encode()
        out += data
    return out


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"


def _report(report: ReportResult, lang: str, tell: Words) -> str:
    verdict = tell(f"verdict-{report.verdict}")
    if report.error and not report.items:
        return _row(escape.markdown(report.path), verdict, "", escape.markdown(report.error.message.pick(lang)), "", "")
    required = [item for item in report.items if item.level == "required" and item.accepted is None]
    names = [
        tell("list-names").join(item.title.pick(lang) for item in required if item.status == status)
        for status in ("missing", "weak")
    ]
    return _row(
        escape.markdown(report.path),
        verdict if report.verdict == "pass" else f"**{verdict}**",
        str(report.score),
        *map(escape.markdown, names),
        str(count_accepted(report) or ""),
    )
