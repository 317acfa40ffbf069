"""Copies a session's file as it stands at one moment, and reads such a copy that came from somebody else.

Rule: the copy is made by SQLite's backup, so that it is whole although the meeting goes on writing, and the writer is
never held up. A file from outside is read without trust: no view or trigger of its own runs, and its work is counted.
Sources: sqlite.org/backup.html, sqlite.org/security.html.
"""

import contextlib
import sqlite3
from collections.abc import Generator, Iterator
from pathlib import Path
from urllib.parse import quote

from console.log_book.database import StoreUnusable, reading, storage_trouble
from console.log_book.session_file import SAMPLE_TABLES
from console.log_book.session_reading import FileEnded, RawLine, raw_lines, read_about
from console.trouble import Trouble

STEPS_PER_LOOK = 10_000
MOST_LOOKS_PER_ROW = 100
"""A row of a real table takes about twenty steps of SQLite's machine; a forged one may never come."""
LARGEST_VALUE = 8 * 1024**2


class SnapshotFailed(Exception):
    """The copy cannot be made; `trouble` says why."""

    def __init__(self, why: Trouble) -> None:
        super().__init__(str(why))
        self.trouble = why


def copy_session(source: Path, target: Path, *, with_samples: bool) -> None:
    """Copies a session's file to a new plain file, also while it is written.

    Without samples the measurements beside the chain are left out. Raises `StoreUnusable` for a source that is no
    session's file, `SnapshotFailed` when the disk refuses.
    """
    with reading(source) as connection:
        read_about(connection, source)
        try:
            _copy(connection, target, with_samples=with_samples)
        except (sqlite3.Error, OSError) as error:
            raise SnapshotFailed(storage_trouble(error)) from error


def _copy(connection: sqlite3.Connection, target: Path, *, with_samples: bool) -> None:
    copy = sqlite3.connect(target, isolation_level=None)
    try:
        # All pages in one step: a read transaction, which in WAL mode holds nobody up.
        connection.backup(copy, pages=-1)
        # A file in WAL mode wants companions beside it, which a stick that cannot be written would refuse.
        copy.execute("PRAGMA journal_mode=DELETE").fetchall()
        if not with_samples:
            for table in SAMPLE_TABLES:
                if copy.execute("SELECT 1 FROM sqlite_master WHERE name = ?", (table,)).fetchone():
                    copy.execute(f"DELETE FROM {table}")  # noqa: S608 - our own names
            copy.execute("VACUUM")
    finally:
        copy.close()


@contextlib.contextmanager
def foreign_session(path: Path) -> Generator[Iterator[RawLine]]:
    """Opens a session's file from outside and gives its chain's rows, unchecked.

    Whoever iterates meets `FileEnded` where it is damaged or does more work than a table can. Raises `StoreUnusable`
    when it is no session's file.
    """
    try:
        connection = sqlite3.connect(f"file:{quote(str(path.resolve()))}?mode=ro&immutable=1", uri=True)
    except sqlite3.Error as error:
        raise StoreUnusable(storage_trouble(error)) from error
    try:
        looks = _Looks()
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LARGEST_VALUE)
        connection.set_progress_handler(looks.count, STEPS_PER_LOOK)
        _distrust(connection, path)
        yield _rows(connection, looks)
    finally:
        connection.close()


def _distrust(connection: sqlite3.Connection, path: Path) -> None:
    try:
        for pragma in ("trusted_schema=OFF", "cell_size_check=ON", "mmap_size=0", "query_only=ON"):
            connection.execute(f"PRAGMA {pragma}")
        kinds = dict(connection.execute("SELECT name, type FROM sqlite_master WHERE name IN ('about', 'events')"))
    except sqlite3.Error as error:
        raise StoreUnusable(storage_trouble(error)) from error
    if kinds != {"about": "table", "events": "table"}:
        raise StoreUnusable(f"{path} is not a session's log.")
    read_about(connection, path)


class _Looks:
    """Counts how often SQLite has worked `STEPS_PER_LOOK` steps since the last row."""

    def __init__(self) -> None:
        self.since_row = 0

    def count(self) -> bool:
        self.since_row += 1
        return self.since_row > MOST_LOOKS_PER_ROW


def _rows(connection: sqlite3.Connection, looks: _Looks) -> Iterator[RawLine]:
    try:
        for raw in raw_lines(connection):
            looks.since_row = 0
            yield raw
    except (sqlite3.Error, OverflowError) as error:
        raise FileEnded(str(error)) from error
