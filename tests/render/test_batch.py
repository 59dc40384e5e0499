"""The formats of an audit: complete, harmless, in both languages."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile

import pytest

from checker.audit.rows import Audit, ItemColumn, Past, Row
from checker.audit.summary import Demand, survey
from checker.render import RenderContext, cells
from checker.render.batch import FORMATS, Batch
from checker.render.batch_screen import history
from checker.results import Run
from checker.text import Text
from tests.render.conftest import row_of


def _made(batch: Batch, name: str, **context: object) -> bytes:
    return b"".join(FORMATS[name].render(batch, RenderContext(**context)))  # type: ignore[arg-type]


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_format_gives_the_same_bytes_twice(batch: Batch, name: str, lang: str) -> None:
    made = _made(batch, name, lang=lang)
    assert made
    assert made == _made(batch, name, lang=lang)


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("width", [40, 80, 120])
def test_lines_fit_the_screen(batch: Batch, width: int, lang: str) -> None:
    text = _made(batch, "plain", lang=lang, width=width, detail="full").decode()
    assert max(map(cells.width, text.splitlines())) <= width
    assert "\x1b" not in text


def test_the_screen_names_what_could_not_be_checked_and_what_is_left(batch: Batch) -> None:
    text = _made(batch, "plain", width=100).decode()
    assert "× c/坏[1].docx：文件已损坏，请重新保存。" in text
    assert "d/副本.txt（与“a/草稿 <1>.txt”相同）" in text
    assert "另有2份尚未检查" in text


def test_a_table_holds_no_formula(batch: Batch) -> None:
    rows = list(csv.reader(io.StringIO(_made(batch, "csv").decode().removeprefix("\ufeff"))))
    assert len(rows) == 4
    assert rows[1][3].startswith("'=1+1")
    assert {len(row) for row in rows} == {len(rows[0])}


def test_json_is_one_object_and_lines_are_many(batch: Batch) -> None:
    whole = json.loads(_made(batch, "json"))
    assert [group["name"] for group in whole["summary"].pop("groups")] == ["", "2024"]
    assert whole["summary"] | {"by_item": 0} == {
        "reports": 3,
        "pass": 1,
        "fail": 1,
        "error": 1,
        "by_item": 0,
        "accepted": 0,
    }
    assert [json.loads(line) for line in _made(batch, "jsonl").splitlines()] == whole["reports"]


def test_a_workbook_holds_no_formula_and_every_sheet(batch: Batch) -> None:
    book = zipfile.ZipFile(io.BytesIO(_made(batch, "xlsx")))
    sheets = re.findall('sheet name="([^"]+)"', book.read("xl/workbook.xml").decode())
    assert sheets == ["汇总", "项目一览", "逐项说明", "其他问题", "无法检查"]
    for name in book.namelist():
        if name.startswith("xl/worksheets/sheet"):
            assert b"<f>" not in book.read(name)
    matrix = book.read("xl/worksheets/sheet2.xml").decode()
    assert "<autoFilter" in matrix
    assert 'state="frozen"' in matrix
    assert "缺失" in book.read("xl/sharedStrings.xml").decode()


def test_a_page_holds_no_word_of_a_report_as_markup(batch: Batch) -> None:
    text = _made(batch, "html").decode()
    assert "<script>alert" not in text
    assert "草稿 <1>" not in text
    assert "人民政府<b>" not in text
    assert not re.search(r'(src|href)="(?!#)', text), "a page needs no network"
    assert text.count("<tr id=") == 3


def test_years_of_an_organ_are_compared(batch: Batch) -> None:
    first = row_of(0, batch.report(0), batch.audit.items)
    better = first._replace(year=2025, score=60, statuses="p" * len(first.statuses))
    pasts = [Past(batch.audit, first), Past(batch.audit, better), Past(batch.audit, better._replace(year=2026))]
    text = "\n".join("".join(piece.text for piece in line) for line in history(pasts, 100, "zh"))
    assert "2024年度  得分43" in text
    assert "改善：深入学习贯彻习近平法治思想" in text
    assert "退步" not in text


def test_an_item_that_nearly_all_fall_short_of_is_suspicious(awkward_run: Run) -> None:
    items = (ItemColumn("a", Text("甲", "A"), "required"), ItemColumn("b", Text("乙", "B"), "required"))
    row = Row(
        0,
        "p",
        None,
        "",
        "",
        None,
        None,
        50,
        None,
        internal=False,
        statuses="mp",
        accepted=0,
        confidence=0.9,
        seconds=0.0,
    )
    rows = [row._replace(position=number) for number in range(12)]
    assert survey(rows, items, Demand()).suspicious == (Text("甲", "A"),)
    assert survey(rows[:5], items, Demand()).suspicious == ()
    overview = survey(rows, items, Demand())
    audit = Audit(1, "2024", "0.1.0", awkward_run.ruleset, items)
    batch = Batch(audit, overview, (), 0, 0, lambda _: awkward_run.reports[1], lambda _: None)
    assert json.loads(_made(batch, "json"))["summary"]["suspicious"] == ["a"]
    for name in ("plain", "markdown", "html"):
        assert "八成以上的报告都没有写好“甲”" in _made(batch, name, width=100).decode()
