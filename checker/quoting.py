"""Turns places in the normalised text of a report into quotations of its source: line, page, sections around them."""

from __future__ import annotations

from bisect import bisect_right

from checker.checks.outcome import Proof
from checker.results import Evidence
from checker.structure import Reading
from checker.text import LineIndex, Span

_LONGEST_QUOTE = 400


class Quoter:
    """Turns places in the normalised text into quotations of the source."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._lines = LineIndex(reading.document.text)
        self._starts = [span.start for span in reading.view.blocks]
        self._openings = [section.start for section in reading.sections]
        self._headings: dict[int, str] = {}
        self._paths: dict[int, tuple[str, ...]] = {}
        self._outside = reading.facts.title_blocks | reading.facts.sign_off_blocks | reading.furniture
        """Blocks that no section holds, though the last one ends where the text does."""

    def evidence(self, proof: Proof) -> Evidence:
        """The quotation at `proof`, with its place."""
        text = self._reading.document.text
        start, end = self._reading.view.source(proof.start, min(proof.end, proof.start + _LONGEST_QUOTE))
        line, column = self._lines.position(start)
        end_line, end_column = self._lines.position(end)
        return Evidence(
            text=text[start:end],
            section=self.path(proof.start),
            zone=proof.zone,
            line=line,
            column=column,
            end_line=end_line,
            end_column=end_column,
            span=Span(start, end),
            page=self._page(proof.start),
            similarity=proof.similarity,
        )

    def place(self, position: int) -> tuple[int, int | None]:
        """(line, page) of a position of the normalised text."""
        start = self._reading.view.source(position, position + 1).start
        return self._lines.position(start)[0], self._page(position)

    def _block(self, position: int) -> int:
        return bisect_right(self._starts, position) - 1

    def _page(self, position: int) -> int | None:
        at = self._block(position)
        return self._reading.document.blocks[at].page if at >= 0 else None

    def path(self, position: int) -> tuple[str, ...]:
        """Headings of the sections around a position, outermost first; none for what stands outside the sections."""
        if self._block(position) in self._outside:
            return ()
        sections = self._reading.sections
        at: int | None = bisect_right(self._openings, position) - 1
        while at is not None and at >= 0 and position >= sections[at].end:
            at = sections[at].parent
        return self._path(at) if at is not None and at >= 0 else ()

    def _path(self, index: int) -> tuple[str, ...]:
        """Headings of a section and those around it; an enclosing one ends no sooner."""
        if index not in self._paths:
            parent = self._reading.sections[index].parent
            above = self._path(parent) if parent is not None else ()
            heading = self.heading(index)
            self._paths[index] = (*above, heading) if heading else above
        return self._paths[index]

    def heading(self, index: int) -> str:
        """The heading of a section with its number, as written; empty where a point has none."""
        if index not in self._headings:
            self._headings[index] = self._heading(index)
        return self._headings[index]

    def _heading(self, index: int) -> str:
        section = self._reading.sections[index]
        if section.title.end == section.title.start:
            return ""
        first = min(section.label.start, section.title.start)
        start, end = self._reading.view.source(first, section.title.end)
        written = " ".join(self._reading.document.text[start:end].split())
        shown = self._reading.document.blocks[section.block].label
        own = shown and self._reading.view.blocks[section.block].start == section.start
        if self._reading.document.media_type == "text/markdown":
            # Of a heading that runs into a bold paragraph only half of the marks would be shown.
            written = written.replace("**", "")
        return f"{shown}{written}" if own else written
