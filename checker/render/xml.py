"""XML for machines: the text of documents made harmless for it."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element


@cache
def _illegal() -> re.Pattern[str]:
    # Characters that XML 1.0 cannot hold, not even as references; what writes them does not notice.
    return re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def legal(text: str) -> str:
    """`text` without the characters that no XML file may hold."""
    return _illegal().sub("\ufffd", text)


def element(tag: str, parent: Element | None = None, text: str = "", **attributes: object) -> Element:
    """A new element, as a child of `parent` where there is one."""
    from xml.etree.ElementTree import Element, SubElement

    given = {name: legal(str(value)) for name, value in attributes.items()}
    node = Element(tag, given) if parent is None else SubElement(parent, tag, given)
    if text:
        node.text = legal(text)
    return node


def document(root: Element) -> bytes:
    """The whole file."""
    from xml.etree.ElementTree import indent, tostring

    indent(root)
    text: str = tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'.encode()
