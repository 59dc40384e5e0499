"""What the engine makes of the checks' answers: score, verdict, fingerprints, places; and that nothing breaks it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from checker import engine
from checker.checks import CHECKS, FINDERS
from checker.engine import check
from checker.errors import ReadError
from checker.messages import say
from checker.readers import read_bytes
from checker.results import ReportResult
from checker.ruleset import load
from checker.ruleset.model import Ruleset
from checker.text import Text

_FIXTURES = Path(__file__).parents[2] / "fixtures"

REPORT = """\
云岫县农业农村局2024年度法治政府建设年度报告

一、主要举措和成效

（一）深入学习贯彻习近平法治思想。局党组理论学习中心组全年专题学习习近平法治思想4次，交流研讨2次，组织集中学法6次，参学320人次，邀请县委党校教师授课2次，组织旁听庭审1次。

（二）党政主要负责人履行推进法治建设第一责任人职责。局党组书记、局长主持党组会研究法治议题6次，听取执法工作汇报2次，带头讲法治课1次，在年终述职时述法。

（三）规范行政执法。全年检查企业126家次，立案12件，罚款18.6万元，案件无一被撤销；修订行政处罚裁量基准，新增轻微违法不罚事项9项，指导企业整改问题34个。

（四）落实行政执法公示制度，在县政府网站公示行政处罚信息12条、行政检查信息126条，公示及时率100%。

（五）推行执法全过程记录制度，配备执法记录仪40台，现场检查、查封扣押、送达等环节全程音像记录，一案一档保存。

（六）抓好普法。开展宣传活动14场，发放资料6000余份，在政务服务大厅设立法律咨询窗口，解答群众咨询430人次，办理群众投诉举报86件，办结率100%，调解农资购销、土地承包等各类纠纷31起，兑现赔付12.4万元，没有发生因执法引发的信访和舆情。

二、存在的不足和原因

由于执法人员多为兼职，专业培训不够，案卷制作质量不高，文书说理不充分。

三、下一年度主要安排

（一）加强培训。上半年举办执法培训班2期，选派5名骨干到市局跟班学习。

（二）规范执法。3月底前修订执法文书制作规范，每季度组织一次案卷评查。

