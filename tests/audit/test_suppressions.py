"""Suppressions: only with a reason, only for what they name, only as long as they say; and never unnoticed."""

from __future__ import annotations

import io
import json
import zipfile
from datetime import date
from pathlib import Path

import docx
import pytest

from checker.audit.gate import judge
from checker.audit.suppressions import apply, in_comments, notices
from checker.render import FORMATS, RenderContext
from checker.results import Failure, ReportResult, RulesetInfo, Run
from checker.text import Text
from tests.cli.conftest import Cli
from tests.cli.conftest import cli as cli
from tests.project.conftest import REPORTS, Check
from tests.project.conftest import check as check

_TODAY = date(2026, 6, 1)
_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
# Missing: legal_review; weak: three others.
_BAD = (REPORTS / "a08.md").read_text("utf-8")


def _read(comment: str, media_type: str = "text/markdown") -> tuple[list[tuple[str, ...]], list[str]]:
    found = in_comments(f"# 报告\n\n{comment}\n".encode(), media_type)
    return [suppression.items for suppression in found.suppressions], [fault.zh for fault in found.faults]


@pytest.mark.parametrize(
    "comment",
    [
        '<!-- checker: ignore legal_review reason="本局没有行政执法权" -->',
        "<!-- checker:ignore legal_review reason=“本局没有行政执法权” -->",
        "<!-- checker:ignore legal_review reason\uff1d“本局没有行政执法权” -->",
        "<!--checker\uff1aignore legal_review reason='本局没有行政执法权'-->",
        "<!--\nchecker: ignore legal_review\n  reason=本局没有行政执法权\n  until=2026-12-31\n-->",
        '<!-- CHECKER: Ignore legal_review until=2026-12-31 reason="本局没有行政执法权" -->',
    ],
)
def test_ways_of_writing_it(comment: str) -> None:
    found = in_comments(comment.encode(), "text/markdown")
    assert found.faults == ()
    assert [(s.items, s.reason, s.kind) for s in found.suppressions] == [
        (("legal_review",), "本局没有行政执法权", "comment")
    ]


def test_several_items_at_once() -> None:
    comment = '<!-- checker: ignore legal_review, enforcement_recording、figure-mismatch reason="没有执法权" -->'
    assert _read(comment)[0] == [("legal_review", "enforcement_recording", "figure-mismatch")]


@pytest.mark.parametrize(
    ("comment", "sentence"),
    [
        ("<!-- checker: ignore legal_review -->", "没有写明理由，不起作用"),
        ('<!-- checker: ignore legal_review reason="" -->', "没有写明理由，不起作用"),
        ('<!-- checker: ignore reason="没有执法权" -->', "没有写要豁免哪个项目"),
        ('<!-- checker: ignore legal_review reason="x" until=明年 -->', "到期日写法不对"),
        ('<!-- checker: ignore legal_review reason="x" untill=2026-01-01 -->', "“untill”无法识别"),
    ],
)
def test_what_is_not_whole_has_no_effect_and_is_told_with_its_line(comment: str, sentence: str) -> None:
    items, faults = _read(comment)
    assert items == []
    assert len(faults) == 1
    assert faults[0].startswith("第3行的豁免标注")
    assert sentence in faults[0]


def test_other_comments_are_left_alone() -> None:
    assert _read("<!-- 待核实 --> <!-- checker 真好用 --> checker: ignore legal_review") == ([], [])
    assert _read('<!-- checker: ignore legal_review reason="x" -->', "text/plain") == ([], [])
    assert in_comments(b"\x00\x01\x02", "text/html").suppressions == ()


def _marked(check: Check, comment: str) -> ReportResult:
    text = f"{_BAD}\n\n{comment}\n"
    report = check(text)
    own = in_comments(text.encode(), report.media_type).suppressions
    applied = apply(report, own, _TODAY)
    return applied.report._replace(notices=tuple(notices(own, applied, _TODAY)))


