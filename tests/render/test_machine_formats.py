"""Formats for machines keep to their schemas on awkward input, escape it, mark what is accepted, and know their limits."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import unquote
from xml.etree import ElementTree

import jsonschema
import pytest
from lxml import etree

from checker.audit.gate import judge
from checker.render import FORMATS, RenderContext
from checker.results import Acceptance, ReportResult, Run

Golden = Callable[[str, bytes], None]

_SCHEMAS = Path(__file__).parent / "schemas"
MACHINES = ["sarif", "junit", "github", "github-summary", "gitlab", "checkstyle"]


def _bytes(run: Run, name: str, lang: str = "zh") -> bytes:
    return FORMATS[name].render(run, RenderContext(lang=lang))


def _sarif(run: Run, lang: str = "zh") -> dict[str, Any]:
    log = json.loads(_bytes(run, "sarif", lang))
    schema = json.loads((_SCHEMAS / "sarif-2.1.0-rtm.5.json").read_text("utf-8"))
    jsonschema.Draft4Validator(schema).validate(log)
    found: dict[str, Any] = log["runs"][0]
    return found


def _junit(run: Run, lang: str = "zh") -> ElementTree.Element:
    data = _bytes(run, "junit", lang)
    etree.XMLSchema(file=str(_SCHEMAS / "junit-10.xsd")).assertValid(etree.fromstring(data))
    return ElementTree.fromstring(data)


def _accept(report: ReportResult, item_id: str, accepted: Acceptance) -> ReportResult:
    items = tuple(item._replace(accepted=accepted) if item.id == item_id else item for item in report.items)
    return report._replace(items=items)


@pytest.fixture
def judged(awkward_run: Run) -> Run:
    """The awkward run as a gate of `--fail-on missing` leaves it."""
    return awkward_run._replace(reports=judge(awkward_run.reports, "missing", None))


@pytest.fixture
def weighed(awkward_run: Run) -> Run:
    """One shortfall in the baseline, another accepted by a comment with an awkward reason."""
    first = _accept(awkward_run.reports[0], "shortcomings", Acceptance("baseline", ""))
    first = _accept(first, "legal_review", Acceptance("comment", '=cmd|" ]]>, 见%0A批复\n::error::'))
    reports = judge((first, *awkward_run.reports[1:]), "missing", None)
    return awkward_run._replace(reports=reports, compared=True)


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", MACHINES)
def test_golden(weighed: Run, golden: Golden, name: str, lang: str) -> None:
    golden(f"{name}.{lang}{FORMATS[name].suffix}", _bytes(weighed, name, lang))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_sarif_and_junit_keep_to_their_schemas(awkward_run: Run, judged: Run, weighed: Run, lang: str) -> None:
    for run in (awkward_run, judged, weighed, judged._replace(reports=())):
        _sarif(run, lang)
        _junit(run, lang)


def test_sarif_is_one_run_with_one_based_regions(judged: Run) -> None:
    run = _sarif(judged)
    assert run["columnKind"] == "unicodeCodePoints"
    for result in run["results"]:
        assert result["level"] in ("error", "warning", "note")
        assert len(result["locations"]) == 1
        region = result["locations"][0]["physicalLocation"]["region"]
        assert min(region[key] for key in ("startLine", "startColumn", "endLine", "endColumn")) >= 1
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]


def test_sarif_says_that_lines_of_a_pdf_are_of_its_text(judged: Run) -> None:
    found = [r for r in _sarif(judged)["results"] if r["ruleId"] == "figure-mismatch"]
    location = found[0]["locations"][0]
    assert location["message"]["text"] == "行号是从文件中提取的文字的行号。"
    assert location["logicalLocations"][0]["fullyQualifiedName"] == "二、依法履行职能"
    assert location["properties"] == {"page": 3}


def test_sarif_paths_are_encoded_and_come_back(judged: Run) -> None:
    artifacts = _sarif(judged)["artifacts"]
    assert artifacts[0]["location"]["uri"] == "a/%E8%8D%89%E7%A8%BF%20%3C1%3E.txt"
    assert [unquote(artifact["location"]["uri"]) for artifact in artifacts] == [r.path for r in judged.reports]


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("./a.txt", "a.txt"),
        ("/srv/a b.txt", "file:///srv/a%20b.txt"),
        ("a:b.txt", "a%3Ab.txt"),
        ("\udcb1\udca8.txt", "%B1%A8.txt"),
    ],
)
def test_sarif_uri(judged: Run, path: str, uri: str) -> None:
    report = judged.reports[0]._replace(path=path)
    assert _sarif(judged._replace(reports=(report,)))["artifacts"][0]["location"]["uri"] == uri


def test_sarif_shows_an_unreadable_file_as_a_result_and_as_a_notification(judged: Run) -> None:
    run = _sarif(judged)
    assert run["invocations"][0]["executionSuccessful"] is False
    assert run["invocations"][0]["toolExecutionNotifications"][-1]["message"]["text"].startswith("文件已损坏")
    assert [r["level"] for r in run["results"] if r["ruleId"] == "not-checked"] == ["error"]


def test_sarif_marks_what_is_accepted_and_drops_nothing(judged: Run, weighed: Run) -> None:
    before, after = _sarif(judged), _sarif(weighed)
    assert len(before["results"]) == len(after["results"])
    assert all("baselineState" not in result and "suppressions" not in result for result in before["results"])
    by_id = {result["ruleId"]: result for result in after["results"]}
    assert by_id["shortcomings"]["baselineState"] == "unchanged"
    assert by_id["shortcomings"]["suppressions"][0]["kind"] == "external"
    assert by_id["legal_review"]["baselineState"] == "new"
    assert by_id["legal_review"]["suppressions"][0]["kind"] == "inSource"
    assert by_id["xi_thought"]["suppressions"] == []
    assert after["properties"]["accepted"] == 2


def test_sarif_keeps_within_the_limits_of_results(judged: Run) -> None:
    report = judged.reports[1]
    note = report.findings[0]._replace(severity="info")
    report = report._replace(findings=(note,) * 25_000 + report.findings)
    run = json.loads(_bytes(judged._replace(reports=(report,)), "sarif"))["runs"][0]
    assert len(run["results"]) == 25_000
    assert run["results"][0]["level"] == "warning"
    assert run["invocations"][0]["toolExecutionNotifications"][-1]["message"]["text"] == "另有1个问题没有列出。"


def test_junit_has_a_case_for_each_item(judged: Run) -> None:
    root = _junit(judged)
    first, second, third = root
    cases = first.findall("testcase")
    assert [str(case.get("name")).split()[0] for case in cases] == [item.id for item in judged.reports[0].items]
    assert (first.get("tests"), first.get("failures"), first.get("errors"), first.get("skipped")) == (
        "7",
        "1",
        "1",
        "1",
    )
    assert (second.get("tests"), second.get("failures")) == ("1", "0")
    assert (third.get("tests"), third.get("errors")) == ("1", "1")
    assert (root.get("tests"), root.get("failures"), root.get("errors")) == ("9", "1", "2")


def test_junit_fails_what_the_gate_fails(awkward_run: Run) -> None:
    def failures(*demands: Any) -> list[str]:
        root = _junit(awkward_run._replace(reports=judge(awkward_run.reports, *demands)))
        return [str(case.get("name")).split()[0] for case in root.iter("testcase") if case.find("failure") is not None]

    assert failures("missing", None) == ["shortcomings"]
    assert failures("weak", None) == ["shortcomings", "legal_review"]
    assert failures("never", None) == []
    assert failures("never", 50) == ["score"]


def test_junit_skips_what_is_accepted_with_the_reason(weighed: Run) -> None:
    cases = {str(case.get("name")).split()[0]: case for case in _junit(weighed)[0].findall("testcase")}
    skipped = [cases[name].find("skipped") for name in ("shortcomings", "legal_review")]
    assert [str(node.get("message")) for node in skipped if node is not None] == [
        "缺失：报告没有写本机关自身的不足。（已列入基线）",
        '薄弱：只在下一步打算里提到，没有写本年度做了什么。只有名称，没有内容。（已豁免：=cmd|" ]]>, 见%0A批复 ::error::）',
    ]


@pytest.mark.parametrize("name", ["junit", "checkstyle"])
def test_xml_survives_characters_that_it_cannot_hold(judged: Run, name: str) -> None:
    odd = "]]>\x00\x1b\ufffe\udcb1&<>\"'"
    report = judged.reports[1]
    finding = report.findings[0]._replace(message=report.findings[0].message._replace(zh=odd))
    item = report.items[0]._replace(title=report.items[0].title._replace(zh=odd), status="weak")
    report = report._replace(path=f"{odd}.pdf", findings=(finding,), items=(item,))
    ElementTree.fromstring(_bytes(judged._replace(reports=(report,)), name))


def _commands(run: Run) -> list[str]:
    return [line for line in _bytes(run, "github").decode().splitlines() if line.startswith("::")]


def test_github_commands_are_sorted_and_escaped(weighed: Run, judged: Run) -> None:
    lines = _commands(judged)
    assert [line.split()[0] for line in lines] == ["::error", "::error", *["::warning"] * 4, "::notice"]
    assert lines[0].startswith("::error file=a/草稿 <1>.txt,line=1,endLine=1,title=shortcomings::")
    report = judged.reports[1]._replace(path="a:b,c%.txt")
    finding = report.findings[0]._replace(message=report.findings[0].message._replace(zh="99%0A\r\n::error::"))
    line = _commands(judged._replace(reports=(report._replace(findings=(finding,)),)))[0]
    assert line.startswith("::warning file=a%3Ab%2Cc%25.txt,title=figure-mismatch::99%250A ::error::")
    assert _commands(weighed)[-1] == "::notice::另有2个问题已列入基线或者已豁免。"
    assert not any("shortcomings" in line for line in _commands(weighed))


def test_github_shows_ten_of_a_kind_and_says_how_many_are_left(judged: Run) -> None:
    lines = _commands(judged._replace(reports=judged.reports * 15))
    assert [sum(line.startswith(f"::{kind} ") for line in lines) for kind in ("error", "warning", "notice")] == [
        10,
        10,
        9,
    ]
    assert lines[-1] == "::notice::另有76个问题没有列出。"


def test_github_summary_stays_below_its_limit(judged: Run) -> None:
    assert b"| a/" in _bytes(judged, "github-summary")
    data = _bytes(judged._replace(reports=judged.reports * 5000), "github-summary")
    assert len(data) < 1_048_576
    assert re.search(r"另有\d+行没有列出。\n$", data.decode())


def test_gitlab_fingerprints_differ_and_outlast_a_rename(judged: Run) -> None:
    def fingerprints(run: Run) -> list[str]:
        return [entry["fingerprint"] for entry in json.loads(_bytes(run, "gitlab"))]

    twice = judged._replace(reports=(*judged.reports, judged.reports[0]._replace(path="a/副本.txt")))
    assert len(set(fingerprints(twice))) == len(fingerprints(twice))
    renamed = judged._replace(reports=(judged.reports[0]._replace(path="改名.txt"), *judged.reports[1:]))
    assert fingerprints(renamed) == fingerprints(judged)


def test_gitlab_entries_have_what_the_widget_needs(weighed: Run) -> None:
    entries = json.loads(_bytes(weighed, "gitlab"))
    for entry in entries:
        assert entry["severity"] in ("info", "minor", "major", "critical", "blocker")
        assert entry["location"]["lines"]["begin"] >= 1
    marked = [entry for entry in entries if entry["description"].startswith("（已列入基线或者已豁免，共2项，第")]
    assert [entry["severity"] for entry in marked] == ["info", "info"]


def test_checkstyle_lists_every_file(weighed: Run) -> None:
    root = ElementTree.fromstring(_bytes(weighed, "checkstyle"))
    assert [node.get("name") for node in root] == [report.path for report in weighed.reports]
    assert {node.get("severity") for node in root.iter("error")} == {"error", "warning", "info"}


@pytest.mark.parametrize("name", MACHINES)
def test_width_detail_and_colour_do_not_matter(judged: Run, name: str) -> None:
    context = RenderContext(lang="zh", width=40, color=True, detail="quiet")
    assert FORMATS[name].render(judged, context) == _bytes(judged, name)


@pytest.mark.parametrize("name", MACHINES)
def test_english_output_holds_no_chinese_of_ours(judged: Run, name: str) -> None:
    ours = ("缺失", "薄弱", "建议", "基线", "豁免", "规则", "结论")
    assert not any(word in _bytes(judged, name, "en").decode() for word in ours)


@pytest.mark.parametrize("name", ["plain", "markdown"])
def test_people_see_what_is_accepted_and_why(weighed: Run, name: str) -> None:
    text = _bytes(weighed, name).decode()
    assert "（已列入基线）" in text
    assert "（已豁免：=cmd" in text
    assert "另有2项已列入基线或者已豁免。" in text
