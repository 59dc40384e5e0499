"""What docs/ci.md shows, run as it is shown: the quick start, hooks, the action, GitLab and Make."""

from __future__ import annotations

import json
import os
import re
import shutil
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from checker.project.config import load
from tests.project.conftest import BAD, GOOD, REPORTS, Done, Program

_ROOT = Path(__file__).parents[2]
_BIN = str(Path(sys.executable).parent)

pytestmark = pytest.mark.skipif(os.name == "nt", reason="needs a shell")


def _blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", (_ROOT / "docs" / "ci.md").read_text("utf-8"), re.M | re.S)


def _bash(program: Program, script: str, **environment: str) -> Done:
    path = _BIN + os.pathsep + os.environ["PATH"]
    return program.run(["bash", "-euo", "pipefail", "-c", script], None, PATH=path, **environment)


@pytest.fixture
def project(program: Program) -> Program:
    program.git("init", "-q", "-b", "main")
    (program.folder / "报送").mkdir()
    for name in (BAD[0], GOOD[0], GOOD[3]):
        shutil.copy(REPORTS / name, program.folder / "报送" / name)
    program.git("add", ".")
    program.git("commit", "-qm", "报送")
    return program


def test_the_quick_start(project: Program) -> None:
    (script,) = _blocks("sh")
    assert len(script.splitlines()) <= 10
    done = _bash(project, script)
    assert done.code == 0, done.err
    assert "some reports fall short" in done.out
    assert done.out.splitlines()[-1].startswith("共检查3份报告：3份通过")
    assert project.git("status", "--short").split() == ["A", "checker-baseline.json", "A", "checker.toml"]


def test_the_configuration_shown_is_valid(tmp_path: Path) -> None:
    (text,) = _blocks("toml")
    (tmp_path / "checker.toml").write_text(text, "utf-8")
    config = load(tmp_path / "checker.toml")
    assert len(config.per_path) == len(config.ignore) == 1
    assert config.demands_on("报送/街道/a.md").fail_on == "weak"


def test_the_suppressions_shown_are_understood() -> None:
    from checker.audit.suppressions import _parse, in_comments
    from checker.text import Text

    (comment,) = _blocks("html")
    assert len(in_comments(comment.encode(), "text/markdown").suppressions) == 1
    found = _parse(next(block for block in _blocks("text")), Text("", ""))
    assert found is not None
    assert not isinstance(found, Text)
    assert found.items == ("legal_review", "enforcement_recording")


def _hooks(program: Program, folder: Path) -> str:
    """A repository of hooks as ours, but with the program that is installed already; returns its revision."""
    hooks = yaml.safe_load((_ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert [hook["language"] for hook in hooks] == ["python"]
    folder.mkdir()
    text = yaml.safe_dump([hook | {"language": "system"} for hook in hooks], allow_unicode=True)
    (folder / ".pre-commit-hooks.yaml").write_text(text, "utf-8")
    here = Program(folder)
    here.git("init", "-q")
    here.git("add", ".")
    here.git("commit", "-qm", "hooks")
    return here.git("rev-parse", "HEAD").strip()


def test_pre_commit(project: Program, tmp_path_factory: pytest.TempPathFactory) -> None:
    store = tmp_path_factory.mktemp("pre-commit")
    (shown,) = [yaml.safe_load(block) for block in _blocks("yaml") if block.startswith("repos:")]
    shown["repos"][0] |= {"repo": str(store / "hooks"), "rev": _hooks(project, store / "hooks")}
    (project.folder / ".pre-commit-config.yaml").write_text(yaml.safe_dump(shown, allow_unicode=True), "utf-8")
    (project.folder / "README.md").write_text("# 说明\n", "utf-8")
    project.git("add", ".")

    def run(*arguments: str) -> Done:
        path = _BIN + os.pathsep + os.environ["PATH"]
        command = [sys.executable, "-m", "pre_commit", "run", *arguments, "--color", "never"]
        return project.run(command, PATH=path, PRE_COMMIT_HOME=str(store / "home"))

    everything = run("--all-files")
    assert everything.code == 1, everything.err
    assert f"× 报送/{BAD[0]}" in everything.out
    assert "README" not in everything.out
    good = project.folder / "报送" / "新.txt"
    shutil.copy(REPORTS / GOOD[1], good)
    project.git("add", ".")
    staged = run()
    assert staged.code == 0, staged.out
    shutil.copy(REPORTS / BAD[1], good)
    project.git("add", ".")
    assert run().code == 1


def _action() -> dict[str, Any]:
    action: dict[str, Any] = yaml.safe_load((_ROOT / "action.yml").read_text("utf-8"))
    return action


def test_the_action_downloads_nothing_unpinned() -> None:
    for step in _action()["runs"]["steps"]:
        assert "uses" not in step
        assert "${{" not in step["run"], "an input must not become part of a command"
    install = _action()["runs"]["steps"][0]["run"]
    assert "constraints.txt" in install
    pinned = (_ROOT / "constraints.txt").read_text("utf-8")
    for name in ("hatchling", "typer", "lxml", "pypdfium2"):
        assert re.search(rf"(?m)^{name}==", pinned)


@pytest.mark.parametrize(
    ("paths", "arguments", "code"),
    [(f"报送/{GOOD[0]}\n", "", 0), ("报送", "", 1), ("报送", "--fail-on=never\n", 0), ("$(touch 坏); 报送", "", 3)],
)
def test_the_action_runs(project: Program, paths: str, arguments: str, code: int) -> None:
    done = _bash(
        project,
        _action()["runs"]["steps"][1]["run"],
        CHECKER_PATHS=paths,
        CHECKER_ARGS=arguments,
        CHECKER_SARIF="checker.sarif",
        CHECKER_LANG="zh",
        GITHUB_STEP_SUMMARY=str(project.folder / "summary.md"),
    )
    assert done.code == code, done.err
    assert (code == 0) is ("::error " not in done.out) or arguments
    assert (project.folder / "summary.md").read_text("utf-8").startswith("### ")
    assert json.loads((project.folder / "checker.sarif").read_text("utf-8"))["version"] == "2.1.0"
    assert not (project.folder / "坏").exists()


def test_the_workflow_shown_names_inputs_that_there_are() -> None:
    (workflow,) = [yaml.safe_load(block) for block in _blocks("yaml") if block.startswith("on:")]
    steps = workflow["jobs"]["reports"]["steps"]
    assert all(re.search(r"@[0-9a-f]{40}$", step["uses"]) for step in steps)
    ours = next(step for step in steps if "/checker@" in step["uses"])
    assert set(ours["with"]) <= set(_action()["inputs"])


def test_gitlab(project: Program) -> None:
    (job,) = [yaml.safe_load(block)["reports"] for block in _blocks("yaml") if block.startswith("reports:")]
    done = _bash(project, "\n".join(job["script"]))
    assert done.code == 1
    for name in job["artifacts"]["reports"].values():
        assert (project.folder / name).stat().st_size > 0


@pytest.mark.skipif(shutil.which("make") is None, reason="no make")
def test_make(project: Program) -> None:
    (text,) = _blocks("make")
    (project.folder / "Makefile").write_text(text, "utf-8")
    assert _bash(project, "make check-reports").code == 2
    assert _bash(project, f"make check-reports REPORTS=报送/{GOOD[0]}").code == 0
    project("baseline", "write", "报送")
    assert _bash(project, "make shrink-baseline").code == 0
