"""One report in six files: every reader finds the same paragraphs in it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from checker.document import Document
from checker.readers import read
from checker.text import squeeze

FORMATS = Path(__file__).parents[2] / "fixtures" / "formats"
FILES = ("report-gb18030.txt", "report.md", "report.html", "report.docx", "report.pdf")


def paragraphs(document: Document) -> list[str]:
    """The paragraphs as a reader of the page sees them: with their numbers, without cell borders and white space."""
    shown = [b.label + document.text[b.span.start : b.span.end] for b in document.blocks if not b.furniture]
    # The line under the title of a web page is known by its words, which is no business of a reader.
    words = [squeeze(text).replace("|", "").lstrip("#") for text in shown if "浏览次数" not in text]
    return [text for text in words if text]


@pytest.fixture(scope="module")
def expected() -> list[str]:
    text = (FORMATS / "report.txt").read_text("utf-8")
    return [squeeze(line) for line in text.splitlines() if line.strip()]


@pytest.mark.parametrize("name", ["report.txt", *FILES])
def test_the_same_paragraphs(name: str, expected: list[str]) -> None:
    assert paragraphs(read(str(FORMATS / name))) == expected


@pytest.mark.parametrize(
    ("name", "check"),
    [
        (
            "report.docx",
            lambda text: "开展较少" not in text and "四、其他" not in text and "请与处罚台账核对" not in text,
        ),
        ("report.pdf", lambda text: text.count("2024年度法治政府建设年度报告") == 5),
    ],
)
def test_what_the_files_hold_besides(name: str, check: Callable[[str], bool]) -> None:
    assert check(read(str(FORMATS / name)).text)


def test_pages_of_the_pdf() -> None:
    document = read(str(FORMATS / "report.pdf"))
    assert {block.page for block in document.blocks} == {1, 2, 3, 4}
    assert document.readability == "ok"
