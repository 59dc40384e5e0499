"""Small phrases that several formats share: where a quotation stands, how many items have which status."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Final

from checker.audit.gate import count_accepted
from checker.messages import say
from checker.render import cells
from checker.render.escape import one_line
from checker.results import Acceptance, Evidence, ItemResult, ReportResult, RulesetInfo, Run, SectionView, Status

Words = Callable[..., str]

STATUSES: Final[tuple[Status, ...]] = ("present", "weak", "missing", "not_applicable", "unverifiable")
SHORT: Final = frozenset({"weak", "missing", "unverifiable"})
"""The statuses that leave something to do."""

DOUBTFUL: Final = 0.8
"""Below this confidence a person should look."""

REASONS: Final = 4
"""Sentences on one item where not everything is asked for: a table may be wrong in many places."""

# A heading that runs into its paragraph can be a sentence long; its beginning is enough to find it by.
_HEADING: Final = 44

# Only these formats have lines of their own; for the others a line number would lead nowhere.
LINED: Final = frozenset({"text/plain", "text/markdown"})


def words(lang: str) -> Words:
    """The sentences of the catalogue in one language."""
    return lambda key, **values: say(key, **values).pick(lang)


def spot(line: int, page: int | None, media_type: str, tell: Words, *, sections: bool) -> str:
    """Page or line, as far as the format has them; "" where the section says enough."""
    if page is not None:
        return tell("place-page", page=page)
    if media_type in LINED:
        return tell("place-line", line=line)
    return "" if sections else tell("place-text-line", line=line)


def why(item: ItemResult, lang: str) -> str:
    """The sentences for the reasons of an item, the deciding one first; "" where there is none."""
    told = [reason.message.pick(lang) for reason in item.reasons[:REASONS]]
    return (" " if lang == "en" else "").join(told)


def place(evidence: Evidence, media_type: str, tell: Words) -> str:
    """Where a quotation stands: section path, then page or line."""
    path = " > ".join(cells.clip(one_line(heading), _HEADING) for heading in evidence.section)
    where = spot(evidence.line, evidence.page, media_type, tell, sections=bool(path))
    return tell("list-comma").join(part for part in (path, where) if part)


def short_place(evidence: Evidence, media_type: str, tell: Words) -> str:
    """Where a quotation stands, in a few characters."""
    last = one_line(evidence.section[-1]) if evidence.section else ""
    return spot(evidence.line, evidence.page, media_type, tell, sections=True) or last


def section_sentence(section: SectionView, media_type: str, titles: Mapping[str, str], tell: Words) -> str:
    """A section of the report and the items it is about, or that it is out of order or asked for by none."""
    where = spot(section.line, section.page, media_type, tell, sections=True)
    key = "section-about" if section.items else "section-unasked"
    if section.out_of_order:
        key = "section-moved"
    return tell(
        key,
        heading=one_line(section.heading),
        place=tell("in-brackets", text=where) if where else "",
        items=tell("list-names").join(titles.get(item, item) for item in section.items),
    )


def count_items(items: Iterable[ItemResult], tell: Words) -> list[tuple[str, str]]:
    """For each level that occurs its label, and how many of its items have which status."""
    items = tuple(items)
    rows = []
    for level in ("required", "recommended"):
        found = [item.status for item in items if item.level == level]
        counts = [
            tell("count-status", status=tell(f"status-{status}"), count=found.count(status))
            for status in STATUSES
            if status in found
        ]
        if counts:
            rows.append((tell(f"label-{level}"), tell("list-comma").join(counts)))
    return rows


def ruleset_name(ruleset: RulesetInfo, lang: str, tell: Words) -> str:
    """Title, id and version of the ruleset, and why it was chosen where it was."""
    name = tell("ruleset-name", title=ruleset.title.pick(lang), id=ruleset.id, version=ruleset.version)
    return tell("name-and-why", name=name, why=ruleset.why.pick(lang)) if ruleset.why else name


def chosen(report: ReportResult, lang: str, tell: Words) -> str:
    """A sentence on the ruleset that was chosen for a report; "" where the user named it."""
    ruleset = report.ruleset
    return tell("notice-ruleset", name=ruleset_name(ruleset, lang, tell)) if ruleset and ruleset.why else ""


def brief(report: ReportResult, lang: str, tell: Words) -> str:
    """One sentence on a report that did not pass."""
    path = one_line(report.path)
    if report.error:
        return tell("not-read", path=path, message=report.error.message.pick(lang))
    groups = []
    short = [item for item in report.items if item.level == "required" and item.accepted is None]
    for status in ("missing", "weak", "unverifiable"):
        names = [item.title.pick(lang) for item in short if item.status == status]
        if names:
            groups.append(tell("brief-items", status=tell(f"status-{status}"), names=tell("list-names").join(names)))
    counts = tell("list-semicolon").join(groups) or tell("brief-nothing")
    return tell("brief-fail", path=path, score=report.score, counts=counts)


def summary(run: Run, tell: Words) -> str:
    """The last line: how many reports, and how they fared."""
    verdicts = [report.verdict for report in run.reports]
    sentence = tell(
        "summary",
        reports=len(verdicts),
        passed=verdicts.count("pass"),
        failed=verdicts.count("fail"),
        errors=verdicts.count("error"),
    )
    accepted = sum(map(count_accepted, run.reports))
    return tell("summary-accepted", summary=sentence, count=accepted) if accepted else sentence


def accepted_mark(accepted: Acceptance | None, tell: Words) -> str:
    """In brackets, that a shortfall is accepted and why; "" where it is not."""
    if accepted is None:
        return ""
    if accepted.kind == "baseline":
        return tell("accepted-baseline-mark")
    return tell("accepted-because-mark", reason=one_line(accepted.reason))
