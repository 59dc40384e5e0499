"""The audit store: one SQLite file in which every result is safe as soon as it is made, whatever happens next."""

import hashlib
import json
import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final, NamedTuple

from checker.audit import codec
from checker.audit.discovery import STORE
from checker.audit.rows import Audit, ItemColumn, Past, Row
from checker.audit.worker import Outcome
from checker.errors import CheckerError, UsageError
from checker.results import ReportResult, RulesetInfo
from checker.text import Text

FILE_NAME: Final = STORE
_SCHEMA: Final = 3
# What happened to the machine, not to the file: tried again by the next run.
_PASSING: Final = ("worker-died", "timed-out", "out-of-memory")

_TABLES: Final = """
CREATE TABLE IF NOT EXISTS audits(
  id INTEGER PRIMARY KEY, name TEXT UNIQUE NOT NULL, tool TEXT NOT NULL, ruleset TEXT NOT NULL, items TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS entries(
  audit INTEGER NOT NULL, position INTEGER NOT NULL, path BLOB NOT NULL, archive BLOB, member TEXT NOT NULL,
  digest TEXT NOT NULL, key TEXT NOT NULL, twin INTEGER, PRIMARY KEY(audit, position)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS results(
  key TEXT PRIMARY KEY, organ TEXT, year INTEGER, score INTEGER NOT NULL, error TEXT, internal INTEGER NOT NULL,
  statuses TEXT NOT NULL, accepted INTEGER NOT NULL, confidence REAL NOT NULL, seconds REAL NOT NULL,
  report BLOB NOT NULL
);
CREATE INDEX IF NOT EXISTS results_organ ON results(organ);
CREATE TABLE IF NOT EXISTS sketches(key TEXT PRIMARY KEY, data BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS files(
  path BLOB PRIMARY KEY, size INTEGER NOT NULL, changed INTEGER NOT NULL, digest TEXT NOT NULL
) WITHOUT ROWID;
"""
_ROWS: Final = """
SELECT position, path, archive, member, digest, organ, year, score, error, internal, statuses, accepted,
  confidence, seconds
FROM entries JOIN results USING(key) WHERE audit = ? AND twin IS NULL ORDER BY position
"""


class Entry(NamedTuple):
    """One input of an audit, in its place."""

    path: str
    archive: str | None
    member: str
    digest: str
    """Of the bytes; empty where they are not to be had."""
    key: str
    """What its result is stored under: content, ruleset, tool and options."""
    twin: int | None
    """Position of the first entry with the same content."""


def key_of(digest: str, path: str, ruleset: str, tool: str, options: str) -> str:
    """What a result is stored under. The ending of the name counts: it helps to tell the format."""
    hint = os.path.splitext(path)[1].lower()  # noqa: PTH122 -- the path may lead into an archive
    content = digest or f"unread {path}"
    whole = "\0".join((content, hint, ruleset, tool, options))
    return hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()


