"""A compiled ruleset is kept by its content, and what is kept is never trusted blindly."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from checker.ruleset import compile as compiler
from checker.ruleset import load
from tests.ruleset.conftest import Folder


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The digests that were compiled, in order."""
    done: list[str] = []
    real = compiler.compile_ruleset

    def watched(levels: list[dict[str, bytes]], main: str, digest: str) -> object:
        done.append(digest)
        return real(levels, main, digest)

    monkeypatch.setattr(compiler, "compile_ruleset", watched)
    return done


def _cache(folder: Folder) -> list[Path]:
    return sorted((folder.path.parent / "cache" / "checker").glob("*.bin"))


def test_compiled_once(folder: Folder, compiled: list[str]) -> None:
    first = load(str(folder.path))
    second = load(str(folder.path))
    assert len(compiled) == 1
    assert first.items == second.items
    assert first.info == second.info
    assert len(_cache(folder)) == 1
    assert os.name != "posix" or _cache(folder)[0].stat().st_mode & 0o077 == 0


def test_an_edit_is_another_ruleset(folder: Folder, compiled: list[str]) -> None:
    load(str(folder.path))
    folder.edit("weight: 10", "weight: 20", item=True)
    assert load(str(folder.path)).items[0].weight == 20
    assert len(set(compiled)) == 2


@pytest.mark.parametrize("damage", ["cut", "changed", "empty", "binary", "other"])
def test_a_damaged_cache_is_not_used(folder: Folder, compiled: list[str], damage: str) -> None:
    load(str(folder.path))
    (file,) = _cache(folder)
    data = file.read_bytes()
    made = {
        "cut": data[:-40],
        "changed": data[:-1] + bytes([data[-1] ^ 1]),
        "empty": b"",
        "binary": b"\xff\xfe\x00" * 100,
        "other": data.replace(b"sha256:", b"sha256;"),
    }[damage]
    assert made != data
    file.write_bytes(made)
    assert load(str(folder.path)).items[0].weight == 10
    assert len(compiled) == 2
    assert load(str(folder.path)).items[0].weight == 10
    assert len(compiled) == 2


def test_a_forged_cache_of_another_ruleset_is_not_used(folder: Folder, compiled: list[str]) -> None:
    """Even with a right checksum, what is kept must say of itself which ruleset it is."""
    load(str(folder.path))
    (file,) = _cache(folder)
    kept = file.read_bytes()
    folder.edit("weight: 10", "weight: 20", item=True)
    load(str(folder.path))
    other = next(path for path in _cache(folder) if path != file)
    other.write_bytes(kept)
    assert load(str(folder.path)).items[0].weight == 20
    assert len(compiled) == 3


@pytest.mark.skipif(os.name != "posix", reason="permissions of POSIX")
def test_a_cache_that_others_may_write_is_not_used(folder: Folder, compiled: list[str]) -> None:
    load(str(folder.path))
    _cache(folder)[0].chmod(0o666)
    load(str(folder.path))
    assert len(compiled) == 2


def test_a_cache_that_cannot_be_written_only_costs_time(
    folder: Folder, compiled: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "blocked").write_text("a file where the folder should be", "utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "blocked"))
    for _ in range(2):
        assert load(str(folder.path)).items[0].id == "notices"
    assert len(compiled) == 2


def test_no_cache_where_none_is_wanted(folder: Folder, compiled: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHECKER_NO_CACHE", "1")
    load(str(folder.path))
    load(str(folder.path))
    assert len(compiled) == 2
    assert _cache(folder) == []


def test_processes_at_once_do_not_disturb_each_other(folder: Folder) -> None:
    script = "import sys; from checker.ruleset import load; print(load(sys.argv[1]).info.digest)"
    command = [sys.executable, "-c", script, str(folder.path)]
    running = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(4)]
    digests = {process.communicate()[0].strip() for process in running}
    assert all(process.returncode == 0 for process in running)
    assert digests == {load(str(folder.path)).info.digest}
    assert len(list((folder.path.parent / "cache" / "checker").iterdir())) == 1


def test_the_digest_knows_neither_folder_nor_line_ends(folder: Folder, tmp_path: Path) -> None:
    elsewhere = Folder(tmp_path / "elsewhere" / "deep")
    for path in (elsewhere.main, elsewhere.item):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    first, second = load(str(folder.path)), load(str(elsewhere.path))
    assert first.info == second.info
    assert first.items == second.items


def test_the_digest_knows_every_file(folder: Folder) -> None:
    before = load(str(folder.path)).info.digest
    folder.edit("写明数量", "写清数量", item=True)
    after = load(str(folder.path)).info.digest
    assert before != after


def test_a_shipped_ruleset_on_others_is_compiled_once_and_never_taken_from_a_damaged_cache(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, compiled: list[str]
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.delenv("CHECKER_NO_CACHE", raising=False)
    name = "law-based-government/town"
    first, second = load(name), load(name)
    assert len(compiled) == 1
    assert first == second
    (file,) = (tmp_path / "checker").glob("*.bin")
    file.write_bytes(file.read_bytes()[:-1] + b"?")
    assert load(name) == first
    assert len(compiled) == 2


def test_processes_that_begin_at_once_load_the_same_family(tmp_path: Path) -> None:
    script = "from checker.ruleset import load; print(load('auto').info.digest)"
    environment = {**os.environ, "XDG_CACHE_HOME": str(tmp_path)}
    environment.pop("CHECKER_NO_CACHE", None)
    command = [sys.executable, "-c", script]
    running = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) for _ in range(2)]
    digests = {process.communicate()[0].strip() for process in running}
    assert all(process.returncode == 0 for process in running)
    assert digests == {load("auto").info.digest}
