"""The character tables are what .ci/make_charmap.py makes of OpenCC's dictionary today."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from checker import charmap
from checker.text import fold, squeeze

_SCRIPT = Path(__file__).parents[2] / ".ci" / "make_charmap.py"


@pytest.fixture(scope="module")
def script() -> ModuleType:
    pytest.importorskip("opencc")
    if not _SCRIPT.exists():
        pytest.skip("the script is part of a checkout only")
    spec = importlib.util.spec_from_file_location("make_charmap", _SCRIPT)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_tables_are_fresh(script: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "checker").mkdir()
    (tmp_path / ".ci").mkdir()
    monkeypatch.setattr(script, "__file__", str(tmp_path / ".ci" / "make_charmap.py"))
    script.main()
    made = (tmp_path / "checker" / "charmap.py").read_text("utf-8")
    assert made == Path(charmap.__file__).read_text("utf-8")


def test_groups_of_confusable_characters_do_not_overlap(script: ModuleType) -> None:
    chars = [char for group in script.CONFUSABLE for char in sorted(set(group))]
    assert sorted(char for char in set(chars) if chars.count(char) > 1) == []


# Every sentence the labelling of a report turns on, to be written in both scripts.
_TERMS = (
    "习近平法治思想", "党政主要负责人履行推进法治建设第一责任人职责", "行政执法公示制度", "执法全过程记录制度",
    "重大执法决定法制审核制度", "存在的不足和原因", "下一年度主要安排", "法治政府建设年度报告", "规范性文件合法性审核",
    "落实法治督察反馈问题整改", "应急管理局", "执法记录仪", "双随机、一公开", "还存在一些短板和差距", "于", "后",
)  # fmt: skip


@pytest.mark.parametrize("term", _TERMS)
@pytest.mark.parametrize("scheme", ["s2t", "s2tw", "s2hk"])
def test_traditional_and_simplified_are_one(scheme: str, term: str) -> None:
    opencc = pytest.importorskip("opencc")
    assert squeeze(opencc.OpenCC(scheme).convert(term)) == squeeze(term)


def test_the_tables_are_whole() -> None:
    assert len(charmap.TRADITIONAL) == len(charmap.SIMPLIFIED) == len(set(charmap.TRADITIONAL))
    assert len(charmap.CONFUSED) == len(charmap.MEANT) == len(set(charmap.CONFUSED))
    assert fold(charmap.TRADITIONAL) == fold(charmap.SIMPLIFIED)
    assert fold(charmap.CONFUSED) == fold(charmap.MEANT) == charmap.MEANT
