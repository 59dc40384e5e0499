"""Opening files: what the file system can put in the way."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from checker import readers
from checker.errors import ReadError
from checker.readers import read, read_bytes

REPORT = "某县水利局2023年度法治政府建设年度报告\n\n2023年，县水利局坚持依法行政。\n"


def key_of(path: Path | str) -> str:
    with pytest.raises(ReadError) as caught:
        read(str(path))
    return caught.value.key


def test_reads_a_file_by_its_path(tmp_path: Path) -> None:
    path = tmp_path / "年度 报告.txt"
    path.write_text(REPORT, encoding="utf-8")
    document = read(str(path))
    assert document.text == REPORT
    assert document.path == str(path)
    assert document == read_bytes(REPORT.encode(), str(path))


def test_what_is_not_there(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(REPORT, encoding="utf-8")
    assert key_of(tmp_path / "没有.txt") == "file-not-found"
    assert key_of(tmp_path / "a.txt" / "b.txt") == "file-not-found"
    assert key_of("a\x00b.txt") == "file-not-found"


def test_a_folder(tmp_path: Path) -> None:
    assert key_of(tmp_path) == "is-directory"


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert key_of(tmp_path / "pipe.txt") == "not-a-regular-file"


@pytest.mark.parametrize(
    ("error", "key"),
    [
        (PermissionError(errno.EACCES, "Permission denied"), "permission-denied"),
        (OSError(errno.EIO, "Input/output error"), "io-error"),
        (OSError("no number"), "io-error"),
        (FileNotFoundError(errno.ENOENT, "gone meanwhile"), "file-not-found"),
    ],
)
def test_errors_of_the_system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, key: str) -> None:
    path = tmp_path / "a.txt"
    path.write_text(REPORT, encoding="utf-8")

    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(Path, "open", fail)
    assert key_of(path) == key


def test_names_the_file_system_refuses(tmp_path: Path) -> None:
    assert key_of(tmp_path / ("长" * 300 + ".txt")) == "file-not-found"
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    assert key_of(tmp_path / "loop.txt") == "file-not-found"


def test_a_large_file_is_refused_before_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.truncate(readers.MAX_BYTES + 1)
    monkeypatch.setattr(Path, "open", lambda *_, **__: pytest.fail("opened"))
    with pytest.raises(ReadError) as caught:
        read(str(path))
    assert caught.value.key == "too-large"
    assert caught.value.values == {"size": 51, "limit": 50}


def test_a_file_that_grows_while_it_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readers, "MAX_BYTES", 100)
    with pytest.raises(ReadError, match="too-large"):
        read_bytes(b"a" * 101, "a.txt")


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html"])
def test_too_much_text(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setattr(readers, "MAX_CHARACTERS", 20_000)
    text = "<p>" * name.endswith("html") + "法治政府建设年度报告。\n" * 1_600
    assert read_bytes(text.encode(), name).text
    with pytest.raises(ReadError) as caught:
        read_bytes((text * 2).encode(), name)
    assert caught.value.key == "text-too-large"
    assert caught.value.values["limit"] == 2


def test_a_page_may_have_much_markup(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readers, "MAX_CHARACTERS", 1_000)
    page = f"<html><body><img src='data:{'A' * 5_000}'><p>正文，很短。</p></body></html>"
    assert read_bytes(page.encode(), "a.html").text == "正文，很短。"


def test_five_million_characters_are_read_in_reasonable_time() -> None:
    text = "县水利局坚持依法行政，严格规范公正文明执法，没有一件被撤销。\n" * 150_000
    assert len(read_bytes(text.encode(), "a.txt").blocks) == 150_000
