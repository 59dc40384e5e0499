"""The automatic numbers of a Word document, as a reader sees them: they stand in no text of the file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from checker.readers.docx_package import W, number, properties, switch, value
from checker.readers.docx_styles import Style, Styles

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_DIGITS: Final = "〇一二三四五六七八九"
_FORMAL_DIGITS: Final = "零壹贰叁肆伍陆柒捌玖"
_CYCLES: Final = {
    "ideographTraditional": "甲乙丙丁戊己庚辛壬癸",
    "ideographZodiac": "子丑寅卯辰巳午未申酉戌亥",
    "ideographEnclosedCircle": "㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉",
    "decimalEnclosedParen": "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇",
    "decimalEnclosedFullstop": "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛",
}
_ROMAN: Final = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_COUNTED: Final = frozenset(
    ("chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting",
     "taiwaneseCountingThousand", "koreanCounting")
)  # fmt: skip
_LEVELS: Final = 9
_LISTED: Final = W + "numPr"
_NUMBER_ID: Final = W + "numId"
_NUMBER_LEVEL: Final = W + "ilvl"


class _Level(NamedTuple):
    start: int
    form: str
    text: str
    restart: int | None
    legal: bool
    """All numbers of the label in Arabic digits, whatever their own format."""
    style: str | None


class _List(NamedTuple):
    counters: str
    """Lists of one definition count on together."""
    levels: dict[int, _Level]
    fresh: set[int]
    """Levels that begin anew when the list is first used."""


class Numbering:
    """Counts the numbered paragraphs of a document, which must be given in their order."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._definitions: dict[str, Element] = {}
        self._instances: dict[str, Element] = {}
        for element in () if root is None else root:
            if element.tag == W + "abstractNum":
                self._definitions[value(element, "abstractNumId") or ""] = element
            elif element.tag == W + "num":
                self._instances[value(element, "numId") or ""] = element
        self._lists: dict[str, _List | None] = {}
        self._counters: dict[str, list[int | None]] = {}

    def label(self, paragraph: dict[str, Element], style: Style) -> str | None:
        """The label of the next paragraph, empty for a bullet; None for a paragraph that is in no list."""
        if _LISTED not in paragraph and style.number_id is None:
            return None
        listed = properties(paragraph.get(_LISTED))
        own_id = value(listed.get(_NUMBER_ID))
        level = number(listed.get(_NUMBER_LEVEL))
        found = self._list(style.number_id if own_id is None else own_id)
        if found is None:
            return None
        if level is None:
            tied = (i for i, definition in found.levels.items() if definition.style and definition.style == style.id)
            level = next(tied, style.number_level if style.number_level is not None else 0)
        if level not in found.levels:
            return None
        return _label(found.levels, level, self._count(found, level))

    def _list(self, number_id: str | None) -> _List | None:
        if number_id is None:
            return None
        if number_id not in self._lists:
            self._lists[number_id] = self._read(number_id)
        return self._lists[number_id]

    def _read(self, number_id: str) -> _List | None:
        instance = self._instances.get(number_id)
        if instance is None:
            return None
        definition_id = value(instance.find(W + "abstractNumId")) or ""
        definition = self._definitions.get(definition_id)
        link = None if definition is None else value(definition.find(W + "numStyleLink"))
        if link is not None:
            # The definition stands with another list, which the named style points to.
            linked = self._instances.get(self._styles.get(link).number_id or "")
            definition_id = value(None if linked is None else linked.find(W + "abstractNumId")) or definition_id
            definition = self._definitions.get(definition_id)
        levels = _levels(definition)
        fresh: set[int] = set()
        for override in instance.iterchildren(W + "lvlOverride"):
            index = number(override, "ilvl")
            if index is None or not 0 <= index < _LEVELS:
                continue
            levels |= _levels(override)
            start = number(override.find(W + "startOverride"))
            if start is not None and index in levels:
                levels[index] = levels[index]._replace(start=start)
                fresh.add(index)
        return _List(definition_id, levels, fresh)

    def _count(self, found: _List, level: int) -> list[int | None]:
        counters = self._counters.setdefault(found.counters, [None] * _LEVELS)
        while found.fresh:
            counters[found.fresh.pop()] = None
        for index in range(level + 1):
            current, definition = counters[index], found.levels.get(index)
            if current is None:
                counters[index] = definition.start if definition else 1
            elif index == level:
                counters[index] = current + 1
        for index in range(level + 1, _LEVELS):
            definition = found.levels.get(index)
            restart = definition.restart if definition else None
            if restart is None or level < restart:
                counters[index] = None
        return counters


