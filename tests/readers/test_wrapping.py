"""Which lines were broken in mid-sentence and belong together."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from checker.readers.plain import read
from checker.readers.wrapping import find_wrap, lines

PARAGRAPHS = [
    (
        "2023年，县水利局坚持以习近平新时代中国特色社会主义思想为指导，严格落实年度法治建设工作要点，以河道管理、水资源管理、"
        "水土保持监管为重点，推动水利工作在法治轨道上运行。现将有关情况报告如下："
    ),
    "一、主要做法和成效",
    (
        "（一）加强组织领导。局党组全年研究法治建设议题4次，主要负责人带头学法，组织学习会9次，43名干部参加年度学法用法考试，"
        "合格率达到100%，执法人员持证上岗率达到100%。"
    ),
    (
        "1.规范执法行为。全年办理行政处罚案件18件，公示执法信息120条，没有发生行政复议和行政诉讼案件，群众满意度稳步提升，"
        "得到上级部门的充分肯定。"
    ),
    "二、存在的不足和原因",
    (
        "一是执法力量不足，由于机构改革后编制偏少，部分乡镇没有专职执法人员，巡查频次不够。二是普法形式单一，以发放资料为主，"
        "群众参与度不高。"
    ),
    "某县水利局",
    "2024年1月15日",
]


def _columns(text: str) -> int:
    return sum(2 if char > "\xff" else 1 for char in text)


def wrapped(paragraphs: list[str], width: int, indent: str = "　　", end: str = "\n") -> str:
    """Breaks as an editor does: no line begins with a comma, numbers may be cut."""
    result = []
    for paragraph in paragraphs:
        line = indent if len(paragraph) > 15 else ""
        for char in paragraph:
            if _columns(line + char) > width and char not in "，。、；：）":
                result.append(line)
                line = ""
            line += char
        result.append(line)
    return end.join(result)


def blocks(text: str) -> list[str]:
    document = read(text, "报告.txt", "sha256:0")
    return ["".join(text[block.span.start : block.span.end].split()) for block in document.blocks]


@pytest.mark.parametrize("width", [40, 60, 72, 80])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("indent", ["　　", "    "])
def test_paragraphs_of_a_hard_wrapped_file_are_joined(width: int, end: str, indent: str) -> None:
    found = blocks(wrapped(PARAGRAPHS, width, indent, end))
    # Where a full line happens to end a sentence nothing shows whether the paragraph goes on.
    assert "".join(found) == "".join(PARAGRAPHS)
    assert all(any(block in paragraph for paragraph in PARAGRAPHS) for block in found)
    assert len(found) <= len(PARAGRAPHS) + 2
    assert {"一、主要做法和成效", "二、存在的不足和原因", "某县水利局", "2024年1月15日"} <= set(found)


def test_joined_without_indents_too() -> None:
    found = blocks(wrapped(PARAGRAPHS, 60, ""))
    assert "一、主要做法和成效" in found
    assert any(block.startswith("（一）加强") and block.endswith("上岗率达到100%。") for block in found)


def test_a_margin_at_every_line_is_no_indent() -> None:
    text = "\n".join("    " + line for line in wrapped(PARAGRAPHS, 60).split("\n"))
    assert blocks(text) == blocks(wrapped(PARAGRAPHS, 60))


def test_a_typed_number_begins_a_new_paragraph_even_behind_a_full_line() -> None:
    text = wrapped([PARAGRAPHS[0]], 60) + (
        "\n（二）推进水行政执法公示与水资源管理制度建设，健全监督机制体系"
        "\n1.深入推进依法治水，全面落实河湖长制各项重点工作任务要求"
        "\n全面落实责任，加强执法监督，提高人员素质，规范执法行为，强化保"
        "\n障，认真接受监督。"
    )
    found = blocks(text)
    assert any(block.startswith("（二）推进") and block.endswith("机制体系") for block in found)
    assert any(block.startswith("1.深入") and block.endswith("强化保障，认真接受监督。") for block in found)


def test_a_number_of_a_quantity_is_no_heading() -> None:
    text = wrapped([PARAGRAPHS[0], PARAGRAPHS[2], PARAGRAPHS[3]], 60) + (
        "\n全年开展水土保持监督检查，巡查河道岸线和重点水域，累计里程\n12.5万公里，发现问题90个。"
    )
    assert blocks(text)[-1].endswith("累计里程12.5万公里，发现问题90个。")


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(PARAGRAPHS),
        "\n".join("　　" + paragraph for paragraph in PARAGRAPHS),
        # Names of equal length, no prose.
        "\n".join(f"某县人民政府办公室关于印发第{n}号执法工作制度清单的通知" for n in "甲乙丙丁戊己庚"),
        "\n".join(f"{n}、推进水行政执法公示，健全执法监督机制，落实制度" for n in "一二三四五六七八"),
    ],
    ids=["paragraphs", "indented", "names", "numbered"],
)
def test_a_file_with_a_line_for_each_paragraph_is_left_alone(text: str) -> None:
    assert find_wrap(text, lines(text)) is None
    assert len(blocks(text)) == len(text.split("\n"))


def test_blank_lines_always_end_a_paragraph() -> None:
    halves = wrapped([PARAGRAPHS[0]], 60).split("\n")
    text = "\n".join([*halves[:1], "", *halves[1:], *wrapped(PARAGRAPHS[2:4], 60).split("\n")])
    assert blocks(text)[0] == "".join(halves[0].split())


@pytest.mark.parametrize("build", [lambda: " " * 200_000 + "文", lambda: "文" + " " * 200_000 + "\n" + "字" * 200_000])
def test_long_lines_and_gaps_cost_little(build: Callable[[], str]) -> None:
    assert len(blocks(build())) >= 1


def _cut(paragraph: str, count: int) -> str:
    return "\n".join(paragraph[at : at + count] for at in range(0, len(paragraph), count))


@pytest.mark.parametrize("count", [24, 30, 38])
def test_lines_of_so_many_characters_are_joined_though_figures_make_them_narrower(count: int) -> None:
    figures = (
        "全年检查企业1683家次，发现问题8431条，已整改8422条，整改率99.89%，罚款1236.5万元，"
        "没收违法所得38.62万元，公示执法信息12003条，移送线索17条，约谈企业104家。"
    )
    text = "\n\n".join(_cut(paragraph, count) for paragraph in [*PARAGRAPHS[:4], figures, *PARAGRAPHS[4:]])
    assert blocks(text) == [*PARAGRAPHS[:4], figures, *PARAGRAPHS[4:]]


def test_where_blank_lines_part_paragraphs_a_line_may_begin_like_a_point() -> None:
    # The second line of the paragraph begins with 二是, the third behind a full stop.
    points = (
        "一是执法力量不足，专职人员只有三名，巡查频次不够。二是普法形式单一，以发放资料为主，参与不够。三是普法不够深。"
    )
    text = "\n\n".join(_cut(paragraph, 25) for paragraph in [PARAGRAPHS[0], PARAGRAPHS[2], points])
    assert blocks(text)[-1] == points
