"""Every sentence the tool says to a user, in Chinese and English, under a key. Rulesets bring their own sentences."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from checker.text import Text


@cache
def catalogue() -> Mapping[str, Text]:
    """All sentences by key. Each module of this package holds those of one room of the house."""
    from checker.messages import audit, authoring, cli, cluster, mutation, page, project, readers, report, rulesets

    merged: dict[str, Text] = {}
    for part in (audit, authoring, cli, cluster, mutation, page, project, readers, report, rulesets):
        merged |= part.MESSAGES
    return merged


def say(key: str, **values: object) -> Text:
    """The sentence `key` with its `{placeholders}` filled, those that are a Text in the language of the sentence.

    Raises KeyError for a key that is not in the catalogue.
    """
    sentence = catalogue()[key]
    return Text(*(sentence.pick(lang).format(**_picked(values, lang)) for lang in ("zh", "en")))


def _picked(values: Mapping[str, object], lang: str) -> dict[str, object]:
    return {name: value.pick(lang) if isinstance(value, Text) else value for name, value in values.items()}
