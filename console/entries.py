"""What the session log holds: one frozen type per kind of line, in the past tense.

Rule: the durable part of the state is nothing but `apply` folded over these entries (see `state.py`), so that replaying
the file gives the same state. Only integers, booleans, texts and lists stand in an entry: canonical JSON must be exact.
A kind is never changed after release; a new meaning gets a new kind.
"""

import msgspec

from console.admission.admission_entries import AnyAdmissionEntry
from console.alarms.alarm_entries import AnyAlarmEntry
from console.cameras.camera_entries import AnyCameraEntry
from console.checks.check_entries import AnyCheckEntry
from console.commands import Actor
from console.configuration.configuration_entries import AnyConfigurationEntry
from console.content.content_entries import AnyContentEntry
from console.control.control_entries import AnyControlEntry
from console.entry import Entry
from console.floor.floor_entries import AnyFloorEntry
from console.incidents.incident_entries import AnyIncidentEntry
from console.meeting.meeting_entries import AnyMeetingEntry
from console.notes.note_entries import AnyNoteEntry
from console.notes.recording_entries import RecordingDecided
from console.recordings.recorder_entries import AnyRecorderEntry
from console.words import Layout, LoadStep, MuteRule, Outcome, Reason, SessionKind, SiteId, SiteRole


class SiteExpected(msgspec.Struct, frozen=True, kw_only=True):
    site: SiteId
    number: int
    name: str
    role: SiteRole
    district: str = ""
    carrier: str = ""


class SessionStarted(Entry):
    kind_of_session: SessionKind
    title: str
    meeting_uid: str
    session: str
    expected: tuple[SiteExpected, ...]
    profile_id: str
    profile_hash: str
    profile_version: str = ""


class SessionEnded(Entry):
    pass


class BridgeStarted(Entry):
    """The bridge process began to write to this session (again, after a restart)."""

    program_version: str
    restart: bool


class DirectoryChanged(Entry):
    expected: tuple[SiteExpected, ...]


class CommandAsked(Entry):
    """The "requested" line: written before an opening act, together with a silencing one.

    `what` is the command's JSON.
    """

    command_id: str
    actor: Actor
    what: str


class CommandEnded(Entry):
    command_id: str
    outcome: Outcome
    reason: Reason | None = None
    unconfirmed: tuple[SiteId, ...] = ()


class SilenceOrdered(Entry):
    """The standing order is in force for every satellite but these."""

    order: int
    except_sites: tuple[SiteId, ...]
    rule: MuteRule | None = None
    """The profile's rule that gave the order because the main endpoint began to speak; None: a person, the start."""


class SilenceLifted(Entry):
    order: int


class MicrophoneOrdered(Entry):
    """The commanded state of one site's microphone changed (or its right to open it)."""

    site: SiteId
    order: int
    open: bool
    may_open: bool
    because: Reason | None = None


class MicrophoneChanged(Entry):
    """What the site reports of its microphone changed."""

    site: SiteId
    open: bool


class SoundChanged(Entry):
    """What the media shows changed: sound, silence, or nothing to judge by (None)."""

    site: SiteId
    sounding: bool | None


class ViolationSeen(Entry):
    """A site sends or reports an open microphone although it is ordered closed; it is out of the mix."""

    site: SiteId


class ForgottenMicrophoneSeen(Entry):
    """A site off the podium was open and sounding for longer than the rule allows."""

    site: SiteId


class OpeningTried(Entry):
    """A site's technician tried to open the microphone under the order."""

    site: SiteId


class SiteJoined(Entry):
    site: SiteId
    address: str
    kind_of_connection: str


class SiteLeft(Entry):
    site: SiteId
    text: str = ""


class SiteWentOld(Entry):
    site: SiteId


class SiteCameBack(Entry):
    site: SiteId


class AdmissionDenied(Entry):
    site: SiteId | None
    address: str
    text: str
    refusal: str = ""
    """The front's kind of it, a value of `TroubleKind`."""


class OnDeckChanged(Entry):
    site: SiteId | None


class ReadyGiven(Entry):
    site: SiteId


class PreflightEnded(Entry):
    """The checks before the podium: None means not measured."""

    site: SiteId
    passed: bool
    loss_per_mille: int | None
    packets: int
    sound_path: bool | None
    took_ms: int


