"""Meetings and their sessions in the office store, each session with count and head of its chain.

Rule: count and head stand here because a chain cannot prove its own end; they follow each batch of lines in a
transaction of their own, so after a crash they may be behind the session's file and never ahead of it.
"""

from collections.abc import Callable
from enum import StrEnum

import msgspec

from console.log_book.database import rows, writing
from console.log_book.session_file import Head
from console.log_book.sqlite_library import Database


class SessionState(StrEnum):
    OPEN = "open"
    CLOSED = "closed"
    SUPERSEDED = "superseded"
    """Never ended, but another session was started after it."""


class SessionRow(msgspec.Struct, frozen=True, kw_only=True):
    """A session as the office store knows it."""

    session: str
    meeting_uid: str
    title: str
    opened_ms: int
    state: SessionState
    lines: int
    head: str

    @property
    def known_head(self) -> Head:
        return Head(self.lines, self.head)


class Salvage(msgspec.Struct, frozen=True, kw_only=True):
    """A damaged session file that was replaced by its readable lines; `known_lines` is what the store knew then."""

    session: str
    wall_ms: int
    kept_lines: int
    known_lines: int
    damaged_file: str


class SessionTable:
    """The sessions of a data folder."""

    def __init__(self, database: Database, wall_ms: Callable[[], int]) -> None:
        self._database = database
        self._wall_ms = wall_ms

    @staticmethod
    def make(database: Database) -> None:
        """Makes the tables."""
        database.conn.execute(
            "CREATE TABLE meetings (meeting_uid TEXT PRIMARY KEY, title TEXT NOT NULL, made_ms INTEGER NOT NULL)"
        )
        database.conn.execute(
            "CREATE TABLE sessions (session TEXT PRIMARY KEY, meeting_uid TEXT NOT NULL, title TEXT NOT NULL,"
            " opened_ms INTEGER NOT NULL, state TEXT NOT NULL, lines INTEGER NOT NULL, head TEXT NOT NULL)"
        )
        database.conn.execute(
            "CREATE TABLE salvages (session TEXT NOT NULL, wall_ms INTEGER NOT NULL, kept_lines INTEGER NOT NULL,"
            " known_lines INTEGER NOT NULL, damaged_file TEXT NOT NULL)"
        )

    def note_opened(self, *, session: str, meeting_uid: str, title: str, head: Head) -> None:
        """Notes that a session is live; every other one that was still open is superseded."""
        now = self._wall_ms()
        with writing(self._database) as connection:
            connection.execute("INSERT OR IGNORE INTO meetings VALUES (?, ?, ?)", (meeting_uid, title, now))
            connection.execute(
                "INSERT OR IGNORE INTO sessions VALUES (?, ?, ?, ?, ?, ?, ?)",
                (session, meeting_uid, title, now, SessionState.OPEN, head.number, head.hash),
            )
            connection.execute(
                "UPDATE sessions SET state = ? WHERE state = ? AND session <> ?",
                (SessionState.SUPERSEDED, SessionState.OPEN, session),
            )

    def note_head(self, session: str, head: Head) -> None:
        """Notes count and head of a session's chain."""
        with writing(self._database) as connection:
            connection.execute(
                "UPDATE sessions SET lines = ?, head = ? WHERE session = ?", (head.number, head.hash, session)
            )

    def note_closed(self, session: str, head: Head) -> None:
        """Notes that a session ended with this count and head."""
        with writing(self._database) as connection:
            connection.execute(
                "UPDATE sessions SET state = ?, lines = ?, head = ? WHERE session = ?",
                (SessionState.CLOSED, head.number, head.hash, session),
            )

    def get(self, session: str) -> SessionRow | None:
        """Returns one session; None when it is not known here."""
        return next(iter(self._rows("WHERE session = ?", session)), None)

    def all(self) -> list[SessionRow]:
        """Returns all sessions, newest first."""
        return self._rows("ORDER BY opened_ms DESC, rowid DESC")

    def open_sessions(self) -> list[SessionRow]:
        """Returns the sessions that never ended, newest first."""
        return self._rows("WHERE state = ? ORDER BY opened_ms DESC, rowid DESC", SessionState.OPEN)

    def note_salvage(self, *, session: str, kept_lines: int, damaged_file: str) -> Salvage:
        """Notes that a damaged file was replaced, before anything is written after its kept lines."""
        known = self.get(session)
        salvage = Salvage(
            session=session,
            wall_ms=self._wall_ms(),
            kept_lines=kept_lines,
            known_lines=known.lines if known else 0,
            damaged_file=damaged_file,
        )
        with writing(self._database) as connection:
            connection.execute(
                "INSERT INTO salvages VALUES (:session, :wall_ms, :kept_lines, :known_lines, :damaged_file)",
                msgspec.to_builtins(salvage),
            )
        return salvage

    def salvages(self, session: str) -> tuple[Salvage, ...]:
        """Returns the salvages of a session, oldest first."""
        found = rows(self._database, "SELECT * FROM salvages WHERE session = ? ORDER BY rowid", [session])
        return tuple(msgspec.convert(row, Salvage) for row in found)

    def _rows(self, where: str, *values: str) -> list[SessionRow]:
        found = rows(self._database, f"SELECT * FROM sessions {where}", values)  # noqa: S608 - our own texts
        return [msgspec.convert(row, SessionRow) for row in found]
