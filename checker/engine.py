"""(document, ruleset) → the report's result: runs the checks, guards each once, scores, sorts and fingerprints."""

from __future__ import annotations

from pathlib import PurePath

from checker.checks import CHECKS, FINDERS, Outcome
from checker.checks.conditions import Conditions, Unmet
from checker.checks.ordered import ORDERED, place_of
from checker.checks.outcome import Said
from checker.document import Document
from checker.errors import ReadError
from checker.hashing import sha256
from checker.matching import Scanner
from checker.messages import say
from checker.quoting import Quoter
from checker.results import (
    Evidence,
    Expected,
    Failure,
    Finding,
    ItemResult,
    NearMiss,
    Reason,
    ReportResult,
    SectionView,
    Status,
    Verdict,
    Zone,
)
from checker.ruleset.model import FindingRule, Item, OrganType, Ruleset
from checker.structure import Reading, analyse
from checker.text import Span, Text, squeeze

_scanners: dict[str, Scanner] = {}


def check(
    document: Document,
    ruleset: Ruleset,
    *,
    year: int | None = None,
    organ_type: OrganType | None = None,
    scanner: Scanner | None = None,
) -> ReportResult:
    """The result of one report. `year` and `organ_type` override what the report itself tells; `scanner`, which must be
    made of `ruleset`, serves in place of the engine's own.

    Where `ruleset` leaves the choice among others, the result names the one that was chosen for the report.
    """
    reading = read(document, ruleset, year=year, organ_type=organ_type, scanner=scanner)
    return judge(reading, ruleset, year=year, organ_type=organ_type)


def read(
    document: Document,
    ruleset: Ruleset,
    *,
    year: int | None = None,
    organ_type: OrganType | None = None,
    scanner: Scanner | None = None,
) -> Reading:
    """One report as the checks see it; arguments as for `check`."""
    return analyse(document, ruleset, scanner or _scanner(ruleset), year, organ_type)


def judge(
    reading: Reading, ruleset: Ruleset, *, year: int | None = None, organ_type: OrganType | None = None
) -> ReportResult:
    """The result of a report that has been read; arguments as for `check`."""
    if not ruleset.alternatives:
        return _judged_by(reading, ruleset)
    chosen, why = Conditions(reading, ruleset).chosen()
    if chosen is not ruleset.alternatives[-1]:  # The last one is what the report was read by.
        reading = read(reading.document, chosen, year=year, organ_type=organ_type)
    return _judged_by(reading, chosen)._replace(ruleset=chosen.info._replace(why=why))


def _judged_by(reading: Reading, ruleset: Ruleset) -> ReportResult:
    document = reading.document
    quoter = Quoter(reading)
    partial = document.readability == "partial" or bool(reading.gaps)
    conditions = Conditions(reading, ruleset)
    items = tuple(_item(item, ruleset, reading, quoter, conditions) for item in ruleset.items)
    if partial:
        items = tuple(_unverified(item) for item in items)
    findings, broken = _findings(ruleset, reading, quoter, conditions)
    return ReportResult(
        path=document.path,
        digest=document.digest,
        media_type=document.media_type,
        readability="partial" if partial else document.readability,
        title=reading.facts.title.text if reading.facts.title else None,
        organ=reading.facts.organ,
        year=reading.facts.year,
        published=reading.facts.published,
        verdict=_verdict(items),
        score=_score(items, ruleset),
        items=items,
        findings=findings,
        sections=_sections(reading, ruleset, items, quoter),
        notices=(
            *(say(notice.key, **dict(notice.values)) for notice in (*document.notices, *reading.gaps)),
            *broken,
        ),
        error=_not_judged(items),
    )


def _scanner(ruleset: Ruleset) -> Scanner:
    digest = ruleset.info.digest
    if digest not in _scanners:
        _scanners[digest] = Scanner.of(ruleset)
    return _scanners[digest]


def _unverified(item: ItemResult) -> ItemResult:
    """A missing item of a report that was not read wholly: it may stand in what was not read."""
    if item.status != "missing":
        return item
    reason = Reason("partly-unread", say("item-unverifiable"))
    return item._replace(status="unverifiable", score=0, confidence=0.0, reasons=(reason,))


def _not_judged(items: tuple[ItemResult, ...]) -> Failure | None:
    """The failure of a report with required items that could not be judged: it has not passed, nor fallen short."""
    lost = [item for item in items if item.level == "required" and item.status == "unverifiable"]
    return Failure(lost[0].reasons[0].code, lost[0].reasons[0].message) if lost else None


