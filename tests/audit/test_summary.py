"""What is counted, and of what."""

from __future__ import annotations

from checker.audit.rows import ItemColumn, Row
from checker.audit.summary import Demand, Overview, survey
from checker.text import Text

ITEMS = (ItemColumn("a", Text("甲", "A"), "required"), ItemColumn("b", Text("乙", "B"), "required"))


def _row(position: int, statuses: str, error: str | None = None) -> Row:
    score = 0 if error else 50
    return Row(position, f"{position}.docx", None, "", "", None, None, score, error, False, statuses, 0, 0.9, 0.0)  # noqa: FBT003


def _survey(*rows: Row) -> Overview:
    return survey(rows, ITEMS, Demand())


def test_what_could_be_read_in_part_counts_among_those_held_against_an_item() -> None:
    partly = [_row(number, "wu", "partly-unread") for number in range(4)]
    overview = _survey(_row(8, "pp"), *partly, _row(9, "", "empty-file"))
    first = overview.items[0]
    assert (first.short, first.judged) == (4, 5)
    assert sum(overview.bins) == 1
    assert overview.verdicts == {"pass": 1, "fail": 0, "error": 5}
