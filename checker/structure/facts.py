"""What a report says of itself: its title, organ, year and dates, from its text and its metadata."""

import re
from collections import Counter
from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Final, NamedTuple

from checker.document import Document
from checker.matching import Hit, Hits
from checker.ruleset.model import OrganType
from checker.text import Normalized, Span, simplified, squeeze

_HEAD_BLOCKS: Final = 24
_TITLE: Final = 70
_LINE: Final = 40
_LEAD: Final = 6
_LAST_MONTHS: Final = 11
_CHINESE_DIGITS: Final = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_YEAR: Final = re.compile(r"(20[0-3]\d)(?:年|度)|([二2][〇○零0][〇○零一二三][〇○零一二三四五六七八九])年")
# In the normalised text a time of day follows the date without a space.
_DATE: Final = re.compile(r"(20[0-3]\d)(?:年|[-/.])(\d{1,2})(?:月|[-/.])(\d{1,2})(?:日|(?=T?\d\d:\d\d)|(?!\d))")
_NOISE: Final = re.compile(
    r"关于|20\d\d年?度?|[〇○零一二三四五六七八九]{4}年度?|的|\(.*?\)|(?:全面|深入)?(?:推进|加强)$"
)


@cache
def _in_chinese() -> re.Pattern[str]:
    return re.compile(r"(二[〇○零][〇○零一二三]\S)年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日")


def _chinese_date(words: str) -> re.Match[str] | None:
    # Few dates are written so: the pattern is compiled where there may be one.
    return _in_chinese().search(words) if "二" in words and "月" in words else None


class TitleParts(NamedTuple):
    """The title and which of its parts it has."""

    span: Span
    """Offsets into the normalised text; empty where the title stands in the metadata only."""
    text: str
    organ: str | None
    year: int | None
    named: bool


class SignOffParts(NamedTuple):
    """The organ and the date at the end of the text or in the page's own data: offsets into the normalised text."""

    organ: Span | None
    date: Span | None


class Facts(NamedTuple):
    """What a report says of itself."""

    title: TitleParts | None
    title_blocks: frozenset[int]
    organ: str | None
    year: int | None
    published: str | None
    """ISO date."""
    sign_off: SignOffParts
    sign_off_blocks: frozenset[int]


def read_facts(
    document: Document, view: Normalized, hits: Hits, groups: Mapping[str, int], year: int | None, end: int
) -> Facts:
    """The facts of the first `end` blocks of `document`; `year` is the year reported on where the user gave it."""
    finder = _Finder(document, view, hits, groups, end)
    title, title_blocks = finder.title()
    sign_off, sign_blocks = finder.sign_off()
    published = finder.labelled_date("published_labels") or _iso(document.metadata.published)
    organ = (title.organ if title else None) or finder.words(sign_off.organ) or document.metadata.organ
    found = year or (title.year if title else None) or finder.body_year(title_blocks, sign_off, published)
    return Facts(title, title_blocks, organ, found, published, sign_off, sign_blocks)


