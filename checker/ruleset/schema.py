"""The ruleset language: what a YAML ruleset may hold. Source of validation and of the JSON Schema for editors.

Imported only when a ruleset is compiled: pydantic costs more start-up time than a whole check.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints

from checker.ruleset.finding_schema import AnyFinding
from checker.ruleset.form_schema import Arithmetic, OrderedSection, Table
from checker.ruleset.schema_parts import (
    VERSION,
    AnyPhrases,
    Applies,
    Bilingual,
    Code,
    Day,
    ExampleZone,
    Id,
    LocalAny,
    LocalPhrases,
    Percent,
    Phrases,
    Regions,
    RulesetId,
    Sector,
    SectorId,
    Sentence,
    Strict,
    Units,
)


class Scoring(Strict):
    """Per cent of an item's weight that each status earns, and the formula in words."""

    present: Percent
    weak: Percent
    missing: Percent
    formula: Bilingual


class Page(Strict):
    """How the parts of the document itself are recognised: its title, its sign-off, what is no part of the report."""

    document_names: LocalPhrases = Field(description="文种：标题中的文件名称")
    report_words: LocalPhrases = Field(description="标题的结尾用词：报告、总结")
    organ_endings: LocalPhrases = Field(description="机关名称的结尾用字")
    organ_labels: Phrases = Field(default=[], description="网页信息栏中指明制发机关的标签")
    written_labels: Phrases = Field(default=[], description="网页信息栏中指明成文日期的标签")
    published_labels: Phrases = Field(default=[], description="网页信息栏中指明发布日期的标签")
    furniture: Phrases = Field(default=[], description="网页附带文字，不属于报告")
    furniture_tail: AnyPhrases = Field(default=[], description="出现之后全文不再属于报告的附带文字")
    contents: AnyPhrases = Field(default=[], description="目录的标题")
    heading_endings: Phrases = Field(default=[], description="长标题的结尾用词")
    other_documents: Phrases = Field(default=[], description="其他公文的标题结尾：报告之后出现时，其后不属于报告")
    annex: AnyPhrases = Field(default=[], description="附件、附表的起始用词")
    town_endings: LocalPhrases = Field(default=[], description="乡镇街道的名称结尾用字")
    department_endings: LocalPhrases = Field(default=[], description="部门的名称结尾用字")
    no_power: AnyPhrases = Field(default=[], description="声明本机关没有行政执法权的说法")
    government_endings: LocalPhrases = Field(default=[], description="政府的名称结尾用字")


class Zone(Strict):
    """How text of one kind is recognised: from headings first, from the sentence's own words second."""

    headings: Phrases = Field(description="标题中的用语")
    not_headings: AnyPhrases = Field(default=[], description="含有这些用语的标题不算")
    cues: Phrases = Field(default=[], description="句中用语")
    firm_cues: Phrases = Field(default=[], description="句中用语，不受 not_cues 影响")
    not_cues: Phrases = Field(default=[], description="与句中用语重叠时不算")
    openings: Phrases = Field(default=[], description="段首用语，整段随之归入")


class Zones(Strict):
    """The kinds of text: account (工作情况), plan (计划安排), shortcomings (存在不足)."""

    account: Zone = Zone(headings=[])
    plan: Zone = Zone(headings=[])
    shortcomings: Zone = Zone(headings=[])


class Copies(Strict):
    """What counts as copied between reports, and which words all reports may share."""

    formulas: LocalPhrases = Field(default=[], description="各报告通用的固定表述，查重时不计")
    min_characters: int = Field(
        default=40, ge=20, description="一段除去通用表述、文件名称和数字后，至少这么多字才参加查重"
    )
    min_similarity: Percent = Field(default=70, description="两段文字至少这么相似（0至100）才算雷同")
    template_share: Percent = Field(default=20, description="一批报告中超过百分之多少都有的段落视为模板")
    template_reports: int = Field(default=10, ge=2, description="不多于这么多份报告共有的段落不视为模板")


