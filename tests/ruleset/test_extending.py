"""One ruleset on top of another: what it changes, what it refuses, and every fault in its own file."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.engine import check
from checker.errors import Problem, RulesetError
from checker.messages import say
from checker.readers import read_bytes
from checker.ruleset import load
from checker.ruleset.loading import inspect
from checker.ruleset.model import Ruleset
from tests.ruleset.conftest import ITEM, Folder

HEAD = """\
schema: 1
id: bureau
version: "2026.1"
extends: law-based-government
"""


class Overlay:
    """A ruleset on top of the shipped one, in one file."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(exist_ok=True)
        self.path = folder / "bureau.yaml"
        self.write("")

    def write(self, body: str, head: str = HEAD) -> None:
        self.path.write_text(head + body, "utf-8")

    def load(self) -> Ruleset:
        return load(str(self.path))

    def fault(self) -> Problem:
        """The only problem, which can be said and lies in this file."""
        with pytest.raises(RulesetError) as caught:
            self.load()
        (problem,) = caught.value.problems
        say(problem.key, **dict(problem.values))
        assert caught.value.values["count"] == 1
        assert problem.path == str(self.path)
        return problem

    def place(self, words: str) -> tuple[int, int]:
        """Line and column of `words`, which stand in the file once."""
        text = self.path.read_text("utf-8")
        assert text.count(words) == 1
        before = text[: text.index(words)]
        return before.count("\n") + 1, len(before) - before.rfind("\n")


@pytest.fixture
def overlay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Overlay:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.delenv("CHECKER_NO_CACHE", raising=False)
    return Overlay(tmp_path / "office")


def _words(ruleset: Ruleset, item_id: str, option: str) -> set[str]:
    item = ruleset.item(item_id)
    assert item
    return {"".join(part[0] for part in pattern.parts) for pattern in ruleset.patterns(item.groups[option])}


def _status(ruleset: Ruleset, item: str, text: str) -> str:
    report = check(read_bytes(text.encode(), "草稿.txt"), ruleset)
    return next(found.status for found in report.items if found.id == item)


def test_what_is_not_changed_is_the_base(overlay: Overlay) -> None:
    base, own = load("law-based-government"), overlay.load()
    assert own.items == base.items
    assert own.findings == base.findings
    assert own.zones == base.zones
    assert own.raw_groups == base.raw_groups
    assert (own.info.id, own.info.version, own.info.title) == ("bureau", "2026.1", base.info.title)
    assert own.info.digest != base.info.digest


def test_fields_of_an_item_are_overridden_one_by_one(overlay: Overlay) -> None:
    overlay.write("override:\n  legal_review:\n    title: {zh: 法制审核}\n    level: recommended\n")
    base, own = load("law-based-government").item("legal_review"), overlay.load().item("legal_review")
    assert base
    assert own
    assert (own.title.zh, own.title.en) == ("法制审核", base.title.en)
    assert own == base._replace(title=own.title, level="recommended")
    assert [item.id for item in overlay.load().items] == [item.id for item in load("law-based-government").items]


def test_lists_are_added_to_and_taken_from(overlay: Overlay) -> None:
    overlay.write("override: {legal_review: {options: {short_names: {add: [法审会签], remove: [法核]}}}}\n")
    names = _words(load("law-based-government"), "legal_review", "short_names")
    assert _words(overlay.load(), "legal_review", "short_names") == names - {"法核"} | {"法审会签"}


def test_a_list_that_is_given_replaces(overlay: Overlay) -> None:
    overlay.write("override: {legal_review: {options: {short_names: [法审会签]}}}\n")
    assert _words(overlay.load(), "legal_review", "short_names") == {"法审会签"}


def test_a_list_that_the_base_leaves_out_can_be_added_to(overlay: Overlay) -> None:
    overlay.write("override: {legal_review: {options: {units: {add: [份]}}}}\n")
    assert _words(overlay.load(), "legal_review", "units") == {"份"}


