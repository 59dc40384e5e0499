"""Turns bytes into text: which of the encodings that Chinese offices use is it, and is it text at all?"""

import re
from typing import Final, NamedTuple

from checker.errors import ReadError

_BOMS: Final = (
    (b"\xff\xfe\x00\x00", "utf-32-le"),  # before utf-16-le, whose mark it begins with
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_CANDIDATES: Final = ("gb18030", "utf-8", "cp950", "utf-16-le", "utf-16-be")  # cp950: Big5 as Windows writes it

# What a page may say of itself in <meta charset>. Only these, as some codecs of Python are no text encodings.
_DECLARED: Final = {b"gb2312": "gb18030", b"gbk": "gb18030", b"gb18030": "gb18030", b"big5": "cp950",
                    b"big5-hkscs": "big5hkscs"}  # fmt: skip

# The characters that make up some two fifths of any Chinese prose, simplified and traditional, and its punctuation: a
# wrong encoding yields rare characters instead.
_COMMON: Final = (
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多"
    "定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因"
    "由其些前外天政四日那社义事平形相全表间样与关各重新线内数正心明看原又利比或但质气第向道此变条只没结解问意建月公"
    "這為個國時來們於對會發動過說產種後學經進著裡現實應開還與關線內數質氣變條結問報務執黨導織單"
    "\u3001\u3002\uff0c\uff1a\uff1b\uff08\uff09\u201c\u201d\u300a\u300b"
)
_PLAUSIBLE: Final = 0.15
"""Likeness to Chinese that no wrong encoding reaches (0.05 at most on whole reports) and prose exceeds by far (0.4)."""

_SAMPLE: Final = 2048
_MAX_DAMAGE: Final = 0.02
"""Share of characters that may be undecodable before the text is no use."""

_CONTROLS: Final = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1a\x1b"))


class Decoded(NamedTuple):
    """The text of a file without its byte order mark."""

    text: str
    damaged: int = 0
    """Number of places that could not be decoded and hold U+FFFD instead."""


def decode(data: bytes) -> Decoded:
    """The text of `data`. Raises ReadError where it is no text or in no encoding we know."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _checked(data[len(mark) :], encoding)
    if b"\x00" in data:
        return _checked(data, _wide_encoding(data))
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _checked(data, _declared(data) or _likeliest(data))
    _refuse_binary(data)
    return Decoded(text)


def _checked(data: bytes, encoding: str) -> Decoded:
    if encoding.startswith(("utf-16", "utf-32")):
        # Bytes below 32 are ordinary there: look at the characters.
        _refuse_binary(data.decode(encoding, "replace").encode("utf-8", "replace"))
    else:
        _refuse_binary(data)
    try:
        return Decoded(data.decode(encoding))
    except UnicodeDecodeError:
        text = data.decode(encoding, "replace")
    own = data.count("\ufffd".encode(encoding, "ignore")) if encoding.startswith("utf") else 0
    damaged = max(text.count("\ufffd") - own, 1)
    if damaged > 1 + len(text) * _MAX_DAMAGE:
        raise ReadError("unknown-encoding")
    return Decoded(text, damaged)


def _refuse_binary(data: bytes) -> None:
    controls = len(data) - len(data.translate(None, _CONTROLS))
    if controls > len(data) // 100:
        raise ReadError("binary-file")


def _wide_encoding(data: bytes) -> str:
    """The encoding of text that holds NUL bytes, as UTF-16 does for digits, line ends and some common characters."""
    for encoding in ("utf-16-le", "utf-16-be"):
        sample = data[: _SAMPLE * 2].decode(encoding, "replace")
        if _likeness(sample) > _PLAUSIBLE or (sample.isascii() and "\x00" not in sample):
            return encoding
    return "utf-8"  # a few stray NULs in other text; where there are many, the check for binary data speaks


def _declared(data: bytes) -> str | None:
    match = re.search(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]+)", data[: 2 * _SAMPLE], re.IGNORECASE)
    encoding = _DECLARED.get(match[1].lower()) if match else None
    return encoding if encoding and _decodes(data, encoding) else None


def _likeliest(data: bytes) -> str:
    match = re.search(rb"[\x80-\xff]", data)
    first = match.start() if match else 0
    for encoding in _CANDIDATES:
        if _score(data, encoding, first) > _PLAUSIBLE:
            return encoding
    # Too little Chinese to judge by: a name or two in GB18030, or a few bad bytes among plain characters.
    return "gb18030" if len(data) < 60 and _decodes(data, "gb18030") else "utf-8"


def _score(data: bytes, encoding: str, first: int) -> float:
    if encoding.startswith("utf-16"):
        first -= first % 2
    return _likeness(data[first : first + _SAMPLE].decode(encoding, "replace"))


def _decodes(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _likeness(text: str) -> float:
    """How much the part of `text` that is not ASCII is like Chinese prose."""
    foreign = len(text) - len(text.encode("ascii", "ignore"))
    if not foreign:
        return 0.0
    hits = sum(map(text.count, _COMMON))
    return (hits - 4 * text.count("\ufffd")) / foreign
