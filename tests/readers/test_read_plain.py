"""Plain text keeps the positions of the file."""

from __future__ import annotations

import hashlib

import pytest

from checker.readers import read_bytes
from checker.text import LineIndex

LINES = ["某县水利局2023年度报告", "", "　　一、主要做法", "\t2023年，工作顺利。  ", "\u200b结尾\u3000"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_line_and_column_are_those_of_the_file(end: str, encoding: str) -> None:
    text = end.join(LINES).replace("\u200b", "" if encoding == "gb18030" else "\u200b")
    document = read_bytes(text.encode(encoding), "报告.txt")
    assert document.text == text
    index = LineIndex(document.text)
    found = [(document.text[b.span.start : b.span.end], *index.position(b.span.start)) for b in document.blocks]
    assert found == [
        ("某县水利局2023年度报告", 1, 1),
        ("一、主要做法", 3, 3),
        ("2023年，工作顺利。", 4, 2),
        ("结尾", 5, 1 if encoding == "gb18030" else 2),
    ]


def test_says_what_it_is() -> None:
    document = read_bytes("甲。\n".encode(), "子目录/报告.txt")
    assert document.path == "子目录/报告.txt"
    assert document.media_type == "text/plain"
    assert document.digest == "sha256:" + hashlib.sha256("甲。\n".encode()).hexdigest()
    assert document.readability == "ok"


def test_furniture_of_a_pasted_page_stays_as_ordinary_lines() -> None:
    text = "首页 > 政务公开\n\n某县水利局2023年度报告\n发布时间：2024-01-29　浏览次数：317\n\n正文第一段，内容完整。\n\n扫一扫在手机打开当前页\n"
    document = read_bytes(text.encode(), "报告.txt")
    assert len(document.blocks) == 5
    assert not any(block.furniture for block in document.blocks)


def test_other_line_separators_end_a_block_too() -> None:
    document = read_bytes("第一段。\u2028第二段。\x0b第三段。\x0c第四段。".encode(), "报告.txt")
    assert len(document.blocks) == 4
