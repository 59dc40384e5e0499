"""A new ruleset is ready as it is written: it loads, lint finds nothing, its tests pass; and so are the lines in its
comments that its author is to make use of."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from checker.authoring.bench import try_all
from checker.authoring.lint import lint
from checker.authoring.start import start
from checker.ruleset import load, shipped
from checker.ruleset.loading import inspect
from tests.ruleset.conftest import Folder


def _written(folder: Path, base: str, lang: str) -> Path:
    for name, text in start("water-bureau", base, load(base), "water-bureau", lang).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("base", shipped())
def test_it_is_ready_as_it_is_written(tmp_path: Path, base: str, lang: str) -> None:
    rules, piece = inspect(str(_written(tmp_path, base, lang)))
    assert (rules.info.id, rules.info.version) == ("water-bureau", load(base).info.version)
    assert rules.items == load(base).items
    assert lint(rules, piece) == ()
    trials = try_all(rules, piece)
    assert [trial for trial in trials if not trial.passed] == []
    sample = [trial for trial in trials if trial.promise.where[0].endswith("report.md")]
    assert len(sample) == len(rules.items)
    assert sum(trial.got[0] == "present" for trial in sample) >= 0.7 * len(sample)


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("base", ["law-based-government", "generic-annual-report"])
def test_what_is_commented_out_is_ready_too(tmp_path: Path, base: str, lang: str) -> None:
    main = _written(tmp_path, base, lang) / "ruleset.yaml"
    main.write_text(re.sub(r"^#(?! \S)", "", main.read_text("utf-8"), flags=re.MULTILINE), "utf-8")
    rules, piece = inspect(str(main))
    assert rules.items[-1].id == "river_care"
    assert len(rules.items) == len(load(base).items)  # One removed, one added.
    report = tmp_path / "tests" / "report.md"
    report.write_text(re.sub("  sign_off: .*\n", "", report.read_text("utf-8")), "utf-8")
    assert lint(rules, piece) == ()
    assert [trial for trial in try_all(rules, piece) if not trial.passed] == []


def test_an_editor_finds_the_schema(tmp_path: Path) -> None:
    folder = _written(tmp_path, "law-based-government", "zh")
    first = (folder / "ruleset.yaml").read_text("utf-8").splitlines()[0]
    named = first.removeprefix("# yaml-language-server: $schema=")
    assert "extends" in json.loads((folder / named).read_text("utf-8"))["then"]["properties"]


def test_the_comments_name_the_items_of_the_base(tmp_path: Path) -> None:
    text = (_written(tmp_path, "law-based-government", "zh") / "ruleset.yaml").read_text("utf-8")
    for item in load("law-based-government").items:
        assert f"# - {item.id}  {item.title.zh}（" in text


def test_a_ruleset_without_zones_and_names_of_documents_will_do(folder: Folder, tmp_path: Path) -> None:
    files = start("water-bureau", "town-briefing", load(str(folder.path)), "water-bureau", "zh")
    assert "  notices: present\n" in files["tests/report.md"]
