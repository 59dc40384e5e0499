"""What a rule is for: reports outside of its conditions are told why, and what a report does not tell counts as met."""

from __future__ import annotations

from typing import Any

import pytest

from checker.engine import check
from checker.readers import read_bytes
from checker.results import ItemResult, ReportResult
from checker.ruleset import load
from checker.ruleset.model import Applies, Basis, OrganType, Ruleset
from checker.text import Text

NATIONAL = load("law-based-government")
_ANY = Applies((), (), None, None, None)
_BODY = "一、主要举措和成效\n一年来，习近平法治思想专题学习4次，案卷制作还算规范。\n"


def _for(applies: Applies | None) -> Ruleset:
    """The national ruleset with a condition on its first item and on all its findings."""
    first, *others = NATIONAL.items
    findings = tuple(rule._replace(applies=applies) for rule in NATIONAL.findings)
    return NATIONAL._replace(items=(first._replace(applies=applies), *others), findings=findings)


def _report(
    title: str, applies: Applies | None, body: str = _BODY, year: int | None = None, organ_type: OrganType | None = None
) -> ReportResult:
    document = read_bytes(f"{title}\n{body}".encode(), "草稿.txt")
    return check(document, _for(applies), year=year, organ_type=organ_type)


def _first(title: str, applies: Applies, body: str = _BODY, **more: Any) -> ItemResult:
    return _report(title, applies, body, **more).items[0]


def _code(item: ItemResult) -> str | None:
    return item.reasons[0].code if item.status == "not_applicable" else None


BUREAU = "云岫县应急管理局2024年度法治政府建设年度报告"
TOWN = "云岫县石桥镇人民政府2024年度法治政府建设年度报告"
COUNTY = "云岫县人民政府2024年度法治政府建设年度报告"
NOBODY = "2024年度法治政府建设年度报告"
NO_YEAR = "云岫县应急管理局法治政府建设年度报告"


@pytest.mark.parametrize(
    ("title", "applies", "code"),
    [
        (TOWN, _ANY._replace(organ_types=("town",)), None),
        (BUREAU, _ANY._replace(organ_types=("town",)), "other-organ-type"),
        (COUNTY, _ANY._replace(organ_types=("town", "department")), "other-organ-type"),
        (COUNTY, _ANY._replace(organ_types=("town", "government")), None),
        (NOBODY, _ANY._replace(organ_types=("town",)), None),
        (BUREAU, _ANY._replace(sectors=("emergency-management",)), None),
        (TOWN, _ANY._replace(sectors=("emergency-management",)), "other-sector"),
        (NOBODY, _ANY._replace(sectors=("emergency-management",)), None),
        (BUREAU, _ANY._replace(first_year=2024), None),
        (BUREAU, _ANY._replace(first_year=2025), "other-year"),
        (BUREAU, _ANY._replace(last_year=2024), None),
        (BUREAU, _ANY._replace(last_year=2023), "other-year"),
        (BUREAU, _ANY._replace(first_year=2021, last_year=2025), None),
        (BUREAU, _ANY._replace(first_year=2021, last_year=2022), "other-year"),
        (NO_YEAR, _ANY._replace(first_year=2025), None),
        (TOWN, Applies(("town",), (), 2025, None, None), "other-year"),
    ],
)
def test_conditions_on_organ_and_year(title: str, applies: Applies, code: str | None) -> None:
    assert _code(_first(title, applies)) == code


def test_an_item_that_does_not_apply_counts_for_nothing() -> None:
    applies = _ANY._replace(first_year=2025)
    with_item, without = _report(BUREAU, None), _report(BUREAU, applies)
    item = without.items[0]
    assert (item.id, item.level, item.status, item.score) == ("achievements", "required", "not_applicable", 0)
    assert (item.evidence, item.suggestion, item.expected) == ((), None, None)
    assert len(without.items) == len(with_item.items)
    weights = {one.id: one.weight for one in NATIONAL.items if one.level == "required" and one.id != "achievements"}
    earned = sum(one.score * weights[one.id] for one in without.items if one.id in weights)
    assert without.score == int(earned / sum(weights.values()) + 0.5)


def test_the_reason_says_which_condition_is_not_met_in_both_languages() -> None:
    year = _first(BUREAU, _ANY._replace(first_year=2025)).reasons[0].message
    assert year == Text(
        "本项适用于2025年度及以后的报告，这份报告的年度是2024。",
        "This applies to reports on 2025 and later; this one is on 2024.",
    )
    one = _first(BUREAU, _ANY._replace(first_year=2025, last_year=2025)).reasons[0].message
    assert one.zh == "本项适用于2025年度的报告，这份报告的年度是2024。"
    kind = _first(BUREAU, _ANY._replace(organ_types=("town",))).reasons[0].message
    assert kind.zh == "本项只适用于乡镇街道，这份报告的机关属于部门。"
    field = _first(TOWN, _ANY._replace(sectors=("emergency-management",))).reasons[0].message
    assert "应急管理" in field.zh
    assert "Emergency management" in field.en


