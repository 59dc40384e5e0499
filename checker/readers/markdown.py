"""Reads Markdown: the text is the file itself; headings, lists, tables and quotes say what each block is."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from checker.document import Block, BlockKind, Document, Metadata
from checker.readers.markdown_lines import Piece, pieces
from checker.readers.wrapping import Wrap, find_wrap, lines, paragraphs
from checker.text import Span

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

# Keys of front matter as site generators and offices write them, and the field of Metadata each one fills.
_FRONT_MATTER_KEYS: Final = {
    "title": "title", "标题": "title",
    "organ": "organ", "单位": "organ", "机关": "organ", "发布机构": "organ",
    "date": "published", "published": "published", "发布日期": "published", "发布时间": "published",
    "written": "written", "成文日期": "written",
}  # fmt: skip

_FRONT_MATTER: Final = re.compile(
    r"---[ \t]*(?:\r\n?|\n)"
    # Comments may stand first where a key of a program follows: otherwise they are headings below a rule of dashes.
    r"((?:(?:[ \t]*#[^\r\n]*(?:\r\n?|\n))+(?=[A-Za-z_-]+:))?"
    r"\s*[^\s:\uff1a]{1,20}[ \t]*[:\uff1a](?:[^\r\n]*(?:\r\n?|\n))+?)"
    r"(?:---|\.\.\.)[ \t]*(?:\r\n?|\n|\Z)"
)
_KEY_VALUE: Final = re.compile(r"([^\s:\uff1a]+)[ \t]*[:\uff1a][ \t]*(.*)")
_LINE_BREAK: Final = re.compile(r"\r\n?|\n")
# Indent, quote marks, bullets and the entities that stand for an indent are no part of what a line says.
_MARKERS: Final = re.compile(r"(?:[\s>]|[-*+](?=[ \t])|&(?:emsp|ensp|nbsp|#\d{1,5});)*")
_HASHES: Final = re.compile(r"#{1,6}(?=\s)\s*")
_CLOSING_HASHES: Final = re.compile(r"(?:^|\s)#+$")
_BOLD: Final = re.compile(r"(\*{2,3}|_{2,3})(?=[^\s*_])((?:(?!\1).)+)(?<=[^\s*_])\1", re.DOTALL)
_FENCE: Final = re.compile(r"`{3,}|~{3,}")
_TAG: Final = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]*)[^<>]*>|<!--.*?(?:-->|\Z)", re.DOTALL)

_ANY_INDENT: Final = 99
_LONGEST_HEADING: Final = 60
"""Characters; a paragraph that a rule of dashes follows without a blank line is a heading by grammar only."""


class _Part(NamedTuple):
    """Source lines that the parser took for one block."""

    kind: BlockKind | Literal["html"]
    lines: tuple[Span, ...]
    level: int | None = None


@cache
def _parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt

    # Indented paragraphs are ordinary in Chinese and no code; link definitions would swallow lines; what is marked
    # up inside a line does not matter here and takes time.
    return MarkdownIt("commonmark").enable("table").disable(["code", "reference", "inline"])


def read(text: str, path: str, digest: str) -> Document:
    """The document in a decoded Markdown file."""
    front = _FRONT_MATTER.match(text)
    if not front:
        return Document(path, "text/markdown", digest, text, tuple(_blocks(text, 0)))
    header = (Block("paragraph", span, furniture=True) for span in lines(text, *front.span(1)))
    blocks = (*header, *_blocks(text, front.end()))
    return Document(path, "text/markdown", digest, text, blocks, _metadata(front[1]))


def _metadata(header: str) -> Metadata:
    values: dict[str, str] = {}
    for match in _KEY_VALUE.finditer(header):
        field, value = _FRONT_MATTER_KEYS.get(match[1].lower()), match[2].strip().strip("\"'")
        if field and value:
            values.setdefault(field, value)
    return Metadata(**values)


def _blocks(text: str, start: int) -> Iterator[Block]:
    parts = list(_parts(text, start))
    wrap = _wrap(text, parts)
    for part in parts:
        if part.kind == "html":
            yield from _html_blocks(text, part.lines)
        elif part.kind == "heading" or part.kind == "table_row":
            yield _block(text, Span(part.lines[0].start, part.lines[-1].end), part.kind, part.level)
        else:
            # Lines that continue a list item are indented below its first word.
            inside = wrap._replace(indent=_ANY_INDENT) if wrap and part.kind == "list_item" else wrap
            for span in paragraphs(text, part.lines, inside):
                yield _block(text, span, part.kind)


def _wrap(text: str, parts: Sequence[_Part]) -> Wrap | None:
    prose = [part.lines for part in parts if part.kind in ("paragraph", "list_item")]
    if all(len(spans) == 1 for spans in prose):
        return None
    return find_wrap(text, [span for spans in prose for span in spans])


def _block(text: str, span: Span, kind: BlockKind, level: int | None = None) -> Block:
    if text[span.start] in "*_" and (bold := _BOLD.fullmatch(text, span.start, span.end)):
        return Block(kind, Span(*bold.span(2)), level, emphasis=True)
    return Block(kind, span, level)


def _parts(text: str, start: int) -> Iterator[_Part]:
    breaks = list(_LINE_BREAK.finditer(text, start))
    starts = [start, *[match.end() for match in breaks], len(text)]
    ends = [*[match.start() for match in breaks], len(text)]
    everyday = pieces([text[first:end] for first, end in zip(starts, ends, strict=False)])
    parts = _parsed(text, starts) if everyday is None else _simple(text, starts, everyday)
    return (part for part in parts if part.lines)


def _simple(text: str, starts: Sequence[int], everyday: Iterable[Piece]) -> Iterator[_Part]:
    for piece in everyday:
        spans = lines(text, starts[piece.first], starts[piece.last])
        if piece.kind == "heading":
            yield _hashed(text, spans, piece.level)
        elif piece.kind == "table_row":
            yield _row(text, spans)
        else:
            yield _Part(piece.kind, tuple(_unmarked(text, spans)))


def _parsed(text: str, starts: Sequence[int]) -> Iterator[_Part]:
    fresh_item = False
    for token in _parser().parse(text[starts[0] :]):
        kind = token.type
        if kind == "list_item_open":
            fresh_item = True
        if kind not in _PARTS or not token.map:
            continue
        first, last = token.map
        part = _PARTS[kind](text, lines(text, starts[first], starts[min(last, len(starts) - 1)]), token)
        if kind == "paragraph_open" and fresh_item:
            part, fresh_item = part._replace(kind="list_item"), False
        yield part


def _heading(text: str, spans: list[Span], token: "Token") -> _Part:
    if token.markup.startswith("#"):
        return _hashed(text, spans, int(token.tag[1]))
    spans = _unmarked(text, spans[:-1])
    length = spans[-1].end - spans[0].start if spans else 0
    if length > _LONGEST_HEADING or (spans and text[spans[-1].end - 1] in "。\uff1b;"):
        return _Part("paragraph", tuple(spans))
    return _Part("heading", tuple(spans), int(token.tag[1]))


def _hashed(text: str, spans: list[Span], level: int) -> _Part:
    spans = _unmarked(text, spans)
    if not spans:
        return _Part("heading", ())
    begin, end = spans[0]
    if hashes := _HASHES.match(text, begin, end):
        begin = hashes.end()
    if closing := _CLOSING_HASHES.search(text[begin:end]):
        end = begin + closing.start()
    return _Part("heading", tuple(lines(text, begin, end)), level)


def _paragraph(text: str, spans: list[Span], token: "Token") -> _Part:
    return _Part("paragraph", tuple(_unmarked(text, spans)))


def _row(text: str, spans: list[Span], token: "Token | None" = None) -> _Part:
    spans = _unmarked(text, spans)
    if not spans:
        return _Part("table_row", ())
    begin, end = spans[0]
    begin += text[begin] == "|"
    end -= text[begin:end].endswith("|")
    return _Part("table_row", tuple(lines(text, begin, end)))


def _fence(text: str, spans: list[Span], token: "Token") -> _Part:
    return _Part("paragraph", tuple(span for span in _unmarked(text, spans) if not _FENCE.match(text, span.start)))


def _html(text: str, spans: list[Span], token: "Token") -> _Part:
    return _Part("html", tuple(spans))


_PARTS: Final = {
    "heading_open": _heading,
    "paragraph_open": _paragraph,
    "tr_open": _row,
    "fence": _fence,
    "html_block": _html,
}


def _unmarked(text: str, spans: Iterable[Span]) -> list[Span]:
    found: list[Span] = []
    for span in spans:
        match = _MARKERS.match(text, span.start, span.end) if text[span.start] in ">-*+&" else None
        if match:
            found += lines(text, match.end(), span.end)
        else:
            found.append(span)
    return found


def _html_blocks(text: str, spans: Sequence[Span]) -> Iterator[Block]:
    """Words between the tags; comments and scripts are kept, but are no part of the report."""
    at, end = spans[0].start, spans[-1].end
    level, hidden = None, False
    cells = _Cells()
    for match in _TAG.finditer(text, at, end):
        yield from cells.take(match, _words(text, Span(at, match.start()), level, hidden))
        tag, at = (match[2] or "").lower(), match.end()
        if not tag:
            yield Block("paragraph", Span(*match.span()), furniture=True)
        elif tag in ("script", "style"):
            hidden = not match[1]
        elif len(tag) == 2 and tag[0] == "h" and tag[1] in "123456":
            level = None if match[1] else int(tag[1])
    yield from _words(text, Span(at, end), level, hidden)


class _Cells:
    """Makes what stands between the tags of a table cells of its rows; a blank cell is a block without words."""

    def __init__(self) -> None:
        self._inside = self._filled = self._begun = False

    def take(self, tag: re.Match[str], words: Iterable[Block]) -> Iterator[Block]:
        """The blocks of the words before `tag`."""
        for block in words:
            yield self._cell(block.span) if self._inside else block
        name = (tag[2] or "").lower()
        if name in ("td", "th"):
            if self._inside and not self._filled:
                yield self._cell(Span(tag.start(), tag.start()))
            self._inside, self._filled = not tag[1], False
        elif name == "tr":
            self._begun = False
        elif name == "table":
            self._inside = False

    def _cell(self, span: Span) -> Block:
        block = Block("table_row", span, continues=self._begun)
        self._filled = self._begun = True
        return block


def _words(text: str, place: Span, level: int | None, hidden: bool) -> Iterator[Block]:
    for span in lines(text, *place):
        yield Block("heading" if level else "paragraph", span, level, furniture=hidden)
