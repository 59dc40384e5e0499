"""Disguises change nothing: same statuses, same reasons, evidence at the corresponding place."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import opencc
import pytest

from checker import readers
from checker.mutation.disguises import Disguise, Dress, disguises, misread
from checker.results import ItemResult
from checker.text import squeeze
from tests.mutation.conftest import REPORTS, judge, original, verdicts

NAMES = sorted(disguises())
# What the page or its metadata say of organ and date is asked for there, and is not told by a sentence.
PARTS_OF_THE_PAGE = ("title", "sign_off")
NUMBER = re.compile(r"(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}[.、,])")


@cache
def all_disguises() -> Mapping[str, Disguise]:
    return disguises(opencc.OpenCC("s2t").convert)


def seen(dress: Dress) -> dict[str, ItemResult]:
    return judge(readers.read_bytes(dress.data, "报告" + dress.suffix))


def quotes(result: ItemResult) -> list[str]:
    """What is quoted, without what disguises change: white space, forms of characters, numbers of headings, bars."""
    return [NUMBER.sub("", squeeze(quote.text).replace("|", ""), count=1) for quote in result.evidence]


def alike(left: str, right: str) -> bool:
    """Whether two quotations are the same passage: confused characters remain, and some traditional ones."""
    return len(left) == len(right) and sum(map(str.__ne__, left, right)) <= 1 + len(left) // 20


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.name)
def test_a_disguise_changes_no_verdict_and_no_evidence(path: Path, name: str) -> None:
    draft, before = original(path)
    after = seen(all_disguises()[name](draft))
    assert verdicts(after) == verdicts(before)
    for item in before.keys() - set(PARTS_OF_THE_PAGE):
        if name == "reordered" and item == "achievements":
            continue  # of measures that prove as much, the first ones are quoted
        old, new = quotes(before[item]), quotes(after[item])
        assert not old or any(alike(old[0], quote) for quote in new), item


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.name)
def test_other_characters_may_be_misread(path: Path) -> None:
    draft, before = original(path)
    assert verdicts(seen(misread(draft, seed=1))) == verdicts(before)


def test_disguises_do_what_they_say() -> None:
    draft, _ = original(next(path for path in REPORTS if path.name == "a01.txt"))
    text = {name: disguise(draft).data for name, disguise in all_disguises().items()}
    plain = text["plain"].decode()
    assert "２０２４年\uff0c" in text["full-width"].decode()
    assert "2024年," in text["half-width"].decode()
    assert max(len(line) for line in text["wrapped"].decode().split("\n")) == 38
    assert "栖　川　市" in text["spaced"].decode()
    assert "\n## 一、主要举措和成效\n" in text["markdown"].decode()
    assert "\n### （一）突出思想引领" in text["markdown"].decode()
    assert "\n主要举措和成效\n" in text["unnumbered"].decode()
    assert "習近平法治思想" in text["traditional"].decode()
    assert text["gb18030"].decode("gb18030") == plain.replace("\n", "\r\n")
    assert "<p><strong>一、主要举措和成效</strong></p>" in text["web-page"].decode()
    assert len(text["misread"].decode()) == len(plain)
    assert text["misread"] != text["plain"]
    moved = text["reordered"].decode()
    assert moved.index("下一年度主要安排") < moved.index("主要举措和成效")
    assert "\n一、下一年度主要安排" in moved
    assert moved.index("栖川市市场监督管理局关于") < moved.index("下一年度主要安排")
    assert "示例县商务服务中心" in text["notice-behind"].decode()


def test_the_same_characters_are_misread_every_time() -> None:
    draft, _ = original(REPORTS[0])
    assert misread(draft) == misread(draft)
    assert misread(draft) != misread(draft, seed=1)


def test_traditional_characters_need_no_library() -> None:
    draft, before = original(REPORTS[0])
    assert verdicts(seen(disguises()["traditional"](draft))) == verdicts(before)
