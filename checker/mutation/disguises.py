"""Disguises: the same report in another dress. Whatever a checker says of it, it must say of all of them."""

from __future__ import annotations

import html
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from random import Random
from typing import Final, NamedTuple

from checker.mutation.draft import Draft, Paragraph, plain

_WIDTH: Final = 38
_ODDS: Final = 60
_SPACE: Final = "\u3000"
_SHORT: Final = 24

# Characters that scanning takes for each other, more of them than `checker.text` folds. Pairs that may turn a sentence
# into its contrary (没有, 设有) are left out: nobody could tell.
_ALIKE: Final = (
    "未末", "己已巳", "责贵", "法怯", "土士", "日曰", "人入", "千干", "大太犬", "侯候", "拆折析", "治冶", "问间",
    "审宙", "兔免", "自白", "辩辨", "住往", "准淮", "待侍", "录彔", "今令", "天夫", "名各", "目且",
    "关夫", "政攻", "全金", "书节", "力刀", "记纪",
)  # fmt: skip


class Dress(NamedTuple):
    """A disguised report as the bytes of a file, and the ending of its name."""

    data: bytes
    suffix: str = ".txt"


Disguise = Callable[[Draft], Dress]
Convert = Callable[[str], str]


def disguises(convert: Convert | None = None) -> Mapping[str, Disguise]:
    """All disguises by name. `convert` makes traditional characters; without it they are looked up one by one."""
    return {
        "plain": _plain,
        "full-width": _full_width,
        "half-width": _half_width,
        "wrapped": _wrapped,
        "spaced": _spaced,
        "markdown": _markdown,
        "unnumbered": _unnumbered,
        "traditional": lambda draft: _text((convert or _traditional)(plain(draft))),
        "gb18030": lambda draft: Dress(plain(draft).replace("\n", "\r\n").encode("gb18030")),
        "web-page": _web_page,
        "misread": misread,
        "reordered": _reordered,
        "notice-behind": _notice_behind,
    }


def _text(text: str) -> Dress:
    return Dress(text.encode())


def _plain(draft: Draft) -> Dress:
    return _text(plain(draft))


def _full_width(draft: Draft) -> Dress:
    table = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}
    return _text(plain(draft).translate(table))


def _half_width(draft: Draft) -> Dress:
    table = {0xFF00 + ord(char) - 0x20: char for char in ",;:!?()%."}
    return _text(plain(draft).translate(table))


def _wrapped(draft: Draft) -> Dress:
    """Lines of 38 characters, broken wherever a sentence stands; blank lines between paragraphs."""
    broken = (p if p.row else p._replace(text="\n".join(_lines(p))) for p in draft)
    return _text(plain(tuple(broken), "\n\n"))


def _lines(paragraph: Paragraph) -> list[str]:
    text = paragraph.text if paragraph.title else _SPACE * 2 + paragraph.text
    return [text[:_WIDTH], *(text[at : at + _WIDTH].lstrip(" ") for at in range(_WIDTH, len(text), _WIDTH))]


def _spaced(draft: Draft) -> Dress:
    """Indents, and the characters of the title and of short headings set apart."""
    return _text(
        plain(tuple(p._replace(text=_SPACE * 2 + (_apart(p.text) if _set_apart(p) else p.text)) for p in draft))
    )


def _set_apart(paragraph: Paragraph) -> bool:
    return paragraph.title or (paragraph.depth > 0 and len(paragraph.text) <= _SHORT)


def _apart(text: str) -> str:
    # What is written in Latin characters or digits stays together.
    return "".join(
        char + _SPACE if min(char, after) >= "\u4e00" and max(char, after) <= "\u9fff" else char
        for char, after in zip(text, [*text[1:], ""], strict=True)
    )


def _markdown(draft: Draft) -> Dress:
    lines = (
        p._replace(text="#" * min(p.title or p.depth + 1, 6) + " " + p.text) if _marked(p) else _barred(p)
        for p in draft
    )
    return Dress(plain(tuple(lines), "\n\n").encode(), ".md")


def _barred(paragraph: Paragraph) -> Paragraph:
    """A row as a table of its own: all that Markdown knows of a row is what stands under its head."""
    cells = paragraph.text.split("\t")
    if len(cells) == 1:
        return paragraph
    return paragraph._replace(text=f"| {' | '.join(cells)} |\n|{' --- |' * len(cells)}")


def _marked(paragraph: Paragraph) -> bool:
    return paragraph.title or paragraph.depth > 0


def _unnumbered(draft: Draft) -> Dress:
    return _text(plain(tuple(p._replace(text=p.text.removeprefix(p.label)) if p.depth else p for p in draft)))


@cache
def _traditional_table() -> dict[int, str]:
    from checker import charmap

    table: dict[int, str] = {}
    for many, one in zip(charmap.TRADITIONAL, charmap.SIMPLIFIED, strict=True):
        table.setdefault(ord(one), many)
    return table


def _traditional(text: str) -> str:
    return text.translate(_traditional_table())


def _web_page(draft: Draft) -> Dress:
    title = html.escape("".join(p.text for p in draft if p.title))
    # A report without a title is not given one by its page.
    lines = [line for line in _beside("page.html").splitlines() if title or "{title}" not in line]
    body = "\n".join(_element(p) for p in draft if not p.title)
    return Dress("\n".join(lines).format(title=title, body=body).encode(), ".html")


def _element(paragraph: Paragraph) -> str:
    words = html.escape(paragraph.text)
    if "\t" in words:
        return "<table><tr><td>" + words.replace("\t", "</td><td>") + "</td></tr></table>"
    return f"<p><strong>{words}</strong></p>" if paragraph.depth else f"<p>{_SPACE * 2}{words}</p>"


def _beside(name: str) -> str:
    return Path(__file__).with_name(name).read_text(encoding="utf-8")


def misread(draft: Draft, odds: int = _ODDS, seed: int = 0) -> Dress:
    """One in `odds` of the characters that are easily confused taken for another, always the same ones."""
    chance = Random(seed)  # noqa: S311 -- no secret
    others = {char: group.replace(char, "") for group in _ALIKE for char in group}
    text = [
        chance.choice(others[char]) if char in others and not chance.randrange(odds) else char for char in plain(draft)
    ]
    return _text("".join(text))


def _reordered(draft: Draft) -> Dress:
    """The top sections from the last to the first; their numbers stay in order."""
    parts = sorted({p.part for p in draft if p.part >= 0 and not p.closing})
    heads = [next(p for p in draft if p.part == part) for part in parts]
    labels = [head.label for head in heads]
    moved: list[Paragraph] = []
    for label, part in zip(labels, reversed(parts), strict=True):
        inside = [p for p in draft if p.part == part and not p.closing]
        head = inside[0]
        if label and head.label:
            inside[0] = head._replace(text=label + head.text.removeprefix(head.label))
        moved += inside
    before = [p for p in draft if p.part < 0 and not p.closing]
    return _text(plain([*before, *moved, *(p for p in draft if p.closing)]))


def _notice_behind(draft: Draft) -> Dress:
    return _text(plain(draft) + "\n\n" + _beside("notice.txt"))
