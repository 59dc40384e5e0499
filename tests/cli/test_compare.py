"""`checker compare`: two years of one organ."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import REPORTS, Cli

OLD = REPORTS / "a04.txt"


@pytest.fixture
def better(tmp_path: Path) -> Path:
    """The report of a04 a year later: the same text, with the review of decisions written in."""
    text = OLD.read_text("utf-8").replace("2021", "2022")
    lines = text.splitlines()
    at = next(number for number, line in enumerate(lines) if line.startswith("三、"))
    lines.insert(
        at + 1,
        "严格落实重大执法决定法制审核制度，法制审核机构配备审核人员4名，全年审核重大执法决定29件，提出审核意见31条。",
    )
    new = tmp_path / "2022年.txt"
    new.write_text("\n".join(lines), "utf-8")
    return new


def test_what_improved_and_what_was_copied(cli: Cli, better: Path) -> None:
    done = cli("compare", OLD, better, "--lang", "zh")
    assert done.code == 0
    improved = done.out.split("有改善的项目")[1].split("没有变化的项目")[0]
    assert "重大执法决定法制审核制度" in improved
    assert "缺失 → 达标" in improved
    assert "有退步的项目" not in done.out
    assert "与上年一字不差的内容" in done.out


def test_the_other_way_round_it_got_worse(cli: Cli, better: Path) -> None:
    done = cli("compare", better, OLD, "--lang", "zh")
    assert "达标 → 缺失" in done.out.split("有退步的项目")[1]


def test_a_shortcoming_that_returns_is_told(cli: Cli) -> None:
    path = REPORTS / "a01.txt"
    assert "上年写过、今年再次出现的不足" in cli("compare", path, path, "--lang", "zh").out


def test_reports_of_different_organs_share_nothing(cli: Cli) -> None:
    out = cli("compare", REPORTS / "a01.txt", REPORTS / "a20.txt", "--lang", "zh").out
    assert "与上年一字不差的内容" not in out
    assert "再次出现的不足" not in out


def test_a_report_that_cannot_be_read_is_told(cli: Cli, tmp_path: Path) -> None:
    done = cli("compare", OLD, tmp_path / "没有.txt", "--lang", "zh")
    assert done.code == 3
    assert done.err.count("\n") == 1