def test_items_and_findings_are_removed(overlay: Overlay) -> None:
    overlay.write("remove: [sign_off, draft-mark]\n")
    base, own = load("law-based-government"), overlay.load()
    assert [item.id for item in own.items] == [item.id for item in base.items if item.id != "sign_off"]
    assert [rule.id for rule in own.findings] == [rule.id for rule in base.findings if rule.id != "draft-mark"]


def test_own_items_follow_those_of_the_base(overlay: Overlay) -> None:
    body = "items:\n  - " + ITEM.replace("\n", "\n    ").rstrip() + "\n"
    overlay.write(body.replace('"@both", ', ""))
    assert overlay.load().items[-1].id == "notices"
    assert _status(overlay.load(), "notices", "一、主要举措\n全年村务公示36张。\n") == "present"


def test_own_lists_of_the_lexicon_serve_own_items(overlay: Overlay) -> None:
    item = ITEM.replace("@both", "@board").replace("\n", "\n    ").rstrip()
    overlay.write(f"lexicon: {{board: [公开栏]}}\nitems:\n  - {item}\n")
    assert "公开栏" in _words(overlay.load(), "notices", "own_content")


def test_a_change_of_the_lexicon_reaches_the_items_of_the_base(overlay: Overlay) -> None:
    overlay.write("lexicon: {three_systems: {add: [三张名片]}}\n")
    assert "三张名片" in _words(overlay.load(), "legal_review", "collective")


def test_a_heading_of_ones_own(overlay: Overlay) -> None:
    overlay.write("zones: {plan: {headings: {add: [任务书]}}}\n")
    text = "一、主要举措\n全年村务公示36张。\n二、法治建设任务书\n健全村务公示制度，开展专题培训4期。\n"
    assert _status(load("law-based-government"), "next_year_plan", text) == "missing"
    assert _status(overlay.load(), "next_year_plan", text) != "missing"


def test_several_levels(overlay: Overlay) -> None:
    overlay.write("override: {legal_review: {weight: 30}, title: {weight: 3}}\n")
    top = Overlay(overlay.path.parent / "top")
    top.path = overlay.path.parent / "top.yaml"
    top.write("override: {legal_review: {weight: 40}}\n", HEAD.replace("law-based-government", "bureau.yaml"))
    weights = {item.id: item.weight for item in load(str(top.path)).items}
    assert (weights["legal_review"], weights["title"]) == (40, 3)


def test_a_folder_can_be_extended(folder: Folder, overlay: Overlay) -> None:
    overlay.path = folder.path.parent / "bureau.yaml"
    overlay.write("override: {notices: {weight: 70}}\n", HEAD.replace("law-based-government", "town-briefing"))
    assert [(item.id, item.weight) for item in overlay.load().items] == [("notices", 70)]


def test_the_digest_covers_every_file_of_every_level(folder: Folder, overlay: Overlay) -> None:
    overlay.path = folder.path.parent / "bureau.yaml"
    overlay.write("", HEAD.replace("law-based-government", "./town-briefing"))
    digests = [overlay.load().info.digest]
    folder.edit("weight: 10", "weight: 20", item=True)
    digests.append(overlay.load().info.digest)
    assert overlay.load().items[0].weight == 20
    folder.edit("  weak: 50", "  weak: 40")
    digests.append(overlay.load().info.digest)
    assert overlay.load().scoring.weak == 40
    overlay.write("# nothing\n", HEAD.replace("law-based-government", "./town-briefing"))
    digests.append(overlay.load().info.digest)
    assert len(set(digests)) == 4


def test_what_is_loaded_from_the_cache_is_the_same(overlay: Overlay) -> None:
    overlay.write("override: {legal_review: {weight: 30}}\nremove: [title]\n")
    first, second, fresh = overlay.load(), overlay.load(), inspect(str(overlay.path))[0]
    assert first.items == second.items == fresh.items
    assert first.info == second.info == fresh.info
    assert first.raw_groups == second.raw_groups == fresh.raw_groups


