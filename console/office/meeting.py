"""One meeting before and after its session: what was registered, which sites it joins, and the steps it went through.

Rule: one record holds the union of what the five regulations ask (Phụ lục I of Bình Định; Đồng Nai article 11.2a; Đắk
Lắk II.1.b step 1; Thanh Hóa article 7; Bắc Kạn article 6); the profile says which fields must not be empty. Times are
wall-clock milliseconds (UTC), days ISO texts. A step once taken is never taken out again.
"""

from enum import StrEnum
from typing import Annotated

import msgspec

from console.office.record import Id, Record, Text
from console.regulation.during import HostKind
from console.words import SiteId

Day = Annotated[str, msgspec.Meta(pattern=r"^(\d{4}-\d{2}-\d{2})?$")]
"""An ISO day, or nothing."""
HeadCount = Annotated[int, msgspec.Meta(ge=0, le=100_000)]
WallMs = Annotated[int, msgspec.Meta(ge=0)]
MOST_SITES = 1000


class Part(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Base of what a meeting consists of."""


class Wish(StrEnum):
    """What the registration form ticks (Phụ lục I, item 8)."""

    PROJECTOR = "projector"
    VIDEO_PLAYBACK = "video_playback"
    SPEECH = "speech"
    STORE_MEDIA = "store_media"
    """Video and pictures are stored and handed over."""


class Urgency(StrEnum):
    PLANNED = "planned"
    AD_HOC = "ad_hoc"


class Confidentiality(StrEnum):
    OPEN = "open"
    RESTRICTED = "restricted"
    """No recording, no export of content."""
    STATE_SECRET = "state_secret"  # noqa: S105 - a kind of meeting, no password


class UseCase(StrEnum):
    """The four uses that Bình Định permits (article 5, clause 2)."""

    CHAIRMAN = "a"
    """The chairman meets departments, units and districts."""
    PROVINCIAL_UNIT = "b"
    """A provincial unit meets districts."""
    CENTRAL = "c"
    """Organised by the central authorities."""
    EXTENDED = "d"
    """Extended to communes, the Party and its bodies."""


class LegalBasis(Part):
    """The document that orders the meeting."""

    number: Text = ""
    day: Day = ""
    issuer: Text = ""


class Invitation(Part):
    """The letter of invitation, which goes out after the registration."""

    number: Text = ""
    day: Day = ""


class MeetingSite(Part):
    """A site of the meeting; one that the directory does not know has a name and no `site`."""

    site: SiteId = ""
    name: Text = ""
    address: Text = ""
    attendee_count: HeadCount | None = None
    contact: Text = ""
    phone: Text = ""
    participants: Text = ""


class Step(StrEnum):
    DRAFT = "draft"
    SUBMITTED = "submitted"
    RECEIVED = "received"
    CONFIRMED = "confirmed"
    REFUSED = "refused"
    RESCHEDULED = "rescheduled"
    """Another time was set; the times before stand in the step."""
    NOTIFIED = "notified"
    REHEARSED = "rehearsed"
    HELD = "held"
    CLOSED = "closed"
    CANCELLED = "cancelled"


class StepTaken(Part):
    """A step with who took it and when; too late is told by `due_ms`, and then `reason` says why."""

    step: Step
    wall_ms: WallMs
    person: Text
    due_ms: WallMs | None = None
    """Until when the regulation wanted it; None: it names no time."""
    reason: Text = ""
    """Why it was late, refused, rescheduled or cancelled, or the department's opinion."""
    channel: Text = ""
    """How an answer was given, a value of `console.regulation.province.Channel`."""
    sent_to: tuple[Text, ...] = ()
    start_ms: WallMs | None = None
    """Rescheduled: when it was to start before."""
    end_ms: WallMs | None = None

    @property
    def late(self) -> bool:
        """Whether the step came after its limit."""
        return self.due_ms is not None and self.wall_ms > self.due_ms


class ProfileStamp(Part):
    """Under which rules the meeting was registered."""

    id: Text
    version: Text = ""
    hash: Text = ""


class Meeting(Record, tag="meeting"):
    """A meeting; its identifier is the sessions' `meeting_uid`."""

    subject: Text = ""
    governing_body: Text = ""
    agency: Text = ""
    """Who registers it, as the head of the form has it."""
    legal_basis: LegalBasis = LegalBasis()
    host_unit: Text = ""
    host_kind: HostKind | None = None
    venue: Text = ""
    room: Text = ""
    """Identifier of the room in the register; empty: none of ours."""
    chairperson: Text = ""
    chairperson_title: Text = ""
    start_ms: WallMs | None = None
    end_ms: WallMs | None = None
    technician: Text = ""
    technician_phone: Text = ""
    contact_name: Text = ""
    contact_phone: Text = ""
    participants: Text = ""
    """Who takes part at the main endpoint."""
    attendee_count: HeadCount | None = None
    """How many sit at the main endpoint."""
    sites: Annotated[tuple[MeetingSite, ...], msgspec.Meta(max_length=MOST_SITES)] = ()
    """The satellites, in the order of the form."""
    wishes: tuple[Wish, ...] = ()
    other_support: Text = ""
    agenda: Text = ""
    plan: Text = ""
    """How the conference is organised, where a plan is handed in instead of a form."""
    scale: Text = ""
    meeting_form: Text = ""
    invitation: Invitation = Invitation()
    use_case: UseCase | None = None
    urgency: Urgency = Urgency.PLANNED
    urgency_reason: Text = ""
    priority: Text = ""
    """Which of the profile's `PriorityOrder` it is; empty: the last of them."""
    confidentiality: Confidentiality = Confidentiality.OPEN
    technicians: tuple[Id, ...] = ()
    """Identifiers of the persons on duty."""
    rehearsal_start_ms: WallMs | None = None
    rehearsal_end_ms: WallMs | None = None
    preparation_minutes: Annotated[int, msgspec.Meta(ge=0, le=24 * 60)] = 0
    """So long before its start the room is taken."""
    steps: tuple[StepTaken, ...] = ()
    profile: ProfileStamp | None = None

    @property
    def step(self) -> Step:
        """The step it stands at."""
        return self.steps[-1].step if self.steps else Step.DRAFT

    def taken(self, step: Step) -> StepTaken | None:
        """Returns the last time a step was taken, None when it never was."""
        return next((told for told in reversed(self.steps) if told.step is step), None)


AGREED = frozenset({Step.CONFIRMED, Step.RESCHEDULED, Step.NOTIFIED, Step.REHEARSED, Step.HELD})
"""Steps at which a session may be offered."""
OVER = frozenset({Step.REFUSED, Step.CLOSED, Step.CANCELLED})
"""Steps after which the meeting takes neither room nor capacity."""
