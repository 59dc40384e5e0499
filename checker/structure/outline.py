"""Sections and sentences of a document: headings by format, typed number, looks and place; run-in headings; points."""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from checker.document import Block
from checker.structure.numbering import RANKS, Label, points, read_label
from checker.text import Normalized, Span

_LONG_HEADING: Final = 64
_LONGEST: Final = 150
_RUN_IN: Final = 48
_SOFT_RUN_IN: Final = 30
_PLAIN_HEADING: Final = 36
_PLAIN_RANK: Final = 2.5
_TOP_RANK: Final[float] = RANKS["chinese"]
_ABOVE_TOP: Final = _TOP_RANK - 0.5
_FIRST: Final = "一"
_STOPS: Final = "\u3002!?;"
_STOP: Final = re.compile("[\u3002!?:]")
_SENTENCE: Final = re.compile(r"[^\u3002!?;\n]+[\u3002!?;]*[)\u300b\]\u3011]*|\n")
_QUANTITY: Final = re.compile(r"\d")
_FIGURE: Final = re.compile(r"(?<!\d)(?!20\d\d年)\d")


class Section(NamedTuple):
    """A section or point. Spans are offsets into the normalised text."""

    label: Span
    title: Span
    """The heading without its number and closing mark; empty where a numbered paragraph has no heading of its own."""
    start: int
    end: int
    """End of everything that belongs to the section, its subsections included."""
    body: int
    """Where the text behind the heading begins."""
    rank: float
    parent: int | None
    """Index of the section this one lies in."""
    block: int
    run_in: bool
    """The heading is the first sentence of its paragraph, or the paragraph itself."""


class Sentence(NamedTuple):
    """A sentence of the report. Offsets are into the normalised text."""

    start: int
    end: int
    block: int
    section: int | None
    """Index of the innermost section."""
    heading: bool
    """It is a heading, or opens a paragraph as one."""


class Outline(NamedTuple):
    """Sections in the order of the text, parents before children, and all sentences."""

    sections: tuple[Section, ...]
    sentences: tuple[Sentence, ...]


class _Draft:
    """A section while its end is not known."""

    def __init__(self, label: Span, title: Span, body: int, rank: float, block: int, run_in: bool) -> None:
        self.label, self.title, self.body = label, title, body
        self.rank, self.block, self.run_in = rank, block, run_in
        self.end = body
        self.parent: int | None = None


def build(
    view: Normalized, blocks: Sequence[Block], skip: frozenset[int], top: frozenset[int], closing: frozenset[int]
) -> Outline:
    """The outline of the blocks that are not in `skip`.

    `top` holds the blocks whose words make them a top section's heading even without a number; `closing` the offsets
    at which words end that close long headings.
    """
    builder = _Builder(view, blocks, skip, top, closing)
    builder.run()
    return Outline(builder.sections(), tuple(builder.sentences))


