"""What the engine makes: evidence, item results, findings, a report's result and a run. Frozen values."""

from typing import Literal, NamedTuple

from checker.text import Span, Text

Status = Literal["present", "weak", "missing", "not_applicable", "unverifiable"]
Zone = Literal["account", "plan", "shortcomings"]
Level = Literal["required", "recommended"]
Verdict = Literal["pass", "fail", "error"]
Severity = Literal["error", "warning", "info"]


class Evidence(NamedTuple):
    """A quotation and where it stands. Lines and columns are 1-based, in characters; ends are exclusive."""

    text: str
    section: tuple[str, ...]
    zone: Zone
    line: int
    column: int
    end_line: int
    end_column: int
    span: Span
    page: int | None
    similarity: int
    """0-100: how closely the words looked for were met (100: to the letter)."""


class Reason(NamedTuple):
    """Why an item has its status: a code of the labelling guide, and a full sentence."""

    code: str
    message: Text


class NearMiss(NamedTuple):
    """A passage that nearly counted for an item, and why it did not (`checker explain ITEM FILE`)."""

    evidence: Evidence
    why: Text


class Expected(NamedTuple):
    """What should stand in the report where an item is weak or missing."""

    heading: Text
    content: Text
    after: str | None
    """Heading of the existing section it belongs after; None for the beginning of the report."""


class Acceptance(NamedTuple):
    """Why a shortfall does not count against its report: it was known before, or somebody answers for it."""

    kind: Literal["baseline", "comment", "config"]
    """A baseline file, a comment in the report itself, or the configuration of the project."""
    reason: str
    """In the words of whoever accepted it; empty for a baseline."""
    until: str | None = None
    """ISO date of the last day on which it is accepted; None where there is no such day."""


class ItemResult(NamedTuple):
    """The verdict on one item of the ruleset."""

    id: str
    title: Text
    level: Level
    status: Status
    score: int
    confidence: float
    reasons: tuple[Reason, ...]
    """The first one decides the status; empty where a present item needs no comment."""
    evidence: tuple[Evidence, ...]
    suggestion: Text | None
    basis: Text | None
    fingerprint: str
    expected: Expected | None = None
    near: tuple[NearMiss, ...] = ()
    accepted: Acceptance | None = None
    fails: bool = False
    """Whether it makes its report fail under the demands of the run."""


class Finding(NamedTuple):
    """Something worth saying about the report beside its items."""

    id: str
    severity: Severity
    message: Text
    evidence: tuple[Evidence, ...]
    fingerprint: str
    suggestion: Text | None = None
    accepted: Acceptance | None = None


class SectionView(NamedTuple):
    """A top section of the report as the diff shows it."""

    heading: str
    items: tuple[str, ...]
    """Ids of the items this section is about; empty for a section no item asks for."""
    out_of_order: bool
    line: int
    page: int | None


class Failure(NamedTuple):
    """Why an input has no verdict."""

    code: str
    message: Text


class RulesetInfo(NamedTuple):
    """The ruleset a run was made with."""

    id: str
    version: str
    digest: str
    title: Text
    why: Text | None = None
    """Why it was chosen for a report; None where the user named it."""


class ReportResult(NamedTuple):
    """Everything the checker says of one input."""

    path: str
    digest: str
    media_type: str
    readability: Literal["ok", "partial", "unreadable"]
    title: str | None
    organ: str | None
    year: int | None
    published: str | None
    """ISO date."""
    verdict: Verdict
    score: int
    items: tuple[ItemResult, ...]
    findings: tuple[Finding, ...]
    sections: tuple[SectionView, ...]
    notices: tuple[Text, ...]
    error: Failure | None
    ruleset: RulesetInfo | None = None
    """Where it is another than that of the run, or was chosen for the report."""


class Run(NamedTuple):
    """The results of one command, in the order of the inputs."""

    tool_version: str
    ruleset: RulesetInfo
    reports: tuple[ReportResult, ...]
    compared: bool = False
    """Whether a baseline was at hand: what it does not hold is new."""
