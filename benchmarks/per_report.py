"""What one report costs in a process that is warm: by stage, by format, and over all fixtures.

`python benchmarks/per_report.py [TURNS]` in an environment with the wheel installed.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from checker import __version__, engine, readers, ruleset
from checker.matching import Scanner
from checker.render import FORMATS, RenderContext
from checker.results import Run
from checker.ruleset.model import Ruleset
from checker.structure import analyse
from checker.text import normalize

FIXTURES = Path(__file__).parents[1] / "fixtures"
FORMS = ("report.md", "report.txt", "report-gb18030.txt", "report.html", "report.docx", "report.pdf")
GOAL = 6.0


def cost(turns: int, work: Callable[[], object]) -> float:
    """Milliseconds, the median of `turns` after two to get warm."""
    spent: list[float] = []
    for _ in range(turns + 2):
        start = time.perf_counter()
        work()
        spent.append((time.perf_counter() - start) * 1000)
    return statistics.median(spent[2:])


def stages(turns: int, path: str) -> None:
    """Each stage by itself; the checks are what is left of the whole."""
    rules = ruleset.load("law-based-government")
    scanner = Scanner.of(rules)
    document = readers.read(path)
    spans = [block.span for block in document.blocks]
    text = normalize(document.text, spans).text
    report = engine.check(document, rules)
    run = Run(__version__, rules.info, (report,))

    read = cost(turns, lambda: readers.read(path))
    folded = cost(turns, lambda: normalize(document.text, spans))
    found = cost(turns, lambda: scanner.scan(text))
    structure = cost(turns, lambda: analyse(document, rules, scanner))
    judged = cost(turns, lambda: engine.check(document, rules))
    print(f"{Path(path).name}, {len(text)} characters")
    rows = [
        ("read", read),
        ("normalise", folded),
        ("find phrases", found),
        ("structure and zones", structure - folded - found),
        ("checks, score, quotations", judged - structure),
        ("sum", read + judged),
    ]
    rows += [
        (f"write {name}", cost(turns, partial(FORMATS[name].render, run, RenderContext())))
        for name in ("json", "plain", "markdown")
    ]
    for name, milliseconds in rows:
        print(f"  {name:26} {milliseconds:6.2f} ms")


def _check(path: str, rules: Ruleset) -> object:
    return engine.check(readers.read(path), rules)


def main() -> None:
    turns = int(sys.argv[1]) if len(sys.argv) > 1 else 50
    rules = ruleset.load("law-based-government")
    stages(turns, str(FIXTURES / "formats" / "report.md"))

    print("\nread and checked, by format")
    for name in FORMS:
        print(f"  {name:26} {cost(turns, partial(_check, str(FIXTURES / 'formats' / name), rules)):6.2f} ms")

    paths = sorted(str(path) for path in (FIXTURES / "reports").iterdir() if path.suffix in (".md", ".txt"))
    each = [cost(max(turns // 10, 3), partial(_check, path, rules)) for path in paths]
    middle, most = statistics.median(each), max(each)
    print(f"\nall {len(each)} text reports: median {middle:.2f} ms, most {most:.2f} ms, goal {GOAL:g}")


if __name__ == "__main__":
    main()
