"""What people add to a session's forms after the meeting: corrections, confirmations, ratings, hand-overs.

Rule: a form is filled from the session's log, which nobody changes; what a person knows better is a record beside it,
with what stood there before. Who wrote it, when and why stands in the record's version. Sources: Bình Định article 12,
Đồng Nai article 13, Đắk Lắk II.1 step 8.
"""

from enum import StrEnum
from typing import Annotated

import msgspec

from console.office.record import GivenText, Id, Record, Text
from console.words import SiteId

Rating = Annotated[int, msgspec.Meta(ge=1, le=5)]
"""1 is the worst, 5 the best."""
WallMs = Annotated[int, msgspec.Meta(ge=0)]
Sha256 = Annotated[str, msgspec.Meta(pattern=r"^([0-9a-f]{64})?$")]


class FormName(StrEnum):
    """The documents, as the command line and the files call them."""

    REGISTRATION = "phu-luc-1"
    SESSION = "phu-luc-2"
    LEDGER = "phu-luc-3"
    CHECK_MINUTES = "check-minutes"
    INCIDENT = "incident"
    SHUTDOWN = "shutdown"
    STATISTICS = "statistics"
    RECORDING = "recording"


class FormField(StrEnum):
    """The places of Phụ lục II that a person may correct; the first two belong to the form, the others to a site."""

    SUBJECT = "subject"
    HOST_UNIT = "host_unit"
    STATUS = "status"
    INCIDENT_DESCRIPTION = "incident_description"
    CAMERA = "camera"
    CONNECTOR = "connector"
    MICROPHONE = "microphone"
    ADAPTER_CABLE = "adapter_cable"
    OTHER = "other"
    OTHER_LABEL = "other_label"


OF_FORM = frozenset({FormField.SUBJECT, FormField.HOST_UNIT})
DEVICES = (FormField.CAMERA, FormField.CONNECTOR, FormField.MICROPHONE, FormField.ADAPTER_CABLE, FormField.OTHER)
"""The devices in the order of the form."""
NORMAL, INCIDENT, DAMAGED = "normal", "incident", "damaged"
"""What a status or a device may be; a text without letters ticks no box."""


class FormCorrection(Record, tag="form-correction"):
    """One place of a form as a person put it; the version before it, or the log, says what stood there."""

    session: Id
    field: FormField
    site: SiteId = ""
    before: Text = ""
    after: Text = ""


class CorrectionFault(StrEnum):
    SITE_UNKNOWN = "site_unknown"
    VALUE_UNKNOWN = "value_unknown"
    REASON_MISSING = "reason_missing"
    NOTHING_CHANGED = "nothing_changed"


class CorrectionRefused(Exception):
    """A correction is not taken; says why."""

    def __init__(self, fault: CorrectionFault) -> None:
        super().__init__(fault.value)
        self.fault = fault


def allowed(field: FormField) -> tuple[str, ...] | None:
    """Returns what a place may hold; None: any text."""
    if field is FormField.STATUS:
        return ("", NORMAL, INCIDENT)
    return ("", NORMAL, DAMAGED) if field in DEVICES else None


def correction_id(session: str, field: FormField, site: SiteId = "") -> str:
    """Returns the identifier of a place's corrections."""
    return f"{session}/{site}/{field}" if site else f"{session}/{field}"


def correction(session: str, field: FormField, site: SiteId, before: str, after: str, reason: str) -> FormCorrection:
    """Returns the record of a correction; raises `CorrectionRefused`."""
    values = allowed(field)
    if not reason.strip():
        raise CorrectionRefused(CorrectionFault.REASON_MISSING)
    if values is not None and after not in values:
        raise CorrectionRefused(CorrectionFault.VALUE_UNKNOWN)
    if before == after:
        raise CorrectionRefused(CorrectionFault.NOTHING_CHANGED)
    return FormCorrection(
        id=correction_id(session, field, site), session=session, field=field, site=site, before=before, after=after
    )


class Confirms(StrEnum):
    """Who confirms a form (Bình Định article 12, clause 3)."""

    TECHNICIAN = "technician"
    UNIT_LEADER = "unit_leader"


class SigningMethod(StrEnum):
    WET = "wet_signature"
    """In ink, on paper."""
    DIGITAL = "digital_signature"


class FormConfirmation(Record, tag="form-confirmation"):
    """Somebody stands for a form by name and title; what was confirmed is fixed by its hash and the log's end."""

    session: Id
    form: FormName
    role: Confirms
    full_name: GivenText
    title: Text = ""
    method: SigningMethod = SigningMethod.WET
    content_hash: Sha256 = ""
    """Of the form's data as it was confirmed."""
    log_count: Annotated[int, msgspec.Meta(ge=0)] = 0
    log_head: Sha256 = ""
    signed_copy: Sha256 = ""
    """Of the signed file that came back, when there is one."""


def confirmation_id(session: str, form: FormName, role: Confirms) -> str:
    """Returns the identifier of a confirmation."""
    return f"{session}/{form}/{role}"


class SiteRating(Record, tag="site-rating"):
    """How a person rates sound, picture and line of a site in a session; nobody asked stays None."""

    session: Id
    site: SiteId
    sound: Rating | None = None
    picture: Rating | None = None
    line: Rating | None = None
    remark: Text = ""


def rating_id(session: str, site: SiteId) -> str:
    """Returns the identifier of a rating."""
    return f"{session}/{site}"


class Shutdown(Record, tag="shutdown", kw_only=True):
    """How a site was shut down after a session, step by step; a step nobody took has no moment."""

    session: Id
    site: SiteId
    checked_ms: WallMs | None = None
    """All was looked over."""
    devices_off_ms: WallMs | None = None
    power_off_ms: WallMs | None = None
    lens_cap_ms: WallMs | None = None
    done_by: Text = ""
    note: Text = ""


def shutdown_id(session: str, site: SiteId) -> str:
    """Returns the identifier of a site's shutdown."""
    return f"{session}/{site}"


class RecordingHandover(Record, tag="recording-handover", kw_only=True):
    """A session's recordings and documents on their way to the host: reminded of until `handed_ms` is known."""

    session: Id
    meeting_uid: Text = ""
    subject: Text = ""
    ended_ms: WallMs
    due_ms: WallMs | None = None
    """Until when the regulation wants it; None: it names no time."""
    article: Text = ""
    recipient: Text = ""
    what: Text = ""
    """Names, sizes and SHA-256 of the files, one line each."""
    medium: Text = ""
    handed_ms: WallMs | None = None
    given_by: Text = ""
    received_by: Text = ""
    receipt: Text = ""
    """Number of the minute or receipt."""

    @property
    def late(self) -> bool:
        """Whether it was handed over after its limit."""
        return self.handed_ms is not None and self.due_ms is not None and self.handed_ms > self.due_ms


def is_overdue(handover: RecordingHandover, now_wall_ms: int) -> bool:
    """Tells whether a hand-over is still to be made and too late."""
    return handover.handed_ms is None and handover.due_ms is not None and now_wall_ms > handover.due_ms
