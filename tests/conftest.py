"""What the tests of several rooms share: an awkward run for all renderers, and golden files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from checker.results import (
    Evidence,
    Expected,
    Failure,
    Finding,
    ItemResult,
    NearMiss,
    Reason,
    ReportResult,
    RulesetInfo,
    Run,
    SectionView,
)
from checker.text import Span, Text

Golden = Callable[[str, bytes], None]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew; read the diff")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compares bytes with the file `golden/NAME` beside the test."""

    def compare(name: str, found: bytes) -> None:
        path = Path(request.path).parent / "golden" / name
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(found)
        assert path.exists(), f"no golden file {name}; make it with --update-golden"
        assert found.decode() == path.read_bytes().decode()

    return compare


def _quote(text: str, *section: str, line: int = 1, page: int | None = None, **more: object) -> Evidence:
    lines = text.split("\n")
    quote = Evidence(
        text=text,
        section=section,
        zone="account",
        line=line,
        column=1,
        end_line=line + len(lines) - 1,
        end_column=len(lines[-1]) + 1,
        span=Span(line * 40, line * 40 + len(text)),
        page=page,
        similarity=100,
    )
    return quote._replace(**more)  # type: ignore[arg-type]


def _item(id_: str, zh: str, en: str, status: str, *evidence: Evidence, **more: object) -> ItemResult:
    item = ItemResult(
        id=id_,
        title=Text(zh, en),
        level="required",
        status=status,  # type: ignore[arg-type]
        score={"present": 100, "weak": 50}.get(status, 0),
        confidence=0.95,
        reasons=(),
        evidence=evidence,
        suggestion=None,
        basis=None,
        fingerprint=f"fp-{id_}",
    )
    return item._replace(**more)  # type: ignore[arg-type]


_LONG_HEADING = "三、坚持严格规范公正文明执法，全面落实行政执法“三项制度”，切实提高行政执法质量和水平"


def _bad_items() -> tuple[ItemResult, ...]:
    return (
        _item(
            "xi_thought",
            "深入学习贯彻习近平法治思想",
            "Study of Xi Jinping Thought on the Rule of Law",
            "weak",
            _quote("以习近平法治思想为指导", line=3),
            level="recommended",
            confidence=0.6,
            reasons=(
                Reason(
                    "bare-mention", Text("只有一句套话，没有写具体的学习活动。", "Only a formula, no act of study.")
                ),
            ),
            suggestion=Text(
                "写明学习的时间、形式和参加的人员。", "Say when and how it was studied, and who took part."
            ),
        ),
        _item(
            "achievements",
            "上一年度推进法治政府建设的主要举措和成效",
            "Main measures and results of the past year",
            "present",
            _quote(
                "全年办理许可、备案2376件，\r\n　　提前办结率96%", "二、依法履行职能", "（一）“放管服”改革", line=17
            ),
            _quote("立案387件，罚没款412.6万元", _LONG_HEADING, line=41, similarity=88),
            basis=Text(
                "《法治政府建设与责任落实督察工作规定》", "Provisions on the supervision of law-based government"
            ),
        ),
        _item(
            "shortcomings",
            "存在的不足和原因",
            "Shortcomings and their causes",
            "missing",
            reasons=(
                Reason("absent", Text("报告没有写本机关自身的不足。", "The report names no shortcoming of the organ.")),
            ),
            suggestion=Text("单列一部分，写明不足和原因。", "Give them a part of their own, with causes."),
            basis=Text(
                "《法治政府建设与责任落实督察工作规定》第二十七条",
                "Provisions on the supervision of law-based government, art. 27",
            ),
            expected=Expected(
                Text("存在的不足和原因", "Shortcomings and their causes"),
                Text(
                    "至少写明一项本机关在法治建设中的具体不足，并用“由于……”“原因在于……”等句式说明原因。",
                    "At least one specific shortcoming of the organ's own work, and its cause.",
                ),
                _LONG_HEADING,
            ),
            near=(
                NearMiss(
                    _quote("检查发现企业隐患1683条", _LONG_HEADING, line=44, similarity=73),
                    Text("这是检查对象的问题，不是本机关的不足。", "These are problems of others."),
                ),
            ),
        ),
        _item(
            "legal_review",
            "重大执法决定法制审核制度",
            "Legal review of major enforcement decisions",
            "weak",
            _quote(
                '下一步将[bold]健全[/bold]法制审核<script>&"]]>\x1b[31m制度\u202e', "六、打算", zone="plan", line=67
            ),
            reasons=(
                Reason(
                    "planned-only",
                    Text(
                        "只在下一步打算里提到，没有写本年度做了什么。", "Named in the plan only, not as something done."
                    ),
                ),
                Reason("bare-mention", Text("只有名称，没有内容。", "Named without anything of its own.")),
            ),
            suggestion=Text(
                "在本年度工作部分写明审核机构、审核人员和审核件数。",
                "Say in the account who reviewed how many decisions.",
            ),
            basis=Text("国办发〔2018〕118号", "State Council General Office doc. 118 (2018)"),
        ),
        _item(
            "enforcement_recording",
            "执法全过程记录制度",
            "Recording of the whole enforcement process",
            "not_applicable",
            reasons=(
                Reason("not-applicable", Text("报告写明本单位没有执法权。", "The organ has no enforcement powers.")),
            ),
        ),
        _item(
            "enforcement_disclosure",
            "行政执法公示制度",
            "Disclosure of enforcement",
            "unverifiable",
            confidence=0.3,
            reasons=(
                Reason(
                    "unreadable-part", Text("附件是图片，无法核验。", "The annex is a picture and cannot be checked.")
                ),
            ),
        ),
        _item(
            "title",
            "标题",
            "Title",
            "present",
            _quote("=1+1 *𠮷村*镇|2024年_法治_报告`#1`", line=1),
            level="recommended",
        ),
    )


