"""Personal numbers that must not be published: identity cards, mobile telephones, bank cards."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from checker.checks.outcome import Proof, Remark, in_furniture, zone_of
from checker.ruleset.model import FindingRule
from checker.structure import Reading

# The first digit comes before the look-behind: the engine then skips to digits instead of trying everywhere.
_NUMBER: Final = r"[1-8](?<![0-9A-Za-z._].)\d{2}-?\d{4}-?\d{4,11}[0-9Xx]?(?![0-9A-Za-z_]|\.\d|-\d)"
_SHOWN: Final = 3
"""How many digits of a number a quotation may show."""
_BEFORE: Final = 20
"""How far before a number the words stand that say what it is."""
_WEIGHTS: Final = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_GROUPS: Final = {"mobile": (3, 4, 4), "identity": (6, 8, 4)}


def run(reading: Reading, rule: FindingRule) -> list[Remark]:
    """Each number that can only be, or is called, a personal one; quoted without most of its digits."""
    remarks: list[Remark] = []
    end = 0
    for match in re.finditer(_NUMBER, reading.view.text):
        kind = _kind(reading, rule, match)
        if kind is not None and kind in rule.messages and not in_furniture(reading, match.start()):
            start = max(end, _lead(reading.view.text, match.start()))
            place = Proof(start, match.start() + _SHOWN, zone_of(reading, match.start()))
            remarks.append(Remark(kind, (), (place,)))
        end = match.end()
    return remarks


def _lead(text: str, position: int) -> int:
    """Where the words begin that lead to the number."""
    return max([text.rfind(mark, 0, position) + 1 for mark in "\u3002;,\n"] + [position - _BEFORE])


def _kind(reading: Reading, rule: FindingRule, match: re.Match[str]) -> str | None:
    digits = match[0].replace("-", "")
    groups = _written_groups(reading, match)
    if len(digits) == 11:
        return "mobile" if _is_mobile(reading, rule, match, digits, groups) else None
    if "-" in match[0]:
        return None
    before = max(0, match.start() - _BEFORE), match.start()
    if len(digits) == 18 and groups in ((18,), _GROUPS["identity"]) and _is_identity(digits):
        return "identity"
    if len(digits) == 15 and groups == (15,) and reading.hits.any(rule.groups["identity_words"], *before):
        return "identity" if _is_day(f"19{digits[6:12]}") else None
    if (
        digits.isdigit()
        and 16 <= len(digits) <= 19
        and set(groups[:-1]) <= {4}
        and reading.hits.any(rule.groups["card_words"], *before)
    ):
        return "card" if _luhn(digits) else None
    return None


def _written_groups(reading: Reading, match: re.Match[str]) -> tuple[int, ...]:
    """The lengths of the groups in which the digits are written: cells of a table must not make one number."""
    source = reading.document.text[slice(*reading.view.source(match.start(), match.end()))]
    return tuple(len(part) for part in re.split(r"[\s\u2010-\u2015\uff0d-]+", source))


def _is_mobile(reading: Reading, rule: FindingRule, match: re.Match[str], digits: str, groups: tuple[int, ...]) -> bool:
    if digits[0] != "1" or digits[1] not in "3456789" or not digits.isdigit():
        return False
    end = match.end()
    amount = reading.hits.any(rule.groups["units"], end, end + 3)
    return groups in ((11,), _GROUPS["mobile"]) and not amount


def _is_identity(digits: str) -> bool:
    """Whether an 18-character number has a province, a birthday and the check character of an identity card."""
    if not digits[:17].isdigit() or not 11 <= int(digits[:2]) <= 83 or not _is_day(digits[6:14]):
        return False
    total = sum(int(digit) * weight for digit, weight in zip(digits, _WEIGHTS, strict=False))
    return digits[17].upper() == "10X98765432"[total % 11]


def _is_day(digits: str) -> bool:
    try:
        day = date(int(digits[:4]), int(digits[4:6]), int(digits[6:8]))
    except ValueError:
        return False
    return 1900 <= day.year <= 2040


def _luhn(digits: str) -> bool:
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (1 + place % 2)
        total += value - 9 if value > 9 else value
    return total % 10 == 0
