"""What reports share: phrases for all formats, and the pairs for the screen, their passages side by side."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest
from typing import Final

from checker.audit.copied import Copies, Pair, Passage, Quote, Side
from checker.render import cells
from checker.render.escape import one_line
from checker.render.lines import Line, Page, Piece, cut
from checker.render.wording import Words, spot

_LISTED: Final = 10
_PASSAGES: Final = 3
_LINES: Final = 4
"""Lines of a passage that show what it is about."""
_TWO_COLUMNS: Final = 90
"""Cells from which two passages fit beside each other."""
_GUTTER: Final = " | "

Run = tuple[str, bool]
"""A piece of a text, and whether it is the text's own: the other has other words there."""


def notes(copies: Copies, tell: Words) -> Iterator[str]:
    """What was compared, and what could not be or need not be."""
    key = "copies-found" if copies.pairs else "copies-none"
    yield tell(key, reports=copies.reports, pairs=len(copies.pairs))
    if copies.earlier:
        yield tell("copies-earlier", count=copies.earlier)
    if copies.templates:
        yield tell("copies-templates", count=copies.templates)
    if copies.unread:
        yield tell("copies-unread", count=copies.unread)


def pair_sentence(pair: Pair, tell: Words) -> str:
    """How much two reports have in common."""
    return tell("copies-pair", passages=len(pair.passages), characters=pair.characters, share=pair.share)


def side_name(side: Side, tell: Words, *, earlier: bool = False) -> str:
    """A report by its file, with its organ and year as far as they are known."""
    facts = [side.organ or "", "" if side.year is None else tell("copies-year", year=side.year)]
    facts += [tell("copies-earlier-mark")] if earlier else []
    known = one_line(tell("list-comma").join(fact for fact in facts if fact))
    return one_line(side.path) + (tell("in-brackets", text=known) if known else "")


def likeness(passage: Passage, tell: Words) -> str:
    """How alike two passages are."""
    if same(passage):
        return tell("copies-same")
    if passage.confirmed and passage.similarity == 100:
        return tell("copies-figures")
    return tell("copies-alike" if passage.confirmed else "copies-unconfirmed", similarity=passage.similarity)


def same(passage: Passage) -> bool:
    """Whether both reports have the very same words."""
    left, right = quoted(passage.left), quoted(passage.right)
    return left is not None and left == right


def quoted(quote: Quote) -> str | None:
    """The words of one side on one line; None where they are no longer to be had."""
    return None if quote.text is None else one_line(" ".join(quote.text.split()))


def differences(left: str, right: str) -> tuple[list[Run], list[Run]]:
    """Two texts in runs, with whether the other has the run too."""
    from difflib import SequenceMatcher

    matcher = SequenceMatcher(None, left, right, autojunk=False)
    runs: tuple[list[Run], list[Run]] = ([], [])
    for kind, *ends in matcher.get_opcodes():
        for side, text in zip(runs, (left[ends[0] : ends[1]], right[ends[2] : ends[3]]), strict=True):
            if text:
                side.append((text, kind != "equal"))
    return runs


def where(quote: Quote, side: Side, tell: Words) -> str:
    """Page or line of one side."""
    return spot(quote.line, quote.page, side.media_type, tell, sections=False)


def part(page: Page, copies: Copies, tell: Words, *, full: bool) -> None:
    """The part of a summary on what reports share; `full` cuts no list."""
    page.blank()
    page.put(Piece(tell("part-copies"), "strong"))
    for note in notes(copies, tell):
        page.put(Piece(note, "faint"), indent=2)
    for number, pair in enumerate(copies.pairs if full else copies.pairs[:_LISTED], 1):
        _pair(page, number, pair, tell, full=full)
    left = len(copies.pairs) - _LISTED
    if left > 0 and not full:
        page.put(Piece(tell("copies-more", count=left), "faint"), indent=2)


def _pair(page: Page, number: int, pair: Pair, tell: Words, *, full: bool) -> None:
    head = f"{number}. "
    page.put(Piece(head), Piece(side_name(pair.left, tell), "strong"), indent=2, hanging=len(head))
    page.put(Piece(side_name(pair.right, tell, earlier=pair.earlier), "strong"), indent=2 + len(head))
    page.put(Piece(pair_sentence(pair, tell), "bad"), indent=2 + len(head))
    for passage in pair.passages if full else pair.passages[:_PASSAGES]:
        _passage(page, pair, passage, tell, full=full)
    left = len(pair.passages) - _PASSAGES
    if left > 0 and not full:
        page.put(Piece(tell("copies-more-passages", count=left), "faint"), indent=4)


def _passage(page: Page, pair: Pair, passage: Passage, tell: Words, *, full: bool) -> None:
    places = tell(
        "copies-places", left=where(passage.left, pair.left, tell), right=where(passage.right, pair.right, tell)
    )
    page.put(Piece(likeness(passage, tell), "weak"), Piece(f"  {places}", "faint"), indent=4)
    left, right = quoted(passage.left), quoted(passage.right)
    if left is None or right is None or left == right:
        texts = [text for text in (left, right) if text is not None][:1]
        _columns(page, [(Piece(text),) for text in texts], full=full)
        return
    sides = [tuple(Piece(text, "bad" if own else "") for text, own in runs) for runs in differences(left, right)]
    if page.width >= _TWO_COLUMNS:
        _columns(page, sides, full=full)
        return
    for key, side in zip(("copies-first", "copies-second"), sides, strict=True):
        _columns(page, [(Piece(tell(key), "faint"), *side)], full=full)


def _columns(page: Page, texts: list[Line], *, full: bool) -> None:
    """Texts beside each other, each in a column of its own."""
    if not texts:
        return
    room = (page.width - 4 - len(_GUTTER) * (len(texts) - 1)) // len(texts)
    columns = [_broken(text, room, full=full) for text in texts]
    for row in zip_longest(*columns, fillvalue=()):
        line: list[Piece] = [Piece("    ")]
        for at, cell in enumerate(row):
            line += cell
            if at + 1 < len(row):
                used = sum(cells.width(piece.text) for piece in cell)
                line.append(Piece(" " * (room - used) + _GUTTER, "faint"))
        page.lines.append(tuple(line))


def _broken(pieces: Line, room: int, *, full: bool) -> list[Line]:
    text = "".join(piece.text for piece in pieces)
    spans = cells.wrap(text, room, room)
    if full or len(spans) <= _LINES:
        return [cut(pieces, start, end) for start, end in spans]
    lines = [cut(pieces, start, end) for start, end in spans[: _LINES - 1]]
    start = spans[_LINES - 1][0]
    last = cells.clip(text[start:], room)
    return [*lines, (*cut(pieces, start, start + len(last) - 1), Piece(last[-1]))]
