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
from console.office.record import Version
from console.records.ledger import Held
from console.records.moments import Fact
from console.records.session_facts import SessionFacts, facts_of
from console.records.session_form import Chain, FormHead, SessionForm, confirmed, corrected, fill, head_of
from console.records.session_story import SessionStory, tell
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


class OfficeSide(Fact, kw_only=True):
    """What the office knows of a session beside its log; every version of what was corrected."""

    meeting: Meeting | None = None
    corrections: tuple[Version[FormCorrection], ...] = ()
    confirmations: tuple[Version[FormConfirmation], ...] = ()
    ratings: Mapping[SiteId, SiteRating] = {}
    shutdowns: Mapping[SiteId, Shutdown] = {}
    handover: RecordingHandover | None = None
    lines: bytes = b""
    """The register's lines of the meeting and the session, one JSON object each."""


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
    side = office_side(office, session, story.meeting_uid)
    profile = read_kept_profile(office.profiles.content(story.profile_hash))
    return put_together(story, Chain(count=count, head=head), side, profile)


def put_together(story: SessionStory, chain: Chain, side: OfficeSide, profile: ProfileInForce | None) -> Gathered:
    """Returns what a session's forms are made of."""
    facts, head = facts_of(story), head_of(side.meeting, _place(profile))
    form = corrected(fill(facts, chain, head), side.corrections)
    told = (version for version in side.confirmations if _confirms_the_log(version))
    return Gathered(
        facts=facts,
        chain=chain,
        head=head,
        form=confirmed(form, told),
        profile=profile,
        meeting=side.meeting,
        ratings=side.ratings,
        shutdowns=side.shutdowns,
        handover=side.handover,
    )


def _confirms_the_log(version: Version[FormConfirmation]) -> bool:
    return version.content is not None and version.content.form is FormName.SESSION


def read_kept_profile(content: str | None) -> ProfileInForce | None:
    """Returns the profile under which a session was held; None when it is not kept or of a form unknown here."""
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
