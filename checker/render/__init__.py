"""Results as bytes, one format a file. Pure functions: printing, environment and files are the command line's."""

from collections.abc import Callable, Mapping
from typing import Final, Generic, Literal, NamedTuple, TypeVar

from checker.results import Run

_T = TypeVar("_T")

Detail = Literal["quiet", "normal", "full"]


class RenderContext(NamedTuple):
    """What the formats for the screen depend on beside the results. The others look at `lang` only."""

    lang: str = "zh"
    width: int = 80
    color: bool = False
    detail: Detail = "normal"


class Format(NamedTuple, Generic[_T]):
    """A format that `-f` names, for results of one kind."""

    name: str
    suffix: str
    summary: str
    """Key of its description in the catalogue."""
    render: Callable[[_T, RenderContext], bytes]
    screen: bool = False
    """Meant for the screen: laid out for a width, and written in the screen's encoding."""


def _rich(run: Run, context: RenderContext) -> bytes:
    from checker.render.diff import diff
    from checker.render.paint import paint

    return paint(diff(run, context.width, context.lang, context.detail), color=context.color)


def _plain(run: Run, context: RenderContext) -> bytes:
    return _rich(run, context._replace(color=False))


def _json(run: Run, context: RenderContext) -> bytes:
    from checker.render.json_report import json_report

    return json_report(run, context.lang)


def _markdown(run: Run, context: RenderContext) -> bytes:
    from checker.render.markdown import markdown

    return markdown(run, context.lang)


def _sarif(run: Run, context: RenderContext) -> bytes:
    from checker.render.sarif import sarif

    return sarif(run, context.lang)


def _junit(run: Run, context: RenderContext) -> bytes:
    from checker.render.junit import junit

    return junit(run, context.lang)


def _github(run: Run, context: RenderContext) -> bytes:
    from checker.render.github import workflow_commands

    return workflow_commands(run, context.lang)


def _github_summary(run: Run, context: RenderContext) -> bytes:
    from checker.render.github import step_summary

    return step_summary(run, context.lang)


def _gitlab(run: Run, context: RenderContext) -> bytes:
    from checker.render.gitlab import gitlab

    return gitlab(run, context.lang)


def _checkstyle(run: Run, context: RenderContext) -> bytes:
    from checker.render.checkstyle import checkstyle

    return checkstyle(run, context.lang)


FORMATS: Final[Mapping[str, Format[Run]]] = {
    format_.name: format_
    for format_ in (
        Format("rich", ".txt", "format-rich", _rich, screen=True),
        Format("plain", ".txt", "format-plain", _plain, screen=True),
        Format("json", ".json", "format-json", _json),
        Format("markdown", ".md", "format-markdown", _markdown),
        Format("sarif", ".sarif", "format-sarif", _sarif),
        Format("junit", ".xml", "format-junit", _junit),
        Format("github", ".txt", "format-github", _github),
        Format("github-summary", ".md", "format-github-summary", _github_summary),
        Format("gitlab", ".json", "format-gitlab", _gitlab),
        Format("checkstyle", ".xml", "format-checkstyle", _checkstyle),
    )
}
