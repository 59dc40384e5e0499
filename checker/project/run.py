"""The reports of a project, each held to what the project asks of it, with what is accepted marked."""

import os
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple, cast

from checker.audit.discovery import STDIN, Source, discover
from checker.audit.gate import FailOn, judge
from checker.audit.run import Options
from checker.audit.side_by_side import Group, run_groups
from checker.project.acceptance import Acceptances
from checker.project.config import TOP, Config, Demands
from checker.project.patterns import matches, way
from checker.results import ReportResult, RulesetInfo
from checker.ruleset import load
from checker.ruleset.model import OrganType, Ruleset
from checker.text import Text

DEFAULTS = Demands(ruleset="law-based-government", fail_on="missing")


class Asked(NamedTuple):
    """What the command line says; it overrides the configuration."""

    paths: Sequence[str]
    config: Config
    demands: Demands = Demands()
    baseline: Path | None = None
    changed_since: str | None = None
    stdin: bytes = b""
    stdin_name: str = STDIN
    jobs: int | None = None
    """Processes to use; None for as many as are worth their start."""
    today: date | None = None
    """None for the day it is."""


class Checked(NamedTuple):
    """The reports in the order of the inputs, and what is to be said beside them."""

    reports: tuple[ReportResult, ...]
    ruleset: RulesetInfo
    compared: bool
    warnings: tuple[Text, ...]


def inputs(paths: Sequence[str], config: Config, changed_since: str | None) -> tuple[Source, ...]:
    """The inputs that `paths` name, without what the configuration excludes and what has not changed."""
    sources = not_excluded(discover(paths), config)
    if changed_since is None:
        return sources
    from checker.project.changes import since
    from checker.project.config import start

    changes = since(changed_since, start(paths))
    real = [os.path.realpath(source.path) for source in sources]
    return tuple(
        source
        for source, path in zip(sources, real, strict=True)
        # What is not there is complained of, unless git knows where it went.
        if path in changes.present or (path not in changes.gone and not Path(path).exists())
    )


def not_excluded(sources: Iterable[Source], config: Config) -> tuple[Source, ...]:
    """`sources` without what the configuration excludes."""
    exclude = config.listed("exclude")
    return tuple(source for source in sources if not (exclude and matches(way(source.path, config.base), exclude)))


def settings(config: Config, way_there: str | None) -> list[tuple[str, object, str | None]]:
    """(key, value, table) of every setting in force for the report at `way_there`, or for all where it is None.

    The table is that of the file which says it: "" for the top, None where nothing says it and the default holds.
    """
    found: dict[str, tuple[object, str | None]] = {
        key.replace("_", "-"): (value, None) for key, value in DEFAULTS._asdict().items() if value is not None
    }
    found |= {"lang": ("auto", None)}
    found |= {key: (value, "") for key, value in config.values.items()}
    tables: list[tuple[str, object, str | None]] = []
    for number, entry in enumerate(config.per_path, start=1):
        said = {key.replace("_", "-"): value for key, value in entry.demands._asdict().items() if value is not None}
        if way_there is None:
            tables.append(("per-path", {"paths": entry.paths, **said}, ""))
        elif matches(way_there, entry.paths):
            found |= {key: (value, f"[[per-path]] {number}") for key, value in said.items()}
    for ignore in config.ignore:
        if way_there is None or matches(way_there, ignore.paths):
            told = {key: value for key, value in ignore._asdict().items() if value is not None}
            tables.append(("ignore", told, ""))
    return [*((key, *found[key]) for key in TOP if key in found), *tables]


def configured_paths(config: Config) -> list[str]:
    """The paths that the configuration names, as seen from the current folder."""
    return [os.path.relpath(config.base / path) for path in config.listed("paths")]


def check(sources: Sequence[Source], asked: Asked) -> Checked:
    """The result of each source."""
    config = asked.config
    demands = [asked.demands.over(config.demands_on(_way(source, asked))).over(DEFAULTS) for source in sources]
    main = asked.demands.over(config.demands).over(DEFAULTS)
    rulesets = {name: load(name) for name in dict.fromkeys(d.ruleset or "" for d in (main, *demands))}
    ruleset = rulesets[main.ruleset or ""].info
    accepted = Acceptances(config, asked.today)
    found = _run(sources, demands, rulesets, asked)
    reports = [accepted.mark(report, _way(source, asked)) for source, report in zip(sources, found, strict=True)]
    lowest: Mapping[int, int] = {}
    if asked.baseline is not None:
        from checker.project import baseline as baselines

        base = asked.baseline.parent
        entries = baselines.pair(reports, baselines.read(asked.baseline), base)
        reports = [baselines.accept(r, entries[at]) if at in entries else r for at, r in enumerate(reports)]
        lowest = {at: entry.score for at, entry in entries.items()}
    judged = tuple(
        held_to(report, wanted, lowest.get(at))
        for at, (report, wanted) in enumerate(zip(reports, demands, strict=True))
    )
    return Checked(judged, ruleset, asked.baseline is not None, tuple(accepted.idle()))


def _way(source: Source, asked: Asked) -> str:
    return way(asked.stdin_name if source.path == STDIN else source.path, asked.config.base)


def _run(
    sources: Sequence[Source], demands: Sequence[Demands], rulesets: Mapping[str, Ruleset], asked: Asked
) -> list[ReportResult]:
    """The results as the engine gives them. Reports of one kind are checked together.

    The first of `rulesets` is that of the run; reports under another say so.
    """
    usual = next(iter(rulesets))
    places: dict[tuple[str | None, int | None, str | None], list[int]] = {}
    for at, wanted in enumerate(demands):
        places.setdefault((wanted.ruleset, wanted.year, wanted.organ_type), []).append(at)
    groups: list[Group] = []
    for (name, year, organ_type), members in places.items():
        options = Options(year, cast("OrganType | None", organ_type), asked.stdin, asked.stdin_name, asked.today)
        groups.append(Group(tuple(sources[at] for at in members), rulesets[name or ""], name or "", options))
    found: dict[int, ReportResult] = {}
    for group, members, results in zip(groups, places.values(), run_groups(groups, asked.jobs), strict=True):
        own = None if group.name == usual else group.ruleset.info
        # One that was chosen for the report itself is told already.
        told = (result._replace(ruleset=result.ruleset or own) for result in results)
        found |= dict(zip(members, told, strict=True))
    return [found[at] for at in range(len(sources))]


def held_to(report: ReportResult, demands: Demands, known_score: int | None) -> ReportResult:
    """`report` with the verdict that `demands` give it, and a score that the baseline knows."""
    return judge((report,), cast("FailOn", demands.fail_on), lowest_score(demands, known_score))[0]


def lowest_score(demands: Demands, known_score: int | None) -> int | None:
    """The score that a report must have: a low one that the baseline knows may stay, and must not sink."""
    if demands.min_score is None or known_score is None:
        return demands.min_score
    return min(demands.min_score, known_score)
