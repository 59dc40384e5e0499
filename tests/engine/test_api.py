"""The public API, as a program uses it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import checker
from checker.errors import ReadError, UsageError

FIXTURES = Path(__file__).parents[2] / "fixtures"
REPORT = FIXTURES / "formats" / "report.md"


def test_a_file_and_its_text_give_the_same_verdicts() -> None:
    rules = checker.load_ruleset("law-based-government")
    of_file = checker.check_file(str(REPORT), rules)
    of_text = checker.check_text(REPORT.read_text("utf-8"), name="报告.md")
    assert of_file.organ == of_text.organ == "泽川县水利局"
    assert of_file.items == of_text.items
    assert {item.status for item in of_file.items} == {"present", "weak", "missing"}


def test_what_the_caller_knows_overrides_the_report() -> None:
    assert checker.check_file(str(REPORT), year=2023).year == 2023


def test_failures_are_exceptions_of_the_tree() -> None:
    with pytest.raises(ReadError):
        checker.check_text("")
    with pytest.raises(UsageError):
        checker.check_text("报告", "no-such-ruleset")
    with pytest.raises(AttributeError):
        _ = checker.check_everything


def test_importing_the_package_loads_nothing_of_it() -> None:
    code = "import sys, checker; print(sorted(m for m in sys.modules if m.startswith('checker.')))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['checker.version']"
