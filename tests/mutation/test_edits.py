"""Edits that must change one verdict: they change that one, as they must, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker import readers
from checker.document import Document
from checker.mutation.disguises import disguises
from checker.text import Span
from tests.mutation.conftest import REPORTS, ROOT, judge, original, read, verdicts

SYSTEMS = ("enforcement_disclosure", "enforcement_recording", "legal_review")


def text_of(path: Path) -> str:
    return disguises()["plain"](original(path)[0]).data.decode()


def document(text: str) -> Document:
    return readers.read_bytes(text.encode(), "报告.txt")


def changed(before: str, after: str) -> dict[str, tuple[str, str]]:
    """The verdicts after an edit that are not what they were."""
    old, new = verdicts(judge(document(before))), verdicts(judge(document(after)))
    return {item: new[item] for item in new if new[item] != old[item]}


def section_of(text: str, zone: str) -> Span | None:
    """Where the one top section stands that holds all text of a kind, and only that; None where there is none."""
    reading = read(document(text))
    found = [
        section
        for section, roles in zip(reading.sections, reading.roles, strict=True)
        if section.parent is None and roles == (zone,) and not section.run_in
    ]
    signed = [reading.view.blocks[i].start for i in reading.facts.sign_off_blocks]
    if len(found) != 1:
        return None
    start = found[0].start
    end = min([found[0].end, *(place for place in signed if place > start)])
    outside = [s for s in reading.statements if not start <= s.start < end and s.zone == zone]
    return None if outside else reading.view.source(start, end)


@pytest.mark.parametrize(
    ("zone", "item"), [("shortcomings", "shortcomings"), ("plan", "next_year_plan")], ids=["shortcomings", "plan"]
)
def test_a_section_cut_is_missing_and_nothing_else_changes(zone: str, item: str) -> None:
    cut = 0
    for path in REPORTS:
        text = text_of(path)
        place = section_of(text, zone)
        results = judge(document(text))
        if place is None or results[item].status == "missing":
            continue
        cut += 1
        found = changed(text, text[: place.start] + text[place.end :])
        assert found.pop(item, None) == ("missing", "absent"), path.name
        # What else rests on the section goes with it.
        inside = {
            name
            for name, result in results.items()
            if any(place.start <= quote.span.start < place.end for quote in result.evidence)
        }
        assert found.keys() <= inside, path.name
    assert cut >= 30


REPORT = """\
榆塘县水务局2024年度法治政府建设年度报告

2024年，榆塘县水务局依法履行水行政管理职责，各项工作稳步推进。现将有关情况报告如下。

一、主要举措和成效

（一）加强理论学习。局党组专题学习习近平法治思想4次，举办法治讲座2期，参训干部126人次，全局干部职工学法考试参考率和合格率均达到100%。
（二）规范取水管理。办理取水许可31件，核查取水口208个，责令补办手续17件，收缴水资源费412万元，节水型单位创建完成9家。
（三）推进执法公示。行政执法公示平台全年公示处罚决定和许可结果563条，均在7个工作日内更新，执法人员名单和流程图同步公布。
（四）做好执法记录。执法全过程记录配备执法记录仪26台，现场检查、查封扣押等环节全部录音录像，归档音像资料640份。
（五）严把审核关口。重大执法决定法制审核由法规股承担，配备审核人员3名，全年审核案件23件，提出审核意见9条。
（六）开展普法宣传。利用世界水日、中国水周开展普法活动14场，发放资料5200份，解答群众咨询380人次。
（七）健全决策程序。修订局党组议事规则，农村供水价格调整、水库除险加固等4项重大事项均经公众参与、专家论证和集体讨论，聘请法律顾问2名。
（八）化解矛盾纠纷。办理群众来信来访47件，按期办结率100%，调处取水争议6起；办理行政复议答复2件、行政诉讼1件，负责人出庭应诉率100%。

二、党政主要负责人履行推进法治建设第一责任人职责情况

局党组书记、局长认真履行推进法治建设第一责任人职责，主持召开党组会议研究法治建设议题6个，听取执法工作汇报3次，对2起重大案件亲自督办。

三、存在的不足和原因

一是基层执法力量薄弱，3个水管站没有专职执法人员。由于编制多年没有增加，人员外流较多，日常巡查频次不够。
二是案卷制作质量不高，部分文书说理不充分。

四、2025年工作安排

（一）充实执法队伍。上半年招录执法人员4名，开展岗前培训40学时。
（二）提高办案质量。每季度评查案卷20宗，评查结果与年度考核挂钩。

