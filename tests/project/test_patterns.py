"""Patterns of paths mean what people who know other tools expect."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from checker.project.patterns import matches, way


@pytest.mark.parametrize(
    ("pattern", "path", "expected"),
    [
        ("街道/**", "街道/东城.md", True),
        ("街道/**", "街道/2024/东城.md", True),
        ("街道/**", "区局/街道/东城.md", False),
        ("**/街道/*", "区局/街道/东城.md", True),
        ("**/街道/*", "街道/东城.md", True),
        ("街道", "街道/2024/东城.md", True),
        ("街道/", "街道/东城.md", True),
        ("*.docx", "2024/区局/草稿.docx", True),
        ("*.docx", "草稿.docx.md", False),
        ("2024/*.md", "2024/a.md", True),
        ("2024/*.md", "2024/区局/a.md", False),
        ("草稿?.md", "草稿1.md", True),
        ("草稿?.md", "草稿.md", False),
        ("./2024/a.md", "2024/a.md", True),
        ("a.md", "2024/a.md", True),
        ("a.md", "2024/aXmd", False),
        ("[1].md", "[1].md", True),
        ("**", "2024/a.md", True),
        ("*", "../别处/a.md", True),
        ("2024/**", "../2024/a.md", False),
    ],
)
def test_pattern(pattern: str, path: str, expected: bool) -> None:
    assert matches(path, [pattern]) is expected


def test_one_of_several_is_enough() -> None:
    assert matches("a.md", ["*.txt", "*.md"])
    assert not matches("a.md", [])


def test_the_way_goes_from_the_base_with_slashes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "街道").mkdir()
    monkeypatch.chdir(tmp_path / "街道")
    assert way("东城.md", tmp_path) == "街道/东城.md"
    assert way(str(tmp_path / "a.md"), tmp_path / "街道") == "../a.md"


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege")
def test_links_are_followed(tmp_path: Path) -> None:
    (tmp_path / "真").mkdir()
    (tmp_path / "链").symlink_to(tmp_path / "真")
    assert way(str(tmp_path / "链" / "a.md"), tmp_path) == "真/a.md"
