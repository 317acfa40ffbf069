"""Replaces a damaged session file by the lines of it that can still be read, so that the meeting's log goes on.

Rule: the damaged file is kept beside it as it was found, and the office store notes how many lines were known and how
many were kept: a salvage never looks like a whole log.
"""

import shutil
from pathlib import Path

from console.log_book.office_store import OfficeStore, wall_clock_ms
from console.log_book.session_file import SessionFile
from console.log_book.session_reading import SessionReading, read_session
from console.log_book.session_table import Salvage

_COMPANIONS = ("", "-wal", "-shm")


def salvage(path: Path, office: OfficeStore) -> tuple[SessionReading, Salvage]:
    """Puts a fresh file with the readable lines in the place of a damaged one; returns those lines and the note.

    Raises `StoreUnusable` when not even the file's beginning can be read, `sqlite3.Error` or `OSError` from the disk.
    """
    found = read_session(path)
    kept_as = path.with_name(f"{path.stem}.damaged-{wall_clock_ms()}.sqlite3")
    for companion in _COMPANIONS:
        source = path.with_name(path.name + companion)
        if source.exists():
            shutil.copyfile(source, kept_as.with_name(kept_as.name + companion))
    fresh = path.with_name(f"{path.name}.fresh")
    fresh.unlink(missing_ok=True)
    _write(fresh, found)
    note = office.sessions.note_salvage(session=found.session, kept_lines=len(found.lines), damaged_file=kept_as.name)
    # A write-ahead log beside a file it does not belong to would damage that file: it goes first.
    for companion in _COMPANIONS[1:]:
        path.with_name(path.name + companion).unlink(missing_ok=True)
    fresh.replace(path)
    return found, note


def _write(path: Path, found: SessionReading) -> None:
    file = SessionFile.make(path, session=found.session, meeting_uid=found.meeting_uid, title=found.title)
    try:
        file.append(found.lines)
    finally:
        file.settle()