榆塘县水务局
2025年1月15日
"""
ACCOUNT = {
    "enforcement_disclosure": "（三）推进执法公示。行政执法公示平台全年公示处罚决定和许可结果563条，均在7个工作日内更新，执法人员名单和流程图同步公布。\n",
    "enforcement_recording": "（四）做好执法记录。执法全过程记录配备执法记录仪26台，现场检查、查封扣押等环节全部录音录像，归档音像资料640份。\n",
    "legal_review": "（五）严把审核关口。重大执法决定法制审核由法规股承担，配备审核人员3名，全年审核案件23件，提出审核意见9条。\n",
}
LOOK_ALIKES = {
    "enforcement_disclosure": "（三）推进信息公开。政务公开专栏全年发布机构职能、财政预决算等信息563条，均在20个工作日内更新。\n",
    "enforcement_recording": "（四）做好会议记录。局务会议对议题提出、讨论、表决实行全过程书面记录，全年形成会议纪要26份。\n",
    "legal_review": "（五）严把合同关口。法律顾问全年审查合同23份、规范性文件2件，提出合法性审查意见9条。\n",
}
DUTY = REPORT[REPORT.index("局党组书记、局长认真") : REPORT.index("\n三、存在")]
CAUSE = "由于编制多年没有增加，人员外流较多，日常巡查频次不够。"


def test_the_report_is_complete() -> None:
    assert {status for status, _ in verdicts(judge(document(REPORT))).values()} == {"present"}


@pytest.mark.parametrize("item", SYSTEMS)
def test_a_passage_cut_is_missing(item: str) -> None:
    assert changed(REPORT, REPORT.replace(ACCOUNT[item], "")) == {item: ("missing", "absent")}


@pytest.mark.parametrize("item", SYSTEMS)
def test_a_passage_moved_to_the_plan_is_only_planned(item: str) -> None:
    moved = REPORT.replace(ACCOUNT[item], "").replace("\n榆塘县水务局\n", ACCOUNT[item] + "\n榆塘县水务局\n")
    assert changed(REPORT, moved) == {item: ("weak", "planned-only")}


@pytest.mark.parametrize("item", SYSTEMS)
def test_a_look_alike_in_its_place_is_missing(item: str) -> None:
    assert changed(REPORT, REPORT.replace(ACCOUNT[item], LOOK_ALIKES[item])) == {item: ("missing", "absent")}


def test_a_duty_moved_to_the_plan_is_only_planned() -> None:
    without = REPORT.replace("二、党政主要负责人履行推进法治建设第一责任人职责情况\n\n" + DUTY, "")
    moved = without.replace("\n榆塘县水务局\n", DUTY.rstrip("\n") + "\n\n榆塘县水务局\n")
    assert changed(REPORT, without) == {"first_responsible_person": ("missing", "absent")}
    assert changed(REPORT, moved) == {"first_responsible_person": ("weak", "planned-only")}


def test_a_duty_of_another_kind_in_its_place_is_missing() -> None:
    other = "二、安全生产工作情况\n\n局长认真履行安全生产第一责任人职责，带队检查水库12座，督促整改隐患31处。\n"
    edited = REPORT.replace("二、党政主要负责人履行推进法治建设第一责任人职责情况\n\n" + DUTY, other)
    assert changed(REPORT, edited) == {"first_responsible_person": ("missing", "absent")}


def test_a_heading_without_its_body_is_a_heading_only() -> None:
    assert changed(REPORT, REPORT.replace(DUTY, "")) == {"first_responsible_person": ("weak", "heading-only")}


@pytest.mark.parametrize("item", SYSTEMS)
def test_a_name_without_its_content_is_a_bare_mention(item: str) -> None:
    bare = {
        "enforcement_disclosure": "（三）推进执法公示。认真落实行政执法公示制度。\n",
        "enforcement_recording": "（四）做好执法记录。认真落实执法全过程记录制度。\n",
        "legal_review": "（五）严把审核关口。认真落实重大执法决定法制审核制度。\n",
    }
    assert changed(REPORT, REPORT.replace(ACCOUNT[item], bare[item])) == {item: ("weak", "bare-mention")}


def test_a_cause_taken_away_and_given_back() -> None:
    without = REPORT.replace(CAUSE, "日常巡查频次不够。")
    assert changed(REPORT, without) == {"shortcomings": ("weak", "no-cause")}
    assert changed(without, REPORT) == {"shortcomings": ("present", "")}


def _no_cause() -> list[Path]:
    return [path for path in REPORTS if verdicts(original(path)[1])["shortcomings"] == ("weak", "no-cause")]


@pytest.mark.parametrize("path", _no_cause(), ids=lambda path: path.name)
def test_a_cause_added_completes_the_shortcomings(path: Path) -> None:
    text = text_of(path)
    result = judge(document(text))["shortcomings"]
    if verdicts({"": result})[""] != ("weak", "no-cause"):
        pytest.skip("the words alone do not show what the format did")
    end = result.evidence[0].span.end - 1
    assert changed(text, text[:end] + "，这主要是由于专职执法人员不足" + text[end:]) == {
        "shortcomings": ("present", "")
    }


def test_fixtures_are_there() -> None:
    assert (ROOT / "fixtures" / "reports").is_dir()
    assert len(REPORTS) >= 60
