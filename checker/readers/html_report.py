"""Tells the report on a web page from the furniture around it: navigation, share bars, related links, footers."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import Final

from checker.readers.html_words import Section, Words

_FURNITURE_TAGS: Final = frozenset(("nav", "header", "footer", "aside"))

# Names that site builders give to what surrounds an article: English, and pinyin or its initials.
_FURNITURE_NAMES: Final = re.compile(
    r"(?:^|[\s_-])(?:nav\w*|menu\w*|crumbs?|breadcrumbs?|bread|dqwz|wz|weizhi|dangqian|position|pos|location"
    r"|share\w*|bdshare\w*|fenxiang|fx|footer\w*|foot|bottom|copyright|sidebar|side|aside|xglj|xgxx|xgyd|xgwz|xgjd"
    r"|relate[ds]?|rel|recommend|print|tools?|toolbar|search\w*|login|banner|logo|qrcode|ewm|erweima|friendlinks?"
    r"|yqlj|links?|ads?|pager?|pagination|prev|next|header|topbar|comments?|gotop|backtop|float\w*|voice|wza)"
    r"(?=[\s_-]|\d|$)",
    re.IGNORECASE,
)

_PROSE: Final = 25
"""Characters outside links from which words count as prose."""

_SENTENCE: Final = re.compile(r"[\u3002\uff0c\uff1b]|[,;](?!\w)|[,;](?=[\u4e00-\u9fff])")

_MOST: Final = 0.6
"""Share of the prose that the container of the report must hold."""

_TOO_MUCH: Final = 0.25
"""Share of the prose that no furniture holds, whatever it is named."""

_PARAGRAPH_TAGS: Final = frozenset(("p", "li", "pre", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6"))


def is_prose(words: Words) -> bool:
    """Whether `words` are running text rather than a caption, a link, a line of data or a row of a table."""
    return (
        words.chars - words.linked >= _PROSE
        and words.linked <= 0.3 * words.chars
        and words.kind != "table_row"
        and _SENTENCE.search(words.text) is not None
    )


class Layout:
    """Where on the page the report stands."""

    def __init__(self, sections: Sequence[Section], words: Sequence[Words]) -> None:
        self._words = words
        total = _weigh(sections, words)
        self._named = _named_furniture(sections, total)
        self.first, self.last = self._report(sections, total)
        """Indices of the first and the last prose of the report; (0, -1) where there is no prose."""

    def _report(self, sections: Sequence[Section], total: int) -> tuple[int, int]:
        main = _container(sections, total)
        prose = [
            index
            for index, words in enumerate(self._words)
            if is_prose(words) and main <= words.section <= sections[main].last and not self.named(words)
        ]
        return (prose[0], prose[-1]) if prose else (0, -1)

    def named(self, words: Words) -> bool:
        """Whether the page itself names the place of `words` as furniture."""
        return self._named[words.section]

    def furniture(self, spared: Collection[int]) -> list[bool]:
        """For each of the words whether they are furniture. From the report outwards all lines belong to it up to the
        first furniture (signature and date often stand outside its container), and beyond only those `spared`."""
        result = [self.named(words) for words in self._words]
        if self.last < 0:
            result = [known or _mostly_links(words) for known, words in zip(result, self._words, strict=True)]
        else:
            for outwards in (range(self.first - 1, -1, -1), range(self.last + 1, len(self._words))):
                beyond = False
                for index in outwards:
                    beyond = beyond or result[index] or _mostly_links(self._words[index])
                    result[index] = beyond
        for index in spared:
            result[index] = False
        return result


def _mostly_links(words: Words) -> bool:
    return 2 * words.linked >= words.chars


def _weigh(sections: Sequence[Section], words: Sequence[Words]) -> int:
    for each in words:
        if is_prose(each):
            sections[each.section].weight += each.chars - each.linked
    for section in reversed(sections):
        if section.parent >= 0:
            sections[section.parent].weight += section.weight
    return sections[0].weight if sections else 0


def _named_furniture(sections: Sequence[Section], total: int) -> list[bool]:
    result: list[bool] = []
    for section in sections:
        known = section.parent >= 0 and result[section.parent]
        if not known and (section.tag in _FURNITURE_TAGS or _FURNITURE_NAMES.search(section.names)):
            known = not total or section.weight < _TOO_MUCH * total
        result.append(known)
    return result


def _container(sections: Sequence[Section], total: int) -> int:
    """The innermost section that holds most of the prose. Such sections lie in each other, so the last one is it."""
    main = 0
    for index, section in enumerate(sections):
        if total and section.weight >= _MOST * total and section.tag not in _PARAGRAPH_TAGS:
            main = index
    return main
