"""Results as bytes, one format a file. Pure functions: printing, environment and files are the command line's."""

from collections.abc import Callable, Mapping
from typing import Final, Literal, NamedTuple

from checker.results import Run

Detail = Literal["quiet", "normal", "full"]


class RenderContext(NamedTuple):
    """What the formats for the screen depend on beside the results. The others look at `lang` only."""

    lang: str = "zh"
    width: int = 80
    color: bool = False
    detail: Detail = "normal"


class Format(NamedTuple):
    """A format that `-f` names."""

    name: str
    suffix: str
    summary: str
    """Key of its description in the catalogue."""
    render: Callable[[Run, RenderContext], bytes]
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


FORMATS: Final[Mapping[str, Format]] = {
    format_.name: format_
    for format_ in (
        Format("rich", ".txt", "format-rich", _rich, screen=True),
        Format("plain", ".txt", "format-plain", _plain, screen=True),
        Format("json", ".json", "format-json", _json),
        Format("markdown", ".md", "format-markdown", _markdown),
    )
}