@pytest.mark.parametrize(
    ("body", "words", "key", "hint"),
    [
        ("override:\n  legal_reviw: {weight: 1}\n", "legal_reviw", "ruleset-no-such-item", "legal_review"),
        ("remove: [title, sign_of]\n", "sign_of", "ruleset-no-such-item", "sign_off"),
        ("remove: [title]\noverride:\n  title: {weight: 1}\n", "title: {", "ruleset-no-such-item", ""),
        ("override: {title: {id: heading}}\n", "id: heading", "ruleset-override-id", ""),
        ("override: {title: 3}\n", "title: 3", "ruleset-not-a-mapping", ""),
        ("override: [title]\n", "override", "ruleset-not-a-mapping", ""),
        ("remove: title\n", "remove", "ruleset-not-a-list", ""),
        ("zones: {plan: {headings: {add: 任务书}}}\n", "add", "ruleset-not-a-list", ""),
        ("zones: {plan: {headings: {remove: [无此用语]}}}\n", "无此用语", "ruleset-not-in-list", ""),
        ("zones: {plan: {headings: {ad: [任务书]}}}\n", "headings", "ruleset-bad-value", ""),
        ("zones: {plan: {heading: {add: [任务书]}}}\n", "heading", "ruleset-unknown-key", "headings"),
        ("override: {title: {wieght: 3}}\n", "wieght", "ruleset-unknown-key", "weight"),
        ("override:\n  title:\n    level: requierd\n", "level", "ruleset-bad-choice", "required"),
        ("override: {legal_review: {options: {names: {add: [甲…]}}}}\n", "甲…", "ruleset-empty-phrase", ""),
        ("override: {legal_review: {options: {names: {add: ['@no']}}}}\n", "'@no'", "ruleset-no-such-list", ""),
        ("items: [items/more.yaml]\n", "items/more.yaml", "ruleset-no-such-file", ""),
        ("items: 3\n", "items", "ruleset-bad-value", ""),
        ("scorings: {}\n", "scorings", "ruleset-unknown-key", "scoring"),
    ],
)
def test_faults_lie_where_they_are_written(overlay: Overlay, body: str, words: str, key: str, hint: str) -> None:
    overlay.write(body)
    problem = overlay.fault()
    assert (problem.key, (problem.line, problem.column)) == (key, overlay.place(words))
    assert not hint or problem.hint == hint


def test_several_faults_at_once_each_in_its_line(overlay: Overlay) -> None:
    overlay.write(
        "zones: {add: {add: 3}}\noverride: {title: {weight: [1]}}\nremove: [[title]]\nitems: [3, {id: [a]}]\n"
    )
    with pytest.raises(RulesetError) as caught:
        overlay.load()
    assert {problem.path for problem in caught.value.problems} == {str(overlay.path)}
    assert {problem.line for problem in caught.value.problems} == {5, 6, 7, 8}


def test_faults_of_the_base_lie_in_the_base(folder: Folder, overlay: Overlay) -> None:
    overlay.path = folder.path.parent / "bureau.yaml"
    overlay.write("override: {notices: {levl: required}}\n", HEAD.replace("law-based-government", "town-briefing"))
    line, _ = folder.edit("weight: 10", "weight: ten", item=True)
    with pytest.raises(RulesetError) as caught:
        overlay.load()
    places = {(problem.path, problem.line) for problem in caught.value.problems}
    assert places == {(str(overlay.path), 5), (str(folder.item), line)}


@pytest.mark.parametrize("key", ["schema", "id", "version"])
def test_a_ruleset_says_for_itself_what_it_is(overlay: Overlay, key: str) -> None:
    overlay.write("", "".join(line + "\n" for line in HEAD.splitlines() if not line.startswith(key)))
    assert (overlay.fault().key, dict(overlay.fault().values)) == ("ruleset-missing-key", {"name": key})


