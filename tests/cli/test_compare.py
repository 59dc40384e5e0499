"""`checker compare`: two years of one organ."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import REPORTS, Cli

OLD = REPORTS / "a04.txt"
SCHOOLS = REPORTS.parent / "dev" / "d04.txt"
A_YEAR_LATER = """东屿区教育局2023年法治政府建设年度报告

一、主要举措和成效

（一）强化学习。全年举办全区校（园）长法治专题培训班2期，参训156人，三年轮训实现全覆盖。

（二）规范执法。组建10人的教育综合执法队伍，与9个街道建立“吹哨报到”联动巡查机制，寒暑假期间开展校外培训夜查14次。

（三）依法治校。对78所中小学校规校纪开展全面清理，废止条款210条；12所学校被认定为区级依法治校示范校。

规范收费和经费管理。开展义务教育阶段服务性收费、代收费专项检查，检查学校58所，督促4所学校清退多收伙食费、校服费9.3万元；\
对6所民办学校开展财务专项审计，审计结果作为年检依据。

二、存在的不足和原因

一是教育行政执法力量仍然薄弱，具备执法资格的人员中一半以上兼职承担业务科室工作，专门从事执法的时间难以保证。\
二是家校沟通渠道还不够畅通，原因在于线上平台建设滞后。

三、2024年工作安排

（一）完善线上家校沟通平台，3月底前开通申诉入口。

东屿区教育局

2023年12月26日
"""


@pytest.fixture
def better(tmp_path: Path) -> Path:
    """The report of a04 a year later: the same text, with the review of decisions written in."""
    text = OLD.read_text("utf-8").replace("2021", "2022")
    lines = text.splitlines()
    at = next(number for number, line in enumerate(lines) if line.startswith("三、"))
    lines.insert(
        at + 1,
        "严格落实重大执法决定法制审核制度，法制审核机构配备审核人员4名，全年审核重大执法决定29件，提出审核意见31条。",
    )
    new = tmp_path / "2022年.txt"
    new.write_text("\n".join(lines), "utf-8")
    return new


def test_what_improved_and_what_was_copied(cli: Cli, better: Path) -> None:
    done = cli("compare", OLD, better, "--lang", "zh")
    assert done.code == 0
    improved = done.out.split("有改善的项目")[1].split("没有变化的项目")[0]
    assert "重大执法决定法制审核制度" in improved
    assert "缺失 → 达标" in improved
    assert "有退步的项目" not in done.out
    assert "照抄上年的段落" in done.out


def test_the_other_way_round_it_got_worse(cli: Cli, better: Path) -> None:
    done = cli("compare", better, OLD, "--lang", "zh")
    assert "达标 → 缺失" in done.out.split("有退步的项目")[1]


def test_a_shortcoming_that_returns_is_told(cli: Cli) -> None:
    path = REPORTS / "a01.txt"
    assert "上年写过、今年再次出现的不足" in cli("compare", path, path, "--lang", "zh").out


def test_reports_of_different_organs_share_nothing(cli: Cli) -> None:
    out = cli("compare", REPORTS / "a01.txt", REPORTS / "a20.txt", "--lang", "zh").out
    assert "照抄上年的段落" not in out
    assert "今年报告写到了进展" not in out
    assert "两份报告的机关不同" in out
    assert "再次出现的不足" not in out


def test_a_report_that_cannot_be_read_is_told(cli: Cli, tmp_path: Path) -> None:
    done = cli("compare", OLD, tmp_path / "没有.txt", "--lang", "zh")
    assert done.code == 3
    assert done.err.count("\n") == 1


@pytest.fixture
def schools(tmp_path: Path) -> tuple[Path, Path]:
    """Two years of one organ, the second with last year's plans carried out in part."""
    old, new = tmp_path / "2022年度", tmp_path / "2023年度"
    old.mkdir()
    new.mkdir()
    shutil.copy(SCHOOLS, old / "教育局.txt")
    (new / "教育局.txt").write_text(A_YEAR_LATER, "utf-8")
    return old, new


def _pair(cli: Cli, *arguments: object) -> dict[str, Any]:
    [pair] = json.loads(cli("compare", *arguments, "-f", "json", "--lang", "zh").out)["pairs"]
    found: dict[str, Any] = pair
    return found


