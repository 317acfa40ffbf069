"""What a regulation asks before a meeting: registration, answers, notices, checks, connecting in time, contacts."""

from enum import StrEnum
from typing import Annotated

import msgspec

from console.cameras.camera_words import PresetRole
from console.regulation.limits import Limit
from console.regulation.province import Article, Channel, LongText, Part, Party, Text


class Moment(StrEnum):
    """From which step of a registration an answer or a notice is counted."""

    RECEIVED = "received"
    CONFIRMED = "confirmed"


class Urgent(Part, kw_only=True):
    """How an urgent meeting is registered; without `limit` the text names no time."""

    limit: Limit | None = None
    channels: tuple[Channel, ...] = ()
    recipients: tuple[Party, ...] = ()
    priority: bool = False
    fast_path: bool = False
    """Steps of the preparation are taken in one."""
    article: Article = ""


class Registration(Part, kw_only=True):
    """How a meeting is registered and what the form asks; `fields` are those that must not be empty."""

    normal: Limit | None = None
    uncertain: LongText = ""
    """Why the number is doubtful; empty where it is not."""
    urgent: Urgent = Urgent()
    form: Text | None = None
    plan: Text | None = None
    """What is handed in where no form is prescribed, in the text's words."""
    recipients: tuple[Party, ...] = ()
    channels: tuple[Channel, ...] = ()
    address: Text | None = None
    """Where it is registered on the web."""
    fields: tuple[Text, ...] = ()
    before_invitation: bool = False
    """Registered before invitations go out."""
    article: Article = ""


class ResponseAct(StrEnum):
    CONFIRM = "confirm"
    ANSWER = "answer"
    APPROVE = "approve"
    """Approved as far as the control unit has capacity."""
    REFUSE = "refuse"
    SUBMIT_SCHEDULE = "submit_schedule"


class Response(Part, kw_only=True):
    """What a registration is answered with, by whom, and how soon."""

    act: ResponseAct
    by: Party
    within: Limit | None = None
    after: Moment = Moment.RECEIVED
    send_to: tuple[Party, ...] = ()
    channels: tuple[Channel, ...] = ()
    article: Article = ""


class NoticeSubject(StrEnum):
    MEETING = "meeting"
    POWER = "power"
    LINE = "line"
    PLAN = "plan"
    """The deployment plan."""
    CHECK_SCHEDULE = "check_schedule"
    """Times of the technical check and of the official session."""
    PUBLIC_SCHEDULE = "public_schedule"


class Notice(Part, kw_only=True):
    """Who must be told of a meeting; `before` counts from its start, `within` from the step `after`."""

    party: Party
    by: Party
    subject: NoticeSubject = NoticeSubject.MEETING
    before: Limit | None = None
    within: Limit | None = None
    after: Moment = Moment.CONFIRMED
    channels: tuple[Channel, ...] = ()
    article: Article = ""


class CheckScope(StrEnum):
    ALL = "all"
    SPEAKERS = "speakers"
    BY_TIER = "by_tier"
    """The main endpoint checks districts and speakers, a district its communes."""


class CheckKind(StrEnum):
    FULL = "full"
    REHEARSAL = "rehearsal"
    RUN = "run"
    """Everything is run once more."""
    RECHECK = "recheck"


class CheckRule(Part, kw_only=True):
    """A technical check that has to be over `before` the meeting starts, or `alternative` before it at the latest."""

    stage: Text
    before: Limit
    alternative: Limit | None = None
    kinds: tuple[CheckKind, ...] = (CheckKind.FULL,)
    scope: CheckScope = CheckScope.ALL
    by: tuple[Party, ...] = ()
    reported_to: Party | None = None
    """Who gets the results summed up."""
    article: Article = ""


Kilobits = Annotated[int, msgspec.Meta(ge=100, le=20_000)]


class Bandwidth(Part, kw_only=True):
    """What a site's line has to carry for HD 720p and sound, and how far a check fills it; no text names a number."""

    least_up_kilobits: Kilobits = 1800
    least_down_kilobits: Kilobits = 1800
    most_tried_kilobits: Kilobits = 4000
    article: Article = ""


class Connecting(Part, kw_only=True):
    """When satellites are connected, and when the main endpoint's system is ready."""

    before: Limit | None = None
    main_ready_before: Limit | None = None
    article: Article = ""


class ContactField(StrEnum):
    FULL_NAME = "full_name"
    UNIT = "unit"
    TITLE = "title"
    PHONE = "phone"
    EMAIL = "email"
    ZALO = "zalo"


class Contacts(Part, kw_only=True):
    """Whom a unit names, how many, and what is said of them."""

    fields: tuple[ContactField, ...] = (ContactField.FULL_NAME, ContactField.PHONE)
    least_technicians: int = 1
    least_leaders: int = 0
    split: Text | None = None
    """How the technicians are divided, in words of the profile."""
    duty_person_to_main: bool = False
    """Each satellite tells the main endpoint who is on duty."""
    note: LongText = ""
    article: Article = ""


class Presets(Part, kw_only=True):
    """Camera positions a site has to store."""

    required: tuple[Text, ...] = ()
    by_seating_plan: bool = False
    turn_at_once: bool = False
    """The camera turns to whoever speaks at once."""
    only_by_site: bool = False
    """A site's positions are stored by its own technician alone."""
    cover_podium_move: bool = False
    """A called site is heard at once, and while its camera moves everybody sees the main endpoint; else it is brought
    when the camera has arrived. Either has its limit."""
    article: Article = ""


ROLE_OF_WORD = {
    "chair": PresetRole.CHAIR,
    "left": PresetRole.LEFT,
    "right": PresetRole.RIGHT,
    "wide": PresetRole.WIDE,
    "zoom_in": PresetRole.CLOSE,
    "zoom_out": PresetRole.WIDE,
}
"""What profiles ask for: Đắk Lắk II.1 b7 names chair, left, right, nearer and wider; Bình Định Đ10 k2b none by name."""
USUAL_ROLES = (PresetRole.CHAIR, PresetRole.LEFT, PresetRole.RIGHT, PresetRole.WIDE)


def offered_roles(required: tuple[str, ...]) -> tuple[PresetRole, ...]:
    """Returns what for presets are offered where a camera is set up; what no role answers to is left out."""
    named = tuple(dict.fromkeys(ROLE_OF_WORD[word] for word in required if word in ROLE_OF_WORD))
    return named or USUAL_ROLES


class PriorityOrder(Part, kw_only=True):
    """Which meetings go first when two want the same place and time, the first first."""

    order: tuple[Text, ...] = ()
    article: Article = ""
