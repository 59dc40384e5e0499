"""Whom a rule is for: kinds of organs, years, why an item does not apply, why a ruleset was chosen for a report."""

from typing import Final

from checker.text import Text

MESSAGES: Final[dict[str, Text]] = {
    "organ-type-government": Text("政府", "a government"),
    "organ-type-department": Text("政府部门", "a department"),
    "organ-type-town": Text("乡镇、街道", "a town or subdistrict"),
    "organ-types-government": Text("政府", "governments"),
    "organ-types-department": Text("政府部门", "departments"),
    "organ-types-town": Text("乡镇、街道", "towns and subdistricts"),
    "with-enforcement-power": Text("有行政执法权的机关", "organs with enforcement power"),
    "without-enforcement-power": Text(
        "报告说明没有行政执法权的机关", "organs whose report says that they have no enforcement power"
    ),
    "reports-on-years": Text("{years}的报告", "reports on {years}"),
    "years-from": Text("{first}年度及以后", "{first} and later"),
    "years-to": Text("{last}年度及以前", "{last} and earlier"),
    "years-between": Text("{first}年度至{last}年度", "{first} to {last}"),
    "years-one": Text("{first}年度", "{first}"),
    # Why an item does not apply; a ruleset may say it in its own words under these codes.
    "reason-other-organ-type": Text(
        "本项只适用于{wanted_zh}，本报告的机关是{found_zh}。",
        "This item is for {wanted} only; the organ of this report is {found}.",
    ),
    "reason-other-sector": Text(
        "本项只适用于{wanted_zh}，本报告的机关（{organ}）不是。",
        "This item is for {wanted} only; the organ of this report ({organ}) is not one of them.",
    ),
    "reason-other-year": Text(
        "本项适用于{wanted_zh}的报告，本报告的年度是{year}年。",
        "This item is for reports on {wanted}; this report is on {year}.",
    ),
    "reason-no-enforcement-power": Text(
        "本项只适用于有行政执法权的机关，报告说明本机关没有行政执法权。",
        "This item is for organs with enforcement power; the report says that its organ has none.",
    ),
    "reason-has-enforcement-power": Text(
        "本项只适用于没有行政执法权的机关，报告没有说明本机关没有行政执法权。",
        "This item is for organs without enforcement power; the report does not say that its organ has none.",
    ),
    # -r auto
    "ruleset-auto": Text("按机关和年度自动选用规则", "Ruleset chosen by organ and year"),
    "chosen-by-organ": Text("因报告机关属于{organs}而选用", "chosen because the organ counts among {organs}"),
    "chosen-by-year": Text("因报告年度是{year}年而选用", "chosen because the report is on {year}"),
    "chosen-by-both": Text(
        "因报告机关属于{organs}、报告年度是{year}年而选用",
        "chosen because the organ counts among {organs} and the report is on {year}",
    ),
    "chosen-by-default": Text(
        "因没有更有针对性的规则而选用", "chosen because no more specific ruleset is for this organ and year"
    ),
    "ruleset-name-chosen": Text("{name}，{why}", "{name}, {why}"),
}
