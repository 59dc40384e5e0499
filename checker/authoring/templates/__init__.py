"""Texts that a new ruleset begins as, in Chinese and English, with `$name` where something is to be filled in."""

from __future__ import annotations

from pathlib import Path
from string import Template
from typing import Final

_HERE: Final = Path(__file__).parent


def filled(template: str, **values: str) -> str:
    """The text in the file `template` of this folder with all that is to be filled in."""
    return Template((_HERE / template).read_text("utf-8")).substitute(values)