def failed(path: str, digest: str, media_type: str, error: ReadError) -> ReportResult:
    """The result of an input that could not be read."""
    return ReportResult(
        path=path,
        digest=digest,
        media_type=media_type,
        readability="unreadable",
        title=None,
        organ=None,
        year=None,
        published=None,
        verdict="error",
        score=0,
        items=(),
        findings=(),
        sections=(),
        notices=(),
        error=Failure(error.key, say(error.key, **error.values)),
    )


def _item(item: Item, ruleset: Ruleset, reading: Reading, quoter: Quoter, conditions: Conditions) -> ItemResult:
    """The result of one item; where its check fails, that it could not be judged, and the others are all the same."""
    try:
        unmet = conditions.unmet(item.applies)
        return _outside(item, unmet, quoter) if unmet else _judged(item, ruleset, reading, quoter)
    except Exception as error:
        return _broken(item, error)


def _broken(item: Item, error: Exception) -> ItemResult:
    return ItemResult(
        id=item.id,
        title=item.title,
        level=item.level,
        status="unverifiable",
        score=0,
        confidence=0.0,
        reasons=(Reason("internal-error", say("item-internal-error", where=_where(error))),),
        evidence=(),
        suggestion=None,
        basis=item.basis,
        fingerprint=_fingerprint(item.id, "internal-error", ()),
    )


def _outside(item: Item, unmet: Unmet, quoter: Quoter) -> ItemResult:
    """The result of an item that does not apply to the report."""
    return ItemResult(
        id=item.id,
        title=item.title,
        level=item.level,
        status="not_applicable",
        score=0,
        confidence=1.0,
        reasons=(unmet.reason,),
        evidence=tuple(quoter.evidence(proof) for proof in unmet.proofs),
        suggestion=None,
        basis=None,
        fingerprint=_fingerprint(item.id, unmet.reason.code, ()),
    )


def _where(error: Exception) -> str:
    """Class of the error and the line that raised it; its message may hold words of the document."""
    from traceback import extract_tb

    frame = extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__}, {PurePath(frame.filename).name}:{frame.lineno}"


def _judged(item: Item, ruleset: Ruleset, reading: Reading, quoter: Quoter) -> ItemResult:
    outcome = CHECKS[item.check](reading, item, ruleset)
    evidence = tuple(quoter.evidence(proof) for proof in outcome.proofs)
    short = outcome.status in ("weak", "missing")
    return ItemResult(
        id=item.id,
        title=item.title,
        level=item.level,
        status=outcome.status,
        score=_points(outcome.status, ruleset),
        confidence=outcome.confidence,
        reasons=_reasons(outcome, item),
        evidence=evidence,
        suggestion=item.advice.get(outcome.code or "", item.suggestion) if short else None,
        basis=item.basis_in(reading.facts.year),
        fingerprint=_fingerprint(item.id, _told(outcome), ()),
        expected=Expected(item.heading, item.content, _belongs(item, outcome, reading, quoter)) if short else None,
        near=tuple(NearMiss(quoter.evidence(near.proof), _sentence(item, near.code)) for near in outcome.near),
    )


def _findings(
    ruleset: Ruleset, reading: Reading, quoter: Quoter, conditions: Conditions
) -> tuple[tuple[Finding, ...], tuple[Text, ...]]:
    """What the report says against itself, by severity and place, and a notice for each rule that failed."""
    found: list[Finding] = []
    notices: list[Text] = []
    for rule in ruleset.findings:
        try:
            if conditions.unmet(rule.applies) is None:
                found += _remarks(rule, reading, quoter)
        except Exception as error:
            notices.append(say("finding-internal-error", rule=rule.id, where=_where(error)))
    rank = ("error", "warning", "info")
    found.sort(key=lambda f: (rank.index(f.severity), f.evidence[0].span if f.evidence else Span(0, 0), f.id))
    return tuple(found), tuple(notices)


def _remarks(rule: FindingRule, reading: Reading, quoter: Quoter) -> list[Finding]:
    found: list[Finding] = []
    for remark in FINDERS[rule.check](reading, rule):
        sentence = rule.messages[remark.case]
        values = _Filled(remark.values)
        evidence = tuple(quoter.evidence(proof) for proof in remark.proofs)
        message = Text(sentence.zh.format_map(values), sentence.en.format_map(values))
        fingerprint = _fingerprint(rule.id, remark.case + str(remark.values), evidence)
        found.append(Finding(rule.id, rule.severity, message, evidence, fingerprint, rule.suggestion))
    return found


def _reasons(outcome: Outcome, item: Item) -> tuple[Reason, ...]:
    if outcome.code is None:
        return ()
    said = (Said(outcome.code, outcome.values), *outcome.more)
    return tuple(Reason(each.code, _sentence(item, each.code, each.values)) for each in said)