@pytest.mark.parametrize("word", ["override: {title: {weight: 1}}", "remove: [title]"])
def test_nothing_to_change_without_a_base(folder: Folder, word: str) -> None:
    folder.edit("\nitems:", f"\n{word}\nitems:")
    with pytest.raises(RulesetError) as caught:
        load(str(folder.path))
    (problem,) = caught.value.problems
    assert problem.key == "ruleset-no-base"


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("", "ruleset-extends-form"),
        ("no-such-ruleset", "ruleset-extends-missing"),
        ("bad\x01name", "ruleset-extends-missing"),
        (".", "ruleset-extends-missing"),
        ("../other.yaml", "ruleset-extends-outside"),
        ("/etc/passwd", "ruleset-extends-outside"),
        ("bureau.yaml", "ruleset-extends-cycle"),
        ("./second.yaml", "ruleset-extends-cycle"),
    ],
)
def test_bases_that_are_refused(overlay: Overlay, name: str, key: str) -> None:
    (overlay.path.parent.parent / "other.yaml").write_text(HEAD, "utf-8")
    (overlay.path.parent / "second.yaml").write_text(HEAD.replace("law-based-government", "bureau.yaml"), "utf-8")
    overlay.write("", HEAD.replace("law-based-government", f"{name}  # why"))
    with pytest.raises(RulesetError) as caught:
        overlay.load()
    (problem,) = caught.value.problems
    say(problem.key, **dict(problem.values))
    assert problem.key == key
    assert problem.path in {str(overlay.path), str(overlay.path.parent / "second.yaml")}
    assert (problem.line, problem.column) == (4, 10 if name else problem.column)


def test_a_slip_in_the_name_of_the_base(overlay: Overlay) -> None:
    overlay.write("", HEAD.replace("law-based-government", "law-based-goverment"))
    assert (overlay.fault().key, overlay.fault().hint) == ("ruleset-extends-missing", "law-based-government")


def test_a_base_without_a_list_of_items(folder: Folder, overlay: Overlay) -> None:
    overlay.path = folder.path.parent / "bureau.yaml"
    overlay.write("", HEAD.replace("law-based-government", "town-briefing"))
    line, _ = folder.edit("items:\n  - items/notices.yaml", "items: 3")
    with pytest.raises(RulesetError) as caught:
        overlay.load()
    (problem,) = caught.value.problems
    assert (problem.path, problem.line, problem.key) == (str(folder.main), line, "ruleset-bad-value")


def test_a_link_does_not_lead_outside(overlay: Overlay) -> None:
    (overlay.path.parent.parent / "other.yaml").write_text(HEAD, "utf-8")
    (overlay.path.parent / "link.yaml").symlink_to("../other.yaml")
    overlay.write("", HEAD.replace("law-based-government", "link.yaml"))
    assert overlay.fault().key == "ruleset-extends-outside"


def test_too_many_levels(overlay: Overlay) -> None:
    for number in range(12):
        text = HEAD.replace("law-based-government", f"n{number + 1}.yaml")
        (overlay.path.parent / f"n{number}.yaml").write_text(text, "utf-8")
    (overlay.path.parent / "n12.yaml").write_text(HEAD, "utf-8")
    with pytest.raises(RulesetError) as caught:
        load(str(overlay.path.parent / "n0.yaml"))
    assert caught.value.problems[0].key == "ruleset-extends-deep"


@pytest.mark.parametrize("written", ["  extends: law-based-government", '"extends": law-based-government'])
def test_extends_stands_at_the_left_margin(overlay: Overlay, written: str) -> None:
    overlay.write("", HEAD.replace("extends: law-based-government", written))
    with pytest.raises(RulesetError):
        overlay.load()


def test_the_word_elsewhere_is_nothing(folder: Folder) -> None:
    folder.edit("\nitems:", "\n# extends: nothing\nitems:")
    assert [item.id for item in load(str(folder.path)).items] == ["notices"]
