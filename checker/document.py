"""What a reader makes of a file: one canonical text, its blocks in reading order, and what the file says of itself."""

from typing import Literal, NamedTuple

from checker.text import Span

BlockKind = Literal["heading", "paragraph", "list_item", "table_row", "footnote"]
Readability = Literal["ok", "partial", "unreadable"]


class Block(NamedTuple):
    """A run of the text that belongs together: a paragraph, a heading, a row of a table.

    A block may run over several lines of the text where the file is hard-wrapped.
    """

    kind: BlockKind
    span: Span
    """Half-open character offsets into `Document.text`."""
    level: int | None = None
    """Heading level the format itself gives (1 is the highest); None where it gives none."""
    label: str = ""
    """Automatic number that is shown but does not stand in the text (Word lists), as a reader sees it: `（一）`."""
    page: int | None = None
    """1-based page of the first character; None where the format has no pages."""
    emphasis: bool = False
    """Bold or centred throughout: a heading in looks only."""
    furniture: bool = False
    """Known by the format to be no part of the report: navigation, running header, script output, page number."""
    continues: bool = False
    """A cell of the row that the block before it belongs to: of a table whose cells have markup between them."""


class Metadata(NamedTuple):
    """What the file says of itself outside its prose (front matter, meta tags, document properties)."""

    title: str | None = None
    organ: str | None = None
    published: str | None = None
    """Date of publication as written in the file, not yet parsed."""
    written: str | None = None
    """Date of the document itself (成文日期) as written in the file, not yet parsed."""


class Notice(NamedTuple):
    """Something the reader could not represent: `key` and `values` of a sentence in `checker.messages`."""

    key: str
    values: tuple[tuple[str, str], ...] = ()


class Document(NamedTuple):
    """A readable input. For .txt and .md `text` is the decoded file itself, so that positions are the file's own."""

    path: str
    """As the user gave it."""
    media_type: str
    digest: str
    """`sha256:` and the hexadecimal hash of the bytes."""
    text: str
    blocks: tuple[Block, ...]
    metadata: Metadata = Metadata()
    readability: Readability = "ok"
    notices: tuple[Notice, ...] = ()
