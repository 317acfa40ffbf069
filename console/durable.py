"""The durable part of the state: what a session's log says about it, and nothing else.

Rule: these values change only by `replay.apply`; whatever is not in the log (connections, samples, what is in flight)
stands in `state.py`. Times are wall-clock milliseconds (UTC) as in the log's lines.
"""

import msgspec

from console.checks.check_sheet import CheckSheet
from console.checks.check_words import CheckItem, StageName
from console.content.content_port import ContentSource
from console.entries import SiteExpected
from console.fixed import Fixed
from console.floor.floor_facts import FloorRequest
from console.notes.record_facts import Incident, Mark
from console.office.meeting_file import MeetingFile
from console.recordings.recorder_facts import Recorded
from console.words import (
    MAIN_SITE,
    AlarmKind,
    CauseKind,
    DelegatedRight,
    Layout,
    Reason,
    SessionKind,
    Severity,
    SiteId,
)


class Session(Fixed):
    kind: SessionKind
    title: str
    meeting_uid: str
    session: str
    started_ms: int
    expected: tuple[SiteExpected, ...]
    profile_hash: str


class MicrophoneOrder(Fixed):
    """The commanded state of one satellite's microphone."""

    order: int
    open: bool = False
    may_open: bool = False
    because: Reason | None = None
    """Why it is closed: `STANDING_ORDER`, or None when it was silenced by name."""
    since_ms: int = 0

    @property
    def heard(self) -> bool:
        """Whether the order lets the site be heard."""
        return self.open or self.may_open


class Silence(Fixed):
    """The standing order. Before a session nobody may be heard."""

    in_force: bool = True
    order: int = 0
    since_ms: int | None = None


class SafeStop(Fixed):
    """An overlay over everything else: only the main endpoint is heard and shown."""

    order: int
    since_ms: int


class Podium(Fixed):
    """Who is the program's picture; without a site it is the main endpoint."""

    site: SiteId | None = None
    layout: Layout = Layout.MAIN_ENDPOINT
    waiting: bool = False
    """For the site's technician to open the microphone."""
    verified: bool = True
    since_ms: int | None = None
    last_connection_ms: int | None = None


class Scene(Fixed):
    """What "back" brings back: podium, layout and who may be heard."""

    podium: Podium
    silence: Silence
    microphones: dict[SiteId, MicrophoneOrder]


class Returned(Fixed):
    """The last "back": from which scene to which, in case the site does not come on air."""

    left: Scene
    to: Scene


class OnDeck(Fixed):
    site: SiteId
    since_ms: int
    ready_ms: int | None = None


class TakenOut(Fixed):
    """A request that left the queue without a speech, and where it stood."""

    request: FloorRequest
    position: int


class Speech(Fixed):
    """A running speech; it belongs to itself, not to the list."""

    site: SiteId
    request_id: str | None
    started_ms: int
    limit_seconds: int | None = None
    limit_is_own: bool = False
    """Whether this speech has another limit than the profile's."""
    person: str = ""
    """Who speaks, where that was said with the request."""


class Delegation(Fixed):
    """What a site may control besides itself, and until when."""

    rights: tuple[DelegatedRight, ...]
    since_ms: int
    until_ms: int | None = None
    """None: until the session ends."""
    given_by: str = ""
    basis: str = ""


class RecordingDecision(Fixed):
    """Whether the host allows recording."""

    allowed: bool
    decided_by: str
    note: str
    at_ms: int
    noted_by: str


class Attendance(Fixed):
    """What a site says of its room."""

    head_count: int | None
    in_charge: str


class Alarm(Fixed):
    """Something wrong that asks for attention until it is taken, and is shown until it is over."""

    alarm_id: str
    kind: AlarmKind
    severity: Severity
    sites: tuple[SiteId, ...]
    """Empty when it is about the bridge itself."""
    cause: CauseKind | None
    branch: str
    raised_ms: int
    taken_by: str | None = None
    taken_ms: int | None = None
    cleared_ms: int | None = None


class CueDone(Fixed):
    """A cue of the script that was taken or left out."""

    number: int
    at_ms: int
    site: SiteId = ""
    late_seconds: int | None = None
    skipped: bool = False


class ClosedStage(Fixed):
    """A technical check that is over and was reported to the chair."""

    at_ms: int
    person: str
    passed: int
    with_remarks: int
    failed: int
    not_reported: tuple[SiteId, ...] = ()


class Admission(Fixed):
    """Who may join besides having a credential."""

    locked: bool = False
    inside: tuple[SiteId, ...] = ()
    """Who may come back while the meeting is locked."""
    lobby: bool = False
    """Sites that are not of this meeting wait."""
    let_in: tuple[SiteId, ...] = ()
    waiting: tuple[SiteId, ...] = ()
    """Who has knocked and is kept outside, the newest last."""
    knocked_ms: dict[SiteId, int] = {}
    """When each of those that wait, or were turned away, knocked first."""
    turned_away: tuple[SiteId, ...] = ()
    """Who knocked and was told no; its further knocks are not named."""
    revoked: tuple[SiteId, ...] = ()
    """Whose machine was lost in this session: having been here opens no lock for its name."""


