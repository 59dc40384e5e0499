"""More than fifty kinds of bad files among good ones: the good are checked, each bad one has one clear line."""

from __future__ import annotations

import json
import os
import re
import runpy
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import REPORTS, Cli

MAKER = REPORTS.parent / "bad" / "make.py"
GOOD = ("a01.txt", "a03.md", "a05.html", "a06.txt")

pytestmark = pytest.mark.skipif(os.name == "nt", reason="pipes and links")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_bad_files_among_good_ones(cli: Cli, tmp_path: Path, lang: str) -> None:
    folder = tmp_path / "送审稿"
    expected = runpy.run_path(str(MAKER))["write"](folder)
    assert len(expected) > 50
    for name in GOOD:
        shutil.copy(REPORTS / name, folder / name)
    # Odd, but text: a report that says nothing.
    for name, start in (("层层引用.md", ">"), ("层层列表.md", "- "), ("层层括号.txt", "（")):
        (folder / name).write_text(start * 100_000 + " 法治政府建设年度报告\n\n文本到此为止。", "utf-8")
    out = tmp_path / "结果"
    given = ("audit", folder, "-o", out, "-j", "2", "--timeout", "20", "--no-progress", "--lang", lang)
    done = cli(*given, "-q", "-f", "json")
    assert done.code == 3
    assert done.err == ""
    errors = {}
    for report in json.loads(done.out)["reports"]:
        name = report["path"].removeprefix(f"{folder}/")
        if report["error"] is None:
            assert report["items"], name
        else:
            errors[name] = report["error"]["code"]
            assert re.fullmatch("[^\n]+[。.]", report["error"]["message"]), name
    assert errors == expected
    shown = cli(*given, "-v", "-f", "plain")
    assert shown.code == 3
    assert len(re.findall("^  × ", shown.out, re.MULTILINE)) == len(expected)
    assert "\x1b" not in shown.out


def test_bad_files_given_by_name(cli: Cli, tmp_path: Path) -> None:
    expected = runpy.run_path(str(MAKER))["write"](tmp_path)
    inside = {name for name in expected if ".zip/" in name}
    listed = "".join(f"{tmp_path / name}\n" for name in sorted(expected) if name not in inside and "\n" not in name)
    done = cli("audit", "--files-from", "-", "-q", "-f", "json", stdin=os.fsencode(listed))
    assert done.code == 3
    errors = {
        report["path"].removeprefix(f"{tmp_path}/"): report["error"]["code"]
        for report in json.loads(done.out)["reports"]
    }
    assert errors == {name: code for name, code in expected.items() if name not in inside and "\n" not in name}
