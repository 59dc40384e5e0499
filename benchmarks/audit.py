"""What an audit of a folder costs: one process and two in turns, an unchanged folder again, and the memory it takes.

`python benchmarks/audit.py FOLDER [TURNS]` in an environment with the wheel installed. Take the least of several
turns on a machine that others use too.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import NamedTuple


class Cost(NamedTuple):
    """Of one audit."""

    seconds: float
    parent: int
    """Most memory of the command itself, in MB."""
    worker: int
    """Most memory of any of its processes, in MB."""


def audit(folder: Path, jobs: int, out: Path) -> Cost:
    """Runs the command as a person would."""
    command = [sys.executable, "-m", "checker", "audit", str(folder), "-j", str(jobs), "-q", "-o", str(out)]
    start = time.perf_counter()
    process = subprocess.Popen([*command, "-f", f"json={out / 'audit.json'}"], stderr=subprocess.DEVNULL)
    peaks = {process.pid: 0}
    watch = threading.Thread(target=_watch, args=(process, peaks))
    watch.start()
    process.wait()
    seconds = time.perf_counter() - start
    watch.join()
    workers = [peak for pid, peak in peaks.items() if pid != process.pid]
    return Cost(seconds, peaks[process.pid], max(workers, default=0))


def _watch(process: subprocess.Popen[bytes], peaks: dict[int, int]) -> None:
    while process.poll() is None:
        for pid, resident in _family(process.pid).items():
            peaks[pid] = max(peaks.get(pid, 0), resident // 1024)
        time.sleep(0.5)


def _family(root: int) -> dict[int, int]:
    """Resident kilobytes of a process and all that come from it."""
    listed = subprocess.run(["ps", "-eo", "pid=,ppid=,rss="], capture_output=True, text=True).stdout
    rows = [tuple(map(int, line.split())) for line in listed.splitlines()]
    family = {root}
    for _ in range(3):
        family |= {pid for pid, parent, _ in rows if parent in family}
    return {pid: resident for pid, _, resident in rows if pid in family}


def main() -> None:
    folder = Path(sys.argv[1])
    turns = int(sys.argv[2]) if len(sys.argv) > 2 else 3
    files = sum(1 for path in folder.rglob("*") if path.is_file())
    first: dict[int, list[Cost]] = {1: [], 2: []}
    again: list[Cost] = []
    for _ in range(turns):
        for jobs in first:
            with tempfile.TemporaryDirectory() as out:
                first[jobs].append(audit(folder, jobs, Path(out)))
                if jobs == 2:
                    again.append(audit(folder, jobs, Path(out)))
    one, two = min(first[1]), min(first[2])
    print(f"{files} files, least of {turns} turns")
    print(f"  -j1             {files / one.seconds:8.0f} a second")
    print(
        f"  -j2             {files / two.seconds:8.0f} a second, {one.seconds / two.seconds:.2f} times -j1 (goal 1.6)"
    )
    print(f"  unchanged again {two.seconds / min(again).seconds:8.1f} times as fast (goal 10)")
    print(f"  memory          {two.parent:5} MB, {two.worker} MB the largest of its processes")


if __name__ == "__main__":
    main()
