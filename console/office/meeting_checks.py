"""What a registration still lacks, or has wrong: one finding for each field, so that one look mends them all.

Rule: pure; the profile says which fields must not be empty. A finding names a field and the row of a site; sentences
are made by `widgets/phrases`. What is typed half is no fault while it is being typed: pages ask when a field is left.
"""

import re
from collections.abc import Callable, Iterable
from enum import StrEnum

import msgspec

from console.office.meeting import Confidentiality, Meeting, MeetingSite, Urgency, Wish
from console.office.schedule import MOST_SITES


class MeetingField(StrEnum):
    """The fields of the registration, as profiles name them."""

    GOVERNING_BODY = "governing_body"
    AGENCY = "agency"
    LEGAL_BASIS = "legal_basis"
    HOST_UNIT = "host_unit"
    VENUE = "venue"
    SUBJECT = "subject"
    CHAIRPERSON = "chairperson"
    CHAIRPERSON_TITLE = "chairperson_title"
    START = "start_at"
    SUBMITTED = "submitted_at"
    """When it is registered: the step says it, nobody types it."""
    END = "end_at"
    TECHNICIAN = "technician"
    TECHNICIAN_PHONE = "technician_phone"
    CONTACT_NAME = "contact_name"
    CONTACT_PHONE = "contact_phone"
    PARTICIPANTS = "main_participants"
    SITES = "satellites"
    SITE_NAME = "site_name"
    SITE_ADDRESS = "site_address"
    SITE_ATTENDEES = "site_attendees"
    SITE_CONTACT = "site_contact"
    SITE_PARTICIPANTS = "site_participants"
    AGENDA = "script"
    PLAN = "plan"
    SCALE = "scale"
    ROOM = "room"
    OTHER_SUPPORT = "other_support"
    URGENCY_REASON = "urgency_reason"
    WISHES = "wishes"


class FieldFinding(StrEnum):
    MISSING = "missing"
    BAD_PHONE = "bad_phone"
    ENDS_BEFORE_START = "ends_before_start"
    SITE_TWICE = "site_twice"
    STORING_FORBIDDEN = "storing_forbidden"
    """A confidential meeting asks for recording."""
    TOO_MANY_SITES = "too_many_sites"
    """More satellites than the bridge takes; `row` is how many it takes, `text` how many are wanted."""


class FieldFault(msgspec.Struct, frozen=True, kw_only=True):
    """What is wrong with a field; `row` counts sites from 1, 0 is the meeting itself."""

    field: MeetingField
    finding: FieldFinding
    row: int = 0
    text: str = ""


ALWAYS = (MeetingField.SUBJECT, MeetingField.HOST_UNIT, MeetingField.START)
"""Without these there is nothing to register, whatever a profile says."""

_PHONE = re.compile(r"^\+?[0-9][0-9 .()\-/]{5,22}$")
_LEAST_DIGITS, _MOST_DIGITS = 8, 15

_OF_MEETING: dict[MeetingField, Callable[[Meeting], object]] = {
    MeetingField.GOVERNING_BODY: lambda meeting: meeting.governing_body,
    MeetingField.AGENCY: lambda meeting: meeting.agency,
    MeetingField.LEGAL_BASIS: lambda meeting: all(msgspec.structs.astuple(meeting.legal_basis)),
    MeetingField.HOST_UNIT: lambda meeting: meeting.host_unit,
    MeetingField.VENUE: lambda meeting: meeting.venue,
    MeetingField.SUBJECT: lambda meeting: meeting.subject,
    MeetingField.CHAIRPERSON: lambda meeting: meeting.chairperson,
    MeetingField.CHAIRPERSON_TITLE: lambda meeting: meeting.chairperson_title,
    MeetingField.START: lambda meeting: meeting.start_ms,
    MeetingField.END: lambda meeting: meeting.end_ms,
    MeetingField.TECHNICIAN: lambda meeting: meeting.technician,
    MeetingField.TECHNICIAN_PHONE: lambda meeting: meeting.technician_phone,
    MeetingField.CONTACT_NAME: lambda meeting: meeting.contact_name,
    MeetingField.CONTACT_PHONE: lambda meeting: meeting.contact_phone,
    MeetingField.PARTICIPANTS: lambda meeting: meeting.participants,
    MeetingField.SITES: lambda meeting: meeting.sites,
    MeetingField.AGENDA: lambda meeting: meeting.agenda,
    MeetingField.PLAN: lambda meeting: meeting.plan,
    MeetingField.SCALE: lambda meeting: meeting.scale,
    MeetingField.ROOM: lambda meeting: meeting.room or meeting.venue,
    MeetingField.OTHER_SUPPORT: lambda meeting: meeting.other_support,
    MeetingField.WISHES: lambda meeting: meeting.wishes,
}
_OF_SITE: dict[MeetingField, Callable[[MeetingSite], object]] = {
    MeetingField.SITE_NAME: lambda site: site.name,
    MeetingField.SITE_ADDRESS: lambda site: site.address,
    MeetingField.SITE_ATTENDEES: lambda site: site.attendee_count is not None,
    MeetingField.SITE_CONTACT: lambda site: site.contact,
    MeetingField.SITE_PARTICIPANTS: lambda site: site.participants,
}


