"""`-r auto` on the command line: every output names the ruleset that was chosen."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Cli

REPORT = """\
清源县应急管理局2025年度法治政府建设年度报告
一、主要举措和成效
（一）全年组织执法培训6期，参训480人次，检查企业480家次，立案126起。
二、存在的不足和原因
执法力量不足，主要原因是编制偏少。
三、下一年度安排
组织12名干部参加执法资格考试，6月底前完成。
"""


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("zh", "应急管理部门法治政府建设年度报告"),
        ("en", "Annual report of an emergency management department"),
    ],
)
def test_every_output_names_the_choice(cli: Cli, tmp_path: Path, lang: str, told: str) -> None:
    path = tmp_path / "a.txt"
    path.write_text(REPORT, encoding="utf-8")
    for form in ("plain", "markdown"):
        out = cli("check", "-r", "auto", "--lang", lang, "-f", form, path, COLUMNS="200").out
        assert told in out, form
        assert "law-based-government/emergency-management" in out, form
    report = json.loads(cli("check", "-r", "auto", "--lang", lang, "-f", "json", path).out)["reports"][0]
    assert report["ruleset"]["id"] == "law-based-government/emergency-management"
