"""Names that entries of a ruleset say of each other must stand for something."""

from __future__ import annotations

import pytest

from checker.ruleset import load
from tests.ruleset.conftest import Folder
from tests.ruleset.test_faults import faults, the_fault

_HEAD = """\
  - id: {id}
    title: {{zh: 统计表, en: Table}}
    level: recommended
    weight: 2
    asks: {{zh: 填写统计表。, en: Fill in the table.}}
    heading: {{zh: 统计表, en: Table}}
    content: {{zh: 分村填写。, en: By village.}}
    suggestion: {{zh: 请填写。, en: Fill it in.}}
"""
_TABLE = (
    _HEAD.format(id="villages")
    + """\
    check: table
    options:
      headings: [统计表]
      columns:
        - {name: 东村, said: [东村]}
        - {name: 西村, said: [西村]}
        - {name: 合计, said: [合计]}
      rows:
        - {name: 户数, said: [户数]}
        - {name: 人数, said: [人数], columns: [合计]}
"""
)
_SUMS = (
    _HEAD.format(id="sums")
    + """\
    check: arithmetic
    options:
      table: villages
      equations:
        - across: [东村, 西村]
          equals: [合计]
"""
)


@pytest.fixture
def tables(folder: Folder) -> Folder:
    folder.edit("  - items/notices.yaml\n", "  - items/notices.yaml\n" + _TABLE + _SUMS)
    return folder


def test_a_table_and_its_sums_are_in_order(tables: Folder) -> None:
    item = load(str(tables.path)).item("sums")
    assert item is not None
    assert item.tables["equations"] == [{"across": ["东村", "西村"], "down": [], "equals": ["合计"]}]


@pytest.mark.parametrize(
    ("old", "new", "key", "hint"),
    [
        ("table: villages", "table: village", "ruleset-no-such-table", "villages"),
        ("table: villages", "table: notices", "ruleset-no-such-table", None),
        ("across: [东村, 西村]", "across: [东村, 北村]", "ruleset-no-such-cell", None),
        ("equals: [合计]", "equals: [户数]", "ruleset-no-such-cell", None),
        ("columns: [合计]", "columns: [总计]", "ruleset-no-such-cell", None),
        ("{name: 合计,", "{name: 西村,", "ruleset-duplicate-name", None),
        ("{name: 人数,", "{name: 户数,", "ruleset-duplicate-name", None),
    ],
)
def test_names_that_stand_for_nothing(tables: Folder, old: str, new: str, key: str, hint: str | None) -> None:
    line, column = tables.edit(old, new)
    found = [fault for fault in faults(tables) if fault.key == key]
    # A flow list may hold it further on in the line; its place is in the line all the same.
    assert any(fault.line in (line, line + 1) and fault.column >= column - 2 for fault in found)
    if hint:
        assert found[0].hint == hint


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("{name: 户数, said: [户数]}", "{name: 户数}"),
        ("{name: 户数, said: [户数]}", "{name: 户数, said: [户数], unlabelled: true}"),
        ("        - across: [东村, 西村]\n", "        - across: [东村, 西村]\n          down: [户数]\n"),
        ("        - across: [东村, 西村]\n          equals", "        - equals"),
        ("columns:\n        - {name: 东村, said: [东村]}", "columns: []\n        #"),
    ],
)
def test_rows_and_sums_that_mean_nothing(tables: Folder, old: str, new: str) -> None:
    tables.edit(old, new)
    if "columns: []" in new:
        tables.edit("        - {name: 西村, said: [西村]}\n        - {name: 合计, said: [合计]}\n", "")
    assert the_fault(tables).key == "ruleset-bad-value"


def test_zones_and_parts_of_a_page_that_no_item_needs_may_be_left_out(folder: Folder) -> None:
    text = folder.main.read_text("utf-8")
    page, zones, reasons = (text.index(f"\n{key}:") for key in ("page", "zones", "reasons"))
    assert page < zones < reasons
    short = "\npage:\n  document_names: [通报]\n  report_words: [通报]\n  organ_endings: [镇]\n"
    folder.main.write_text(text[:page] + short + text[reasons:], "utf-8")
    ruleset = load(str(folder.path))
    assert set(ruleset.zones) == {"account", "plan", "shortcomings"}
    assert ruleset.page["furniture"] in ruleset.empty
