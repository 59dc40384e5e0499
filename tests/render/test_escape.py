"""Document text cannot command the medium it is shown in."""

from __future__ import annotations

import pytest
from markdown_it import MarkdownIt

from checker.render import escape


def test_terminal_commands_are_made_visible() -> None:
    assert escape.one_line("公示\x1b[31m红\x07\x9b2J") == "公示\ufffd[31m红\ufffd\ufffd2J"


def test_invisible_and_bidirectional_characters_are_dropped() -> None:
    assert escape.one_line("法\u200b制\u202e审\u2066核\ufeff") == "法制审核"


def test_lines_of_chinese_are_joined_without_a_blank() -> None:
    assert escape.one_line("全年公示\r\n　　行政处罚387件\nin 2024") == "全年公示行政处罚387件 in 2024"


def test_a_lone_surrogate_can_be_encoded_afterwards() -> None:
    assert escape.one_line("a\udc80b").encode() == "a\ufffdb".encode()


@pytest.mark.parametrize(
    "text",
    [
        "*粗* _斜_ `码` **",
        "[链接](https://example.org) ![图](x.png)",
        "<script>alert(1)</script> &amp; ]]>",
        "a|b|c",
        "# 标题",
        r"\* 反斜线",
        "~~删除~~ $x$",
    ],
)
def test_markdown_shows_the_text_itself(text: str) -> None:
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(f"- {escape.markdown(text)}")
    inline = next(token for token in tokens if token.type == "inline")
    assert "".join(child.content for child in inline.children or []) == text
    assert {child.type for child in inline.children or []} <= {"text", "text_special"}
