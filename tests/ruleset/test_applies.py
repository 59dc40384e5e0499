"""Conditions and dates in a ruleset: what is written is what is meant, and mistakes are told where they stand."""

from __future__ import annotations

import pytest

from checker.ruleset import load
from checker.ruleset.audience import audience, in_force
from checker.ruleset.model import Applies
from tests.ruleset.conftest import Folder
from tests.ruleset.test_faults import the_fault

_LEVEL = "level: required"
_BASIS = "basis: {document: 办法, en: Measures, certainty: certain"


def test_conditions_are_read(folder: Folder) -> None:
    wanted = (
        "{organ_type: [town], sector: [emergency-management], year: {from: 2025, to: 2026}, enforcement_power: true}"
    )
    folder.edit(_LEVEL, f"{_LEVEL}\napplies: {wanted}", item=True)
    ruleset = load(str(folder.path))
    applies = ruleset.items[0].applies
    assert applies == Applies(("town",), ("emergency-management",), 2025, 2026, power=True)
    told = audience(applies, ruleset.sectors)
    assert told.zh == "乡镇街道，应急管理，有行政执法权的机关，2025至2026年度"
    assert told.en.endswith("organs with power to enforce the law, 2025 to 2026")


@pytest.mark.parametrize(
    ("applies", "key", "hint"),
    [
        ("{sector: [emergency-managment]}", "ruleset-no-such-sector", "emergency-management"),
        ("{organ_type: [towns]}", "ruleset-bad-choice", "town"),
        ("{organ_typ: [town]}", "ruleset-unknown-key", "organ_type"),
        ("{year: {form: 2025}}", "ruleset-unknown-key", "from"),
        ("{year: {from: 2025, to: 2021}}", "ruleset-years-turned", ""),
        ('{year: {from: "2025"}}', "ruleset-bad-value", ""),
        ("{enforcement_power: 有}", "ruleset-bad-value", ""),
    ],
)
def test_mistakes_in_conditions(folder: Folder, applies: str, key: str, hint: str) -> None:
    folder.edit(_LEVEL, f"{_LEVEL}\napplies: {applies}", item=True)
    fault = the_fault(folder)
    assert (fault.key, fault.hint, fault.path) == (key, hint, str(folder.item))
    assert fault.line == 4


def test_bases_with_dates(folder: Folder) -> None:
    earlier = '[{document: 旧办法, en: Old measures, certainty: certain, until: "2024-11-01"}]'
    folder.edit(_LEVEL, f'{_LEVEL}\n{_BASIS}, from: "2024-11-01"}}\nearlier_basis: {earlier}', item=True)
    item = load(str(folder.path)).items[0]
    assert [basis.text.zh for basis in item.bases] == ["《办法》", "《旧办法》"]
    assert [in_force(basis).zh for basis in item.bases] == ["（2024年11月1日起施行）", "（2024年11月1日之前适用）"]
    assert in_force(item.bases[0]._replace(since="")).zh == ""


def test_an_uncertain_basis_is_not_kept(folder: Folder) -> None:
    folder.edit(_LEVEL, f"{_LEVEL}\nbasis: {{document: 办法, en: Measures, certainty: uncertain}}", item=True)
    assert load(str(folder.path)).items[0].bases == ()


@pytest.mark.parametrize(
    ("dates", "key"),
    [
        ('from: "2025-02-30"', "ruleset-no-such-day"),
        ('from: "2025-11-01", until: "2025-01-01"', "ruleset-days-turned"),
        ('from: "2025年"', "ruleset-bad-value"),
    ],
)
def test_mistakes_in_dates(folder: Folder, dates: str, key: str) -> None:
    folder.edit(_LEVEL, f"{_LEVEL}\n{_BASIS}, {dates}}}", item=True)
    fault = the_fault(folder)
    assert (fault.key, fault.line) == (key, 4)


def test_what_a_ruleset_is_chosen_for_is_its_own(folder: Folder) -> None:
    """A ruleset for towns is chosen for towns of every year, whatever the one it stands on is chosen for."""
    top = folder.path / "ruleset-towns.yaml"
    folder.edit("\npage:", "\nchosen_for: {year: {from: 2025}}\npage:")
    text = 'schema: 1\nid: towns\nversion: "2025.1"\nextends: ruleset.yaml\n'
    top.write_text(text, "utf-8")
    assert load(str(top)).chosen_for is None
    top.write_text(text + "chosen_for: {organ_type: [town]}\n", "utf-8")
    assert load(str(top)).chosen_for == Applies(("town",), (), None, None, None)
    assert load(str(folder.path)).chosen_for == Applies((), (), 2025, None, None)
