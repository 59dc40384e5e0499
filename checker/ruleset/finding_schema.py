"""The part of the ruleset language about findings: what a report says against itself, beside its items."""

from __future__ import annotations

from typing import Annotated, ClassVar, Final, Literal

from pydantic import AfterValidator, Field, StringConstraints

from checker.ruleset.schema_parts import (
    AnyGrouped,
    AnyPhrases,
    Applies,
    Bilingual,
    Code,
    Day,
    ExampleZone,
    Grouped,
    LocalAny,
    LocalGrouped,
    LocalPhrases,
    Phrases,
    Sentence,
    Strict,
)
from checker.text import squeeze

Words = Annotated[str, StringConstraints(min_length=1), AfterValidator(squeeze)]
"""Words looked for in the normalised text, kept normalised."""
DAY_OF_YEAR: Final = r"^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$"
DayOfYear = Annotated[str, StringConstraints(pattern=DAY_OF_YEAR)]


class Share(Strict):
    """Two figures of which one is a share of the other, and the name of the rate between them."""

    whole: LocalGrouped = Field(description="总数的用语，在数字之前")
    part: LocalGrouped = Field(description="部分数的用语")
    rates: Grouped = Field(description="比率的名称")
    watched: Grouped = Field(default=[], description="部分数的用语中，没有写比率也要核对的")


class Quantity(Strict):
    """A quantity of which a year has one value."""

    said: Grouped = Field(description="动词连同对象，紧接数字")


class FiguresOptions(Strict):
    """Options of `figures-agree`: figures of the report that must fit each other."""

    units: Sentence = Field(description="量词，用空格分开")
    shares: list[Share]
    part_leads: LocalPhrases = Field(description="可以放在部分数动词之前的用语")
    rate_leads: LocalPhrases = Field(description="分句开头、比率名称之前的用语，有其他用语就不核对")
    rate_links: LocalPhrases = Field(description="比率名称与百分数之间的用语")
    beyond: LocalAny = Field(description="部分数包括总数以外（上年结转等）的用语")
    among: Phrases = Field(description="引出总数之中一部分的用语")
    divided: Phrases = Field(description="引出总数全部各项的用语")
    totals: Phrases = Field(description="列举各项之后引出总数的用语，紧接数字")
    open_lists: LocalAny = Field(description="表示列举未尽的用语")
    overlapping: LocalAny = Field(description="有了这些用语，各部分可以互相重叠")
    overlapping_units: Sentence = Field(description="所数的可以互相重叠的量词，用空格分开")
    rises: LocalPhrases = Field(description="增长用语")
    falls: LocalPhrases = Field(description="下降用语")
    former: Phrases = Field(description="指上一年的用语")
    quantities: list[Quantity]
    whole_year: LocalPhrases = Field(description="表示全年的用语")
    fillers: LocalPhrases = Field(description="动词之前不影响口径的用语")
    scopes: LocalAny = Field(description="限定范围的用语，有了就不与别处的数字比较")


class Contradiction(Strict):
    """A statement that there is none of something, and figures that say there is."""

    none: LocalGrouped = Field(description="否认的用语，紧接在 denied 之前")
    denied: Grouped = Field(description="所否认的事项")
    counted: Grouped = Field(description="同一事项的用语，紧接数字")


class ContradictionsOptions(Strict):
    """Options of `contradictions`: statements that cannot both be true."""

    units: Sentence = Field(description="量词，用空格分开")
    pairs: list[Contradiction]
    partial: LocalAny = Field(description="只就一部分否认的用语")
    others: LocalAny = Field(description="数字属于别人或别的时期的用语")


class YearsOptions(Strict):
    """Options of `years-agree`: the year of the title, of what is reported and of the plan."""

    leads: AnyPhrases = Field(description="引出报告的用语，所在句中的年份即报告年度")
    not_headings: LocalAny = Field(default=[], description="含有这些用语的标题，年份不必是报告年度")
    coming: LocalAny = Field(description="表示下一年度的用语，有了就不看标题中的年份")
    promises: LocalAny = Field(description="计划用语，用来确认以年份开头的句子说的是将来")
    done: LocalAny = Field(description="完成用语，有了就不是将来的期限")
    min_mentions: int = Field(description="正文至少几次写到另一年份，才算报告了另一年")


