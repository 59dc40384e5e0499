"""`checker rules schema` and `test`, as an author meets them."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest
import yaml

from checker.ruleset import load, shipped
from tests.cli.conftest import Cli
from tests.ruleset.conftest import Folder

MAIN = "law-based-government"
_SHELF = Path(__file__).parents[2] / "rulesets"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Folder:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return Folder(tmp_path / "town-briefing")


def test_the_schema_accepts_shipped_files_as_they_are_written(cli: Cli) -> None:
    from jsonschema import Draft202012Validator

    outcome = cli("rules", "schema")
    assert outcome.code == 0
    validator = Draft202012Validator(json.loads(outcome.out))
    for name in shipped():
        data = yaml.safe_load((_SHELF / name / "ruleset.yaml").read_text("utf-8"))
        assert list(validator.iter_errors(data)) == []
        data["items"].append({"id": "notices"})
        assert list(validator.iter_errors(data)) != []


def test_examples_that_pass(cli: Cli) -> None:
    outcome = cli("rules", "test", "--lang", "zh")
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.count("\n") == 1
    assert re.match(rf"{MAIN} {load(MAIN).info.version}：测试(\d+)项，符合\1项，不符0项。$", outcome.out)


@pytest.mark.parametrize(
    ("lang", "lines"),
    [
        ("zh", ["张贴公示（notices）", "  - 缺失（absent）", "  + 达标", "    全年村务公示36张。"]),
        ("en", ["Notices (notices)", "  - missing (absent)", "  + present", "    全年村务公示36张。"]),
    ],
)
def test_examples_that_fail_are_shown_as_a_diff(cli: Cli, folder: Folder, lang: str, lines: list[str]) -> None:
    line, _ = folder.edit("status: present", "status: missing, reason: absent", item=True)
    outcome = cli("rules", "test", folder.path, "--lang", lang)
    assert outcome.code == 1
    _, blank, *shown = outcome.out.splitlines()
    assert blank == ""
    assert shown == [f"{folder.item}:{line}:5: {lines[0]}", *lines[1:]]


def test_coverage_names_what_no_example_shows(cli: Cli, folder: Folder) -> None:
    outcome = cli("rules", "test", folder.path, "--coverage", "--lang", "en")
    assert outcome.code == 0
    assert "\n5 verdicts and remarks, 4 not exercised.\n" in outcome.out
    assert re.search(r"\n\d+ phrases, \d+ exercised \(\d+\.\d%\), \d+ not\.\n", outcome.out)
    assert "\n  notices: weak (bare-mention)\n" in outcome.out
    line, column = folder.edit("张贴公示制度", "张贴公示制度", item=True)
    assert f"\n  {folder.item}:{line}:{column}: notices.names: 张贴公示制度\n" in outcome.out


def test_coverage_that_is_asked_for(cli: Cli, folder: Folder) -> None:
    enough = cli("rules", "test", folder.path, "--min-coverage", "0", "--lang", "en")
    assert (enough.code, "Less than" in enough.out) == (0, False)
    short = cli("rules", "test", folder.path, "--min-coverage", "95", "--lang", "en")
    assert short.code == 1
    assert short.out.endswith("\nLess than 95% of the phrases are exercised.\n")
    # Without --coverage the phrases are not listed.
    assert str(folder.item) not in short.out


def test_tests_beside_a_ruleset_are_shown_as_examples_are(cli: Cli, folder: Folder) -> None:
    tests = folder.path / "tests"
    tests.mkdir()
    (tests / "cases.yaml").write_text("headings:\n  plan: [一、主要工作]\nfurniture: [全年植树3600棵。]\n", "utf-8")
    (tests / "report.md").write_text("---\nexpect: {notices: present}\n---\n\n全年植树3600棵。\n", "utf-8")
    outcome = cli("rules", "test", folder.path, "--lang", "zh")
    assert outcome.code == 1
    assert outcome.out.split("\n\n")[1:] == [
        f"{tests}/cases.yaml:2:10: 标题所表示的内容\n  - plan\n  + account\n    一、主要工作",
        f"{tests}/cases.yaml:3:13: 网页附带文字\n  - 不属于报告\n  + 读作报告的内容\n    全年植树3600棵。",
        f"{tests}/report.md:2:10: 张贴公示（notices）\n  - 达标\n  + 缺失（absent）\n",
    ]


def test_a_slip_in_a_sample_report_is_told_with_its_place(cli: Cli, folder: Folder) -> None:
    (folder.path / "tests").mkdir()
    report = folder.path / "tests" / "report.md"
    report.write_text("---\nexpect:\n  notice: present\n---\n\n全年植树3600棵。\n", "utf-8")
    outcome = cli("rules", "test", folder.path, "--lang", "en")
    assert (outcome.code, outcome.out) == (2, "")
    assert f"\n{report}:3:3: “notice” is not one of: notices. Did you mean “notices”?\n" in outcome.err


def test_phrases_that_never_matter_are_told(cli: Cli, folder: Folder) -> None:
    folder.edit("  own_content:", "  lacking: [不到位, 还不到位]\n  own_content:", item=True)
    outcome = cli("rules", "test", folder.path, "--coverage", "--lang", "en")
    assert outcome.code == 0
    assert "notices.lacking: 还不到位 (“不到位” does for it)" in outcome.out


def test_a_ruleset_without_examples_says_so(cli: Cli, folder: Folder) -> None:
    folder.edit("examples:\n  - {text: 全年村务公示36张。, status: present}\n", "", item=True)
    outcome = cli("rules", "test", folder.path, "--lang", "en")
    assert outcome.code == 0
    assert "there are no examples" in outcome.out


def test_a_broken_ruleset_is_not_tried(cli: Cli, folder: Folder) -> None:
    folder.edit("level: required", "level: requird", item=True)
    outcome = cli("rules", "test", folder.path)
    assert (outcome.code, outcome.out) == (2, "")
    assert f"{folder.item}:3:" in outcome.err


def test_lint_finds_nothing_in_the_shipped_ruleset(cli: Cli) -> None:
    outcome = cli("rules", "lint", "--lang", "en")
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out == f"{MAIN} {load(MAIN).info.version}: nothing found.\n"


@pytest.mark.parametrize(
    ("lang", "sentence"),
    [
        ("zh", "“notices”可能得出“absent”，但没有这样的例句；请在examples中补一条。"),
        ("en", "“notices” can come out as “absent”, but no example shows it; add one to examples."),
    ],
)
def test_lint_tells_the_place(cli: Cli, folder: Folder, lang: str, sentence: str) -> None:
    line, column = folder.edit("examples:", "examples:", item=True)
    outcome = cli("rules", "lint", folder.path, "--lang", lang)
    assert outcome.code == 1
    assert f"{folder.item}:{line}:{column}: {sentence}\n" in outcome.out


def test_lint_of_a_broken_ruleset_tells_what_is_broken(cli: Cli, folder: Folder) -> None:
    folder.edit("level: required", "level: requird", item=True)
    assert cli("rules", "lint", folder.path).code == 2


OVERLAY = Path(__file__).parents[2] / "docs" / "examples" / "government-services" / "ruleset.yaml"


def test_the_resolved_ruleset_tells_where_each_value_comes_from(cli: Cli) -> None:
    lines = cli("rules", "show", "--resolved", OVERLAY).out.splitlines()
    assert f'id: "government-services"  # {OVERLAY}:3' in lines
    assert any(line.startswith('      - "任务书"  # ') and str(OVERLAY) in line for line in lines)
    assert str(OVERLAY) in next(line for line in lines if "行政执法和行政检查公示" in line)
    assert any("legal_review.yaml:" in line and "重大执法决定法制审核制度" in line for line in lines)


def test_the_resolved_ruleset_is_a_ruleset(cli: Cli, tmp_path: Path) -> None:
    whole = tmp_path / "whole.yaml"
    whole.write_text(cli("rules", "show", "--resolved", OVERLAY).out, "utf-8")
    assert load(str(whole)).items == load(str(OVERLAY)).items
    assert load(str(whole)).findings == load(str(OVERLAY)).findings


def test_the_schema_accepts_an_overlay_and_knows_its_keys(cli: Cli) -> None:
    from jsonschema import Draft202012Validator

    validator = Draft202012Validator(json.loads(cli("rules", "schema").out))
    data = yaml.safe_load(OVERLAY.read_text("utf-8"))
    assert list(validator.iter_errors(data)) == []
    faults: list[dict[str, object]] = [
        {"overide": {}},
        {"remove": "title"},
        {"zones": {"plan": {"headings": {"plus": ["甲"]}}}},
    ]
    for fault in faults:
        assert list(validator.iter_errors(data | fault)) != []
    data.pop("extends")
    assert list(validator.iter_errors(data)) != []


@pytest.mark.parametrize(
    ("lang", "sentences"),
    [
        ("zh", "没有“levl”这个键。您要写的是不是“level”？"),
        ("en", "There is no key “levl” here. Did you mean “level”?"),
    ],
)
def test_a_slip_is_told_with_what_was_meant(cli: Cli, folder: Folder, lang: str, sentences: str) -> None:
    line, _ = folder.edit("level: required", "level: required\nlevl: required", item=True)
    assert (
        cli("rules", "lint", folder.path, "--lang", lang).err.splitlines()[1]
        == f"{folder.item}:{line + 1}:1: {sentences}"
    )


@pytest.fixture
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in."""
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path / "empty")
    return tmp_path / "empty"


