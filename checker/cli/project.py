"""What the commands on a project's reports share: settings of the command line over those of the configuration."""

import os
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from checker.audit.discovery import STDIN, Source
from checker.cli import language
from checker.cli.output import Target, targets
from checker.errors import UsageError
from checker.messages import say
from checker.project.config import Config, Demands, find, load, start
from checker.project.run import Asked, Checked, check, configured_paths, inputs
from checker.render import FORMATS
from checker.results import Run


class Wanted(NamedTuple):
    """What to check and how, and the language to say it in."""

    asked: Asked
    lang: language.Language


def wanted(
    paths: Sequence[str] | None,
    config_file: str | None,
    demands: Demands,
    *,
    baseline: str | None,
    lang: str,
    today: date | None,
) -> Wanted:
    """The command line over the nearest configuration."""
    config = configuration(paths or (), config_file)
    if lang == "auto":
        lang = config.values.get("lang", "auto")
    asked = Asked(
        paths=tuple(paths or configured_paths(config)),
        config=config,
        demands=demands,
        baseline=baseline_file(baseline, config),
        today=today,
    )
    return Wanted(asked, language.resolve(lang, os.environ))


def configuration(paths: Sequence[str], config_file: str | None) -> Config:
    """The configuration that is named, else the one nearest to `paths`."""
    return load(Path(config_file)) if config_file is not None else find(start(paths))


def baseline_file(given: str | None, config: Config) -> Path | None:
    """The baseline that is named on the command line, else in the configuration."""
    if given is not None:
        return Path(given)
    configured = config.values.get("baseline")
    return None if configured is None else Path(os.path.relpath(config.base / configured))


def outputs(formats: Sequence[str] | None, config: Config) -> tuple[Target[Run], ...]:
    """The formats of the command line, else those of the configuration, whose files lie beside it."""
    if formats:
        return targets(formats, FORMATS)
    configured = []
    for value in config.listed("format"):
        name, equals, file = value.partition("=")
        configured.append(f"{name}={os.path.relpath(config.base / file)}" if equals and file else value)
    return targets(configured, FORMATS)


def sources(wanted: Wanted, command: str, changed_since: str | None = None) -> tuple[Source, ...]:
    """The inputs, of which there must be some: on the command line or in the configuration."""
    asked = wanted.asked
    if not asked.paths:
        raise UsageError("usage-missing", name="PATH...", command=command)
    return inputs(asked.paths, asked.config, changed_since)


def checked(found: Sequence[Source], wanted: Wanted, stdin_name: str = STDIN, jobs: int | None = None) -> Checked:
    """The results of the inputs; what the configuration has too much is said on standard error."""
    asks_stdin = any(source.path == STDIN for source in found)
    stdin = sys.stdin.buffer.read() if asks_stdin else b""
    result = check(found, wanted.asked._replace(stdin=stdin, stdin_name=stdin_name, jobs=jobs))
    for warning in result.warnings:
        note(warning.pick(wanted.lang), wanted.lang)
    return result


def note(message: str, lang: str) -> None:
    """A sentence on standard error that is no complaint."""
    print(say("warning-prefix", message=message).pick(lang), file=sys.stderr)  # noqa: T201 -- the command line speaks
