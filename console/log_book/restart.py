"""Finds the session that was running when the bridge ended, so that it goes on.

Rule: a session is live until its file says that it ended; the office store only helps to find the file. A damaged
file is salvaged first, so that the lines that follow have a sound place.
"""

import logging
import sqlite3
from pathlib import Path
from typing import NamedTuple

from console.data_folder import DataFolder
from console.entries import Line, SessionEnded
from console.log_book.database import StoreUnusable, storage_trouble
from console.log_book.office_store import OfficeStore
from console.log_book.salvage import salvage
from console.log_book.session_file import Head
from console.log_book.session_reading import SessionReading, read_session
from console.log_book.session_table import Salvage
from console.log_book.verification import Finding, verify_log

_log = logging.getLogger(__name__)


class LiveLog(NamedTuple):
    """The session to go on with; `trouble` says in one sentence what is wrong with its file, or is None."""

    session: str
    lines: tuple[Line, ...]
    trouble: str | None = None
    salvaged: Salvage | None = None


def open_session_for_restart(data: DataFolder) -> LiveLog | None:
    """Returns the session that never ended, with its lines; None when there is none.

    Raises `StoreUnusable` when the office store cannot be opened.
    """
    with OfficeStore(data.office_file) as office:
        for session in _candidates(data, office):
            found = _live(data.session_file(session), office)
            if found is not None:
                return found
    return None


def _candidates(data: DataFolder, office: OfficeStore) -> list[str]:
    """Returns the sessions that may be live: those open in the store, then files that the store does not know."""
    known = {row.session for row in office.sessions.all()}
    strays = sorted(
        (path for path in data.sessions.glob("*.sqlite3") if path.stem not in known and ".damaged-" not in path.name),
        key=lambda path: path.stat().st_mtime,
        reverse=True,
    )
    return [row.session for row in office.sessions.open_sessions()] + [path.stem for path in strays]


def _live(path: Path, office: OfficeStore) -> LiveLog | None:
    try:
        found = read_session(path)
    except StoreUnusable as error:
        _log.error("The log of a session that did not end cannot be read: %s", error)
        return None
    if not found.lines or found.session != path.stem:
        row = office.sessions.get(path.stem)
        if row is not None and row.lines:
            _log.error("Of a session that did not end %d lines were known and none is left: %s", row.lines, path)
        return None
    if isinstance(found.lines[-1].entry, SessionEnded):
        _note_ended(path, found, office)
        return None
    if found.ended_early is not None:
        return _salvaged(path, found, office)
    return LiveLog(found.session, found.lines, _trouble(path, office))


def _trouble(path: Path, office: OfficeStore) -> str | None:
    verdict = verify_log(path, office)
    if verdict.good:
        return None
    if verdict.finding is Finding.BROKEN:
        return f"The log of the running session is broken at line {verdict.broken_at}; main.py verify-log says more."
    return "The log of the running session does not end where it was last seen; main.py verify-log says more."


def _salvaged(path: Path, found: SessionReading, office: OfficeStore) -> LiveLog:
    try:
        kept, note = salvage(path, office)
    except (sqlite3.Error, OSError) as error:
        return LiveLog(found.session, found.lines, f"{found.ended_early} {storage_trouble(error)}")
    return LiveLog(kept.session, kept.lines, kept.ended_early, note)


def _note_ended(path: Path, found: SessionReading, office: OfficeStore) -> None:
    """Tells the store what a crash kept from it: the session ended."""
    verdict = verify_log(path)
    row = office.sessions.get(found.session)
    if row is not None and verdict.good and row.lines <= verdict.whole_to:
        office.sessions.note_closed(found.session, Head(verdict.whole_to, verdict.head))
