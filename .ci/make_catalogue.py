"""Writes the catalogue of the shipped rulesets (docs/rules): what each item asks for, on what basis, with examples.

`python .ci/make_catalogue.py` after a change of a ruleset; a test says when it is due.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from checker.ruleset import load, shipped
from checker.ruleset.audience import audience, in_force
from checker.ruleset.model import FindingRule, Item, Ruleset
from checker.text import Text

FOLDER: Final = Path(__file__).parents[1] / "docs" / "rules"
_LEVELS: Final = {"required": Text("必备", "required"), "recommended": Text("建议", "recommended")}
_STATUSES: Final = {
    "present": Text("达标", "present"),
    "weak": Text("薄弱", "weak"),
    "missing": Text("缺失", "missing"),
    "not_applicable": Text("不适用", "not applicable"),
}
_LONGEST: Final = 120
"""Characters of an example that are shown."""


def pages() -> dict[str, str]:
    """The pages by file name."""
    rulesets = [load(name) for name in shipped()]
    found = {_file(ruleset): "\n".join(_page(ruleset)) + "\n" for ruleset in rulesets}
    listed = "\n".join(f"- [{r.info.id}]({_file(r)}): {r.info.title.zh} · {r.info.title.en}" for r in rulesets)
    found["README.md"] = (
        "# 规则目录 · Catalogue of rules\n\n由 `python .ci/make_catalogue.py` 根据规则集生成，请不要直接修改。"
        f"Generated from the rulesets; do not edit.\n\n{listed}\n"
    )
    return found


def _file(ruleset: Ruleset) -> str:
    return ruleset.info.id.replace("/", "-") + ".md"


def _page(ruleset: Ruleset) -> Iterator[str]:
    info = ruleset.info
    yield f"# {info.title.zh}\n\n{info.title.en} · `{info.id}` {info.version}\n"
    yield f"{ruleset.scoring.formula.zh}\n\n{ruleset.scoring.formula.en}\n"
    for item in ruleset.items:
        yield from _item(item, ruleset)
    if ruleset.findings:
        yield "## 提示 · Remarks\n"
        yield from map(_finding, ruleset.findings)


def _item(item: Item, ruleset: Ruleset) -> Iterator[str]:
    yield f"## {item.title.zh}\n\n{item.title.en} · `{item.id}`\n"
    level = _LEVELS[item.level]
    yield f"- {level.zh}，权重{item.weight} · {level.en}, weight {item.weight}"
    yield _pair("要求", "Asks for", item.asks)
    yield _pair("应写内容", "Content", item.content)
    yield _pair("建议", "Advice", item.suggestion)
    if item.applies:
        yield _pair("适用于", "Applies to", audience(item.applies, ruleset.sectors))
    for basis in item.bases:
        days = in_force(basis)
        yield _pair("依据", "Basis", Text(basis.text.zh + days.zh, basis.text.en + days.en))
    given = dict.fromkeys((e.status, e.reason) for e in item.examples)
    if given:
        yield "\n| 结论 · Verdict | 理由 · Reason | 例 · Example |\n| --- | --- | --- |"
    for example in item.examples:
        status = _STATUSES[example.status]
        reason = item.reasons.get(example.reason or "")
        told = f"`{example.reason}` {reason.zh if reason else ''}" if example.reason else ""
        yield f"| {status.zh} · {status.en} | {told} | {_short(example.text)} |"
    yield ""


def _pair(zh: str, en: str, text: Text) -> str:
    return f"- {zh}：{text.zh}\n  <br>{en}: {text.en}"


def _short(text: str) -> str:
    line = " ".join(text.split()).replace("|", "\\|")
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"


def _finding(rule: FindingRule) -> str:
    return f"- `{rule.id}`（{rule.severity}）{rule.title.zh} · {rule.title.en}"


def main() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    wanted = pages()
    for path in FOLDER.glob("*.md"):
        if path.name not in wanted:
            path.unlink()
    for name, text in wanted.items():
        (FOLDER / name).write_text(text, "utf-8")


if __name__ == "__main__":
    main()
