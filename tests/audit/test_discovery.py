"""What the arguments of a command lead to."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

import pytest

from checker.audit import archives
from checker.audit.discovery import discover, discover_batch, listed
from checker.errors import UsageError


def _touch(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("报告", "utf-8")


def _found(*arguments: str | Path) -> list[str]:
    return [Path(source.path).as_posix() for source in discover(map(str, arguments))]


def _problems(*arguments: str | Path) -> list[str | None]:
    return [source.problem.key if source.problem else None for source in discover(map(str, arguments))]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_folder_gives_its_reports_sorted_and_nothing_else(here: Path) -> None:
    _touch(here, "稿/乙.docx", "稿/甲.DOCX", "稿/子/丙.pdf", "稿/a.txt", "稿/~$乙.docx", "稿/.隐藏.md", "稿/图.jpg")
    _touch(here, "稿/.git/说明.md", "稿/旧.wps")
    assert _found("稿") == ["稿/a.txt", "稿/乙.docx", "稿/子/丙.pdf", "稿/旧.wps", "稿/甲.DOCX"]


def test_arguments_keep_their_order_and_each_file_comes_once(here: Path) -> None:
    _touch(here, "b.md", "a.md", "d/c.md")
    assert _found("b.md", "a.md", "./b.md", here / "a.md", "d", "d/c.md") == ["b.md", "a.md", "d/c.md"]


def test_a_file_is_tried_whatever_its_name(here: Path) -> None:
    _touch(here, "报告.xyz", ".报告.md")
    assert _found("报告.xyz", ".报告.md") == ["报告.xyz", ".报告.md"]


def test_patterns_the_shell_left_alone_are_expanded(here: Path) -> None:
    _touch(here, "d/b.md", "d/a.md", "d/e/c.md", "d/.x.md", "d/~$a.md", "d/z.txt")
    assert _found("d/*.md") == ["d/a.md", "d/b.md"]
    assert _found("d/**/*.md") == ["d/a.md", "d/b.md", "d/e/c.md"]
    assert _found("d/[ab].md") == ["d/a.md", "d/b.md"]


def test_a_pattern_that_matches_folders_gives_their_reports(here: Path) -> None:
    _touch(here, "2023/a.md", "2024/b.md")
    assert _found("20*") == ["2023/a.md", "2024/b.md"]


def test_a_file_whose_name_looks_like_a_pattern_is_a_file(here: Path) -> None:
    _touch(here, "报告[终稿].md", "报告终.md")
    assert _found("报告[终稿].md") == ["报告[终稿].md"]


@pytest.mark.parametrize("pattern", ["*.docx", "没有/**/*.md", "a**b/c", "[a"])
def test_a_pattern_without_match_is_told(here: Path, pattern: str) -> None:
    assert _problems(pattern) == ["no-match"]


def test_a_folder_without_reports_is_told(here: Path) -> None:
    _touch(here, "图/a.jpg")
    assert _problems("图") == ["no-reports-in-folder"]


def test_a_missing_file_is_left_to_the_reader(here: Path) -> None:
    assert _found("没有.md") == ["没有.md"]
    assert _problems("没有.md", "x" * 5000) == [None, None]


def test_links_in_a_circle_end(here: Path) -> None:
    _touch(here, "d/a.md", "d/e/b.md")
    (here / "d" / "e" / "loop").symlink_to(here / "d", target_is_directory=True)
    (here / "d" / "again").symlink_to(here / "d" / "e", target_is_directory=True)
    assert len(_found("d")) == 2
    assert len(_found("d/**/*.md")) == 2


def test_standard_input_is_one_input(here: Path) -> None:
    assert _found("-", "-") == ["-"]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="permissions do not bind this user")
def test_a_closed_folder_is_told(here: Path) -> None:
    _touch(here, "d/a.md", "d/closed/b.md")
    (here / "d" / "closed").chmod(0)
    try:
        assert _problems("d") == [None, "folder-unreadable"]
    finally:
        (here / "d" / "closed").chmod(0o700)


def test_a_folder_that_cannot_be_listed_is_told(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _touch(here, "d/a.md", "d/closed/b.md")
    listing = Path.iterdir

    def refuse(path: Path) -> object:
        if path.name == "closed":
            raise PermissionError
        return listing(path)

    monkeypatch.setattr(Path, "iterdir", refuse)
    assert _problems("d") == [None, "folder-unreadable"]


def _batch(*arguments: str | Path, skip: str | None = None) -> list[str]:
    return [Path(source.path).as_posix() for source in discover_batch(map(str, arguments), skip)]


def test_what_is_ignored_is_passed_over(here: Path) -> None:
    _touch(here, "稿/甲.md", "稿/草稿/乙.md", "稿/丙-旧.md", "稿/子/丁-旧.md", "稿/子/戊.md", "稿/子/要-旧.md")
    (here / "稿" / ".checkerignore").write_text("# 不审查的文件\n草稿/\n*-旧.md\n!要-*\n/子/戊.md\n", "utf-8")
    assert _batch("稿") == _found("稿") == ["稿/子/要-旧.md", "稿/甲.md"]


def test_the_folder_of_results_is_no_input(here: Path) -> None:
    _touch(here, "稿/甲.md", "稿/结果/audit.html")
    assert _batch("稿", skip="稿/结果") == ["稿/甲.md"]


def test_results_beside_the_reports_are_no_input(here: Path) -> None:
    _touch(here, "稿/甲.md", "稿/audit.db", "稿/audit.html", "稿/audit.xlsx", "另/audit.html")
    assert _batch("稿", skip="稿") == ["稿/甲.md"]
    assert _batch("另") == ["另/audit.html"], "a report may have that name where there is no store"


def test_what_an_office_may_have_sent_in_is_not_passed_over(here: Path) -> None:
    _touch(here, "稿/甲.xlsx", "稿/乙.JPG", "稿/丙.rar", "稿/丁.mp3", "稿/说明.xyz")
    _touch(here, "稿/网页.html", "稿/网页_files/图.png", "稿/网页_files/附件.pdf")
    assert _batch("稿") == [
        "稿/丁.mp3",
        "稿/丙.rar",
        "稿/乙.JPG",
        "稿/甲.xlsx",
        "稿/网页.html",
        "稿/网页_files/附件.pdf",
    ]
    assert _found("稿") == ["稿/网页.html", "稿/网页_files/附件.pdf"], "a check of one report asks for reports only"


def _archive(path: Path, **members: str) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in members.items():
            archive.writestr(name, text)


def test_an_audit_looks_into_archives(here: Path) -> None:
    (here / "稿").mkdir()
    _archive(here / "稿" / "城关镇.zip", **{"报告/2024.md": "# 报告", "说明.xyz": "x", "__MACOSX/._a.md": "x"})
    assert _batch("稿") == ["稿/城关镇.zip/报告/2024.md"]
    assert _batch("稿/城关镇.zip") == ["稿/城关镇.zip/报告/2024.md"]
    assert _problems("稿") == ["no-reports-in-folder"], "a check of one report does not"


def test_an_archive_in_an_archive_is_told_and_none_leads_out_of_itself(here: Path) -> None:
    (here / "稿").mkdir()
    _archive(here / "稿" / "县.zip", **{"乡.zip": "x", "../../越界.txt": "报告", "/etc/绝对.txt": "报告"})
    found = discover_batch(["稿"], None)
    assert [source.path for source in found] == ["稿/县.zip/etc/绝对.txt", "稿/县.zip/乡.zip", "稿/县.zip/越界.txt"]
    outside = found[2]
    assert outside.archive is not None
    assert archives.read(outside.archive, outside.member).decode() == "报告"


def test_names_that_windows_wrote_in_gbk_are_read(here: Path) -> None:
    info = zipfile.ZipInfo("placeholder-name.txt")
    _archive(here / "a.zip", **{info.filename: "报告"})
    raw = "年度报告年度报告.txt".encode("gb18030")
    assert len(raw) == len(info.filename)
    (here / "a.zip").write_bytes((here / "a.zip").read_bytes().replace(info.filename.encode(), raw))
    [source] = discover_batch(["a.zip"], None)
    assert source.path == "a.zip/年度报告年度报告.txt"
    assert archives.read("a.zip", source.member).decode() == "报告"


def test_archives_that_cannot_be_used_are_told(here: Path) -> None:
    (here / "坏.zip").write_bytes(b"PK\x03\x04 not a zip")
    _archive(here / "空.zip", **{"说明.xyz": "x"})
    problems = [source.problem.key if source.problem else None for source in discover_batch(["坏.zip", "空.zip"], None)]
    assert problems == ["damaged-archive", "no-reports-in-archive"]


def test_a_list_of_paths(here: Path) -> None:
    (here / "清单.txt").write_bytes("\ufeff稿/甲.md\r\n\r\n稿/乙.md\n".encode())
    assert listed("清单.txt", bytes) == ("稿/甲.md", "稿/乙.md")
    assert listed("-", lambda: b"a.md\nb.md") == ("a.md", "b.md")
    with pytest.raises(UsageError) as caught:
        listed("没有.txt", bytes)
    assert caught.value.key == "list-unreadable"
