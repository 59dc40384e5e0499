"""Sections as a reader of the page sees them, however their headings are set."""

from __future__ import annotations

from itertools import pairwise

import pytest
from docx import Document as Word
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from checker.structure.outline import sentence_spans
from tests.structure.reports import outline, reading_of, zone_of, zoned

TITLE = "云岫县农业农村局2024年度法治政府建设年度报告\n\n"
DONE = "全年开展执法检查126家次，立案12件，罚款18.6万元，案件无一被撤销，执法质量稳步提升，群众满意度不断提高。"
MORE = "组织集中学法6次，参学320人次，邀请市委党校教师授课2次，组织旁听庭审1次，全体执法人员通过年度考核。"

_LEVELS = [
    ("一、", "二、", "（一）", "（二）"),
    ("一、", "二、", "(一)", "(二)"),
    ("一．", "二．", "（一）", "（二）"),
    ("第一部分 ", "第二部分 ", "一、", "二、"),
    ("第一章 ", "第二章 ", "一、", "二、"),
    ("一、", "二、", "1.", "2."),
    ("一、", "二、", "1．", "2．"),
    ("一、", "二、", "1、", "2、"),
    ("一、", "二、", "（1）", "（2）"),
    ("一、", "二、", "1)", "2)"),
    ("一、", "二、", "①", "②"),
    ("1.", "2.", "1.1", "2.1"),
    ("1.", "2.", "（1）", "（2）"),
    ("、", "、", "（一）", "（二）"),
    ("一、", "二、", "一)", "二)"),
    ("一、", "二、", "(一、", "(二、"),
]


@pytest.mark.parametrize(("first", "second", "sub", "other"), _LEVELS, ids=[f"{a}{c}" for a, _, c, _ in _LEVELS])
def test_two_levels_in_every_style(first: str, second: str, sub: str, other: str) -> None:
    text = f"{first}主要举措和成效\n{sub}健全制度机制\n{DONE}\n{other}规范行政执法\n{MORE}\n{second}存在的不足\n执法力量薄弱。"
    assert outline(reading_of(TITLE + text)) == ["主要举措和成效", "  健全制度机制", "  规范行政执法", "存在的不足"]


def test_three_levels() -> None:
    text = f"一、主要举措\n（一）规范执法\n1.落实公示制度\n{DONE}\n2.落实全过程记录制度\n{MORE}\n（二）抓好普法\n{MORE}\n二、存在不足\n力量薄弱。"
    assert outline(reading_of(TITLE + text)) == [
        "主要举措", "  规范执法", "    落实公示制度", "    落实全过程记录制度", "  抓好普法", "存在不足",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("paragraph", "heading"),
    [
        ("一是严格履行法治责任。按照上级要求，" + DONE, "严格履行法治责任"),
        ("（一）严格履行法治责任。按照上级要求，" + DONE, "严格履行法治责任"),
        ("1.严格履行法治责任：按照上级要求，" + DONE, "严格履行法治责任"),
        ("首先，严格履行法治责任。按照上级要求，" + DONE, "严格履行法治责任"),
        ("第一，严格履行法治责任。按照上级要求，" + DONE, "严格履行法治责任"),
        ("严格履行法治责任。按照上级要求，" + DONE, "严格履行法治责任"),
        ("【严格履行法治责任】按照上级要求，" + DONE, "严格履行法治责任"),
    ],
)
def test_headings_run_into_their_paragraph(paragraph: str, heading: str) -> None:
    reading = reading_of(TITLE + "一、主要举措\n" + paragraph)
    assert outline(reading) == ["主要举措", "  " + heading]
    assert zoned(reading)[0][1].startswith("按照上级要求,")


@pytest.mark.parametrize(
    "marks", [("一是", "二是", "三是"), ("首先，", "其次，", "最后，"), ("（一）", "（二）", "（三）"), ("①", "②", "③")]
)
def test_points_of_one_paragraph_are_equals(marks: tuple[str, str, str]) -> None:
    points = zip(marks, ("健全制度", "规范执法", "抓好普法"), strict=True)
    text = "一、主要举措\n" + "".join(f"{mark}{name}。{DONE}" for mark, name in points)
    found = outline(reading_of(TITLE + text))
    assert found == ["主要举措", "  健全制度", "  规范执法", "  抓好普法"]