def test_a_new_ruleset_is_written_linted_and_tested(cli: Cli, empty: Path) -> None:
    outcome = cli("rules", "new", "water-bureau", "--from", "generic-annual-report", "--lang", "en")
    assert (outcome.code, outcome.err) == (0, "")
    names = ["ruleset.yaml", "ruleset.schema.json", "tests/report.md"]
    assert all(f"  {Path('water-bureau') / name}\n" in outcome.out for name in names)
    assert cli("rules", "lint", "water-bureau").code == 0
    assert cli("rules", "test", "water-bureau").code == 0
    assert cli("check", "-r", "water-bureau", Path("water-bureau") / "tests" / "report.md").code == 0


def test_nothing_is_overwritten(cli: Cli, empty: Path) -> None:
    report = empty / "office" / "tests" / "report.md"
    report.parent.mkdir(parents=True)
    report.write_text("我的报告\n", "utf-8")
    outcome = cli("rules", "new", "water-bureau", "office", "--lang", "zh")
    assert outcome.code == 2
    assert "已经存在，没有写入任何文件" in outcome.err
    assert report.read_text("utf-8") == "我的报告\n"
    assert [path for path in empty.rglob("*") if path.is_file()] == [report]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["Water_Bureau"], "cannot be the id of a ruleset"),
        (["law-based-government"], "There is a shipped ruleset"),
        (["water-bureau", "--from", "no-such-ruleset"], "There is no ruleset"),
    ],
)
def test_a_new_ruleset_that_cannot_be(cli: Cli, empty: Path, arguments: list[str], sentence: str) -> None:
    outcome = cli("rules", "new", *arguments, "--lang", "en")
    assert outcome.code == 2
    assert sentence in outcome.err
    assert list(empty.iterdir()) == []


def test_a_new_ruleset_stands_on_one_in_its_own_folder_only(cli: Cli, empty: Path, folder: Folder) -> None:
    outside = cli("rules", "new", "water-bureau", "--from", folder.path, "--lang", "en")
    assert (outside.code, "copy it into the folder first" in outside.err) == (2, True)
    inside = empty / "office" / "base"
    shutil.copytree(folder.path, inside)
    assert cli("rules", "new", "water-bureau", "office", "--from", Path("office") / "base").code == 0
    assert "\nextends: base\n" in (empty / "office" / "ruleset.yaml").read_text("utf-8")
    assert cli("rules", "test", "office").code == 0
