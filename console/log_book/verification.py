"""Judges a session's file: is every line as it was written, and are they all there.

Rule: a chain proves its own middle and never its end; what the end is, only the office store (or a printed head) can
say. The verdict claims no more than was compared.
"""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import msgspec

from console.log_book.chain import first_hash, next_hash
from console.log_book.database import reading
from console.log_book.office_store import OfficeStore
from console.log_book.session_file import Head
from console.log_book.session_reading import FileEnded, RawLine, raw_lines, read_about
from console.log_book.session_table import SessionRow, SessionState
from console.log_book.verdict import Finding, Fracture, Verdict

__all__ = ["Finding", "Fracture", "Verdict", "verify_log"]


class _Broken(Exception):
    def __init__(self, number: int, fracture: Fracture, found: int | None = None) -> None:
        super().__init__(f"{fracture} at {number}")
        self.number = number
        self.fracture = fracture
        self.found = found


def verify_log(path: Path, office: OfficeStore | None = None) -> Verdict:
    """Returns the verdict on a session's file; raises `StoreUnusable` when it is not such a file at all."""
    with reading(path) as connection:
        about = read_about(connection, path)
        session = about["session"]
        # Asked before the lines are read: a session that is being written only grows meanwhile.
        known = office.sessions.get(session) if office else None
        verdict = _judged(connection, session, known)
    return msgspec.structs.replace(
        verdict,
        meeting_uid=about.get("meeting_uid", ""),
        title=about.get("title", ""),
        salvages=office.sessions.salvages(session) if office else (),
    )


def _judged(connection: sqlite3.Connection, session: str, known: SessionRow | None) -> Verdict:
    head = Head(0, first_hash(session))
    hash_at_known = head.hash
    broken: _Broken | None = None
    try:
        for head in _checked(connection, session):
            if known and head.number == known.lines:
                hash_at_known = head.hash
    except _Broken as error:
        broken = error
    finding, proven_to = _compared(head, hash_at_known, known)
    return Verdict(
        finding=Finding.BROKEN if broken else finding,
        session=session,
        meeting_uid="",
        title="",
        whole_to=head.number,
        head=head.hash,
        proven_to=min(proven_to, head.number),
        broken_at=broken.number if broken else None,
        fracture=broken.fracture if broken else None,
        found_instead=broken.found if broken else None,
        known_lines=known.lines if known else None,
        ended=known is not None and known.state is SessionState.CLOSED,
    )


def _compared(head: Head, hash_at_known: str, known: SessionRow | None) -> tuple[Finding, int]:
    if known is None:
        return Finding.TAIL_NOT_PROVEN, 0
    if known.lines > head.number:
        return Finding.TAIL_MISSING, 0
    if known.head != hash_at_known:
        return Finding.HEAD_DIFFERS, 0
    if known.lines == head.number:
        return Finding.WHOLE, head.number
    # A crash between a batch and the note of its end leaves such a tail; in a closed session nothing does.
    added = known.state is SessionState.CLOSED
    return Finding.TAIL_ADDED if added else Finding.TAIL_NOT_PROVEN, known.lines


def _checked(connection: sqlite3.Connection, session: str) -> Iterator[Head]:
    """Yields the head after each line that is as it should be; raises `_Broken` at the first that is not."""
    head = Head(0, first_hash(session))
    try:
        for raw in raw_lines(connection):
            head = _next_head(head, raw, session)
            yield head
    except FileEnded as error:
        raise _Broken(head.number + 1, Fracture.UNREADABLE) from error


def _next_head(head: Head, raw: RawLine, session: str) -> Head:
    number = head.number + 1
    if raw.number != number:
        raise _Broken(number, Fracture.MISSING, raw.number)
    if raw.hash != next_hash(raw.previous, raw.event):
        raise _Broken(number, Fracture.CHANGED)
    if raw.previous != head.hash:
        raise _Broken(number, Fracture.NOT_JOINED)
    if _named(raw.event) != (raw.number, raw.schema, session):
        raise _Broken(number, Fracture.MISPLACED)
    return Head(number, raw.hash)


class _Named(msgspec.Struct):
    number: int
    schema: int
    session: str


def _named(event: str) -> tuple[int, int, str] | None:
    try:
        named = msgspec.json.decode(event, type=_Named)
    except (msgspec.DecodeError, RecursionError):
        return None
    return named.number, named.schema, named.session