class DatesOptions(Strict):
    """Options of `dates-agree`: dates of the document that must be in order and within the deadlines."""

    written_labels: Phrases
    published_labels: Phrases
    other_labels: Phrases = Field(default=[], description="其他日期的标签，不当作发布日期")
    cutoffs: Phrases = Field(default=[], description="引出统计截止日期的用语")
    since: int = Field(default=0, description="从哪个报告年度起有时限要求")
    publish_by: DayOfYear = Field(default="12-31", description="报告年度次年的公开时限（月-日）")
    government_publish_by: DayOfYear | None = Field(default=None, description="政府的公开时限，与其他机关不同的才写")
    report_by: DayOfYear = Field(default="12-31", description="报告年度次年的报送时限（月-日）")
    full_from: DayOfYear = Field(default="01-01", description="早于报告年度的这一天，数据就不满全年（月-日）")


class Statute(Strict):
    """A law or document that is no longer, or never was, to be cited by this name."""

    kind: Literal["repealed", "renamed", "lapsed", "wrong-title"]
    title: Words
    """As it stands in book title marks, without the name of the state."""
    aliases: list[Words] = []
    """Names used without book title marks; they count behind a word of citing only."""
    since: Day | None = None
    """The day from which it no longer holds."""
    now: Sentence
    """What holds in its place."""
    certainty: Literal["certain", "uncertain"]


class Revision(Strict):
    """A law in its present version."""

    title: Words
    effective: Day


class CitationsOptions(Strict):
    """Options of `citations`: laws cited as in force though repealed or renamed, wrong titles, `new` long after."""

    statutes: list[Statute] = []
    revisions: list[Revision] = []
    historic: AnyPhrases = Field(default=[], description="句中有这些用语，说的就是废止、清理或过去的事")
    citing: LocalAny = Field(default=[], description="引用法律的动词")
    new_words: Phrases = Field(default=[], description="表示新近修订、施行的用语")
    new_months: int = Field(default=18, description="施行多少个月以内可以说“新修订”")


class Topic(Strict):
    """Words for one matter: a shortcoming and a measure that both use any of them belong together."""

    words: AnyGrouped


class AnswersOptions(Strict):
    """Options of `answers`: shortcomings that no measure of the plan answers."""

    lacks: LocalAny = Field(description="短处用语，有了才算具体的不足")
    general: LocalAny = Field(description="笼统承认不足的用语，这样的句子不算具体的不足")
    causes: LocalAny = Field(description="说明原因的用语，只说原因的句子不算不足")
    generic: LocalPhrases = Field(description="说明不了具体事项的用语，比较前去掉")
    topics: list[Topic] = []
    min_shared: int = Field(description="不足与措施至少有几个相同的双字组合，才算对应")
    min_characters: int = Field(description="去掉笼统用语后至少剩几个字，才算具体的不足")


class RepeatsOptions(Strict):
    """Options of `repeats`: passages that stand twice in the report."""

    formulas: LocalPhrases = Field(description="官方固定表述，重复不算")
    min_characters: int = Field(description="去掉固定表述后至少几个字，才算重复段落")


class FormulaOptions(Strict):
    """Options of `formula-alone`: a formula of duty with nothing beside it that was actually done."""

    formulas: Phrases
    acts: AnyPhrases = Field(description="写明主要负责人所做的事的用语，在工作情况中出现就不算只有套话")
    acts_beside: LocalAny = Field(description="履职行为，在固定表述同一部分中出现就不算只有套话")


class WordingPair(Strict):
    """A wrong expression and the right one."""

    wrong: Words
    right: Sentence
    within: list[Words] = []
    """Longer expressions in which alone it is wrong; empty where it always is."""
    unless: list[Words] = []
    """Longer expressions in which it is right."""


