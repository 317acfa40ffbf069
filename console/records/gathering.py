"""Brings together what a session's forms are made of: its log, the office's register, the profile of its day.

Rule: only reads; a log that is damaged gives what can be read of it. Used by the command line and by the window's desk.
"""

from collections.abc import Iterable, Iterator

import msgspec

from console.data_folder import DataFolder
from console.log_book.database import StoreUnusable
from console.log_book.line_summary import read_line_summaries
from console.log_book.office_store import OfficeStore
from console.log_book.session_reading import chain_end, read_session
from console.log_book.session_table import SessionRow
from console.log_book.verification import verify_log
from console.office.form_records import (
    FormConfirmation,
    FormCorrection,
    RecordingHandover,
    Shutdown,
    SiteRating,
)
from console.office.meeting import Meeting
from console.records.gathered import Gathered, OfficeSide, held_of, put_together, read_kept_profile
from console.records.ledger import Held
from console.records.session_facts import facts_of
from console.records.session_form import Chain
from console.records.session_story import tell

DAY_MS = 24 * 3600 * 1000


class NothingLogged(Exception):
    """The session's log holds no line that can be read."""


def office_side(office: OfficeStore, session: str, meeting_uid: str) -> OfficeSide:
    """Returns what the office knows of a session."""
    register = office.register
    confirmations = register.present_versions(FormConfirmation)
    return OfficeSide(
        meeting=register.get(Meeting, meeting_uid),
        corrections=tuple(version for version in register.all_versions(FormCorrection) if _is_of(version.id, session)),
        confirmations=tuple(version for version in confirmations if _is_of(version.id, session)),
        ratings={told.site: told for told in register.present(SiteRating) if told.session == session},
        shutdowns={told.site: told for told in register.present(Shutdown) if told.session == session},
        handover=register.get(RecordingHandover, session),
        lines=office_lines(office, meeting_uid, session),
    )


def _is_of(id_: str, session: str) -> bool:
    return id_.startswith(f"{session}/")


def gather(data: DataFolder, office: OfficeStore, session: str) -> Gathered:
    """Returns what a session's forms are made of; raises `StoreUnusable` or `NothingLogged`."""
    path = data.session_file(session)
    reading = read_session(path)
    if not reading.lines:
        raise NothingLogged(session)
    story = tell(reading)
    count, head = chain_end(path)
    chain = Chain(count=count, head=head, finding=verify_log(path, office).finding.value)
    side = office_side(office, session, story.meeting_uid)
    profile = read_kept_profile(office.profiles.content(story.profile_hash))
    return put_together(story, chain, side, profile, read_line_summaries(path))


# ---------------------------------------------------------------- many sessions


def held_sessions(data: DataFolder, office: OfficeStore, from_ms: int, until_ms: int) -> Iterator[Held]:
    """Yields the sessions that were opened in a period; one whose log cannot be read is left out."""
    meetings = {meeting.id: meeting for meeting in office.register.present(Meeting)}
    for row in office.sessions.all():
        # The row's moment is the writer's, the log's own decides; a day of slack keeps both together.
        if from_ms - DAY_MS <= row.opened_ms < until_ms + DAY_MS:
            try:
                facts = facts_of(tell(read_session(data.session_file(row.session))))
            except (StoreUnusable, ValueError):
                continue
            yield held_of(facts, meetings.get(row.meeting_uid))


def unreadable_sessions(data: DataFolder, rows: Iterable[SessionRow]) -> tuple[str, ...]:
    """Returns those of the sessions whose logs cannot be opened: a report says whom it leaves out."""
    missing: list[str] = []
    for row in rows:
        try:
            chain_end(data.session_file(row.session))
        except StoreUnusable:
            missing.append(row.session)
    return tuple(missing)


# ---------------------------------------------------------------- the register's lines for a package


def office_lines(office: OfficeStore, meeting_uid: str, session: str) -> bytes:
    """Returns what the register holds of a meeting and its session, one JSON object per line and version."""
    lines = office.register.lines_about(meeting_uid, session)
    return b"".join(msgspec.json.encode(line, order="sorted") + b"\n" for line in lines)
