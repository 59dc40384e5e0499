"""Reads web pages: the words of the page in reading order, the report told from what surrounds it, and its metadata."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from checker.document import Document, Metadata
from checker.errors import ReadError
from checker.readers.html_report import Layout, is_prose
from checker.readers.html_words import Page, Words
from checker.readers.pieces import Piece, assemble

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

# Labels that government content systems print around an article, with the field of Metadata each one fills. Where
# several fill a field, the first in this order wins; the site a text was taken from is organ only for want of better.
_LABELS: Final = {
    "发布机构": "organ", "发文机关": "organ", "发文单位": "organ", "信息来源": "source", "文章来源": "source",
    "稿件来源": "source", "来源": "source",
    "成文日期": "written", "生成日期": "written",
    "发布日期": "published", "发布时间": "published", "公开日期": "published",
    "索引号": "", "文号": "", "主题分类": "", "公开方式": "",
}  # fmt: skip
_META_NAMES: Final = {"articletitle": "title", "contentsource": "organ", "pubdate": "published"}

_LABEL: Final = re.compile(
    r"(?<![\u4e00-\u9fff])(" + "|".join(r"\s*".join(label) for label in _LABELS) + r")\s*(?:[:\uff1a]|(?=\t)|$)\s*"
)
# A value ends at a space, at a bracket, or at the counter or font switch that often follows without one.
_VALUE: Final = re.compile(
    r"[^\s|\uff5c\[\u3010]+?(?=\s|[|\uff5c\[\u3010]|浏览|点击|阅读|访问|字体|字号|$)(?: \d{1,2}:\d{2}(?::\d{2})?)?",
    re.MULTILINE,
)
_TITLE_PARTS: Final = re.compile(r"\s*[_|\uff5c]\s*|\s+[-\u2013\u2014]+\s+|(?<!\d)-+(?!\d)")

# Elements that have no end tag, or may go without it.
_UNENDED: Final = frozenset(
    ("area", "base", "br", "col", "colgroup", "dd", "dt", "embed", "hr", "img", "input", "li", "link", "meta",
     "option", "p", "param", "source", "tbody", "td", "tfoot", "th", "thead", "tr", "wbr")
)  # fmt: skip
_TAG: Final = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_DEEPEST: Final = 20_000


def read(text: str, path: str, digest: str) -> Document:
    """The document in a decoded web page."""
    from selectolax.lexbor import LexborHTMLParser

    _refuse_bottomless(text)
    parser = LexborHTMLParser(text)
    page = _page(parser)
    layout = Layout(page.sections, page.words)
    named = _named(parser)
    labelled = _labelled(page, layout)
    title = _title(page.words, layout, named)
    furniture = layout.furniture({*labelled, *_title_places(page.words, layout, title)})
    pieces = (
        Piece(words.text, words.kind, words.level, words.label, None, words.emphasis, is_furniture)
        for words, is_furniture in zip(page.words, furniture, strict=True)
    )
    full_text, blocks = assemble(pieces)
    values = _values(page.words, labelled)
    metadata = Metadata(
        title,
        values.get("organ") or named.get("organ") or values.get("source"),
        values.get("published") or named.get("published"),
        values.get("written"),
    )
    return Document(path, "text/html", digest, full_text, blocks, metadata)


def _refuse_bottomless(text: str) -> None:
    """The parser takes minutes for a hundred thousand elements inside each other, which no real page has."""
    if text.count("<") < _DEEPEST:
        return
    depth = 0
    for end, name in _TAG.findall(text):
        if name.lower() not in _UNENDED:
            depth = max(depth - 1, 0) if end else depth + 1
            if depth > _DEEPEST:
                raise ReadError("too-complex")


def _page(parser: LexborHTMLParser) -> Page:
    body = parser.body
    if body is None:
        raise ReadError("page-without-text")
    page = Page(body)
    if page.skipped_unseen and not any(map(is_prose, page.words)):
        page = Page(body, unseen=True)  # some sites show the text only after a script has run
    if not page.words:
        raise ReadError("page-without-text")
    return page


def _named(parser: LexborHTMLParser) -> dict[str, str]:
    """What the head of the page says: the fields of `_META_NAMES`, and its whole title as "page"."""
    found: dict[str, str] = {}
    node = parser.head.child if parser.head else None
    while node is not None:
        if node.tag == "title":
            found.setdefault("page", " ".join(node.text().split()))
        elif node.tag == "meta":
            attributes = node.attributes
            field = _META_NAMES.get((attributes.get("name") or "").lower())
            content = (attributes.get("content") or "").strip()
            if field and content:
                found.setdefault(field, content)
        node = node.next
    return found


def _labelled(page: Page, layout: Layout) -> list[int]:
    """Lines around the report that hold a label, and all rows of a table that has one."""
    around = [*range(layout.first), *range(layout.last + 1, len(page.words))]
    found = {index for index in around if not is_prose(page.words[index]) and _LABEL.search(page.words[index].text)}
    tables = {_table(page, index) for index in found} - {-1}
    return [index for index in around if index in found or _table(page, index) in tables]


def _table(page: Page, index: int) -> int:
    words = page.words[index]
    return page.sections[words.section].table if words.kind == "table_row" else -1


def _values(words: list[Words], labelled: list[int]) -> dict[str, str]:
    found: dict[str, str] = {}
    ranks: dict[str, int] = {}
    order = list(_LABELS)
    texts: list[str] = []
    for index in labelled:
        text = words[index].text
        if words[index].kind != "table_row" and any(match.end() == len(text) for match in _LABEL.finditer(text)):
            text += " " + "".join(each.text for each in words[index + 1 : index + 2])  # the value has a line of its own
        texts.append(text)
    whole = "\n".join(texts)
    for match, following in pairwise([*_LABEL.finditer(whole), None]):
        if match is None:
            continue
        label = "".join(match[1].split())
        field, rank = _LABELS[label], order.index(label)
        value = _VALUE.match(whole, match.end(), following.start() if following else len(whole))
        if field and value and rank < ranks.get(field, len(order)):
            found[field], ranks[field] = value[0], rank
    return found


def _title(words: list[Words], layout: Layout, named: dict[str, str]) -> str | None:
    if "title" in named:
        return named["title"]
    page_title = named.get("page", "")
    headings = [each for each in words if each.level == 1]
    in_title = [each.text for each in headings if _squeezed(each.text) in _squeezed(page_title)]
    if in_title:
        return max(in_title, key=len)  # the name of the site stands there too
    for heading in headings:
        if not layout.named(heading):
            return heading.text
    # The title of the page names site and column too: the part that stands on the page as a line is the report's.
    parts = [part for part in _TITLE_PARTS.split(page_title) if part]
    lines = {_squeezed(each.text) for each in words if not layout.named(each)}
    return next((part for part in parts if _squeezed(part) in lines), parts[0] if parts else None)


def _title_places(words: list[Words], layout: Layout, title: str | None) -> list[int]:
    """Where the title stands on the page: as a heading, else as the first such line that is not in a breadcrumb."""
    same = [index for index, each in enumerate(words) if title and _squeezed(each.text) == _squeezed(title)]
    headings = [index for index in same if words[index].level]
    return headings[:1] or [index for index in same if not layout.named(words[index])][:1]


def _squeezed(text: str) -> str:
    return "".join(text.split())
