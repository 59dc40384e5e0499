"""`--changed-since`: what git says has changed, and nothing else."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from checker.errors import UsageError
from checker.project.changes import since
from tests.project.conftest import BAD, GOOD, REPORTS, Program


@pytest.fixture
def repository(program: Program) -> Program:
    """Three bad reports on the branch `main`."""
    program.git("init", "-q", "-b", "main")
    (program.folder / "区局").mkdir()
    for name in BAD[:3]:
        shutil.copy(REPORTS / name, program.folder / "区局" / name)
    program.git("add", ".")
    program.git("commit", "-qm", "一")
    return program


def _last_line(program: Program, *arguments: str | Path) -> tuple[int, str]:
    done = program("check", "-q", *arguments)
    return done.code, done.out.splitlines()[-1]


def test_nothing_changed_nothing_checked(repository: Program) -> None:
    assert _last_line(repository, ".", "--changed-since", "HEAD") == (
        0,
        "共检查0份报告：0份通过，0份不通过，0份无法检查。",
    )


def test_changed_new_renamed_and_deleted_files(repository: Program) -> None:
    folder = repository.folder / "区局"
    shutil.copy(REPORTS / GOOD[0], folder / BAD[0])  # edited, not staged
    repository.git("mv", f"区局/{BAD[1]}", "区局/改名 [1].txt")
    repository.git("rm", "-q", f"区局/{BAD[2]}")
    shutil.copy(REPORTS / BAD[3], folder / "新.md")  # git does not know it yet
    (repository.folder / ".gitignore").write_text("*.tmp.md\n", "utf-8")
    shutil.copy(REPORTS / BAD[3], folder / "稿.tmp.md")
    done = repository("check", ".", "--changed-since", "HEAD")
    assert done.code == 1
    assert [name for name in (BAD[0], "改名 [1].txt", "新.md", BAD[2], "稿.tmp.md") if f"区局/{name}" in done.out] == [
        BAD[0],
        "改名 [1].txt",
        "新.md",
    ]


def test_names_given_one_by_one(repository: Program) -> None:
    repository.git("rm", "-q", f"区局/{BAD[2]}")
    assert _last_line(repository, f"区局/{BAD[0]}", f"区局/{BAD[2]}", "--changed-since", "HEAD")[0] == 0
    assert _last_line(repository, "区局/没有.md", "--changed-since", "HEAD")[0] == 3


def test_only_this_branch_counts(repository: Program) -> None:
    repository.git("switch", "-qc", "报送")
    shutil.copy(REPORTS / GOOD[0], repository.folder / "区局" / BAD[0])
    repository.git("commit", "-qam", "二")
    repository.git("switch", "-q", "main")
    shutil.copy(REPORTS / GOOD[1], repository.folder / "区局" / BAD[1])
    repository.git("commit", "-qam", "三")
    repository.git("switch", "-q", "报送")
    assert _last_line(repository, ".", "--changed-since", "main") == (
        0,
        "共检查1份报告：1份通过，0份不通过，0份无法检查。",
    )


def test_from_a_folder_below(repository: Program) -> None:
    (repository.folder / "区局" / BAD[0]).write_text("改", "utf-8")
    done = repository("check", ".", "--changed-since", "HEAD", "-q", cwd=repository.folder / "区局")
    assert done.out.splitlines()[-1].startswith("共检查1份报告")


def test_within_a_hook(repository: Program) -> None:
    (repository.folder / "区局" / BAD[0]).write_text("改", "utf-8")
    done = repository("check", "区局", "--changed-since", "HEAD", "-q", GIT_DIR=".git", GIT_INDEX_FILE=".git/index")
    assert done.out.splitlines()[-1].startswith("共检查1份报告")


@pytest.mark.parametrize("revision", ["没有", "--output=x", "HEAD~9", ""])
def test_an_unknown_revision_is_a_usage_error(repository: Program, revision: str) -> None:
    done = repository("check", ".", f"--changed-since={revision}")
    assert (done.code, done.out) == (2, "")
    assert "没有“" in done.err
    assert not (repository.folder / "x").exists()


def test_no_repository_is_a_usage_error(program: Program) -> None:
    (program.folder / "a.md").write_text("报告", "utf-8")
    done = program("check", "a.md", "--changed-since", "HEAD", GIT_CEILING_DIRECTORIES=str(program.folder.parent))
    assert done.code == 2
    assert "不在 git 仓库中" in done.err


def test_no_git_is_a_usage_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(UsageError) as caught:
        since("HEAD", tmp_path)
    assert caught.value.key == "git-missing"
