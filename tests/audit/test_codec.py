"""Results survive the store without loss."""

from __future__ import annotations

import json
import zlib
from pathlib import Path

import checker.results
from checker import engine, readers
from checker.audit import codec
from checker.results import Acceptance, Run
from checker.ruleset import load

REPORTS = Path(__file__).parents[2] / "fixtures" / "reports"

# When this fails, raise codec.VERSION and write the fields anew: stores made before cannot be read any more.
SHAPE = (
    3,
    {
        "Acceptance": 3,
        "Evidence": 10,
        "Expected": 3,
        "Failure": 2,
        "Finding": 7,
        "ItemResult": 15,
        "NearMiss": 2,
        "Reason": 2,
        "ReportResult": 16,
        "RulesetInfo": 5,
        "SectionView": 5,
    },
)


def test_every_report_comes_back_equal(awkward_run: Run) -> None:
    for report in awkward_run.reports:
        assert codec.decode(codec.encode(report)) == report


def test_real_reports_come_back_equal() -> None:
    rules = load("law-based-government")
    for name in ("a04.txt", "a05.html", "b04.md"):
        report = engine.check(readers.read(str(REPORTS / name)), rules)
        assert codec.decode(codec.encode(report)) == report


def test_what_was_accepted_and_odd_names_come_back(awkward_run: Run) -> None:
    report = awkward_run.reports[0]
    item = report.items[2]._replace(accepted=Acceptance("config", "经批准"), fails=True)
    odd = report._replace(path="稿\udcff.txt", items=(item,))
    assert codec.decode(codec.encode(odd)) == odd


def test_another_version_is_known_as_such(awkward_run: Run) -> None:
    version, fields = json.loads(zlib.decompress(codec.encode(awkward_run.reports[0])))
    other = zlib.compress(json.dumps([version + 1, fields]).encode())
    assert codec.decode(other) is None


def test_the_version_belongs_to_the_shape() -> None:
    kinds = {name: getattr(checker.results, name) for name in SHAPE[1]}
    assert (codec.VERSION, {name: len(kind._fields) for name, kind in kinds.items()}) == SHAPE
