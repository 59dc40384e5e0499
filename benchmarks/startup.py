"""How long a command takes to start, as a ratio to `python -c pass`. Commands run in turns, so that a busy machine
slows them all alike; the median of the ratios of each turn counts.

`python benchmarks/startup.py [TURNS]` in an environment with the wheel installed.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

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


def seconds(command: list[str], environment: dict[str, str], folder: str) -> float:
    # Away from the checkout, whose own files Python would otherwise import.
    start = time.perf_counter()
    done = subprocess.run(command, capture_output=True, env=environment, cwd=folder)
    spent = time.perf_counter() - start
    if done.returncode not in (0, 1):
        raise SystemExit(done.stderr.decode())
    return spent


def main() -> None:
    turns = int(sys.argv[1]) if len(sys.argv) > 1 else 11
    base = {name: value for name, value in os.environ.items() if name not in ("FORCE_COLOR", "NO_COLOR")}
    nothing: list[float] = []
    ratios: dict[str, list[float]] = {name: [] for name in COMMANDS}
    with tempfile.TemporaryDirectory() as folder:
        base["XDG_CACHE_HOME"] = folder
        for name, (command, environment, _) in COMMANDS.items():
            first = seconds(command, base | environment, folder)
            print(f"{name:14} first run {first * 1000:5.0f} ms")
        for _ in range(turns):
            floor = seconds([sys.executable, "-c", "pass"], base, folder)
            nothing.append(floor)
            for name, (command, environment, _) in COMMANDS.items():
                ratios[name].append(seconds(command, base | environment, folder) / floor)
    floor = statistics.median(nothing)
    print(f"\npython -c pass {floor * 1000:5.1f} ms, {turns} turns")
    for name, (_, _, goal) in COMMANDS.items():
        middle = statistics.median(ratios[name])
        spread = f"{min(ratios[name]):.1f}-{max(ratios[name]):.1f}"
        print(f"{name:14} {middle:5.1f} times ({spread}), goal {goal}, about {middle * floor * 1000:.0f} ms")


if __name__ == "__main__":
    main()