class _Finder:
    def __init__(self, document: Document, view: Normalized, hits: Hits, page: Mapping[str, int], end: int) -> None:
        self._document, self._view, self._hits, self._page = document, view, hits, page
        self._live = [
            i
            for i, block in enumerate(document.blocks[:end])
            if not block.furniture and view.blocks[i].end > view.blocks[i].start
        ]

    def words(self, span: Span | None) -> str | None:
        if span is None:
            return None
        return self._document.text[slice(*self._view.source(*span))].strip()

    def _block(self, number: int) -> tuple[int, int, str]:
        start, end = self._view.blocks[number]
        return start, end, self._view.text[start:end]

    def title(self) -> tuple[TitleParts | None, frozenset[int]]:
        """The title with the blocks it stands in. A page's own title serves where the text has none."""
        for position, number in enumerate(self._live[:_HEAD_BLOCKS]):
            start, end, words = self._block(number)
            if end - start > _TITLE:
                if "\u3002" in words:
                    break
                continue
            if not self._is_title(start, end, words):
                continue
            blocks = [number]
            blocks = self._with_neighbours(position, blocks)
            span = Span(self._view.blocks[blocks[0]].start, self._view.blocks[blocks[-1]].end)
            return self._parts(span, self._view.text[slice(*span)].replace("\n", "")), frozenset(blocks)
        meta = self._document.metadata.title
        if meta and squeeze(meta):
            return self._parts(Span(0, 0), squeeze(meta)), frozenset()
        return None, frozenset()

    def _is_title(self, start: int, end: int, words: str) -> bool:
        closing = words.rstrip("》)")
        if any(mark in words for mark in "\u3002,;:>|"):
            return False
        named = self._hits.any(self._page["document_names"], start, end)
        ends = [h.end for h in self._hits.within(self._page["report_words"], start, end)]
        return bool(ends) and (named or _YEAR.search(words) is not None) and max(ends) >= start + len(closing) - 1

    def _with_neighbours(self, position: int, blocks: list[int]) -> list[int]:
        """The lines that make one title with the found one: the organ above it, or its beginning."""
        words = self._block(blocks[0])[2]
        if position and not self._organ_in(words):
            before = self._live[position - 1]
            first, last, above = self._block(before)
            if (
                last - first <= _LINE
                and self._ends_like_organ(first, last)
                and not self._hits.any(self._page["furniture"], first, last)
                and ":" not in above
            ):
                return [before, *blocks]
        return blocks

    def _parts(self, span: Span, words: str) -> TitleParts:
        match = _YEAR.search(words)
        year = int((match[1] or match[2]).translate(_CHINESE_DIGITS)) if match else None
        named = self._names_document(span, words)
        organ = self._organ_before(words, *span) if span.end > span.start else self._organ_in(words)
        shown = self.words(span) if span.end > span.start else (self._document.metadata.title or words)
        return TitleParts(span, " ".join((shown or words).split()), organ, year, named)

    def _names_document(self, span: Span, words: str) -> bool:
        if span.end > span.start:
            return self._hits.any(self._page["document_names"], *span)
        # The title stands in metadata only, where nothing was scanned: its closing word decides.
        return words.endswith(("报告", "总结"))

    def _organ_in(self, words: str) -> str | None:
        """The organ a title names: what is left of it without year and document name."""
        at = self._view.text.find(words)
        return self._organ_before(words, at, at + len(words)) if at >= 0 else _organ(words)

    def _organ_before(self, words: str, start: int, end: int) -> str | None:
        """The organ named before the document in `start:end` of the text, which may run over several lines."""
        names = self._hits.within(self._page["document_names"], start, end)
        if not names:
            return _organ(words)
        organ = _organ(self._view.text[start : names[0].start])
        # In the normalised text characters that scanning confuses are one: 白水县 would be told as 自水县.
        at = self._view.text.find(organ, start, end) if organ else -1
        return (
            simplified("".join((self.words(Span(at, at + len(organ))) or "").split())) if organ and at >= 0 else organ
        )

    def _ends_like_organ(self, start: int, end: int) -> bool:
        while end > start and self._view.text[end - 1] in ")":
            opening = self._view.text.rfind("(", start, end)
            if opening <= start:
                break
            end = opening
        return any(hit.end == end for hit in self._hits.within(self._page["organ_endings"], start, end))

    def sign_off(self) -> tuple[SignOffParts, frozenset[int]]:
        """Organ and date at the end of the text, else those of the page's data."""
        organ: Span | None = None
        day: Span | None = None
        blocks: set[int] = set()
        for number in reversed(self._live[-16:]):
            start, end, words = self._block(number)
            if end - start > 60 and not self._hits.any(self._page["furniture"], start, end):
                tail = self._tail(start, end, words)
                organ, day = organ or tail.organ, day or tail.date
                break
            found = self._line(start, end, words)
            if found is None:
                continue
            organ, day = organ or found.organ, day or found.date
            blocks.add(number)
        if organ is None or day is None:
            page = self._page_data()
            organ, day = organ or page.organ, day or page.date
        return SignOffParts(organ, day), frozenset(blocks)

    def _line(self, start: int, end: int, words: str) -> SignOffParts | None:
        """What a short line gives to the sign-off; None where it is none."""
        if self._hits.any(self._page["furniture"], start, end) or self._labelled(start, end):
            return None
        match = _DATE.search(words) or _chinese_date(words)
        if match is not None:
            if match.end() < len(words) - 2:
                return None
            before = start + match.start()
            organ = Span(start, before) if before - start >= 3 and self._ends_like_organ(start, before) else None
            if before > start and organ is None:
                return None
            return SignOffParts(organ, Span(before, start + match.end()))
        if (
            end - start <= _LINE
            and words[-1] not in "\u3002;:,?!"
            and self._ends_like_organ(start, end)
            and "," not in words
        ):
            return SignOffParts(Span(start, end), None)
        return None

    def _labelled(self, start: int, end: int) -> bool:
        return any(
            hit.start == start
            for name in ("organ_labels", "published_labels", "written_labels", "annex")
            for hit in self._hits.within(self._page[name], start, end)
        )

    def _tail(self, start: int, end: int, words: str) -> SignOffParts:
        """A sign-off run into the last paragraph."""
        stop = words.rfind("\u3002")
        if stop < 0 or stop == len(words) - 1:
            return SignOffParts(None, None)
        return self._line(start + stop + 1, end, words[stop + 1 :]) or SignOffParts(None, None)

    def _page_data(self) -> SignOffParts:
        organ = self._labelled_value("organ_labels")
        day = self._labelled_value("written_labels")
        if day is not None and not _DATE.search(self._view.text[slice(*day)]):
            day = None
        return SignOffParts(organ, day)

    def _labelled_value(self, name: str) -> Span | None:
        """The label and the words behind it, in the lines at the head of the page or behind the text."""
        for hit in self._hits.all(self._page[name]):
            number = self._at(hit.start)
            if number is None or self._view.blocks[number].end - self._view.blocks[number].start > 160:
                continue
            if self._is_part_of_a_label(hit):
                continue
            end = self._view.blocks[number].end
            others = [
                h.start
                for other in ("organ_labels", "published_labels", "written_labels", "furniture")
                for h in self._hits.within(self._page[other], hit.end, end)
            ]
            stop = min([*others, end])
            if stop - hit.end >= 3:
                return Span(hit.start, stop)
            below = next((i for i in self._live if i > number), None)
            if below is not None and self._view.blocks[below].end - self._view.blocks[below].start <= _LINE:
                return Span(hit.start, self._view.blocks[below].end)
        return None

    def _dates(self, sign_off: SignOffParts, position: int) -> bool:
        """Whether `position` stands in the date of the sign-off, which is not what the text speaks of."""
        return sign_off.date is not None and sign_off.date.start <= position < sign_off.date.end

    def _is_part_of_a_label(self, hit: Hit) -> bool:
        """Whether the words of a label are but the end of a longer one: 日期 in 成文日期."""
        return any(
            other.start < hit.start and hit.end == other.end
            for name in ("organ_labels", "published_labels", "written_labels")
            for other in self._hits.within(self._page[name], max(0, hit.start - 4), hit.end)
        )

    def _at(self, position: int) -> int | None:
        return next((i for i in self._live if self._view.blocks[i].start <= position < self._view.blocks[i].end), None)

    def labelled_date(self, name: str) -> str | None:
        """The date behind a label of the page, in ISO form."""
        span = self._labelled_value(name)
        return _iso(self._view.text[slice(*span)]) if span else None

    def body_year(self, title: frozenset[int], sign_off: SignOffParts, published: str | None) -> int | None:
        """The year reported on where the title does not say: one its date allows and the text speaks of, else the
        one the text names most."""
        named = Counter(
            int((match[1] or match[2]).translate(_CHINESE_DIGITS))
            for number in self._live
            if number not in title
            for match in _YEAR.finditer(self._block(number)[2])
            if not self._dates(sign_off, self._block(number)[0] + match.start())
        )
        stamp = _iso(self.words(sign_off.date)) or published
        if stamp is not None:
            day = date.fromisoformat(stamp)
            # Reports come out early in the next year, at the earliest in the last weeks of their own.
            year = day.year if day.month >= _LAST_MONTHS else day.year - 1
            if year in named or not named:
                return year
        lead = Counter(
            int((match[1] or match[2]).translate(_CHINESE_DIGITS))
            for number in self._live[:_LEAD]
            for match in _YEAR.finditer(self._block(number)[2])
        )
        return max(lead or named, key=lambda year: ((lead or named)[year], year), default=None)


