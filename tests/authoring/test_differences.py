"""What changed between two rulesets is found item by item and list by list, and what it changes for reports."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from checker.authoring.differences import Difference, Entry, differences
from checker.authoring.impact import Impact, Shift, impact
from checker.engine import check, failed
from checker.errors import ReadError
from checker.readers import read_bytes
from checker.results import ReportResult
from checker.ruleset import load
from checker.ruleset.loading import inspect
from checker.text import Text
from tests.ruleset.conftest import Folder

OVERLAY = str(Path(__file__).parents[2] / "docs" / "examples" / "government-services")
BASE = "law-based-government"


def _between(old: Any, new: Any) -> dict[str, Entry]:
    return {entry.id: entry for entry in differences(old, new)}


def _changed(folder: Folder, old: str, new: str, *, item: bool = True) -> tuple[Difference, ...]:
    """The differences that come of one edit."""
    before = inspect(str(folder.path))[1].data
    folder.edit(old, new, item=item)
    (entry,) = differences(before, inspect(str(folder.path))[1].data)
    assert entry.kind == "changed"
    return entry.differences


def test_a_ruleset_does_not_differ_from_itself() -> None:
    data = inspect(BASE)[1].data
    assert differences(data, data) == ()


def test_an_overlay_differs_where_it_says_so() -> None:
    found = _between(inspect(BASE)[1].data, inspect(OVERLAY)[1].data)
    assert {id_: entry.kind for id_, entry in found.items()} == {
        "business_environment": "added",
        "legal_advisers": "added",
        "enforcement_disclosure": "changed",
        "legal_review": "changed",
        "": "changed",
    }
    assert found["legal_review"].differences == (Difference(("level",), "required", "recommended"),)
    names = next(one for one in found["enforcement_disclosure"].differences if one.path == ("options", "names"))
    assert (names.new, names.gone) == (("阳光检查",), ())
    assert [one.path for one in found[""].differences] == [("title",), ("zones", "plan", "headings")]


def test_what_is_added_one_way_is_removed_the_other() -> None:
    found = _between(inspect(OVERLAY)[1].data, inspect(BASE)[1].data)
    assert found["business_environment"].kind == "removed"
    assert (found["business_environment"].level, found["business_environment"].weight) == ("required", 10)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("weight: 10", "weight: 20", Difference(("weight",), 10, 20)),
        (
            "title: {zh: 张贴公示, en: Notices}",
            "title: {zh: 村务公示, en: Notices}",
            Difference(("title",), Text("张贴公示", "Notices"), Text("村务公示", "Notices")),
        ),
        (
            'names: [张贴公示制度, "(村务|)公示"]',
            "names: [公开栏, 张贴公示制度]",
            Difference(("options", "names"), None, None, ("(村务|)公示",), ("公开栏",)),
        ),
        (
            'names: [张贴公示制度, "(村务|)公示"]',
            'names: ["(村务|)公示", 张贴公示制度]',
            Difference(("options", "names"), None, None, reordered=True),
        ),
        (
            "  own_content:",
            "  lacking: [不到位]\n  own_content:",
            Difference(("options", "lacking"), None, None, (), ("不到位",)),
        ),
        (
            "check:",
            "basis: {document: 办法, en: Measures, certainty: certain}\ncheck:",
            Difference(("basis",), None, Text("《办法》 (certain)", "Measures (certain)")),
        ),
        (
            "check:",
            "reasons: {absent: {zh: 没有写。, en: Not told.}}\ncheck:",
            Difference(("reasons", "absent"), None, Text("没有写。", "Not told.")),
        ),
        (
            "{text: 全年村务公示36张。, status: present}",
            "{text: 全年村务公示36张。, status: weak}",
            Difference(("examples", "全年村务公示36张。", "status"), "present", "weak"),
        ),
    ],
)
def test_values_lists_and_entries(folder: Folder, old: str, new: str, expected: Difference) -> None:
    assert _changed(folder, old, new) == (expected,)


def test_lists_of_the_lexicon_are_told_once(folder: Folder) -> None:
    assert _changed(folder, "kinds: [公开栏, 明白纸]", "kinds: [公开栏]", item=False) == (
        Difference(("lexicon", "kinds"), None, None, ("明白纸",)),
    )


REPORT = """\
某市政务服务管理局2024年法治政府建设年度报告

一、主要举措和成效
推行阳光检查，按计划逐户上门，通报检查结果46条。
优化法治化营商环境，压减申请材料212份。
"""


def _pair(text: str, path: str) -> tuple[ReportResult, ReportResult]:
    document = read_bytes(text.encode(), "草稿.txt")
    before, after = (check(document, load(name))._replace(path=path) for name in (BASE, OVERLAY))
    return before, after


def test_reports_that_fare_otherwise() -> None:
    (affected,) = impact([_pair(REPORT, "a.txt")]).affected
    title = Text("行政执法和行政检查公示", "Disclosure of enforcement and inspections")
    assert affected.shifts == (Shift("enforcement_disclosure", title, "missing", "present"),)
    assert not affected.turned


def test_new_items_are_summed_up() -> None:
    found = impact([_pair(REPORT, "a.txt"), _pair("没有内容。", "b.txt")])
    assert {item.id: item.statuses for item in found.new_items} == {
        "business_environment": (("missing", 1), ("present", 1)),
        "legal_advisers": (("missing", 2),),
    }


def test_a_verdict_that_turns_comes_first() -> None:
    kept, turned = _pair(REPORT, "a.txt"), _pair(REPORT, "b.txt")
    turned = (turned[0]._replace(verdict="pass"), turned[1])
    found = impact([kept, turned])
    assert [(one.after.path, one.turned) for one in found.affected] == [("b.txt", True), ("a.txt", False)]


def test_a_report_that_cannot_be_read_is_no_change() -> None:
    result = failed("c.pdf", "", "application/pdf", ReadError("broken-docx"))
    assert impact([(result, result)]) == Impact(1, (), (), (result,))
