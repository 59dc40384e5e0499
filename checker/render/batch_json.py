"""An audit as JSON: the object of `checker check -f json` with a report a line, or only those lines."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from checker.audit.copied import Copies, Pair
from checker.audit.summary import Group
from checker.render.batch import Batch
from checker.render.json_report import SCHEMA_VERSION, report_object, ruleset_object
from checker.results import Status


def one_object(batch: Batch, lang: str) -> Iterator[bytes]:
    """The whole audit, in the shape that the schema of the JSON report gives it."""
    head = {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "checker", "version": batch.audit.tool},
        "ruleset": ruleset_object(batch.audit.ruleset),
    }
    yield _compact(head)[:-1] + b',\n"reports":['
    for number, report in enumerate(batch.in_order()):
        yield (b",\n" if number else b"\n") + _compact(report_object(report, lang))
    yield b'],\n"summary":' + _compact(_summary(batch, lang))
    if batch.copies:
        yield b',\n"copies":' + _compact(_copies(batch.copies))
    yield b"}\n"


def lines(batch: Batch, lang: str) -> Iterator[bytes]:
    """The reports alone, one a line."""
    for report in batch.in_order():
        yield _compact(report_object(report, lang)) + b"\n"


def _compact(value: dict[str, Any]) -> bytes:
    # Laid out over lines a large audit would take several times as long to write: only this form is written in C.
    # A file name that is not UTF-8 holds lone surrogates; written as \udcXX they come back the same.
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "backslashreplace")


def _summary(batch: Batch, lang: str) -> dict[str, Any]:
    overview = batch.overview
    always: tuple[Status, ...] = ("present", "weak", "missing")
    sometimes: tuple[Status, ...] = ("not_applicable", "unverifiable")
    items = {}
    for count in overview.items:
        if any(count.counts.values()):
            also = [status for status in sometimes if count.counts[status]]
            items[count.item.id] = {status: count.counts[status] for status in (*always, *also)}
    verdicts = {str(verdict): count for verdict, count in overview.verdicts.items()}
    whole = {"reports": len(overview.ranking), **verdicts, "by_item": items, "accepted": overview.accepted}
    suspicious = [count.item.id for count in overview.items if count.item.title in overview.suspicious]
    if suspicious:
        whole["suspicious"] = suspicious
    if overview.groups:
        whole["groups"] = [_group(group, lang) for group in overview.groups]
    return whole


def _group(group: Group, lang: str) -> dict[str, Any]:
    mean = None if group.mean is None else round(group.mean, 1)
    verdicts = {str(verdict): count for verdict, count in group.verdicts.items()}
    return {"name": group.name.pick(lang), "reports": sum(verdicts.values()), **verdicts, "mean": mean}


def _copies(copies: Copies) -> dict[str, Any]:
    counts = {name: getattr(copies, name) for name in ("reports", "earlier", "templates", "unread")}
    return {**counts, "pairs": [_pair(pair) for pair in copies.pairs]}


def _pair(pair: Pair) -> dict[str, Any]:
    sides = {
        name: {"path": side.path, "organ": side.organ, "year": side.year}
        for name, side in (("left", pair.left), ("right", pair.right))
    }
    passages = [
        {
            "similarity": passage.similarity,
            "confirmed": passage.confirmed,
            "left": passage.left._asdict(),
            "right": passage.right._asdict(),
        }
        for passage in pair.passages
    ]
    return {
        **sides,
        "earlier": pair.earlier,
        "share": pair.share,
        "characters": pair.characters,
        "passages": passages,
    }
