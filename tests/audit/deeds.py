"""What the tests make worker processes do. It must be importable there."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path
from unittest.mock import patch

from checker import readers
from checker.audit import worker
from checker.audit.worker import Outcome, Task


def double(number: int) -> int:
    return 2 * number


def fail(number: int) -> int:
    raise ValueError(number)


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def hang() -> None:
    time.sleep(600)


def feed(path: str) -> bytearray:
    return bytearray(8 << 30)


def nothing() -> None:
    pass


def who() -> int:
    return os.getpid()


def work(task: Task) -> list[Outcome]:
    """As a worker, but some files kill it and some take for ever: what their first words say."""
    for source in task.sources:
        text = Path(source.path).read_bytes()[:4]
        if text == b"DIE!":
            die()
        if text == b"HANG":
            hang()
        if text == b"FEED":
            with patch.object(readers, "read", feed):
                return worker.work(task)
    return worker.work(task)