def _sentence(item: Item, code: str, values: tuple[tuple[str, str], ...] = ()) -> Text:
    # A ruleset may lack a sentence for what its checks can find: that is no reason to leave a report unchecked.
    sentence = item.reasons.get(code) or say("reason-untold", code=code)
    filled = _Filled(values)
    return Text(sentence.zh.format_map(filled), sentence.en.format_map(filled)) if values else sentence


class _Filled(dict[str, str]):
    """What fills a sentence; a name that the check does not know stands as it is written."""

    def __missing__(self, name: str) -> str:
        return f"{{{name}}}"


def _told(outcome: Outcome) -> str | None:
    """The code of the deciding reason with what it says of this report: another wrong sum is another shortfall."""
    return outcome.code + str(outcome.values) if outcome.code and outcome.values else outcome.code


def _points(status: Status, ruleset: Ruleset) -> int:
    return {"present": ruleset.scoring.present, "weak": ruleset.scoring.weak, "missing": ruleset.scoring.missing}.get(
        status, 0
    )


def _score(items: tuple[ItemResult, ...], ruleset: Ruleset) -> int:
    """Weighted mean over the required items that could be judged, rounded half up."""
    weights = {item.id: item.weight for item in ruleset.items}
    judged = [i for i in items if i.level == "required" and i.status in ("present", "weak", "missing")]
    total = sum(weights[i.id] for i in judged)
    if not total:
        return 0
    earned = sum(weights[i.id] * i.score for i in judged)
    return int(earned / total + 0.5)


def _verdict(items: tuple[ItemResult, ...]) -> Verdict:
    required = {item.status for item in items if item.level == "required"}
    if "unverifiable" in required:
        return "error"
    return "fail" if "missing" in required else "pass"


def _fingerprint(item_id: str, code: str | None, evidence: tuple[Evidence, ...]) -> str:
    """Stable under edits elsewhere in the file, renaming and renumbering: the item, the reason and the words quoted."""
    quoted = squeeze(evidence[0].text) if evidence else ""
    return sha256(f"{item_id}\0{code or ''}\0{quoted}".encode()).hexdigest()[:16]


_ORDER: tuple[Zone, ...] = ("account", "shortcomings", "plan")


def _belongs(item: Item, outcome: Outcome, reading: Reading, quoter: Quoter) -> str | None:
    """Heading of the section that the item belongs after, by its check where that knows; None for the beginning."""
    if outcome.after is None:
        return _place_for(item, reading, quoter)
    return quoter.heading(outcome.after[-1]) if outcome.after else None


def _place_for(item: Item, reading: Reading, quoter: Quoter) -> str | None:
    """Heading of the existing top section that the item belongs after; None for the beginning of the report."""
    tops = [i for i, section in enumerate(reading.sections) if section.parent is None and quoter.heading(i)]
    if item.place == "beginning" or not tops:
        return None
    if item.place == "end":
        return quoter.heading(tops[-1])
    before = [
        i
        for i in tops
        if min(_ORDER.index(role) for role in reading.roles[i] or ("account",)) <= _ORDER.index(item.place)
    ]
    if item.place == "account" and "context" in item.groups:
        # Among the sections of the account the one that speaks most of the item's own field.
        group = item.groups["context"]
        told = [reading.hits.count(group, reading.sections[i].start, reading.sections[i].end) for i in before]
        if any(told):
            return quoter.heading(before[told.index(max(told))])
    return quoter.heading(before[-1]) if before else None


def _sections(
    reading: Reading, ruleset: Ruleset, items: tuple[ItemResult, ...], quoter: Quoter
) -> tuple[SectionView, ...]:
    """The top sections with the items they serve; out of order where a kind of text stands before its turn."""
    views: list[SectionView] = []
    highest = 0
    # A ruleset with an outline of its own says which sections are out of order, their kinds do not.
    outline = {item.id: place_of(item, reading, ruleset) for item in ruleset.items if item.check in ORDERED}
    for i, section in enumerate(reading.sections):
        heading = quoter.heading(i)
        if section.parent is not None or not heading:
            continue
        start, end = section.start, section.end
        inside = reading.view.source(start, end)
        served = tuple(
            item.id
            for item in items
            if any(e.section and inside.start <= e.span.start < inside.end for e in item.evidence)
            or (item.id in outline and outline[item.id].section == i)
        )
        rank = min((_ORDER.index(role) for role in reading.roles[i]), default=0)
        line, page = quoter.place(start)
        late = any(p.moved and p.section == i for p in outline.values()) if outline else rank < highest
        views.append(SectionView(heading, served, late, line, page))
        highest = max(highest, rank)
    return tuple(views)
