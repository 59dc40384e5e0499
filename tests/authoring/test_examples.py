"""An author sees which examples get another verdict than promised, and what the examples leave out."""

from __future__ import annotations

from checker.authoring.coverage import coverage
from checker.authoring.examples import Trial, try_examples
from checker.ruleset.loading import inspect
from tests.ruleset.conftest import Folder

PRESENT = "  - {text: 全年村务公示36张。, status: present}\n"


def _trials(folder: Folder) -> tuple[Trial, ...]:
    return try_examples(*inspect(str(folder.path)))


def test_an_example_that_keeps_its_word(folder: Folder) -> None:
    (trial,) = _trials(folder)
    assert trial.passed
    assert (trial.status, trial.reason) == ("present", None)


def test_an_example_that_does_not(folder: Folder) -> None:
    line, _ = folder.edit(
        PRESENT, PRESENT + "  - {text: 全年植树3600棵。, status: weak, reason: bare-mention}\n", item=True
    )
    _, trial = _trials(folder)
    assert not trial.passed
    assert (trial.status, trial.reason) == ("missing", "absent")
    assert trial.where == (str(folder.item), line + 1, 5)


def test_the_right_status_for_the_wrong_reason_fails(folder: Folder) -> None:
    wrong = "  - {text: 下一年推行张贴公示制度。, status: weak, reason: bare-mention, zone: plan}\n"
    folder.edit(PRESENT, wrong, item=True)
    (trial,) = _trials(folder)
    assert (trial.status, trial.reason, trial.passed) == ("weak", "planned-only", False)


def test_an_example_is_read_under_a_heading_of_its_zone(folder: Folder) -> None:
    text = "推行张贴公示制度。"
    plan = f"  - {{text: {text}, status: weak, reason: planned-only, zone: plan}}\n"
    account = f"  - {{text: {text}, status: weak, reason: bare-mention}}\n"
    folder.edit(PRESENT, plan + account, item=True)
    assert [trial.passed for trial in _trials(folder)] == [True, True]


def test_verdicts_without_an_example(folder: Folder) -> None:
    found = coverage(*inspect(str(folder.path)))
    assert {verdict for _, verdict in found.unshown} == {
        ("weak", "bare-mention"),
        ("weak", "planned-only"),
        ("weak", "shortcoming-only"),
        ("missing", "absent"),
    }
    assert found.verdicts == 5


def test_phrases_without_an_example(folder: Folder) -> None:
    found = coverage(*inspect(str(folder.path)))
    mine = {(unused.option, unused.phrase) for unused in found.unused if "zones" not in unused.option}
    assert ("notices.names", "张贴公示制度") in mine
    assert ("lexicon.kinds", "明白纸") in mine
    assert not {phrase for _, phrase in mine} & {"(村务|)公示", "公示~#张"}
    place = next(unused.where for unused in found.unused if unused.phrase == "张贴公示制度")
    line, column = folder.edit("张贴公示制度", "张贴公示制度", item=True)
    assert place == (str(folder.item), line, column)