云岫县农业农村局
2025年1月20日
"""


@pytest.fixture(scope="module")
def ruleset() -> Ruleset:
    return load("law-based-government")


def judge(text: str, ruleset: Ruleset) -> ReportResult:
    return check(read_bytes(text.encode(), "草稿.txt"), ruleset)


def statuses(report: ReportResult) -> dict[str, str]:
    return {item.id: item.status for item in report.items}


def prints(report: ReportResult) -> dict[str, str]:
    return {item.id: item.fingerprint for item in report.items}


def test_the_report_lacks_one_item(ruleset: Ruleset) -> None:
    report = judge(REPORT, ruleset)
    found = statuses(report)
    assert found.pop("legal_review") == "missing"
    assert set(found.values()) == {"present"}
    assert (report.verdict, report.organ, report.year) == ("fail", "云岫县农业农村局", 2024)


def test_every_item_in_the_order_of_the_ruleset(ruleset: Ruleset) -> None:
    for text in (REPORT, "没有内容的报告。"):
        assert [item.id for item in judge(text, ruleset).items] == [item.id for item in ruleset.items]


def _marked(text: str, ruleset: Ruleset) -> tuple[int, int]:
    """The score, and the one that the formula of the ruleset gives."""
    report = judge(text, ruleset)
    weights = {item.id: item.weight for item in ruleset.items}
    points = {"present": ruleset.scoring.present, "weak": ruleset.scoring.weak, "missing": ruleset.scoring.missing}
    judged = [item for item in report.items if item.level == "required" and item.status in points]
    total = sum(weights[item.id] for item in judged)
    earned = sum(weights[item.id] * points[item.status] for item in judged)
    return report.score, int(earned / total + 0.5)


@pytest.mark.parametrize(
    "cut",
    ["", "由于执法人员多为兼职，", "（四）落实行政执法公示制度", "局党组书记、局长主持", "上半年举办执法培训班2期，"],
)
def test_the_score_follows_the_formula(cut: str, ruleset: Ruleset) -> None:
    score, wanted = _marked(REPORT.replace(cut, "") if cut else REPORT, ruleset)
    assert score == wanted
    assert 0 < score < 100


def test_recommended_items_do_not_count(ruleset: Ruleset) -> None:
    bare = REPORT.replace("习近平法治思想", "有关精神").replace("云岫县农业农村局2024年度", "")
    assert "weak" in (statuses(judge(bare, ruleset))["title"], "weak")
    assert judge(bare, ruleset).score == judge(REPORT, ruleset).score


def test_weak_items_pass_but_missing_ones_do_not(ruleset: Ruleset) -> None:
    weak = REPORT.replace("（四）落实", "（四）落实重大执法决定法制审核制度。\n\n（五）落实")
    assert statuses(judge(weak, ruleset))["legal_review"] == "weak"
    assert judge(weak, ruleset).verdict == "pass"
    assert judge(REPORT, ruleset).verdict == "fail"


def test_an_empty_account_scores_nothing(ruleset: Ruleset) -> None:
    report = judge("各单位：\n\n材料请于周五前报送。", ruleset)
    assert (report.score, report.verdict) == (0, "fail")


@pytest.mark.parametrize("name", ["reports/a01.txt", "reports/a05.html", "reports/b04.md", "formats/report.docx"])
def test_the_same_bytes_give_the_same_result(name: str, ruleset: Ruleset) -> None:
    data = (_FIXTURES / name).read_bytes()
    first, second = (check(read_bytes(data, name), ruleset) for _ in range(2))
    assert first == second


def test_the_result_does_not_depend_on_the_process(ruleset: Ruleset) -> None:
    """Sets and dictionaries are ordered by hashes, which differ from one process to the next."""
    script = (
        "import sys; from checker.engine import check; from checker.readers import read; from checker.ruleset import load;"
        "print(repr(check(read(sys.argv[1]), load('law-based-government'))))"
    )
    path = str(_FIXTURES / "reports" / "b04.md")
    outputs = [
        subprocess.run(
            [sys.executable, "-X", "utf8", "-c", script, path],
            capture_output=True,
            check=True,
            env={**__import__("os").environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    ]
    assert outputs[0] == outputs[1]


# Fingerprints are what a baseline remembers: they must outlive edits that have nothing to do with the item.


def test_fingerprints_tell_items_apart(ruleset: Ruleset) -> None:
    found = prints(judge(REPORT, ruleset))
    assert len(set(found.values())) == len(found)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("（六）抓好普法。", "（六）抓好普法宣传。"),
        ("\n\n", "\n"),
        ("\n\n", "\r\n\r\n"),
        ("（一）加强培训。", "(一) 加强培训。"),
        ("一、主要举措和成效", "一、2024年度主要举措和成效"),
        ("二、存在的不足和原因", "四、存在的不足和原因"),
        ("（四）落实", "（五）落实"),
        ("云岫县农业农村局\n2025", "云岫县农业农村局　　\n2025"),
    ],
    ids=["edit", "lines", "crlf", "marks", "heading", "number", "renumbered", "spaces"],
)
def test_fingerprints_outlive_edits_elsewhere(old: str, new: str, ruleset: Ruleset) -> None:
    assert old in REPORT
    before, after = prints(judge(REPORT, ruleset)), prints(judge(REPORT.replace(old, new), ruleset))
    assert {name for name in before if before[name] != after[name]} <= {"enforcement_disclosure"} & (
        {"enforcement_disclosure"} if "落实" in old else set()
    )


def test_fingerprints_outlive_additions(ruleset: Ruleset) -> None:
    more = "（七）优化营商环境。全面梳理涉企检查事项，形成年度检查计划并向社会公布。\n\n二、存在"
    before, after = prints(judge(REPORT, ruleset)), prints(judge(REPORT.replace("二、存在", more, 1), ruleset))
    assert before == after


def test_fingerprints_change_with_the_reason(ruleset: Ruleset) -> None:
    before = prints(judge(REPORT, ruleset))
    after = prints(judge(REPORT.replace("由于执法人员多为兼职，", ""), ruleset))
    assert {name for name in before if before[name] != after[name]} == {"shortcomings"}


def test_a_shortfall_tells_what_to_add_and_where(ruleset: Ruleset) -> None:
    item = next(item for item in judge(REPORT, ruleset).items if item.status == "missing")
    assert item.suggestion is not None
    assert item.basis is not None
    assert item.expected is not None
    assert item.expected.after == "一、主要举措和成效"
    head = REPORT.partition("二、存在的不足和原因")[0]
    lost = {item.id: item for item in judge(head, ruleset).items}
    expected = lost["next_year_plan"].expected
    assert expected is not None
    assert expected.after == "一、主要举措和成效"
    present = [item for item in judge(REPORT, ruleset).items if item.status == "present"]
    assert all(item.expected is None and item.suggestion is None for item in present)


def test_places_are_those_of_the_file(ruleset: Ruleset) -> None:
    report = judge(REPORT, ruleset)
    item = next(item for item in report.items if item.id == "enforcement_disclosure")
    quote = item.evidence[0]
    assert REPORT[quote.span.start : quote.span.end] == quote.text
    assert REPORT.splitlines()[quote.line - 1].startswith("（四）")
    assert quote.section[0] == "一、主要举措和成效"
    assert quote.zone == "account"


def test_a_bold_heading_that_runs_into_its_paragraph_is_shown_without_marks(ruleset: Ruleset) -> None:
    text = REPORT.replace("（四）落实行政执法公示制度，在", "4. **落实行政执法公示制度。** 在")
    report = check(read_bytes(text.encode(), "草稿.md"), ruleset)
    sections = {part for item in report.items for quote in item.evidence for part in quote.section}
    assert "4. 落实行政执法公示制度" in sections


@pytest.mark.parametrize("head", ["", "发布机构：云岫县农业农村局　成文日期：2025年1月20日\n"])
def test_the_documents_own_parts_stand_in_no_section(head: str, ruleset: Ruleset) -> None:
    text = head + (REPORT.replace("云岫县农业农村局\n2025年1月20日\n", "") if head else REPORT)
    report = judge(text, ruleset)
    parts = {item.id: item for item in report.items if item.id in ("title", "sign_off")}
    assert all(item.status == "present" for item in parts.values())
    assert [quote.section for item in parts.values() for quote in item.evidence] == [()] * 3
    assert report.sections[-1].items == ("next_year_plan",)


def test_sections_show_what_they_serve_and_their_order(ruleset: Ruleset) -> None:
    sections = judge(REPORT, ruleset).sections
    assert [view.heading for view in sections] == ["一、主要举措和成效", "二、存在的不足和原因", "三、下一年度主要安排"]
    assert sections[1].items == ("shortcomings",)
    assert not any(view.out_of_order for view in sections)
    head, lacks, plan = (
        REPORT.partition("二、存在")[0],
        "二、存在的不足和原因\n\n由于人手少，案卷质量不高。\n\n",
        REPORT.partition("三、下")[2],
    )
    turned = judge(
        head + "二、下" + plan.replace("云岫县农业农村局\n", lacks.replace("二、", "三、") + "云岫县农业农村局\n"),
        ruleset,
    )
    assert [view.out_of_order for view in turned.sections] == [False, False, True]


# A rule that fails is an item that could not be judged, never a clean report and never a crash.


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise ValueError("局党组书记、局长主持党组会")

    monkeypatch.setattr(engine, "CHECKS", {**CHECKS, "duty": fail})


@pytest.mark.usefixtures("broken")
def test_a_check_that_fails_costs_its_own_verdict_only(ruleset: Ruleset) -> None:
    report = judge(REPORT, ruleset)
    found = statuses(report)
    assert found.pop("first_responsible_person") == "unverifiable"
    assert found.pop("legal_review") == "missing"
    assert set(found.values()) == {"present"}
    item = next(item for item in report.items if item.status == "unverifiable")
    assert item.reasons[0].code == "internal-error"
    assert item.evidence == ()
    assert (item.score, item.confidence) == (0, 0)
    score, wanted = _marked(REPORT, ruleset)
    assert score == wanted


@pytest.mark.usefixtures("broken")
def test_what_is_said_of_a_fault_tells_where_and_no_word_of_the_document(ruleset: Ruleset) -> None:
    item = next(item for item in judge(REPORT, ruleset).items if item.status == "unverifiable")
    for sentence in (*item.reasons[0].message, repr(item)):
        assert "党组会" not in sentence
    assert "ValueError, test_engine.py:" in item.reasons[0].message.zh


@pytest.mark.usefixtures("broken")
def test_a_fault_is_never_exit_code_zero(ruleset: Ruleset) -> None:
    from checker.audit.gate import exit_code
    from checker.audit.gate import judge as gate
    from checker.errors import EXIT_INTERNAL

    assert exit_code(gate([judge(REPORT, ruleset)], "never", None)) == EXIT_INTERNAL


def test_a_finder_that_fails_is_told_as_a_notice(ruleset: Ruleset, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise KeyError("局党组书记")

    monkeypatch.setattr(engine, "FINDERS", {**FINDERS, "wording": fail})
    report = judge(REPORT, ruleset)
    assert statuses(report) == statuses(judge(REPORT, ruleset))
    rule = next(rule.id for rule in ruleset.findings if rule.check == "wording")
    (notice,) = [text for text in report.notices if rule in text.zh]
    assert "KeyError, test_engine.py:" in notice.en
    assert "局党组书记" not in notice.zh


def test_an_input_that_could_not_be_read_is_a_result_too() -> None:
    error = ReadError("empty-file", path="草稿.txt")
    report = engine.failed("草稿.txt", "sha256:" + "0" * 64, "application/octet-stream", error)
    assert (report.verdict, report.readability, report.score, report.items) == ("error", "unreadable", 0, ())
    assert report.error is not None
    assert report.error.message == say("empty-file", path="草稿.txt")


def test_a_ruleset_without_a_sentence_for_a_reason_judges_all_the_same(ruleset: Ruleset) -> None:
    items = tuple(item._replace(reasons={}) for item in ruleset.items)
    report = judge(REPORT, ruleset._replace(items=items))
    assert statuses(report) == statuses(judge(REPORT, ruleset))
    (missing,) = (item for item in report.items if item.status == "missing")
    assert missing.reasons[0].message == say("reason-untold", code="absent")


def test_a_name_in_a_sentence_that_the_check_does_not_fill_stands_as_it_is(ruleset: Ruleset) -> None:
    findings = tuple(
        rule._replace(messages={case: Text("“{number}”有误。", "“{number}” is wrong.") for case in rule.messages})
        for rule in ruleset.findings
    )
    text = REPORT.replace("整改问题34个", "排查隐患1683条，已整改1700条")
    report = judge(text, ruleset._replace(findings=findings))
    assert {finding.message.en for finding in report.findings} == {"“{number}” is wrong."}
