"""Building blocks of the ruleset language: sentences, phrase lists, ids."""

from __future__ import annotations

from typing import Annotated, Final, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Sentence = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Phrase = Annotated[str, StringConstraints(min_length=1)]
Phrases = list[Phrase]
LocalPhrases = Annotated[Phrases, "local"]
"""Common words that are looked for only in the few places where they matter, not in the whole report."""
WHETHER: Final = "whether"
"""Mark of a list of which this alone matters: whether any of its phrases stands in a place."""
BEGINS: Final = "begins"
"""Mark of a list of which this alone matters: whether any of its phrases begins at a place."""
AnyPhrases = Annotated[Phrases, WHETHER]
LocalAny = Annotated[LocalPhrases, WHETHER]
Units = Annotated[LocalPhrases, BEGINS]
Grouped = Annotated[Phrases, "group"]
"""Phrases in a row of data that are looked for as others are; a plain list in a row is only words for the check."""
LocalGrouped = Annotated[Phrases, "group", "local"]
AnyGrouped = Annotated[Grouped, WHETHER]
ID: Final = r"^[a-z][a-z0-9_]*$"
RULESET_ID: Final = r"^[a-z][a-z0-9-]*(/[a-z0-9-]+)*$"
CODE: Final = r"^[a-z][a-z-]*$"
Id = Annotated[str, StringConstraints(pattern=ID)]
RulesetId = Annotated[str, StringConstraints(pattern=RULESET_ID)]
Code = Annotated[str, StringConstraints(pattern=CODE)]
DAY: Final = r"^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$"
Day = Annotated[str, StringConstraints(pattern=DAY)]
VERSION: Final = r"^\d{4}(\.\d+)*$"
SectorId = Annotated[str, StringConstraints(pattern=CODE)]
ExampleZone = Literal["account", "plan", "shortcomings", "whole"]
"""The heading role that an example is read under; `whole` is the text as it stands."""
Percent = Annotated[int, Field(ge=0, le=100)]


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class Bilingual(Strict):
    """A sentence in Chinese and English."""

    zh: Sentence
    en: Sentence


class Years(Strict):
    """Years reported on, from the first to the last, both included; open where one is not given."""

    from_: int | None = Field(default=None, alias="from", ge=1949, le=2199, description="起始年度（含）")
    to: int | None = Field(default=None, ge=1949, le=2199, description="截止年度（含）")


class Applies(Strict):
    """Which reports something applies to: all conditions must be met; what a report does not tell counts as met."""

    organ_type: list[Literal["government", "department", "town"]] = Field(
        default=[], description="机关类别：政府、部门、乡镇街道"
    )
    sector: list[SectorId] = Field(default=[], description="行业，见 sectors")
    year: Years | None = Field(default=None, description="报告年度")
    enforcement_power: bool | None = Field(default=None, description="是否有行政执法权，见 page 的 no_power")


class Sector(Strict):
    """A field of government, known by words in the names of its organs."""

    title: Bilingual
    words: list[Phrase] = Field(min_length=1, description="机关名称中的用字")


class Regions(Strict):
    """How the place is recognised that the name of an organ begins with."""

    endings: list[Phrase] = Field(default=[], description="县级以上地名的结尾用字：省、市、县、区")
    not_places: list[Phrase] = Field(default=[], description="含有这些字而不是地名的用语：市场、社区")
    towns: list[Phrase] = Field(default=[], description="乡镇街道的地名结尾用字，没有写明所属县区时使用")
    superiors: list[Phrase] = Field(default=[], description="写在地名之前的上级机关名称：国家税务总局")
