"""The command line: parse, call one function, write bytes, exit code."""

import sys


def main() -> None:
    """Entry point of the `checker` command."""
    from checker.cli.app import run

    sys.exit(run(sys.argv[1:]))
