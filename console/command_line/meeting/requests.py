"""What somebody typed after `meeting` or `script`, as frozen values."""

from pathlib import Path

from console.command_line.requests import Request
from console.office.meeting import Step
from console.regulation.province import Channel


class MeetingRequest(Request):
    """Base of these requests; `person` stands in the register as who did it."""

    person: str


class NewMeeting(MeetingRequest):
    """Texts as typed; `file` is a JSON record over which they are put."""

    file: Path | None
    subject: str
    host: str
    start: str
    end: str
    json: bool


class ListMeetings(MeetingRequest):
    every: bool
    json: bool


class ListDue(MeetingRequest):
    """What has to be done now: limits of meetings, recurring duties, plans and supplies; `count` says how many."""

    count: bool
    json: bool


class OfferMeetings(MeetingRequest):
    """The meetings for which a session may be started now, as one line of JSON."""


class ShowMeeting(MeetingRequest):
    """`meeting` is an identifier, or how it begins."""

    meeting: str
    json: bool


class TakeMeetingStep(MeetingRequest):
    meeting: str
    step: Step
    reason: str
    at: str
    start: str
    end: str


class ExportMeeting(MeetingRequest):
    """The registration form; without a meeting a blank one."""

    meeting: str | None
    out: Path


class ListNotices(MeetingRequest):
    """Whom the regulation wants told of a meeting; `out` writes it as a printed call list."""

    meeting: str
    out: Path | None


class TellNotices(MeetingRequest):
    """Numbers of the list, as it is printed; none: everybody who is left."""

    meeting: str
    numbers: tuple[int, ...]
    by: Channel


class ImportScript(MeetingRequest):
    meeting: str
    file: Path


class ShowScript(MeetingRequest):
    meeting: str
    out: Path | None
    json: bool