class _Builder:
    def __init__(
        self,
        view: Normalized,
        blocks: Sequence[Block],
        skip: frozenset[int],
        top: frozenset[int],
        closing: frozenset[int],
    ) -> None:
        self._view, self._blocks, self._top, self._closing = view, blocks, top, closing
        self._live = [i for i in range(len(blocks)) if i not in skip and view.blocks[i].end > view.blocks[i].start]
        self._drafts: list[_Draft] = []
        self._stack: list[int] = []
        self._styled: dict[str, float] = {}
        self._top_rank = _TOP_RANK
        """Rank of headings that only their words make a top section's."""
        self.sentences: list[Sentence] = []

    def run(self) -> None:
        for position, number in enumerate(self._live):
            start, end = self._view.blocks[number]
            following = self._live[position + 1] if position + 1 < len(self._live) else None
            head = self._heading(number, start, end, following)
            if head is not None:
                self._raise_top(head)
                self._open(head)
                self._sentence(start, head.body, number, heading=True)
                start = head.body
            self._body(start, end, number)
        for index in self._stack:
            self._drafts[index].end = max(self._drafts[index].end, len(self._view.text))

    def sections(self) -> tuple[Section, ...]:
        return tuple(
            Section(d.label, d.title, d.label.start, d.end, d.body, d.rank, d.parent, d.block, d.run_in)
            for d in self._drafts
        )

    def _open(self, draft: _Draft) -> None:
        while self._stack and self._drafts[self._stack[-1]].rank >= draft.rank:
            self._drafts[self._stack.pop()].end = draft.label.start
        draft.parent = self._stack[-1] if self._stack else None
        self._stack.append(len(self._drafts))
        self._drafts.append(draft)

    def _raise_top(self, head: _Draft) -> None:
        """Numbers that begin below an unnumbered heading of a top section number its parts, not its neighbours.

        Below the first heading of the report they may number the neighbours: it may head an introduction.
        """
        if not self._stack or self._stack[0] == 0 or not self._view.text.startswith(_FIRST, *head.label):
            return
        above = self._drafts[self._stack[0]]
        if above.label.start == above.label.end and above.rank == head.rank == _TOP_RANK:
            above.rank = self._top_rank = _ABOVE_TOP

    def _heading(self, number: int, start: int, end: int, following: int | None) -> _Draft | None:
        block, text = self._blocks[number], self._view.text
        if block.kind in ("table_row", "footnote"):
            return None
        label = self._label(block, start, end)
        if block.kind == "heading" and not self._prose(label.end if label else start, end):
            # Where all headings were given one level, their numbers still tell which lies in which.
            rank = (block.level or 1) - 10 + RANKS[label.style if label else "chinese"] / 10
            if label is not None:
                self._styled.setdefault(label.style, rank)
                if label.style in ("bracket",):
                    return self._bracket(number, start, end, rank)
            return self._draft(start, label.end if label else start, end, rank, number, run_in=False)
        if label is None:
            return self._unlabelled(number, start, end, following)
        rank = self._rank(label.style)
        if label.style == "bracket":
            return self._bracket(number, start, end, rank)
        stop = _first_stop(text, label.end, end)
        alone = stop >= end
        if alone and end - label.end <= _LONG_HEADING and not _itemlike(text[label.end : end]):
            run_in = text[end - 1] in _STOPS or label.style == "ordinal"
            return self._draft(start, label.end, end, rank, number, run_in=run_in)
        if not alone and stop - label.end <= _RUN_IN and not _itemlike(text[label.end : stop]):
            return self._draft(start, label.end, stop, rank, number, run_in=True)
        if stop - label.end <= _LONGEST and (stop - 1 in self._closing or stop in self._closing):
            return self._draft(start, label.end, stop, rank, number, run_in=not alone)
        return _Draft(Span(start, label.end), Span(label.end, label.end), label.end, rank, number, run_in=True)

    def _prose(self, title: int, end: int) -> bool:
        """Whether a heading by format is a paragraph that was given the look of one.

        It ends as a paragraph does, and is longer than headings are or of several sentences.
        """
        text = self._view.text
        return text[end - 1] == "\u3002" and (end - title > _PLAIN_HEADING or _first_stop(text, title, end) < end)

    def _label(self, block: Block, start: int, end: int) -> Label | None:
        label = read_label(self._view.text, start, end)
        if label is None and block.label:
            from checker.text import squeeze

            shown = squeeze(block.label)
            # Automatic numbers lack the mark that a typed one would have, e.g. a bare digit.
            auto = read_label(shown, 0, len(shown)) or read_label(shown + "\u3001", 0, len(shown) + 1)
            return Label(auto.style, start) if auto else None
        return label

    def _rank(self, style: str) -> float:
        return self._styled.get(style, float(RANKS[style]))

    def _bracket(self, number: int, start: int, end: int, rank: float) -> _Draft:
        close = self._view.text.index("\u3011", start, end)
        return _Draft(Span(start, start), Span(start + 1, close), close + 1, rank, number, run_in=close + 1 < end)

    def _unlabelled(self, number: int, start: int, end: int, following: int | None) -> _Draft | None:
        text, block = self._view.text, self._blocks[number]
        closed = text[end - 1] in _STOPS + ",\u3001:"
        short = end - start <= _PLAIN_HEADING
        if short and not closed and following is not None and self._introduces(number, following):
            rank = self._top_rank if number in self._top else _PLAIN_RANK
            return self._draft(start, start, end, rank, number, run_in=False)
        if number in self._top and short and following is not None:
            return self._draft(start, start, end, self._top_rank, number, run_in=False)
        stop = _first_stop(text, start, end)
        if block.kind not in ("paragraph", "list_item"):
            return None
        if stop < end and text[stop - 1] == "\u3002" and stop - start <= _SOFT_RUN_IN:
            head = text[start:stop]
            if not _QUANTITY.search(head) and end - stop >= stop - start and "," not in head[:-8]:
                return self._draft(start, start, stop, _PLAIN_RANK + 0.1, number, run_in=True)
        return None

    def _introduces(self, number: int, following: int) -> bool:
        """Whether a short line is the heading of what follows, not a salutation, a date or a sign-off."""
        if self._blocks[number].kind != "paragraph":
            return False
        start, end = self._view.blocks[following]
        if number in self._top or self._blocks[number].emphasis:
            return True
        words = self._view.text[slice(*self._view.blocks[number])]
        if _QUANTITY.search(words[-3:]) or words.startswith("(") or len(words) < 4:
            return False
        return end - start > _PLAIN_HEADING or read_label(self._view.text, start, end) is not None

    def _draft(self, start: int, title: int, end: int, rank: float, number: int, *, run_in: bool) -> _Draft:
        text = self._view.text
        close = end
        while close > title and text[close - 1] in _STOPS + ":,":
            close -= 1
        return _Draft(Span(start, title), Span(title, close), end, rank, number, run_in=run_in)

    def _body(self, start: int, end: int, number: int) -> None:
        """Sentences of a paragraph behind its heading, cut into points where it enumerates."""
        if start >= end:
            return
        depth = len(self._stack)
        first = self._own_point(number)
        marks = self._points(start if first is None else first.label.start, start, end, number)
        if first is not None and marks and self._same_style(first, marks[0], end):
            depth -= 1
        self._sentences(start, marks[0] if marks else end, number)
        # `marks` may be empty, its successor list never is: the shorter one ends the loop.
        for mark, until in zip(marks, [*marks[1:], end], strict=False):
            label = read_label(self._view.text, mark, until)
            if label is None:
                self._sentences(mark, until, number)
                continue
            rank = max(self._rank(label.style), self._drafts[self._stack[-1]].rank + 0.5 if self._stack else 0.0)
            if len(self._stack) > depth:
                rank = self._drafts[self._stack[depth]].rank
            stop = _first_stop(self._view.text, label.end, until)
            named = stop < until and stop - label.end <= _RUN_IN and not _itemlike(self._view.text[label.end : stop])
            if named:
                self._open(self._draft(mark, label.end, stop, rank, number, run_in=True))
                self._sentence(mark, stop, number, heading=True)
            else:
                self._open(
                    _Draft(Span(mark, label.end), Span(label.end, label.end), label.end, rank, number, run_in=True)
                )
            self._sentences(stop if named else mark, until, number)
        for index in self._stack[depth:]:
            self._drafts[index].end = end
        del self._stack[depth:]

    def _own_point(self, number: int) -> _Draft | None:
        """The section that the number at the head of a paragraph has opened: it may be the first of several points."""
        last = self._drafts[self._stack[-1]] if self._stack else None
        return last if last is not None and last.block == number and last.label.end > last.label.start else None

    def _points(self, first: int, start: int, end: int, number: int) -> list[int]:
        """The points of a paragraph from `start` on; one at its head, at `first`, makes an enumeration with them."""
        if self._blocks[number].kind == "table_row":
            return []
        return [mark for mark in points(self._view.text, first, end) if mark >= start]

    def _same_style(self, first: _Draft, mark: int, end: int) -> bool:
        label = read_label(self._view.text, mark, end)
        return label is not None and self._rank(label.style) == first.rank

    def _sentences(self, start: int, end: int, number: int) -> None:
        for first, last in sentence_spans(self._view.text, start, end):
            self._sentence(first, last, number, heading=False)

    def _sentence(self, start: int, end: int, number: int, *, heading: bool) -> None:
        section = self._stack[-1] if self._stack else None
        self.sentences.append(Sentence(start, end, number, section, heading))


def _first_stop(text: str, start: int, end: int) -> int:
    """Offset behind the first full stop or colon in `start:end`, `end` where there is none."""
    match = _STOP.search(text, start + 1, min(end, start + 200))
    return match.end() if match else end


def _itemlike(words: str) -> bool:
    """Whether words that could be a heading tell facts instead: figures, or several clauses."""
    if words.count(",") + words.count(";") > 3:
        return True
    # A year is no figure: headings name the year they are about.
    return len(words) > 16 and _FIGURE.search(words) is not None


def sentence_spans(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences of `text[start:end]`, ends exclusive, closing marks included."""
    for match in _SENTENCE.finditer(text, start, end):
        if match.group() != "\n":
            yield match.start(), match.end()
