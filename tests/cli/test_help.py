"""Help is whole, in both languages, and fits the terminal."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from checker.cli import app
from checker.render import FORMATS
from tests.cli.conftest import Cli

COMMANDS = [
    (),
    ("check",),
    ("explain",),
    ("rules",),
    ("rules", "list"),
    ("rules", "show"),
    ("rules", "lint"),
    ("rules", "test"),
    ("rules", "schema"),
    ("baseline",),
    ("baseline", "write"),
    ("baseline", "status"),
    ("config",),
    ("config", "show"),
    ("config", "schema"),
]
NAMES = dict.fromkeys(words[0] for words in app.COMMANDS)


@pytest.mark.parametrize("columns", ["80", "120"])
@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_help_fits_the_terminal(cli: Cli, command: tuple[str, ...], lang: str, columns: str) -> None:
    outcome = cli(*command, "--help", COLUMNS=columns, LANG="zh_CN.UTF-8" if lang == "zh" else "en_US.UTF-8")
    assert outcome.code == 0
    assert outcome.out.startswith("用法：checker" if lang == "zh" else "Usage: checker")
    for line in outcome.out.splitlines():
        assert cell_len(line) <= int(columns)


def test_help_follows_the_language_option(cli: Cli) -> None:
    assert cli("check", "--lang", "en", "--help").out.startswith("Usage: checker check [OPTIONS] PATH...")


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_the_language_may_stand_before_any_word_of_a_command(cli: Cli, command: tuple[str, ...]) -> None:
    english = cli(*command, "--help", LANG="en_US.UTF-8").out
    for at in range(max(len(command), 1)):
        assert cli(*command[:at], "--lang", "en", *command[at:], "--help").out == english


def test_no_arguments_show_the_help(cli: Cli) -> None:
    assert cli().out == cli("--help").out
    assert cli().code == 0


def test_english_help_holds_no_chinese(cli: Cli) -> None:
    for command in COMMANDS:
        assert not any("\u4e00" <= char <= "\u9fff" for char in cli(*command, "--help", LANG="en_US.UTF-8").out)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("nothing",), f"错误：没有“nothing”这个命令。可用的命令有：{', '.join(NAMES)}。"),
        (("check",), "错误：缺少 PATH...。用法见 checker check --help。"),
        (("check", "--frmat", "json", "x"), "错误：没有“--frmat”这个选项，您要用的是不是“--format”？"),
        (("check", "--zzz", "x"), "错误：没有“--zzz”这个选项。可用的选项见 checker check --help。"),
        (("check", "--year", "二〇二四", "x"), "错误：选项 --year 不能是“二〇二四”，应为 1949 到 2199 之间的整数。"),
        (("check", "--min-score", "9" * 5000, "x"), None),
        (
            ("check", "--min-score", "101", "x"),
            "错误：选项 --min-score 不能是“101”，应为 0 到 100 之间的整数。",
        ),
        (
            ("check", "--fail-on", "any", "x"),
            "错误：选项 --fail-on 不能是“any”，只能是以下之一：missing, weak, never。",
        ),
        (("check", "--lang", "fr", "x"), "错误：选项 --lang 不能是“fr”，只能是以下之一：zh, en, auto。"),
        (
            ("check", "-f", "xml", "x"),
            "错误：选项 -f 不能是“xml”，只能是以下之一：" + ", ".join(FORMATS) + "。",
        ),
        (("check", "-f", "json=", "x"), None),
        (("check", "-f", "json", "-f", "plain", "x"), None),
        (("check", "-q", "-v", "x"), "错误：选项 -q 和 -v 不能同时使用。"),
        (("check", "x", "-f"), None),
        (("rules", "show", "a", "b"), "错误：命令行中有多余或者无法识别的内容。用法见 checker rules show --help。"),
        (("check", "-r", "no-such", "x"), None),
        (("explain", "no-such"), None),
    ],
)
def test_a_wrong_command_line_gets_one_sentence(cli: Cli, arguments: tuple[str, ...], sentence: str | None) -> None:
    outcome = cli(*arguments)
    assert outcome.code == 2
    assert outcome.out == ""
    assert outcome.err.startswith("错误：")
    assert outcome.err.count("\n") == 1
    if sentence:
        assert outcome.err == sentence + "\n"
    assert cli(*arguments, LANG="en_US.UTF-8").err.startswith("Error: ") or "--lang" in arguments
