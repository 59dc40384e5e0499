"""An author sees which examples come out otherwise than promised."""

from __future__ import annotations

import pytest

from checker.authoring.bench import Trial, try_all
from checker.errors import RulesetError
from checker.ruleset.loading import inspect
from tests.ruleset.conftest import Folder

PRESENT = "  - {text: 全年村务公示36张。, status: present}\n"
SLIPS = """
findings:
  - id: slips
    check: wording
    severity: warning
    title: {zh: 错字, en: Slips}
    messages: {wrong: {zh: "“{wrong}”应为“{right}”。", en: "“{wrong}” should be “{right}”."}}
    options:
      pairs: [{wrong: 布署, right: 部署}]
    examples:
      - {text: 精心布署各项工作。, remarks: [wrong]}
      - {text: 精心部署各项工作。, remarks: []}
"""


def _trials(folder: Folder) -> tuple[Trial, ...]:
    return try_all(*inspect(str(folder.path)))


def test_an_example_that_keeps_its_word(folder: Folder) -> None:
    (trial,) = _trials(folder)
    assert trial.passed
    assert trial.got == ("present", "")


def test_an_example_that_does_not(folder: Folder) -> None:
    line, _ = folder.edit(
        PRESENT, PRESENT + "  - {text: 全年植树3600棵。, status: weak, reason: bare-mention}\n", item=True
    )
    _, trial = _trials(folder)
    assert not trial.passed
    assert trial.got == ("missing", "absent")
    assert trial.promise.where == (str(folder.item), line + 1, 5)


def test_the_right_status_for_the_wrong_reason_fails(folder: Folder) -> None:
    wrong = "  - {text: 下一年推行张贴公示制度。, status: weak, reason: bare-mention, zone: plan}\n"
    folder.edit(PRESENT, wrong, item=True)
    (trial,) = _trials(folder)
    assert (trial.got, trial.passed) == (("weak", "planned-only"), False)


def test_a_reason_where_none_is_promised_fails(folder: Folder) -> None:
    folder.edit(PRESENT, "  - {text: 推行张贴公示制度。, status: weak}\n", item=True)
    (trial,) = _trials(folder)
    assert not trial.passed


def test_an_example_is_read_under_a_heading_of_its_zone(folder: Folder) -> None:
    text = "推行张贴公示制度。"
    plan = f"  - {{text: {text}, status: weak, reason: planned-only, zone: plan}}\n"
    account = f"  - {{text: {text}, status: weak, reason: bare-mention}}\n"
    folder.edit(PRESENT, plan + account, item=True)
    assert [trial.passed for trial in _trials(folder)] == [True, True]


def test_examples_of_a_finding(folder: Folder) -> None:
    folder.main.write_text(folder.main.read_text("utf-8") + SLIPS, "utf-8")
    assert [(trial.promise.id, trial.got, trial.passed) for trial in _trials(folder)[1:]] == [
        ("slips", ("wrong",), True),
        ("slips", (), True),
    ]


def test_a_finding_that_says_too_little_or_too_much(folder: Folder) -> None:
    swapped = SLIPS.replace("布署各", "部署各", 1).replace("部署各项工作。, remarks: []", "布署各项工作。, remarks: []")
    folder.main.write_text(folder.main.read_text("utf-8") + swapped, "utf-8")
    assert [(trial.got, trial.passed) for trial in _trials(folder)[1:]] == [((), False), (("wrong",), False)]


def test_an_example_of_a_case_that_a_finding_has_no_sentence_for(folder: Folder) -> None:
    folder.main.write_text(folder.main.read_text("utf-8") + SLIPS.replace("[wrong]", "[wrongs]"), "utf-8")
    with pytest.raises(RulesetError) as caught:
        inspect(str(folder.path))
    (problem,) = caught.value.problems
    assert (problem.key, problem.hint) == ("ruleset-bad-choice", "wrong")
    assert problem.source[problem.column - 1 :].startswith("wrongs")
