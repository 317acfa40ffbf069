"""Brings together what a session's forms are made of: its log, the office's register, the profile of its day.

Rule: only reads; a log that is damaged gives what can be read of it. Used by the command line and by the window's desk.
"""

from collections.abc import Iterable, Iterator, Mapping

import msgspec

from console.data_folder import DataFolder
from console.log_book.database import StoreUnusable
from console.log_book.office_store import OfficeStore
from console.log_book.session_reading import chain_end, read_session
from console.log_book.session_table import SessionRow
from console.office.form_records import (
    FormConfirmation,
    FormCorrection,
    FormName,
    RecordingHandover,
    Shutdown,
    SiteRating,
)
from console.office.meeting import Meeting
from console.records.ledger import Held
from console.records.moments import Fact
from console.records.session_facts import SessionFacts, facts_of
from console.records.session_form import Chain, FormHead, SessionForm, confirmed, corrected, fill, head_of
from console.records.session_story import tell
from console.regulation.profile import BadProfile, ProfileInForce, read_profile
from console.words import SiteId


class Gathered(Fact, kw_only=True):
    """All that a session's forms are made of."""

    facts: SessionFacts
    chain: Chain
    head: FormHead
    form: SessionForm
    profile: ProfileInForce | None
    """Of the session's day; None when the office no longer has it."""
    meeting: Meeting | None
    ratings: Mapping[SiteId, SiteRating]
    shutdowns: Mapping[SiteId, Shutdown]
    handover: RecordingHandover | None


class NothingLogged(Exception):
    """The session's log holds no line that can be read."""


def gather(data: DataFolder, office: OfficeStore, session: str) -> Gathered:
    """Returns what a session's forms are made of; raises `StoreUnusable` or `NothingLogged`."""
    path = data.session_file(session)
    reading = read_session(path)
    if not reading.lines:
        raise NothingLogged(session)
    facts = facts_of(tell(reading))
    count, head_hash = chain_end(path)
    profile = profile_of_day(office, facts.story.profile_hash)
    meeting = office.register.get(Meeting, facts.story.meeting_uid)
    head = head_of(meeting, _place(profile))
    chain = Chain(count=count, head=head_hash)
    return Gathered(
        facts=facts,
        chain=chain,
        head=head,
        form=_form(office, fill(facts, chain, head)),
        profile=profile,
        meeting=meeting,
        ratings={told.site: told for told in office.register.present(SiteRating) if told.session == session},
        shutdowns={told.site: told for told in office.register.present(Shutdown) if told.session == session},
        handover=office.register.get(RecordingHandover, session),
    )


def _form(office: OfficeStore, filled: SessionForm) -> SessionForm:
    form = corrected(filled, office.register.all_versions(FormCorrection))
    confirmations = office.register.present_versions(FormConfirmation)
    told = (
        version for version in confirmations if version.content is not None and version.content.form is FormName.SESSION
    )
    return confirmed(form, told)


def profile_of_day(office: OfficeStore, profile_hash: str) -> ProfileInForce | None:
    """Returns the profile under which a session was held; None when it is not kept or of a form unknown here."""
    content = office.profiles.content(profile_hash)
    if content is None:
        return None
    try:
        return read_profile(content.encode(), "")
    except BadProfile:
        return None


def _place(profile: ProfileInForce | None) -> str:
    return "" if profile is None else profile.regulation.organisation.province_name or ""


# ---------------------------------------------------------------- many sessions


def held_sessions(data: DataFolder, office: OfficeStore, from_ms: int, until_ms: int) -> Iterator[Held]:
    """Yields the sessions that were opened in a period; one whose log cannot be read is left out."""
    meetings = {meeting.id: meeting for meeting in office.register.present(Meeting)}
    for row in office.sessions.all():
        if from_ms <= row.opened_ms < until_ms:
            try:
                facts = facts_of(tell(read_session(data.session_file(row.session))))
            except (StoreUnusable, ValueError):
                continue
            yield _held(facts, meetings.get(row.meeting_uid))


def unreadable_sessions(data: DataFolder, rows: Iterable[SessionRow]) -> tuple[str, ...]:
    """Returns those of the sessions whose logs cannot be opened: a report says whom it leaves out."""
    missing: list[str] = []
    for row in rows:
        try:
            chain_end(data.session_file(row.session))
        except StoreUnusable:
            missing.append(row.session)
    return tuple(missing)


def _held(facts: SessionFacts, meeting: Meeting | None) -> Held:
    if meeting is None:
        return Held(facts=facts)
    counts = [meeting.attendee_count, *(site.attendee_count for site in meeting.sites)]
    known = [count for count in counts if count is not None]
    return Held(
        facts=facts, host_unit=meeting.host_unit, subject=meeting.subject, attendees=sum(known) if known else None
    )


# ---------------------------------------------------------------- the register's lines for a package


def office_lines(office: OfficeStore, meeting_uid: str, session: str) -> bytes:
    """Returns what the register holds of a meeting and its session, one JSON object per line and version."""
    lines = office.register.lines_about(meeting_uid, session)
    return b"".join(msgspec.json.encode(line, order="sorted") + b"\n" for line in lines)