def test_two_points_of_one_paragraph() -> None:
    text = f"一、主要举措\n一是健全制度。{DONE}二是规范执法。{MORE}"
    assert outline(reading_of(TITLE + text)) == ["主要举措", "  健全制度", "  规范执法"]


def test_a_paragraph_with_figures_is_no_heading() -> None:
    text = f"一、主要举措\n（一）全年检查企业126家次，立案12件，罚款18.6万元\n（二）规范执法\n{DONE}"
    found = outline(reading_of(TITLE + text))
    assert found == ["主要举措", "  ", "  规范执法"]


def test_headings_without_numbers() -> None:
    text = f"主要举措和成效\n{DONE}\n{MORE}\n存在的不足和原因\n因编制所限，执法力量薄弱，专业人员不足，取证能力不强。\n下一年度主要安排\n{MORE}"
    assert outline(reading_of(TITLE + text)) == ["主要举措和成效", "存在的不足和原因", "下一年度主要安排"]


def test_doubled_headings() -> None:
    """The number stands on two lines, or the heading comes again under itself."""
    text = f"一、主要举措和成效\n主要举措和成效\n{DONE}\n二、存在的不足和原因\n二、存在的不足和原因\n因编制所限，执法力量薄弱。"
    reading = reading_of(TITLE + text)
    tops = [line for line in outline(reading) if not line.startswith(" ")]
    assert tops[0] == "主要举措和成效"
    assert tops[-1] == "存在的不足和原因"
    assert zone_of(reading, "执法力量薄弱") == "shortcomings"
    assert zone_of(reading, "立案12件") == "account"


def test_no_headings_at_all() -> None:
    reading = reading_of(TITLE + f"{DONE}\n{MORE}\n下一步，我局将加强培训，规范执法，举办业务培训班2期。")
    assert outline(reading) == []
    assert [zone for zone, _ in zoned(reading)] == ["account", "account", "plan"]


def test_markdown_headings_of_both_kinds() -> None:
    text = f"# 云岫县农业农村局2024年度法治政府建设年度报告\n\n主要举措和成效\n---\n\n{DONE}\n\n### （一）规范执法\n\n{MORE}\n\n## 存在的不足\n\n力量薄弱。\n"
    assert outline(reading_of(text, "草稿.md")) == ["主要举措和成效", "  规范执法", "存在的不足"]


def test_markdown_headings_rule_over_typed_numbers() -> None:
    text = f"## 一、主要举措和成效\n\n（一）规范执法\n\n{DONE}\n\n## 二、存在的不足\n\n力量薄弱。\n"
    assert outline(reading_of(text, "草稿.md")) == ["主要举措和成效", "  规范执法", "存在的不足"]


def _numbered(word: Word, text: str, level: int) -> None:  # type: ignore[valid-type]
    paragraph = word.add_paragraph(text)  # type: ignore[attr-defined]
    numbering = OxmlElement("w:numPr")
    for tag, value in (("w:ilvl", str(level)), ("w:numId", "77")):
        element = OxmlElement(tag)
        element.set(qn("w:val"), value)
        numbering.append(element)
    paragraph._p.get_or_add_pPr().append(numbering)


def _numbering(word: Word) -> None:  # type: ignore[valid-type]
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    root = word.part.numbering_part.element  # type: ignore[attr-defined]
    levels = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for n, (kind, text) in enumerate(
            [("chineseCounting", "%1、"), ("chineseCounting", "（%2）"), ("decimal", "%3.")]
        )
    )
    abstract = parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77">{levels}</w:abstractNum>')
    root.insert(0, abstract)
    root.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))


def test_automatic_numbers_of_word() -> None:
    from io import BytesIO

    word = Word()
    _numbering(word)
    word.add_paragraph("云岫县农业农村局2024年度法治政府建设年度报告")
    for text, level in (
        ("主要举措和成效", 0),
        ("健全制度机制", 1),
        ("", -1),
        ("规范行政执法", 1),
        ("", -1),
        ("存在的不足", 0),
    ):
        if level < 0:
            word.add_paragraph(DONE)
        else:
            _numbered(word, text, level)
    word.add_paragraph("因编制所限，执法力量薄弱。")
    data = BytesIO()
    word.save(data)
    reading = reading_of(data.getvalue(), "草稿.docx")
    assert outline(reading) == ["主要举措和成效", "  健全制度机制", "  规范行政执法", "存在的不足"]
    assert zone_of(reading, "执法力量薄弱") == "shortcomings"


