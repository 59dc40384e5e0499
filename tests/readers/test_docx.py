"""Word documents: the text as it will be, numbers as they are shown, and a clear word where there is none to read."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checker.document import Document
from checker.errors import ReadError
from checker.messages import say
from checker.readers import docx
from checker.readers.docx_numbering import counted, numeral

FORMATS = Path(__file__).parents[2] / "fixtures" / "formats"
NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
STYLES = """
<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/>
  <w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="2"><w:name w:val="标题 2"/><w:basedOn w:val="a"/></w:style>
<w:style w:type="paragraph" w:styleId="own"><w:name w:val="我的小标题"/><w:basedOn w:val="2"/></w:style>
<w:style w:type="paragraph" w:styleId="round"><w:name w:val="循环"/><w:basedOn w:val="round"/></w:style>
<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>
<w:style w:type="table" w:styleId="grid"><w:name w:val="Table Grid"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="character" w:styleId="strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>
"""


def word(body: str, **parts: str) -> bytes:
    """A .docx with this body; other parts by name: `styles`, `numbering`, `footnotes`, `header` ..."""
    files = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "_rels/.rels": relations({"officeDocument": "word/document.xml"}),
        "word/document.xml": f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": relations({kind: f"{kind}.xml" for kind in parts}),
    }
    for kind, inner in parts.items():
        root = {"header": "hdr", "footer": "ftr"}.get(kind, kind)
        files[f"word/{kind}.xml"] = f"<w:{root} {NAMESPACES}>{inner}</w:{root}>"
    return zipped(files)


def relations(targets: dict[str, str]) -> str:
    items = "".join(
        f'<Relationship Id="r{i}" Type="{TYPES}{kind}" Target="{target}"/>'
        for i, (kind, target) in enumerate(targets.items())
    )
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{items}</Relationships>'
    )


def zipped(files: dict[str, str]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def p(*runs: str, style: str = "", props: str = "") -> str:
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{props}</w:pPr>{''.join(run if run.startswith('<') else r(run) for run in runs)}</w:p>"


def r(text: str, props: str = "") -> str:
    return f'<w:r><w:rPr>{props}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def field(mark: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{mark}"/></w:r>'


def instruction(text: str) -> str:
    return f'{field("begin")}<w:r><w:instrText xml:space="preserve"> {text} </w:instrText></w:r>{field("separate")}'


def read(data: bytes) -> Document:
    return docx.read(data, "报告.docx", "sha256:0")


def texts(document: Document, *, furniture: bool = False) -> list[str]:
    return [document.text[b.span.start : b.span.end] for b in document.blocks if b.furniture == furniture]


def labels(document: Document) -> list[str]:
    return [block.label for block in document.blocks]


# --- order and kinds -------------------------------------------------------------------------------------------------


def test_each_paragraph_is_a_line_of_the_text() -> None:
    document = read(word(p("　　一、工作成效") + p() + p("全年立案", "19件。")))
    assert document.text == "一、工作成效\n全年立案19件。"
    assert [block.span for block in document.blocks] == [(0, 6), (7, 15)]


def test_a_row_of_a_table_is_one_block() -> None:
    cell = "<w:tc>{}</w:tc>".format
    table = (
        "<w:tbl><w:tr>" + cell(p("指标")) + cell(p("2023年")) + cell(p("2024年")) + "</w:tr><w:tr>"
        + cell(p("立案", "（件）")) + cell(p("14")) + cell(p("19")) + "</w:tr></w:tbl>"
    )  # fmt: skip
    document = read(word(p("数据如下：") + table + p("以上。")))
    assert texts(document) == ["数据如下：", "指标\t2023年\t2024年", "立案（件）\t14\t19", "以上。"]
    assert [block.kind for block in document.blocks] == ["paragraph", "table_row", "table_row", "paragraph"]


def test_merged_cells_nested_tables_and_deleted_rows() -> None:
    rows = (
        '<w:tr><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>' + p("执法") + "</w:tc><w:tc>" + p("公示") + "</w:tc></w:tr>"
        "<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr>" + p("执法") + "</w:tc><w:tc>" + p("记录") + "</w:tc></w:tr>"
        '<w:tr><w:trPr><w:del w:id="1" w:author="x"/></w:trPr><w:tc>' + p("作废") + "</w:tc></w:tr>"
        "<w:tr><w:tc>" + p("外") + "<w:tbl><w:tr><w:tc>" + p("内甲") + "</w:tc><w:tc>" + p("内乙") + "</w:tc></w:tr></w:tbl>" + p() + "</w:tc></w:tr>"
    )  # fmt: skip
    assert texts(read(word(f"<w:tbl>{rows}</w:tbl>"))) == ["执法\t公示", "\t记录", "外", "内甲\t内乙"]


def test_a_frame_around_running_text_is_no_table() -> None:
    frame = "<w:tbl><w:tr><w:tc>" + p("一、工作成效", style="1") + p("全年立案19件。") + "</w:tc></w:tr></w:tbl>"
    document = read(word(frame, styles=STYLES))
    assert [(block.kind, block.level) for block in document.blocks] == [("heading", 1), ("paragraph", None)]


def test_text_boxes_are_read_once() -> None:
    box = "<w:txbxContent>" + p("专栏：行政执法三项制度") + "</w:txbxContent>"
    shape = (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>" + box + "</wps:txbx></w:drawing></mc:Choice>"
        "<mc:Fallback><w:pict><v:textbox>" + box + "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )  # fmt: skip
    assert texts(read(word(p("见右侧", shape, "专栏。")))) == ["见右侧专栏。", "专栏：行政执法三项制度"]


def test_notes_follow_the_text_in_the_order_of_reference() -> None:
    notes = "".join(
        f'<w:footnote w:id="{i}">{p(text)}</w:footnote>' for i, text in ((-1, "分隔"), (1, "注甲"), (2, "注乙"))
    )
    reference = '<w:r><w:footnoteReference w:id="{}"/></w:r>'.format
    document = read(word(p("先", reference(2)) + p("后", reference(1)), footnotes=notes))
    assert texts(document) == ["先", "后", "注乙", "注甲"]
    assert [block.kind for block in document.blocks][2:] == ["footnote", "footnote"]


def test_headers_and_footers_are_furniture_at_the_end() -> None:
    footer = p("— ", instruction("PAGE"), "3", field("end"), " —")
    document = read(word(p("正文。"), header=p("泽川县水利局") + p("泽川县水利局"), footer=footer))
    assert texts(document) == ["正文。"]
    assert texts(document, furniture=True) == ["泽川县水利局", "— 3 —"]


def test_line_breaks_part_blocks_and_special_characters_are_kept() -> None:
    runs = "<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t><w:cr/><w:t>A</w:t><w:noBreakHyphen/><w:t>1</w:t><w:softHyphen/>"
    document = read(
        word(f'<w:p>{runs}<w:sym w:font="Wingdings" w:char="F0FC"/><w:sym w:font="Arial" w:char="2116"/></w:r></w:p>')
    )
    assert texts(document) == ["甲\t乙", "丙", "A-1№"]


def test_fields_show_their_result_only() -> None:
    nested = field("begin") + "<w:r><w:instrText>IF </w:instrText></w:r>" + instruction("DATE") + r("内") + field("end")
    body = p("共", instruction("NUMPAGES"), "8", field("end"), "页", nested, field("separate"), "外", field("end"))
    link = '<w:p><w:hyperlink r:id="r9"><w:r><w:t>网址</w:t></w:r></w:hyperlink><w:fldSimple w:instr="DATE"><w:r><w:t>元旦</w:t></w:r></w:fldSimple></w:p>'
    assert texts(read(word(body + link))) == ["共8页外", "网址元旦"]


def test_an_instruction_without_end_swallows_no_more_than_its_paragraph() -> None:
    assert texts(read(word(p("甲", field("begin"), "坏") + p("乙")))) == ["甲", "乙"]


def test_a_document_of_the_strict_form_is_read() -> None:
    with zipfile.ZipFile(io.BytesIO(word(p("正文。", style="1"), styles=STYLES))) as archive:
        files = {name: archive.read(name).decode() for name in archive.namelist()}
    old, new = "http://schemas.openxmlformats.org/", "http://purl.oclc.org/ooxml/"
    files = {
        name: text.replace(old + "wordprocessingml/2006/main", new + "wordprocessingml/main").replace(
            old + "officeDocument/2006/relationships", new + "officeDocument/relationships"
        )
        for name, text in files.items()
    }
    assert read(zipped(files)).blocks[0].level == 1


# --- what is shown ---------------------------------------------------------------------------------------------------


CHANGE = 'w:id="1" w:author="审核" w:date="2025-01-10T09:00:00Z"'


def test_changes_are_taken_as_accepted() -> None:
    body = p(
        "开展", f"<w:del {CHANGE}><w:r><w:delText>1</w:delText></w:r></w:del>", f"<w:ins {CHANGE}>{r('2')}</w:ins>", "场，",
        f"<w:moveFrom {CHANGE}>{r('移走')}</w:moveFrom>", f"<w:moveTo {CHANGE}>{r('移来')}</w:moveTo>", "。",
        '<w:commentRangeStart w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>',
    )  # fmt: skip
    assert texts(read(word(body, comments=f'<w:comment w:id="0">{p("请核对")}</w:comment>'))) == ["开展2场，移来。"]


def test_a_deleted_paragraph_mark_joins_two_paragraphs() -> None:
    deleted = f"<w:rPr><w:del {CHANGE}/></w:rPr>"
    gone = f"<w:del {CHANGE}><w:r><w:delText>二、作废</w:delText></w:r></w:del>"
    body = (
        p("一、工作", props=deleted)
        + p("成效", style="1")
        + p(gone, style="1", props=deleted)
        + p("正文。")
        + p("末段", props=deleted)
    )
    document = read(word(body, styles=STYLES))
    assert [(text, block.kind) for text, block in zip(texts(document), document.blocks, strict=True)] == [
        ("一、工作成效", "heading"), ("正文。", "paragraph"), ("末段", "paragraph"),
    ]  # fmt: skip


def test_hidden_text_and_prompts_of_empty_fields_are_left_out() -> None:
    prompt = (
        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" + r("单击此处输入文字") + "</w:sdtContent></w:sdt>"
    )
    filled = "<w:sdt><w:sdtPr/><w:sdtContent>" + r("泽川县") + "</w:sdtContent></w:sdt>"
    assert texts(read(word(p(filled, r("隐藏", "<w:vanish/>"), r("水利局", '<w:vanish w:val="0"/>'), prompt)))) == [
        "泽川县水利局"
    ]


@pytest.mark.parametrize(
    "contents",
    [
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>'
        + p("目录") + p("一、工作成效\t1") + "</w:sdtContent></w:sdt>",
        p("目录", style="TOC1") + p("一、工作成效\t1", style="TOC1"),
        p(instruction('TOC \\o "1-3"'), "目录") + p("一、工作成效", instruction("PAGEREF _Toc1"), "\t1", field("end")) + p(field("end")),
    ],
    ids=["gallery", "styles", "field"],
)  # fmt: skip
def test_a_table_of_contents_is_furniture(contents: str) -> None:
    document = read(word(contents + p("一、工作成效", style="1"), styles=STYLES))
    assert texts(document) == ["一、工作成效"]
    assert texts(document, furniture=True) == ["目录", "一、工作成效\t1"]


# --- headings and looks ----------------------------------------------------------------------------------------------


def test_heading_levels_come_from_styles_and_paragraphs() -> None:
    body = (
        p("甲", style="1") + p("乙", style="2") + p("丙", style="own") + p("丁", props='<w:outlineLvl w:val="2"/>')
        + p("戊", style="1", props='<w:outlineLvl w:val="9"/>') + p("己", style="round") + p("庚", style="absent")
    )  # fmt: skip
    assert [block.level for block in read(word(body, styles=STYLES)).blocks] == [1, 2, 2, 3, None, None, None]


def test_a_heading_style_on_a_whole_paragraph_makes_no_heading() -> None:
    text = "（一）强化执法监督。" + "对四个执法中队开展案卷评查，通报问题并督促整改，" * 5 + "成效明显。"
    assert read(word(p(text, style="2"), styles=STYLES)).blocks[0].kind == "paragraph"


def test_a_heading_broken_by_hand_is_one_heading() -> None:
    document = read(
        word(p("一、2024年度推进法治政府建设的", "<w:r><w:br/></w:r>", "主要举措和成效", style="1"), styles=STYLES)
    )
    assert texts(document) == ["一、2024年度推进法治政府建设的主要举措和成效"]


def test_emphasis_is_bold_throughout_or_centred() -> None:
    bold = "<w:b/>"
    body = (
        p(r("一、", bold), r("工作成效", bold), r(" ")) + p(r("一是", bold), "加强领导。") + p(r("重点", '<w:rStyle w:val="strong"/>'))
        + p("存在问题", props='<w:jc w:val="center"/>') + p("法" * 80, props='<w:jc w:val="center"/>') + p("年度报告", style="T")
        + p(r("细", '<w:b w:val="0"/>'), style="1")
    )  # fmt: skip
    emphasis = [block.emphasis for block in read(word(body, styles=STYLES)).blocks]
    assert emphasis == [True, False, True, True, False, True, False]


def test_a_title_style_is_no_heading_level() -> None:
    block = read(word(p("2024年度法治政府建设年度报告", style="T"), styles=STYLES)).blocks[0]
    assert (block.kind, block.level, block.emphasis) == ("paragraph", None, True)


# --- automatic numbers -----------------------------------------------------------------------------------------------


def level(index: int, form: str, text: str, more: str = "") -> str:
    return f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{text}"/></w:lvl>'


def listed(num: int, ilvl: int) -> str:
    return f'<w:numPr><w:ilvl w:val="{ilvl}"/><w:numId w:val="{num}"/></w:numPr>'


def n(num: int, ilvl: int, text: str = "文") -> str:
    return p(text, props=listed(num, ilvl))


OUTLINE = (
    '<w:abstractNum w:abstractNumId="0">' + level(0, "chineseCountingThousand", "%1、") + level(1, "chineseCounting", "（%2）")
    + level(2, "decimal", "%3.") + level(3, "decimal", "%1.%3.%4", "<w:isLgl/>") + level(4, "bullet", "●") + "</w:abstractNum>"
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
)  # fmt: skip


def test_numbers_count_on_and_begin_anew_below_a_higher_one() -> None:
    body = n(1, 0) + n(1, 1) + n(1, 1) + n(1, 2) + n(1, 3) + n(1, 0) + n(1, 1) + n(1, 2) + n(1, 4)
    document = read(word(body, numbering=OUTLINE))
    assert labels(document) == ["一、", "（一）", "（二）", "1.", "1.1.1", "二、", "（一）", "1.", ""]
    assert {block.kind for block in document.blocks} == {"list_item"}
    assert document.text.startswith("文\n")


def test_a_list_with_a_start_of_its_own_begins_anew_once() -> None:
    document = read(word(n(1, 0) + n(1, 0) + n(2, 0) + n(2, 0) + n(1, 0), numbering=OUTLINE))
    assert labels(document) == ["一、", "二、", "一、", "二、", "三、"]


def test_empty_paragraphs_and_deleted_ones() -> None:
    deleted = f"{listed(1, 0)}<w:rPr><w:del {CHANGE}/></w:rPr>"
    body = (
        n(1, 0)
        + n(1, 0, "")
        + p(f"<w:del {CHANGE}><w:r><w:delText>删</w:delText></w:r></w:del>", props=deleted)
        + n(1, 0)
    )
    assert labels(read(word(body, numbering=OUTLINE))) == ["一、", "三、"]


def test_numbers_of_styles_and_their_switching_off() -> None:
    styles = STYLES + (
        '<w:style w:type="paragraph" w:styleId="N1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="5"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="N2"><w:name w:val="heading 2"/><w:basedOn w:val="N1"/></w:style>'
    )
    numbering = (
        '<w:abstractNum w:abstractNumId="3">' + level(0, "chineseCounting", "第%1章", '<w:pStyle w:val="N1"/>')
        + level(1, "decimal", "%2、", '<w:pStyle w:val="N2"/>') + '</w:abstractNum><w:num w:numId="5"><w:abstractNumId w:val="3"/></w:num>'
    )  # fmt: skip
    body = (
        p("甲", style="N1")
        + p("乙", style="N2")
        + p("丙", style="N1", props='<w:numPr><w:numId w:val="0"/></w:numPr>')
        + p("丁", style="N1")
    )
    document = read(word(body, styles=styles, numbering=numbering))
    assert labels(document) == ["第一章", "1、", "", "第二章"]
    assert [block.kind for block in document.blocks] == ["heading"] * 4


def test_a_level_that_never_begins_anew_and_a_list_defined_elsewhere() -> None:
    styles = '<w:style w:type="numbering" w:styleId="L"><w:name w:val="列表"/><w:pPr><w:numPr><w:numId w:val="8"/></w:numPr></w:pPr></w:style>'
    numbering = (
        '<w:abstractNum w:abstractNumId="6"><w:styleLink w:val="L"/>' + level(0, "decimal", "%1.")
        + level(1, "lowerLetter", "%2)", '<w:lvlRestart w:val="0"/>') + "</w:abstractNum>"
        '<w:abstractNum w:abstractNumId="7"><w:numStyleLink w:val="L"/></w:abstractNum>'
        '<w:num w:numId="8"><w:abstractNumId w:val="6"/></w:num><w:num w:numId="9"><w:abstractNumId w:val="7"/></w:num>'
    )  # fmt: skip
    document = read(word(n(9, 0) + n(9, 1) + n(9, 0) + n(9, 1), numbering=numbering, styles=styles))
    assert labels(document) == ["1.", "a)", "2.", "b)"]


@pytest.mark.parametrize(
    ("count", "form", "shown"),
    [
        (3, "decimal", "3"), (3, "decimalZero", "03"), (10, "chineseCounting", "十"), (12, "japaneseCounting", "十二"),
        (20, "chineseCountingThousand", "二十"), (105, "chineseCountingThousand", "一百零五"), (12, "ideographDigital", "一二"),
        (2, "ideographTraditional", "乙"), (11, "ideographTraditional", "11"), (12, "ideographZodiac", "亥"),
        (3, "chineseLegalSimplified", "叁"), (11, "chineseLegalSimplified", "壹拾壹"), (4, "decimalEnclosedCircle", "④"),
        (21, "decimalEnclosedCircleChinese", "㉑"), (36, "decimalEnclosedCircle", "㊱"), (51, "decimalEnclosedCircle", "51"),
        (12, "decimalFullWidth", "\uff11\uff12"), (28, "upperLetter", "BB"), (1, "lowerLetter", "a"), (14, "upperRoman", "XIV"),
        (9, "lowerRoman", "ix"), (0, "upperLetter", "0"), (7, "thaiNumbers", "7"), (3, "decimalEnclosedParen", "⑶"),
    ],
)  # fmt: skip
def test_number_formats(count: int, form: str, shown: str) -> None:
    assert numeral(count, form) == shown


def test_counted_numbers_have_one_zero_for_a_gap() -> None:
    assert [counted(i) for i in (0, 19, 101, 110, 1001, 1010, 9999)] == [
        "〇", "十九", "一百零一", "一百一十", "一千零一", "一千零一十", "九千九百九十九",
    ]  # fmt: skip


# --- what cannot be read ---------------------------------------------------------------------------------------------


PICTURE = '<w:r><w:drawing><a:blip r:embed="r5"/></w:drawing></w:r>'


def refused(data: bytes) -> str:
    with pytest.raises(ReadError) as caught:
        read(data)
    assert say(caught.value.key, **caught.value.values).zh
    return caught.value.key


def test_broken_files() -> None:
    good = (FORMATS / "report.docx").read_bytes()
    assert refused(good[: len(good) // 2]) == "broken-docx"
    assert refused(zipped({"word/other.xml": "<a/>"})) == "broken-docx"
    assert refused(zipped({"word/document.xml": "<w:document"})) == "broken-docx"
    assert refused(zipped({"word/document.xml": "<html><body>正文</body></html>"})) == "broken-docx"
    assert refused(b"PK\x03\x04") == "broken-docx"


def test_a_declared_entity_is_refused() -> None:
    entities = '<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b SYSTEM "file:///etc/hostname">]>'
    body = f"<w:document {NAMESPACES}><w:body><w:p><w:r><w:t>&a;&b;</w:t></w:r></w:p></w:body></w:document>"
    assert refused(zipped({"word/document.xml": entities + body})) == "broken-docx"


def test_zip_bombs() -> None:
    bomb = f"<w:document {NAMESPACES}><w:body>{' ' * 20_000_000}</w:body></w:document>"
    assert refused(zipped({"word/document.xml": bomb})) == "zip-bomb"
    assert refused(zipped({f"part{i}.xml": "" for i in range(5_001)})) == "zip-bomb"


def test_a_part_that_unpacks_to_more_than_it_says() -> None:
    data = bytearray(zipped({"word/document.xml": "<a>" + " " * 70_000_000 + "</a>"}))
    entry = data.index(b"PK\x01\x02")
    data[entry + 20 : entry + 28] = (300_000).to_bytes(4, "little") + (900_000).to_bytes(4, "little")
    assert refused(bytes(data)) in ("zip-bomb", "broken-docx")


def test_an_encrypted_entry() -> None:
    data = bytearray(word(p("正文。")))
    for mark, flags in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        at = -1
        while (at := data.find(mark, at + 1)) >= 0:
            data[at + flags] |= 1
    assert refused(bytes(data)) == "encrypted-office"


def test_documents_without_text() -> None:
    assert refused(word(p())) == "no-text"
    assert refused(word(p(PICTURE) + p(PICTURE))) == "images-only"
    assert refused(word(p(PICTURE), header=p("泽川县水利局"))) == "images-only"


def test_pictures_instead_of_text_and_embedded_files_are_said() -> None:
    document = read(word(p("年度报告") + p(PICTURE) * 3))
    assert (document.readability, document.notices) == ("partial", (("pictures-unread", (("count", "3"),)),))
    embedded = '<w:r><w:object><o:OLEObject ProgID="Word.Document.12"/></w:object></w:r>'
    equation = '<w:r><w:object><o:OLEObject ProgID="Equation.3"/></w:object></w:r>'
    document = read(word(p("详见附件：", embedded, equation) + '<w:altChunk r:id="r7"/>'))
    assert (document.readability, document.notices) == ("partial", (("embedded-unread", (("count", "2"),)),))
    for notice in document.notices:
        assert say(notice.key, **dict(notice.values)).zh


def test_a_report_with_some_photographs_is_whole() -> None:
    assert read(word(p("全年开展普法宣传活动十六场次。" * 30) + p(PICTURE) * 3)).readability == "ok"


def test_nesting_without_end() -> None:
    deep = "<w:tbl><w:tr><w:tc>" * 80 + p("深") + "</w:tc></w:tr></w:tbl>" * 80
    assert texts(read(word(deep))) == ["深"]
    assert refused(word("<w:sdt><w:sdtContent>" * 5_000 + "</w:sdtContent></w:sdt>" * 5_000)) == "broken-docx"


@pytest.mark.parametrize(
    "make", [(FORMATS / "report.docx").read_bytes, lambda: word(n(1, 0) + p("正文"), numbering=OUTLINE)]
)
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    changes=st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 255)), min_size=1, max_size=20),
    cut=st.floats(0.5, 1),
)
def test_any_bytes_give_a_document_or_a_read_error(
    make: Callable[[], bytes], changes: list[tuple[float, int]], cut: float
) -> None:
    data = bytearray(make())
    for place, byte in changes:
        data[int(place * len(data))] = byte
    _survives(bytes(data[: int(cut * len(data))] if cut < 0.9 else data))


TAGS = st.sampled_from(
    [
        "p",
        "r",
        "t",
        "tbl",
        "tr",
        "tc",
        "sdt",
        "sdtContent",
        "sdtPr",
        "pPr",
        "rPr",
        "numPr",
        "numId",
        "ilvl",
        "vanish",
        "b",
        "br",
        "fldChar",
        "instrText",
        "ins",
        "del",
        "txbxContent",
        "drawing",
        "vMerge",
    ]
)
NODES = st.recursive(
    st.builds(lambda tag, value: f'<w:{tag} w:val="{value}" w:fldCharType="{value}"/>', TAGS, st.sampled_from(["1", "-3", "x", "begin", "end"])),
    lambda inner: st.builds(lambda tag, parts: f"<w:{tag}>字{''.join(parts)}</w:{tag}>", TAGS, st.lists(inner, max_size=4)),
    max_leaves=40,
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(nodes=st.lists(NODES, max_size=6), styles=st.lists(NODES, max_size=2), numbering=st.lists(NODES, max_size=2))
def test_any_markup_gives_a_document_or_a_read_error(nodes: list[str], styles: list[str], numbering: list[str]) -> None:
    _survives(word("".join(nodes), styles=STYLES + "".join(styles), numbering=OUTLINE + "".join(numbering)))


def _survives(data: bytes) -> None:
    try:
        document = read(data)
    except ReadError as error:
        say(error.key, **error.values)
    else:
        assert all(document.text[block.span.start : block.span.end].strip() for block in document.blocks)