def test_what_the_user_says_goes_before_what_the_report_says() -> None:
    later = _ANY._replace(first_year=2025)
    assert _code(_report(BUREAU, later, year=2025).items[0]) is None
    assert _code(_report(NO_YEAR, later, year=2024).items[0]) == "other-year"
    towns = _ANY._replace(organ_types=("town",))
    assert _code(_report(BUREAU, towns, organ_type="town").items[0]) is None
    assert _code(_report(NOBODY, towns, organ_type="government").items[0]) == "other-organ-type"


_DENIAL = "一、主要举措和成效\n街道没有承接执法事项，不承担行政执法职能。\n"
_WISH = "二、存在的不足和原因\n由于执法力量上收，我局并无行政执法权，监管力度不够。\n"


@pytest.mark.parametrize(
    ("body", "power", "code"),
    [
        (_DENIAL, True, "no-enforcement-power"),
        (_DENIAL, False, None),
        (_BODY, True, None),
        (_BODY, False, "enforcement-power"),
        # What an organ lacks does not say that it has no power at all.
        (_BODY + _WISH, True, None),
    ],
)
def test_power_to_enforce_is_what_the_report_says_of_it(body: str, power: bool, code: str | None) -> None:
    item = _first(BUREAU, _ANY._replace(power=power), body)
    assert _code(item) == code
    if code == "no-enforcement-power":
        assert [quote.text for quote in item.evidence] == [
            "街道没有承接执法事项,不承担行政执法职能。".replace(",", "，")
        ]


def test_a_finding_outside_its_condition_is_silent() -> None:
    body = _BODY + "推进法制政府建设。\n"
    assert any(finding.id == "wording" for finding in _report(BUREAU, None, body).findings)
    assert any(finding.id == "wording" for finding in _report(BUREAU, _ANY._replace(first_year=2024), body).findings)
    assert _report(BUREAU, _ANY._replace(first_year=2025), body).findings == ()


@pytest.mark.parametrize(
    ("organ", "kind"),
    [
        ("岱屿市住房和城乡建设局", "department"),
        ("云岫县乡村振兴局", "department"),
        ("镇原县财政局", "department"),
        ("石桥镇", "town"),
        ("石桥镇政府", "town"),
        ("滨阳区人民政府华椿街道办事处", "town"),
        ("云岫县人民政府", "government"),
        ("云岫县人民政府办公室", "department"),
    ],
)
def test_the_kind_of_organ_is_told_by_the_end_of_its_name(organ: str, kind: str) -> None:
    towns, governments = (_ANY._replace(organ_types=(one,)) for one in ("town", "government"))
    title = f"{organ}2024年度法治政府建设年度报告"
    found = {"town": _code(_first(title, towns)), "government": _code(_first(title, governments))}
    assert [name for name, code in found.items() if code is None] == ([kind] if kind != "department" else [])


# Legal bases


def _based(*bases: Basis) -> Ruleset:
    first, *others = NATIONAL.items
    return NATIONAL._replace(items=(first._replace(bases=bases), *others))


NEW, OLD = Text("新法", "New law"), Text("旧法", "Old law")


@pytest.mark.parametrize(
    ("year", "shown"),
    [(2024, NEW), (2025, NEW), (2023, OLD), (2019, OLD)],
)
def test_a_report_is_shown_the_basis_in_force_at_the_end_of_its_year(year: int, shown: Text) -> None:
    ruleset = _based(Basis(NEW, "2024-11-01", ""), Basis(OLD, "", "2024-11-01"))
    document = read_bytes(f"{BUREAU}\n{_BODY}".encode(), "草稿.txt")
    assert check(document, ruleset, year=year).items[0].basis == shown


def test_a_basis_that_has_ended_is_not_shown() -> None:
    ruleset = _based(Basis(OLD, "", "2026-01-01"))
    document = read_bytes(f"{BUREAU}\n{_BODY}".encode(), "草稿.txt")
    assert check(document, ruleset, year=2025).items[0].basis == OLD
    assert check(document, ruleset, year=2026).items[0].basis is None


def test_without_a_year_the_newest_basis_is_shown() -> None:
    ruleset = _based(Basis(NEW, "2024-11-01", ""), Basis(OLD, "", "2024-11-01"))
    document = read_bytes(f"{NO_YEAR}\n{_BODY}".encode(), "草稿.txt")
    assert check(document, ruleset).items[0].basis == NEW
