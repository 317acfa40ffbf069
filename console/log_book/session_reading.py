"""Reads a session's file back, as far as it can be read.

Rule: a damaged file is opened, never refused: its lines are given up to the place where it ends, and that is said.
"""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from console.entries import Line
from console.log_book.chain import LineUnreadable, read_line_text
from console.log_book.database import StoreUnusable, reading
from console.trouble import TroubleKind, trouble


class RawLine(NamedTuple):
    """A row of the chain as it stands in the file, unchecked."""

    number: int
    schema: int
    event: str
    previous: str
    hash: str


_KINDS = (int, int, str, str, str)


class FileEnded(Exception):
    """The file cannot be read further; its text says why."""


@dataclass(frozen=True)
class SessionReading:
    """What could be read: `ended_early` says in one sentence why the lines stop before the file's end, or is None."""

    session: str
    meeting_uid: str
    title: str
    lines: tuple[Line, ...]
    ended_early: str | None = None

    def __iter__(self) -> Iterator[Line]:
        return iter(self.lines)


def read_session(path: Path) -> SessionReading:
    """Returns a session's lines in order; raises `StoreUnusable` when the file is none of ours or wholly unreadable."""
    with reading(path) as connection:
        about = read_about(connection, path)
        lines: list[Line] = []
        why: str | None = None
        try:
            for raw in raw_lines(connection):
                lines.append(read_line_text(raw.event))  # noqa: PERF401 - what was read before an error counts
        except (FileEnded, LineUnreadable) as error:
            why = f"The log can be read up to line {lines[-1].number if lines else 0}, no further: {error}."
    return SessionReading(
        session=about["session"],
        meeting_uid=about.get("meeting_uid", ""),
        title=about.get("title", ""),
        lines=tuple(lines),
        ended_early=why,
    )


def chain_end(path: Path) -> tuple[int, str]:
    """Returns number and hash of a file's last line, (0, "") without one; raises `StoreUnusable`."""
    with reading(path) as connection:
        try:
            row = connection.execute("SELECT number, hash FROM events ORDER BY number DESC LIMIT 1").fetchone()
        except sqlite3.DatabaseError as error:
            raise StoreUnusable(trouble(TroubleKind.NOT_A_SESSION_LOG, path=path, why=error)) from error
    return (0, "") if row is None else (int(row[0]), str(row[1]))


def read_about(connection: sqlite3.Connection, path: Path) -> dict[str, str]:
    """Returns what a session's file says of itself (`session`, `meeting_uid`, `title`); raises `StoreUnusable`."""
    try:
        about = {str(name): str(value) for name, value in connection.execute("SELECT name, value FROM about")}
    except (sqlite3.DatabaseError, ValueError) as error:
        raise StoreUnusable(trouble(TroubleKind.NOT_A_SESSION_LOG, path=path, why=error)) from error
    if "session" not in about:
        raise StoreUnusable(trouble(TroubleKind.NOT_A_SESSION_LOG, path=path, why="session?"))
    return about


def raw_lines(connection: sqlite3.Connection) -> Iterator[RawLine]:
    """Yields the rows of the chain in order; raises `FileEnded` where the file is damaged."""
    try:
        rows = connection.execute("SELECT number, schema, event, previous, hash FROM events ORDER BY number")
        for row in rows:
            values: tuple[object, ...] = row
            if tuple(map(type, values)) != _KINDS:
                raise FileEnded("a row holds what no line is made of")
            yield RawLine(*row)
    except (sqlite3.DatabaseError, ValueError) as error:
        # ValueError: text that is no UTF-8.
        raise FileEnded(str(error)) from error