class Store:
    """An open store. It is for one thread."""

    def __init__(self, file: Path | None, *, create: bool = True) -> None:
        """The store in `file`; None for one that is gone when it is closed."""
        if file is not None and not create and not file.is_file():
            raise UsageError("no-store", path=file)
        self._file = file
        try:
            self._db = sqlite3.connect("" if file is None else str(file), timeout=30, isolation_level=None)
            self._db.execute("PRAGMA journal_mode = WAL")
            self._db.execute("PRAGMA synchronous = NORMAL")
            version = self._db.execute("PRAGMA user_version").fetchone()[0]
            if version not in (0, _SCHEMA):
                raise UsageError("store-of-other-version", path=file)
            self._db.executescript(f"{_TABLES}PRAGMA user_version = {_SCHEMA};")
        except sqlite3.Error as error:
            raise UsageError("store-unusable", path=file or "") from error

    @property
    def folder(self) -> str | None:
        """Where its file lies; None for a store without one."""
        return None if self._file is None else str(self._file.parent)

    def keeps(self, file: Path) -> bool:
        """Whether it is the store in `file`."""
        return self._file is not None and self._file.resolve() == file.resolve()

    def close(self) -> None:
        """Closes the file; nothing needs to be written any more."""
        self._db.close()

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """One transaction: all of it is kept, or nothing."""
        try:
            self._db.execute("BEGIN IMMEDIATE")
            yield
            self._db.execute("COMMIT")
        except sqlite3.Error as error:
            raise CheckerError("store-failed") from error

    # Planning

    def begin(self, name: str, tool: str, ruleset: RulesetInfo, items: Iterable[ItemColumn]) -> int:
        """The id of the audit `name`, new or again."""
        self._db.execute(
            "INSERT INTO audits(name, tool, ruleset, items) VALUES(?, ?, ?, ?) ON CONFLICT(name) DO UPDATE "
            "SET tool = excluded.tool, ruleset = excluded.ruleset, items = excluded.items",
            (_bare(name), tool, json.dumps(ruleset, ensure_ascii=False), json.dumps([*items], ensure_ascii=False)),
        )
        found: int = self._db.execute("SELECT id FROM audits WHERE name = ?", (_bare(name),)).fetchone()[0]
        return found

    def known_digest(self, path: str, size: int, changed: int) -> str | None:
        """The digest of a file that has kept its size and time of change since it was last read."""
        query = "SELECT digest FROM files WHERE path = ? AND size = ? AND changed = ?"
        found = self._db.execute(query, (_stored(path), size, changed)).fetchone()
        return found[0] if found else None

    def plan(
        self, audit: int, entries: Iterable[Entry], files: Iterable[tuple[str, int, int, str]], *, fresh: bool
    ) -> None:
        """Makes `entries` the inputs of the audit, and remembers the digests of `files`."""
        with self._writing():
            self._db.execute("DELETE FROM entries WHERE audit = ?", (audit,))
            self._db.executemany(
                "INSERT INTO entries VALUES(?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    (audit, n, _stored(e.path), _stored(e.archive), _bare(e.member), e.digest, e.key, e.twin)
                    for n, e in enumerate(entries)
                ),
            )
            self._db.executemany(
                "INSERT OR REPLACE INTO files VALUES(?, ?, ?, ?)", ((_stored(path), *rest) for path, *rest in files)
            )
            if fresh:
                self._db.execute("DELETE FROM results WHERE key IN (SELECT key FROM entries WHERE audit = ?)", (audit,))

    def to_do(self, audit: int, sketched: bytes | None = None) -> list[int]:
        """Positions of the entries that have no result yet, or none worth keeping.

        With `sketched` those too that have no sketches, or none that begin so; what cannot be read has an empty one.
        """
        passing = ", ".join("?" * len(_PASSING))
        query = (
            "SELECT position FROM entries LEFT JOIN results USING(key) LEFT JOIN sketches USING(key) "  # noqa: S608
            f"WHERE audit = ? AND twin IS NULL AND (results.key IS NULL OR digest = '' OR error IN ({passing}) "
            "OR (? AND (data IS NULL OR (data <> x'' AND substr(data, 1, 2) <> ?)))) ORDER BY position"
        )
        values = (audit, *_PASSING, sketched is not None, sketched)
        return [position for (position,) in self._db.execute(query, values)]

    def digests(self, audit: int, positions: Iterable[int]) -> dict[int, str]:
        """The digests that entries were planned with, by position."""
        query = "SELECT digest FROM entries WHERE audit = ? AND position = ?"
        return {at: self._db.execute(query, (audit, at)).fetchone()[0] for at in positions}

    # Results

    def put(self, audit: int, results: Iterable[tuple[int, str, Outcome]]) -> None:
        """Keeps results: (position, key, outcome). When this returns they survive the end of the process."""
        with self._writing():
            for position, key, outcome in results:
                self._db.execute(
                    "INSERT OR REPLACE INTO results VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    (key, _bare(outcome.organ), *outcome[2:5], int(outcome.internal), *outcome[6:-1]),
                )
                if outcome.sketches is not None:
                    self._db.execute("INSERT OR REPLACE INTO sketches VALUES(?, ?)", (key, outcome.sketches))
                # The file may have changed after it was planned.
                self._db.execute(
                    "UPDATE entries SET key = ?, digest = ? WHERE audit = ? AND position = ? AND key <> ?",
                    (key, outcome.digest, audit, position, key),
                )

    def audits(self) -> list[Audit]:
        """All audits, in the order they were first made."""
        query = "SELECT id, name, tool, ruleset, items FROM audits ORDER BY id"
        return [
            Audit(id_, name, tool, _ruleset(ruleset), _columns(items))
            for id_, name, tool, ruleset, items in self._db.execute(query)
        ]

    def rows(self, audit: int) -> Iterator[Row]:
        """What is finished of an audit, in the order of its inputs."""
        return map(_row, self._db.execute(_ROWS, (audit,)))

    def finished(self, audit: int) -> int:
        """How many inputs of an audit have a result."""
        query = "SELECT count(*) FROM entries JOIN results USING(key) WHERE audit = ? AND twin IS NULL"
        count: int = self._db.execute(query, (audit,)).fetchone()[0]
        return count

    def unfinished(self, audit: int) -> int:
        """How many have none yet."""
        query = "SELECT count(*) FROM entries WHERE audit = ? AND twin IS NULL"
        count: int = self._db.execute(query, (audit,)).fetchone()[0]
        return count - self.finished(audit)

    def sketches(self, audit: int) -> Iterator[tuple[int, bytes]]:
        """(position, sketches) of the results of an audit that have some, in the order of its inputs."""
        query = (
            "SELECT position, data FROM entries JOIN sketches USING(key) "
            "WHERE audit = ? AND twin IS NULL AND data <> x'' ORDER BY position"
        )
        yield from self._db.execute(query, (audit,))

    def duplicates(self, audit: int) -> Iterator[tuple[str, str]]:
        """(path, path of the first with the same content) for each input that says nothing new."""
        query = (
            "SELECT e.path, f.path FROM entries e JOIN entries f ON f.audit = e.audit AND f.position = e.twin "
            "WHERE e.audit = ? ORDER BY e.position"
        )
        return ((_loaded(path), _loaded(first)) for path, first in self._db.execute(query, (audit,)))

    def report(self, audit: int, position: int) -> ReportResult:
        """The whole result at a position. Raises UsageError where it is of another version of the tool."""
        query = "SELECT path, report FROM entries JOIN results USING(key) WHERE audit = ? AND position = ?"
        path, data = self._db.execute(query, (audit, position)).fetchone()
        report = codec.decode(data)
        if report is None:
            raise UsageError("result-of-other-version", path=_loaded(path))
        return report._replace(path=_loaded(path))

    def find(self, audit: int, wanted: str) -> list[Row]:
        """Results whose path is `wanted`, or ends with it, or whose organ it is; the closest kind of match only."""
        rows = [*self.rows(audit)]
        for fits in (
            lambda row: row.path == wanted,
            lambda row: row.path.endswith("/" + wanted),
            lambda row: wanted in (row.organ, Path(row.path).stem),
            lambda row: wanted in row.path or wanted in (row.organ or ""),
        ):
            found = [row for row in rows if fits(row)]
            if found:
                return found
        return []

    def history(self, organ: str) -> list[Past]:
        """What the audits say of organs with `organ` in their name, by organ and year; of the same file, the latest."""
        found: dict[tuple[str, str], Past] = {}
        for audit in self.audits():
            for row in self.rows(audit.id):
                if organ in (row.organ or ""):
                    found[row.digest, audit.ruleset.id] = Past(audit, row)
        return sorted(found.values(), key=lambda past: (past.row.organ or "", past.row.year or 0, past.audit.id))


def _row(fields: Any) -> Row:
    row = Row(*fields)
    return row._replace(path=_loaded(row.path), archive=_loaded(row.archive) if row.archive else None)


def _ruleset(stored: str) -> RulesetInfo:
    id_, version, digest, title, *_ = json.loads(stored)
    return RulesetInfo(id_, version, digest, Text(*title))


def _columns(stored: str) -> tuple[ItemColumn, ...]:
    return tuple(ItemColumn(id_, Text(*title), level) for id_, title, level in json.loads(stored))


def _stored(path: str | None) -> str | bytes | None:
    # SQLite cannot hold a file name that is not UTF-8 as text.
    if path is None or path.isascii():
        return path
    raw = os.fsencode(path)
    try:
        raw.decode()
    except UnicodeDecodeError:
        return raw
    return path


def _loaded(path: str | bytes) -> str:
    return os.fsdecode(path) if isinstance(path, bytes) else path


def _bare(text: str | None) -> str | None:
    return None if text is None else text.encode("utf-8", "replace").decode()