def _organ(words: str) -> str | None:
    """An organ's name without the year and the small words around it; None where too little is left."""
    head = _NOISE.sub("", words.replace("\n", ""))
    return head if len(head) >= 3 else None


def _iso(words: str | None) -> str | None:
    """The first date in `words` in ISO form; None where there is none or no such day exists."""
    if not words:
        return None
    written = squeeze(words)
    match = _DATE.search(written)
    chinese = None if match else _chinese_date(written)
    try:
        if match:
            return date(int(match[1]), int(match[2]), int(match[3])).isoformat()
        if chinese:
            year = int(chinese[1].translate(_CHINESE_DIGITS))
            return date(year, _numeral(chinese[2]), _numeral(chinese[3])).isoformat()
    except ValueError:
        pass  # No such day.
    return None


def _numeral(words: str) -> int:
    """A Chinese numeral below a hundred: 九, 十二, 二十, 三十一."""
    tens, ten, units = words.rpartition("十")
    count = (int((tens or "一").translate(_CHINESE_DIGITS)) * 10) if ten else 0
    return count + (int(units.translate(_CHINESE_DIGITS)) if units else 0)


def organ_type(facts: Facts, view: Normalized, hits: Hits, groups: Mapping[str, int]) -> OrganType:
    """Government, department or town, by the ending that stands last in the organ's name, the longest of several: a
    bureau of urban and rural (城乡) construction is no town (乡)."""
    name = squeeze(facts.organ or "")
    spans = [span for span in (facts.title.span if facts.title else None, facts.sign_off.organ) if span]
    starts = [at for span in spans if name and (at := view.text.find(name, *span)) >= 0]
    places = [Span(at, at + len(name)) for at in starts] or spans[len(spans) - bool(facts.sign_off.organ) :]
    found = [
        (hit.end, hit.end - hit.start, kind)
        for key, kind in _KINDS
        for place in places[:1]
        for hit in hits.within(groups[key], *place)
    ]
    return max(found)[-1] if found else "department"


_KINDS: Final[tuple[tuple[str, OrganType], ...]] = (
    ("town_endings", "town"),
    ("department_endings", "department"),
    ("government_endings", "government"),
)
