"""Small phrases that several formats of an audit share."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from checker.audit.summary import Group, ItemCount, Overview
from checker.render.wording import Words, ruleset_name
from checker.ruleset import AUTO

if TYPE_CHECKING:
    from checker.render.batch import Batch
    from checker.results import ReportResult


def counts_sentence(overview: Overview, tell: Words) -> str:
    """How many reports, how they fared, and how much is accepted as it is."""
    verdicts = overview.verdicts
    sentence = tell(
        "audit-counts",
        reports=len(overview.ranking),
        passed=verdicts["pass"],
        failed=verdicts["fail"],
        errors=verdicts["error"],
    )
    return tell("summary-accepted", summary=sentence, count=overview.accepted) if overview.accepted else sentence


def mean_sentence(overview: Overview, tell: Words) -> str:
    """The mean score; empty where nothing could be checked."""
    scores = [one.score for one in overview.ranking if one.verdict != "error"]
    return tell("audit-mean", mean=f"{sum(scores) / len(scores):.1f}") if scores else ""


def choosing(batch: Batch) -> bool:
    """Whether the ruleset was chosen for each report."""
    return batch.audit.ruleset.id == AUTO


def chosen_rulesets(batch: Batch, lang: str, tell: Words) -> list[tuple[str, int]]:
    """Which rulesets were chosen and why, with how many reports for each; empty where the user named the ruleset."""
    if not choosing(batch):
        return []
    names = (ruleset_name(report.ruleset, lang, tell) for report in batch.in_order() if report.ruleset and report.items)
    return sorted(Counter(names).items(), key=lambda found: (-found[1], found[0]))


def chosen_id(report: ReportResult) -> str:
    """The id of the ruleset of a report; empty where there is none."""
    return report.ruleset.id if report.ruleset and report.items else ""


def shortest(overview: Overview) -> list[ItemCount]:
    """The items that reports fall short of, most often first."""
    return sorted((count for count in overview.items if count.short), key=lambda count: -count.short)


def share(count: ItemCount) -> int:
    """Reports, in per cent of those held against it, that fall short of an item."""
    return round(100 * count.short / count.judged) if count.judged else 0


def item_sentence(count: ItemCount, tell: Words) -> str:
    """How many reports fall short of an item."""
    return tell("item-short", missing=count.counts["missing"], weak=count.counts["weak"], share=share(count))


def bin_name(number: int, tell: Words) -> str:
    """The range of scores of a bin of the histogram."""
    low = number * 10
    return tell("scores-range", low=low, high=100 if low == 90 else low + 9)


def group_name(group: Group, lang: str, tell: Words) -> str:
    """The name of a group; one for the reports that have none."""
    return group.name.pick(lang) or tell("group-none")
