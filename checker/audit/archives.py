"""Reports inside .zip submissions: listed and read in memory, within bounds, never unpacked to disk."""

import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final, NamedTuple

from checker.errors import ReadError
from checker.readers import MAX_BYTES

_MAX_MEMBERS: Final = 5_000
_UTF8_FLAG: Final = 0x800
_ENCRYPTED_FLAG: Final = 0x1
_BROKEN: Final = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError)


class Member(NamedTuple):
    """A file in an archive."""

    name: str
    """As a person reads it."""
    raw: str
    """As the archive spells it."""
    problem: ReadError | None = None


def members(path: str) -> list[Member]:
    """The files in the archive at `path`. Raises ReadError where it cannot be opened."""
    with _opened(path) as archive:
        infos = [info for info in archive.infolist() if not info.is_dir()]
    if len(infos) > _MAX_MEMBERS:
        raise ReadError("archive-too-many", limit=_MAX_MEMBERS)
    return [Member(_name(info), info.filename, _problem(info)) for info in infos]


def read(path: str, raw: str) -> bytes:
    """The bytes of the file `raw` in the archive at `path`."""
    with _opened(path) as archive:
        try:
            with archive.open(raw) as file:
                data = file.read(MAX_BYTES + 1)
        except KeyError:
            raise ReadError("damaged-archive") from None
        except RuntimeError:  # needs a password
            raise ReadError("encrypted-archive") from None
    # What it says of its size may be a lie; readers refuse what is too large.
    return data


@contextmanager
def _opened(path: str) -> Iterator[zipfile.ZipFile]:
    try:
        with zipfile.ZipFile(path) as archive:
            yield archive
    except FileNotFoundError:
        raise ReadError("file-not-found") from None
    except PermissionError:
        raise ReadError("permission-denied") from None
    except _BROKEN:
        raise ReadError("damaged-archive") from None


def _name(info: zipfile.ZipInfo) -> str:
    """As a person reads it, a way down from the archive.

    Chinese Windows writes names in GBK without saying so; the standard library then takes them for code page 437.
    """
    name = info.filename
    if not info.flag_bits & _UTF8_FLAG:
        raw = name.encode("cp437", "replace")
        for encoding in ("utf-8", "gb18030"):
            try:
                name = raw.decode(encoding)
                break
            except UnicodeDecodeError:
                continue
    # An archive may lead out of itself; nothing is unpacked, and its files are named as if they lay inside.
    return "/".join(part for part in name.replace("\\", "/").split("/") if part not in ("", ".", ".."))


def _problem(info: zipfile.ZipInfo) -> ReadError | None:
    if info.flag_bits & _ENCRYPTED_FLAG:
        return ReadError("encrypted-archive")
    if info.file_size > MAX_BYTES:
        return ReadError("too-large", size=-(-info.file_size // 1_000_000), limit=MAX_BYTES // 1_000_000)
    return None
