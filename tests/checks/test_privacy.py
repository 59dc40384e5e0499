"""Personal numbers in a text to be published. All numbers are invented; those of identity cards have a false region or day."""

from __future__ import annotations

import pytest

from tests.checks.remarks import findings, quotes, report, said

RULE = "personal-number"
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def _identity(seventeen: str) -> str:
    total = sum(int(digit) * weight for digit, weight in zip(seventeen, WEIGHTS, strict=True))
    return seventeen + "10X98765432"[total % 11]


def _card(digits: str) -> str:
    doubled = [int(digit) * (1 + place % 2) for place, digit in enumerate(reversed(digits + "0"))]
    return digits + str(-sum(value - 9 if value > 9 else value for value in doubled) % 10)


IDENTITY = _identity("33089919900131000")
CARD = _card("622202000000000000")


def test_an_identity_card() -> None:
    text = report(f"（三）对当事人李某（身份证号{IDENTITY}）作出处罚。")
    assert said(text, RULE) == ["这里有一个身份证号码，不宜公开。"]
    [[quote]] = quotes(text, RULE)
    assert quote.endswith("身份证号" + IDENTITY[:3])
    assert IDENTITY[:4] not in quote


@pytest.mark.parametrize("number", ["13800001234", "138 0000 1234", "138-0000-1234"])
def test_a_mobile_number(number: str) -> None:
    text = report(f"（三）公布举报电话{number}，受理举报27件。")
    assert said(text, RULE) == ["这里有一个手机号码，不宜公开。"]
    assert quotes(text, RULE)[0][0].endswith("举报电话138")


def test_a_bank_card() -> None:
    text = report(f"（三）罚款缴入账户{CARD}。")
    assert said(text, RULE) == ["这里有一个银行卡号，不宜公开。"]


def test_each_number_is_quoted_apart() -> None:
    text = report("（三）联系人电话13800001234、13900005678。")
    assert [evidence.text[-3:] for finding in findings(text, RULE) for evidence in finding.evidence] == ["138", "139"]
    assert "1234" not in "".join(quotes(text, RULE)[1])


@pytest.mark.parametrize(
    "sentence",
    [
        "（三）拨打12345热线27次，举报电话0570-3081234、400-8001234、12350。",
        "（三）安排资金13500000000元，征收水费13612345678.5元。",
        "（三）统一社会信用代码11330800002618736G，索引号113308000026187361。",
        "（三）案号清水罚决字〔2024〕13800001234号之外的文书编号ZX13800001234。",
        f"（三）项目代码{IDENTITY[:-1]}{(int(IDENTITY[-1], 11) + 1) % 10}。",
        "（三）全年供水138000012345立方米。",
    ],
)
def test_other_numbers(sentence: str) -> None:
    assert said(report(sentence), RULE) == []


def test_numbers_of_the_page_are_not_the_reports() -> None:
    assert said(report() + "主办：清源县水利局　联系电话：13800001234　版权所有\n", RULE) == []


def test_cells_of_a_table_are_no_number() -> None:
    assert said(report("| 检查 | 1380 | 000 | 1234 |", "1380 000 1234"), RULE) == []
