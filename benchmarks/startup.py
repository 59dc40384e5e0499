"""How long a command takes to start, as a ratio to `python -c pass`. Commands run in turns, so that a busy machine
slows them all alike; the median of the ratios of each turn counts. Ratios of processor time are given beside those of
the clock: where they are much lower, the machine was busy with something else and the run says little.

`python benchmarks/startup.py [TURNS]` in an environment with the wheel installed.
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

REPORT = Path(__file__).parents[1] / "fixtures" / "formats" / "report.md"
TOOL = str(Path(sys.executable).with_name("checker"))
PLAIN = {"NO_COLOR": "1"}
COLOURED = {"FORCE_COLOR": "1"}
COMMANDS = {
    "check, plain": ([TOOL, "check", str(REPORT), "-f", "plain"], PLAIN, 10),
    "check, rich": ([TOOL, "check", str(REPORT), "-f", "rich"], COLOURED, 13),
    "check, json": ([TOOL, "check", str(REPORT), "-f", "json"], PLAIN, 10),
    "--version": ([TOOL, "--version"], PLAIN, 7),
    "--help": ([TOOL, "--help"], PLAIN, 7),
}


class Spent(NamedTuple):
    """Seconds of the clock and of the processor."""

    clock: float
    processor: float


def spent(command: list[str], environment: dict[str, str], folder: str) -> Spent:
    # Away from the checkout, whose own files Python would otherwise import.
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    done = subprocess.run(command, capture_output=True, env=environment, cwd=folder)
    clock = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode not in (0, 1):
        raise SystemExit(done.stderr.decode())
    return Spent(clock, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def main() -> None:
    turns = int(sys.argv[1]) if len(sys.argv) > 1 else 11
    base = {name: value for name, value in os.environ.items() if name not in ("FORCE_COLOR", "NO_COLOR")}
    floors: list[Spent] = []
    ratios: dict[str, list[Spent]] = {name: [] for name in COMMANDS}
    with tempfile.TemporaryDirectory() as folder:
        base["XDG_CACHE_HOME"] = folder
        for name, (command, environment, _) in COMMANDS.items():
            first = spent(command, base | environment, folder)
            print(f"{name:14} first run {first.clock * 1000:5.0f} ms")
        for _ in range(turns):
            floor = spent([sys.executable, "-c", "pass"], base, folder)
            floors.append(floor)
            for name, (command, environment, _) in COMMANDS.items():
                took = spent(command, base | environment, folder)
                ratios[name].append(Spent(took.clock / floor.clock, took.processor / floor.processor))
    clock = statistics.median(floor.clock for floor in floors)
    print(f"\npython -c pass {clock * 1000:5.1f} ms, {turns} turns")
    for name, (_, _, goal) in COMMANDS.items():
        middle, processor = (statistics.median(column) for column in zip(*ratios[name], strict=True))
        print(f"{name:14} {middle:5.1f} times, processor {processor:5.1f} times, goal {goal}")


if __name__ == "__main__":
    main()
