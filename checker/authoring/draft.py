"""What was learned from reports, as a ruleset to edit."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Final

from checker.authoring.learning import Learned, Part, Wording, look_alikes, phrases
from checker.authoring.templates import filled
from checker.messages import say
from checker.ruleset.model import Ruleset
from checker.text import Text

_KEPT: Final = ("title-parts", "sign-off")
"""Checks of items that are as useful in the draft as in its base."""
_REQUIRED: Final = 80
"""Per cent of the reports from which a part is required."""
_WHOLE: Final = 100
_MOST: Final = 8
"""Wordings told in a comment."""


def draft(id_: str, learned: Learned, base_name: str, base: Ruleset, lang: str) -> str:
    """The ruleset: an item for each part that the reports have in common, in their order, on top of `base`."""
    shares = _weights([_required(part, learned) for part in learned.parts])
    head = filled(
        f"draft.{lang}.yaml",
        reports=str(learned.reports),
        id=id_,
        version=base.info.version,
        title=_quoted(learned.kind or base.info.title.zh),
        base=base_name,
        removed=", ".join(item.id for item in base.items if item.check not in _KEPT),
    )
    lines = [head.rstrip() if learned.parts else head.rstrip() + " []"]
    for number, (part, weight) in enumerate(zip(learned.parts, shares, strict=True)):
        lines += _item(f"part_{number + 1}", part, weight, learned, lang)
    if learned.rare:
        lines += ["", say("draft-rare").pick(lang)]
        lines += [f"# - {_counted(part.wordings, lang)}" for part in learned.rare]
    return "\n".join(lines) + "\n"


def _required(part: Part, learned: Learned) -> bool:
    return _WHOLE * part.reports >= _REQUIRED * learned.reports


def _weights(required: Sequence[bool]) -> list[int]:
    """Equal shares for the required parts, which make a hundred together; a small one for each of the others."""
    count = max(1, sum(required))
    share, left = divmod(_WHOLE, count)
    before = [sum(required[:number]) for number in range(len(required))]
    return [share + (before[n] < left) if needed else min(share, 5) for n, needed in enumerate(required)]


def _item(id_: str, part: Part, weight: int, learned: Learned, lang: str) -> Iterator[str]:
    title = part.wordings[0].text
    yield ""
    yield say("draft-part", part=part.reports, reports=learned.reports, wordings=_texts(part.wordings)).pick(lang)
    if part.below:
        yield say("draft-below", wordings=_texts(part.below)).pick(lang)
    yield f"  - id: {id_}"
    yield f"    title: {_untranslated(title)}"
    yield f"    level: {'required' if _required(part, learned) else 'recommended'}"
    yield f"    weight: {weight}"
    yield "    check: ordered-section"
    for key in ("asks", "heading", "content", "suggestion"):
        yield f"    {key}: {_untranslated(say(f'draft-{key}', title=title).zh)}"
    yield "    options:"
    yield "      headings:"
    yield from (f"        - {_quoted(phrase)}" for phrase in phrases(part))
    others = look_alikes(part, learned.parts)
    if others:
        yield f"      not_headings: [{', '.join(map(_quoted, others))}]"


def _untranslated(text: str) -> str:
    """A sentence whose English is still to be written: it is the Chinese, so that lint tells of it."""
    return f"{{zh: {_quoted(text)}, en: {_quoted(text)}}}"


def _quoted(text: str) -> str:
    # What JSON quotes, YAML reads as the same text.
    return json.dumps(text, ensure_ascii=False)


def _texts(wordings: Sequence[Wording]) -> Text:
    return Text(*(_counted(wordings, lang) for lang in ("zh", "en")))


def _counted(wordings: Sequence[Wording], lang: str) -> str:
    """Wordings with how often they occur, the most frequent first."""
    told = [say("draft-wording", text=one.text, reports=one.reports).pick(lang) for one in wordings[:_MOST]]
    left = len(wordings) - _MOST
    more = [say("draft-more", left=left).pick(lang)] if left > 0 else []
    return say("list-names").pick(lang).join([*told, *more])