class Basis(Strict):
    """The legal basis of an item. Only `certain` ones are shown to users."""

    document: Sentence
    number: Sentence | None = None
    clause: Sentence | None = None
    en: Sentence
    certainty: Literal["certain", "uncertain"]
    from_: Day | None = Field(default=None, alias="from", description="施行日期")
    until: Day | None = Field(default=None, description="失效日期（不含）")


class Example(Strict):
    """A piece of a report and the verdict it must get; `zone` names the heading role it is read under."""

    text: Sentence
    status: Literal["present", "weak", "missing", "not_applicable"]
    reason: Code | None = None
    zone: ExampleZone | None = None


class ReportedMeasure(Strict):
    """Options of `reported-measure`: a named measure reported as carried out, with something of its own."""

    names: Phrases = Field(description="规范名称（长名称也按相似度查找）")
    short_names: Phrases = Field(default=[], description="通行简称")
    not_names: Phrases = Field(default=[], description="形近而实异的说法，盖过名称")
    collective: AnyPhrases = Field(default=[], description="合称")
    not_collective: AnyPhrases = Field(default=[], description="合称相同的其他制度")
    substance: LocalPhrases = Field(default=[], description="未点名而写明实质内容的说法")
    not_substance: LocalPhrases = Field(default=[], description="夹在其中就不算实质内容的用语")
    context: Phrases = Field(default=[], description="本项所属领域的用语")
    context_required: bool = Field(default=False, description="简称所在的句子或标题须有 context 之一才算")
    own_content: LocalPhrases = Field(description="名称之外本项自己的内容")
    units: Units = Field(default=[], description="名称所在句中带这些量词的数字即算内容；空则不算")
    counted_units: Units = []
    strong_content: LocalAny = Field(default=[], description="离名称较远仍可认作本项内容的用语")
    formulas: LocalPhrases = Field(default=[], description="只是套话，不算内容")
    siblings: LocalPhrases = Field(default=[], description="并列各项的名称，内容归最近的名称")
    not_applicable: AnyPhrases = Field(default=[], description="声明不适用的说法")
    no_power: AnyPhrases = Field(default=[], description="声明本机关没有有关职权的说法")
    lacking: LocalAny = Field(default=[], description="尚未建立、执行不到位等缺失说法")
    heading_only: Code = "bare-mention"
    planned: Code = "planned-only"
    lacked: Code = "shortcoming-only"


class Measures(Strict):
    """Options of `measures`: an account with several distinct measures, at least one concrete."""

    concrete: Phrases
    units: Units = Field(description="数字之后的量词")
    counted_units: Units = Field(description="汉字数目之后也算数量的量词")
    actions: AnyPhrases
    not_measures: AnyPhrases = Field(description="承启用语，不算举措")
    elsewhere: AnyPhrases = Field(description="内容另见附件的说法")
    min_measures: int = Field(ge=1)
    min_characters: int = Field(ge=0)
    min_told: int = Field(ge=0, description="没有举措、但工作情况写到这么多字的，是笼统而不是缺失")


class Shortcomings(Strict):
    """Options of `shortcomings`: the organ's own shortcomings and their causes."""

    lacks: Phrases
    generic: LocalPhrases = Field(description="笼统承认用语，除去之后没有内容即为笼统")
    causes: Phrases
    not_causes: Phrases
    cause_headings: AnyPhrases
    others: AnyPhrases = Field(description="他人")
    problems: AnyPhrases = Field(description="问题、隐患")
    elsewhere: AnyPhrases
    min_characters: int = Field(ge=1)


class Duty(Strict):
    """Options of `duty`: the organ's principal discharged a named duty, with an act of their own."""

    names: Phrases = Field(description="职责的名称")
    not_names: Phrases = Field(description="其他领域、其他人的同名职责")
    formulas: AnyPhrases = Field(description="本身就算作履职的固定表述")
    principals: Phrases = Field(description="本机关主要负责人的称谓")
    government_principals: Phrases = Field(description="政府的主要负责人；对部门而言是上级领导")
    not_principals: Phrases = Field(description="他人的负责人")
    superiors: Phrases = Field(description="上级机关的领导；报告主体是该级政府时就是本机关")
    other_actors: Phrases = Field(description="接过主语的其他主体")
    as_object: Phrases = Field(description="主要负责人不作主语的说法")
    acts: Phrases = Field(description="履职行为")
    personal_acts: AnyPhrases = Field(description="只能由主要负责人本人作出的行为，省略主语也算")
    field_acts: AnyPhrases = Field(description="本领域的工作用语")
    not_acts: Phrases = Field(description="不算履职行为的说法")


