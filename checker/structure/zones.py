"""Which kind of text each sentence is: by its heading first, by its own words second."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from checker.matching import Hit, Hits
from checker.results import Zone
from checker.ruleset.model import Ruleset, ZoneRule
from checker.structure.numbering import RANKS
from checker.structure.outline import Outline, Section, Sentence
from checker.text import Normalized, Span

ORDER: Final[tuple[Zone, ...]] = ("account", "shortcomings", "plan")
_OPENING: Final = 46
"""Characters from the beginning of a paragraph within which its opening words are looked for."""
_QUOTE: Final = 5
"""A quotation longer than this has words of its own; a shorter one is a name."""
_HEAD: Final = 6
"""A clause shorter than this before a cue is its subject, not a statement of its own."""
_YEAR: Final = re.compile(r"(20\d\d)(?:-(20\d\d))?年")
_MONTH: Final = re.compile(r"度?\d{1,2}月")


class Statement(NamedTuple):
    """A sentence, or the part of one, that is text of one kind. Offsets are into the normalised text."""

    start: int
    end: int
    block: int
    section: int | None
    zone: Zone
    heading: bool


def heading_roles(hits: Hits, zones: Mapping[str, ZoneRule], start: int, end: int) -> tuple[Zone, ...]:
    """The kinds of text that the heading at `start:end` announces, in the order of its words."""
    found: dict[Zone, Hit] = {}
    for zone in ORDER:
        rule = zones[zone]
        named = hits.within(rule.headings, start, end)
        if named and not hits.any(rule.not_headings, start, end):
            found[zone] = named[0]
    plan, account = found.get("plan"), found.get("account")
    if plan and account and account.start < plan.end and plan.start < account.end:
        # "Main work arrangements" holds the words of an account, but they are the plan's.
        del found["account"]
    return tuple(sorted(found, key=lambda zone: (found[zone].start, zone)))


def section_roles(
    text: str, outline: Outline, hits: Hits, ruleset: Ruleset, year: int | None
) -> tuple[tuple[Zone, ...], ...]:
    """For each section the kinds of text it holds, its own heading's or those of the section around it.

    A heading that names a year after the one reported on announces a plan where its words announce nothing else.
    """
    roles: list[tuple[Zone, ...]] = []
    for section in outline.sections:
        own = heading_roles(hits, ruleset.zones, *section.title)
        if not own and year is not None and _names_later_year(text, section.title, year):
            own = ("plan",)
        around = roles[section.parent] if section.parent is not None else ()
        if around in (("plan",), ("shortcomings",)):
            # What is planned or lacking may be an account itself: its words do not make it one.
            own = tuple(role for role in own if role != "account")
        roles.append(own if own and _may_decide(section, around) else around)
    return tuple(roles)


def _names_later_year(text: str, title: Span, year: int) -> bool:
    match = _YEAR.search(text, *title)
    if match is None or int(match[1]) <= year or _MONTH.match(text, match.end()):
        return False
    return not _titled(text, match.start())


def _may_decide(section: Section, around: tuple[Zone, ...]) -> bool:
    # A point under a plan or among shortcomings stays what the section is, whatever its words.
    if around and around != ("account",) and len(around) == 1:
        return not section.run_in
    return section.rank < RANKS["ordinal"] or not around


def assign(
    view: Normalized,
    outline: Outline,
    roles: Sequence[tuple[Zone, ...]],
    hits: Hits,
    ruleset: Ruleset,
    year: int | None,
) -> tuple[Statement, ...]:
    """The statements of the report. `year` is the year reported on, from which a coming year is known."""
    worker = _Assigner(view, outline, roles, hits, ruleset, year)
    for number, sentence in enumerate(outline.sentences):
        worker.take(number, sentence)
    return tuple(worker.statements)


class _Assigner:
    def __init__(
        self,
        view: Normalized,
        outline: Outline,
        roles: Sequence[tuple[Zone, ...]],
        hits: Hits,
        ruleset: Ruleset,
        year: int | None,
    ) -> None:
        self._text, self._outline, self._roles, self._hits = view.text, outline, roles, hits
        self._quoted = [span for span in view.quoted if span.end - span.start > _QUOTE]
        self._plan, self._lack = ruleset.zones["plan"], ruleset.zones["shortcomings"]
        self._account = ruleset.zones["account"]
        self._year = year
        starts = [sentence.start for sentence in outline.sentences]
        opening = _holding(starts, hits.all(self._plan.openings))
        dated = frozenset(bisect_right(starts, match.start()) - 1 for match in _YEAR.finditer(self._text))
        cued = (hit for group in (self._plan.cues, self._plan.firm_cues) for hit in hits.all(group))
        # Most sentences hold no word that matters here, and are not looked through again for each kind of it.
        self._may_open = opening | dated
        self._may_plan = opening | dated | _holding(starts, cued)
        self._may_lack = _holding(starts, hits.all(self._lack.cues))
        self._number = 0
        self._block = -1
        self._headed = False
        """Only headings of the paragraph have been read so far."""
        self._opened: Zone | None = None
        """Zone that the opening words of a paragraph gave to it and to what follows."""
        self._opened_rank = 99.0
        self._led = False
        """A sentence of plan text leads to a list in the paragraph: 将重点开展四项工作:"""
        self._inside: Zone | None = None
        """Zone that the first sentence of a paragraph gave to the rest of it."""
        self._state: Zone = "account"
        self._flipped = False
        self.statements: list[Statement] = []

    def take(self, number: int, sentence: Sentence) -> None:
        self._number = number
        fresh = sentence.block != self._block
        first = fresh or (self._headed and not sentence.heading)
        self._headed = sentence.heading and first
        base = self._roles[sentence.section] if sentence.section is not None else ()
        if fresh:
            self._begin_block(sentence, base)
        self._check_opening(sentence, base, first=first)
        if len(base) > 1:
            self._mixed(sentence, base)
        elif base and base[0] != "account":
            self._given(sentence, base[0])
        else:
            self._free(sentence)

    def _begin_block(self, sentence: Sentence, base: tuple[Zone, ...]) -> None:
        self._block = sentence.block
        self._inside = None
        self._led = False
        section = self._outer(sentence)
        if (
            self._opened
            and section is not None
            and section.block == sentence.block
            and section.rank <= self._opened_rank
        ):
            self._opened = None
        if len(base) > 1 and self._flipped:
            self._state, self._flipped = base[0], False
        elif len(base) > 1 and self._state not in base:
            self._state = base[0]

    def _outer(self, sentence: Sentence) -> Section | None:
        """The innermost section that is not a point inside a paragraph."""
        at = sentence.section
        while at is not None:
            section = self._outline.sections[at]
            if section.rank < RANKS["ordinal"]:
                return section
            at = section.parent
        return None

    def _check_opening(self, sentence: Sentence, base: tuple[Zone, ...], *, first: bool) -> None:
        if base not in ((), ("account",), ("shortcomings",)):
            return
        reach = min(sentence.end, sentence.start + _OPENING)
        opens = self._opens_plan(sentence.start, reach)
        if opens and (first or base == ("shortcomings",)):
            self._open("plan", sentence)
        elif first and base != ("shortcomings",) and self._hits.any(self._lack.openings, sentence.start, sentence.end):
            self._open("shortcomings", sentence)
        elif first and not sentence.heading and self._lack_cue(sentence) is not None:
            self._inside = "shortcomings"
            if self._text[sentence.end - 1] == ":" or self._text[sentence.end : sentence.end + 1] == ":":
                self._open("shortcomings", sentence)
        elif first and self._opened and self._hits.any(self._account.openings, sentence.start, reach):
            self._opened = None

    def _open(self, zone: Zone, sentence: Sentence) -> None:
        self._opened = zone
        section = self._outer(sentence)
        self._opened_rank = section.rank if section is not None else -99.0

    def _opens_plan(self, start: int, reach: int) -> bool:
        if self._number not in self._may_open:
            return False
        if any(hit.start - start <= 12 for hit in self._hits.within(self._plan.openings, start, reach)):
            return True
        match = _YEAR.search(self._text, start, min(reach, start + 14))
        return match is not None and self._coming(match) and not _MONTH.match(self._text, match.end())

    def _coming(self, match: re.Match[str]) -> bool:
        return (
            self._year is not None and int(match[2] or match[1]) > self._year and not _titled(self._text, match.start())
        )

    def _given(self, sentence: Sentence, zone: Zone) -> None:
        if zone == "plan":
            self._cut(sentence, zone, "shortcomings", self._lack_cue(sentence))
        elif self._opened == "plan":
            self._cut(sentence, "shortcomings", "plan", self._plan_cue(sentence), after=True)
        else:
            self._emit(sentence, sentence.start, sentence.end, zone)

    def _free(self, sentence: Sentence) -> None:
        zone: Zone = "plan" if self._led else self._opened or self._inside or "account"
        if zone == "plan":
            self._cut(sentence, "plan", "shortcomings", self._lack_cue(sentence))
            return
        plan = self._plan_cue(sentence)
        if plan is not None:
            self._led = self._text[sentence.end - 1] == ":"
            self._cut(sentence, zone, "plan", plan, after=True)
        elif zone == "account":
            self._cut(sentence, "account", "shortcomings", self._lack_cue(sentence), after=True)
        else:
            self._emit(sentence, sentence.start, sentence.end, zone)

    def _mixed(self, sentence: Sentence, base: tuple[Zone, ...]) -> None:
        if "plan" in base and self._plan_cue(sentence) is not None:
            self._flipped = self._state != "plan" and self._text[sentence.end - 1 : sentence.end] != ":"
            self._state = "plan"
        elif "shortcomings" in base and self._lack_cue(sentence) is not None:
            self._state = "shortcomings"
        if self._state == "plan":
            self._cut(sentence, "plan", "shortcomings", self._lack_cue(sentence))
        else:
            self._emit(sentence, sentence.start, sentence.end, self._state)

    def _plan_cue(self, sentence: Sentence) -> int | None:
        """Where plan text begins in the sentence by its own words; None where it does not."""
        if self._number not in self._may_plan:
            return None
        start, end = sentence.start, sentence.end
        bad = self._hits.within(self._plan.not_cues, start, end)
        found = [
            hit.start
            for hit in [
                *self._hits.within(self._plan.cues, start, end),
                *self._hits.within(self._plan.openings, start, end),
            ]
            if not any(no.start <= hit.start < no.end for no in bad) and not self._cited(hit.start)
        ]
        firm = self._hits.within(self._plan.firm_cues, start, end)
        found += [hit.start for hit in firm if not self._cited(hit.start)]
        found += [
            match.start()
            for match in _YEAR.finditer(self._text, start, end)
            if self._coming(match) and self._promises(match, start)
        ]
        return min(found, default=None)

    def _cited(self, position: int) -> bool:
        """Whether the words at `position` are those of a title or a quotation, not of the report."""
        return _titled(self._text, position) or any(span.start <= position < span.end for span in self._quoted)

    def _promises(self, match: re.Match[str], start: int) -> bool:
        """Whether a coming year is said of something to be done, not of a document or a deadline already met."""
        opens = match.start() == start or self._text[match.start() - 1] in ",;:"
        if match[2] and opens and self._year is not None and int(match[1]) > self._year:
            return True  # A clause that sets out from years to come; a document is named behind its verb.
        reach = self._text[match.start() - 4 if match.start() - 4 > start else start : match.end() + 8]
        return self._hits.any(self._plan.cues, match.start(), match.end() + 8) or "前" in reach[len(reach) - 8 :]

    def _lack_cue(self, sentence: Sentence) -> int | None:
        if self._number not in self._may_lack:
            return None
        start, end = sentence.start, sentence.end
        bad = self._hits.within(self._lack.not_cues, start, end)
        found = [
            hit.start
            for hit in self._hits.within(self._lack.cues, start, end)
            if not any(no.start < hit.end and hit.start < no.end for no in bad)
        ]
        return min(found, default=None)

    def _cut(self, sentence: Sentence, zone: Zone, other: Zone, cue: int | None, *, after: bool = False) -> None:
        """Emits the sentence as `zone`, the clause with the cue (`after`: and all behind it) as `other`."""
        if cue is None:
            self._emit(sentence, sentence.start, sentence.end, zone)
            return
        begin = max(self._text.rfind(mark, sentence.start, cue) for mark in ",;:") + 1
        if begin - sentence.start < _HEAD:
            begin = sentence.start
        end = sentence.end
        if not after:
            plan = [h.start for h in self._hits.within(self._plan.cues, cue, sentence.end)]
            plan += [h.start for h in self._hits.within(self._plan.openings, cue, sentence.end)]
            plan += [m.start() for m in _YEAR.finditer(self._text, cue, sentence.end) if self._coming(m)]
            stop = min(plan, default=sentence.end)
            cut = max(self._text.rfind(mark, cue, stop) for mark in ",;:") + 1
            end = cut if cut > cue and plan else sentence.end
            if not plan:
                comma = self._text.find(",", cue, sentence.end)
                end = comma + 1 if comma > 0 else sentence.end
        if begin > sentence.start:
            self._emit(sentence, sentence.start, begin, zone)
        self._emit(sentence, begin, end, other)
        if end < sentence.end:
            self._emit(sentence, end, sentence.end, zone)

    def _emit(self, sentence: Sentence, start: int, end: int, zone: Zone) -> None:
        self.statements.append(Statement(start, end, sentence.block, sentence.section, zone, sentence.heading))


def _holding(starts: Sequence[int], hits: Iterable[Hit]) -> frozenset[int]:
    """Numbers of the sentences, which begin at `starts`, that hold one of the `hits`."""
    return frozenset(bisect_right(starts, hit.start) - 1 for hit in hits)


def _titled(text: str, position: int) -> bool:
    """Whether `position` stands inside the title of a document (《…》)."""
    opening = text.rfind("\u300a", max(0, position - 60), position)
    return opening >= 0 and text.find("\u300b", opening, position) < 0
