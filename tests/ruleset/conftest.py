"""A small ruleset in a folder of its own, for tests to break: the shipped page and zones, one item."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

_SHIPPED = Path(__file__).parents[2] / "rulesets" / "law-based-government" / "ruleset.yaml"

ITEM = """\
id: notices
title: {zh: 张贴公示, en: Notices}
level: required
weight: 10
check: reported-measure
asks: {zh: 写明公示情况。, en: Say what was posted.}
heading: {zh: 张贴公示, en: Notices}
content: {zh: 写明数量。, en: Say how many.}
suggestion: {zh: 请写明数量。, en: Say how many.}
options:
  names: [张贴公示制度, "(村务|)公示"]
  own_content: ["@both", 公示~#张]
examples:
  - {text: 全年村务公示36张。, status: present}
"""

Edit = Callable[[str], str]


class Folder:
    """The ruleset in a folder."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.main = path / "ruleset.yaml"
        self.item = path / "items" / "notices.yaml"
        self.item.parent.mkdir(parents=True)
        self.item.write_text(ITEM, "utf-8")
        shipped = _SHIPPED.read_text("utf-8")
        head = shipped[: shipped.index("\nitems:")]
        head = head.replace("\nlexicon:\n", "\nlexicon:\n  kinds: [公开栏, 明白纸]\n  both: ['@kinds', 广播]\n", 1)
        self.main.write_text(head + "\nitems:\n  - items/notices.yaml\n", "utf-8")

    def edit(self, old: str, new: str, *, item: bool = False) -> tuple[int, int]:
        """Replaces `old`, which must stand there, once, and gives line and column (1-based) of its place."""
        path = self.item if item else self.main
        text = path.read_text("utf-8")
        assert old in text, old
        before = text[: text.index(old)]
        path.write_text(text.replace(old, new, 1), "utf-8")
        return before.count("\n") + 1, len(before) - before.rfind("\n")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Folder:
    """The small ruleset, with a cache of its own that is empty."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.delenv("CHECKER_NO_CACHE", raising=False)
    return Folder(tmp_path / "town-briefing")
