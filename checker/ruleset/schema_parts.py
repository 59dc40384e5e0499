"""Building blocks of the ruleset language: sentences, phrase lists, ids."""

from __future__ import annotations

from typing import Annotated, Final

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
DAY: Final = r"^\d{4}-\d\d-\d\d$"
Day = Annotated[str, StringConstraints(pattern=DAY)]
"""A day in ISO form, as text."""
Year = Annotated[int, Field(ge=1949, le=2199)]
Percent = Annotated[int, Field(ge=0, le=100)]


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class Bilingual(Strict):
    """A sentence in Chinese and English."""

    zh: Sentence
    en: Sentence
