"""A whole audit as bytes, one format a file. Reports are asked for one by one: a batch may be larger than memory."""

from collections.abc import Callable, Iterator, Mapping
from typing import Final, NamedTuple

from checker.audit.copied import Copies
from checker.audit.rows import Audit
from checker.audit.summary import Overview
from checker.render import RenderContext
from checker.results import ReportResult


class Batch(NamedTuple):
    """An audit, ready to be shown."""

    audit: Audit
    overview: Overview
    duplicates: tuple[tuple[str, str], ...]
    """(path, path of the first with the same content)."""
    unfinished: int
    """Inputs that have no result yet."""
    top: int
    """Lines of the ranking on the screen."""
    report: Callable[[int], ReportResult]
    """The whole result at a position, with the verdict that the user's demands give it."""
    text: Callable[[int], str | None]
    """The text of the report at a position, in which its evidence stands; None where it is no longer to be had."""
    copies: Copies | None = None
    """What the reports share; None where they were not compared."""

    def in_order(self) -> Iterator[ReportResult]:
        """All results, in the order of the inputs."""
        return map(self.report, sorted(one.position for one in self.overview.ranking))


class BatchFormat(NamedTuple):
    """A format that `-f` of an audit names."""

    name: str
    suffix: str
    render: Callable[[Batch, RenderContext], Iterator[bytes]]
    screen: bool = False
    """Meant for the screen: laid out for a width, and written in the screen's encoding."""
    file_only: bool = False
    """Nothing that a terminal could show."""


def _rich(batch: Batch, context: RenderContext) -> Iterator[bytes]:
    from checker.render.batch_screen import overview
    from checker.render.paint import paint

    yield paint(overview(batch, context.width, context.lang, context.detail), color=context.color)


def _plain(batch: Batch, context: RenderContext) -> Iterator[bytes]:
    return _rich(batch, context._replace(color=False))


def _json(batch: Batch, context: RenderContext) -> Iterator[bytes]:
    from checker.render.batch_json import one_object

    return one_object(batch, context.lang)


def _jsonl(batch: Batch, context: RenderContext) -> Iterator[bytes]:
    from checker.render.batch_json import lines

    return lines(batch, context.lang)


def _csv(batch: Batch, context: RenderContext) -> Iterator[bytes]:
    from checker.render.batch_csv import table

    return table(batch, context.lang)


def _markdown(batch: Batch, context: RenderContext) -> Iterator[bytes]:
    from checker.render.batch_markdown import document

    return document(batch, context.lang)


def _xlsx(batch: Batch, context: RenderContext) -> Iterator[bytes]:
    from checker.render.batch_xlsx import workbook

    return workbook(batch, context.lang)


def _html(batch: Batch, context: RenderContext) -> Iterator[bytes]:
    from checker.render.batch_html import page

    return page(batch, context.lang)


FORMATS: Final[Mapping[str, BatchFormat]] = {
    format_.name: format_
    for format_ in (
        BatchFormat("rich", ".txt", _rich, screen=True),
        BatchFormat("plain", ".txt", _plain, screen=True),
        BatchFormat("json", ".json", _json),
        BatchFormat("jsonl", ".jsonl", _jsonl),
        BatchFormat("csv", ".csv", _csv),
        BatchFormat("markdown", ".md", _markdown),
        BatchFormat("xlsx", ".xlsx", _xlsx, file_only=True),
        BatchFormat("html", ".html", _html, file_only=True),
    )
}
