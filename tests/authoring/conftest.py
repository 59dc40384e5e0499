"""The small ruleset of tests/ruleset, for authors to make mistakes in."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ruleset.conftest import Folder


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Folder:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return Folder(tmp_path / "town-briefing")
