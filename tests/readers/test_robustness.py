"""Any bytes at all give a document or a clear refusal."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from checker.document import Document
from checker.errors import ReadError
from checker.messages import catalogue
from checker.readers import read_bytes

PAGE = (Path(__file__).parents[2] / "fixtures" / "dev" / "d06.html").read_bytes()
TEXT = (
    "某县水利局2023年度法治政府建设年度报告\n\n发布日期:2024-01-21\n\n　　2023年，县水利局坚持依法行政，\n规范执法。\n"
    "一、主要做法\n（一）加强学习。组织学习会4次。\n"
).encode()
MARKDOWN = """---
title: 年度报告
---
# 年度报告

- 要点
  1. 细项

> 引用

| 项目 | 数量 |
| --- | --- |
| 检查 | 12 |

**一、主要做法**

<div align="center">居中</div>
<!-- 注 -->

标题
===

```
代码
```
""".encode()
HEADS = [b"", b"\xff\xfe", b"\xef\xbb\xbf", b"<html><body>", b"# ", b"---\n", b"PK\x03\x04", b"{\\rtf", b"<?xml", b"GIF8",
         b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"]  # fmt: skip
NAMES = st.sampled_from(["a.txt", "a.md", "a.html", "a.docx", "-"])
TOKENS = st.sampled_from(
    ["<table>", "<tr>", "<td>", "</td>", "</table>", "<p>", "</p>", "<li>", "<ol>", "<h1>", "<br>", "<a href=#>", "</a>",
     "<div class=nav>", "</div>", "<pre>", "<b>", "<!--", "-->", "<svg>", "<template>", "正文，很长的一段话。" * 4, "文", "\n",
     "发布日期：", "来源", "# ", "- ", "> ", "1. ", "|", "---", "```", "    ", "**", "===", "\t", "\r", "&emsp;", "<title>"]
)  # fmt: skip


def check(data: bytes, name: str) -> None:
    try:
        document = read_bytes(data, name)
    except ReadError as error:
        refusal: str | None = error.key
    else:
        refusal = None
        assert_sound(document)
        assert read_bytes(data, name) == document
    assert refusal is None or refusal in catalogue()


def assert_sound(document: Document) -> None:
    for block in document.blocks:
        assert 0 <= block.span.start <= block.span.end <= len(document.text)
        assert block.span.start < block.span.end or block.kind == "table_row"  # a blank cell
        shown = document.text[block.span.start : block.span.end]
        assert shown == shown.strip()
    for before, after in pairwise(document.blocks):
        assert before.span.end <= after.span.start


@given(st.sampled_from(HEADS), st.binary(max_size=300), NAMES)
@example(b"", b"\x00", "a.txt")
def test_random_bytes(head: bytes, data: bytes, name: str) -> None:
    check(head + data, name)


@given(st.text(max_size=200), NAMES, st.sampled_from(["utf-8", "utf-16", "gb18030"]))
def test_random_text(text: str, name: str, encoding: str) -> None:
    check(text.encode(encoding, "ignore"), name)


@given(st.lists(TOKENS, max_size=40).map("".join), NAMES)
def test_random_markup(text: str, name: str) -> None:
    check(text.encode(), name)
    check(("<html>" + text).encode(), name)


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(
    st.sampled_from(
        [(PAGE, "a.html"), (TEXT, "a.txt"), (MARKDOWN, "a.md"), (TEXT.decode().encode("gb18030"), "a.txt")]
    ),
    st.integers(0, 10_000),
    st.integers(0, 200),
    st.binary(max_size=20),
)
def test_damaged_files(source: tuple[bytes, str], at: int, length: int, new: bytes) -> None:
    data, name = source
    at %= len(data)
    check(data[:at] + new + data[at + length :], name)


@given(st.text(alphabet="文，。\n\r 　|#-*>`1.", max_size=80))
def test_no_word_of_a_text_file_is_lost(text: str) -> None:
    try:
        document = read_bytes(text.encode(), "a.txt")
    except ReadError:
        return
    if document.media_type == "text/plain":
        shown = "".join(document.text[block.span.start : block.span.end] for block in document.blocks)
        assert "".join(shown.split()) == "".join(text.split())


@given(st.text(alphabet="文字，。\n 　#-*>1.", max_size=80))
def test_no_chinese_word_of_a_markdown_file_is_lost(text: str) -> None:
    try:
        document = read_bytes(text.encode(), "a.md")
    except ReadError:
        return
    shown = "".join(document.text[block.span.start : block.span.end] for block in document.blocks)
    assert [c for c in shown if c in "文字，。"] == [c for c in text if c in "文字，。"]
