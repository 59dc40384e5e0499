"""The executor of an audit: a lost call costs that call only."""

from __future__ import annotations

import multiprocessing
import os
import time
from collections.abc import Iterator

import pytest

from checker.audit.crew import Crew, TookTooLong, WorkerDied
from tests.audit import deeds

pytestmark = pytest.mark.skipif(os.name == "nt", reason="signals")


@pytest.fixture
def crew() -> Iterator[Crew]:
    crew = Crew(2, 3.0, deeds.nothing)
    yield crew
    crew.shutdown(cancel_futures=True)


def test_calls_are_answered(crew: Crew) -> None:
    assert list(crew.map(deeds.double, range(20))) == [2 * number for number in range(20)]


def test_an_error_is_the_callers(crew: Crew) -> None:
    with pytest.raises(ValueError, match="7"):
        crew.submit(deeds.fail, 7).result()
    assert crew.submit(deeds.double, 2).result() == 4


def test_a_call_that_kills_its_process_costs_itself_only(crew: Crew) -> None:
    lost = crew.submit(deeds.die)
    kept = [crew.submit(deeds.double, number) for number in range(6)]
    with pytest.raises(WorkerDied):
        lost.result()
    assert [future.result() for future in kept] == [0, 2, 4, 6, 8, 10]


def test_a_call_that_hangs_costs_itself_only() -> None:
    crew = Crew(1, 0.4, deeds.nothing)
    lost, kept = crew.submit(deeds.hang), crew.submit(deeds.double, 4)
    with pytest.raises(TookTooLong):
        lost.result()
    assert kept.result() == 8
    crew.shutdown()


def test_a_process_is_used_again(crew: Crew) -> None:
    assert len({crew.submit(deeds.who).result() for _ in range(8)}) <= 2


def test_nothing_is_left_when_it_ends() -> None:
    crew = Crew(2, 60.0, deeds.nothing)
    crew.submit(deeds.double, 1).result()
    hanging = crew.submit(deeds.hang)
    while not hanging.running():
        time.sleep(0.01)
    crew.shutdown(cancel_futures=True)
    assert isinstance(hanging.exception(), WorkerDied)
    assert not multiprocessing.active_children()
    with pytest.raises(RuntimeError):
        crew.submit(deeds.double, 1)
