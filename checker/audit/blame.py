"""Where the tool itself failed, told without a word of the document that it failed on."""

from __future__ import annotations

from pathlib import Path


def blame(error: BaseException) -> str:
    """Class of the error and the line that raised it, as `KeyError, engine.py:12`."""
    trace = error.__traceback__
    if trace is None:
        return type(error).__name__
    while trace.tb_next:
        trace = trace.tb_next
    return f"{type(error).__name__}, {Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}"
