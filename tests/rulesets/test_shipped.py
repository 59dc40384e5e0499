"""Every shipped ruleset keeps its word: examples and tests give what stands beside them, and leave next to nothing out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from checker.authoring.bench import Trial
from checker.authoring.coverage import Coverage, coverage
from checker.authoring.promises import as_report
from checker.authoring.reasons import possible
from checker.engine import check
from checker.readers import read_bytes
from checker.ruleset import load, shipped
from checker.ruleset.loading import inspect
from checker.ruleset.model import Example, Item, Ruleset
from checker.text import Text

_SHELF = Path(__file__).parents[2] / "rulesets"
_LEAST = 950
"""Phrases in a thousand that examples and tests must exercise."""
_HALF_WIDTH = re.compile(r"[\u4e00-\u9fff][,;:!?()]|[,;:!?()][\u4e00-\u9fff]")


@cache
def _ruleset(name: str) -> Ruleset:
    return load(name)


def _cases() -> Iterator[Any]:
    for name in shipped():
        for item in _ruleset(name).items:
            for number, example in enumerate(item.examples):
                reason = example.reason or "fine"
                yield pytest.param(name, item.id, example, id=f"{name}-{item.id}-{number}-{example.status}-{reason}")


def _items() -> Iterator[Any]:
    for name in shipped():
        for item in _ruleset(name).items:
            yield pytest.param(name, item, id=f"{name}-{item.id}")


@pytest.mark.parametrize(("name", "item", "example"), list(_cases()))
def test_examples_give_their_verdict(name: str, item: str, example: Example) -> None:
    document = read_bytes(as_report(_ruleset(name), example.text, example.zone).encode(), "草稿.txt")
    applies = next(i.applies for i in _ruleset(name).items if i.id == item)
    year = (applies.first_year if applies else None) or 2024
    result = next(i for i in check(document, _ruleset(name), year=year).items if i.id == item)
    code = result.reasons[0].code if result.reasons else None
    assert (result.status, code) == (example.status, example.reason)
    assert bool(result.evidence) == (example.status in ("present", "weak") and bool(example.text))


@cache
def _tested(name: str) -> tuple[tuple[Trial, ...], Coverage]:
    return coverage(*inspect(name))


@pytest.mark.parametrize("name", shipped())
def test_the_examples_and_the_tests_beside_the_rules_pass(name: str) -> None:
    trials, _ = _tested(name)
    assert [(trial.promise, trial.got) for trial in trials if not trial.passed] == []


@pytest.mark.parametrize("name", shipped())
def test_each_verdict_and_each_remark_is_shown_by_a_test(name: str) -> None:
    _, found = _tested(name)
    assert [(item.id, verdict) for item, verdict in found.unshown] == []
    assert [(rule.id, case) for rule, case in found.unremarked] == []


@pytest.mark.parametrize("name", shipped())
def test_nearly_every_phrase_is_exercised(name: str) -> None:
    _, found = _tested(name)
    assert found.per_mille >= _LEAST, found.unused


@pytest.mark.parametrize("name", shipped())
def test_findings_show_an_example_of_each_case(name: str) -> None:
    """In the rule itself, so that a ruleset on top of it has them too."""
    ruleset, piece = inspect(name)
    for rule, data in zip(ruleset.findings, piece.data.get("findings", []), strict=True):
        told = {case for example in data.get("examples", []) for case in example["remarks"]}
        assert told == set(rule.messages), rule.id


@pytest.mark.parametrize(("name", "item"), list(_items()))
def test_items_show_an_example_of_each_status(name: str, item: Item) -> None:
    statuses = {status for status, _ in possible(_ruleset(name), item)}
    assert {example.status for example in item.examples} == statuses >= {"present", "weak"}
    for example in item.examples:
        assert example.reason is not None or example.status == "present"
        assert example.reason is None or example.reason in item.reasons


@pytest.mark.parametrize(("name", "item"), list(_items()))
def test_items_show_an_example_of_each_reason(name: str, item: Item) -> None:
    assert {*possible(_ruleset(name), item)} <= {(example.status, example.reason) for example in item.examples}


@pytest.mark.parametrize(("name", "item"), list(_items()))
def test_items_have_a_sentence_for_each_reason(name: str, item: Item) -> None:
    assert {code for _, code in possible(_ruleset(name), item) if code} <= item.reasons.keys()


def _sentences(name: str) -> Iterator[Text]:
    ruleset = _ruleset(name)
    yield ruleset.info.title
    yield ruleset.scoring.formula
    for item in ruleset.items:
        yield from (item.title, item.asks, item.heading, item.content, item.suggestion, *item.reasons.values())
        if item.basis:
            yield item.basis
    for finding in ruleset.findings:
        yield from (finding.title, *finding.messages.values())
        if finding.suggestion:
            yield finding.suggestion


@pytest.mark.parametrize("name", shipped())
def test_sentences_are_whole_in_both_languages(name: str) -> None:
    for sentence in _sentences(name):
        assert sentence.zh.strip()
        assert sentence.en.strip()
        assert not _HALF_WIDTH.search(sentence.zh), sentence.zh
        assert not re.search("[\uff00-\uff5e\u3001\u3002]", re.sub("[\u4e00-\u9fff].*", "", sentence.en)), sentence.en


@pytest.mark.parametrize("name", shipped())
def test_only_certain_bases_are_shown(name: str) -> None:
    items = {data["id"]: data for data in inspect(name)[1].data["items"]}
    assert items
    for item in _ruleset(name).items:
        written = items[item.id].get("basis")
        assert (item.basis is not None) == (written is not None and written["certainty"] == "certain")
        if item.basis is not None:
            assert written["document"] in item.basis.zh
            assert (written.get("number") or "") in item.basis.zh


@pytest.mark.parametrize("name", shipped())
def test_the_examples_are_no_texts_of_real_organs_or_people(name: str) -> None:
    """An example that can be looked up would be somebody's report."""
    for item in _ruleset(name).items:
        for example in item.examples:
            assert not re.search(r"1[3-9]\d{9}|\d{17}[\dXx]", example.text)


def test_the_required_items_are_those_of_the_contract() -> None:
    items = _ruleset("law-based-government").items
    required = ["achievements", "shortcomings", "first_responsible_person", "next_year_plan"]
    required += ["enforcement_disclosure", "enforcement_recording", "legal_review"]
    assert [item.id for item in items if item.level == "required"] == required
    assert [item.id for item in items if item.level == "recommended"][:3] == ["xi_thought", "title", "sign_off"]
    assert all(item.weight > 0 for item in items if item.level == "required")


def test_the_schema_for_editors_accepts_every_shipped_file() -> None:
    from jsonschema import Draft202012Validator

    from checker.ruleset.editor_schema import editor_schema
    from checker.ruleset.schema import json_schema

    validator, whole = Draft202012Validator(editor_schema()), Draft202012Validator(json_schema())
    for name in shipped():
        assert list(whole.iter_errors(inspect(name)[1].data)) == []
        data = yaml.safe_load((_SHELF / name / "ruleset.yaml").read_text("utf-8"))
        for key in ("items", "findings"):
            data[key] = [
                yaml.safe_load((_SHELF / name / entry).read_text("utf-8")) if isinstance(entry, str) else entry
                for entry in data.get(key, [])
            ]
        assert list(validator.iter_errors(data)) == []
