"""Regions and fields of government from the names of organs."""

from __future__ import annotations

import pytest

from checker.ruleset import load
from checker.ruleset.organs import region, sector

RULES = load("law-based-government")


@pytest.mark.parametrize(
    ("organ", "place"),
    [
        ("栖川市市场监督管理局", "栖川市"),
        ("郑州市市场监督管理局", "郑州市"),
        ("河北省沧州市应急管理局", "河北省沧州市"),
        ("沧县应急管理局", "沧县"),
        ("北京市海淀区教育委员会", "北京市海淀区"),
        ("兰州新区应急管理局", "兰州新区"),
        ("龙溪口经济技术开发区管理委员会", "龙溪口经济技术开发区"),
        ("积石山保安族东乡族撒拉族自治县司法局", "积石山保安族东乡族撒拉族自治县"),
        ("青云市城市管理综合行政执法局", "青云市"),
        ("南陂县石壁镇人民政府", "南陂县"),
        ("桑枝镇人民政府", "桑枝镇"),
        ("洗马河街道办事处", "洗马河街道"),
        ("国家税务总局桐江市税务局", "桐江市"),
        ("市水务局", ""),
        ("国有青杨岭林场", ""),
        ("", ""),
    ],
)
def test_the_place_that_a_name_begins_with(organ: str, place: str) -> None:
    assert region(organ, RULES.regions) == place


@pytest.mark.parametrize(
    ("organ", "field"),
    [
        ("栖川市市场监督管理局", "市场监督管理"),
        ("泊宁市地方金融监督管理局", "金融"),
        ("青湾区教育体育局", "教育"),
        ("澄麓县人力资源和社会保障局", "人力资源和社会保障"),
        ("榆平市医疗保障局", "医疗保障"),
        ("石潭县安全生产监督管理局", "应急管理"),
        ("丹崖县人民政府", "政府、管委会"),
        ("双槐镇人民政府", "街道、乡镇"),
        ("黛湖区澄波街道办事处", "街道、乡镇"),
        ("白鹭洲区残疾人联合会", None),
        ("", None),
    ],
)
def test_the_field_that_a_name_tells(organ: str, field: str | None) -> None:
    found = sector(organ, RULES.sectors)
    assert (RULES.sectors[found].title.zh if found else None) == field


def test_all_shipped_rulesets_tell_organs_apart_by_the_same_words() -> None:
    for name in ("generic-annual-report", "open-government-information"):
        other = load(name)
        assert (other.sectors, other.regions) == (RULES.sectors, RULES.regions)