def faults(meeting: Meeting, required: Iterable[str] = (), most_sites: int = MOST_SITES) -> tuple[FieldFault, ...]:
    """Returns what keeps a registration from being submitted, in the order of the form.

    `required` are the profile's fields; a name that is no `MeetingField` asks for nothing. `most_sites` satellites are
    all that the bridge takes.
    """
    known = set(MeetingField)
    wanted = {MeetingField(name) for name in required if name in known} | set(ALWAYS)
    if meeting.sites:
        wanted.add(MeetingField.SITE_NAME)
    if meeting.urgency is Urgency.AD_HOC:
        wanted.add(MeetingField.URGENCY_REASON)
    found = [*_missing(meeting, wanted), *_wrong(meeting)]
    if len(meeting.sites) > most_sites:
        count = str(len(meeting.sites))
        found.append(
            FieldFault(field=MeetingField.SITES, finding=FieldFinding.TOO_MANY_SITES, row=most_sites, text=count)
        )
    order = list(MeetingField)
    return tuple(sorted(found, key=lambda fault: (order.index(fault.field), fault.row)))


def _missing(meeting: Meeting, wanted: set[MeetingField]) -> list[FieldFault]:
    empty = [field for field, value in _OF_MEETING.items() if field in wanted and not _given(value(meeting))]
    if MeetingField.URGENCY_REASON in wanted and not meeting.urgency_reason.strip():
        empty.append(MeetingField.URGENCY_REASON)
    found = [FieldFault(field=field, finding=FieldFinding.MISSING) for field in empty]
    for row, site in enumerate(meeting.sites, start=1):
        found += [
            FieldFault(field=field, finding=FieldFinding.MISSING, row=row, text=site.name)
            for field, value in _OF_SITE.items()
            if field in wanted and not _given(value(site))
        ]
    return found


def _given(value: object) -> bool:
    return bool(value.strip()) if isinstance(value, str) else value is not None and value is not False and value != ()


def _wrong(meeting: Meeting) -> list[FieldFault]:
    found: list[FieldFault] = []
    phones = (
        (MeetingField.TECHNICIAN_PHONE, meeting.technician_phone),
        (MeetingField.CONTACT_PHONE, meeting.contact_phone),
    )
    found += [
        FieldFault(field=field, finding=FieldFinding.BAD_PHONE, text=phone)
        for field, phone in phones
        if phone.strip() and not is_phone(phone)
    ]
    found += [
        FieldFault(field=MeetingField.SITE_CONTACT, finding=FieldFinding.BAD_PHONE, row=row, text=site.phone)
        for row, site in enumerate(meeting.sites, start=1)
        if site.phone.strip() and not is_phone(site.phone)
    ]
    if meeting.start_ms is not None and meeting.end_ms is not None and meeting.end_ms <= meeting.start_ms:
        found.append(FieldFault(field=MeetingField.END, finding=FieldFinding.ENDS_BEFORE_START))
    if Wish.STORE_MEDIA in meeting.wishes and meeting.confidentiality is not Confidentiality.OPEN:
        found.append(FieldFault(field=MeetingField.WISHES, finding=FieldFinding.STORING_FORBIDDEN))
    return found + _twice(meeting.sites)


def _twice(sites: tuple[MeetingSite, ...]) -> list[FieldFault]:
    seen: set[str] = set()
    found: list[FieldFault] = []
    for row, site in enumerate(sites, start=1):
        name = site.site or " ".join(site.name.casefold().split())
        if name and name in seen:
            found.append(
                FieldFault(field=MeetingField.SITE_NAME, finding=FieldFinding.SITE_TWICE, row=row, text=site.name)
            )
        seen.add(name)
    return found


def is_phone(text: str) -> bool:
    """Returns whether a text may be a telephone number: 8 to 15 digits with the usual signs between them."""
    digits = sum(letter.isdigit() for letter in text)
    return _PHONE.match(text.strip()) is not None and _LEAST_DIGITS <= digits <= _MOST_DIGITS
