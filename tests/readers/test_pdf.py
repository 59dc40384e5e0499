"""PDF files: paragraphs put together again from printed lines, margins apart, and a clear word where there is no text."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.document import Block, Document
from checker.errors import ReadError
from checker.messages import say
from checker.readers import pdf
from checker.readers.pdf_lines import clean

FIXTURES = Path(__file__).parents[2] / "fixtures"
REPORT = (FIXTURES / "formats" / "report.pdf").read_bytes()
COMMA = "\uff0c"

# The font is named only, as in files of many offices: what is read must not depend on the fonts of this machine.
FONT = (
    "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UTF16-H /DescendantFonts [4 0 R] >>",
    (
        "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /W [1 95 500] /CIDSystemInfo "
        "<< /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /FontDescriptor << /Type /FontDescriptor /FontName "
        "/STSong-Light /Flags 4 /Ascent 880 /Descent -120 /FontBBox [0 -120 1000 880] /ItalicAngle 0 /CapHeight 700 /StemV 80 >> >>"
    ),
)
LEFT, TOP, SIZE, PITCH, WIDTH = 80, 728, 16, 28, 27


class Words(NamedTuple):
    """Words at a place of a page."""

    x: float
    y: float
    size: float
    text: str


def printed(*pages: list[Words] | str, turned: int = 0) -> bytes:
    """A PDF file with these words on its pages; a page may be given as drawing operators too."""
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids [{' '.join(f'{5 + 2 * i} 0 R' for i in range(len(pages)))}] >>",
        *FONT,
    ]
    across = "0 1 -1 0" if turned == 90 else "1 0 0 1"
    for i, page in enumerate(pages):
        drawn = page if isinstance(page, str) else "\n".join(
            f"BT /F1 {size} Tf {across} {595 - y if turned else x} {x if turned else y} Tm <{text.encode('utf-16-be').hex()}> Tj ET"
            for x, y, size, text in page
        )  # fmt: skip
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Rotate {turned} "
            f"/Resources << /Font << /F1 3 0 R >> >> /Contents {6 + 2 * i} 0 R >>"
        )
        objects.append(f"<< /Length {len(drawn)} >>\nstream\n{drawn}\nendstream")
    data, offsets = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, 1):
        offsets.append(len(data))
        data += f"{number} 0 obj\n{content}\nendobj\n".encode()
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    end = f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(data)}\n%%EOF\n"
    return data + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}".encode() + end.encode()


def typeset(
    *paragraphs: str, indent: int = 2, per_page: int = 20, header: str = "", footer: str = ""
) -> list[list[Words]]:
    """Pages as a word processor prints them: lines of 27 characters, the first one indented."""
    lines: list[tuple[float, str]] = []
    for paragraph in paragraphs:
        first = WIDTH - indent
        parts = [paragraph[:first]] + [paragraph[i : i + WIDTH] for i in range(first, len(paragraph), WIDTH)]
        lines += [(LEFT + (0 if n else indent * SIZE), part) for n, part in enumerate(parts)]
    pages = []
    for number, start in enumerate(range(0, len(lines), per_page), 1):
        words = [Words(x, TOP - n * PITCH, SIZE, text) for n, (x, text) in enumerate(lines[start : start + per_page])]
        if header:
            words.insert(0, Words(250, 790, 9, header))
        if footer:
            words.append(Words(270, 60, 10, footer.format(number)))
        pages.append(words)
    return pages


def lines(*texts: str, x: float = LEFT, top: float = TOP, size: float = SIZE, pitch: float = PITCH) -> list[Words]:
    return [Words(x, top - i * pitch, size, text) for i, text in enumerate(texts)]


def read(data: bytes) -> Document:
    return pdf.read(data, "报告.pdf", "sha256:0")


def texts(document: Document, *, furniture: bool = False) -> list[str]:
    return [document.text[b.span.start : b.span.end] for b in document.blocks if b.furniture == furniture]


def block(document: Document, text: str) -> Block:
    return next(b for b in document.blocks if text in document.text[b.span.start : b.span.end])


BODY = (
    "一、2024年度推进法治政府建设的主要举措和成效",
    "（一）深入学习贯彻习近平法治思想",
    "局党组把习近平法治思想纳入理论学习中心组年度学习计划，全年组织专题学习四次，邀请县委党校教师作专题辅导一次，面向基层开设水法夜学课堂。",
    "（二）严格规范公正文明执法",
    "推行执法全过程记录，为四个执法中队配备执法记录仪三十二台，现场检查等环节全部同步录音录像，抽查完整率由上年的百分之八十八提高到百分之九十七。",
    "全年立案查处水事违法案件十九件，适用首违不罚六件，当事人均在期限内完成整改。",
)


# --- paragraphs ------------------------------------------------------------------------------------------------------


def test_wrapped_lines_are_joined_at_the_indent() -> None:
    assert texts(read(printed(*typeset(*BODY)))) == list(BODY)


def test_paragraphs_run_on_over_the_page_and_know_where_they_begin() -> None:
    document = read(printed(*typeset(*BODY, per_page=4, header="泽川县水利局", footer="— {} —")))
    assert texts(document) == list(BODY)
    assert [b.page for b in document.blocks if not b.furniture] == [1, 1, 1, 2, 2, 3]


def test_paragraphs_without_indent_end_with_a_short_line() -> None:
    paragraphs = [text for text in BODY if len(text) % WIDTH < WIDTH - 4]
    assert texts(read(printed(*typeset(*paragraphs, indent=0)))) == paragraphs


def test_a_blank_line_parts_paragraphs_that_fill_their_lines() -> None:
    full = "全年组织行政执法人员参加网络培训和业务考试共计三十六人次" [:WIDTH]  # fmt: skip
    page = lines(full, full) + lines(full, full, top=TOP - 4 * PITCH) + lines("其他事项。", top=TOP - 7 * PITCH)
    assert texts(read(printed(page))) == [full * 2, full * 2, "其他事项。"]


def test_a_numbered_line_begins_a_paragraph_after_a_full_stop() -> None:
    first = "一是执法力量不足，部分乡镇的巡查间隔超过了一个月时间。"[-WIDTH:]
    second = "二是案卷质量不高，少数案卷的询问笔录存在要素不全问题。"[-WIDTH:]
    assert texts(read(printed(lines(first, second, first, second)))) == [first, second, first, second]


def test_items_whose_number_hangs_out_are_joined() -> None:
    # The further lines stand two characters further in than the number.
    wrapped = "规范取用水管理完成三百一十二个取水口的核查登记工作任务"[:25]
    page = lines("1." + wrapped, x=LEFT) + lines(wrapped, "并补办手续。", x=LEFT + 16, top=TOP - PITCH)
    page += lines("2." + wrapped, x=LEFT, top=TOP - 3 * PITCH) + lines(
        "加强河湖岸线管控。", x=LEFT + 16, top=TOP - 4 * PITCH
    )
    assert texts(read(printed(page))) == ["1." + wrapped * 2 + "并补办手续。", "2." + wrapped + "加强河湖岸线管控。"]


def test_centred_lines_stay_apart_and_stand_out() -> None:
    title = [Words(200, 760, 22, "泽川县水利局文件"), Words(178, 720, 22, "法治政府建设年度报告")]
    document = read(printed(title + [w._replace(y=w.y - 60) for w in typeset(*BODY)[0]]))
    assert texts(document)[:2] == ["泽川县水利局文件", "法治政府建设年度报告"]
    assert [b.emphasis for b in document.blocks[:3]] == [True, True, False]


def test_a_title_that_fills_its_line_runs_on() -> None:
    title = [
        Words(LEFT + 3, 790, 22, "泽川县水利局关于二〇二四年度法治政府建设"[:19]),
        Words(220, 750, 22, "情况的年度报告"),
    ]
    document = read(printed(title + typeset(*BODY)[0]))
    assert texts(document)[0] == title[0].text + title[1].text


def test_larger_print_stands_out() -> None:
    page = (
        lines("工作成效", size=20)
        + lines("全年立案查处水事违法案件十九件，均已结案。", top=TOP - PITCH)
        + lines("存在问题", size=20, top=TOP - 2 * PITCH)
    )
    document = read(printed([*page, *(w._replace(y=w.y - 90) for w in typeset(*BODY)[0])]))
    assert block(document, "工作成效").emphasis
    assert not block(document, "全年立案查处水事违法案件十九件，均").emphasis


def test_cells_of_a_row_are_parted_by_tabs() -> None:
    rows = [("指标", "2023年", "2024年"), ("立案（件）", "14", "19")]
    page = typeset(*BODY)[0]
    lowest = page[-1].y - PITCH
    for i, row in enumerate(rows):
        page += [Words(x, lowest - i * PITCH, 14, cell) for x, cell in zip((90, 280, 400), row, strict=True)]
    document = read(printed(page))
    assert texts(document)[-2:] == ["指标\t2023年\t2024年", "立案（件）\t14\t19"]
    assert [b.kind for b in document.blocks[-2:]] == ["table_row", "table_row"]


def test_lines_of_a_contents_list_stay_apart() -> None:
    page = lines(*(f"{title}{'…' * (WIDTH - len(title) - 1)}{n}" for n, title in enumerate(BODY[:2] + BODY[3:4], 1)))
    assert len(texts(read(printed(page)))) == 3


def test_lines_drawn_in_any_order_are_read_from_top_to_bottom() -> None:
    page = typeset(*BODY)[0]
    assert texts(read(printed(page[::-1]))) == list(BODY)


def test_a_page_that_is_turned() -> None:
    assert texts(read(printed(*typeset(*BODY), turned=90))) == list(BODY)


@pytest.mark.parametrize("name", ["SimSun", "FangSong_GB2312", "#B7#C2#CB#CE_GB2312", "KaiTi,Bold", "Arial", "ArialMT"])
def test_a_font_that_is_named_only_is_a_row_of_squares(name: str) -> None:
    repeated = lines(*["本局没有行政执法权。"] * 3, pitch=2 * PITCH)
    data = printed(repeated).replace(b"STSong-Light", name.encode())
    assert "".join(texts(read(data))) == repeated[0].text * 3

    file = pypdfium2.PdfDocument(data)
    boxes = [item.get_bounds() for item in file[0].get_objects()]
    file.close()
    width, height = SIZE * len(repeated[0].text), SIZE
    assert [(right - left, top - bottom) for left, bottom, right, top in boxes] == [
        pytest.approx((width, height), rel=0.02)
    ] * 3


def test_blanks_between_chinese_characters_are_dropped() -> None:
    assert clean("泽川县 2024 年 法治 政府") == "泽川县2024年法治政府"
    assert clean("Rule of Law") == "Rule of Law"


def test_radicals_and_compatibility_characters_become_characters() -> None:
    assert clean("\u2f00、\u2ea0\u2f46\u2f0a\u2ed3\u2ee2\uf98e") == "一、民无入长马年"
    assert clean("（一）\x02①") == "（一）①"


# --- margins ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("footer", ["— {} —", "{}", "第 {} 页 共 3 页", "- {} -", "{}/3", "第{}页"])
def test_page_numbers_and_running_headers_are_furniture(footer: str) -> None:
    document = read(printed(*typeset(*BODY, per_page=4, header="2024年度法治政府建设年度报告", footer=footer)))
    assert texts(document) == list(BODY)
    assert len(texts(document, furniture=True)) == 6


def test_a_title_that_reads_like_the_running_header_is_no_furniture() -> None:
    pages = typeset(*BODY, per_page=4, header="泽川县水利局报告")
    pages[0].insert(1, Words(210, 757, 16, "泽川县水利局报告"))
    document = read(printed(*pages))
    assert texts(document)[0] == "泽川县水利局报告"
    assert texts(document, furniture=True) == ["泽川县水利局报告"] * 3


def test_figures_in_the_body_are_no_page_numbers() -> None:
    figure = Words(300, 300, 16, "19")
    document = read(printed([*typeset(*BODY[:3])[0], figure], [*typeset(*BODY[3:])[0], figure]))
    assert texts(document).count("19") == 2


def test_running_headers_of_left_and_right_pages() -> None:
    pages = typeset(*BODY, per_page=3)
    for i, page in enumerate(pages):
        page.insert(0, Words(80 if i % 2 else 400, 790, 9, "泽川县水利局" if i % 2 else "年度报告"))
    document = read(printed(*pages))
    assert texts(document) == list(BODY)


# --- what cannot be read ---------------------------------------------------------------------------------------------


def refused(data: bytes) -> str:
    with pytest.raises(ReadError) as caught:
        read(data)
    assert say(caught.value.key, **caught.value.values).zh
    return caught.value.key


def test_a_password() -> None:
    # One page written with pikepdf; the password to open it is user-2024.
    assert refused((FIXTURES / "bad" / "encrypted.pdf").read_bytes()) == "encrypted-pdf"


def test_a_scan() -> None:
    # Two pages written with Pillow, each a picture of grey bars.
    assert refused((FIXTURES / "bad" / "scan.pdf").read_bytes()) == "no-text-layer"


def test_broken_files() -> None:
    assert refused(REPORT[: len(REPORT) // 2]) == "broken-pdf"
    assert refused(b"%PDF-1.7\n%%EOF") == "broken-pdf"
    assert refused("这不是 PDF".encode()) == "broken-pdf"
    assert refused(printed("")) == "no-text-layer"


PICTURE = "q 400 0 0 500 90 200 cm BI /W 2 /H 2 /CS /G /BPC 8 ID \x01\x02\x03\x04 EI Q"


def test_pages_that_are_pictures_are_named() -> None:
    pages: list[list[Words] | str] = [*typeset(*BODY), PICTURE, PICTURE, "", PICTURE]
    document = read(printed(*pages))
    assert document.readability == "partial"
    assert document.notices == (("pages-unread", (("pages", "2-3, 5"),)),)
    assert "2-3, 5" in say("pages-unread", **dict(document.notices[0].values)).zh


def test_page_numbers_alone_make_no_text() -> None:
    number = "BT /F1 10 Tf 1 0 0 1 280 50 Tm <0031> Tj ET"
    assert refused(printed(PICTURE + "\n" + number, PICTURE + "\n" + number)) == "no-text-layer"


def test_an_empty_page_is_nothing_to_speak_of() -> None:
    assert read(printed(*typeset(*BODY), "")).readability == "ok"


def test_text_without_meaning() -> None:
    private = typeset("".join(chr(0xE000 + i) for i in range(60)))
    assert refused(printed(*private)) == "garbled-pdf"
    document = read(printed(*typeset(*BODY), *private))
    assert document.notices == (("pages-unread", (("pages", "2"),)),)


def test_a_file_that_is_cut_off_is_said_to_be() -> None:
    document = read(REPORT[:-8])
    assert document.readability == "partial"
    assert [notice.key for notice in document.notices] == ["truncated-pdf"]


def test_threads_do_not_meet_in_the_library() -> None:
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(read, [REPORT] * 12))
    assert len(set(found)) == 1


SMALL = printed(*typeset(*BODY, per_page=5, footer="— {} —"))


@settings(max_examples=150, deadline=None)
@given(
    changes=st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 255)), min_size=1, max_size=30),
    cut=st.floats(0.3, 1),
    small=st.booleans(),
)
def test_any_bytes_give_a_document_or_a_read_error(changes: list[tuple[float, int]], cut: float, small: bool) -> None:
    data = bytearray(SMALL if small else REPORT)
    for place, byte in changes:
        data[int(place * len(data))] = byte
    try:
        document = read(bytes(data[: int(cut * len(data))] if cut < 0.9 else data))
    except ReadError as error:
        say(error.key, **error.values)
    else:
        assert all(document.text[b.span.start : b.span.end].strip() for b in document.blocks)


@settings(max_examples=150, deadline=None)
@given(
    words=st.lists(
        st.builds(Words, st.floats(-50, 900), st.floats(-50, 900), st.floats(0, 60), st.text("法治2024 （一）.、\t。A", max_size=12)),
        max_size=20,
    )
)  # fmt: skip
def test_words_anywhere_on_the_page(words: list[Words]) -> None:
    try:
        document = read(printed(words, words[:5]))
    except ReadError as error:
        say(error.key, **error.values)
    else:
        assert all(document.text[b.span.start : b.span.end].strip() for b in document.blocks)
