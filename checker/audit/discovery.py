"""Which files a command is about: files, folders, patterns and standard input made into one list, each file once."""

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from checker.errors import ReadError, UsageError

if TYPE_CHECKING:
    from checker.audit.ignoring import Ignored

STDIN: Final = "-"
STORE: Final = "audit.db"
"""File of the results in the folder that an audit writes to."""

# In a folder only these are reports; what no reader can read is told so rather than passed over.
_WORD: Final = (".docx", ".docm", ".doc", ".wps", ".ofd", ".rtf", ".odt", ".pdf")
_WEB: Final = (".html", ".htm", ".xhtml", ".shtml", ".mht", ".mhtml")
_TEXT: Final = (".md", ".markdown", ".txt")
_REPORTS: Final = frozenset((*_WORD, *_WEB, *_TEXT))
# In a batch these too may be what an office has sent in as its report: it must not look as if it had sent nothing.
_OFFICE: Final = (".xls", ".xlsx", ".et", ".ppt", ".pptx", ".dps")
_MEDIA: Final = (".jpg", ".jpeg", ".png", ".tif", ".tiff", ".bmp", ".mp3", ".wav", ".m4a", ".mp4")
_ARCHIVE: Final = ".zip"
_SUBMITTED: Final = _REPORTS.union(_OFFICE, _MEDIA, (_ARCHIVE, ".rar", ".7z", ".tar", ".gz", ".tgz"))
_PARTS_OF_A_PAGE: Final = ("_files", ".files")
"""Endings of the folders in which browsers keep the pictures of a page."""
_MAGIC: Final = frozenset("*?[")
_IGNORE_FILE: Final = ".checkerignore"
_LONGEST_LIST: Final = 100_000_000


class Source(NamedTuple):
    """One input: a file, or standard input, or an argument that leads to none."""

    path: str
    """As the user gave it; for a file found in a folder, the folder as given and the way down."""
    problem: ReadError | None = None
    archive: str | None = None
    """The .zip file that `path` leads into; None for a file of its own."""
    member: str = ""
    """The name inside the archive as the archive spells it."""


class _Walk(NamedTuple):
    """What is to be found in folders, and what is not."""

    wanted: frozenset[str] = _REPORTS
    """Endings of the names."""
    skip: str | None = None


def discover(arguments: Iterable[str]) -> tuple[Source, ...]:
    """The inputs that `arguments` name: in the order given, folders and patterns sorted, each file once."""
    return _once(source for argument in arguments for source in _expand(argument, _Walk()))


def discover_batch(arguments: Iterable[str], skip: str | None) -> tuple[Source, ...]:
    """As `discover`, for an audit: looks into .zip submissions too, and passes over the folder `skip` of results."""
    walk = _Walk(_SUBMITTED, skip=os.path.realpath(skip) if skip else None)
    return _once(inner for argument in arguments for source in _expand(argument, walk) for inner in _unpacked(source))


def listed(file: str, read_stdin: Callable[[], bytes]) -> tuple[str, ...]:
    """The paths in a list, one a line; `-` is standard input. Raises UsageError where there is no such list."""
    try:
        if file != STDIN and Path(file).stat().st_size > _LONGEST_LIST:
            raise UsageError("list-unreadable", path=file)
        data = read_stdin() if file == STDIN else Path(file).read_bytes()
    except OSError as error:
        raise UsageError("list-unreadable", path=file) from error
    lines = os.fsdecode(data.removeprefix(b"\xef\xbb\xbf")).split("\n")
    return tuple(line for raw in lines if (line := raw.rstrip("\r")))


def _once(sources: Iterable[Source]) -> tuple[Source, ...]:
    found: dict[str, Source] = {}
    for source in sources:
        key = source.path if source.path == STDIN or source.archive else os.path.realpath(source.path)
        if source.archive:
            key = f"{os.path.realpath(source.archive)}\0{source.member}"
        found.setdefault(key, source)
    return tuple(found.values())


def _unpacked(source: Source) -> Iterable[Source]:
    if source.problem or not source.path.lower().endswith(_ARCHIVE):
        return (source,)
    # The module for zip files costs what a check of one file need not pay.
    from checker.audit.archives import members

    try:
        names = [member for member in members(source.path) if _wanted(member.name)]
    except ReadError as error:
        return (source._replace(problem=error),)
    if not names:
        return (source._replace(problem=ReadError("no-reports-in-archive")),)
    return [
        Source(f"{source.path}/{member.name}", member.problem, source.path, member.raw)
        for member in sorted(names, key=lambda member: member.name.split("/"))
    ]


def _wanted(name: str) -> bool:
    parts = name.split("/")
    if any(map(_passed_over, parts)) or _part_of_a_page(Path(name)):
        return False
    return Path(parts[-1]).suffix.lower() in _SUBMITTED


def _expand(argument: str, walk: _Walk) -> Iterator[Source]:
    if not argument:
        raise UsageError("empty-path")
    if argument == STDIN:
        yield Source(STDIN)
    elif _is_folder(Path(argument)):
        yield from _folder(argument, walk)
    elif os.path.lexists(argument) or not _MAGIC.intersection(argument):
        # A file that is not there is left to the reader, who says so.
        yield Source(argument)
    else:
        yield from _pattern(argument, walk)


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # no permission for the folder above, or too long a name: the reader will say so
        return False


def _folder(folder: str, walk: _Walk) -> Iterator[Source]:
    sources = sorted(_walk(Path(folder), set(), (), walk), key=lambda source: Path(source.path).parts)
    if sources:
        yield from sources
    else:
        yield Source(folder, ReadError("no-reports-in-folder"))


def _walk(folder: Path, seen: set[str], rules: "Ignored", walk: _Walk) -> Iterator[Source]:
    """Reports in `folder` and below. `seen` keeps links from leading round in circles."""
    here = os.path.realpath(folder)
    if here in seen or (here == walk.skip and seen):
        return
    seen.add(here)
    try:
        paths = sorted(folder.iterdir())
    except OSError:
        yield Source(str(folder), ReadError("folder-unreadable"))
        return
    names = {path.name for path in paths}
    if _IGNORE_FILE in names:
        rules = (*rules, *_ignored(folder))
    if STORE in names:  # its workbook and its page are no reports
        paths = [path for path in paths if path.stem != Path(STORE).stem]
    for path in paths:
        if _passed_over(path.name):
            continue
        inside = _is_folder(path)
        if rules and _left_out(path, inside, rules):
            continue
        if inside:
            yield from _walk(path, seen, rules, walk)
        elif path.suffix.lower() in walk.wanted and not _part_of_a_page(path):
            yield Source(str(path))


def _part_of_a_page(path: Path) -> bool:
    return path.suffix.lower() in _MEDIA and path.parent.name.endswith(_PARTS_OF_A_PAGE)


def _left_out(path: Path, folder: bool, rules: "Ignored") -> bool:
    from checker.audit.ignoring import ignored

    return ignored(path.as_posix(), folder=folder, rules=rules)


def _ignored(folder: Path) -> "Ignored":
    from checker.audit.ignoring import parse

    try:
        text = (folder / _IGNORE_FILE).read_text("utf-8-sig", "replace")
    except OSError:
        return ()
    return parse(text, folder.as_posix())


def _pattern(pattern: str, walk: _Walk) -> Iterator[Source]:
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
        yield from _folder(str(path), walk) if _is_folder(path) else [Source(str(path))]


def _passed_over(name: str) -> bool:
    # Hidden files, and the lock files that Word and WPS leave beside an open document.
    return name.startswith((".", "~$"))
