"""How an author writes phrases, and what they find in a report."""

from __future__ import annotations

import pytest

from tests.matching.phrases import found, scan

_COMMA, _STOP, _COLON = "\uff0c", "\u3002", "\uff1a"


@pytest.mark.parametrize(
    ("phrase", "text", "words"),
    [
        ("法制审核", "全年法制审核21件，法制审核率100%", ["法制审核", "法制审核"]),
        ("(法制|法治)审核", "法治审核与法制审核", ["法治审核", "法制审核"]),
        ("(行政|)执法公示", "行政执法公示", ["行政执法公示", "执法公示"]),
        ("法制\u300c审核\u300d", "法制“审核”", ["法制审核"]),
        ("法制審核", "法制审核", ["法制审核"]),
        ("国办发\u30142018\u3015118号", "国办发[2018]118号", ["国办发[2018]118号"]),
    ],
    ids=["plain", "either", "optional", "quotes", "traditional", "brackets"],
)
def test_words(phrase: str, text: str, words: list[str]) -> None:
    assert found(text, phrase) == words


@pytest.mark.parametrize(
    ("phrase", "text", "matches"),
    [
        # … stays in its sentence, ~ in its clause.
        ("审核…件", "审核重大执法决定，共计21件", True),
        ("审核~件", "审核重大执法决定，共计21件", False),
        ("审核~件", "审核重大执法决定21件", True),
        ("审核~件", "审核：重大执法决定21件", False),
        ("审核…件", "完成审核。全年21件", False),
        ("审核…件", "完成审核；全年21件", False),
        ("审核…件", "完成审核\n全年21件", False),
        ("审核…件", "审核、复核21件", True),
        ("审核…件", "审核件", True),
        # A gap holds 36 characters at most.
        ("审核…件", "审核" + "甲" * 36 + "件", True),
        ("审核…件", "审核" + "甲" * 37 + "件", False),
        # # asks for a number right before the part.
        ("审核~#件", "审核案件", False),
        ("审核~#件", "审核案件21件", True),
        ("审核~#件", "审核二十一件", True),
        ("审核~#件", "审核20余件", True),
        ("审核~#件", "审核1.2万件", True),
        ("审核~#件", "审核21个案件", False),
        ("审核…#件", "审核决定，涉及案件21件", True),
        # ^ and $ are the beginning and the end of a clause.
        ("^下一步", "下一步，我局将", True),
        ("^下一步", "研究下一步工作", False),
        ("^下一步", "工作如下：下一步抓好", True),
        ("^下一步", "（三）下一步打算", True),
        ("^下一步", "\n下一步打算", True),
        ("安排$", "工作安排", True),
        ("安排$", "工作安排，有序推进", True),
        ("安排$", "工作安排部署", False),
        ("^不足$", "不足", True),
        ("^不足$", "存在不足", False),
        # Three parts, and a word that is a part twice.
        ("因~致~不", "因人员调整致审核不及时", True),
        ("因~致~不", "致使因审核不及时", False),
        ("审核…审核", "先审核、再审核", True),
        ("审核…审核", "只审核", False),
    ],
)
def test_gaps_and_ends(phrase: str, text: str, matches: bool) -> None:
    assert bool(found(text.replace(",", _COMMA), phrase)) is matches


def test_the_nearest_beginning_counts() -> None:
    assert found("公示制度、公示平台公开120条", "公示~#条") == ["公示平台公开120条"]


def test_overlapping_phrases_are_all_found() -> None:
    hits = scan("重大执法决定法制审核制度", ["重大执法决定法制审核"], ["法制审核", "审核制度"], ["执法决定"])
    assert [(hit.start, hit.end) for hit in hits.all(0)] == [(0, 10)]
    assert [(hit.start, hit.end) for hit in hits.all(1)] == [(6, 10), (8, 12)]
    assert [(hit.start, hit.end) for hit in hits.all(2)] == [(2, 6)]


def test_one_word_in_many_groups() -> None:
    groups = [[f"词{number:03}", "三项制度"] for number in range(200)]
    hits = scan("词007落实三项制度，词199", *groups)
    assert all(hits.any(group, 0, 40) for group in range(200))
    assert [group for group in range(200) if len(hits.all(group)) == 2] == [7, 199]


def test_hits_are_in_the_order_of_the_text_and_once_each() -> None:
    hits = scan("审核，审核，审核", ["审核", "审(核|查)"])
    assert [hit.start for hit in hits.all(0)] == [0, 3, 6]


def test_a_phrase_looked_up_on_demand_sees_the_marks_around_it() -> None:
    """A group of common words is looked for in a window only; what stands before the window still counts."""
    text = "研究下一步工作。下一步"
    hits = scan(text, ["^下一步"], local=True)
    assert hits.within(0, 2, 5) == []
    assert [(hit.start, hit.end) for hit in hits.within(0, 8, 11)] == [(8, 11)]
    assert hits.any(0, 0, 10) is False


def test_nothing_to_look_for_finds_nothing() -> None:
    hits = scan("一、主要举措", [])
    assert list(hits.all(0)) == []
    assert hits.within(7, 0, 5) == []
