"""What a province's regulation says about itself: the document, its words, its organisation, its control centre.

Rule: a value stands here because an article says it (`article` names it); where a text is silent the value is None or
empty, and the program makes up no rule. All of it is data of a profile file; a wrong key is refused.
"""

from enum import StrEnum
from typing import Annotated

import msgspec

Text = Annotated[str, msgspec.Meta(min_length=1, max_length=500)]
LongText = Annotated[str, msgspec.Meta(max_length=2000)]
Article = Annotated[str, msgspec.Meta(max_length=120)]
"""Where it is written, as "Đ8 k1" (article 8, clause 1); empty where no text says it."""


class Part(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Base of everything read from a profile."""


class Tier(StrEnum):
    PROVINCE = "province"
    DISTRICT = "district"
    COMMUNE = "commune"


class Party(StrEnum):
    """Whom a regulation gives a duty or a right."""

    HOST_AGENCY = "host_agency"
    DEPARTMENT = "department"
    OFFICE = "office"
    """Office of the People's Committee (of the province; in Thanh Hóa also of the Party Committee)."""
    PEOPLES_COMMITTEE = "peoples_committee"
    STANDING_LEADERSHIP = "standing_leadership"
    CONTROL_CENTRE = "control_centre"
    TECHNICAL_OPERATOR = "technical_operator"
    """Enterprise that runs the system for the province."""
    MCU_OPERATOR = "mcu_operator"
    MAIN_ENDPOINT = "main_endpoint"
    """The technicians of the main endpoint."""
    SATELLITES = "satellites"
    DISTRICT_ENDPOINT = "district_endpoint"
    COMMUNES = "communes"
    CHAIRPERSON = "chairperson"
    LOCAL_CHAIR = "local_chair"
    UNIT_LEADER = "unit_leader"
    OPERATING_UNIT = "operating_unit"
    USING_UNIT = "using_unit"
    EVERY_UNIT = "every_unit"
    CONCERNED_UNITS = "concerned_units"
    TELCO = "telco"
    POWER = "power"
    NETWORK_DUTY = "network_duty"


class Channel(StrEnum):
    WRITTEN = "written"
    DOCUMENT_SYSTEM = "document_system"
    OFFICIAL_EMAIL = "official_email"
    EMAIL = "email"
    PHONE = "phone"
    FAX = "fax"
    ZALO = "zalo"
    WEB = "web"
    PAPER = "paper"
    PDF = "pdf"
    OTHER = "other"


class Document(Part, kw_only=True):
    """The regulation itself; `gaps` say what its text leaves open or contradicts."""

    title: Text = "—"
    number: Text | None = None
    issued: Text | None = None
    """Date of issue as far as the text has it: "2018-05-29", "2025-08"."""
    in_force: Text | None = None
    signed_by: Text | None = None
    based_on: tuple[Text, ...] = ()
    gaps: tuple[LongText, ...] = ()


class EnglishTerms(Part, kw_only=True):
    """The same terms for readers of English."""

    meeting: Text = "online meeting"
    main: Text = "main endpoint"
    sub: Text = "satellite"
    chairperson: Text = "chairperson"
    host_agency: Text = "host agency"
    operator: Text = "technician"
    centre: Text = "control centre"
    department: Text = "department"


class Terms(Part, kw_only=True):
    """The province's own words, in lower case as inside a sentence; `short` is how the text abbreviates the meeting."""

    meeting: Text = "họp trực tuyến"
    meeting_short: Text | None = None
    main: Text = "điểm cầu chính"
    main_alias: Text | None = None
    sub: Text = "điểm cầu vệ tinh"
    sub_alias: Text | None = None
    sub_on_form: Text | None = None
    """The word of the registration form, where it is another."""
    centre: Text = "trung tâm điều khiển"
    chairperson: Text = "người chủ trì"
    local_chair: Text = "chủ trì cuộc họp tại điểm cầu"
    host_agency: Text = "cơ quan chủ trì"
    operator: Text = "cán bộ kỹ thuật"
    mcu_operator: Text | None = None
    podium: Text = "bục phát biểu"
    link: Text = "mạng truyền số liệu chuyên dùng"
    department: Text = "Sở Khoa học và Công nghệ"
    english: EnglishTerms = EnglishTerms()


class Organisation(Part, kw_only=True):
    """Names that change when a province or a department is merged; they touch no rule."""

    province_name: Text | None = None
    department_name: Text | None = None
    department_short: Text | None = None
    tiers: tuple[Tier, ...] | None = None
    successor_of: Text | None = None


class ControlCentre(Part, kw_only=True):
    place: Text | None = None
    operated_by: Party | None = None
    central_meetings_by: Text | None = None
    """Who runs meetings of the central authorities, where the text says so."""
    article: Article = ""


class HouseContactKind(StrEnum):
    REGISTRATION = "registration"
    TECHNICAL_SUPPORT = "technical_support"


class HouseContact(Part, kw_only=True):
    """A contact point that the regulation itself names."""

    kind: HouseContactKind
    unit: Text
    phone: Text | None = None
    email: Text | None = None
    article: Article = ""


class Security(Part, kw_only=True):
    device_check_by: Text | None = None
    standard: Text | None = None
    level: Text | None = None
    """By what the system's security level is judged."""
    access_article: Article = ""
    """Where it is said that a site's device meets conditions before it may join; empty: nobody is asked to confirm."""
    lock_after_minutes: Annotated[int, msgspec.Meta(ge=0, le=24 * 60)] = 15
    """A console with accounts locks itself after so many minutes without a key or a pointer; 0: never."""
    article: Article = ""
