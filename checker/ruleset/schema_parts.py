"""Building blocks of the ruleset language: sentences, phrase lists, ids."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Sentence = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Phrase = Annotated[str, StringConstraints(min_length=1)]
Phrases = list[Phrase]
LocalPhrases = Annotated[Phrases, "local"]
"""Common words that are looked for only in the few places where they matter, not in the whole report."""
Grouped = Annotated[Phrases, "group"]
"""Phrases in a row of data that are looked for as others are; a plain list in a row is only words for the check."""
LocalGrouped = Annotated[Phrases, "group", "local"]
Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]
RulesetId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]*(/[a-z0-9-]+)*$")]
Code = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z-]*$")]
ExampleZone = Literal["account", "plan", "shortcomings", "whole"]
"""The heading role that an example is read under; `whole` is the text as it stands."""
Percent = Annotated[int, Field(ge=0, le=100)]


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class Bilingual(Strict):
    """A sentence in Chinese and English."""

    zh: Sentence
    en: Sentence
