"""Thirty kinds of bad files among good ones: the good are checked, each bad one has one clear line."""

from __future__ import annotations

import json
import os
import runpy
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import REPORTS, Cli

FIXTURES = REPORTS.parent
GOOD = ("a01.txt", "a03.md", "a05.html", "a06.txt")


@pytest.mark.skipif(os.name == "nt", reason="pipes and links")
def test_bad_files_among_good_ones(cli: Cli, tmp_path: Path) -> None:
    folder = tmp_path / "送审稿"
    made = runpy.run_path(str(FIXTURES / "bad" / "make.py"))
    made["write"](folder)
    bad = len(list(folder.iterdir()))
    assert bad >= 30
    for name in GOOD:
        shutil.copy(REPORTS / name, folder / name)
    done = cli("audit", folder, "-j", "2", "-q", "-f", "json", "--lang", "zh", "--timeout", "20")
    reports = json.loads(done.out)["reports"]
    checked = {Path(report["path"]).name for report in reports if report["items"]}
    assert checked == set(GOOD)
    assert done.code == 3
    assert done.err == ""
    unread = [report for report in reports if not report["items"]]
    for report in unread:
        message = report["error"]["message"]
        assert report["error"]["code"] not in ("internal-error", "worker-died", "timed-out"), report["path"]
        assert "\n" not in message
        assert message.endswith("。")
    # Files with the same bytes are told once.
    assert len({report["digest"] or report["path"] for report in unread}) == len(unread)
    assert len(unread) >= 28
