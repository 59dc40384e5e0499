"""Copies between reports: planted ones are found, reports that nobody copied share nothing."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable, Sequence
from concurrent.futures import Executor, Future
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from checker.audit import batch
from checker.audit.batch import Order, Watcher
from checker.audit.copied import Copies, Pair
from checker.audit.copying import Shelf, compare
from checker.audit.discovery import discover_batch
from checker.audit.store import Store
from checker.ruleset import load
from tests.audit.planting import FIXTURES, Scribe, library, organs, report, reworded

RULES = "law-based-government"
PLANTED = 80


class Inline(Executor):
    """Makes each call at once, in this process."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        future: Future[Any] = Future()
        future.set_result(fn(*args, **kwargs))
        return future


def audited(folder: Path, store: Store, *, sketched: bool = True) -> tuple[Shelf, int]:
    """An audit of `folder`, and how many results had to be made."""
    made: list[int] = []
    order = Order(str(folder), discover_batch([str(folder)], None), load(RULES), RULES, sketched=sketched)
    watcher = Watcher(lambda total, known: made.append(total), lambda source, outcome: None)
    return Shelf(store, batch.audit(order, store, Inline, watcher)), made[0]


def compared(folder: Path, *earlier: Path) -> Copies:
    """What the reports of `folder` share with each other and with those of the `earlier` folders."""
    store = Store(None)
    shelves = [audited(one, store)[0] for one in earlier]
    return compare(audited(folder, store)[0], shelves, load(RULES), Inline)


def names(pair: Pair) -> tuple[str, str]:
    return Path(pair.left.path).name, Path(pair.right.path).name


def write(folder: Path, reports: dict[str, str]) -> Path:
    folder.mkdir(exist_ok=True)
    for name, text in reports.items():
        (folder / name).write_text(text, "utf-8")
    return folder


class Planted(NamedTuple):
    """A batch with copies in it."""

    found: Copies
    whole: list[tuple[str, str]]
    verbatim: list[tuple[str, str]]
    changed: list[tuple[str, str]]


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Planted:
    """Every sample report, twenty of them copied whole with other figures, and single paragraphs in other reports."""
    folder = tmp_path_factory.mktemp("planted") / "2024年度"
    folder.mkdir()
    draw, scribe = random.Random(20), Scribe(20)
    own, names = library(), organs(draw)
    for name in own:
        shutil.copy(next(FIXTURES.glob(f"*/{name}")), folder / name)
    whole: list[tuple[str, str]] = []
    verbatim: list[tuple[str, str]] = []
    changed: list[tuple[str, str]] = []
    for name in draw.sample(sorted(own), 20):
        whole.append((name, f"z-whole-{name}.txt"))
        write(folder, {whole[-1][1]: report(next(names), 2024, [reworded(text, draw) for text in own[name]])})
    texts = [(name, text) for name in sorted(own) for text in own[name] if 80 <= len(text) <= 400]
    for number, (name, text) in enumerate(draw.sample(texts, 2 * PLANTED)):
        copy = f"z-{number:03}.txt"
        body = scribe.body()
        body.insert(draw.randrange(len(body)), reworded(text, draw) if number % 2 else text)
        write(folder, {copy: report(next(names), 2024, body)})
        (changed if number % 2 else verbatim).append((name, copy))
    return Planted(compared(folder), whole, verbatim, changed)


@pytest.mark.parametrize("kind", ["whole", "verbatim", "changed"])
def test_planted_copies_are_found(planted: Planted, kind: str) -> None:
    pairs = set(map(names, planted.found.pairs))
    wanted: list[tuple[str, str]] = getattr(planted, kind)
    assert sum(pair in pairs for pair in wanted) >= 0.95 * len(wanted)


def test_reports_that_nobody_copied_share_nothing(planted: Planted) -> None:
    known = {*planted.whole, *planted.verbatim, *planted.changed}
    # Two copies of one report are alike as well.
    sources: dict[str, set[str]] = {}
    for source, copy in known:
        sources.setdefault(copy, {copy}).add(source)
    for left, right in map(names, planted.found.pairs):
        assert sources.get(left, {left}) & sources.get(right, {right}), (left, right)


def test_what_is_copied_whole_comes_first(planted: Planted) -> None:
    copied = {copy for _, copy in planted.whole}
    shares = {names(pair)[1]: pair.share for pair in planted.found.pairs if names(pair) in planted.whole}
    assert min(shares.values()) >= 60  # short paragraphs are not copied by the generator
    assert all(names(pair)[1] in copied for pair in planted.found.pairs[:10])
    characters = [pair.characters for pair in planted.found.pairs]
    assert characters == sorted(characters, reverse=True)


def test_generated_reports_share_nothing(tmp_path: Path) -> None:
    scribe, names = Scribe(4), organs(random.Random(4))
    folder = write(tmp_path / "2024年度", {f"{n:03}.txt": report(next(names), 2024, scribe.body()) for n in range(120)})
    assert compared(folder).pairs == ()


LESSON = (
    "一是组织全体执法人员集中学习新修订的条例，邀请市委党校教授讲授新旧条文对照，开展闭卷测试并通报成绩；"
    "二是选派业务骨干到基层所跟班指导，帮助完善现场笔录制作，逐案点评卷宗；三是把法律知识纳入干部年度考核。"
)
VISIT = (
    "局主要领导带队走访辖区重点企业，面对面听取对许可办理、监督检查和涉企收费的意见，逐条列出清单并明确承办科室，"
    "对暂时办不了的事项当面说明理由，办理情况由办公室按季度回访。"
)
BRIDGE = (
    "针对河道采砂季节性强、夜间作业隐蔽的特点，与公安、海事部门建立联合值守点，配备高倍夜视设备，"
    "对屡查屡犯的船只建立重点名录，实行靠港核验，非法采砂势头得到遏制。"
)


