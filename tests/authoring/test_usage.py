"""What real reports make of a ruleset is counted: what never comes, and what always does."""

from __future__ import annotations

from checker.authoring.usage import ListUse, Usage, usage
from checker.readers import read_bytes
from checker.ruleset.loading import inspect
from tests.ruleset.conftest import Folder

REPORTS = (
    "一、主要工作\n认真落实张贴公示制度，全年广播12次。\n",
    "一、主要工作\n推行张贴公示制度，编印明白纸。\n二、存在的不足\n公开栏更新不及时。\n",
    "一、主要工作\n全年植树3600棵。\n",
)


def _used(folder: Folder, *texts: str) -> Usage:
    rules, piece = inspect(str(folder.path))
    return usage([read_bytes(text.encode(), "报告.txt") for text in texts], rules, piece)


def _list(found: Usage, option: str) -> ListUse:
    return next(one for one in found.lists if one.option == option)


def test_verdicts_and_reasons_are_counted(folder: Folder) -> None:
    (item,) = _used(folder, *REPORTS).items
    assert dict(item.statuses) == {"present": 2, "missing": 1}
    reasons = dict(item.reasons)
    assert reasons["absent"] == 1
    assert reasons["planned-only"] == 0


def test_phrases_that_no_report_has(folder: Folder) -> None:
    found = _used(folder, *REPORTS)
    assert _list(found, "notices.names") == ListUse("notices.names", 2, (), ())
    assert _list(found, "notices.own_content").never == ("公示~#张",)
    # A phrase counts where a check looks for it: 公开栏 stands among the shortcomings only.
    assert _list(found, "lexicon.kinds").never == ("公开栏",)
    assert found.never == sum(len(one.never) for one in found.lists)
    assert found.phrases > found.never


def test_phrases_that_every_report_has(folder: Folder) -> None:
    assert _list(_used(folder, *REPORTS[:2]), "notices.names").always == ("张贴公示制度", "(村务|)公示")
    assert _list(_used(folder, *REPORTS), "notices.names").always == ()


def test_one_report_does_not_make_up_for_another(folder: Folder) -> None:
    twice = _used(folder, REPORTS[0], REPORTS[0])
    once = _used(folder, REPORTS[0])
    assert [one.never for one in twice.lists] == [one.never for one in once.lists]
    assert [one.always for one in twice.lists] == [one.always for one in once.lists]


def test_remarks_are_counted_by_case() -> None:
    rules, piece = inspect("law-based-government")
    texts = ("一、主要举措\n推进法制政府建设，排查隐患1683条，已整改1700条。\n", "一、主要举措\n推进法治政府建设。\n")
    found = usage([read_bytes(text.encode(), "报告.txt") for text in texts], rules, piece)
    figures = next(use for use in found.findings if use.rule.id == "figure-mismatch")
    assert figures.reports == 1
    assert dict(figures.cases)["exceeds"] == 1
    assert dict(figures.cases)["rate"] == 0
