"""Phụ lục II, the log of an online meeting, as data: filled from the session's log, corrected by hand, confirmed.

Rule: a site had an incident when one was opened for it or it was away for longer than the threshold; it was normal when
it was connected and had none; else nothing is ticked. A device that nobody checked stays without a tick: "Bình thường"
is never assumed. A correction changes what is shown and never the log; what stood there before stays with it. Source:
Bình Định, article 12 clause 3 and annex II.
"""

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum

import msgspec
from msgspec.structs import replace

from console.canonical_json import canonical_hash
from console.check_words import CheckItem, CheckResult
from console.office.form_records import (
    DAMAGED,
    DEVICES,
    INCIDENT,
    NORMAL,
    OF_FORM,
    CorrectionFault,
    CorrectionRefused,
    FormConfirmation,
    FormCorrection,
    FormField,
    correction,
)
from console.office.meeting import Meeting
from console.office.record import Version
from console.records import form_times
from console.records.incident_words import incident_line
from console.records.moments import Fact
from console.records.outages import Outage
from console.records.session_facts import IncidentStory, SessionFacts, SiteFacts, whole_meeting
from console.words import IncidentCategory, SessionKind, SiteId, SiteRole

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
        devices={field: _condition(site, field, incidents) for field in DEVICES},
        other_label=_other_label(incidents),
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


# ---------------------------------------------------------------- devices

ITEMS_OF: Mapping[FormField, tuple[CheckItem, ...]] = {
    FormField.CAMERA: (CheckItem.PRESET, CheckItem.PICTURE_SIZE, CheckItem.PICTURE_RATE),
    FormField.CONNECTOR: (CheckItem.SOUND_TO_SITE, CheckItem.CONTENT),
    FormField.MICROPHONE: (
        CheckItem.SOUND_FROM_SITE,
        CheckItem.MICROPHONE,
        CheckItem.EVERY_MICROPHONE,
        CheckItem.MICROPHONE_BATTERY,
    ),
    FormField.ADAPTER_CABLE: (CheckItem.POWER,),
    FormField.OTHER: (CheckItem.LOUDSPEAKER, CheckItem.DISPLAY),
}
"""Which checks speak for a device."""
DEVICE_WORDS: Mapping[FormField, tuple[str, ...]] = {
    FormField.CAMERA: ("camera", "máy quay", "ống kính"),
    FormField.CONNECTOR: ("bộ kết nối", "codec", "máy tính", "vcs", "thiết bị đầu cuối"),
    FormField.MICROPHONE: ("micro", "mic "),
    FormField.ADAPTER_CABLE: ("adapter", "dây cáp", "cáp ", "dây nguồn", "bộ đổi nguồn"),
}
"""Words by which people name a damaged device; any other one is "Khác", with its name. All can be corrected."""


def _damaged(incident: IncidentStory) -> FormField | None:
    """Returns the device that an incident says is damaged; a line or power that fails damages none."""
    if incident.category != IncidentCategory.DEVICE:
        return None
    text = f"{incident.text} {incident.cause} ".casefold()
    found = (field for field, words in DEVICE_WORDS.items() if any(word in text for word in words))
    return next(found, FormField.OTHER)


def _condition(site: SiteFacts, field: FormField, incidents: Iterable[IncidentStory]) -> str:
    if any(_damaged(incident) is field for incident in incidents):
        return DAMAGED
    marks = [mark for item in ITEMS_OF[field] if (mark := site.marked(item)) is not None]
    if any(mark.result is CheckResult.FAIL and mark.by for mark in marks):
        return DAMAGED
    # A measurement that failed says that something is wrong, not that this device is broken.
    failed = any(mark.result is CheckResult.FAIL for mark in marks)
    return NORMAL if not failed and any(mark.result is CheckResult.OK for mark in marks) else ""


def _other_label(incidents: Iterable[IncidentStory]) -> str:
    return ", ".join(incident.text for incident in incidents if _damaged(incident) is FormField.OTHER)


# ---------------------------------------------------------------- by hand


def value_at(form: SessionForm, field: FormField, site: SiteId = "") -> str:
    """Returns what stands at a place of the form; raises `CorrectionRefused` for a site that is not in it."""
    if field in OF_FORM:
        return str(getattr(form, field))
    row = form.site(site)
    if row is None:
        raise CorrectionRefused(CorrectionFault.SITE_UNKNOWN)
    return row.devices[field] if field in DEVICES else str(getattr(row, field))


def correct(form: SessionForm, field: FormField, site: SiteId, after: str, reason: str) -> FormCorrection:
    """Returns the record that puts a text at a place of the form as it stands; raises `CorrectionRefused`."""
    site = "" if field in OF_FORM else site
    return correction(form.session, field, site, value_at(form, field, site), after, reason)


def corrected(form: SessionForm, versions: Iterable[Version[FormCorrection]]) -> SessionForm:
    """Returns the form with its corrections, in the order in which they were made, and their trace.

    `versions` are all versions of all corrections; one that was removed gives back what the log says.
    """
    filled, removed = form, list[tuple[FormField, SiteId]]()
    last: dict[str, FormCorrection] = {}
    for version in sorted(versions, key=lambda version: version.line):
        told = version.content
        if told is None:
            if version.id in last:
                removed.append((last[version.id].field, last[version.id].site))
            continue
        if told.session == form.session and (told.field in OF_FORM or form.site(told.site) is not None):
            last[version.id] = told
            form = _set(form, told.field, told.site, told.after, by_hand=True)
            form = replace(form, trace=(*form.trace, _trace(form, told, version)))
            removed = [place for place in removed if place != (told.field, told.site)]
    for field, site in removed:
        form = _set(form, field, site, value_at(filled, field, site), by_hand=False)
    return form


def _set(form: SessionForm, field: FormField, site: SiteId, value: str, *, by_hand: bool) -> SessionForm:
    if field in OF_FORM:
        return replace(form, **{str(field): value})
    rows = tuple(_set_row(row, field, value, by_hand=by_hand) if row.site == site else row for row in form.sites)
    return replace(form, sites=rows)


def _set_row(row: FormSite, field: FormField, value: str, *, by_hand: bool) -> FormSite:
    others = tuple(other for other in row.corrected if other is not field)
    places = (*others, field) if by_hand else others
    source = Source.MANUAL if places else Source.AUTO
    row = replace(row, source=source, corrected=places)
    if field in DEVICES:
        return replace(row, devices={**row.devices, field: value})
    return replace(row, **{str(field): value})


def _trace(form: SessionForm, told: FormCorrection, version: Version[FormCorrection]) -> Trace:
    row = form.site(told.site)
    return Trace(
        field=told.field,
        site=told.site,
        site_name="" if row is None else row.name,
        before=told.before,
        after=told.after,
        person=version.person,
        at_ms=version.wall_ms,
        reason=version.reason,
    )


def confirmed(form: SessionForm, versions: Iterable[Version[FormConfirmation]]) -> SessionForm:
    """Returns the corrected form with who confirms it; `versions` are the newest of each confirmation."""
    now = form.content_hash
    told = tuple(
        Confirmed(
            confirmation=version.content,
            person=version.person,
            at_ms=version.wall_ms,
            still=version.content.content_hash in ("", now),
        )
        for version in versions
        if version.content is not None and version.content.session == form.session
    )
    return replace(form, confirmed=told)