def _bodies(*texts: str) -> dict[str, str]:
    """A report for each of the texts, with other paragraphs of its own."""
    scribe, names = Scribe(9), organs(random.Random(9))
    return {
        f"{number:02}.txt": report(next(names), 2024, [*scribe.body()[:4], text, *scribe.body()[:4]])
        for number, text in enumerate(texts)
    }


def test_both_sides_are_quoted_with_their_place(tmp_path: Path) -> None:
    folder = write(tmp_path / "2024年度", _bodies(LESSON, VISIT, LESSON.replace("基层所", "乡镇站所")))
    [pair] = compared(folder).pairs
    [passage] = pair.passages
    assert names(pair) == ("00.txt", "02.txt")
    assert passage.left.text == LESSON
    assert passage.right.text == LESSON.replace("基层所", "乡镇站所")
    lines = (folder / "02.txt").read_text("utf-8").splitlines()
    assert lines[passage.right.line - 1] == passage.right.text
    assert passage.confirmed
    assert 90 <= passage.similarity < 100


def test_formulas_and_titles_of_documents_are_no_copies(tmp_path: Path) -> None:
    formula = (
        "坚持以习近平新时代中国特色社会主义思想为指导，深入学习贯彻习近平法治思想和党的二十大精神，增强“四个意识”、"
        "坚定“四个自信”、做到“两个维护”，对重要工作亲自部署、重大问题亲自过问、重点环节亲自协调、重要任务亲自督办，"
        "认真落实《法治政府建设实施纲要（2021—2025年）》《提升行政执法质量三年行动计划（2023—2025年）》，"
    )
    ends = ("全年听取水政执法汇报5次，推动补齐取水计量短板。", "主持修订校园食堂招标办法，解决了家长反映的问题。")
    assert compared(write(tmp_path / "2024年度", _bodies(*(formula + end for end in ends)))).pairs == ()


def test_a_paragraph_of_a_large_share_of_the_batch_is_a_template(tmp_path: Path) -> None:
    filled = [LESSON.replace("集中学习", f"集中学习{count}次") for count in range(20)]
    found = compared(write(tmp_path / "2024年度", _bodies(*filled, VISIT, VISIT)))
    assert [names(pair) for pair in found.pairs] == [("20.txt", "21.txt")]
    assert found.templates == len(filled)


def test_a_few_that_copy_from_each_other_are_no_template(tmp_path: Path) -> None:
    found = compared(write(tmp_path / "2024年度", _bodies(LESSON, LESSON, LESSON, VISIT)))
    pairs = sorted(names(pair) for pair in found.pairs)
    assert pairs == [("00.txt", "01.txt"), ("00.txt", "02.txt"), ("01.txt", "02.txt")]


def test_earlier_reports_are_compared_with_this_batch_only(tmp_path: Path) -> None:
    this = write(tmp_path / "2024年度", _bodies(LESSON, VISIT))
    earlier = write(
        tmp_path / "2023年度", {"a.txt": _bodies(VISIT, BRIDGE)["00.txt"], "b.txt": _bodies(BRIDGE)["00.txt"]}
    )
    found = compared(this, earlier)
    assert {(names(pair), pair.earlier) for pair in found.pairs} >= {(("01.txt", "a.txt"), True)}
    assert all(pair.earlier and Path(pair.left.path).parent == this for pair in found.pairs)
    assert (found.reports, found.earlier) == (2, 2)


def test_a_report_of_last_year_sent_in_again_is_told(tmp_path: Path) -> None:
    texts = _bodies(LESSON, VISIT)
    this, earlier = write(tmp_path / "2024年度", texts), write(tmp_path / "2023年度", {"旧.txt": texts["00.txt"]})
    [pair] = compared(this, earlier).pairs
    assert (names(pair), pair.share) == (("00.txt", "旧.txt"), 100)


def test_a_file_is_no_copy_of_itself_in_another_audit(tmp_path: Path) -> None:
    this = write(tmp_path / "2024年度", _bodies(LESSON, VISIT))
    store = Store(tmp_path / "audit.db")
    shelf, _ = audited(this, store)
    assert compare(shelf, [shelf], load(RULES), Inline).pairs == ()


def test_what_lies_there_no_longer_is_told_without_words(tmp_path: Path) -> None:
    this = write(tmp_path / "2024年度", _bodies(LESSON))
    earlier = write(tmp_path / "2023年度", {"旧.txt": _bodies(VISIT, LESSON)["01.txt"]})
    store = Store(tmp_path / "audit.db")
    old, new = audited(earlier, store)[0], audited(this, store)[0]
    shutil.rmtree(earlier)
    found = compare(new, [old], load(RULES), Inline)
    passages = [passage for pair in found.pairs for passage in pair.passages]
    assert found.unread == 1
    assert [(passage.left.text, passage.right.text) for passage in passages if passage.left.text == LESSON] == [
        (LESSON, None)
    ]
    assert not any(passage.confirmed for passage in passages)


def test_what_was_audited_without_sketches_is_read_once_more(tmp_path: Path) -> None:
    folder = write(tmp_path / "2024年度", {**_bodies(LESSON, LESSON), "坏.docx": "PK\x03\x04"})
    store = Store(tmp_path / "audit.db")
    works: Sequence[bool] = (False, True, True, False)
    assert [audited(folder, store, sketched=sketched)[1] for sketched in works] == [3, 3, 0, 0]
