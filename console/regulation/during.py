"""What a regulation asks during a meeting: microphones, floor requests, control, fallback, incidents."""

from enum import StrEnum

from console.regulation.province import Article, Channel, Part, Party, Text
from console.words import MuteRule


class OnCalled(StrEnum):
    """What happens to the microphone of a site that is called to speak."""

    LOCAL_OPERATOR_UNMUTES = "local_operator_unmutes"


class Mute(Part, kw_only=True):
    """The rule of microphones; with `choices` the profile leaves the rule to whoever takes it into use.

    How microphones stand when a meeting begins is the live key `silent_at_start`.
    """

    rule: MuteRule | None = None
    choices: tuple[MuteRule, ...] = ()
    on_called: OnCalled | None = None
    article: Article = ""


class Floor(Part, kw_only=True):
    """How a site asks for the floor and who hears of it."""

    request_to: Party | None = None
    relay_to: Party | None = None
    channels: tuple[Channel, ...] = ()
    """Empty: any."""
    by_script: bool = False
    chair_calls: bool = False
    article: Article = ""


class HostKind(StrEnum):
    """Whose meeting it is: decides the room and, in Thanh Hóa, with whom it is registered and who operates."""

    PARTY = "party"
    PEOPLES_COMMITTEE = "peoples_committee"
    PEOPLES_COUNCIL = "peoples_council"
    DEPARTMENT = "department"
    FRONT = "front"
    """The Fatherland Front and the mass organisations."""
    DISTRICT = "district"
    """An authority of a district holds it with the communes below it."""
    OTHER = "other"


class Branch(StrEnum):
    """Whose meetings a technician operates where that decides (Thanh Hóa, article 8 clause 2)."""

    ANY = ""
    PARTY = "party"
    GOVERNMENT = "government"


class HostRule(Part, kw_only=True):
    """Where meetings of these hosts are chaired, and whose technicians operate the satellites then.

    `chair_rooms` name the houses whose rooms serve them, any of them is right; "{department}" is the department by its
    name of today. `operators` empty: the text names none.
    """

    hosts: tuple[HostKind, ...]
    chair_rooms: tuple[Text, ...] = ()
    rooms_article: Article = ""
    operators: Branch = Branch.ANY
    operators_named: Text | None = None
    """How the text calls these technicians."""
    operators_article: Article = ""


class MeetingLevel(StrEnum):
    """Whose meeting it is by its place in the administration."""

    CENTRAL = "central"
    """The central authorities hold it, the province takes part."""
    PROVINCE = "province"
    AGENCY = "agency"
    """A specialised agency of the province holds it."""
    DISTRICT = "district"


class RunBy(Part, kw_only=True):
    """Who operates meetings of a level; `own_room`: from a room of its own that may connect, else the department's."""

    level: MeetingLevel
    by: Text
    own_room: bool = False
    article: Article = ""


class ControlCondition(Part, kw_only=True):
    """What has to be met before control is delegated, in the text's words."""

    text: Text
    article: Article


class Control(Part, kw_only=True):
    """Who controls what; `delegation` lets control of a session be given to another site."""

    mute_remote: Party | None = None
    mcu: Party | None = None
    delegation: bool = False
    delegate_to: Text | None = None
    conditions: tuple[ControlCondition, ...] = ()
    """Each is confirmed by whoever gives a delegation."""
    beyond_rights_to: Party | None = None
    """Who is called when an act exceeds the delegated rights."""
    no_dialling_without_order: bool = False
    chair_rooms: tuple[Text, ...] = ()
    by_host: tuple[HostRule, ...] = ()
    run_by: tuple[RunBy, ...] = ()
    """Empty: the control centre operates all of them."""
    article: Article = ""


class Configuration(Part, kw_only=True):
    """When the configuration stays as it is, and who agrees to a change; the program lets it be while a meeting runs.

    `agreed_by` is the body that manages the system, in the text's words.
    """

    frozen_in_session: bool = True
    frozen_after_check: bool = False
    """From a good technical check until the meeting."""
    agreed_by: Text | None = None
    article: Article = ""


class FallbackNeed(StrEnum):
    DEVICE = "device"
    LINE = "line"
    BACKUP_POWER = "backup_power"


class InternetUse(StrEnum):
    """Whether the Internet may stand in for the dedicated network."""

    UNSTATED = "unstated"
    ALLOWED = "allowed"
    IF_SECURE = "if_secure"


class Fallback(Part, kw_only=True):
    """What each site keeps in reserve, and what may be done when a line fails."""

    required: tuple[FallbackNeed, ...] = ()
    merge_site: bool = False
    """A site may join the meeting at the nearest other site."""
    internet: InternetUse = InternetUse.UNSTATED
    approval_by: Party | None = None
    article: Article = ""


class IncidentFact(StrEnum):
    CAUSE = "cause"
    SOLUTION = "solution"
    RESTORE_TIME = "restore_time"


class IncidentRule(Part, kw_only=True):
    """Whom a site tells of a failure, and what it tells."""

    notify: tuple[Party, ...] = ()
    facts: tuple[IncidentFact, ...] = ()
    facts_to: tuple[Party, ...] = ()
    local_chair: bool = False
    """The local chair is told too, so that content and time can be adjusted."""
    report_unrecovered: bool = False
    article: Article = ""
