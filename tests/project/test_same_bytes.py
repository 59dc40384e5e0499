"""The same input gives the same bytes in every format: twice, on any number of processes, in any locale and folder."""

from __future__ import annotations

import json
import shutil
from urllib.parse import unquote

import pytest

from checker.render import FORMATS
from tests.project.conftest import BAD, GOOD, REPORTS, Program

_SAMPLES = (*BAD[:2], BAD[3], GOOD[0], "a05.html")


@pytest.fixture
def project(program: Program) -> Program:
    (program.folder / ".git").mkdir()
    (program.folder / "报送").mkdir()
    for name in _SAMPLES:
        shutil.copy(REPORTS / name, program.folder / "报送" / name)
    (program.folder / "报送" / "坏.docx").write_bytes(b"PK\x03\x04")
    return program


_RUNS: list[tuple[tuple[str, ...], dict[str, str]]] = [
    (("-j1",), {"PYTHONHASHSEED": "1"}),
    (("-j1",), {"PYTHONHASHSEED": "2"}),
    (("-j2",), {"PYTHONHASHSEED": "3"}),
    (("-j2",), {"LC_ALL": "C", "LANG": "C"}),
    ((), {"LC_ALL": "zh_CN.UTF-8", "COLUMNS": "200", "TERM": "xterm"}),
    ((), {"LC_ALL": "C", "PYTHONIOENCODING": "gbk"}),
]


def test_twice_in_any_locale_from_another_folder_and_on_two_processes(project: Program) -> None:
    first: dict[str, bytes] = {}
    for number, (options, environment) in enumerate(_RUNS):
        here = project.folder / f"第{number}处"
        shutil.copytree(project.folder / "报送", here / "报送")
        (here / ".git").mkdir()
        formats = [f"--format={name}=out.{name}" for name in FORMATS]
        done = project("check", "报送", *formats, "--lang", "zh", *options, cwd=here, **environment)
        assert (done.code, done.out, done.err) == (3, "", "")
        found = {name: (here / f"out.{name}").read_bytes() for name in FORMATS}
        assert all(found.values())
        first = first or found
        assert found == first, options


@pytest.mark.parametrize("name", FORMATS)
def test_standard_output_is_the_same_too(project: Program, name: str) -> None:
    runs = [project("check", "报送", "-f", name, "--lang", "zh", jobs, LC_ALL=lc) for jobs, lc in _STDOUT]
    assert runs[0].out
    assert runs == [runs[0]] * len(_STDOUT)


_STDOUT = [("-j1", "zh_CN.UTF-8"), ("-j2", "C")]


@pytest.mark.parametrize("name", ["a04.txt", "c13.md", "c17.md"])
def test_columns_of_sarif_point_at_the_quoted_text(project: Program, name: str) -> None:
    shutil.copy(REPORTS / name, project.folder / name)
    run = json.loads(project("check", name, "-f", "sarif", "--fail-on", "weak").out)["runs"][0]
    text = (project.folder / name).read_bytes().decode("utf-8-sig")
    lines = text.replace("\r\n", "\n").split("\n")
    quoted = 0
    for result in run["results"]:
        for location in (*result["locations"], *result.get("relatedLocations", [])):
            place = location["physicalLocation"]
            assert unquote(place["artifactLocation"]["uri"]) == name
            region = place["region"]
            if "snippet" not in region:
                continue
            found = lines[region["startLine"] - 1 : region["endLine"]]
            found[-1] = found[-1][: region["endColumn"] - 1]
            found[0] = found[0][region["startColumn"] - 1 :]
            assert "\n".join(found) == region["snippet"]["text"].replace("\r\n", "\n")
            quoted += 1
    assert quoted


def test_a_missing_item_stands_at_the_heading_it_belongs_after(project: Program) -> None:
    run = json.loads(project("check", f"报送/{BAD[0]}", "-f", "sarif").out)["runs"][0]
    lines = (REPORTS / BAD[0]).read_bytes().decode("utf-8-sig").splitlines()
    missing = [result for result in run["results"] if "（缺失）" in result["message"]["text"]]
    assert missing
    for result in missing:
        region = result["locations"][0]["physicalLocation"]["region"]
        assert region["startLine"] == 1 or "、" in lines[region["startLine"] - 1][:4]
