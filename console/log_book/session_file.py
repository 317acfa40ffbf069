"""One session's file, opened for writing: chained lines, and samples beside the chain.

Rule: lines are only ever added, in order of number, and are durable when `append` returns. Triggers refuse any change
to a written line; the chain shows whoever went around them.
"""

import contextlib
import sqlite3
from collections.abc import Generator, Sequence
from pathlib import Path
from typing import NamedTuple, Self

from console.canonical_json import NotCanonical
from console.entries import Line
from console.lines.line_history import LinePoint
from console.log_book import line_points
from console.log_book.chain import first_hash, line_text, next_hash
from console.log_book.database import StoreUnusable, Synchronous, open_store, reading, set_synchronous, writing
from console.log_book.sqlite_library import Database
from console.trouble import TroubleKind, trouble
from console.words import SiteId


class LineRefused(Exception):
    """A line that can never be written (a fault of the program, not of the disk)."""

    def __init__(self, line: Line, why: str) -> None:
        super().__init__(f"Line {line.number} cannot be written: {why}")
        self.line = line


class Head(NamedTuple):
    """Where a chain stands: the number of its last line (0: none) and its hash."""

    number: int
    hash: str


def _tables(database: Database) -> None:
    database.conn.execute("CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL)")
    database.conn.execute(
        "CREATE TABLE events (number INTEGER PRIMARY KEY, schema INTEGER NOT NULL, event TEXT NOT NULL,"
        " previous TEXT NOT NULL, hash TEXT NOT NULL)"
    )
    database.conn.execute("CREATE TABLE samples (wall_ms INTEGER NOT NULL, site TEXT NOT NULL, sample TEXT NOT NULL)")
    database.conn.execute("CREATE INDEX samples_by_time ON samples (wall_ms)")


def _guards(database: Database) -> None:
    for table in ("events", "about"):
        for act in ("UPDATE", "DELETE"):
            database.conn.execute(
                f"CREATE TRIGGER {table}_no_{act.lower()} BEFORE {act} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, 'the log is only added to'); END"
            )
    # INSERT OR REPLACE would take a line away without asking the trigger above.
    database.conn.execute(
        "CREATE TRIGGER events_at_end BEFORE INSERT ON events "
        "WHEN NEW.number <= (SELECT coalesce(max(number), 0) FROM events) "
        "BEGIN SELECT RAISE(ABORT, 'the log is only added to at its end'); END"
    )


def _bring_home(database: Database) -> None:
    """Moves what is written into the file itself, as far as nobody who reads is in the way."""
    database.conn.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()


