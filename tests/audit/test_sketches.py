"""Sketches: the same everywhere, near for near texts, without a word of the report."""

from __future__ import annotations

import hashlib
from itertools import combinations

import pytest

from checker import engine, readers
from checker.audit.likenesses import Limit, search
from checker.audit.sketches import SLOTS, Sketch, likeness, pack, sketch, unpack, words_of
from checker.ruleset import load
from tests.audit.planting import FIXTURES, report

RULES = load("law-based-government")
PARAGRAPHS = [
    "一是组织全体执法人员集中学习新修订的条例，邀请市委党校教授讲授新旧条文对照，开展闭卷测试并通报成绩。",
    "一是组织全体执法人员集中学习新修订的条例，邀请省委党校教授讲授新旧条文对照，开展了闭卷测试并通报成绩。",
    "针对河道采砂季节性强、夜间作业隐蔽的特点，与公安、海事部门建立联合值守点，配备高倍夜视设备，靠港核验。",
]


def _sketches(*paragraphs: str, name: str = "a.txt") -> tuple[Sketch, ...]:
    text = report("青云县水务局", 2024, list(paragraphs))
    return sketch(engine.read(readers.read_bytes(text.encode(), name), RULES), RULES)


def test_a_sketch_is_the_same_on_every_machine() -> None:
    # Where a new release of the library changes it, the library raises its own version, and old sketches are made anew.
    [one] = _sketches(PARAGRAPHS[0])
    assert hashlib.sha256(one.slots).hexdigest()[:16] == "1bcdc8f529e5c5a2"


def test_near_texts_have_near_sketches() -> None:
    first, second, third = _sketches(*PARAGRAPHS)
    assert likeness(first.slots, first.slots) == 1
    assert likeness(first.slots, second.slots) > 0.6
    assert likeness(first.slots, third.slots) < 0.1


def test_what_is_packed_comes_back() -> None:
    made = _sketches(*PARAGRAPHS)
    data = pack(made, "text/plain")
    assert unpack(data) == (made, "text/plain")
    assert len(data) < 230 * len(made)
    assert "执法".encode() not in data


def test_a_sketch_knows_where_its_paragraph_stands() -> None:
    text = report("青云县水务局", 2024, PARAGRAPHS)
    places = [(text[one.start : one.end], text.splitlines()[one.line - 1]) for one in _sketches(*PARAGRAPHS)]
    assert places == [(paragraph, paragraph) for paragraph in PARAGRAPHS]


def test_headings_short_paragraphs_and_tables_are_left_out() -> None:
    table = "| 事项 | 办理行政许可案件数量（件，按受理日期计算） | 办理行政处罚案件数量（件，按立案日期计算） |\n| --- | --- | --- |\n"
    rows = "| 水务行政执法事项统计合计数（含委托执法） | 一百二十八件，较上年有所增长 | 三十六件，较上年有所下降 |\n"
    made = _sketches("一、主要举措和成效", "全年立案36件。", table + rows, PARAGRAPHS[0], name="a.md")
    assert len(made) == 1


@pytest.mark.parametrize(
    ("paragraph", "own"),
    [
        ("全年受理信访件1,204件，办结率98.5%。", "全年受理信访件件办结率"),
        ("落实《法治政府建设实施纲要（2021—2025年）》，制定清单。", "落实制定清单"),
        ("坚持以习近平新时代中国特色社会主义思想为指导，抓好工作。", "坚持以为指导抓好工作"),
    ],
)
def test_words_that_all_reports_share_do_not_count(paragraph: str, own: str) -> None:
    assert words_of(RULES).own(paragraph) == own


def test_pairs_come_in_the_order_of_the_reports() -> None:
    reports = [_sketches(PARAGRAPHS[0]), _sketches(PARAGRAPHS[2]), _sketches(*PARAGRAPHS[1:])]
    found = search(reports, 3, Limit(20, 10)).alike
    assert [(like.left, like.right) for like in found] == [((0, 0), (2, 0)), ((1, 0), (2, 1))]


def test_earlier_reports_are_not_compared_with_each_other() -> None:
    reports = [_sketches(PARAGRAPHS[2]), _sketches(PARAGRAPHS[0]), _sketches(PARAGRAPHS[0])]
    assert len(search(reports, 3, Limit(20, 10)).alike) == 1
    assert search(reports, 1, Limit(20, 10)).alike == []


def test_of_a_crowd_each_is_compared_with_the_first() -> None:
    one = _sketches(PARAGRAPHS[0])
    few, many = [one] * 12, [one] * 60
    assert len(search(few, 12, Limit(100, 100)).alike) == len(list(combinations(few, 2)))
    assert len(search(many, 60, Limit(100, 100)).alike) == 59


def test_slots_of_strangers_agree_by_chance_only() -> None:
    documents = [readers.read(str(path)) for path in sorted((FIXTURES / "reports").glob("a0*.txt"))]
    made = [sketch(engine.read(document, RULES), RULES) for document in documents]
    pairs = [(a, b) for one, other in combinations(made, 2) for a in one for b in other]
    mean = sum(likeness(a.slots, b.slots) for a, b in pairs) / len(pairs)
    assert len(pairs) > 500
    assert mean < 4 / SLOTS
