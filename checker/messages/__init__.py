"""Every sentence the tool says to a user, in Chinese and English, under a key. Rulesets bring their own sentences."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from typing import Final

from checker.text import Text

_ROOMS: Final = ("report", "cli", "readers", "project", "rulesets", "authoring", "audit", "page", "cluster", "mutation")
"""Modules of this package, each with the sentences of one room of the house: those of a check come first, as most runs
need no others."""


@cache
def _of(room: str) -> Mapping[str, Text]:
    sentences: Mapping[str, Text] = import_module(f"checker.messages.{room}").MESSAGES
    return sentences


def catalogue() -> Mapping[str, Text]:
    """All sentences by key."""
    return {key: sentence for room in _ROOMS for key, sentence in _of(room).items()}


@cache
def _sentence(key: str) -> Text:
    for room in _ROOMS:
        if key in _of(room):
            return _of(room)[key]
    raise KeyError(key)


def say(key: str, **values: object) -> Text:
    """The sentence `key` with its `{placeholders}` filled, those that are a Text in the language of the sentence.

    Raises KeyError for a key that is not in the catalogue.
    """
    sentence = _sentence(key)
    return Text(*(sentence.pick(lang).format(**_picked(values, lang)) for lang in ("zh", "en")))


def _picked(values: Mapping[str, object], lang: str) -> dict[str, object]:
    return {name: value.pick(lang) if isinstance(value, Text) else value for name, value in values.items()}
