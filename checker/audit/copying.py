"""The reports of an audit compared with each other and with those of an earlier one: sketches first, then the words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import CancelledError, Executor, Future
from typing import Final, NamedTuple

from checker.audit import sketches
from checker.audit.copied import Copies, Pair, Passage, Quote, Side
from checker.audit.crew import TookTooLong, WorkerDied
from checker.audit.discovery import Source
from checker.audit.likenesses import Like, Limit, search
from checker.audit.rows import Row
from checker.audit.sketches import Sketch
from checker.audit.store import Store
from checker.audit.worker import Reread, reread
from checker.matching import similarity
from checker.ruleset.model import Ruleset

_PIECE: Final = 16
_SURE: Final = 0.5
"""Likeness of sketches from which two paragraphs are taken for copies where their words are no longer to be had."""


class Shelf(NamedTuple):
    """Where the results of an audit are."""

    store: Store
    audit: int


class _Chosen(NamedTuple):
    """The reports of an audit that are compared."""

    shelf: Shelf
    positions: set[int]


class _Report(NamedTuple):
    """One report that is compared."""

    row: Row
    media_type: str
    sketches: tuple[Sketch, ...]


def compare(this: Shelf, earlier: Sequence[Shelf], ruleset: Ruleset, executor: Callable[[], Executor]) -> Copies:
    """What the reports of `this` audit have in common with each other and with the `earlier` ones.

    The files of those that seem to share something are read again on `executor`, which is called only if there are any.
    """
    chosen = [_Chosen(this, {position for position, _ in _shelved(this)})]
    own = {(row.path, row.digest) for row in this.store.rows(this.audit)}
    for shelf in earlier:
        # A file of this batch that was audited before is no earlier report.
        again = {row.position for row in shelf.store.rows(shelf.audit) if (row.path, row.digest) in own}
        chosen.append(_Chosen(shelf, {position for position, _ in _shelved(shelf)} - again))
    fresh, *others = (len(one.positions) for one in chosen)
    rule = ruleset.copies
    found = search(_sketches(chosen), fresh, Limit(rule.template_share, rule.template_reports))
    involved = {number for like in found.alike for number, _ in (like.left, like.right)}
    reports = _reports(chosen, involved)
    texts = _texts(reports, found.alike, executor) if involved else {}
    pairs = _Pairs(reports, texts, ruleset, fresh).of(found.alike)
    unread = sum(texts.get(number) is None for number in involved)
    return Copies(tuple(pairs), fresh, sum(others), found.templates, unread)


def _shelved(shelf: Shelf) -> Iterator[tuple[int, bytes]]:
    """(position, sketches) of the results that can be compared."""
    mark = sketches.mark()
    return ((position, data) for position, data in shelf.store.sketches(shelf.audit) if data.startswith(mark))


def comparable(shelf: Shelf) -> bool:
    """Whether any result of an audit can be compared with others."""
    return any(True for _ in _shelved(shelf))


def _packed(chosen: Iterable[_Chosen]) -> Iterator[tuple[Shelf, int, bytes]]:
    """(shelf, position, sketches) of every report that is compared: its number is its place among them."""
    for shelf, positions in chosen:
        for position, data in _shelved(shelf):
            if position in positions:
                yield shelf, position, data


def _sketches(chosen: Iterable[_Chosen]) -> Iterator[tuple[Sketch, ...]]:
    return (sketches.unpack(data)[0] for _, _, data in _packed(chosen))


def _reports(chosen: Iterable[_Chosen], numbers: set[int]) -> dict[int, _Report]:
    """The reports with these numbers."""
    reports: dict[int, _Report] = {}
    rows: dict[Shelf, dict[int, Row]] = {}
    for number, (shelf, position, data) in enumerate(_packed(chosen) if numbers else ()):
        if number in numbers:
            if shelf not in rows:
                rows[shelf] = {row.position: row for row in shelf.store.rows(shelf.audit)}
            found, media_type = sketches.unpack(data)
            reports[number] = _Report(rows[shelf][position], media_type, found)
    return reports


_Texts = dict[int, dict[int, str] | None]
"""By report the texts of paragraphs by their number; None for a report whose text is no longer to be had."""


def _texts(reports: dict[int, _Report], alike: Iterable[Like], executor: Callable[[], Executor]) -> _Texts:
    asked: dict[int, set[int]] = {}
    for like in alike:
        for number, paragraph in (like.left, like.right):
            asked.setdefault(number, set()).add(paragraph)
    numbers = sorted(asked)
    pieces = [numbers[at : at + _PIECE] for at in range(0, len(numbers), _PIECE)]
    crew = executor()
    texts: _Texts = {}
    try:
        waiting = [
            (piece, crew.submit(reread, [_reread(reports[one], asked[one]) for one in piece])) for piece in pieces
        ]
        for piece, future in waiting:
            for number, found in zip(piece, _read(piece, future), strict=True):
                texts[number] = None if found is None else dict(zip(sorted(asked[number]), found, strict=True))
    except BaseException:
        crew.shutdown(cancel_futures=True)
        raise
    crew.shutdown()
    return texts


def _read(piece: list[int], future: Future[list[list[str] | None]]) -> list[list[str] | None]:
    try:
        return future.result()
    except (TookTooLong, WorkerDied, CancelledError):  # they could be read before: the files have changed since
        return [None] * len(piece)


def _reread(report: _Report, paragraphs: set[int]) -> Reread:
    row = report.row
    places = [report.sketches[paragraph] for paragraph in sorted(paragraphs)]
    source = Source(row.path, None, row.archive, row.member)
    return Reread(source, row.digest, tuple((place.start, place.end) for place in places))


class _Pairs:
    """Paragraphs that seem alike made into pairs of reports that are."""

    def __init__(self, reports: dict[int, _Report], texts: _Texts, ruleset: Ruleset, fresh: int) -> None:
        self._reports, self._texts, self._fresh = reports, texts, fresh
        self._words = sketches.words_of(ruleset)
        self._least = ruleset.copies.min_similarity

    def of(self, alike: Iterable[Like]) -> list[Pair]:
        """The pairs, most in common first."""
        by_pair: dict[tuple[int, int], list[tuple[int, Like]]] = {}
        for like in alike:
            found = self._similarity(like)
            if found is not None:
                by_pair.setdefault((like.left[0], like.right[0]), []).append((found, like))
        pairs = [self._pair(left, right, likes) for (left, right), likes in by_pair.items()]
        return sorted(pairs, key=lambda pair: (-pair.characters, -pair.share, pair.left.path, pair.right.path))

    def _text(self, place: tuple[int, int]) -> str | None:
        texts = self._texts.get(place[0])
        return None if texts is None else texts[place[1]]

    def _similarity(self, like: Like) -> int | None:
        """0-100; None for paragraphs that are not alike enough."""
        left, right = self._text(like.left), self._text(like.right)
        if left is None or right is None:
            # Of runs that two paragraphs share to the share of words: twice what is common to the sum of both.
            return round(200 * like.likeness / (1 + like.likeness)) if like.likeness >= _SURE else None
        found = similarity(self._words.own(left), self._words.own(right))
        return found if found >= self._least else None

    def _pair(self, left: int, right: int, likes: list[tuple[int, Like]]) -> Pair:
        taken: list[tuple[int, Like]] = []
        seen: set[tuple[int, int]] = set()
        # Each paragraph is the copy of one: of the one it resembles most.
        for found, like in sorted(likes, key=lambda pair: (-pair[0], pair[1].left, pair[1].right)):
            if seen.isdisjoint((like.left, like.right)):
                seen.update((like.left, like.right))
                taken.append((found, like))
        report = self._reports[left]
        whole = sum(one.size for one in report.sketches)
        characters = sum(report.sketches[like.left[1]].size for _, like in taken)
        return Pair(
            left=self._side(left),
            right=self._side(right),
            earlier=right >= self._fresh,
            share=round(100 * characters / whole) if whole else 0,
            characters=characters,
            passages=tuple(self._passage(found, like) for found, like in sorted(taken, key=lambda pair: pair[1].left)),
        )

    def _side(self, number: int) -> Side:
        report = self._reports[number]
        return Side(report.row.path, report.row.organ, report.row.year, report.media_type)

    def _passage(self, found: int, like: Like) -> Passage:
        left, right = self._quote(like.left), self._quote(like.right)
        return Passage(found, left.text is not None and right.text is not None, left, right)

    def _quote(self, place: tuple[int, int]) -> Quote:
        one = self._reports[place[0]].sketches[place[1]]
        return Quote(self._text(place), one.line, one.page)
