"""What the commands `meeting` and `script` share: which meeting is meant, the rules in force, moments as typed."""

import time

import msgspec

from console.command_line.actions import Actions
from console.command_line.exits import BadInput
from console.command_line.files import calendar_of, profile_of, settings_of
from console.command_line.meeting import requests
from console.command_line.meeting.phrasing import MeetingSay
from console.log_book.office_store import OfficeStore
from console.office.meeting import Meeting
from console.office.office_rules import OfficeRules
from console.office.typed_times import typed_moment
from console.records.page_model import Document

ENDINGS = (".pdf", ".docx", ".json")
SHORT_ID = 8


def wall_ms() -> int:
    """Returns wall-clock milliseconds (UTC)."""
    return time.time_ns() // 1_000_000


def rules_of(request: requests.MeetingRequest, actions: Actions) -> OfficeRules:
    """Returns the profile and the calendar in force."""
    settings = settings_of(request.data)
    profile = profile_of(request.data, settings, actions.profiles, actions.program_version())
    calendar = calendar_of(request.data, actions.calendar)
    return OfficeRules(profile=profile, calendar=calendar, most_sites=settings.most_sites)


def find_meeting(office: OfficeStore, wanted: str, actions: Actions) -> Meeting:
    """Returns the meeting that a text means; raises `BadInput`."""
    known = office.register.present(Meeting)
    found = [meeting for meeting in known if meeting.id == wanted] or [
        meeting for meeting in known if wanted and meeting.id.startswith(wanted)
    ]
    if not found:
        raise BadInput(actions.phrase(MeetingSay.MEETING_UNKNOWN, {"text": wanted}))
    if len(found) > 1:
        names = ", ".join(f"{meeting.id[:SHORT_ID]} {meeting.subject}" for meeting in found[:4])
        raise BadInput(actions.phrase(MeetingSay.MEETING_UNCLEAR, {"text": wanted, "names": names}))
    return found[0]


def moment_of(text: str, actions: Actions) -> int | None:
    """Returns the moment of "25/11/2026 08:00" (or the time first), None for nothing; raises `BadInput`."""
    if not text.strip():
        return None
    first, _, rest = text.strip().partition(" ")
    found = typed_moment(first, rest, wall_ms()) or typed_moment(rest, first, wall_ms())
    if found is None:
        raise BadInput(actions.phrase(MeetingSay.MOMENT_BAD, {"text": text}))
    return found


def pdf_of(page: Document, request: requests.ExportMeeting | requests.ListNotices, actions: Actions) -> bytes:
    """Returns a page as a PDF; raises `BadInput` where nothing can paint."""
    if actions.form_pdf is None:
        raise BadInput(actions.phrase(MeetingSay.ENDING_BAD, {"path": request.out}))
    return actions.form_pdf(page, settings_of(request.data).print_style, b"")


def as_json(value: object) -> str:
    """Returns a value as JSON for people and scripts."""
    return msgspec.json.format(msgspec.json.encode(value, order="sorted")).decode()
