"""The Markdown report reads as meant once it is rendered."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from markdown_it import MarkdownIt

from checker.render import FORMATS, RenderContext
from checker.results import Run

Golden = Callable[[str, bytes], None]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_markdown(awkward_run: Run, golden: Golden, lang: str) -> None:
    golden(f"report.{lang}.md", FORMATS["markdown"].render(awkward_run, RenderContext(lang=lang)))


def test_document_text_makes_no_markup(awkward_run: Run) -> None:
    text = FORMATS["markdown"].render(awkward_run, RenderContext()).decode()
    html = MarkdownIt("commonmark").enable("table").render(text)
    assert "<script>" not in html
    assert "<td>𠮷村镇人民政府&lt;b&gt;</td>" in html
    assert "<em>" not in html
    assert "<code>" not in html
    assert html.count("<h1>") == 3
    rows = [row for row in html.split("<tr>") if "上一年度" in row]
    assert all(row.count("<td>") == 5 for row in rows)
