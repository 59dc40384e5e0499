"""The part of the ruleset language about reports with a fixed form: sections in order, tables, sums."""

from __future__ import annotations

from typing import Self

from pydantic import Field, model_validator

from checker.ruleset.schema_parts import (
    AnyPhrases,
    Bilingual,
    Grouped,
    Id,
    LocalAny,
    LocalGrouped,
    Phrases,
    Sentence,
    Strict,
)


class Headed(Strict):
    """How a section of a fixed outline is found. Its place in the outline is that of its item in the ruleset."""

    headings: Phrases = Field(min_length=1, description="本节标题中的用语")
    not_headings: AnyPhrases = Field(default=[], description="含有这些用语的标题不算")
    former_headings: AnyPhrases = Field(default=[], description="已经停用的格式中，本节的标题用语")


class Topic(Strict):
    """Something that a section has to tell of."""

    name: Bilingual
    said: Grouped = Field(min_length=1, description="任何一个用语都算写到")


class OrderedSection(Headed):
    """Options of `ordered-section`: a section at its place in the outline, with words of its own."""

    placeholders: LocalAny = Field(default=[], description="占位用语，不算内容")
    topics: list[Topic] = Field(default=[], description="本节应当写到的各个方面")


class Column(Strict):
    """A column of numbers, from left to right."""

    name: Sentence = Field(description="在提示中的称呼，全表不重复")
    said: LocalGrouped = Field(min_length=1, description="表头中的用语")


class Row(Strict):
    """A row of numbers, from top to bottom."""

    name: Sentence = Field(description="在提示中的称呼，全表不重复")
    said: LocalGrouped = Field(default=[], description="行首的用语；没有行首的不写")
    columns: list[Sentence] = Field(default=[], description="本行有数字的各列；不写就是全部各列")
    unlabelled: bool = Field(default=False, description="没有行首，只有数字")

    @model_validator(mode="after")
    def _told_by_its_label(self) -> Self:
        if bool(self.said) == self.unlabelled:
            raise ValueError("ruleset-wants-label")  # key of the sentence for its author
        return self


class Table(Headed):
    """Options of `table`: a table with these rows and columns in its section."""

    columns: list[Column] = Field(min_length=1)
    rows: list[Row] = Field(min_length=1)
    former_words: AnyPhrases = Field(default=[], description="只在已经停用的表格中出现的用语")


class Equation(Strict):
    """Cells whose sum is the sum of others: of columns in each row (`across`), or of rows in each column (`down`)."""

    across: list[Sentence] = Field(default=[], description="相加的各列")
    down: list[Sentence] = Field(default=[], description="相加的各行")
    equals: list[Sentence] = Field(min_length=1, description="与之相等的列或者行，多个则相加")

    @model_validator(mode="after")
    def _one_direction(self) -> Self:
        if bool(self.across) == bool(self.down):
            raise ValueError("ruleset-wants-direction")
        return self


class Arithmetic(Strict):
    """Options of `arithmetic`: the numbers of a table add up."""

    table: Id = Field(description="所核对的表格：check 为 table 的条目")
    equations: list[Equation] = Field(min_length=1)
