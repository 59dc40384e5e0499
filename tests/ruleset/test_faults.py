"""A faulty ruleset is refused with every fault in its place."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from checker.errors import Problem, RulesetError, UsageError
from checker.messages import say
from checker.ruleset import load
from tests.ruleset.conftest import Folder


def faults(folder: Folder) -> tuple[Problem, ...]:
    """The problems of the ruleset, all of which can be said."""
    with pytest.raises(RulesetError) as caught:
        load(str(folder.path))
    error = caught.value
    assert error.exit_code == 2
    assert error.values["count"] == len(error.problems)
    assert error.values["path"] == str(folder.main)
    say(error.key, **error.values)
    for problem in error.problems:
        say(problem.key, **dict(problem.values))
    return error.problems


def the_fault(folder: Folder) -> Problem:
    """The only problem."""
    (problem,) = faults(folder)
    return problem


def test_the_small_ruleset_is_in_order(folder: Folder) -> None:
    ruleset = load(str(folder.path))
    assert [item.id for item in ruleset.items] == ["notices"]
    assert load(str(folder.main)).info == ruleset.info


@pytest.mark.parametrize(
    ("old", "new", "item", "name", "hint"),
    [
        ("version:", "verzion:", False, "verzion", "version"),
        ("  weak: 50", "  weak: 50\n  weal: 40", False, "weal", "weak"),
        ("level: required", "level: required\nlevl: required", True, "levl", "level"),
        ("  own_content:", "  own_contents: [甲]\n  own_content:", True, "own_contents", "own_content"),
        ("title: {zh", "title: {cn: 公示, zh", True, "cn", "en"),
    ],
)
def test_unknown_keys(folder: Folder, old: str, new: str, item: bool, name: str, hint: str) -> None:
    folder.edit(old, new, item=item)
    unknown = [problem for problem in faults(folder) if problem.key == "ruleset-unknown-key"]
    (problem,) = unknown
    assert dict(problem.values) == {"name": name}
    assert problem.hint == hint
    assert problem.path == str(folder.item if item else folder.main)
    lines = Path(problem.path).read_text("utf-8").splitlines()
    assert lines[problem.line - 1][problem.column - 1 :].startswith(name + ":")
    assert problem.source == lines[problem.line - 1]


def test_a_key_that_stands_twice(folder: Folder) -> None:
    line, column = folder.edit("  weak: 50\n", "  weak: 50\n  weak: 40\n")
    problem = the_fault(folder)
    assert (problem.key, problem.line, problem.column) == ("ruleset-duplicate-key", line + 1, column + 2)


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("no", "boolean"),
        ("on", "boolean"),
        ("010", "number"),
        ("0x1F", "number"),
        ("2024-01-01", "date"),
        ("1.5", "number"),
    ],
)
def test_words_that_yaml_turns_into_something_else(folder: Folder, written: str, kind: str) -> None:
    line, column = folder.edit("公开栏", written)
    problem = the_fault(folder)
    assert (problem.key, problem.line, problem.column) == ("ruleset-turned", line, column)
    assert dict(problem.values) == {"value": written, "kind": say(f"yaml-{kind}")}


@pytest.mark.parametrize("written", ['"no"', "'010'", '"2024-01-01"'])
def test_the_same_in_quotes_are_words(folder: Folder, written: str) -> None:
    folder.edit("公开栏", written)
    load(str(folder.path))


def test_a_check_that_does_not_exist(folder: Folder) -> None:
    line, column = folder.edit("check: reported-measure", "check: reported-mesure", item=True)
    problem = the_fault(folder)
    assert (problem.key, problem.line, problem.column) == ("ruleset-bad-choice", line, column)
    assert problem.hint == "reported-measure"
    assert "sign-off" in dict(problem.values)["expected"]


@pytest.mark.parametrize(("old", "new"), [('"@both"', '"@bote"'), ("公示~#张", '"公示~{bote}"')])
def test_a_list_that_the_lexicon_does_not_have(folder: Folder, old: str, new: str) -> None:
    line, column = folder.edit(old, new, item=True)
    problem = next(p for p in faults(folder) if p.key == "ruleset-no-such-list")
    assert (problem.line, problem.column, problem.hint) == (line, column, "both")


def test_lists_that_include_each_other_without_end(folder: Folder) -> None:
    folder.edit("kinds: [公开栏, 明白纸]", "kinds: ['@both']")
    assert {problem.key for problem in faults(folder)} == {"ruleset-list-circle"}


@pytest.mark.parametrize(
    "phrase",
    ['"\u201c\u201d"', '"公示…"', '"~公示"', '"^"', '"(公示|)"'],
    ids=["quotes-only", "gap-at-the-end", "gap-at-the-beginning", "anchor-only", "may-be-empty"],
)
def test_phrases_that_say_nothing(folder: Folder, phrase: str) -> None:
    line, column = folder.edit("公示~#张", phrase, item=True)
    problem = the_fault(folder)
    assert (problem.key, problem.line, problem.column) == ("ruleset-empty-phrase", line, column)


@pytest.mark.parametrize(
    ("phrase", "key"),
    [
        ("(甲|乙|丙|丁|戊|己|)" * 4, "ruleset-many-variants"),
        ("…".join("甲乙丙丁戊己庚辛壬癸" * 2), "ruleset-many-parts"),
    ],
)
def test_phrases_that_say_too_much(folder: Folder, phrase: str, key: str) -> None:
    line, column = folder.edit("公示~#张", f'"{phrase}"', item=True)
    problem = the_fault(folder)
    assert (problem.key, problem.line, problem.column) == (key, line, column)


@pytest.mark.parametrize("phrase", ['"公示(栏|牌…)(上|内)"', '"(村务|党务~公示"', '"公示)~(栏"'])
def test_brackets_that_a_gap_would_tear_apart(folder: Folder, phrase: str) -> None:
    line, column = folder.edit("公示~#张", phrase, item=True)
    problem = the_fault(folder)
    assert (problem.key, problem.line, problem.column) == ("ruleset-bad-brackets", line, column)


def test_a_number_that_no_gap_leads_to(folder: Folder) -> None:
    line, column = folder.edit("公示~#张", "公示#张", item=True)
    problem = the_fault(folder)
    assert (problem.key, problem.line, problem.column) == ("ruleset-stray-number", line, column)


def test_a_phrase_of_the_lexicon_is_faulty_where_it_is_written(folder: Folder) -> None:
    line, column = folder.edit("明白纸", '"明白纸…"')
    problem = the_fault(folder)
    assert (problem.path, problem.line, problem.column) == (str(folder.main), line, column)


def test_an_empty_phrase(folder: Folder) -> None:
    line, column = folder.edit("公示~#张", '""', item=True)
    problem = the_fault(folder)
    assert (problem.line, problem.column) == (line, column)


def test_an_item_file_that_is_not_there(folder: Folder) -> None:
    line, column = folder.edit("items/notices.yaml", "items/notice.yaml")
    problem = the_fault(folder)
    assert (problem.key, problem.line, problem.column) == ("ruleset-no-such-file", line, column)
    assert dict(problem.values) == {"name": "items/notice.yaml"}


@pytest.mark.parametrize(("new", "column"), [("level: [required", 8), ("level: required: x", 16), ("level: @x", 8)])
def test_wrong_yaml(folder: Folder, new: str, column: int) -> None:
    line, _ = folder.edit("level: required", new, item=True)
    problem = the_fault(folder)
    assert problem.key == "ruleset-yaml"
    assert problem.path == str(folder.item)
    assert (problem.line, problem.column) == (line, column)
    assert say(problem.key, **dict(problem.values)).zh.isascii() is False


def test_two_items_with_one_id(folder: Folder) -> None:
    folder.edit("  - items/notices.yaml", "  - items/notices.yaml\n  - items/more.yaml")
    (folder.item.parent / "more.yaml").write_bytes(folder.item.read_bytes())
    problem = the_fault(folder)
    assert (problem.key, Path(problem.path).name, problem.line) == ("ruleset-duplicate-id", "more.yaml", 1)


def test_a_key_that_is_no_text(folder: Folder) -> None:
    folder.edit("id: notices", "? [a, b]\n: c\nid: notices", item=True)
    assert the_fault(folder).key == "ruleset-key-not-text"


@pytest.mark.parametrize("content", ["", "# nothing\n", "- a\n", "a\n"])
def test_a_file_that_holds_no_ruleset(folder: Folder, content: str) -> None:
    folder.main.write_text(content, "utf-8")
    problem = the_fault(folder)
    assert (problem.path, problem.line, problem.column) == (str(folder.main), 1, 1)


def test_all_faults_at_once_and_in_order(folder: Folder) -> None:
    folder.edit("  weak: 50", "  weak: 150")
    folder.edit("level: required", "level: requred", item=True)
    folder.edit("weight: 10", "weight: yes", item=True)
    folder.edit("id: notices", "id: Notices", item=True)
    found = faults(folder)
    assert [(Path(p.path).name, p.line) for p in found] == sorted((Path(p.path).name, p.line) for p in found)
    assert {(Path(p.path).name, p.key) for p in found} >= {
        ("ruleset.yaml", "ruleset-bad-value"),
        ("notices.yaml", "ruleset-bad-value"),
        ("notices.yaml", "ruleset-bad-choice"),
        ("notices.yaml", "ruleset-turned"),
    }


def test_faults_of_phrases_come_together_too(folder: Folder) -> None:
    folder.edit('"@both"', '"@bote"', item=True)
    folder.edit("公示~#张", "公示…", item=True)
    folder.edit("weight: 10", "weight: 10\nweight: 20", item=True)
    assert {p.key for p in faults(folder)} == {"ruleset-no-such-list", "ruleset-empty-phrase", "ruleset-duplicate-key"}


def test_not_utf8(folder: Folder) -> None:
    folder.item.write_bytes(folder.item.read_text("utf-8").encode("gb18030"))
    assert (the_fault(folder).key, the_fault(folder).path) == ("ruleset-not-utf8", str(folder.item))


def test_a_byte_order_mark_is_no_fault(folder: Folder) -> None:
    folder.item.write_bytes(b"\xef\xbb\xbf" + folder.item.read_bytes())
    assert load(str(folder.path)).items[0].id == "notices"


def test_a_huge_file_is_not_read(folder: Folder) -> None:
    with folder.item.open("ab") as file:
        file.write(b"# " + b"x" * 2_000_000)
    with pytest.raises(RulesetError) as caught:
        load(str(folder.path))
    assert caught.value.key == "ruleset-file-too-large"
    assert caught.value.values["path"] == str(folder.item)


def test_aliases_that_multiply_are_not_unfolded(folder: Folder) -> None:
    lists = ["  a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lists += [f"  a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 12)]
    folder.edit("lexicon:\n", "lexicon:\n" + "\n".join(lists) + "\n")
    began = time.monotonic()
    assert "ruleset-bomb" in {problem.key for problem in faults(folder)}
    assert time.monotonic() - began < 20


@pytest.mark.parametrize("depth", [60, 2000])
def test_deep_nesting_is_refused(folder: Folder, depth: int) -> None:
    folder.edit("lexicon:\n", f"lexicon:\n  deep: {'[' * depth}{']' * depth}\n")
    assert {problem.key for problem in faults(folder)} & {"ruleset-bomb", "ruleset-yaml"}


def test_no_such_ruleset(tmp_path: Path) -> None:
    for name in ("no-such-ruleset", str(tmp_path), str(tmp_path / "ruleset.yaml")):
        with pytest.raises(UsageError) as caught:
            load(name)
        assert caught.value.key == "no-such-ruleset"
        assert "law-based-government" in str(caught.value.values["shipped"])


@pytest.mark.parametrize("zone", ["plan", "shortcomings", "account"])
def test_a_fault_in_a_zone_lies_there(folder: Folder, zone: str) -> None:
    """Zones share their names with checks."""
    line, column = folder.edit(f"  {zone}:\n    headings:", f"  {zone}:\n    heading: [甲]\n    headings:")
    problem = the_fault(folder)
    assert (problem.key, problem.hint) == ("ruleset-unknown-key", "headings")
    assert (problem.line, problem.column) == (line + 1, column + 4)


@pytest.mark.parametrize(
    ("old", "new", "item", "zh", "en"),
    [
        ("  weak: 50", "  weak: 150", False, "“weak”的值不对：不能大于100。", "must be at most 100."),
        ("id: notices", "id: Notices", True, "代号用小写英文字母", "it is made of small letters"),
        ("level: required", "level: required\ntitle: 公示", True, "“title”", "“title”"),
    ],
)
def test_what_should_stand_there_is_said_in_the_users_language(
    folder: Folder, old: str, new: str, item: bool, zh: str, en: str
) -> None:
    folder.edit(old, new, item=item)
    sentences = [say(problem.key, **dict(problem.values)) for problem in faults(folder)]
    assert any(zh in sentence.zh and en in sentence.en for sentence in sentences)
    assert not any("hould" in sentence.zh for sentence in sentences)


def test_a_report_in_place_of_a_ruleset(folder: Folder) -> None:
    folder.main.write_text("2024年度法治政府建设年度报告\n", "utf-8")
    problem = the_fault(folder)
    sentence = say(problem.key, **dict(problem.values))
    assert sentence.zh.endswith("的值不对：应是若干行，每行一个键，后接英文冒号、空格和值。")
    assert sentence.en.endswith("is wrong: “key: value” lines should stand here.")
