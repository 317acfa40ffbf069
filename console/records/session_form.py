"""Phụ lục II, the log of an online meeting, as data: filled from the session's log, corrected by hand, confirmed.

Rule: a site had an incident when one was opened for it or it was away for longer than the threshold; it was normal when
it was connected and had none; else nothing is ticked. A device that nobody checked stays without a tick: "Bình thường"
is never assumed. A correction changes what is shown and never the log; what stood there before stays with it. Source:
Bình Định, article 12 clause 3 and annex II.
"""

from collections.abc import Mapping, Sequence
from enum import StrEnum

import msgspec
from msgspec.structs import replace

from console.canonical_json import canonical_hash
from console.office.form_records import (
    DEVICES,
    INCIDENT,
    NORMAL,
    FormConfirmation,
    FormField,
)
from console.office.meeting import Meeting
from console.records import form_times
from console.records.form_devices import condition, other_label
from console.records.incident_story import IncidentStory, whole_meeting
from console.records.incident_words import incident_line
from console.records.moments import Fact
from console.records.outages import Outage
from console.records.session_facts import SessionFacts, SiteFacts
from console.words import SessionKind, SiteId, SiteRole

SHORT_OUTAGE_MS = 5000
"""Outages below this are summed, not listed, and make no incident; the standard threshold."""


class Source(StrEnum):
    """Where a row comes from."""

    AUTO = "auto"
    MANUAL = "manual"
    """At least one place of it was corrected."""


class FormSite(Fact, kw_only=True):
    """One row: a site's status, what went wrong, its devices; an empty text ticks nothing."""

    site: SiteId
    number: int
    name: str
    role: SiteRole
    status: str = ""
    incident_description: str = ""
    devices: Mapping[FormField, str]
    other_label: str = ""
    source: Source = Source.AUTO
    corrected: tuple[FormField, ...] = ()


class Trace(Fact):
    """One correction: where, what stood there, what stands there now, by whom, when and why."""

    field: FormField
    site: SiteId
    site_name: str
    before: str
    after: str
    person: str
    at_ms: int
    reason: str


class Confirmed(Fact):
    """A confirmation with its moment; `still` tells whether the form is as it was confirmed."""

    confirmation: FormConfirmation
    person: str
    at_ms: int
    still: bool = True


class SessionForm(Fact, kw_only=True):
    """The whole form."""

    session: str
    meeting_uid: str
    kind: SessionKind | None
    profile_id: str
    profile_hash: str
    place: str = ""
    """Of the date in the head: the province."""
    governing_body: str = ""
    agency: str = ""
    subject: str
    start_ms: int
    end_ms: int | None
    host_unit: str = ""
    sites: tuple[FormSite, ...]
    log_count: int
    log_head: str
    log_finding: str = "whole"
    trace: tuple[Trace, ...] = ()
    confirmed: tuple[Confirmed, ...] = ()

    @property
    def content_hash(self) -> str:
        """SHA-256 of what is confirmed: the form without its trace and its confirmations."""
        content = msgspec.to_builtins(replace(self, trace=(), confirmed=()))
        return canonical_hash(content)

    def site(self, site: SiteId) -> FormSite | None:
        """Returns a site's row."""
        return next((row for row in self.sites if row.site == site), None)


class Chain(Fact):
    """The end of the session's log."""

    count: int = 0
    head: str = ""
    finding: str = "whole"
    """What the log was when it was read, a value of the log book's `Finding`."""


class FormHead(Fact):
    """What stands over a form and is not in the log."""

    place: str = ""
    governing_body: str = ""
    agency: str = ""
    host_unit: str = ""
    subject: str = ""


def head_of(meeting: Meeting | None, place: str = "") -> FormHead:
    """Returns the head as the meeting's registration gives it."""
    if meeting is None:
        return FormHead(place=place)
    return FormHead(
        place=place,
        governing_body=meeting.governing_body,
        agency=meeting.agency,
        host_unit=meeting.host_unit,
        subject=meeting.subject,
    )


def fill(facts: SessionFacts, chain: Chain, head: FormHead, short_ms: int = SHORT_OUTAGE_MS) -> SessionForm:
    """Returns the form as the log fills it."""
    story = facts.story
    return SessionForm(
        session=story.session,
        meeting_uid=story.meeting_uid,
        kind=story.kind,
        profile_id=story.profile_id,
        profile_hash=story.profile_hash,
        place=head.place,
        governing_body=head.governing_body,
        agency=head.agency,
        subject=head.subject or story.title,
        start_ms=story.started_ms,
        end_ms=story.ended_ms,
        host_unit=head.host_unit,
        sites=tuple(_row(site, facts, short_ms) for site in facts.sites),
        log_count=chain.count,
        log_head=chain.head,
        log_finding=chain.finding,
    )


# ---------------------------------------------------------------- one site


def _row(site: SiteFacts, facts: SessionFacts, short_ms: int) -> FormSite:
    main = site.role is SiteRole.MAIN_ENDPOINT
    incidents = whole_meeting(facts.incidents) if main else site.incidents
    outages = [outage for outage in site.outages if outage.took_ms >= short_ms]
    return FormSite(
        site=site.site,
        number=site.number,
        name=site.name,
        role=site.role,
        status=_status(site, incidents, outages),
        incident_description=_description(site, incidents, outages, facts.story.started_ms),
        devices={field: condition(site, field, incidents) for field in DEVICES},
        other_label=other_label(incidents),
    )


def _status(site: SiteFacts, incidents: Sequence[IncidentStory], outages: Sequence[Outage]) -> str:
    if incidents or outages:
        return INCIDENT
    return NORMAL if site.joined else ""


def _description(site: SiteFacts, incidents: Sequence[IncidentStory], outages: Sequence[Outage], first_ms: int) -> str:
    if not site.joined and not incidents:
        return "không kết nối"
    lines = [(outage.from_ms, _outage_line(outage, first_ms)) for outage in outages]
    lines += [(incident.opened_ms, incident_line(incident, first_ms)) for incident in incidents]
    told = [line for _, line in sorted(lines)]
    short = [outage for outage in site.outages if outage not in outages]
    if told and short:
        whole = form_times.length_words(sum(outage.took_ms for outage in short))
        told.append(f"{len(short)} lần gián đoạn ngắn, tổng cộng {whole}")
    return "\n".join(told)


def _outage_line(outage: Outage, first_ms: int) -> str:
    begun = form_times.at_moment(outage.from_ms, first_ms)
    if outage.to_ms is None:
        return f"{begun} mất kết nối đến hết phiên"
    if abs(outage.to_ms - outage.from_ms - outage.took_ms) > 2000:
        # The wall clock was set meanwhile: its two readings do not tell how long it was.
        return f"{begun} mất kết nối trong {form_times.length_words(outage.took_ms)}"
    return f"{begun}–{form_times.at_moment(outage.to_ms, first_ms)} mất kết nối"