class Durable(Fixed):
    """All that replaying a session's lines gives back."""

    session: Session | None = None
    lines: int = 0
    order: int = 0
    """Highest order number given so far."""
    silence: Silence = Silence()
    microphones: dict[SiteId, MicrophoneOrder] = {}
    """Satellites whose order differs from what `silence` says of all."""
    lift_order: int = 0
    """Order number of the last end of a safe stop: every site is told again."""
    safe_stop: SafeStop | None = None
    podium: Podium = Podium()
    history: tuple[Scene, ...] = ()
    returned: Returned | None = None
    on_deck: OnDeck | None = None
    requests: tuple[FloorRequest, ...] = ()
    requests_made: int = 0
    taken_out: tuple[TakenOut, ...] = ()
    """Requests that may be put back, oldest first."""
    speech: Speech | None = None
    attempts: dict[SiteId, int] = {}
    alarms: dict[str, Alarm] = {}
    """By identifier, oldest first; those cleared before anybody took them are among them."""
    alarms_raised: int = 0
    marks: tuple[Mark, ...] = ()
    incidents: tuple[Incident, ...] = ()
    incidents_made: int = 0
    delegations: dict[SiteId, Delegation] = {}
    admission: Admission = Admission()
    recording: RecordingDecision | None = None
    """None: nobody has asked the host."""
    content: ContentSource | None = None
    """What is shown in the program besides the sites."""
    contents_shown: int = 0
    presenter: SiteId | None = None
    """The satellite that may present."""
    recorded: Recorded = Recorded()
    """What is wanted of the recording, and its files."""
    attendance: dict[SiteId, Attendance] = {}
    gains_db: dict[SiteId, int] = {}
    """Sites that are made louder or quieter in the mix."""
    auto_levels: frozenset[SiteId] = frozenset()
    """Sites whose speakers are brought to one loudness by the mix itself."""
    presets: dict[str, str] = {}
    """The preset last reached, by `site/camera`."""
    meeting_file: MeetingFile | None = None
    """What the session knows of its meeting; None: it was not registered, or is not read yet."""
    cue: int = 0
    """The script's last cue that was taken or left out."""
    cues_done: tuple[CueDone, ...] = ()
    cue_speaks: SiteId = ""
    """The site that the last cue brought to the podium, until its speech begins."""
    open_commands: tuple[str, ...] = ()
    """Asked and not ended."""
    called: bool = False
    """A satellite has been brought to the podium: the meeting itself has begun."""
    sheets: dict[str, CheckSheet] = {}
    """Technical checks, by `stage/site`."""
    last_checked: dict[SiteId, StageName] = {}
    """At which stage a site's last mark was made."""
    closed_stages: dict[StageName, ClosedStage] = {}
    baselines: dict[SiteId, dict[CheckItem, str]] = {}
    """Each site's usual values, with which a check compares."""


def resting_order(silence: Silence) -> MicrophoneOrder:
    """Returns what holds for a satellite about which nothing particular was said."""
    if silence.in_force:
        return MicrophoneOrder(order=silence.order, because=Reason.STANDING_ORDER, since_ms=silence.since_ms or 0)
    return MicrophoneOrder(order=silence.order, may_open=True, since_ms=silence.since_ms or 0)


def microphone_order(durable: Durable, site: SiteId) -> MicrophoneOrder:
    """Returns the order of one site as the standing order and its own say, before any safe stop."""
    if site == MAIN_SITE:
        return MicrophoneOrder(order=durable.order, open=True, may_open=True)
    return durable.microphones.get(site) or resting_order(durable.silence)


def commanded(durable: Durable, site: SiteId) -> MicrophoneOrder:
    """Returns the order in force for a site's microphone, safe stop included."""
    if durable.session is None and site != MAIN_SITE:
        return MicrophoneOrder(order=durable.order, because=Reason.NO_SESSION)
    own = microphone_order(durable, site)
    if site == MAIN_SITE:
        return own
    if durable.safe_stop is not None:
        stop = durable.safe_stop
        return MicrophoneOrder(
            order=max(own.order, stop.order), because=Reason.SAFE_STOP_IN_FORCE, since_ms=stop.since_ms
        )
    return msgspec.structs.replace(own, order=max(own.order, durable.lift_order))


def find_incident(durable: Durable, incident_id: str) -> Incident | None:
    """Returns an incident of this session, or None."""
    return next((incident for incident in durable.incidents if incident.incident_id == incident_id), None)


def find_request(durable: Durable, request_id: str) -> FloorRequest | None:
    """Returns an open floor request, or None."""
    return next((request for request in durable.requests if request.request_id == request_id), None)


def request_of(durable: Durable, site: SiteId) -> FloorRequest | None:
    """Returns the open floor request of a site, or None; there is at most one."""
    return next((request for request in durable.requests if request.site == site), None)
