"""Names written nearly right are found, and the prefilter loses none that slow search finds."""

from __future__ import annotations

from pathlib import Path

import pytest
from rapidfuzz.fuzz import partial_ratio

from checker.matching import Names, similarity
from checker.readers import read
from checker.ruleset import load
from checker.structure.outline import sentence_spans
from checker.text import normalize

_REPORTS = Path(__file__).parents[2] / "fixtures" / "reports"
_CUTOFF = 86


@pytest.mark.parametrize(
    "written",
    [
        "严格落实重大执法决定的法制审核制度",
        "严格落实重大执法决定法制审校制度",
        "严格落实重大行政执法决定法制审核制度",
        "严格落实重大执法决定法制核审制度",
    ],
    ids=["inserted", "mistyped", "longer", "turned"],
)
def test_names_written_nearly_right(written: str) -> None:
    hits = Names(["重大执法决定法制审核制度"], _CUTOFF).find(written, [(0, len(written))])
    assert len(hits) == 1
    assert _CUTOFF <= hits[0].similarity <= 100
    assert "执法决定" in written[hits[0].start : hits[0].end]


@pytest.mark.parametrize("written", ["落实行政处罚案卷评查制度", "审核规范性文件12件", "法制", ""])
def test_other_words_are_no_name(written: str) -> None:
    assert Names(["重大执法决定法制审核制度"], _CUTOFF).find(written, [(0, len(written))]) == []


def test_places_are_those_of_the_whole_text() -> None:
    text = "一、主要举措。落实重大执法决定的法制审核制度。全年审核12件。"
    spans = list(sentence_spans(text, 0, len(text)))
    (hit,) = Names(["重大执法决定法制审核制度"], _CUTOFF).find(text, spans)
    assert "执法决定的法制审核" in text[hit.start : hit.end]
    assert spans[1][0] <= hit.start < hit.end <= spans[1][1]


def test_no_names_find_nothing() -> None:
    assert Names([], _CUTOFF).find("落实行政执法公示制度", [(0, 10)]) == []


@pytest.fixture(scope="module")
def items() -> list[list[str]]:
    """The long names of each item of the shipped ruleset."""
    ruleset = load("law-based-government")
    lists = [ruleset.patterns(item.groups["names"]) for item in ruleset.items if "names" in item.groups]
    names = [sorted({w for p in group if len(p.parts) == 1 for w in p.parts[0] if len(w) >= 8}) for group in lists]
    return [listed for listed in names if listed]


def _near(names: list[str], sentence: str) -> bool:
    # A sentence shorter than the name would be looked for in the name, the other way round.
    return any(len(sentence) >= len(name) and partial_ratio(name, sentence, score_cutoff=_CUTOFF) for name in names)


def test_the_prefilter_loses_next_to_nothing(items: list[list[str]]) -> None:
    """Recall against aligning every name with every sentence, over all sample reports (goal: 0.995)."""
    kept = wanted = 0
    finders = [(names, Names(names, _CUTOFF)) for names in items]
    for path in sorted(p for p in _REPORTS.iterdir() if p.suffix in (".txt", ".md", ".html")):
        document = read(str(path))
        view = normalize(document.text, [block.span for block in document.blocks])
        for start, end in sentence_spans(view.text, 0, len(view.text)):
            for names, finder in finders:
                if _near(names, view.text[start:end]):
                    wanted += 1
                    kept += bool(finder.find(view.text, [(start, end)]))
    assert wanted > 60
    assert kept / wanted >= 0.995


def test_a_slip_of_one_character_is_never_lost(items: list[list[str]]) -> None:
    for name in sorted({name for names in items for name in names}):
        finder = Names([name], _CUTOFF)
        for at in range(len(name)):
            for slip in (name[:at] + "的" + name[at:], name[:at] + "的" + name[at + 1 :], name[:at] + name[at + 1 :]):
                sentence = f"今年以来严格落实{slip}有关要求"
                if _near([name], sentence):
                    assert finder.find(sentence, [(0, len(sentence))]), sentence


def test_headings_are_compared_as_wholes() -> None:
    assert similarity("存在的不足和原因", "存在的不足和原因") == 100
    assert similarity("存在的不足和原因", "存在的不足及原因") > 80
    assert similarity("存在的不足和原因", "下一年度主要安排") < 40
