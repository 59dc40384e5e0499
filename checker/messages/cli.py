"""Sentences: cli."""

from typing import Final

from checker.text import Text

MESSAGES: Final[dict[str, Text]] = {}