class PodiumTaken(Entry):
    """The site is the program's picture; `waiting` until its technician opens the microphone.

    From here on the site may be heard, and the standing order holds for all other satellites.
    """

    site: SiteId
    layout: Layout
    waiting: bool
    order: int


class PodiumVerified(Entry):
    """Connection time: from the command to the site's new frame and sound here, and the program's at the site."""

    site: SiteId
    frame_ms: int | None
    sound_ms: int | None
    site_frame_ms: int | None
    site_sound_ms: int | None
    connection_ms: int | None


class PodiumRolledBack(Entry):
    """The site did not come on air: podium, layout and microphones before `PodiumTaken` came back."""

    site: SiteId
    reason: Reason
    order: int


class PodiumLeft(Entry):
    """The site left the podium and its microphone is closed again."""

    site: SiteId
    layout: Layout
    order: int


class PodiumReturned(Entry):
    """Podium, layout and microphones before the last podium act came back ("back")."""

    site: SiteId | None
    order: int


class ReturnRolledBack(Entry):
    """The site to which "back" led did not come on air: what was before `PodiumReturned` holds again."""

    site: SiteId
    reason: Reason
    order: int


class LayoutSet(Entry):
    layout: Layout


class SafeStopped(Entry):
    closed: tuple[SiteId, ...]
    order: int


class SafeStopLifted(Entry):
    """The state before the safe stop holds again; `opened` may be heard again."""

    opened: tuple[SiteId, ...]
    order: int


class ListenOpened(Entry):
    """Sound of a silent site was taken to the bridge alone (pre-flight or headphones); the site shows it."""

    site: SiteId
    for_headphones: bool


class ListenClosed(Entry):
    site: SiteId


class EngineChanged(Entry):
    up: bool
    incarnation: int
    text: str = ""


class LoadShed(Entry):
    """The bridge gave something up, or took it back: `steps` are all that are in force from now on."""

    steps: tuple[LoadStep, ...]
    loop_late_ms: int
    picture_late_ms: int


class LogFellBehind(Entry):
    """An opening act went ahead before its line was durable."""

    command_id: str


class NonsenseHeard(Entry):
    site: SiteId
    text: str


class ClockStepped(Entry):
    by_ms: int


SessionEntry = (
    SessionStarted | SessionEnded | DirectoryChanged | CommandAsked | CommandEnded | SiteJoined | ClockStepped
)
SilenceEntry = SilenceOrdered | SilenceLifted | MicrophoneOrdered | MicrophoneChanged | SafeStopped | SafeStopLifted
PodiumEntry = (
    OnDeckChanged
    | ReadyGiven
    | PodiumTaken
    | PodiumVerified
    | PodiumRolledBack
    | PodiumLeft
    | PodiumReturned
    | ReturnRolledBack
    | LayoutSet
)
ToldEntry = (
    BridgeStarted
    | SoundChanged
    | ViolationSeen
    | ForgottenMicrophoneSeen
    | OpeningTried
    | SiteLeft
    | SiteWentOld
    | SiteCameBack
    | AdmissionDenied
    | PreflightEnded
    | ListenOpened
    | ListenClosed
    | EngineChanged
    | LoadShed
    | LogFellBehind
    | NonsenseHeard
    | AnyConfigurationEntry
)
"""What is told and changes nothing that has to survive."""
AnyEntry = (
    SessionEntry
    | SilenceEntry
    | PodiumEntry
    | ToldEntry
    | AnyAlarmEntry
    | AnyFloorEntry
    | AnyNoteEntry
    | AnyIncidentEntry
    | AnyCameraEntry
    | AnyMeetingEntry
    | AnyCheckEntry
    | AnyControlEntry
    | AnyAdmissionEntry
    | RecordingDecided
    | AnyRecorderEntry
    | AnyContentEntry
)


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """A log entry with its place in the file and its moment; the chain's hashes are the log book's business."""

    number: int
    """1 for the first line of the session; no gaps."""
    schema: int = 1
    meeting_uid: str
    session: str
    profile_hash: str
    wall_ms: int
    monotonic_ms: int
    command_id: str | None = None
    actor: Actor | None = None
    entry: AnyEntry