def _levels(parent: Element | None) -> dict[int, _Level]:
    levels: dict[int, _Level] = {}
    for element in () if parent is None else parent.iterchildren(W + "lvl"):
        index = number(element, "ilvl")
        if index is None or not 0 <= index < _LEVELS:
            continue
        start = number(element.find(W + "start"))
        levels[index] = _Level(
            1 if start is None else start,
            value(element.find(W + "numFmt")) or "decimal",
            value(element.find(W + "lvlText")) or "",
            number(element.find(W + "lvlRestart")),
            bool(switch(element.find(W + "isLgl"))),
            value(element.find(W + "pStyle")),
        )
    return levels


def _label(levels: dict[int, _Level], level: int, counters: list[int | None]) -> str:
    own = levels[level]
    if own.form in ("bullet", "none"):
        return ""

    def shown(match: re.Match[str]) -> str:
        index = int(match[1]) - 1
        other = levels.get(index)
        count = counters[index] if index <= level else None
        if other is None or count is None:
            return ""
        return numeral(count, "decimal" if own.legal else other.form)

    return re.sub("%([1-9])", shown, own.text).strip()


def numeral(count: int, form: str) -> str:  # noqa: C901  (a table of formats reads best in one piece)
    """A number in one of Word's number formats; in Arabic digits where the format is none of a Chinese report."""
    if count < 0:
        return str(count)
    if form in _COUNTED:
        return counted(count)
    if form in ("ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital", "koreanDigital2"):
        return str(count).translate({ord("0") + i: digit for i, digit in enumerate(_DIGITS)})
    if form == "chineseLegalSimplified":
        return counted(count, _FORMAL_DIGITS, ("拾", "佰", "仟"), short=False)
    if form in _CYCLES:
        cycle = _CYCLES[form]
        return cycle[count - 1] if 1 <= count <= len(cycle) else str(count)
    if form in ("decimalEnclosedCircle", "decimalEnclosedCircleChinese"):
        return _circled(count)
    if form in ("decimalFullWidth", "decimalFullWidth2"):
        return str(count).translate({ord("0") + i: 0xFF10 + i for i in range(10)})
    if form == "decimalZero":
        return f"{count:02}"
    if form in ("upperLetter", "lowerLetter") and count:
        letter = chr(ord("A") + (count - 1) % 26) * min((count - 1) // 26 + 1, 9)
        return letter if form == "upperLetter" else letter.lower()
    if form in ("upperRoman", "lowerRoman") and 0 < count < 4000:
        return _roman(count).upper() if form == "upperRoman" else _roman(count)
    return str(count)


def counted(
    count: int, digits: str = _DIGITS, units: tuple[str, str, str] = ("十", "百", "千"), *, short: bool = True
) -> str:
    """A number below 10,000 in words: 一, 十二, 一百零三; larger ones in Arabic digits."""
    if count >= 10_000:
        return str(count)
    if count == 0:
        return digits[0]
    words, gap = "", False
    for place in (3, 2, 1, 0):
        digit = count // 10**place % 10
        if digit:
            words += ("零" if gap and words else "") + digits[digit] + (units[place - 1] if place else "")
        gap = not digit
    return words[1:] if short and 10 <= count < 20 else words


def _circled(count: int) -> str:
    for first, last, code in ((1, 20, 0x2460), (21, 35, 0x3251), (36, 50, 0x32B1)):
        if first <= count <= last:
            return chr(code + count - first)
    return str(count)


def _roman(count: int) -> str:
    words = ""
    for size, letters in _ROMAN:
        words += letters * (count // size)
        count %= size
    return words
