"""An author sees what no test exercises: verdicts, remarks and phrases, each with its place."""

from __future__ import annotations

from checker.authoring.coverage import Coverage, coverage
from checker.ruleset.loading import inspect
from tests.authoring.test_beside import CASES, REPORT, _beside
from tests.authoring.test_examples import SLIPS
from tests.ruleset.conftest import Folder


def _coverage(folder: Folder) -> Coverage:
    return coverage(*inspect(str(folder.path)))[1]


def _unused(folder: Folder, option: str) -> set[str]:
    return {unused.phrase for unused in _coverage(folder).unused if unused.option == option}


def test_verdicts_without_a_test(folder: Folder) -> None:
    found = _coverage(folder)
    assert {verdict for _, verdict in found.unshown} == {
        ("weak", "bare-mention"),
        ("weak", "planned-only"),
        ("weak", "shortcoming-only"),
        ("missing", "absent"),
    }
    assert found.verdicts == 5
    _beside(folder, a_md=REPORT)
    assert ("weak", "planned-only") not in {verdict for _, verdict in _coverage(folder).unshown}


def test_remarks_without_a_test(folder: Folder) -> None:
    text = folder.main.read_text("utf-8")
    folder.main.write_text(text + SLIPS.replace("remarks: [wrong]", "remarks: []"), "utf-8")
    assert _coverage(folder).unremarked == ()
    folder.main.write_text(text + SLIPS.replace("布署各项", "部署各项"), "utf-8")
    assert [(rule.id, case) for rule, case in _coverage(folder).unremarked] == [("slips", "wrong")]


def test_phrases_without_a_test(folder: Folder) -> None:
    found = _coverage(folder)
    assert _unused(folder, "notices.names") == {"张贴公示制度"}
    assert _unused(folder, "lexicon.kinds") == {"公开栏", "明白纸"}
    assert _unused(folder, "notices.own_content") == set()
    place = next(unused.where for unused in found.unused if unused.phrase == "张贴公示制度")
    line, column = folder.edit("张贴公示制度", "张贴公示制度", item=True)
    assert place == (str(folder.item), line, column)


def test_one_variant_of_a_phrase_is_enough(folder: Folder) -> None:
    folder.edit("(村务|)公示", "(党务|村务|组务)公示", item=True)
    assert "(党务|村务|组务)公示" not in _unused(folder, "notices.names")


def test_a_phrase_counts_only_where_it_is_looked_for(folder: Folder) -> None:
    """明白纸 stands in the text, but not near a name, where alone it would be asked for."""
    _beside(folder, cases_yaml="sentences:\n  account: [发放明白纸3600份。]\n")
    assert "明白纸" in _unused(folder, "lexicon.kinds")
    _beside(folder, cases_yaml="items:\n  notices:\n    - {text: 村务公示印成明白纸。, status: present}\n")
    assert "明白纸" not in _unused(folder, "lexicon.kinds")


def test_words_of_headings_count_in_headings_only(folder: Folder) -> None:
    _beside(folder, cases_yaml="sentences:\n  account: [村里宣传了新一年的惠农政策。]\n")
    assert "新一年" in _unused(folder, "zones.plan.headings")
    _beside(folder, cases_yaml="headings:\n  plan: [新一年工作]\n")
    assert "新一年" not in _unused(folder, "zones.plan.headings")


def test_the_share_is_never_rounded_up(folder: Folder) -> None:
    _beside(folder, cases_yaml=CASES)
    found = _coverage(folder)
    assert 0 < found.per_mille == 1000 * (found.phrases - len(found.unused)) // found.phrases < 1000


def test_what_is_looked_for_between_reports_only_is_not_counted(folder: Folder) -> None:
    before = _coverage(folder).phrases
    folder.edit("items:", "copies: {formulas: [谁执法谁普法, 一件事一次办]}\nitems:")
    assert _coverage(folder).phrases == before


def test_phrases_of_a_base_are_its_own_business(folder: Folder) -> None:
    own = folder.path.parent / "bureau" / "ruleset.yaml"
    own.parent.mkdir()
    folder.path.rename(own.parent / "base")
    own.write_text(
        'schema: 1\nid: bureau\nversion: "2026.1"\nextends: base\n'
        "override:\n  notices:\n    options:\n      names: {add: [喊喇叭, 张榜]}\n"
        "    examples: {add: [{text: 喊喇叭36次。, status: weak, reason: bare-mention}]}\n",
        "utf-8",
    )
    found = coverage(*inspect(str(own)))[1]
    assert found.phrases == 2
    assert [(unused.option, unused.phrase) for unused in found.unused] == [("notices.names", "张榜")]
