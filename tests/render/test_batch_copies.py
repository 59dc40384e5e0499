"""What reports share, in every format that lists it."""

from __future__ import annotations

import json
import re
import zipfile
from io import BytesIO
from pathlib import Path

import jsonschema
import pytest

import checker.render
from checker.audit.copied import Copies, Pair, Passage, Quote, Side
from checker.audit.rows import Audit
from checker.audit.summary import Demand, survey
from checker.render import RenderContext, cells
from checker.render.batch import FORMATS, Batch
from checker.results import Run

LEFT = "一是组织执法人员集中学习新修订的条例，<邀请>党校教授讲授新旧条文对照，开展闭卷测试36人次。"
RIGHT = "一是安排执法人员集中学习新修订的条例，<邀请>党校教授讲授新旧条文对照，开展闭卷测试42人次。"


def _pair(*passages: Passage, earlier: bool = False) -> Pair:
    left = Side("a/甲|局.txt", "青云县水务局", 2024, "text/plain")
    right = Side("b/乙局.pdf", None, None, "application/pdf")
    return Pair(left, right, earlier, share=36, characters=120, passages=passages)


def _passage(similarity: int, left: Quote, right: Quote) -> Passage:
    return Passage(similarity, left.text is not None and right.text is not None, left, right)


@pytest.fixture
def batch(awkward_run: Run) -> Batch:
    reworded = _passage(91, Quote(LEFT, 12, None), Quote(RIGHT, 40, 3))
    same = _passage(100, Quote(LEFT, 14, None), Quote(LEFT, 44, 3))
    gone = _passage(80, Quote(LEFT, 16, None), Quote(None, 48, 4))
    pairs = (_pair(reworded, same), _pair(gone, earlier=True))
    return Batch(
        audit=Audit(1, "2024", "0.1.0", awkward_run.ruleset, ()),
        overview=survey([], (), Demand()),
        duplicates=(),
        unfinished=0,
        top=20,
        report=lambda position: awkward_run.reports[position],
        text=lambda position: None,
        copies=Copies(pairs, reports=12, earlier=5, templates=4, unread=1),
    )


def _made(batch: Batch, name: str, **context: object) -> bytes:
    return b"".join(FORMATS[name].render(batch, RenderContext(**context)))  # type: ignore[arg-type]


@pytest.mark.parametrize("width", [60, 80, 120])
def test_the_passages_stand_side_by_side_on_the_screen(batch: Batch, width: int) -> None:
    text = _made(batch, "plain", width=width).decode()
    lines = text.splitlines()
    assert max(map(cells.width, lines)) <= width
    assert "有2对出现雷同的段落" in text.replace("\n  ", "")
    assert "a/甲|局.txt（青云县水务局，2024年度）" in text
    assert "b/乙局.pdf（往年）" in text
    beside = [line for line in lines if "组织执法人员" in line and "安排执法人员" in line]
    assert len(beside) == (width >= 90)
    assert "一字不差" in text
    assert "未核对原文" in text


def test_what_differs_is_coloured(batch: Batch) -> None:
    text = _made(batch, "rich", width=120, color=True).decode()
    assert re.search("\x1b\\[[0-9;]*m组织", text)
    assert not re.search("\x1b\\[[0-9;]*m集中学习", text)


def test_words_of_a_report_harm_no_page(batch: Batch) -> None:
    page = _made(batch, "html").decode()
    assert "<邀请>" not in page
    assert "<mark>组织</mark>执法人员" in page
    assert "（原文已不在原处）" in page
    table = _made(batch, "markdown").decode()
    assert "甲\\|局" in table
    rows = [line for line in table.splitlines() if line.startswith("| 一是组织")]
    assert len(rows) == 3


def test_the_json_is_what_its_schema_promises(batch: Batch) -> None:
    found = json.loads(_made(batch, "json"))
    schema = json.loads(Path(checker.render.__file__).with_name("report.schema.json").read_text("utf-8"))
    jsonschema.validate(found, schema)
    first, second = found["copies"]["pairs"]
    assert [passage["similarity"] for passage in first["passages"]] == [91, 100]
    assert first["passages"][0]["right"] == {"text": RIGHT, "line": 40, "page": 3}
    assert second["passages"][0]["right"]["text"] is None
    assert (first["earlier"], second["earlier"]) == (False, True)


def test_the_workbook_has_a_row_for_each_passage(batch: Batch) -> None:
    with zipfile.ZipFile(BytesIO(_made(batch, "xlsx"))) as book:
        sheets = [name for name in book.namelist() if name.startswith("xl/worksheets/sheet")]
        words = book.read("xl/sharedStrings.xml").decode()
        last = book.read(f"xl/worksheets/sheet{len(sheets)}.xml").decode()
    assert last.count("<row ") == 4
    assert RIGHT.replace("<", "&lt;").replace(">", "&gt;") in words


def test_nothing_shared_is_said_too(batch: Batch) -> None:
    none = batch._replace(copies=Copies((), reports=12, earlier=0, templates=0, unread=0))
    assert "逐段比对了12份报告，没有发现雷同的段落。" in _made(none, "plain", width=100).decode()
    assert json.loads(_made(none, "json"))["copies"]["pairs"] == []
    without = batch._replace(copies=None)
    assert "雷同" not in _made(without, "plain", width=100).decode()
    assert "copies" not in json.loads(_made(without, "json"))
