"""Every sentence of the catalogue is in both languages, with the same placeholders and Chinese punctuation."""

from __future__ import annotations

import re
from importlib import import_module
from pkgutil import iter_modules
from string import Formatter

import pytest

from checker import messages
from checker.messages import catalogue, say
from checker.text import Text

_HALF_WIDTH = re.compile(r"[\u4e00-\u9fff][,;:!?()]|[,;:!?()][\u4e00-\u9fff]")


def _placeholders(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}


@pytest.mark.parametrize(("key", "sentence"), catalogue().items(), ids=list(catalogue()))
def test_sentence_is_whole_in_both_languages(key: str, sentence: Text) -> None:
    assert sentence.zh.strip()
    assert sentence.en.strip()
    assert _placeholders(sentence.zh) == _placeholders(sentence.en)
    assert not _HALF_WIDTH.search(sentence.zh), f"{key}: half-width punctuation beside a Chinese character"
    assert not re.search("[\uff00-\uff5e\u3001\u3002]", sentence.en), f"{key}: full-width punctuation in English"


def test_no_key_is_used_by_two_rooms() -> None:
    rooms = [import_module(f"{messages.__name__}.{module.name}") for module in iter_modules(messages.__path__)]
    assert len(catalogue()) == sum(len(room.MESSAGES) for room in rooms)


def test_saying_an_unknown_key_is_a_mistake_of_ours() -> None:
    with pytest.raises(KeyError):
        say("no-such-key")
