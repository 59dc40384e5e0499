"""Document text made harmless for the medium it is shown in."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

_UNSEEN: Final = "\ufffd"


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    # Bidirectional overrides and zero-width characters make a quotation show something other than what it is;
    # variation selectors change its width.
    dropped = re.compile("[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]")
    # A terminal obeys control characters (ESC begins its commands); a lone surrogate cannot be encoded at all.
    controls = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff]")
    # Lines of Chinese are joined without a blank: the break in the file is the typist's, not the writer's.
    breaks = re.compile(r"(?<=[\u2e80-\uffef])[ \t\u3000]*[\r\n\x85\u2028\u2029]+\s*(?=[\u2e80-\uffef])")
    return dropped, controls, breaks


def one_line(text: str) -> str:
    """Document text as one line that is safe to print."""
    dropped, controls, breaks = _patterns()
    text = breaks.sub("", dropped.sub("", text))
    return " ".join(controls.sub(_UNSEEN, text).split())


def markdown(text: str) -> str:
    """Document text as one line of Markdown that says nothing but itself, in a table cell too."""
    text = one_line(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return re.sub(r"([\\`*_\[\]#|~$])", r"\\\1", text).replace("@", "&#64;")
