"""How SQLite files are opened, brought to the present schema and written.

Rule: every write stands in one explicit transaction. WAL with `synchronous=FULL` makes a commit durable before it
returns; `NORMAL` is for what may be lost in a power cut. See sqlite.org/pragma.html and sqlite.org/wal.html.
"""

import contextlib
import errno
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Generator, Iterable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Any, cast
from urllib.parse import quote

from console.log_book.sqlite_library import Database
from console.trouble import Told, Trouble, TroubleKind, trouble

Migration = Callable[[Database], None]
BUSY_SECONDS = 2.0
"""How long a writer waits for another process; a transaction here takes milliseconds."""

WAL_PAGES = 250
"""Pages (of 4 kB) that a write-ahead log collects before they go into the file itself: what its damage can cost."""

STORE_ERRORS = (sqlite3.Error, OSError)
"""What reading or writing a store raises when the disk or another process stands in the way."""

_CORRUPT = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}


class Synchronous(StrEnum):
    FULL = "FULL"
    NORMAL = "NORMAL"


class StoreUnusable(Told):
    """A file cannot be opened as one of ours; its text is one sentence."""


def open_store(
    path: Path, migrations: Sequence[Migration], synchronous: Synchronous, busy_seconds: float = BUSY_SECONDS
) -> Database:
    """Returns a store opened for writing, made or migrated as needed; `migrations[n]` leads to version n + 1.

    Raises `StoreUnusable` for a file of a newer program, and `sqlite3.Error` or `OSError` when the disk refuses.
    """
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    connection = sqlite3.connect(path, timeout=busy_seconds, isolation_level=None)
    try:
        path.chmod(0o600)
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute(f"PRAGMA wal_autocheckpoint={WAL_PAGES}")
        set_synchronous(connection, synchronous)
        database = Database(connection)
        _migrate(database, path, migrations)
    except BaseException:
        connection.close()
        raise
    return database


def set_synchronous(connection: sqlite3.Connection, synchronous: Synchronous) -> None:
    """Sets what a commit waits for from now on; not inside a transaction."""
    connection.execute(f"PRAGMA synchronous={synchronous.value}")


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _migrate(database: Database, path: Path, migrations: Sequence[Migration]) -> None:
    if _version(database.conn) == len(migrations):
        return
    with writing(database):
        version = _version(database.conn)  # another process may have been faster
        if version > len(migrations):
            raise StoreUnusable(trouble(TroubleKind.STORE_OF_NEWER_PROGRAM, path=path))
        for number, migration in enumerate(migrations[version:], start=version + 1):
            migration(database)
            database.conn.execute(f"PRAGMA user_version={number}")


@contextlib.contextmanager
def writing(database: Database) -> Generator[sqlite3.Connection]:
    """Holds one write transaction: all of it is committed at the end, or nothing."""
    connection = database.conn
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield connection
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def rows(database: Database, sql: str, values: Sequence[str | int] = ()) -> list[dict[str, Any]]:
    """Returns the rows of a question as mappings from column to value."""
    found = cast("Iterable[dict[str, Any]]", database.query(sql, values))  # pyright: ignore[reportUnknownMemberType]
    return list(found)


@contextlib.contextmanager
def reading(path: Path) -> Generator[sqlite3.Connection]:
    """Opens a file without changing it, also on a medium that cannot be written; raises `StoreUnusable`."""
    if not path.is_file():
        raise StoreUnusable(trouble(TroubleKind.FILE_MISSING, path=path))
    with contextlib.ExitStack() as cleanup:
        try:
            connection = _read_only(path)
        except sqlite3.OperationalError:
            # The write-ahead log needs an index file beside it; where none can be made, a copy is read.
            folder = Path(cleanup.enter_context(tempfile.TemporaryDirectory(prefix="diem-cau-")))
            connection = _read_copy(path, folder)
        except sqlite3.DatabaseError as error:
            raise StoreUnusable(trouble(TroubleKind.NOT_A_FILE_OF_OURS, path=path, why=error)) from error
        cleanup.callback(connection.close)
        yield connection


def _read_only(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(f"file:{quote(str(path.resolve()))}?mode=ro", uri=True, timeout=BUSY_SECONDS)
    try:
        # Without this SQLite opens no file that is shorter than its header says; nothing can be written here anyway.
        connection.execute("PRAGMA writable_schema=ON")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except BaseException:
        connection.close()
        raise
    return connection


def _read_copy(path: Path, folder: Path) -> sqlite3.Connection:
    try:
        for suffix in ("", "-wal"):
            source = path.with_name(path.name + suffix)
            if source.exists():
                shutil.copyfile(source, folder / ("copy.sqlite3" + suffix))
        return _read_only(folder / "copy.sqlite3")
    except (OSError, sqlite3.Error) as error:
        raise StoreUnusable(trouble(TroubleKind.FILE_UNREADABLE, path=path, why=error)) from error


def storage_trouble(error: Exception) -> Trouble:
    """Returns what the disk refused."""
    if isinstance(error, StoreUnusable) and error.trouble is not None:
        return error.trouble
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    number = getattr(error, "errno", None)
    if code == sqlite3.SQLITE_FULL or number == errno.ENOSPC:
        return trouble(TroubleKind.DISK_FULL)
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM) or number in (errno.EROFS, errno.EACCES, errno.EPERM):
        return trouble(TroubleKind.DISK_READ_ONLY)
    if code == sqlite3.SQLITE_CANTOPEN:
        return trouble(TroubleKind.DISK_FILE_CLOSED)
    return trouble(TroubleKind.DISK_REFUSED, why=error)


def is_corrupt(error: sqlite3.Error) -> bool:
    """Tells whether an error means a damaged file rather than a full or locked disk."""
    code = getattr(error, "sqlite_errorcode", None)
    return isinstance(code, int) and (code & 0xFF) in _CORRUPT