class Plan(Strict):
    """Options of `plan`: concrete arrangements for the coming year."""

    actions: Phrases
    means: Phrases
    units: Units
    counted_units: Units
    slogans: Phrases
    min_arrangements: int = Field(ge=1)
    min_weight: int = Field(ge=0)
    elsewhere: AnyPhrases


class TitleParts(Strict):
    """Options of `title-parts`: organ, year and document name in the title."""


class SignOff(Strict):
    """Options of `sign-off`: the organ and the date at the end, or in the page's own data."""


class _Item(Strict):
    id: Id
    title: Bilingual
    level: Literal["required", "recommended"]
    weight: int = Field(ge=0)
    place: Literal["beginning", "account", "shortcomings", "plan", "end"] = Field(
        default="account", description="本项应写在报告的哪一部分，缺失时据此建议位置"
    )
    asks: Bilingual
    heading: Bilingual
    content: Bilingual
    suggestion: Bilingual
    basis: Basis | None = None
    earlier_basis: list[Basis] = Field(default=[], description="以前的依据，用于较早年度的报告")
    applies: Applies | None = Field(default=None, description="只适用于哪些报告，其他报告不适用本项")
    reasons: dict[Code, Bilingual] = {}
    advice: dict[Code, Bilingual] = Field(default={}, description="某种理由之下，代替 suggestion 的建议")
    examples: list[Example] = []


class ReportedMeasureItem(_Item):
    check: Literal["reported-measure"]
    options: ReportedMeasure


class MeasuresItem(_Item):
    check: Literal["measures"]
    options: Measures


class ShortcomingsItem(_Item):
    check: Literal["shortcomings"]
    options: Shortcomings


class DutyItem(_Item):
    check: Literal["duty"]
    options: Duty


class PlanItem(_Item):
    check: Literal["plan"]
    options: Plan


class TitleItem(_Item):
    check: Literal["title-parts"]
    options: TitleParts = TitleParts()


class SignOffItem(_Item):
    check: Literal["sign-off"]
    options: SignOff = SignOff()


class OrderedSectionItem(_Item):
    check: Literal["ordered-section"]
    options: OrderedSection


class TableItem(_Item):
    check: Literal["table"]
    options: Table


class ArithmeticItem(_Item):
    check: Literal["arithmetic"]
    options: Arithmetic


AnyItem = Annotated[
    ReportedMeasureItem
    | MeasuresItem
    | ShortcomingsItem
    | DutyItem
    | PlanItem
    | TitleItem
    | SignOffItem
    | OrderedSectionItem
    | TableItem
    | ArithmeticItem,
    Field(discriminator="check"),
]


class RulesetFile(Strict):
    """A ruleset: what a report must contain and how to recognise it."""

    schema_: Literal[1] = Field(alias="schema", description="Version of this language")
    id: RulesetId
    version: Annotated[str, StringConstraints(pattern=VERSION)]
    title: Bilingual
    lexicon: dict[Id, Phrases] = Field(default={}, description="Phrase lists that other lists include by @name")
    scoring: Scoring
    page: Page
    chosen_for: Applies | None = Field(default=None, description="-r auto 时，为哪些报告选用本规则集")
    zones: Zones = Zones()
    reasons: dict[Code, Bilingual] = Field(default={}, description="Sentences for the reason codes, for all items")
    advice: dict[Code, Bilingual] = Field(default={}, description="Advice for the reason codes, for all items")
    items: list[AnyItem]
    findings: list[AnyFinding] = []
    copies: Copies = Copies()
    sectors: dict[SectorId, Sector] = Field(default={}, description="行业，供 applies 和分组使用")
    regions: Regions = Regions()


def json_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a ruleset file."""
    schema = RulesetFile.model_json_schema(by_alias=True)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema"} | schema