def test_it_marks_what_it_names_and_nothing_else(check: Check) -> None:
    report = _marked(check, '<!-- checker: ignore legal_review reason="没有执法权" -->')
    marked = {item.id: item.accepted for item in report.items if item.accepted}
    assert {name: (accepted.kind, accepted.reason) for name, accepted in marked.items()} == {
        "legal_review": ("comment", "没有执法权")
    }
    assert report.notices == ()


def test_it_holds_until_its_last_day(check: Check) -> None:
    held = _marked(check, '<!-- checker: ignore legal_review reason="整改中" until=2026-06-01 -->')
    assert any(item.accepted for item in held.items)
    ended = _marked(check, '<!-- checker: ignore legal_review reason="整改中" until=2026-05-31 -->')
    assert not any(item.accepted for item in ended.items)
    assert "已于2026-05-31到期" in ended.notices[0].zh


@pytest.mark.parametrize(
    ("item", "sentence"),
    [("achievements", "没有用到"), ("legal_reviw", "您要写的是不是“legal_review”？"), ("zzz", "没有用到")],
)
def test_what_has_no_effect_is_told(check: Check, item: str, sentence: str) -> None:
    report = _marked(check, f'<!-- checker: ignore {item} reason="x" -->')
    assert len(report.notices) == 1
    assert sentence in report.notices[0].zh


def test_what_could_not_be_verified_can_be_answered_for(check: Check) -> None:
    report = check(_BAD)
    items = tuple(item._replace(status="unverifiable") if item.id == "legal_review" else item for item in report.items)
    report = report._replace(items=items, error=Failure("partly-unread", Text("未读出", "not read")), verdict="error")
    own = in_comments('<!-- checker: ignore legal_review reason="已核对原件" -->'.encode(), "text/html").suppressions
    assert apply(report, own, _TODAY).report.error is None
    assert apply(report, (), _TODAY).report.error is not None


def test_a_failure_of_the_tool_is_nobodys_to_accept(check: Check) -> None:
    report = check(_BAD)
    items = tuple(
        item._replace(status="unverifiable", reasons=(item.reasons[0]._replace(code="internal-error"),))
        if item.id == "legal_review"
        else item
        for item in report.items
    )
    own = in_comments(b'<!-- checker: ignore legal_review reason="x" -->', "text/html").suppressions
    assert not any(item.accepted for item in apply(report._replace(items=items), own, _TODAY).report.items)


def _word(*comments: str) -> bytes:
    document = docx.Document()
    for line in _BAD.splitlines():
        document.add_paragraph(line.lstrip("# "))
    for comment in comments:
        document.add_comment(document.paragraphs[0].runs, comment, author="审核人", initials="审")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def test_comments_of_word() -> None:
    data = _word("请核对数字", "checker:ignore legal_review reason=“没有执法权”", "checker:ignore title")
    found = in_comments(data, _DOCX)
    assert [(s.items, s.reason, s.place.zh) for s in found.suppressions] == [
        (("legal_review",), "没有执法权", "第2条批注中的豁免标注")
    ]
    assert [fault.zh for fault in found.faults] == [
        '第3条批注中的豁免标注（title）没有写明理由，不起作用。请补上 reason="……"。'
    ]


def test_a_word_file_without_comments_or_a_broken_one() -> None:
    assert in_comments(_word(), _DOCX).suppressions == ()
    assert in_comments(b"PK\x03\x04", _DOCX).suppressions == ()
    empty = io.BytesIO()
    with zipfile.ZipFile(empty, "w") as archive:
        archive.writestr("word/document.xml", "<x/>")
    assert in_comments(empty.getvalue(), _DOCX).suppressions == ()


