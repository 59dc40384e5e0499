"""The reports of a project, each held to what the project asks of it, with what is accepted marked."""

import os
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple, cast

from checker.audit.discovery import STDIN, Source, discover
from checker.audit.gate import FailOn, judge
from checker.audit.run import Options
from checker.audit.side_by_side import Group, run_groups
from checker.messages import say
from checker.project import suppressions
from checker.project.config import TOP, Config, Demands
from checker.project.patterns import matches, way
from checker.project.suppressions import COMMENTED, Suppression
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
    exclude = config.listed("exclude")
    sources = tuple(
        source for source in discover(paths) if not (exclude and matches(way(source.path, config.base), exclude))
    )
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
    reports, warnings = _answered(sources, _run(sources, demands, rulesets, asked), asked)
    lowest: Mapping[int, int] = {}
    if asked.baseline is not None:
        from checker.project import baseline as baselines

        base = asked.baseline.parent
        entries = baselines.pair(reports, baselines.read(asked.baseline), base)
        reports = [baselines.accept(r, entries[at]) if at in entries else r for at, r in enumerate(reports)]
        lowest = {at: entry.score for at, entry in entries.items()}
    judged = tuple(
        _judge(report, wanted, lowest.get(at)) for at, (report, wanted) in enumerate(zip(reports, demands, strict=True))
    )
    return Checked(judged, ruleset, asked.baseline is not None, tuple(warnings))


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
        options = Options(year, cast("OrganType | None", organ_type), asked.stdin, asked.stdin_name)
        groups.append(Group(tuple(sources[at] for at in members), rulesets[name or ""], name or "", options))
    found: dict[int, ReportResult] = {}
    for group, members, results in zip(groups, places.values(), run_groups(groups, asked.jobs), strict=True):
        own = None if group.name == usual else group.ruleset.info
        found |= {at: result._replace(ruleset=own) for at, result in zip(members, results, strict=True)}
    return [found[at] for at in range(len(sources))]


def _judge(report: ReportResult, demands: Demands, known_score: int | None) -> ReportResult:
    wanted = demands.min_score
    if wanted is not None and known_score is not None:
        # A low score that the baseline knows may stay, and must not sink.
        wanted = min(wanted, known_score)
    return judge((report,), cast("FailOn", demands.fail_on), wanted)[0]


def _answered(
    sources: Sequence[Source], reports: Sequence[ReportResult], asked: Asked
) -> tuple[list[ReportResult], list[Text]]:
    """`reports` with what is suppressed marked, and a warning for each entry of the configuration without effect."""
    config = asked.config
    out: list[ReportResult] = []
    met: dict[Suppression, bool] = {}
    shared = [
        (entry.paths, Suppression(entry.items, entry.reason, entry.until, "config", Text("", "")))
        for entry in config.ignore
    ]
    for source, report in zip(sources, reports, strict=True):
        general = [suppression for paths, suppression in shared if matches(_way(source, asked), paths)]
        read = suppressions.in_comments(_bytes(source, asked), report.media_type) if _looks(report) else None
        own = read.suppressions if read else ()
        if not (general or read) or not report.items:
            out.append(report)
            continue
        today = _today(asked, (*own, *general))
        applied = suppressions.apply(report, (*own, *general), today)
        for suppression in general:
            met[suppression] = met.get(suppression, False) or suppression in applied.used
        said = (*(read.faults if read else ()), *suppressions.notices(own, applied, today))
        out.append(applied.report._replace(notices=(*applied.report.notices, *said)))
    return out, [_idle(suppression, config, asked) for suppression, used in met.items() if not used]


def _looks(report: ReportResult) -> bool:
    return bool(report.items) and report.media_type in COMMENTED


def _bytes(source: Source, asked: Asked) -> bytes:
    if source.path == STDIN:
        return asked.stdin
    try:
        return Path(source.path).read_bytes()
    except OSError:  # gone since it was checked
        return b""


def _today(asked: Asked, found: Sequence[Suppression]) -> date:
    from datetime import date, datetime

    if asked.today is not None:
        return asked.today
    # The day matters only where something ends.
    return datetime.now().astimezone().date() if any(suppression.until for suppression in found) else date.min


def _idle(suppression: Suppression, config: Config, asked: Asked) -> Text:
    items = ", ".join(suppression.items)
    if suppression.until is not None and suppression.until < _today(asked, (suppression,)):
        return say("config-expired", path=config.file, items=items, until=suppression.until.isoformat())
    return say("config-unused", path=config.file, items=items)
