"""Prints the table of `docs/scale.md`: what a county, a province and the country need, computed from a measured rate.

`python benchmarks/scale.py RATE` with the reports a second that one process checks (`audit.py` prints them).
"""

from __future__ import annotations

import sys
from typing import Final, NamedTuple

SHARE: Final = 0.8
"""Of its rate alone that each process keeps when several share a machine."""
STORE: Final = 8.4
JSON: Final = 19.5
"""Kilobytes a report, measured on the mixed corpus."""


class Place(NamedTuple):
    """Where reports come from."""

    name: str
    provinces: int
    cities: int
    counties: int
    towns: int

    def reports(self) -> int:
        """A report by each government and by each of its departments; towns have none of their own."""
        return self.provinces * (1 + 45) + self.cities * (1 + 38) + self.counties * (1 + 30) + self.towns


PLACES: Final = (
    Place("a county", 0, 0, 1, 13),
    Place("a city with its counties", 0, 1, 9, 116),
    Place("a province", 1, 11, 92, 1_250),
    Place("the country", 31, 333, 2_844, 38_700),
)
CORES: Final = (2, 8, 64)


def _time(seconds: float) -> str:
    if seconds < 90:
        return f"{max(1, round(seconds))} s"
    return f"{seconds / 60:.0f} min" if seconds < 5400 else f"{seconds / 3600:.1f} h"


def main() -> None:
    rate = float(sys.argv[1])
    heads = ["", "reports", *(f"{cores} cores" for cores in CORES), "store", "JSON"]
    print(f"| {' | '.join(heads)} |")
    print("| --- |" + " ---: |" * (len(heads) - 1))
    for place in PLACES:
        count = place.reports()
        times = [_time(count / (rate * cores * SHARE)) for cores in CORES]
        row = [place.name, f"{count:,}", *times, f"{count * STORE / 1000:,.0f} MB", f"{count * JSON / 1000:,.0f} MB"]
        print(f"| {' | '.join(row)} |")


if __name__ == "__main__":
    main()
