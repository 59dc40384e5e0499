"""The format of a file is found by its content before its name."""

from __future__ import annotations

import io
import zipfile

import pytest

from checker.errors import ReadError
from checker.messages import say
from checker.readers import read_bytes
from checker.readers.sniff import binary_format, text_format

OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 500
PAGE = "<html><body><p>某县水利局依法行政，成效明显。</p></body></html>"


def archive(*names: str, first: bytes = b"") -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        if first:
            file.writestr("mimetype", first)
        for name in names:
            file.writestr(name, "<x/>")
    return buffer.getvalue()


def ole2(stream: str) -> bytes:
    return OLE2 + stream.encode("utf-16-le") + b"\x00" * 100


REFUSED = [
    (b"", "a.txt", "empty-file"),
    (b" \r\n\t", "a.txt", "empty-file"),
    ("\ufeff\n".encode(), "a.md", "empty-file"),
    ("\u3000\u3000\n\u200b\u3000".encode(), "a.txt", "empty-file"),
    (b"\xff\xfe", "a.txt", "empty-file"),
    (ole2("WordDocument"), "报告.doc", "old-word"),
    (ole2("WordDocument"), "报告.docx", "old-word"),
    (ole2("WordDocument"), "报告.WPS", "wps-file"),
    (ole2("Something"), "报告.wps", "wps-file"),
    (ole2("EncryptedPackage"), "报告.docx", "encrypted-office"),
    (ole2("Workbook"), "报告.xls", "spreadsheet"),
    (ole2("PowerPoint Document"), "报告.ppt", "presentation"),
    (ole2("Something"), "报告.msg", "unsupported-format"),
    (archive("[Content_Types].xml", "xl/workbook.xml"), "报告.docx", "spreadsheet"),
    (archive("ppt/presentation.xml"), "报告.pptx", "presentation"),
    (archive("OFD.xml", "Doc_0/Document.xml"), "报告.ofd", "ofd-file"),
    (archive("报告.txt"), "报告.zip", "zip-archive"),
    (archive(first=b"application/vnd.oasis.opendocument.text"), "报告.odt", "opendocument"),
    (archive(first=b"application/vnd.oasis.opendocument.spreadsheet"), "报告.ods", "spreadsheet"),
    (archive("报告.txt")[:60], "报告.zip", "damaged-zip"),
    (b"Rar!\x1a\x07\x00" + b"\x00" * 50, "报告.rar", "zip-archive"),
    (b"{\\rtf1\\ansi\\ansicpg936 }", "报告.doc", "rtf-file"),
    (b"\x89PNG\r\n\x1a\n" + b"\x00" * 50, "报告.pdf", "image-file"),
    (b"\xff\xd8\xff\xe0" + b"\x00" * 50, "报告.jpg", "image-file"),
    (b"RIFF\x24\x00\x00\x00WEBPVP8 ", "报告.webp", "image-file"),
    (b"\x00\x01\x02\x03" * 100, "报告.txt", "binary-file"),
    (
        b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument/>',
        "报告.doc",
        "word-xml",
    ),
    ('<?xml version="1.0"?><数据/>'.encode(), "报告.xml", "xml-file"),
    (b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x", "报告.doc", "mhtml"),
    (b"From: <Saved by Blink>\r\nContent-Type: multipart/related;\r\n", "报告.mht", "mhtml"),
    (b"<html><body><script>load()</script></body></html>", "a.html", "page-without-text"),
    (("<div>" * 20_001 + "文" + "</div>" * 20_001).encode(), "a.html", "too-complex"),
    ((b"\x81\x20" * 400), "a.txt", "unknown-encoding"),
]


@pytest.mark.parametrize(("data", "path", "key"), REFUSED, ids=[f"{key}-{path}" for _, path, key in REFUSED])
def test_what_cannot_be_read_is_refused_in_one_sentence(data: bytes, path: str, key: str) -> None:
    with pytest.raises(ReadError) as caught:
        read_bytes(data, path)
    assert caught.value.key == key
    sentence = say(key, **caught.value.values)
    assert sentence.zh.endswith("。")
    assert "{" not in sentence.zh + sentence.en


@pytest.mark.parametrize("path", ["报告.doc", "报告.txt", "报告.docx", "-", "报告"])
def test_a_page_is_a_page_whatever_its_name(path: str) -> None:
    assert read_bytes(PAGE.encode(), path).media_type == "text/html"
    assert read_bytes(("\ufeff\n<!-- 由系统生成 -->\n<!DOCTYPE html>" + PAGE).encode(), path).media_type == "text/html"
    assert read_bytes(PAGE.encode("utf-16"), path).media_type == "text/html"
    assert read_bytes(f'<?xml version="1.0"?>{PAGE}'.encode(), path).media_type == "text/html"


def test_a_fragment_of_a_page() -> None:
    assert text_format("<p>第一段</p><p>第二段</p>", "报告.txt") == "html"
    assert text_format("<div align=center>标题</div>\n\n正文", "报告.md") == "markdown"
    assert text_format("<执法> 是尖括号里的字", "报告.txt") == "text"


@pytest.mark.parametrize("path", ["报告.doc", "报告.txt", "报告.pdf", "报告"])
def test_binary_documents_whatever_their_name(path: str) -> None:
    assert binary_format(archive("[Content_Types].xml", "word/document.xml"), path) == "docx"
    assert binary_format(archive("word/document2.xml"), path) == "docx"
    assert binary_format(b"%PDF-1.7\n%\xe2\xe3", path) == "pdf"
    assert binary_format(b"\r\n  %PDF-1.4\n1 0 obj\nendobj", path) == "pdf"


def test_a_damaged_word_file_is_left_to_its_reader() -> None:
    assert binary_format(archive("word/document.xml")[:80], "报告.docx") == "docx"


def test_a_text_that_speaks_of_pdf_is_text() -> None:
    assert binary_format("PDF 文件以 %PDF-1.7 开头。".encode(), "说明.txt") is None


def test_markdown_by_name_or_by_headings() -> None:
    assert text_format("一、主要做法\n正文", "报告.md") == "markdown"
    assert text_format("一、主要做法\n正文", "报告.MARKDOWN") == "markdown"
    assert text_format("# 年度报告\n\n## 一、主要做法\n\n正文", "-") == "markdown"
    assert text_format("一、主要做法\n#1 号文件\n正文", "报告.txt") == "text"
