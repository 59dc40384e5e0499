"""Rulesets with faults of every kind: all of them are told, each in its place. `expected.txt` beside each says how."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from checker.cli.faults import fault_lines
from checker.errors import Problem, RulesetError
from checker.ruleset import load

BROKEN = Path(__file__).parents[2] / "fixtures" / "rulesets" / "broken"
NAMES = sorted(path.name for path in BROKEN.iterdir())


def _problems(name: str) -> tuple[Problem, ...]:
    with pytest.raises(RulesetError) as caught:
        load(str(BROKEN / name))
    assert caught.value.values["count"] == len(caught.value.problems)
    return caught.value.problems


def _told(problem: Problem, name: str, lang: str) -> str:
    return fault_lines(problem, lang)[0].replace(str(BROKEN / name), "").replace("\\", "/").lstrip("/")


def test_there_are_many() -> None:
    assert len(NAMES) >= 20


@pytest.mark.parametrize("name", NAMES)
def test_exactly_these_faults_are_told(name: str, request: pytest.FixtureRequest) -> None:
    told = "".join(f"{_told(problem, name, 'en')}\n" for problem in _problems(name))
    file = BROKEN / name / "expected.txt"
    if request.config.getoption("--update-golden"):
        file.write_text(told, "utf-8")
    assert told == file.read_text("utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_the_same_in_chinese(name: str) -> None:
    for problem in _problems(name):
        told = _told(problem, name, "zh").partition(": ")[2]
        # What the author has written is in quotation marks, as it is written.
        own = re.sub("“.*?”", "", told)
        assert re.search("[\u4e00-\u9fff]", own), told
        assert not re.search("[\u4e00-\u9fff][,;:?!]", own), told
        assert told.endswith(("。", "？")), told


@pytest.mark.parametrize("name", NAMES)
def test_the_place_is_where_the_words_stand(name: str) -> None:
    for problem in _problems(name):
        line = problem.source[problem.column - 1 :]
        assert problem.column == 1 or not problem.source[: problem.column - 1].isspace() or not line[0].isspace()
        values = dict(problem.values)
        if problem.key in ("ruleset-unknown-key", "ruleset-duplicate-key", "ruleset-torn-sentence"):
            assert line.startswith(str(values["name"]))
        elif "phrase" in values or problem.key == "ruleset-turned":
            assert line.lstrip("'\"").startswith(str(values.get("phrase", values.get("value"))))


def test_a_line_of_the_file_is_shown_with_a_mark_below_the_place() -> None:
    problem = next(p for p in _problems("unknown-keys") if dict(p.values)["name"] == "organ")
    _, shown, mark = fault_lines(problem, "zh")
    assert shown[mark.index("^") :].startswith("organ: [department]")


def test_of_a_long_line_the_part_around_the_place_is_shown() -> None:
    problem = next(p for p in _problems("unknown-keys") if p.column > 60)
    _, shown, _ = fault_lines(problem, "zh")
    assert shown.endswith('form: "2018-03-19"}')
    assert shown not in problem.source
    assert shown.strip() in problem.source
