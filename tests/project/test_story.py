"""A repository of twelve reports, five of them bad, from its first day with the tool: as docs/ci.md tells it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from tests.project.conftest import BAD, GOOD, REPORTS, Program

_WITH_REASON = '<!-- checker: ignore legal_review reason="本局没有行政执法权，见三定方案" -->'
_WITHOUT_REASON = "<!-- checker: ignore legal_review -->"


def _copy(name: str, target: Path) -> None:
    target.parent.mkdir(exist_ok=True)
    shutil.copy(REPORTS / name, target)


def test_the_whole_story(program: Program) -> None:
    folder = program.folder / "报送"
    program.git("init", "-q", "-b", "main")
    (program.folder / "checker.toml").write_text('paths = ["报送"]\n', "utf-8")
    for number, name in enumerate((*BAD, *GOOD), start=1):
        _copy(name, folder / f"{number:02}{Path(name).suffix}")
    assert len(list(folder.iterdir())) == 12
    program.git("add", ".")
    program.git("commit", "-qm", "十二份报告")

    # The first run fails; the baseline takes in what is there, and the gate opens.
    assert program("check").code == 1
    written = program("baseline", "write")
    assert (written.code, written.out) == (0, "")
    with (program.folder / "checker.toml").open("a", encoding="utf-8") as file:
        file.write('baseline = "checker-baseline.json"\n')
    passing = program("check")
    assert passing.code == 0
    assert "（已列入基线）" in passing.out
    recorded = (program.folder / "checker-baseline.json").read_bytes()
    program.git("add", ".")
    program.git("commit", "-qm", "基线")

    # A new bad report fails, in the whole and in the pull request.
    _copy("a09.txt", folder / "13.txt")
    assert program("check").code == 1
    changed = program("check", "--changed-since", "main", "-q")
    assert changed.code == 1
    assert changed.out.splitlines()[-1].startswith("共检查1份报告：0份通过，1份不通过")
    (folder / "13.txt").unlink()
    assert program("check").code == 0

    # A fix shrinks the baseline, and what was mended cannot come back.
    _copy(GOOD[0], folder / "01.txt")
    assert "已经解决（0项）" not in program("baseline", "status").out
    assert program("baseline", "write", "--prune").code == 0
    shrunk = (program.folder / "checker-baseline.json").read_bytes()
    assert len(json.loads(shrunk)["reports"]) <= len(json.loads(recorded)["reports"])
    assert shrunk.count(b'"id"') < recorded.count(b'"id"')
    assert program("check").code == 0
    _copy(BAD[0], folder / "01.txt")
    assert program("check").code == 1
    _copy(GOOD[0], folder / "01.txt")

    # A suppression passes with a reason, and fails without one.
    text = (REPORTS / "a08.md").read_text("utf-8")
    new = folder / "14.md"
    for comment, code in ((_WITHOUT_REASON, 1), (_WITH_REASON, 0)):
        new.write_text(f"{comment}\n\n{text}", "utf-8")
        done = program("check", "报送/14.md", "--config", "checker.toml")
        assert done.code == code, done.out
    assert "（已豁免：本局没有行政执法权，见三定方案）" in done.out
    new.unlink()

    # A rename keeps the fingerprints, and so the baseline.
    before = json.loads(program("check", "报送/02.txt", "-f", "json").out)["reports"][0]
    (folder / "02.txt").rename(folder / "某局报告.txt")
    after = json.loads(program("check", "报送/某局报告.txt", "-f", "json").out)["reports"][0]
    assert [item["fingerprint"] for item in after["items"]] == [item["fingerprint"] for item in before["items"]]
    assert after["verdict"] == "pass"
    assert program("check").code == 0
