"""What loads but is most likely a mistake is found, each with its place; what is meant is left alone."""

from __future__ import annotations

import re

import pytest

from checker.authoring.lint import lint
from checker.errors import Problem
from checker.messages import say
from checker.ruleset import shipped
from checker.ruleset.loading import inspect
from tests.ruleset.conftest import Folder

EXAMPLES = """\
examples:
  - {text: 全年村务公示36张。, status: present}
  - {text: 认真落实张贴公示制度。, status: weak, reason: bare-mention}
  - {text: 张贴公示制度落实不到位。, status: weak, reason: shortcoming-only, zone: shortcomings}
  - {text: 推行张贴公示制度。, status: weak, reason: planned-only, zone: plan}
  - {text: 全年植树3600棵。, status: missing, reason: absent}
"""


@pytest.fixture
def tidy(folder: Folder) -> Folder:
    """The small ruleset with nothing to find fault with."""
    text = folder.item.read_text("utf-8").replace("weight: 10", "weight: 100")
    folder.item.write_text(text[: text.index("examples:")] + EXAMPLES, "utf-8")
    while idle := [problem for problem in _found(folder) if problem.key == "lint-idle-list"]:
        main = folder.main.read_text("utf-8")
        for problem in idle:
            main = re.sub(rf"^  {dict(problem.values)['name']}:.*\n(?:    .*\n)*", "", main, flags=re.MULTILINE)
        folder.main.write_text(main, "utf-8")
    return folder


def _found(folder: Folder) -> tuple[Problem, ...]:
    problems = lint(*inspect(str(folder.path)))
    for problem in problems:
        say(problem.key, **dict(problem.values))
    return problems


def _the(folder: Folder) -> Problem:
    (problem,) = _found(folder)
    return problem


def _second_item(folder: Folder, names: str) -> None:
    """A copy of the item, recommended, with other names."""
    folder.edit("  - items/notices.yaml", "  - items/notices.yaml\n  - items/radio.yaml")
    text = (
        folder.item.read_text("utf-8")
        .replace("id: notices", "id: radio")
        .replace("level: required", "level: recommended")
    )
    text = text.replace("""names: [张贴公示制度, "(村务|)公示"]""", f"names: [{names}]")
    (folder.item.parent / "radio.yaml").write_text(text, "utf-8")


@pytest.mark.parametrize("name", shipped())
def test_shipped_rulesets_are_clean(name: str) -> None:
    assert lint(*inspect(name)) == ()


def test_nothing_to_find(tidy: Folder) -> None:
    assert _found(tidy) == ()


def test_a_phrase_of_one_character(tidy: Folder) -> None:
    line, _ = tidy.edit('"(村务|)公示"]', '"(村务|)公示"]\n  collective: [榜]', item=True)
    problem = next(problem for problem in _found(tidy) if problem.key == "lint-short-phrase")
    assert (problem.path, problem.line, problem.column) == (str(tidy.item), line + 1, 16)
    assert dict(problem.values) == {"phrase": "榜"}


@pytest.mark.parametrize("phrase", ['"(|张)榜"', "榜…(公|示)"])
def test_a_phrase_of_which_a_spelling_has_one_character(tidy: Folder, phrase: str) -> None:
    tidy.edit("公示~#张]", f"公示~#张, {phrase}]", item=True)
    assert _found(tidy) == ()  # A list looked for in few places.
    tidy.edit('"(村务|)公示"]', f'"(村务|)公示", {phrase}]', item=True)
    assert any(problem.key == "lint-short-phrase" for problem in _found(tidy)) == ("…" not in phrase)


@pytest.mark.parametrize("option", ["units: [张, 次]", 'context: ["^公"]', 'context: ["《"]'])
def test_single_characters_that_are_meant(tidy: Folder, option: str) -> None:
    tidy.edit("  own_content:", f"  {option}\n  own_content:", item=True)
    assert _found(tidy) == ()


def test_names_of_two_items_that_meet(tidy: Folder) -> None:
    _second_item(tidy, "应急广播, 张贴公示制度规定")
    (problem,) = (problem for problem in _found(tidy) if problem.key == "lint-names-meet")
    assert (problem.path, problem.line) == (str(tidy.item.parent / "radio.yaml"), 11)
    assert dict(problem.values) == {"phrase": "张贴公示制度规定", "item": "radio", "other": "notices"}


def test_look_alikes_and_enumerations_do_not_meet(tidy: Folder) -> None:
    _second_item(tidy, "应急广播, 公示牌, 应急广播、公示和宣传车")
    tidy.edit("  own_content:", "  not_names: [公示牌]\n  own_content:", item=True)
    assert "lint-names-meet" not in {problem.key for problem in _found(tidy)}


def test_a_heading_that_fits_two_zones(tidy: Folder) -> None:
    line, _ = tidy.edit("  plan:\n    headings:\n", "  plan:\n    headings:\n      - 下一步主要工作\n")
    problem = _the(tidy)
    assert problem.key == "lint-heading"
    assert (problem.path, problem.line, problem.column) == (str(tidy.main), line + 2, 9)
    assert dict(problem.values) == {"phrase": "下一步主要工作", "zone": "plan", "other": "account"}