class WordingOptions(Strict):
    """Options of `wording`: expressions that are wrong in official documents."""

    pairs: list[WordingPair]


class PlaceholdersOptions(Strict):
    """Options of `placeholders`: blanks and review marks left in the text."""

    marks: Phrases
    not_marks: LocalPhrases = Field(default=[], description="含有占位符号却不是空缺的用语")
    drafts: Phrases = Field(default=[], description="文稿标记，出现在标题或单独成行时才算")


class PrivacyOptions(Strict):
    """Options of `privacy`: personal numbers in a text to be published."""

    identity_words: LocalAny = Field(description="身份证号码之前的用语")
    card_words: LocalAny = Field(description="银行卡号之前的用语")
    units: LocalAny = Field(description="数字之后的单位，有了就是数量而不是号码")


class FindingExample(Strict):
    """A piece of a report and the cases that must be remarked in it: those listed and no other."""

    text: Sentence
    remarks: list[Code] = Field(description="应当提示的情形；空则不应提示")
    zone: ExampleZone | None = None
    year: int | None = Field(default=None, description="检查时另外给定的报告年度")


class _Finding(Strict):
    id: Code
    severity: Literal["error", "warning", "info"]
    title: Bilingual
    messages: dict[Code, Bilingual] = Field(description="每种情形的说明，{名} 由程序填写")
    suggestion: Bilingual | None = None
    applies: Applies | None = Field(default=None, description="只适用于哪些报告，其他报告不作提示")
    examples: list[FindingExample] = []
    cases: ClassVar[frozenset[str]] = frozenset()
    """What the check can report. A rule gets the cases it has messages for; empty: the check reports all it finds."""


class FiguresFinding(_Finding):
    cases = frozenset({"exceeds", "rate", "part-exceeds", "parts-exceed", "sum", "change", "direction", "two-values"})
    check: Literal["figures-agree"]
    options: FiguresOptions


class ContradictionsFinding(_Finding):
    cases = frozenset({"denied"})
    check: Literal["contradictions"]
    options: ContradictionsOptions


class YearsFinding(_Finding):
    cases = frozenset({"asked", "other-year", "plan-past", "plan-year", "deadline-past"})
    check: Literal["years-agree"]
    options: YearsOptions


class DatesFinding(_Finding):
    cases = frozenset(
        {
            "written-after-published",
            "signed-after-published",
            "late",
            "no-such-day",
            "cutoff-after-date",
            "early",
            "signed-late",
            "dates-differ",
        }
    )
    check: Literal["dates-agree"]
    options: DatesOptions


class CitationsFinding(_Finding):
    cases = frozenset({"repealed", "renamed", "lapsed", "wrong-title", "uncertain", "stale-new"})
    check: Literal["citations"]
    options: CitationsOptions


class AnswersFinding(_Finding):
    cases = frozenset({"unanswered", "answered"})
    check: Literal["answers"]
    options: AnswersOptions


class RepeatsFinding(_Finding):
    cases = frozenset({"repeated"})
    check: Literal["repeats"]
    options: RepeatsOptions


class FormulaFinding(_Finding):
    cases = frozenset({"formula-alone"})
    check: Literal["formula-alone"]
    options: FormulaOptions


class WordingFinding(_Finding):
    cases = frozenset({"wrong"})
    check: Literal["wording"]
    options: WordingOptions


class PlaceholdersFinding(_Finding):
    cases = frozenset({"blank", "draft"})
    check: Literal["placeholders"]
    options: PlaceholdersOptions


class PrivacyFinding(_Finding):
    cases = frozenset({"identity", "mobile", "card"})
    check: Literal["privacy"]
    options: PrivacyOptions


AnyFinding = Annotated[
    FiguresFinding
    | ContradictionsFinding
    | YearsFinding
    | DatesFinding
    | CitationsFinding
    | AnswersFinding
    | RepeatsFinding
    | FormulaFinding
    | WordingFinding
    | PlaceholdersFinding
    | PrivacyFinding,
    Field(discriminator="check"),
]
