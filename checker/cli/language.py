"""Which language to speak: what the command line says, else the locale, else Chinese."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, Literal

Language = Literal["zh", "en"]
CHOICES: Final = ("zh", "en", "auto")


def resolve(choice: str, environment: Mapping[str, str]) -> Language:
    """The language for `--lang` (zh, en or auto)."""
    if choice in ("zh", "en"):
        return "zh" if choice == "zh" else "en"
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        locale = environment.get(name, "")
        if locale:
            # C and POSIX, with or without an encoding, say nothing of the language.
            tongue = locale.partition(".")[0].partition("_")[0].lower()
            return "zh" if tongue in ("zh", "c", "posix") else "en"
    return "zh"


def asked(arguments: Sequence[str]) -> str:
    """`--lang` among unparsed arguments: help and complaints are spoken before the command line is understood."""
    choice = "auto"
    for at, argument in enumerate(arguments):
        if argument == "--":
            break
        if argument.startswith("--lang="):
            choice = argument.partition("=")[2]
        elif argument == "--lang":
            choice = "".join(arguments[at + 1 : at + 2])
    return choice
