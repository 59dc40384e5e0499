"""Which files a command is about: files, folders, patterns and standard input made into one list, each file once."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final, NamedTuple

from checker.errors import ReadError

STDIN: Final = "-"

# In a folder only these are reports; what no reader can read is told so rather than passed over.
_WORD: Final = (".docx", ".docm", ".doc", ".wps", ".ofd", ".rtf", ".odt", ".pdf")
_WEB: Final = (".html", ".htm", ".xhtml", ".shtml", ".mht", ".mhtml")
_TEXT: Final = (".md", ".markdown", ".txt")
_REPORTS: Final = frozenset((*_WORD, *_WEB, *_TEXT))
_MAGIC: Final = frozenset("*?[")


class Source(NamedTuple):
    """One input: a file, or standard input, or an argument that leads to none."""

    path: str
    """As the user gave it; for a file found in a folder, the folder as given and the way down."""
    problem: ReadError | None = None


def discover(arguments: Iterable[str]) -> tuple[Source, ...]:
    """The inputs that `arguments` name: in the order given, folders and patterns sorted, each file once."""
    found: dict[str, Source] = {}
    for argument in arguments:
        for source in _expand(argument):
            key = source.path if source.path == STDIN else os.path.realpath(source.path)
            found.setdefault(key, source)
    return tuple(found.values())


def _expand(argument: str) -> Iterator[Source]:
    if argument == STDIN:
        yield Source(STDIN)
    elif _is_folder(Path(argument)):
        yield from _folder(argument)
    elif os.path.lexists(argument) or not _MAGIC.intersection(argument):
        # A file that is not there is left to the reader, who says so.
        yield Source(argument)
    else:
        yield from _pattern(argument)


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # no permission for the folder above, or too long a name: the reader will say so
        return False


def _folder(folder: str) -> Iterator[Source]:
    sources = sorted(_walk(Path(folder), set()), key=lambda source: Path(source.path).parts)
    if sources:
        yield from sources
    else:
        yield Source(folder, ReadError("no-reports-in-folder"))


def _walk(folder: Path, seen: set[str]) -> Iterator[Source]:
    """Reports in `folder` and below. `seen` keeps links from leading round in circles."""
    here = os.path.realpath(folder)
    if here in seen:
        return
    seen.add(here)
    try:
        paths = sorted(folder.iterdir())
    except OSError:
        yield Source(str(folder), ReadError("folder-unreadable"))
        return
    for path in paths:
        if _passed_over(path.name):
            continue
        if _is_folder(path):
            yield from _walk(path, seen)
        elif path.suffix.lower() in _REPORTS:
            yield Source(str(path))


def _pattern(pattern: str) -> Iterator[Source]:
    """What a pattern matches that the shell has left alone, as in the Windows console."""
    parts = Path(pattern).parts
    fixed = next(at for at, part in enumerate(parts) if _MAGIC.intersection(part))
    base = Path(*parts[:fixed])
    try:
        matches = sorted(base.glob("/".join(parts[fixed:])))
    except (ValueError, OSError):  # no pattern at all, such as a**b
        matches = []
    paths = [path for path in matches if not any(map(_passed_over, path.parts[fixed:]))]
    if not paths:
        yield Source(pattern, ReadError("no-match"))
    for path in paths:
        yield from _folder(str(path)) if _is_folder(path) else [Source(str(path))]


def _passed_over(name: str) -> bool:
    # Hidden files, and the lock files that Word and WPS leave beside an open document.
    return name.startswith((".", "~$"))
