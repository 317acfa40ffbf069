"""The session that is being written: its file, and what the office store has still to be told about it.

Rule: the file never waits for the office store. Notes to the store follow the lines in order; one that could not be
written stays due, and of several heads of one session only the newest counts.
"""

import sqlite3
from collections.abc import Sequence
from typing import NamedTuple

from console.data_folder import DataFolder
from console.effects import OpenSessionLog, WriteSamples
from console.entries import Line
from console.log_book.database import Synchronous, is_corrupt
from console.log_book.office_store import OfficeStore
from console.log_book.salvage import salvage
from console.log_book.session_file import Head, LineRefused, SessionFile

OFFICE_BUSY_SECONDS = 0.5
"""The writer's patience with another process in the office store; the note is tried again later."""


class _Opened(NamedTuple):
    session: str
    meeting_uid: str
    title: str
    head: Head


class _Headed(NamedTuple):
    session: str
    head: Head


class _Closed(NamedTuple):
    session: str
    head: Head


class LiveSession:
    """At most one open session file of a data folder; used by the writer's thread."""

    def __init__(self, data: DataFolder) -> None:
        self._data = data
        self._file: SessionFile | None = None
        self._office: OfficeStore | None = None
        self._notes: list[_Opened | _Headed | _Closed] = []

    def make(self, effect: OpenSessionLog) -> None:
        """Makes the file of a new session."""
        self._put_away()
        path = self._data.session_file(effect.session)
        self._use(SessionFile.make(path, session=effect.session, meeting_uid=effect.meeting_uid, title=effect.title))

    def write(self, lines: Sequence[Line]) -> list[LineRefused]:
        """Writes lines durably and returns those that can never be written; raises what the disk says.

        A file that turns out to be damaged is salvaged, once.
        """
        try:
            return self._write(lines)
        except sqlite3.DatabaseError as error:
            if not is_corrupt(error):
                raise
            self._put_away()
            salvage(self._data.session_file(lines[0].session), self._open_office())
            return self._write(lines)

    def _write(self, lines: Sequence[Line]) -> list[LineRefused]:
        refused: list[LineRefused] = []
        left = list(lines)
        while left:
            file = self._file_of(left[0])
            try:
                file.append(left)
            except LineRefused as error:
                refused.append(error)
                left = [line for line in left if line is not error.line]
            else:
                self._note_head(file)
                break
        return refused

    def add_samples(self, effect: WriteSamples) -> None:
        """Writes samples of the open session; without one they belong to nothing and are let go."""
        if self._file is None:
            return
        self._file.add_samples(effect.rows)
        if effect.points:
            self._file.add_points(effect.points, effect.points_wall_ms)

    def end(self, session: str) -> None:
        """Closes an ended session's file for good."""
        if self._file is None or self._file.session != session:
            return
        file, self._file = self._file, None
        file.settle()
        self._notes.append(_Closed(session, file.head))

    @property
    def notes_due(self) -> bool:
        """Whether the office store has still to be told something."""
        return bool(self._notes)

    def tell_office(self) -> None:
        """Tells the office store what is due; raises what its disk says."""
        while self._notes:
            sessions = self._open_office().sessions
            match self._notes[0]:
                case _Opened() as opened:
                    sessions.note_opened(**opened._asdict())
                case _Headed(session, head):
                    sessions.note_head(session, head)
                case _Closed(session, head):
                    sessions.note_closed(session, head)
            del self._notes[0]

    def close(self) -> None:
        """Closes what is open; the session itself may go on later."""
        self._put_away()
        if self._office is not None:
            self._office.close()
            self._office = None

    def _open_office(self) -> OfficeStore:
        if self._office is None:
            self._office = OfficeStore(
                self._data.office_file, synchronous=Synchronous.NORMAL, busy_seconds=OFFICE_BUSY_SECONDS
            )
        return self._office

    def _file_of(self, line: Line) -> SessionFile:
        if self._file is None or self._file.session != line.session:
            self._put_away()
            path = self._data.session_file(line.session)
            self._use(SessionFile.make(path, session=line.session, meeting_uid=line.meeting_uid, title=""))
        assert self._file is not None
        return self._file

    def _use(self, file: SessionFile) -> None:
        self._file = file
        self._notes.append(_Opened(file.session, file.meeting_uid, file.title, file.head))
        self._note_head(file)

    def _note_head(self, file: SessionFile) -> None:
        note = _Headed(file.session, file.head)
        if self._notes and isinstance(self._notes[-1], _Headed) and self._notes[-1].session == note.session:
            self._notes[-1] = note
        else:
            self._notes.append(note)

    def _put_away(self) -> None:
        if self._file is not None:
            self._file.close()
            self._file = None
