"""Markdown: what each block is, and where in the file."""

from __future__ import annotations

import pytest

from checker.document import Block, Document, Metadata
from checker.readers import read_bytes
from checker.text import LineIndex


def read(text: str) -> Document:
    document = read_bytes(text.encode(), "报告.md")
    assert document.media_type == "text/markdown"
    assert document.text == text
    return document


def shown(document: Document, block: Block) -> str:
    return document.text[block.span.start : block.span.end]


def blocks(text: str) -> list[tuple[str, str]]:
    document = read(text)
    return [(f"{block.kind}{block.level or ''}", shown(document, block)) for block in document.blocks]


def test_headings_of_both_kinds() -> None:
    assert blocks("# 年度报告 ##\n\n一、主要做法\n===\n\n（一）加强学习\n---\n\n###### 细项\n正文。\n## \n") == [
        ("heading1", "年度报告"),
        ("heading1", "一、主要做法"),
        ("heading2", "（一）加强学习"),
        ("heading6", "细项"),
        ("paragraph", "正文。"),
    ]


def test_a_rule_right_below_a_paragraph_makes_no_heading_of_it() -> None:
    text = "2023年，县水利局坚持依法行政，严格规范公正文明执法。\n---\n\n第二段，没有空行，就画了分隔线\n全年办理案件18件，没有一件被撤销；\n---\n"
    assert [kind for kind, _ in blocks(text)] == ["paragraph"] * 3


def test_lists_keep_their_numbers_and_lose_their_bullets() -> None:
    assert blocks(
        "- 第一项\n- 第二项\n\n    * 细项\n\n1. 加强学习。\n2. 规范执法。\n\n   补充说明。\n\n- 1. 双重\n\n+ **一是学习。** 全年4次。\n"
    ) == [
        ("list_item", "第一项"),
        ("list_item", "第二项"),
        ("list_item", "细项"),
        ("list_item", "1. 加强学习。"),
        ("list_item", "2. 规范执法。"),
        ("paragraph", "补充说明。"),
        ("list_item", "1. 双重"),
        ("list_item", "**一是学习。** 全年4次。"),
    ]


def test_tables_give_a_block_for_each_row() -> None:
    assert blocks("| 项目 | 数量 |\n| --- | ---: |\n| 执法检查 | 12次 |\n\n年度 | 件数\n--- | ---\n2023 | 5\n") == [
        ("table_row", "项目 | 数量"),
        ("table_row", "执法检查 | 12次"),
        ("table_row", "年度 | 件数"),
        ("table_row", "2023 | 5"),
    ]


def test_quotes_and_fences_are_paragraphs() -> None:
    assert blocks("> 引用一段。\n>\n> > 引用二段。\n\n```\n第一行\n\n第二行\n```\n") == [
        ("paragraph", "引用一段。"),
        ("paragraph", "引用二段。"),
        ("paragraph", "第一行"),
        ("paragraph", "第二行"),
    ]


@pytest.mark.parametrize("indent", ["    ", "\t", "　　", "      ", "&emsp;&emsp;"])
def test_indented_text_is_no_code(indent: str) -> None:
    text = f"# 报告\n\n{indent}2023年，工作顺利。\n\n{indent}**一、主要做法**\n"
    assert blocks(text) == [("heading1", "报告"), ("paragraph", "2023年，工作顺利。"), ("paragraph", "一、主要做法")]


def test_lines_typed_below_each_other_are_paragraphs_of_their_own() -> None:
    assert blocks("一、主要做法\n（一）加强学习\n1．组织学习会4次。\n　　2．开展培训2期。\n[1]: 附件\n") == [
        ("paragraph", "一、主要做法"),
        ("paragraph", "（一）加强学习"),
        ("paragraph", "1．组织学习会4次。"),
        ("paragraph", "2．开展培训2期。"),
        ("paragraph", "[1]: 附件"),
    ]


def test_hard_wrapped_paragraphs_and_items_are_joined() -> None:
    text = (
        "# 报告\n\n"
        "2023年，县水利局坚持以习近平新时代中国特色社会主义思想为指导，\n严格落实年度法治建设工作要点，以河道管理、水资源管理、水土保\n"
        "持监管为重点，坚持节水优先、空间均衡、系统治理、两手发力的治水\n思路，推动水利工作在法治轨道上运行。\n\n"
        "1. 规范执法行为。全年办理行政处罚案件18件，公示执法信息，没有\n   发生行政复议和行政诉讼案件，群众满意度稳步提升，得到充分肯\n   定。\n\n"
        "某县水利局\n2024年1月15日\n"
    )
    found = [("".join(words.split()), kind) for kind, words in blocks(text)]
    assert [kind for _, kind in found] == ["heading1", "paragraph", "list_item", "paragraph", "paragraph"]
    assert found[1][0].endswith("治水思路，推动水利工作在法治轨道上运行。")
    assert found[2][0].startswith("1.规范")
    assert found[2][0].endswith("得到充分肯定。")


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("**一、主要做法**", "一、主要做法"),
        ("__一、主要做法__", "一、主要做法"),
        ("***一、主要做法***", "一、主要做法"),
    ],
)
def test_wholly_bold_lines_are_emphasis(text: str, inner: str) -> None:
    document = read(f"正文。\n\n{text}\n")
    assert document.blocks[1].emphasis
    assert shown(document, document.blocks[1]) == inner


