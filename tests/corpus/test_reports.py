"""The verdicts on labelled reports are those of a careful reviewer."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.corpus.labelled import FIXTURES, REQUIRED, Case, cases, hits, macro_f1, result, verdicts

_FILES = sorted((FIXTURES / "reports").glob("labels-*.jsonl"))
_CASES = [case for file in _FILES for case in cases(file)]
_SHARED = Path(os.environ.get("CHECKER_SHARED", Path(__file__).parents[3] / "shared")) / "corpus"


@pytest.mark.parametrize("case", _CASES, ids=lambda case: case.path.name)
def test_statuses_and_reasons(case: Case) -> None:
    found = verdicts(result(case.path))
    assert {name: found[name] for name in case.labels} == {
        name: (label["status"], label["reason"]) for name, label in case.labels.items()
    }


@pytest.mark.parametrize("case", _CASES, ids=lambda case: case.path.name)
def test_year(case: Case) -> None:
    assert result(case.path).year == case.year


@pytest.mark.parametrize("case", _CASES, ids=lambda case: case.path.name)
def test_evidence_is_quoted_to_the_letter(case: Case) -> None:
    """A quotation stands at its place, and only the account can carry what was done."""
    from checker.readers import read

    text = read(str(case.path)).text
    lines = text.replace("\r\n", "\n").split("\n")
    for item in result(case.path).items:
        assert bool(item.evidence) == (item.status not in ("missing", "not_applicable", "unverifiable"))
        for quote in item.evidence:
            assert text[quote.span.start : quote.span.end] == quote.text
            assert lines[quote.line - 1][quote.column - 1 :].startswith(quote.text.splitlines()[0])
            assert 0 <= quote.similarity <= 100


def test_evidence_is_where_a_reviewer_found_it() -> None:
    met, total = hits(_CASES)
    assert total > 300
    assert met / total >= 0.97


@pytest.mark.parametrize("name", ["seeds", "dev"])
def test_the_reports_beside_the_checkout(name: str) -> None:
    labels = _SHARED / name / "labels.jsonl"
    if not labels.exists():
        pytest.skip("these reports lie beside the checkout only")
    listed = cases(labels)
    assert macro_f1(listed) >= 0.97
    met, total = hits(listed)
    assert met / total >= 0.95


def test_the_five_real_reports() -> None:
    labels = _SHARED / "seeds" / "labels.jsonl"
    if not labels.exists():
        pytest.skip("these reports lie beside the checkout only")
    listed = cases(labels)
    assert len(listed) == 5
    for case in listed:
        found = verdicts(result(case.path))
        assert {name: found[name][0] for name in REQUIRED} == {name: case.labels[name]["status"] for name in REQUIRED}


_FORMATS = sorted(path for path in (FIXTURES / "formats").glob("report*") if path.suffix != ".py")


@pytest.mark.parametrize("path", _FORMATS, ids=lambda path: path.name)
def test_one_report_in_six_files_gets_one_verdict(path: Path) -> None:
    plain = result(FIXTURES / "formats" / "report.txt")
    found = result(path)
    assert len(_FORMATS) == 6
    assert verdicts(found) == verdicts(plain)
    assert (found.verdict, found.score, found.year, found.organ) == (
        plain.verdict,
        plain.score,
        plain.year,
        plain.organ,
    )
    assert "".join(found.title or "").split() == "".join(plain.title or "").split()
    for item, same in zip(found.items, plain.items, strict=True):
        assert [e.section for e in item.evidence] == [e.section for e in same.evidence]
        assert item.fingerprint == same.fingerprint


# What the tool warns of in the five real reports, each looked at by a person: two slips of the pen (截止 for 截至, 权利
# for 权力), penalties by an organ that says it has no power to impose any, a law called newly revised two years on,
# a list of goods that stands twice, a page that was published before the report was written.
_WARNED: dict[str, list[str]] = {
    "cangzhou-2024.txt": [],
    "chengzhong-2025.txt": ["contradiction", "formula-alone", "wording", "wording"],
    "lanzhou-2023.txt": ["citation-note"],
    "mingxi-2024.txt": ["repeated-text"],
    "quzhou-2020.txt": ["date-mismatch"],
}


def _remarks(path: Path) -> list[str]:
    return sorted(finding.id for finding in result(path).findings if finding.id != "shortcomings-and-plan")


@pytest.mark.parametrize("name", _WARNED)
def test_real_reports_get_the_listed_findings_only(name: str) -> None:
    path = _SHARED / "seeds" / name
    if not path.exists():
        pytest.skip("these reports lie beside the checkout only")
    assert _remarks(path) == _WARNED[name]


def test_written_reports_without_slips_get_no_findings() -> None:
    for path in sorted((FIXTURES / "dev").glob("d*.*")):
        assert _remarks(path) == [], path.name
