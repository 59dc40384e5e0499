"""The rulesets on top of the national one: what they add, that they change nothing below, and for whom each is chosen."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.engine import check
from checker.readers import read, read_bytes
from checker.results import ItemResult, ReportResult
from checker.ruleset import AUTO, load, shipped

BASE = "law-based-government"
FAMILY = [name for name in shipped() if name.startswith(f"{BASE}/")]
_REPORTS = Path(__file__).parents[2] / "fixtures" / "reports"
_SOME = ["a01.txt", "a10.txt", "a17.txt", "b19.md", "c04.txt", "c16.txt", "e12.docx", "h11.txt"]


def _items(report: ReportResult) -> dict[str, ItemResult]:
    return {item.id: item for item in report.items}


def test_the_family_is_whole() -> None:
    assert [name.rpartition("/")[-1] for name in FAMILY] == ["2025", "emergency-management", "outline-2021", "town"]


@pytest.mark.parametrize("name", FAMILY)
def test_what_a_member_adds_is_recommended_and_counts_for_nothing(name: str) -> None:
    known = {item.id for item in load(BASE).items}
    added = [item for item in load(name).items if item.id not in known]
    assert added
    assert all(item.level == "recommended" for item in added)
    assert [item for item in load(name).items if item.id in known] == [
        item._replace(groups=own.groups) for item, own in zip(load(BASE).items, load(name).items, strict=False)
    ]


@pytest.mark.parametrize("name", FAMILY)
@pytest.mark.parametrize("file", _SOME)
def test_the_verdicts_of_the_national_items_stay_as_they_are(name: str, file: str) -> None:
    document = read(str(_REPORTS / file))
    before, after = check(document, load(BASE)), check(document, load(name))
    assert (after.verdict, after.score, after.findings) == (before.verdict, before.score, before.findings)
    found = _items(after)
    assert [found[item.id] for item in before.items] == list(before.items)


@pytest.mark.parametrize(
    ("title", "chosen", "why"),
    [
        ("云岫县应急管理局2025年度法治政府建设年度报告", "emergency-management", "适用于应急管理，自动选用"),
        ("云岫县应急管理局2019年度法治政府建设年度报告", "emergency-management", "适用于应急管理，自动选用"),
        ("云岫县石桥镇人民政府2025年度法治政府建设年度报告", "town", "适用于乡镇街道，自动选用"),
        ("石桥街道2022年度法治政府建设年度报告", "town", "适用于乡镇街道，自动选用"),
        ("云岫县住房和城乡建设局2025年度法治政府建设年度报告", "2025", "适用于2025年度及以后，自动选用"),
        ("云岫县消防救援大队2026年度法治政府建设年度报告", "2025", "适用于2025年度及以后，自动选用"),
        ("云岫县教育局2024年度法治政府建设年度报告", "outline-2021", "适用于2021年度及以后，自动选用"),
        ("云岫县人民政府2021年度法治政府建设年度报告", "outline-2021", "适用于2021年度及以后，自动选用"),
        ("云岫县教育局2020年度法治政府建设年度报告", "", "没有更有针对性的规则，自动选用"),
        ("法治政府建设年度报告", "", "没有更有针对性的规则，自动选用"),
    ],
)
def test_each_report_is_held_to_the_most_particular_ruleset_for_it(title: str, chosen: str, why: str) -> None:
    report = check(read_bytes(f"{title}\n一年来，我们认真开展工作。\n".encode(), "草稿.txt"), load(AUTO))
    name = f"{BASE}/{chosen}" if chosen else BASE
    assert report.ruleset is not None
    assert report.ruleset.id == name
    assert report.ruleset.why is not None
    assert report.ruleset.why.zh == why
    assert report.ruleset.digest == load(name).info.digest
    assert [item.id for item in report.items] == [item.id for item in load(name).items]


def test_what_the_user_says_chooses_too() -> None:
    document = read_bytes("法治政府建设年度报告\n一年来，我们认真开展工作。\n".encode(), "草稿.txt")
    found = [
        check(document, load(AUTO), year=2026).ruleset,
        check(document, load(AUTO), organ_type="town").ruleset,
        check(document, load(AUTO), year=2019).ruleset,
    ]
    assert [info.id for info in found if info] == [f"{BASE}/2025", f"{BASE}/town", BASE]


def test_a_report_is_judged_as_if_its_ruleset_had_been_named() -> None:
    for file in _SOME:
        document = read(str(_REPORTS / file))
        chosen = check(document, load(AUTO))
        assert chosen.ruleset is not None
        assert chosen._replace(ruleset=None) == check(document, load(chosen.ruleset.id))


def test_an_emergency_bureau_is_asked_for_the_topics_of_the_year_too() -> None:
    title = "云岫县应急管理局{}年度法治政府建设年度报告\n一、主要举措和成效\n全面推行扫码入企，入企检查总量下降四成。\n"
    statuses = [
        _items(check(read_bytes(title.format(year).encode(), "草稿.txt"), load(AUTO)))["fewer_inspections"].status
        for year in (2024, 2025)
    ]
    assert statuses == ["not_applicable", "present"]