def _place(path: Path) -> tuple[int, int] | None:
    """Returns which file of which disk stands under a name, None: none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


MIGRATIONS = (_tables, _guards, line_points.make_tables)

SAMPLE_TABLES = ("samples", "sample_batches", "line_points")
"""What is beside the chain and may be pruned; `samples` is filled in files of earlier versions only."""


class SessionFile:
    """A session's file with the head of its chain; used by one thread."""

    def __init__(self, database: Database, path: Path) -> None:
        self._database = database
        self._places: dict[SiteId, int] | None = None
        about = {str(name): str(value) for name, value in database.conn.execute("SELECT name, value FROM about")}
        if "session" not in about:
            raise StoreUnusable(trouble(TroubleKind.NOT_A_SESSION_LOG, path=path, why="session?"))
        self.path = path
        self._place = _place(path)
        self.session = about["session"]
        self.meeting_uid = about.get("meeting_uid", "")
        self.title = about.get("title", "")
        last = database.conn.execute("SELECT number, hash FROM events ORDER BY number DESC LIMIT 1").fetchone()
        self.head = Head(int(last[0]), str(last[1])) if last else Head(0, first_hash(self.session))

    @classmethod
    def make(cls, path: Path, *, session: str, meeting_uid: str, title: str) -> Self:
        """Makes the file, or opens it when a crash came between its making and its first line."""
        database = open_store(path, MIGRATIONS, Synchronous.FULL)
        try:
            with writing(database) as connection:
                connection.executemany(
                    "INSERT OR IGNORE INTO about VALUES (?, ?)",
                    [("session", session), ("meeting_uid", meeting_uid), ("title", title)],
                )
            # The file itself says from the beginning whose it is, whatever happens to its write-ahead log.
            _bring_home(database)
            return cls(database, path)
        except BaseException:
            database.close()
            raise

    @classmethod
    def open(cls, path: Path) -> Self:
        """Opens an existing file to go on writing; raises `StoreUnusable` or `sqlite3.Error`."""
        if not path.is_file():
            raise StoreUnusable(trouble(TroubleKind.FILE_MISSING, path=path))
        database = open_store(path, MIGRATIONS, Synchronous.FULL)
        try:
            return cls(database, path)
        except BaseException:
            database.close()
            raise

    def append(self, lines: Sequence[Line]) -> None:
        """Writes lines durably in one transaction; raises `LineRefused` before it, or `sqlite3.Error` without it.

        A gap before a line is written as it is: lines that were lost in memory stay visible in the file. Raises
        `StoreUnusable` where the file is not in its place any more: an open file goes with a folder that was moved away
        or a disk that was pulled out, and what is written there nobody finds again.
        """
        if _place(self.path) != self._place:
            raise StoreUnusable(trouble(TroubleKind.FILE_MISSING, path=self.path))
        rows, head = self._rows(lines)
        with writing(self._database) as connection:
            connection.executemany("INSERT INTO events VALUES (?, ?, ?, ?, ?)", rows)
        begins, self.head = self.head.number == 0, head
        if begins:
            # That a session runs, and which, outlives its write-ahead log: without its first line there is none.
            _bring_home(self._database)

    def _rows(self, lines: Sequence[Line]) -> tuple[list[tuple[int, int, str, str, str]], Head]:
        head, rows = self.head, list[tuple[int, int, str, str, str]]()
        for line in lines:
            if line.session != self.session:
                raise LineRefused(line, f"it belongs to session {line.session}.")
            if line.number <= head.number:
                raise LineRefused(line, f"the log already stands at {head.number}.")
            try:
                text = line_text(line)
            except NotCanonical as error:
                raise LineRefused(line, str(error)) from error
            after = next_hash(head.hash, text)
            rows.append((line.number, line.schema, text, head.hash, after))
            head = Head(line.number, after)
        return rows, head

    def add_samples(self, rows: Sequence[tuple[SiteId, int, str]]) -> None:
        """Writes the samples of one moment; the newest seconds of them may be lost in a power cut."""
        if not rows:
            return
        with self._lightly() as connection:
            batch = (rows[0][1], line_points.packed_samples(rows))
            connection.execute("INSERT INTO sample_batches VALUES (?, ?)", batch)

    def add_points(self, points: Sequence[LinePoint], wall_ms: int) -> None:
        """Writes one moment of the lines' history; the newest may be lost in a power cut."""
        with self._lightly() as connection:
            if self._places is None:
                self._places = line_points.read_places(connection)
            try:
                line_points.add_points(connection, self._places, points, wall_ms)
            except sqlite3.Error:
                self._places = None  # the transaction takes new places back
                raise

    @contextlib.contextmanager
    def _lightly(self) -> Generator[sqlite3.Connection]:
        set_synchronous(self._database.conn, Synchronous.NORMAL)
        try:
            with writing(self._database) as connection:
                yield connection
        finally:
            set_synchronous(self._database.conn, Synchronous.FULL)

    @staticmethod
    def holds_samples(path: Path) -> bool:
        """Tells whether a file has samples, without writing to it; raises `StoreUnusable` or `sqlite3.Error`."""
        with reading(path) as connection:
            there = {str(name) for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
            tables = [table for table in SAMPLE_TABLES if table in there]
            found = (connection.execute(f"SELECT 1 FROM {table} LIMIT 1").fetchone() for table in tables)  # noqa: S608 - our own names
            return any(row is not None for row in found)

    def prune_samples(self) -> int:
        """Takes samples and history away and gives their space back to the disk; returns how many rows there were."""
        with writing(self._database) as connection:
            pruned = sum(connection.execute(f"DELETE FROM {table}").rowcount for table in SAMPLE_TABLES)  # noqa: S608 - our own names
        self._database.conn.execute("VACUUM")
        return pruned

    def close(self) -> None:
        """Closes the file as it is."""
        self._database.close()

    def settle(self) -> None:
        """Closes an ended session's file as one plain file that can be carried away and read anywhere."""
        connection = self._database.conn
        try:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            connection.execute("PRAGMA journal_mode=DELETE").fetchall()
        except sqlite3.OperationalError:
            pass  # somebody reads it at this moment: the file stays as good, with its companion beside it
        finally:
            self._database.close()
