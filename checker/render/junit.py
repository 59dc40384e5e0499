"""A run as JUnit XML: a suite for each report, a case for each item, passes included."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.audit.gate import count_accepted
from checker.render.escape import one_line
from checker.render.problems import NOT_CHECKED, SCORE
from checker.render.wording import SHORT, Words, place, ruleset_name, why, words
from checker.render.xml import document, element
from checker.results import ItemResult, ReportResult, Run

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element


def junit(run: Run, lang: str) -> bytes:
    """`run` as a JUnit report."""
    tell = words(lang)
    root = element("testsuites", name="checker")
    for report in run.reports:
        _suite(root, report, lang, tell)
    for name in ("tests", "failures", "errors"):
        root.set(name, str(sum(int(suite.get(name, "0")) for suite in root)))
    return document(root)


def _suite(root: Element, report: ReportResult, lang: str, tell: Words) -> None:
    path = one_line(report.path)
    # The schema wants the four numbers; they are known once the cases are written.
    suite = element("testsuite", root, name=path, tests=0, failures=0, errors=0, skipped=0)
    properties = element("properties", suite)
    facts = (("verdict", report.verdict), ("score", report.score), ("accepted", count_accepted(report)))
    for name, value in facts:
        element("property", properties, name=name, value=value)
    if report.ruleset:
        element("property", properties, name="ruleset", value=ruleset_name(report.ruleset, lang, tell))
    if report.error:
        case = element("testcase", suite, name=NOT_CHECKED, classname=path)
        message = one_line(report.error.message.pick(lang))
        element("error", case, message, type=report.error.code, message=message)
    for item in report.items:
        _case(suite, report, item, lang, tell)
    if report.verdict == "fail" and not any(item.fails for item in report.items):
        case = element("testcase", suite, name=SCORE, classname=path)
        message = tell("problem-score", score=report.score)
        element("failure", case, message, type=SCORE, message=message)
    if report.notices:
        element("system-out", suite, "\n".join(one_line(notice.pick(lang)) for notice in report.notices))
    suite.set("tests", str(len(suite.findall("testcase"))))
    for name, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
        suite.set(name, str(len(suite.findall(f"testcase/{tag}"))))


def _case(suite: Element, report: ReportResult, item: ItemResult, lang: str, tell: Words) -> None:
    name = f"{item.id} {one_line(item.title.pick(lang))}"
    case = element("testcase", suite, name=name, classname=one_line(report.path))
    reason = one_line(why(item, lang))
    message = tell("status-says", status=tell(f"status-{item.status}"), reason=reason)
    kind = item.reasons[0].code if item.reasons else item.status
    if item.accepted:
        element(
            "skipped", case, type=item.accepted.kind, message=tell("skipped-says", said=message, why=_why(item, tell))
        )
    elif item.status == "not_applicable":
        element("skipped", case, type=kind, message=message)
    elif item.status == "unverifiable":
        element("error", case, type=kind, message=message)
    elif item.fails:
        element("failure", case, _details(report, item, lang, tell), type=kind, message=message)
    else:
        said = [message] if item.status in SHORT else []
        element("system-out", case, "\n".join([*said, _details(report, item, lang, tell)]).strip())


def _why(item: ItemResult, tell: Words) -> str:
    accepted = item.accepted
    if accepted is None or accepted.kind == "baseline":
        return tell("accepted-baseline")
    return tell("accepted-because", reason=one_line(accepted.reason))


def _details(report: ReportResult, item: ItemResult, lang: str, tell: Words) -> str:
    lines = []
    for evidence in item.evidence:
        where = place(evidence, report.media_type, tell)
        quoted = tell("quoted", quote=one_line(evidence.text))
        lines.append(tell("label-found") + quoted + (tell("in-brackets", text=where) if where else ""))
    if item.suggestion:
        lines.append(tell("label-add") + one_line(item.suggestion.pick(lang)))
    if item.basis and item.status in SHORT:
        lines.append(tell("label-basis") + one_line(item.basis.pick(lang)))
    return "\n".join(lines)