_HEADINGS = ("一、主要举措和成效", "二、存在的不足和原因", "三、下一年度主要安排")
_BODY = f"{_HEADINGS[0]}\n{DONE}\n{_HEADINGS[1]}\n因编制所限，执法力量薄弱。\n{_HEADINGS[2]}\n举办业务培训班2期，聘请律师授课。"


@pytest.mark.parametrize(
    "contents",
    [
        "目录\n" + "\n".join(f"{h}……………{n}" for n, h in enumerate(_HEADINGS, 1)),
        "目  录\n" + "\n".join(f"{h}..........{n}" for n, h in enumerate(_HEADINGS, 1)),
        "目录\n" + "\n".join(_HEADINGS),
        "目录\n" + "\n".join(f"{h} {n}" for n, h in enumerate(_HEADINGS, 1)),
        "目录：" + " ".join(_HEADINGS),
        "目录" + "".join(f"{h}{n}" for n, h in enumerate(_HEADINGS, 1)),
    ],
    ids=["dots", "points", "bare", "pages", "one-line", "one-line-pages"],
)
def test_contents_lists_are_furniture(contents: str) -> None:
    reading = reading_of(TITLE + contents + "\n\n" + _BODY)
    assert outline(reading) == [heading[2:] for heading in _HEADINGS]
    assert [zone for zone, _ in zoned(reading)] == ["account", "shortcomings", "plan"]


def test_sections_hold_what_stands_in_them() -> None:
    reading = reading_of(TITLE + _BODY)
    text = reading.view.text
    for number, section in enumerate(reading.sections):
        assert section.start <= section.title.start <= section.title.end <= section.body <= section.end
        assert section.parent is None or section.parent < number
    assert [text[s.start : s.start + 2] for s in reading.sections] == ["一、", "二、", "三、"]
    assert all(a.end <= b.start for a, b in pairwise(reading.sections))


def test_statements_are_ascending_and_do_not_overlap() -> None:
    for reading in (reading_of(TITLE + _BODY), reading_of(TITLE + "一、主要举措\n一是健全制度。" + DONE * 3)):
        places = [(s.start, s.end) for s in reading.statements]
        assert all(a[1] <= b[0] for a, b in pairwise(places))
        assert all(start < end for start, end in places)


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("检查126家。立案12件。", ["检查126家。", "立案12件。"]),
        ("检查126家；立案12件", ["检查126家；", "立案12件"]),
        ("做到“三个到位。”检查126家。", ["做到“三个到位。", "”检查126家。"]),
        ("（详见附件。）检查126家。", ["（详见附件。)", "检查126家。"]),
        ("成效如何？很好！", ["成效如何?", "很好!"]),
    ],
)
def test_sentences(text: str, sentences: list[str]) -> None:
    from checker.text import fold

    folded = fold(text)
    assert [folded[a:b] for a, b in sentence_spans(folded, 0, len(folded))] == [fold(s) for s in sentences]


def test_paragraphs_that_were_given_the_look_of_headings_are_read_as_paragraphs() -> None:
    lines = [
        "（一）提高政治站位，把法治建设摆在更加突出的位置，切实增强政治自觉、思想自觉和行动自觉。",
        "（二）规范执法行为。6月底前修订案卷评查标准，全年抽查案卷不少于120宗。",
        "（三）配强执法力量。",
    ]
    text = f"## 一、主要举措\n\n{DONE}\n\n## 二、下一步安排\n\n" + "\n\n".join(f"### {line}" for line in lines)
    plain = text.replace("### ", "")
    marked, unmarked = (reading_of(TITLE + each, "草稿.md") for each in (text, plain))
    assert outline(marked) == outline(unmarked)
    assert zoned(marked) == zoned(unmarked)
    assert zoned(marked)[-1][0] == "plan"
