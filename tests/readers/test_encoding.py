"""Which encoding a text file is in."""

from __future__ import annotations

import pytest
from opencc import OpenCC

from checker.errors import ReadError
from checker.readers import read_bytes
from checker.readers.encoding import decode

REPORT = (
    "某县水利局2023年度法治政府建设年度报告\r\n\r\n"
    "　　2023年，县水利局坚持依法行政，严格规范公正文明执法，全年办理行政处罚案件18件，没有一件被撤销。"
    "现将有关情况报告如下：\r\n一、主要做法和成效\r\n（一）加强学习，提高认识。组织学习会4次，参加人员56人次。\r\n"
)
TRADITIONAL = str(OpenCC("s2t").convert(REPORT))


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "gb18030", "gbk"],
)
def test_reads_the_encodings_of_chinese_offices(encoding: str) -> None:
    assert decode(REPORT.encode(encoding)) == (REPORT, 0)


def test_reads_utf16_with_the_high_byte_first_and_a_mark() -> None:
    assert decode(b"\xfe\xff" + REPORT.encode("utf-16-be")) == (REPORT, 0)


def test_utf16_without_mark_and_without_any_plain_character() -> None:
    prose = "坚持依法行政，严格规范公正文明执法，全面推进法治政府建设。" * 5
    assert decode(prose.encode("utf-16-le")).text == prose
    assert decode(prose.encode("utf-16-be")).text == prose


@pytest.mark.parametrize("encoding", ["big5", "cp950", "gbk", "gb18030", "utf-8"])
def test_tells_big5_from_gbk_in_traditional_text(encoding: str) -> None:
    text = TRADITIONAL.encode(encoding, "ignore").decode(encoding)
    assert decode(text.encode(encoding)).text == text


@pytest.mark.parametrize("text", ["某某县水利局", "关于报告", "一、主要工作\n二、存在不足", "2024年工作报告"])
def test_a_line_is_enough_for_gb18030(text: str) -> None:
    assert decode(text.encode("gb18030")).text == text


def test_rare_characters_of_gb18030() -> None:
    text = REPORT + "负责人：张\U00020bb7、王\u3400。"
    assert decode(text.encode("gb18030")).text == text


def test_plain_ascii() -> None:
    assert decode(b"Report 2023\n") == ("Report 2023\n", 0)


def test_a_page_that_declares_its_encoding_is_believed_where_bytes_do_not_speak() -> None:
    page = '<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"></head><body>靐龘</body>'
    assert "靐龘" in decode(page.encode("gb18030")).text


def test_a_wrong_declaration_is_not_believed() -> None:
    page = f'<html><head><meta charset="gb2312"></head><body>{REPORT}</body></html>'
    assert REPORT in decode(page.encode("utf-8")).text
    assert REPORT in decode(page.replace("gb2312", "utf-8").encode("gb18030")).text
    assert REPORT in decode(page.replace("gb2312", "zlib").encode("gb18030")).text


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_file_cut_off_inside_a_character_loses_that_character_only(encoding: str) -> None:
    text = REPORT.rstrip() * 3
    found = decode(text.encode(encoding)[:-1])
    assert found.text[: len(text) - 1] == text[:-1]
    assert found.damaged == 1


def test_a_few_bad_bytes_make_the_document_partial_and_are_counted() -> None:
    data = REPORT.encode()
    where = data.index("全年".encode())
    document = read_bytes(data[:where] + b"\xff" + data[where:], "报告.txt")
    assert document.readability == "partial"
    assert document.notices[0].key == "undecodable-bytes"
    assert document.notices[0].values == (("count", "1"),)
    assert "\ufffd全年办理" in document.text


def test_replacement_characters_that_stand_in_the_file_are_no_damage() -> None:
    text = REPORT.replace("全年", "\ufffd年")
    assert read_bytes(text.encode(), "报告.txt").readability == "ok"


def test_binary_data() -> None:
    with pytest.raises(ReadError, match="binary-file"):
        decode(bytes(range(256)) * 20)
    with pytest.raises(ReadError, match="binary-file"):
        decode(b"\x7fELF\x02\x01\x01" + b"\x00" * 400 + b"abc")


@pytest.mark.parametrize("encoding", ["euc-kr", "cp1251", "shift-jis"])
def test_other_encodings_are_refused_rather_than_misread(encoding: str) -> None:
    foreign = {
        "euc-kr": "법치정부 건설에 관한 연차 보고서입니다. 올해의 주요 성과는 다음과 같습니다. ",
        "cp1251": "Ежегодный отчёт о построении правового правительства за прошлый год. ",
        "shift-jis": "ほうちせいふのけんせつにかんするねんじほうこくしょでございます。",
    }[encoding]
    with pytest.raises(ReadError, match="unknown-encoding"):
        decode((foreign * 10).encode(encoding))


def test_a_stray_nul_does_no_harm() -> None:
    assert decode(REPORT.encode() + b"\x00").text == REPORT + "\x00"
