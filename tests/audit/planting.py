"""Reports with planted copies, made by a seeded generator: whole, one paragraph, one paragraph lightly reworded."""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from checker import readers

FIXTURES = Path(__file__).parents[2] / "fixtures"

_SYNONYMS = {
    "加强": "强化",
    "强化": "加强",
    "推进": "推动",
    "推动": "推进",
    "开展": "组织开展",
    "组织": "安排",
    "建立": "建立健全",
    "完善": "健全",
    "健全": "完善",
    "落实": "贯彻落实",
    "提高": "提升",
    "提升": "提高",
    "全年": "一年来",
    "制定": "出台",
    "印发": "下发",
    "进一步": "不断",
    "切实": "扎实",
    "深入": "认真",
    "严格": "认真",
    "及时": "第一时间",
    "积极": "主动",
    "共": "累计",
    "问题": "情况",
    "工作人员": "干部",
    "执法人员": "一线执法人员",
    "群众": "人民群众",
    "企业": "市场主体",
    "培训": "集中培训",
    "宣传": "普法宣传",
    "检查": "监督检查",
}
_ORGANS = re.compile("(?:我|本)(?:局|县|市|区|委|办|镇|中心|厅)")
_CLAUSE = re.compile("[^\uff0c\uff1b\u3002,;]+[\uff0c\uff1b\u3002,;]?")


def paragraphs(path: Path) -> list[str]:
    """The paragraphs of a report, headings and short lines left out."""
    document = readers.read(str(path))
    found = [document.text[slice(*block.span)] for block in document.blocks if not block.furniture]
    return ["".join(text.split()) for text in found if len(text) >= 60]


def library() -> dict[str, list[str]]:
    """The paragraphs of every sample report that can be read, by its name."""
    paths = [*(FIXTURES / "reports").glob("*.*"), *(FIXTURES / "dev").glob("*.*")]
    return {path.name: paragraphs(path) for path in sorted(paths) if path.suffix != ".jsonl"}


def reworded(text: str, draw: random.Random) -> str:
    """`text` as whoever copies it would change it: other figures and organ, synonyms, a clause left out."""
    text = re.sub(r"\d+", lambda _: str(draw.randint(2, 980)), text)
    text = _ORGANS.sub(draw.choice(["我单位", "本机关"]), text)
    words = [word for word in _SYNONYMS if word in text]
    for word in draw.sample(words, min(len(words), max(1, len(text) // 50))):
        text = text.replace(word, _SYNONYMS[word], 1)
    clauses = _CLAUSE.findall(text)
    # A clause that is most of a short paragraph is not left out lightly.
    small = [at for at, clause in enumerate(clauses[:-1]) if len(clause) <= len(text) // 6]
    if small:
        del clauses[draw.choice(small)]
    return "".join(clauses)


class Scribe:
    """Writes reports that nobody copied: words follow each other as in the sample reports, sentences do not."""

    def __init__(self, seed: int) -> None:
        self._draw = random.Random(seed)
        self._after: dict[str, list[str]] = defaultdict(list)
        for texts in library().values():
            for text in texts:
                bare = re.sub(r"\d+", "0", text)
                for at in range(len(bare) - 2):
                    self._after[bare[at : at + 2]].append(bare[at + 2])
        self._starts = sorted(pair for pair, after in self._after.items() if len(after) > 20)

    def paragraph(self) -> str:
        """One paragraph of 60 to 360 characters."""
        draw = self._draw
        text = draw.choice(self._starts)
        while len(text) < draw.randint(60, 360):
            after = self._after.get(text[-2:])
            text += draw.choice(after) if after else draw.choice(self._starts)
        return re.sub("0", lambda _: str(draw.randint(2, 980)), text) + "\u3002"

    def body(self) -> list[str]:
        """The paragraphs of one report."""
        return [self.paragraph() for _ in range(self._draw.randint(10, 18))]


def report(organ: str, year: int, body: list[str]) -> str:
    """A report of `organ` with these paragraphs."""
    return "\n\n".join((f"{organ}{year}年法治政府建设年度报告", *body, organ, f"{year + 1}年1月20日"))


def organs(draw: random.Random) -> Iterator[str]:
    """Names of organs that do not exist, each once."""
    first, second = "青云白水石林松竹梅兰江河湖海山川", "口州阳陵原溪泉塘岭湾"
    offices = ["水务局", "教育局", "司法局", "民政局", "财政局", "统计局", "应急管理局", "林业局"]
    names = [f"{a}{b}{c}县{office}" for a in first for b in second for c in "城安平宁" for office in offices]
    draw.shuffle(names)
    yield from names