def test_plans_are_told_by_what_became_of_them(cli: Cli, schools: tuple[Path, Path]) -> None:
    plans = {one["old"]["text"]: one["new"] for one in _pair(cli, *schools)["plans"]}
    told = {old: new["text"] for old, new in plans.items() if new}
    assert len(plans) == 4
    assert [(old[:6], new[:8]) for old, new in told.items()] == [
        ("举办全区校（", "全年举办全区校（"),
        ("健全行政执法", "组建10人的教育"),
        ("对78所中小", "对78所中小学校"),
    ]
    assert next(old for old, new in plans.items() if new is None).startswith("编写《东屿区青少年法治实践活动指南》")


def test_a_shortcoming_in_other_words_returns(cli: Cli, schools: tuple[Path, Path]) -> None:
    [again] = _pair(cli, *schools)["returns"]
    assert "专门从事执法的时间难以保证" in again["old"]["text"]
    assert again["new"]["text"].startswith("教育行政执法力量仍然薄弱")


def test_a_paragraph_with_other_figures_is_a_copy_all_the_same(cli: Cli, schools: tuple[Path, Path]) -> None:
    pair = _pair(cli, *schools)
    [copy] = pair["copies"]
    assert copy["new"]["text"].startswith("规范收费和经费管理")
    assert copy["exact"] is False
    assert 0 < pair["copied"] < 50


def test_items_are_told_by_id(cli: Cli, schools: tuple[Path, Path]) -> None:
    items = {item["id"]: (item["old"], item["new"], item["change"]) for item in _pair(cli, *schools)["items"]}
    assert items["shortcomings"] == ("weak", "present", "better")
    assert items["next_year_plan"][2] != "better"


def test_two_batches_are_compared_organ_by_organ(cli: Cli, schools: tuple[Path, Path]) -> None:
    old, new = schools
    shutil.copy(REPORTS / "a01.txt", old / "a01.txt")
    shutil.copy(REPORTS / "a06.txt", new / "a06.txt")
    out = cli("compare", old, new, "--lang", "zh").out
    assert "两年都有报告的机关1个" in out
    assert "栖川市市场监督管理局" in out.split("上年有报告、今年没有的")[1].split("今年有报告、上年没有的")[0]
    assert "砚池区财政局" in out.split("今年有报告、上年没有的")[1]
    found = json.loads(cli("compare", old, new, "-f", "json").out)
    assert [Path(report["path"]).name for report in (*found["gone"], *found["added"])] == ["a01.txt", "a06.txt"]
    assert found["by_item"]["shortcomings"] == {"better": 1, "worse": 0, "same": 0}


def test_markdown_has_both_years_beside_each_other(cli: Cli, schools: tuple[Path, Path]) -> None:
    out = cli("compare", *schools, "-f", "markdown", "--lang", "zh").out
    assert out.startswith("# 两年对比汇总\n")
    rows = [line for line in out.splitlines() if line.startswith("| 举办全区校")]
    assert rows[0].count(" | ") == 1
    assert "三年轮训实现全覆盖" in rows[0]
    assert "（今年没有写到）" in out


def test_the_gate_is_about_required_items_that_got_worse(cli: Cli, better: Path) -> None:
    assert cli("compare", better, OLD).code == 0
    assert cli("compare", better, OLD, "--fail-on", "worse").code == 1
    assert cli("compare", OLD, better, "--fail-on", "worse").code == 0


def test_one_bad_file_of_a_batch_is_told_and_the_others_are_compared(cli: Cli, schools: tuple[Path, Path]) -> None:
    (schools[1] / "坏.docx").write_bytes(b"PK\x03\x04")
    done = cli("compare", *schools, "--lang", "zh")
    assert done.code == 3
    assert "坏.docx" in done.err
    assert "两年都有报告的机关1个" in done.out


def test_years_in_the_wrong_order_are_told(cli: Cli, schools: tuple[Path, Path]) -> None:
    old, new = (folder / "教育局.txt" for folder in schools)
    assert "年度的先后不对" in cli("compare", new, old, "--lang", "zh").out
