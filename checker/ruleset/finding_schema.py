"""The part of the ruleset language about findings: what a report says against itself, beside its items."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from checker.ruleset.schema_parts import Bilingual, Code, Phrases, Sentence, Strict


class FiguresOptions(Strict):
    """Options of `figures-agree`: figures of the report that must fit each other."""


class ContradictionsOptions(Strict):
    """Options of `contradictions`: statements that cannot both be true."""


class DatesOptions(Strict):
    """Options of `dates-agree`: years and dates that must fit each other and the deadlines."""


class CitationsOptions(Strict):
    """Options of `citations`: laws cited as in force though repealed or renamed, and wrong titles."""


class AnswersOptions(Strict):
    """Options of `answers`: shortcomings that no measure of the plan answers."""


class RepeatsOptions(Strict):
    """Options of `repeats`: passages that stand twice in the report, and formulas that stand alone."""


class WordingPair(Strict):
    """A wrong expression and the right one; `unless` are longer expressions in which the wrong one is right."""

    wrong: Sentence
    right: Sentence
    unless: Phrases = []


class WordingOptions(Strict):
    """Options of `wording`: expressions that are wrong in official documents."""

    pairs: list[WordingPair]


class PlaceholdersOptions(Strict):
    """Options of `placeholders`: blanks and review marks left in the text."""

    marks: Phrases


class PrivacyOptions(Strict):
    """Options of `privacy`: personal numbers in a text to be published."""


class _Finding(Strict):
    id: Code
    severity: Literal["error", "warning", "info"]
    title: Bilingual
    messages: dict[Code, Bilingual] = Field(description="每种情形的说明，{名} 由程序填写")
    suggestion: Bilingual | None = None


class FiguresFinding(_Finding):
    check: Literal["figures-agree"]
    options: FiguresOptions


class ContradictionsFinding(_Finding):
    check: Literal["contradictions"]
    options: ContradictionsOptions


class DatesFinding(_Finding):
    check: Literal["dates-agree"]
    options: DatesOptions


class CitationsFinding(_Finding):
    check: Literal["citations"]
    options: CitationsOptions


class AnswersFinding(_Finding):
    check: Literal["answers"]
    options: AnswersOptions


class RepeatsFinding(_Finding):
    check: Literal["repeats"]
    options: RepeatsOptions


class WordingFinding(_Finding):
    check: Literal["wording"]
    options: WordingOptions


class PlaceholdersFinding(_Finding):
    check: Literal["placeholders"]
    options: PlaceholdersOptions


class PrivacyFinding(_Finding):
    check: Literal["privacy"]
    options: PrivacyOptions


AnyFinding = Annotated[
    FiguresFinding
    | ContradictionsFinding
    | DatesFinding
    | CitationsFinding
    | AnswersFinding
    | RepeatsFinding
    | WordingFinding
    | PlaceholdersFinding
    | PrivacyFinding,
    Field(discriminator="check"),
]
