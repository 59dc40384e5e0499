"""The JSON report keeps its promise: shape, order of keys, and sameness from run to run."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from checker import render
from checker.render import FORMATS, RenderContext
from checker.results import Run

Golden = Callable[[str, bytes], None]


def _schema() -> dict[str, Any]:
    path = Path(render.__file__).with_name("report.schema.json")
    schema: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return schema


def _bytes(run: Run, **context: Any) -> bytes:
    return FORMATS["json"].render(run, RenderContext(**context))


def _load(run: Run, **context: Any) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(_bytes(run, **context))
    return data


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_json(awkward_run: Run, golden: Golden, lang: str) -> None:
    golden(f"report.{lang}.json", _bytes(awkward_run, lang=lang))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_it_keeps_to_the_published_schema(awkward_run: Run, lang: str) -> None:
    schema = _schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(_load(awkward_run, lang=lang))


def test_the_schema_allows_no_other_keys() -> None:
    def objects(node: Any) -> list[dict[str, Any]]:
        if isinstance(node, list):
            return [found for child in node for found in objects(child)]
        if not isinstance(node, dict):
            return []
        here = [node] if node.get("type") == "object" else []
        return here + [found for child in node.values() for found in objects(child)]

    for node in objects(_schema()):
        assert "additionalProperties" in node
        if "properties" in node and "required" in node:
            assert node["additionalProperties"] is False


def test_keys_stand_in_the_order_of_the_schema(awkward_run: Run) -> None:
    schema, data = _schema(), _load(awkward_run)
    report = data["reports"][0]
    assert list(data) == [key for key in schema["properties"] if key in schema["required"]]  # the others are of audits
    assert list(report) == list(schema["$defs"]["report"]["properties"])
    assert list(report["items"][0]) == list(schema["$defs"]["item"]["properties"])
    assert list(report["items"][0]["evidence"][0]) == list(schema["$defs"]["evidence"]["properties"])
    finding = data["reports"][1]["findings"][0]
    assert list(finding) == list(schema["$defs"]["finding"]["properties"])


def test_quotations_are_kept_to_the_letter(awkward_run: Run) -> None:
    evidence = _load(awkward_run)["reports"][0]["items"][1]["evidence"][0]
    assert evidence["text"] == "全年办理许可、备案2376件，\r\n　　提前办结率96%"
    assert evidence["end"] - evidence["start"] == len(evidence["text"])
    assert (evidence["line"], evidence["end_line"]) == (17, 18)


def test_items_are_counted_by_status(awkward_run: Run) -> None:
    summary = _load(awkward_run)["summary"]
    assert (summary["reports"], summary["pass"], summary["fail"], summary["error"]) == (3, 1, 1, 1)
    assert summary["by_item"]["achievements"] == {"present": 2, "weak": 0, "missing": 0}
    assert summary["by_item"]["enforcement_recording"] == {
        "present": 0,
        "weak": 0,
        "missing": 0,
        "not_applicable": 1,
    }


def test_detail_width_and_colour_do_not_matter(awkward_run: Run) -> None:
    assert _bytes(awkward_run) == _bytes(awkward_run, detail="quiet", width=40, color=True)


def test_a_file_name_that_is_not_utf8_survives(awkward_run: Run) -> None:
    report = awkward_run.reports[0]._replace(path="\udcb1\udca8.txt")
    data = _load(awkward_run._replace(reports=(report,)))
    assert data["reports"][0]["path"] == "\udcb1\udca8.txt"


def test_it_ends_with_a_line_end_and_is_not_ascii_only(awkward_run: Run) -> None:
    text = _bytes(awkward_run).decode()
    assert text.endswith("}\n")
    assert "存在的不足和原因" in text
