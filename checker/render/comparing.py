"""Two years side by side as bytes, one format a file, and the table of these formats."""

from collections.abc import Mapping
from typing import Final, NamedTuple

from checker.audit.comparison import Years
from checker.render import Format, RenderContext
from checker.results import RulesetInfo


class Compared(NamedTuple):
    """A comparison, ready to be shown."""

    years: Years
    tool: str
    ruleset: RulesetInfo
    single: bool
    """Whether two reports were named, not two batches."""


def _rich(compared: Compared, context: RenderContext) -> bytes:
    from checker.render.comparison import screen
    from checker.render.paint import paint

    full = context.detail == "full"
    lines = screen(compared.years, context.width, context.lang, single=compared.single, full=full)
    return paint(lines, color=context.color)


def _plain(compared: Compared, context: RenderContext) -> bytes:
    return _rich(compared, context._replace(color=False))


def _json(compared: Compared, context: RenderContext) -> bytes:
    from checker.render.comparison_json import comparison_json

    return comparison_json(compared.years, compared.tool, compared.ruleset, context.lang)


def _markdown(compared: Compared, context: RenderContext) -> bytes:
    from checker.render.comparison_markdown import comparison_markdown

    return comparison_markdown(compared.years, context.lang, single=compared.single)


FORMATS: Final[Mapping[str, Format[Compared]]] = {
    format_.name: format_
    for format_ in (
        Format("rich", ".txt", "format-rich", _rich, screen=True),
        Format("plain", ".txt", "format-plain", _plain, screen=True),
        Format("json", ".json", "format-json", _json),
        Format("markdown", ".md", "format-markdown", _markdown),
    )
}