def test_through_the_command_line(cli: Cli, tmp_path: Path) -> None:
    file = tmp_path / "报告.docx"
    file.write_bytes(_word("checker:ignore legal_review reason=“没有执法权” until=2026-06-30"))
    (tmp_path / ".git").mkdir()
    assert cli("check", file, "--today", "2026-06-30").code == 0
    outcome = cli("check", file, "--today", "2026-07-01")
    assert outcome.code == 1
    assert "第1条批注中的豁免标注（legal_review）已于2026-06-30到期，不再起作用。" in outcome.out.replace(
        "\n", ""
    ).replace(" ", "")
    assert cli("check", file, "--today", "昨天").code == 2


def test_from_the_configuration(cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    (tmp_path / "气象局").mkdir()
    (tmp_path / "气象局" / "报告.md").write_text(_BAD, "utf-8")
    entry = '[[ignore]]\npaths = ["气象局"]\nitems = ["{}"]\nreason = "没有行政执法权"\nuntil = 2026-06-30\n'
    (tmp_path / "checker.toml").write_text(entry.format("legal_review"), "utf-8")
    outcome = cli("check", "气象局", "--today", "2026-06-30")
    assert (outcome.code, outcome.err) == (0, "")
    assert "（已豁免：没有行政执法权）" in outcome.out
    ended = cli("check", "气象局", "--today", "2026-07-01")
    assert ended.code == 1
    assert "对“legal_review”的豁免已于2026-06-30到期" in ended.err
    (tmp_path / "checker.toml").write_text(entry.format("achievements"), "utf-8")
    unused = cli("check", "气象局", "--today", "2026-06-30")
    assert unused.code == 1
    assert "对“achievements”的豁免没有用到" in unused.err


@pytest.mark.parametrize("name", [name for name in FORMATS if name != "json"])
def test_every_format_tells_that_something_was_accepted(check: Check, name: str) -> None:
    reports = judge([_marked(check, '<!-- checker: ignore legal_review reason="没有执法权" -->')], "missing", None)
    run = Run("0.1.0", RulesetInfo("x", "1", "sha256:0", Text("规则", "Rules")), reports)
    text = FORMATS[name].render(run, RenderContext(lang="zh")).decode()
    assert "豁免" in text or '"accepted": 1' in text


def test_json_says_who_answers_for_what_until_when(cli: Cli, tmp_path: Path) -> None:
    file = tmp_path / "报告.md"
    comments = (
        '<!-- checker: ignore legal_review reason="没有执法权" until=2026-12-31 -->\n'
        '<!-- checker: ignore title reason="标题由上级统一拟定" -->\n'
    )
    file.write_text(f"{_BAD}\n{comments}", "utf-8")
    out = json.loads(cli("check", file, "-f", "json", "--today", "2026-06-01").out)
    [report] = out["reports"]
    assert report["verdict"] == "pass"
    accepted = {item["id"]: item["accepted"] for item in report["items"] if item["accepted"]}
    assert accepted == {"legal_review": {"kind": "comment", "reason": "没有执法权", "until": "2026-12-31"}}
    assert out["summary"]["accepted"] == 1
    [notice] = report["notices"]
    assert "（title）没有用到" in notice


@pytest.mark.parametrize(
    "form", ["sarif", "junit", "github", "github-summary", "gitlab", "checkstyle", "json", "markdown", "plain"]
)
def test_a_suppression_without_effect_is_told_in_every_format(cli: Cli, tmp_path: Path, form: str) -> None:
    file = tmp_path / "报告.md"
    file.write_text(f"{_BAD}\n<!-- checker: ignore legal_review -->\n", "utf-8")
    assert "没有写明理由，不起作用" in cli("check", file, "-f", form, "--lang", "zh").out.replace("\n", "").replace(
        "  ", ""
    )


def test_a_quiet_run_tells_why_a_suppression_did_not_help(cli: Cli, tmp_path: Path) -> None:
    file = tmp_path / "报告.md"
    file.write_text(f"{_BAD}\n<!-- checker: ignore legal_review -->\n", "utf-8")
    assert "没有写明理由，不起作用" in cli("check", file, "-q", "--lang", "zh").out
