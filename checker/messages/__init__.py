"""Every sentence the tool says to a user, in Chinese and English, under a key. Rulesets bring their own sentences."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from checker.text import Text


@cache
def catalogue() -> Mapping[str, Text]:
    """All sentences by key. Each module of this package holds those of one room of the house."""
    from checker.messages import audit, cli, mutation, project, readers, report, rulesets

    merged: dict[str, Text] = {}
    for part in (audit, cli, mutation, project, readers, report, rulesets):
        merged |= part.MESSAGES
    return merged


def say(key: str, **values: object) -> Text:
    """The sentence `key` with its `{placeholders}` filled. Raises KeyError for a key that is not in the catalogue."""
    sentence = catalogue()[key]
    return Text(sentence.zh.format(**values), sentence.en.format(**values))
