"""What a session's forms are made of, brought together: its log, the office's records, the profile of its day.

Rule: pure; whoever reads files and stores hands in what they hold.
"""

from collections.abc import Mapping

from console.lines.line_quality import LineSummary
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
from console.records.form_corrections import confirmed, corrected
from console.records.ledger import Held
from console.records.moments import Fact
from console.records.session_facts import SessionFacts, facts_of
from console.records.session_form import Chain, FormHead, SessionForm, fill, head_of
from console.records.session_story import SessionStory
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
    lines: Mapping[SiteId, LineSummary] = {}
    """What was measured of the lines; empty when the measurements are not kept any more."""


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


def put_together(
    story: SessionStory,
    chain: Chain,
    side: OfficeSide,
    profile: ProfileInForce | None,
    lines: Mapping[SiteId, LineSummary] | None = None,
) -> Gathered:
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
        lines=lines or {},
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


def held_of(facts: SessionFacts, meeting: Meeting | None) -> Held:
    """Returns a session for the ledger, with what its registration says."""
    if meeting is None:
        return Held(facts=facts)
    counts = [meeting.attendee_count, *(site.attendee_count for site in meeting.sites)]
    known = [count for count in counts if count is not None]
    return Held(
        facts=facts, host_unit=meeting.host_unit, subject=meeting.subject, attendees=sum(known) if known else None
    )