def test_weights_that_do_not_add_up(tidy: Folder) -> None:
    tidy.edit("weight: 100", "weight: 80", item=True)
    problem = _the(tidy)
    assert (problem.key, problem.path) == ("lint-weights", str(tidy.main))
    assert dict(problem.values) == {"total": "80", "whole": "100"}


def test_a_reason_without_an_example(tidy: Folder) -> None:
    line, _ = tidy.edit("examples:", "examples:", item=True)
    tidy.edit("  - {text: 推行张贴公示制度。, status: weak, reason: planned-only, zone: plan}\n", "", item=True)
    problem = _the(tidy)
    assert (problem.key, problem.path, problem.line) == ("lint-no-example", str(tidy.item), line)
    assert dict(problem.values) == {"item": "notices", "code": "planned-only"}


def test_a_reason_of_the_items_own_without_a_sentence(tidy: Folder) -> None:
    tidy.edit("  own_content:", "  planned: promised-only\n  own_content:", item=True)
    tidy.edit("reason: planned-only", "reason: promised-only", item=True)
    problem = _the(tidy)
    assert problem.key == "lint-no-sentence"
    assert dict(problem.values) == {"item": "notices", "code": "promised-only"}


def test_everything_at_once_in_order(tidy: Folder) -> None:
    tidy.edit("weight: 100", "weight: 80", item=True)
    tidy.edit('"(村务|)公示"]', '"(村务|)公示", 榜]', item=True)
    tidy.edit("reason: bare-mention", "reason: unnamed", item=True)
    found = [(problem.path, problem.line) for problem in _found(tidy)]
    assert found == sorted(found)
    assert len(found) == 4


def test_weights_are_the_business_of_the_ruleset_that_changes_them(tidy: Folder) -> None:
    own = tidy.path.parent / "bureau.yaml"
    own.write_text(
        'schema: 1\nid: bureau\nversion: "2026.1"\nextends: town-briefing\noverride:\n  notices: {weight: 90}\n',
        "utf-8",
    )
    (problem,) = lint(*inspect(str(own)))
    assert (problem.key, problem.path, problem.line) == ("lint-weights", str(own), 5)


def test_a_name_that_nothing_tries(tidy: Folder) -> None:
    line, _ = tidy.edit('"(村务|)公示"]', '"(村务|)公示", 公开栏]', item=True)
    problem = _the(tidy)
    assert (problem.key, problem.path, problem.line, problem.column) == ("lint-name-untried", str(tidy.item), line, 30)
    assert dict(problem.values) == {"phrase": "公开栏"}


def test_a_name_that_a_case_beside_the_ruleset_tries(tidy: Folder) -> None:
    tidy.edit('"(村务|)公示"]', '"(村务|)公示", 公开栏]', item=True)
    (tidy.path / "tests").mkdir()
    case = "items:\n  notices: [{text: 公开栏更换12次。, status: weak, reason: bare-mention}]\n"
    (tidy.path / "tests" / "cases.yaml").write_text(case, "utf-8")
    assert _found(tidy) == ()


def test_two_phrases_with_a_full_width_comma_between_them(tidy: Folder) -> None:
    line, column = tidy.edit("公示~#张]", "广播~#次，宣传车]", item=True)
    (problem,) = (problem for problem in _found(tidy) if problem.key == "lint-comma")
    assert (problem.line, problem.column) == (line, column)


def test_a_file_that_is_not_listed(tidy: Folder) -> None:
    forgotten = tidy.item.parent / "radio.yaml"
    forgotten.write_text("id: radio\n", "utf-8")
    problem = _the(tidy)
    assert (problem.key, problem.path, problem.line) == ("lint-idle-file", str(forgotten), 1)


@pytest.mark.parametrize("phrase", ['"@vans"', '"{vans}~#次"'])
def test_a_list_that_nothing_includes(tidy: Folder, phrase: str) -> None:
    line, _ = tidy.edit("lexicon:\n", "lexicon:\n  vans: [宣传车]\n")
    problem = _the(tidy)
    assert (problem.key, problem.path, problem.line, problem.column) == ("lint-idle-list", str(tidy.main), line + 1, 3)
    tidy.edit("公示~#张]", f"公示~#张, {phrase}]", item=True)
    assert _found(tidy) == ()


@pytest.mark.parametrize(
    ("old", "new", "key", "column"),
    [
        ("zh: 写明数量。", "zh: The number.", "lint-no-chinese", 11),
        ("en: Notices}\nlevel", "en: 张贴公示}\nlevel", "lint-no-english", 19),
        ("en: Notices}\nlevel", "en: '-'}\nlevel", "lint-no-english", 19),
    ],
)
def test_sentences_that_are_not_translated(tidy: Folder, old: str, new: str, key: str, column: int) -> None:
    line, _ = tidy.edit(old, new, item=True)
    problem = _the(tidy)
    assert (problem.key, problem.path, problem.line, problem.column) == (key, str(tidy.item), line, column)


def test_a_basis_that_is_never_in_force(tidy: Folder) -> None:
    basis = 'basis: {document: 办法, en: Measures, certainty: certain, from: "2024-07-01", until: "2024-07-01"}'
    line, _ = tidy.edit("check:", f"{basis}\ncheck:", item=True)
    problem = _the(tidy)
    assert (problem.key, problem.line, problem.source[problem.column - 1 :]) == (
        "lint-never-in-force",
        line,
        'until: "2024-07-01"}',
    )