def _sections() -> tuple[SectionView, ...]:
    return (
        SectionView("一、六、打算", ("next_year_plan",), out_of_order=True, line=9, page=None),
        SectionView("二、依法履行职能", ("achievements",), out_of_order=False, line=15, page=None),
        SectionView("五、[其他] 工作", (), out_of_order=False, line=51, page=None),
    )


def _report(path: str, **more: object) -> ReportResult:
    report = ReportResult(
        path=path,
        digest="sha256:" + "0" * 64,
        media_type="text/plain",
        readability="ok",
        title="=1+1 *𠮷村*镇|2024年_法治_报告`#1`",
        organ="𠮷村镇人民政府<b>",
        year=2024,
        published="2025-01-23",
        verdict="fail",
        score=43,
        items=_bad_items(),
        findings=(),
        sections=_sections(),
        notices=(),
        error=None,
    )
    return report._replace(**more)  # type: ignore[arg-type]


def _good_report() -> ReportResult:
    present = _item(
        "achievements",
        "上一年度推进法治政府建设的主要举措和成效",
        "Main measures and results of the past year",
        "present",
        _quote("全年审核重大执法决定19件", "二、依法履行职能", line=30, page=3),
    )
    return _report(
        "b/报告.pdf",
        media_type="application/pdf",
        readability="partial",
        title="某县司法局2024年法治政府建设年度报告",
        organ=None,
        year=None,
        published=None,
        verdict="pass",
        score=100,
        items=(present,),
        sections=(),
        notices=(Text("第2页没有文字，未能检查。", "Page 2 has no text and was not checked."),),
        findings=(
            Finding(
                "figure-mismatch",
                "warning",
                Text("两处写的案件数不一致：387件、378件。", "Two numbers of cases differ: 387 and 378."),
                (_quote("立案387件", "二、依法履行职能", line=30, page=3),),
                "fp-figure",
                Text("请核对后统一。", "Please check and use one number."),
            ),
        ),
    )


@pytest.fixture
def awkward_run() -> Run:
    """Three inputs: two shortfalls and more in the first, none in the second, the third unreadable."""
    unreadable = _report(
        "c/坏[1].docx",
        digest="",
        media_type="application/octet-stream",
        readability="unreadable",
        title=None,
        organ=None,
        year=None,
        published=None,
        verdict="error",
        score=0,
        items=(),
        sections=(),
        error=Failure("broken-docx", Text("文件已损坏，请重新保存。", "The file is broken; please save it again.")),
    )
    info = RulesetInfo(
        "law-based-government",
        "2025.1",
        "sha256:" + "a" * 64,
        Text("法治政府建设年度报告", "Annual report on building a law-based government"),
    )
    return Run("0.1.0", info, (_report("a/草稿 <1>.txt"), _good_report(), unreadable))
