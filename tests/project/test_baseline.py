"""The baseline knows a shortfall again wherever its report has moved, and takes in nothing that is new."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from checker.errors import UsageError
from checker.project import baseline as baselines
from checker.results import Acceptance, ReportResult
from tests.cli.conftest import Cli
from tests.project.conftest import BAD, GOOD, REPORTS, Check

_NUMERALS = "一二三四五六七八九十"


def _later(text: str) -> str:
    """`text` with every typed number of a heading one higher."""

    def one_more(match: re.Match[str]) -> str:
        return match[1] + _NUMERALS[_NUMERALS.index(match[2]) + 1] + match[3]

    text = re.sub(r"(?m)^([#\s\u3000]*)([一二三四五六七八九])(、)", one_more, text)
    return re.sub(r"(?m)^([#\s\u3000]*（)([一二三四五六七八九])(）)", one_more, text)


def _reports(check: Check, folder: Path, *names: str) -> list[ReportResult]:
    for name in names:
        if not (folder / name).exists():
            shutil.copy(REPORTS / name, folder / name)
    return [check((folder / name).read_bytes(), str(folder / name)) for name in names]


def _accepted(reports: list[ReportResult], baseline: baselines.Baseline, base: Path) -> list[set[str]]:
    pairs = baselines.pair(reports, baseline, base)
    marked = [baselines.accept(report, pairs[at]) if at in pairs else report for at, report in enumerate(reports)]
    return [{item.id for item in report.items if item.accepted} for report in marked]


def _short(report: ReportResult) -> set[str]:
    return {item.id for item in report.items if item.status in ("weak", "missing")}


def test_it_records_what_falls_short_sorted_and_always_the_same(check: Check, tmp_path: Path) -> None:
    reports = _reports(check, tmp_path, *BAD, *GOOD)
    recorded = baselines.record(reports, tmp_path)
    assert set(BAD) <= {entry.path for entry in recorded}
    assert [entry.path for entry in recorded] == sorted(entry.path for entry in recorded)
    data = baselines.write(recorded)
    assert data == baselines.write(baselines.record(reversed(reports), tmp_path))
    (tmp_path / "b.json").write_bytes(data)
    assert baselines.read(tmp_path / "b.json") == recorded
    by_path = {entry.path: entry for entry in recorded}
    first = next(report for report in reports if report.path.endswith(BAD[0]))
    assert {shortfall.id for shortfall in by_path[BAD[0]].shortfalls} >= _short(first)


def test_what_is_accepted_otherwise_is_not_recorded(check: Check, tmp_path: Path) -> None:
    (report,) = _reports(check, tmp_path, BAD[0])
    items = tuple(item._replace(accepted=Acceptance("comment", "x")) for item in report.items)
    (entry,) = baselines.record([report._replace(items=items)], tmp_path) or (None,)
    assert entry is None or not {shortfall.id for shortfall in entry.shortfalls} & _short(report)


@pytest.mark.parametrize("name", BAD)
def test_edits_elsewhere_and_other_numbers_change_nothing(check: Check, tmp_path: Path, name: str) -> None:
    (report,) = _reports(check, tmp_path, name)
    recorded = baselines.record([report], tmp_path)
    text = (tmp_path / name).read_bytes().decode("utf-8-sig")
    for changed in (_later(text), text.replace("。", "。全年走访企业61家。", 1)):
        (tmp_path / name).write_text(changed, "utf-8")
        again = _reports(check, tmp_path, name)
        # An edit may mend something by chance; it must not make anything new.
        assert _accepted(again, recorded, tmp_path) == [_short(again[0])]
        assert _short(again[0]) <= _short(report)


def test_a_file_that_moved_is_known_by_its_content(check: Check, tmp_path: Path) -> None:
    reports = _reports(check, tmp_path, *BAD[:2])
    recorded = baselines.record(reports, tmp_path)
    (tmp_path / "区局").mkdir()
    (tmp_path / BAD[0]).rename(tmp_path / "区局" / "改名.txt")
    again = _reports(check, tmp_path, "区局/改名.txt", BAD[1])
    assert _accepted(again, recorded, tmp_path) == [_short(report) for report in reports]
    assert [item.fingerprint for item in again[0].items] == [item.fingerprint for item in reports[0].items]


def test_a_file_that_moved_and_was_edited_is_known_by_its_title(check: Check, tmp_path: Path) -> None:
    reports = _reports(check, tmp_path, *BAD[:2])
    recorded = baselines.record(reports, tmp_path)
    text = (tmp_path / BAD[0]).read_bytes().decode("utf-8-sig")
    (tmp_path / BAD[0]).unlink()
    (tmp_path / "改名.txt").write_text(text + "\n\n附：联系方式见本局网站。\n", "utf-8")
    assert _accepted(_reports(check, tmp_path, "改名.txt"), recorded, tmp_path) == [_short(reports[0])]


def test_a_copy_is_a_new_report(check: Check, tmp_path: Path) -> None:
    recorded = baselines.record(_reports(check, tmp_path, BAD[0]), tmp_path)
    shutil.copy(tmp_path / BAD[0], tmp_path / "副本.txt")
    again = _reports(check, tmp_path, BAD[0], "副本.txt")
    assert _accepted(again, recorded, tmp_path)[1] == set()


def test_the_same_shortfall_of_another_report_is_new(check: Check, tmp_path: Path) -> None:
    recorded = baselines.record(_reports(check, tmp_path, BAD[0]), tmp_path)
    assert _accepted(_reports(check, tmp_path, BAD[0], BAD[1]), recorded, tmp_path)[1] == set()


def test_another_reason_is_another_shortfall(check: Check, tmp_path: Path) -> None:
    (report,) = _reports(check, tmp_path, BAD[0])
    (entry,) = baselines.record([report], tmp_path)
    first = entry.shortfalls[0]
    entry = entry._replace(shortfalls=(first._replace(reason="planned-only"),))
    assert _accepted([report], (entry,), tmp_path) == [set()]


def test_status_tells_still_fixed_and_new(cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    for name in (BAD[0], GOOD[0]):
        shutil.copy(REPORTS / name, tmp_path / name)
    assert cli("baseline", "write", ".").code == 0
    shutil.copy(REPORTS / BAD[1], tmp_path / GOOD[0])
    (tmp_path / BAD[0]).unlink()
    outcome = cli("baseline", "status", ".")
    assert outcome.code == 0
    still, rest = outcome.out.split("已经解决（")
    fixed, new = rest.split("新出现（")
    assert still.startswith("仍然存在（0项）")
    assert BAD[0] in fixed
    assert GOOD[0] in new
    assert "行政执法公示制度" in new


def test_prune_takes_out_and_never_in(cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    for name in BAD[:2]:
        shutil.copy(REPORTS / name, tmp_path / name)
    cli("baseline", "write", ".", "--baseline", "b.json")
    shutil.copy(REPORTS / GOOD[0], tmp_path / BAD[0])
    shutil.copy(REPORTS / BAD[2], tmp_path / BAD[2])
    assert cli("baseline", "write", "--prune", ".", "--baseline", "b.json").code == 0
    left = json.loads((tmp_path / "b.json").read_text("utf-8"))
    paths = [report["path"] for report in left["reports"]]
    assert BAD[1] in paths
    assert BAD[2] not in paths
    assert not any(
        s["reason"] == "absent" for report in left["reports"] if report["path"] == BAD[0] for s in report["shortfalls"]
    )


def test_a_part_of_the_reports_leaves_the_others_alone(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    for name in BAD[:2]:
        shutil.copy(REPORTS / name, tmp_path / name)
    cli("baseline", "write", ".", "--baseline", "b.json")
    before = (tmp_path / "b.json").read_bytes()
    assert "已经解决（0项）" in cli("baseline", "status", BAD[0], "--baseline", "b.json").out
    cli("baseline", "write", "--prune", BAD[0], "--baseline", "b.json")
    assert (tmp_path / "b.json").read_bytes() == before


def test_a_low_score_that_is_known_may_stay_and_must_not_sink(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    shutil.copy(REPORTS / "a02.txt", tmp_path / "a.txt")
    cli("baseline", "write", ".", "--baseline", "b.json")
    assert cli("check", ".", "--min-score", 100).code == 1
    assert cli("check", ".", "--min-score", 100, "--baseline", "b.json").code == 0
    data = json.loads((tmp_path / "b.json").read_text("utf-8"))
    data["reports"][0]["score"] += 1
    (tmp_path / "b.json").write_text(json.dumps(data), "utf-8")
    assert cli("check", ".", "--min-score", 100, "--baseline", "b.json").code == 1


def test_an_unreadable_report_is_told_and_stays_an_error(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    (tmp_path / "坏.docx").write_bytes(b"PK\x03\x04")
    outcome = cli("baseline", "write", ".", "--baseline", "b.json")
    assert outcome.code == 3
    assert "坏.docx：无法检查。" in outcome.err
    assert cli("check", ".", "--baseline", "b.json").code == 3


@pytest.mark.parametrize(
    "text", ["", "{}", "[]", '{"version": 2, "reports": []}', '{"version": 1, "reports": [{}]}', "[" * 100_000]
)
def test_a_broken_baseline_gets_a_sentence(cli: Cli, tmp_path: Path, text: str) -> None:
    file = tmp_path / "b.json"
    file.write_text(text, "utf-8")
    with pytest.raises(UsageError):
        baselines.read(file)
    outcome = cli("check", REPORTS / GOOD[0], "--baseline", file)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.count("\n") == 1


def test_no_baseline_and_no_place_for_one(cli: Cli, tmp_path: Path) -> None:
    assert "没有找到基线文件" in cli("check", REPORTS / GOOD[0], "--baseline", tmp_path / "没有.json").err
    outcome = cli("baseline", "write", REPORTS / BAD[0], "--baseline", tmp_path / "没有" / "b.json")
    assert outcome.code == 2
    assert "无法写入" in outcome.err
