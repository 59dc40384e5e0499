"""Whole reports on open government information, the same one in three formats, through the command line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from checker.engine import check
from checker.readers import read_bytes
from checker.ruleset import load
from tests.cli.conftest import Cli, cli  # noqa: F401 -- a fixture

FIXTURES = Path(__file__).parents[2] / "fixtures" / "open-government-information"
RULESET = "open-government-information"
LABELS = [json.loads(line) for line in (FIXTURES / "labels.jsonl").read_text("utf-8").splitlines()]
FORMATS = ("md", "html", "docx")


def _report(cli: Cli, path: Path) -> dict[str, Any]:  # noqa: F811
    found = cli("check", "-r", RULESET, "-f", "json", path)
    assert found.code in (0, 1), found.err
    reports: list[dict[str, Any]] = json.loads(found.out)["reports"]
    return reports[0]


@pytest.mark.parametrize("suffix", FORMATS)
@pytest.mark.parametrize("label", LABELS, ids=lambda label: label["file"])
def test_every_report_gets_its_verdicts(cli: Cli, label: dict[str, Any], suffix: str) -> None:  # noqa: F811
    report = _report(cli, FIXTURES / f"{label['file']}.{suffix}")
    others = {
        item["id"]: {"status": item["status"], "reasons": [reason["code"] for reason in item["reasons"]]}
        for item in report["items"]
        if item["status"] != "present" or item["reasons"]
    }
    assert others == label["others"]
    assert (report["organ"], report["year"], report["verdict"]) == (label["organ"], label["year"], label["verdict"])
    # A Word file has no date of publication, so it cannot be late.
    assert [finding["id"] for finding in report["findings"]] == (label["findings"] if suffix != "docx" else [])
    assert report["readability"] == "ok"


def test_every_item_is_found_wanting_in_some_report() -> None:
    wanting = {item for label in LABELS for item in label["others"]}
    assert wanting == {item.id for item in load(RULESET).items} - {"title", "period"}


def test_the_samples_are_what_their_script_writes() -> None:
    import runpy

    written = runpy.run_path(str(FIXTURES / "make.py"))
    for report in written["REPORTS"]:
        assert (FIXTURES / f"{report.name}.md").read_text("utf-8") == written["markdown"](report)
        assert (FIXTURES / f"{report.name}.html").read_text("utf-8") == written["web_page"](report)


@pytest.mark.parametrize("suffix", FORMATS)
def test_a_clerk_is_told_which_cells_and_by_how_much(cli: Cli, suffix: str) -> None:  # noqa: F811
    report = _report(cli, FIXTURES / f"sum-off-by-one.{suffix}")
    item = next(item for item in report["items"] if item["id"] == "applications_arithmetic")
    row, column = (reason["message"] for reason in item["reasons"])
    assert "予以公开" in row
    for told in ("自然人2", "商业企业1", "总计4", "1"):
        assert told in row.replace(" ", "")
    assert "总计" in column
    assert "7" in column
    assert "6" in column
    assert [cell for cell in item["evidence"][0]["text"].split() if cell.isdigit()] == list("2100004")
    assert item["evidence"][0]["section"] == ["三、收到和处理政府信息公开申请情况"]


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("columns", ["80", "120"])
def test_the_screen_shows_each_sum_that_is_wrong(cli: Cli, lang: str, columns: str) -> None:  # noqa: F811
    shown = cli("check", "-r", RULESET, "--lang", lang, FIXTURES / "identity-violated.docx", COLUMNS=columns).out
    squeezed = "".join(shown.split())
    assert ("相差2" if lang == "zh" else "differby2") in squeezed
    assert ("相差1" if lang == "zh" else "differby1") in squeezed
    assert "{" not in shown


@pytest.mark.parametrize(
    ("name", "day", "late"),
    [
        ("department", "2025-01-31", False),
        ("department", "2025-02-01", True),
        ("town", "2025-02-01", True),
        ("government", "2024-03-31", False),
        ("government", "2024-04-01", True),
    ],
)
def test_governments_have_two_months_more(name: str, day: str, late: bool) -> None:
    page = (FIXTURES / f"{name}.html").read_text("utf-8")
    published = next(label["published"] for label in LABELS if label["file"] == name)
    result = check(read_bytes(page.replace(published, day).encode(), "a.html"), load(RULESET))
    assert [finding.id for finding in result.findings] == (["date-mismatch"] if late else [])


def test_a_missing_part_belongs_behind_the_one_before_it(cli: Cli) -> None:  # noqa: F811
    shown = cli("check", "-r", RULESET, FIXTURES / "section-missing.html", "--lang", "zh", COLUMNS="120")
    assert shown.code == 1
    assert "“四、政府信息公开行政复议、行政诉讼情况”" in shown.out


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_page_of_an_item_shows_no_gaps_of_its_sentences(cli: Cli, lang: str) -> None:  # noqa: F811
    for item in load(RULESET).items:
        page = cli("explain", "-r", RULESET, item.id, "--lang", lang)
        assert page.code == 0
        assert "{" not in page.out
        assert "---" not in page.out
        assert len(page.out.splitlines()) < 220


def test_a_report_on_the_rule_of_law_is_no_such_report(cli: Cli) -> None:  # noqa: F811
    report = _report(cli, FIXTURES.parent / "reports" / "a01.txt")
    assert report["verdict"] == "fail"
    assert {item["status"] for item in report["items"] if item["level"] == "required"} == {"missing", "not_applicable"}
