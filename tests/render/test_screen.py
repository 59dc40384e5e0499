"""What a person sees: the diff, in every language, width and degree of detail."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import get_args

import pytest
from rich.cells import cell_len

from checker.render import FORMATS, Detail, RenderContext
from checker.results import Run

Golden = Callable[[str, bytes], None]
DETAILS = get_args(Detail)


def _plain(run: Run, **context: object) -> str:
    return FORMATS["plain"].render(run, RenderContext(**context)).decode()  # type: ignore[arg-type]


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("detail", DETAILS)
def test_plain_text(awkward_run: Run, golden: Golden, lang: str, detail: Detail) -> None:
    golden(f"plain.{detail}.{lang}.txt", FORMATS["plain"].render(awkward_run, RenderContext(lang=lang, detail=detail)))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_colours(awkward_run: Run, golden: Golden, lang: str) -> None:
    golden(f"rich.{lang}.txt", FORMATS["rich"].render(awkward_run, RenderContext(lang=lang, color=True)))


@pytest.mark.parametrize("width", [80, 100, 120])
@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("detail", DETAILS)
def test_no_line_is_wider_than_the_terminal(awkward_run: Run, width: int, lang: str, detail: Detail) -> None:
    for line in _plain(awkward_run, lang=lang, width=width, detail=detail).splitlines():
        assert cell_len(line) <= width, line


def test_colours_change_nothing_but_colours(awkward_run: Run) -> None:
    rich = FORMATS["rich"].render(awkward_run, RenderContext(color=True)).decode()
    assert "\x1b[31m" in rich
    assert re.sub(r"\x1b\[[0-9;]*m", "", rich) == _plain(awkward_run)
    assert FORMATS["rich"].render(awkward_run, RenderContext()).decode() == _plain(awkward_run)


def test_document_text_brings_no_colours_of_its_own(awkward_run: Run) -> None:
    assert "\x1b" not in _plain(awkward_run, detail="full")


def test_what_falls_short_comes_first_and_required_before_recommended(awkward_run: Run) -> None:
    text = _plain(awkward_run)
    order = ["- 缺失  存在的不足和原因", "~ 薄弱  重大执法", "~ 薄弱  深入学习", "√ 上一年度", "√ 标题"]
    places = [text.index(part) for part in order]
    assert places == sorted(places)


def test_everything_is_in_the_order_of_the_ruleset_with_v(awkward_run: Run) -> None:
    text = _plain(awkward_run, detail="full")
    order = ["√ 达标  上一年度", "- 缺失  存在的不足和原因", "~ 薄弱  重大执法", "○ 不适用  执法全过程"]
    places = [text.index(part) for part in order]
    assert places == sorted(places)
    assert "相近：“检查发现企业隐患1683条”" in text
    assert "这是检查对象的问题" in text


def test_a_missing_item_says_what_should_stand_where_and_why(awkward_run: Run) -> None:
    text = _plain(awkward_run, width=120)
    assert "- 应有标题：存在的不足和原因" in text
    assert "- 应写内容：至少写明一项" in text
    assert "建议放在“三、坚持严格规范公正文明执法" in text
    assert "依据：《法治政府建设与责任落实督察工作规定》第二十七条" in text


def test_an_item_in_order_takes_one_line(awkward_run: Run) -> None:
    line = next(line for line in _plain(awkward_run).splitlines() if line.startswith("√ 上一年度"))
    assert line.endswith("…”  第17行")


def test_a_place_is_a_page_where_there_are_pages(awkward_run: Run) -> None:
    assert "第3页" in _plain(awkward_run)


def test_a_place_in_a_word_document_is_its_section(awkward_run: Run) -> None:
    report = awkward_run.reports[0]._replace(media_type="application/vnd.openxmlformats")
    text = _plain(awkward_run._replace(reports=(report,)), width=120)
    assert "位置：六、打算\n" in text
    assert "“五、[其他] 工作”：规则没有要求" in text


def test_doubt_is_shown_to_those_who_ask_for_all(awkward_run: Run) -> None:
    assert "行政执法公示制度（把握不大，请人工核对）" in _plain(awkward_run, detail="full")
    assert "把握不大" not in _plain(awkward_run)


def test_quiet_leaves_the_failing_reports_and_the_last_line(awkward_run: Run) -> None:
    lines = _plain(awkward_run, detail="quiet", width=120).splitlines()
    assert [line[0] for line in lines if line] == ["×", "×", "共"]
    assert lines[-1] == "共检查3份报告：1份通过，1份不通过，1份无法检查。"


def test_marks_can_be_shown_on_a_chinese_windows_console(awkward_run: Run) -> None:
    text = _plain(awkward_run, detail="full").replace("𠮷", "").replace("\ufffd", "")
    text.encode("gbk")
