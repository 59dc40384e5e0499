"""The command line: parse, call one function, write bytes, exit code."""

import gc
import os
import sys


def main() -> None:
    """Entry point of the `checker` command."""
    # Nothing that start-up makes becomes garbage: looking for some in it costs a tenth of a short run.
    gc.disable()
    from checker.cli.app import run
    from checker.cli.stream import speak_chinese

    speak_chinese()
    code = run(sys.argv[1:])
    _leave(code)


def _leave(code: int) -> None:
    """Ends the process; one without threads or workers skips taking the interpreter apart, which costs more than the
    check of a report."""
    threads = sys.modules.get("threading")
    if "multiprocessing" in sys.modules or (threads and threads.active_count() > 1):
        sys.exit(code)
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (OSError, ValueError):
        sys.exit(code)
    os._exit(code)
