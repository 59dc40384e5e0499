"""Which language is spoken."""

from __future__ import annotations

import pytest

from checker.cli.language import asked, resolve


@pytest.mark.parametrize(
    ("environment", "lang"),
    [
        ({}, "zh"),
        ({"LANG": ""}, "zh"),
        ({"LANG": "C"}, "zh"),
        ({"LANG": "C.UTF-8"}, "zh"),
        ({"LC_ALL": "POSIX", "LANG": "en_US.UTF-8"}, "zh"),
        ({"LANG": "zh_CN.GB18030"}, "zh"),
        ({"LANG": "zh_TW"}, "zh"),
        ({"LANG": "en_US.UTF-8"}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LC_MESSAGES": "en_GB.UTF-8", "LANG": "zh_CN.UTF-8"}, "en"),
        ({"LC_ALL": "zh_CN.UTF-8", "LC_MESSAGES": "en_GB.UTF-8"}, "zh"),
        ({"LC_ALL": "", "LANG": "cs_CZ.UTF-8"}, "en"),
    ],
)
def test_auto_follows_the_locale_and_is_chinese_where_it_says_nothing(environment: dict[str, str], lang: str) -> None:
    assert resolve("auto", environment) == lang


def test_a_choice_wins_over_the_locale() -> None:
    assert resolve("en", {"LANG": "zh_CN.UTF-8"}) == "en"
    assert resolve("zh", {"LANG": "en_US.UTF-8"}) == "zh"


@pytest.mark.parametrize(
    ("arguments", "choice"),
    [
        (["check", "a.md"], "auto"),
        (["check", "--lang", "en", "a.md"], "en"),
        (["check", "--lang=zh", "a.md"], "zh"),
        (["check", "--lang", "en", "--lang", "zh"], "zh"),
        (["check", "--", "--lang", "en"], "auto"),
        (["check", "--lang"], ""),
    ],
)
def test_the_language_is_known_before_the_command_line_is_understood(arguments: list[str], choice: str) -> None:
    assert asked(arguments) == choice
