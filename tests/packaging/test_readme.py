"""What README promises: its commands work, its files are there, both languages say the same, and CI runs its tests."""

from __future__ import annotations

import html
import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from collections import defaultdict
from pathlib import Path

import pytest

from checker import errors
from checker.cli.app import run
from checker.render import FORMATS

ROOT = Path(__file__).parents[2]
READMES = ("README.md", "README.zh-CN.md")
PAIRS = (
    READMES,
    ("docs/verdicts.md", "docs/verdicts.zh-CN.md"),
    ("docs/between-reports.md", "docs/between-reports.zh-CN.md"),
)
PAGES = sorted(str(path.relative_to(ROOT)) for path in (*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")))
SAMPLE = "fixtures/formats/report.docx"
FENCED = re.compile(r"^```(?:sh|bat)\n(.*?)^```", re.MULTILINE | re.DOTALL)


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def commands(name: str) -> list[str]:
    """The lines of the shell blocks, in order, but for those that are run as a whole."""
    blocks = [block for block in FENCED.findall(read(name)) if block not in stories(name)]
    return [line for block in blocks for line in block.splitlines() if line]


def stories(name: str) -> list[str]:
    """The blocks whose lines belong together: they write a configuration first."""
    return [block for block in FENCED.findall(read(name)) if block.startswith("cat >checker.toml")]


def checks(name: str) -> list[list[str]]:
    """The arguments of every call of the tool that a page shows, the sample's apart."""
    called = [shlex.split(line.replace("checker-env\\Scripts\\", "")) for line in commands(name)]
    return [words[1:] for words in called if words[0] == "checker" and SAMPLE not in words]


@pytest.fixture
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in ("FORCE_COLOR", "NO_COLOR", "LC_ALL"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("COLUMNS", "80")


@pytest.mark.parametrize("name", READMES)
def test_two_commands_set_up_the_third_checks_the_fourth_tests(name: str) -> None:
    venv, install, check, test = commands(name)[:4]
    assert "-m venv" in venv
    assert install == "pip install -e '.[dev]' -c constraints.txt"
    assert check.startswith(f"checker check {SAMPLE}")
    assert test == "pytest -n 2"


def test_ci_sets_up_and_tests_as_readme_says() -> None:
    steps = [line.strip().replace("-qq ", "") for line in read(".ci/run").splitlines()]
    _, install, _, test = commands("README.md")[:4]
    assert install in steps
    assert test in steps


@pytest.mark.usefixtures("english")
def test_the_first_command_shows_present_weak_and_missing(
    monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    monkeypatch.chdir(ROOT)
    assert run(shlex.split(commands("README.md")[2])[1:]) == errors.EXIT_SHORTFALL
    shown = capsysbinary.readouterr().out.decode()
    assert re.search(r"Required: [1-9] present, [1-9] weak, [1-9] missing", shown)


@pytest.mark.parametrize("arguments", checks(READMES[0]) + checks(READMES[1]), ids=" ".join)
def test_every_other_command_works(arguments: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    for place in ("草稿.docx", "去年报告.docx", "今年报告.docx", "reports/a.docx", "各单位报告/甲局.docx"):
        target = tmp_path / place
        target.parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / SAMPLE, target)
    assert run(arguments) in (errors.EXIT_OK, errors.EXIT_SHORTFALL)


@pytest.mark.parametrize("name", [*READMES, "docs/ci.md"])
def test_a_repository_with_a_past_is_taken_in_as_told(name: str, tmp_path: Path) -> None:
    (story,) = stories(name)
    (tmp_path / "报送").mkdir()
    shutil.copy(ROOT / SAMPLE, tmp_path / "报送" / "甲局.docx")
    subprocess.run(["git", "init", "--quiet", tmp_path], check=True)
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["sh", "-ec", story],
        cwd=tmp_path,
        env={**os.environ, "PATH": path},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    # The report falls short: it failed before the baseline, and passes with it.
    assert re.search(r"fall short|不通过", done.stdout)
    staged = subprocess.run(
        ["git", "diff", "--cached", "--name-only"], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert staged.stdout.split() == ["checker-baseline.json", "checker.toml"]


@pytest.mark.parametrize("name", READMES)
def test_the_exit_codes_are_the_tools(name: str) -> None:
    told = {int(code) for code in re.findall(r"^\| (\d+) \|", read(name), re.MULTILINE)}
    assert told == {value for key, value in vars(errors).items() if key.startswith("EXIT_")}


@pytest.mark.parametrize("name", READMES)
def test_the_formats_are_the_tools(name: str) -> None:
    table = read(name).split("| `rich`")[1].split("\n\n")[0]
    told = {"rich", *re.findall(r"`([a-z-]+)`", table)}
    assert told == set(FORMATS)


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: str(pair[0]))
def test_both_languages_have_the_same_parts(pair: tuple[str, str]) -> None:
    shapes = []
    for name in pair:
        prose = re.sub(r"^```.*?^```", "", read(name), flags=re.MULTILINE | re.DOTALL)
        shapes.append(re.findall(r"^(#+ |\||- |\d\. |!)", prose, re.MULTILINE))
    assert shapes[0] == shapes[1]


@pytest.mark.parametrize("name", PAGES)
def test_links_and_paths_lead_somewhere(name: str) -> None:
    page = read(name)
    here = (ROOT / name).parent
    for link in re.findall(r"\]\(([^)#]+)\)", page):
        assert (here / link).exists(), link
    for path in re.findall(r"`((?:fixtures|docs|checker|rulesets|tests|\.ci)/[\w./-]+)`", page):
        assert path == "checker/_rulesets" or (ROOT / path).exists(), path


@pytest.mark.parametrize("name", [name for name in PAGES if name.endswith("zh-CN.md")])
def test_chinese_pages_have_chinese_punctuation(name: str) -> None:
    prose = re.sub(r"^```.*?^```|`[^`]*`|\]\([^)]*\)", "", read(name), flags=re.MULTILINE | re.DOTALL)
    assert re.findall(r"[\u4e00-\u9fff][,;:!?()]|[,;:!?(][\u4e00-\u9fff]", prose) == []


@pytest.mark.usefixtures("english")
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_picture_shows_what_the_tool_prints(
    lang: str, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    picture = read("docs/images/check.svg" if lang == "en" else "docs/images/check.zh-CN.svg")
    assert "url(http" not in picture
    lines: dict[str, str] = defaultdict(str)
    for y, words in re.findall(r'<text class="[^"]*-r\d+" x="[^"]*" y="([^"]*)"[^>]*>([^<]*)</text>', picture):
        lines[y] += "".join(html.unescape(words).split())
    monkeypatch.chdir(ROOT)
    run(["check", SAMPLE, "--lang", lang])
    shown = capsysbinary.readouterr().out.decode()
    printed = ["".join(line.split()) for line in shown.splitlines() if line.strip()]
    # Out of date? `python .ci/make_screenshot.py`
    drawn = [line for line in lines.values() if line]
    assert drawn[1:] == printed


def test_constraints_name_versions_only() -> None:
    lines = [line for line in read("constraints.txt").splitlines() if not line.startswith("#")]
    assert lines
    assert all(re.fullmatch(r"[A-Za-z0-9_.-]+==[\w.]+", line) for line in lines)


def test_constraints_name_every_dependency() -> None:
    project = tomllib.loads(read("pyproject.toml"))["project"]
    asked = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    names = {_plain(re.split(r"[^\w.-]", wanted)[0]) for wanted in asked}
    assert names <= {_plain(line.partition("==")[0]) for line in read("constraints.txt").splitlines()}


def _plain(name: str) -> str:
    """The name of a package as registries compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()
