"""Everyday Markdown read line by line gives what the parser gives, and is left to the parser where it is in doubt."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.document import Document
from checker.readers import markdown, markdown_lines

PREFIXES = (
    "", "", "", "# ", "## ", "#", "####### ", "- ", "-  ", "* ", "+ ", "1. ", "2) ", "1.", "12345678901. ", "> ", "| ", "|", "    ",
    "  ", "\t", "\u3000\u3000", "```", "~~~", "---", "***", "___", "===", "<div>", "<!-- ", "**", "_", ":", ":-: |", "\\", "&emsp;",
)  # fmt: skip
WORDS = (
    "", "", "全年审核重大执法决定11件。", "一、主要举措", "| 件 | 14 |", "a | b", "--- | ---", "|---|---|", "| --- |", "- 甲", "# 乙", "**局长**", "`", " ", "\t", "#", "---", "=", "|",
)  # fmt: skip
LINES = st.builds(str.__add__, st.sampled_from(PREFIXES), st.sampled_from(WORDS))


def both(monkeypatch: pytest.MonkeyPatch, text: str) -> tuple[Document, Document]:
    quick = markdown.read(text, "报告.md", "sha256:0")
    with monkeypatch.context() as patch:
        patch.setattr(markdown, "pieces", lambda lines: None)
        return quick, markdown.read(text, "报告.md", "sha256:0")


@settings(max_examples=600, deadline=None)
@given(st.lists(LINES, min_size=1, max_size=9), st.sampled_from(["\n", "\r\n", "\r"]))
def test_the_quick_way_gives_what_the_parser_gives(written: list[str], end: str) -> None:
    with pytest.MonkeyPatch.context() as monkeypatch:
        quick, parsed = both(monkeypatch, end.join(written))
    assert quick == parsed


EVERYDAY = """# 泽川县水利局2024年度法治政府建设年度报告

2024年，我局坚持依法行政。
全年组织培训四次。

## 一、主要举措

- 公示行政处罚信息14条；
- 审核重大执法决定11件。

1. 开展检查。
2. 办结案件。

***

| 指标 | 2023年 | 2024年 |
| --- | ---: | :-- |
| 立案（件） | 14 | 19 |

## 二、存在的不足
**一是力量不足。**编制偏少。
"""


def test_a_usual_report_needs_no_parser() -> None:
    kinds = [piece.kind for piece in markdown_lines.pieces(EVERYDAY.split("\n")) or ()]
    assert kinds == [
        "heading", "paragraph", "heading", "list_item", "list_item", "list_item", "list_item",
        "table_row", "table_row", "heading", "paragraph",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "> 引文",
        "- 甲\n  续行",
        "- 甲\n\n  甲的第二段",
        "- - 甲",
        "标题\n===",
        "段落\n---",
        "段落\n- 甲",
        "```\n代码\n```",
        "<div>网页</div>",
        "甲 | 乙\n--- | ---",
        "| 甲 | 乙 |\n| --- |",
        "| 甲 \\| 乙 |\n| --- |",
        "段落\n    # 缩进之后不是标题",
    ],
)
def test_what_only_a_parser_can_tell_is_left_to_it(text: str) -> None:
    assert markdown_lines.pieces(re.split(r"\n", text)) is None