@pytest.mark.parametrize("text", ["**（一）学习。** 全年4次。", "**甲**和**乙**", "正文**强调**", "* * 星号"])
def test_partly_bold_lines_are_not(text: str) -> None:
    assert not any(block.emphasis for block in read(f"正文。\n\n{text}\n").blocks)


def test_bold_headings() -> None:
    document = read("## **二、存在的不足**\n")
    assert document.blocks[0].emphasis
    assert shown(document, document.blocks[0]) == "二、存在的不足"


def test_front_matter_is_metadata_and_furniture() -> None:
    document = read(
        '---\ntitle: 某县水利局2023年度法治政府建设年度报告\n单位："某县水利局"\n成文日期: 2024-01-15\ndate: 2024-01-20\ntags:\n  - 法治\n---\n\n# 标题\n'
    )
    assert document.metadata == Metadata(
        "某县水利局2023年度法治政府建设年度报告", "某县水利局", "2024-01-20", "2024-01-15"
    )
    assert [block.furniture for block in document.blocks] == [True] * 6 + [False]
    assert shown(document, document.blocks[-1]) == "标题"


def test_front_matter_may_begin_with_a_comment() -> None:
    document = read("---\n# 样本报告：应得的结论\nexpect:\n  title: present\n---\n\n# 标题\n")
    assert [block.furniture for block in document.blocks] == [True] * 3 + [False]


@pytest.mark.parametrize(
    "text",
    [
        "---\n# 某县水利局2023年度报告\n单位：某县水利局\n---\n\n正文。\n",
        "---\n\n正文第一段。\n\n---\n\n正文第二段。\n",
        "---\ntitle: 没有结束\n\n正文。\n",
        "正文。\n\n---\ntitle: 在中间\n---\n",
    ],
)
def test_a_rule_is_no_front_matter(text: str) -> None:
    document = read(text)
    assert document.metadata == Metadata()
    assert not any(block.furniture for block in document.blocks)


def test_comments_and_raw_html() -> None:
    document = read(
        '<!-- 模板：填写\n说明 -->\n\n<div align="center">\n<h1>年度报告</h1>\n某县水利局 <b>2023年</b>\n</div>\n\n<script>\nvar a;\n</script>\n'
    )
    found = [(shown(document, block), block.level, block.furniture) for block in document.blocks]
    assert found == [
        ("<!-- 模板：填写\n说明 -->", None, True),
        ("年度报告", 1, False),
        ("某县水利局", None, False),
        ("2023年", None, False),
        ("var a;", None, True),
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_and_column_are_those_of_the_file(end: str) -> None:
    text = "---\ntitle: 报告\n---\n# 报告\n\n## 一、做法\n\n> 引用\n\n- 项目\n\n| 甲 | 乙 |\n|--|--|\n| 1 | 2 |\n\n　　正文。\n".replace(
        "\n", end
    )
    document = read(text)
    index = LineIndex(text)
    places = {shown(document, block): index.position(block.span.start) for block in document.blocks}
    assert places == {
        "title: 报告": (2, 1),
        "报告": (4, 3),
        "一、做法": (6, 4),
        "引用": (8, 3),
        "项目": (10, 3),
        "甲 | 乙": (12, 3),
        "1 | 2": (14, 3),
        "正文。": (16, 3),
    }


def test_a_row_of_nothing_but_an_indent() -> None:
    assert blocks("| 件 | 14 |\n--- | ---\n&emsp;\n") == [("table_row", "件 | 14")]


def test_a_table_in_html_has_rows_and_cells() -> None:
    text = (
        "统计如下。\n\n<table>\n<tr><th>村</th><th>户数</th></tr>\n<tr><td>东村</td>\n<td></td></tr>\n</table>\n"
        "\n合计120户。\n"
    )
    document = read_bytes(text.encode(), "a.md")
    found = [
        (block.kind, document.text[slice(*block.span)], block.continues)
        for block in document.blocks
        if block.span.end > block.span.start or block.kind == "table_row"
    ]
    assert found == [
        ("paragraph", "统计如下。", False),
        ("table_row", "村", False),
        ("table_row", "户数", True),
        ("table_row", "东村", False),
        ("table_row", "", True),
        ("paragraph", "合计120户。", False),
    ]
