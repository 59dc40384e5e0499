"""Document → reading: sections, statements with their zones, and what the report says of itself."""

from bisect import bisect_right
from typing import NamedTuple

from checker.document import Document, Notice
from checker.matching import Hits, Scanner
from checker.results import Zone
from checker.ruleset.model import Item, OrganType, Ruleset
from checker.structure import ending, facts, furniture, legibility, outline, zones
from checker.structure.facts import Facts
from checker.structure.numbering import read_label
from checker.structure.outline import Section
from checker.structure.zones import Statement
from checker.text import Normalized, normalize, squeeze


class Reading(NamedTuple):
    """A document as the checks see it. Offsets are into `view.text` throughout."""

    document: Document
    view: Normalized
    hits: Hits
    sections: tuple[Section, ...]
    roles: tuple[tuple[Zone, ...], ...]
    """For each section the kinds of text it holds, its own heading's or those of the section around it."""
    own_roles: tuple[tuple[Zone, ...], ...]
    """For each section the kinds of text its own heading announces."""
    statements: tuple[Statement, ...]
    facts: Facts
    organ_type: OrganType
    organ_known: bool
    """Whether the kind of organ is told by the report or by the user; otherwise it is the usual one."""
    furniture: frozenset[int]
    """Indices of blocks that are no part of the report."""
    starts: tuple[int, ...]
    """Where the statements begin."""
    gaps: tuple[Notice, ...]
    """What of the document cannot be judged; empty where nothing is in doubt."""

    def statement(self, position: int) -> int | None:
        """Index of the statement at `position`; None where there is none."""
        at = bisect_right(self.starts, position) - 1
        return at if at >= 0 and position < self.statements[at].end else None

    def about(self, group: int) -> list[int]:
        """Indices of the statements in which a phrase of `group` stands, ascending."""
        found = (self.statement(hit.start) for hit in self.hits.all(group))
        return sorted({at for at in found if at is not None})


def analyse(
    document: Document,
    ruleset: Ruleset,
    scanner: Scanner,
    year: int | None = None,
    organ_type: OrganType | None = None,
) -> Reading:
    """Reads the structure of `document`. `scanner` is made of `ruleset.groups`.

    `year` and `organ_type` override what the report itself tells of the year reported on and its organ.
    """
    view = normalize(document.text, [block.span for block in document.blocks])
    hits = scanner.scan(view.text)
    end = ending.first_foreign(document, view, hits, ruleset.page)
    own = facts.read_facts(document, view, hits, ruleset.page, year, end)
    page = furniture.blocks(document, view, hits, ruleset.page, own.title_blocks | own.sign_off_blocks)
    # What stands above the title is the head of a page or the number of a letter.
    page |= frozenset(range(min(own.title_blocks, default=0)))
    page |= frozenset(range(end, len(document.blocks)))
    skip = page | own.title_blocks | own.sign_off_blocks
    top = _top_blocks(document, view, hits, ruleset, skip)
    closing = frozenset(hit.end for hit in hits.all(ruleset.page["heading_endings"]))
    built = outline.build(view, document.blocks, skip, top, closing)
    roles = zones.section_roles(view.text, built, hits, ruleset, own.year)
    statements = zones.assign(view, built, roles, hits, ruleset, own.year)
    own_roles = tuple(zones.heading_roles(hits, ruleset.zones, *section.title) for section in built.sections)
    kind = organ_type or facts.organ_type(own, view, hits, ruleset.page)
    starts = tuple(statement.start for statement in statements)
    tabular = any(item.check == "table" for item in ruleset.items)
    unclear = legibility.gaps(document, view, statements, signed=own.sign_off.organ is not None, tabular=tabular)
    known = organ_type is not None or own.organ is not None
    return Reading(
        document, view, hits, built.sections, roles, own_roles, statements, own, kind, known, page, starts, unclear
    )


def _top_blocks(
    document: Document, view: Normalized, hits: Hits, ruleset: Ruleset, skip: frozenset[int]
) -> frozenset[int]:
    """Short unnumbered lines whose words announce an account, shortcomings or a plan."""
    return frozenset(
        number
        for number, (start, end) in enumerate(view.blocks)
        if number not in skip
        and 3 < end - start <= 36
        and document.blocks[number].kind in ("paragraph", "heading")
        and view.text[end - 1] not in "\u3002;,"
        and _announces(zones.heading_roles(hits, ruleset.zones, start, end), view.text[end - 1])
    )


def _announces(roles: tuple[Zone, ...], last: str) -> bool:
    """Whether a line with these roles is a heading. One about the account that ends with a colon leads to a list."""
    return bool(roles) and not (roles == ("account",) and last == ":")


def heading_role(heading: str, ruleset: Ruleset, scanner: Scanner) -> tuple[str, ...]:
    """What a heading announces by its words alone: zones in the order of its words, then ids of the items whose duty
    it names. Empty where it tells none. `scanner` is made of `ruleset.groups`.
    """
    words = squeeze(heading)
    hits = scanner.scan(words)
    label = read_label(words, 0, len(words))
    roles = zones.heading_roles(hits, ruleset.zones, label.end if label else 0, len(words))
    duties = (item for item in ruleset.items if item.check == "duty")
    return (*roles, *(item.id for item in duties if _names_duty(hits, item)))


def _names_duty(hits: Hits, item: Item) -> bool:
    false = hits.all(item.groups["not_names"])
    names = hits.all(item.groups["names"])
    return any(not any(no.start < hit.end and hit.start < no.end for no in false) for hit in names)
