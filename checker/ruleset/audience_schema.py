"""The part of the ruleset language about whom a rule is for: organs by kind and line of work, and years."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from checker.ruleset.schema_parts import Bilingual, Code, LocalPhrases, Phrases, RulesetId, Strict, Year


class Years(Strict):
    """Years reported on, both included."""

    first: Year | None = Field(default=None, alias="from")
    last: Year | None = Field(default=None, alias="to")


class Audience(Strict):
    """Reports by their organ and year. A part that is left out is met by all."""

    organ_type: list[Literal["government", "department", "town"]] = Field(default=[], description="机关类型")
    sector: list[Code] = Field(default=[], description="organ.sectors 中的代号")
    year: Years = Field(default=Years(), description="报告所写的年度")


class Applies(Audience):
    """The reports that a rule is for."""

    enforcement_power: bool | None = Field(
        default=None, description="true：有行政执法权的机关；false：报告说明没有行政执法权的机关"
    )


class SectorWords(Strict):
    """A line of work, and the words in the names of the organs in charge of it."""

    title: Bilingual
    names: LocalPhrases


class Organ(Strict):
    """How it is told what kind of organ reports."""

    sectors: dict[Code, SectorWords] = {}
    no_power: Phrases = Field(default=[], description="声明本机关没有行政执法权的说法")


class Chosen(Strict):
    """A ruleset that `-r auto` takes for some reports."""

    ruleset: RulesetId
    audience: Audience = Field(alias="for")
