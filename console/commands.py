"""What people may ask: wishes in the imperative, frozen, each naming the wanted state and never a toggle.

The tag of a command is its name on the command line (`main.py do mute-all`) and on every wire.
Rule: a command carries intent only; who asked is set by the bridge in `CommandRequest.actor`.
"""

import msgspec

from console.admission.admission_commands import AdmissionCommand
from console.cameras.camera_commands import (
    AdoptPresets,
    DeletePreset,
    DriveCamera,
    FocusCamera,
    MarkPreset,
    PlacePreset,
    RecalibrateCamera,
    RecallPreset,
    RehearsePresets,
    RenamePreset,
    RestorePreset,
    SavePreset,
    StopCamera,
    SwitchOnCamera,
)
from console.checks.check_commands import CloseCheckStage, FreezeBaseline, RunSiteCheck, StopSiteChecks, TickCheckItem
from console.command import Command
from console.content.content_commands import ContentCommand
from console.control.control_commands import ControlCommand
from console.floor.floor_commands import (
    ApproveFloor,
    FinishSpeech,
    GrantFloor,
    MoveFloorRequest,
    RefuseFloor,
    RequestFloor,
    RestoreFloor,
    SetFloorUrgency,
    SetSpeechLimit,
    SkipFloor,
    WithdrawFloor,
)
from console.incidents.incident_commands import (
    AskFallback,
    CloseIncident,
    DecideFallback,
    OpenIncident,
    ReopenIncident,
    RestoreIncident,
    TellOfIncident,
    UpdateIncident,
)
from console.meeting.meeting_commands import MeetingCommand
from console.notes.recording_commands import RecordingCommand
from console.recordings.recorder_commands import RecorderCommand
from console.words import CommandId, DelegatedRight, Layout, Origin, Role, SessionKind, SiteId


class StartSession(Command):
    """Starts a session; without `meeting_uid` a meeting is made for it."""

    kind: SessionKind
    title: str = ""
    meeting_uid: str | None = None


class EndSession(Command):
    pass


class MuteAll(Command):
    """Puts the standing order of silence in force for every satellite except those listed."""

    except_sites: tuple[SiteId, ...] = ()


class LiftSilence(Command):
    """Takes the standing order back; no microphone opens by itself."""


class MuteSite(Command):
    site: SiteId


class UnmuteSite(Command):
    """Lets one site be heard (lifts the order for it); its profile rule says who opens the microphone."""

    site: SiteId


class PutOnDeck(Command):
    site: SiteId


class TakeOffDeck(Command):
    pass


class BringToPodium(Command):
    site: SiteId


class ReturnToPrevious(Command):
    """Returns podium, layout and microphones to what they were before the last podium act ("back")."""


class SetLayout(Command):
    layout: Layout


class SafeStop(Command):
    """Silences all but the main endpoint and shows it, without any question."""


class LiftSafeStop(Command):
    """Reverses the safe stop: the state before it comes back, each opened microphone named in the log."""


class GiveReady(Command):
    """The technician of the site on deck says Ready."""

    site: SiteId


class ListenToSite(Command):
    """Brings one site's sound, or what everybody hears, to the operator's headphones; never touches the mix.

    Neither of them ends it.
    """

    site: SiteId | None = None
    program: bool = False


class SetGain(Command):
    """Makes a site louder or quieter in the mix, in whole decibels from -20 to 12; 0 is as it comes.

    `automatic` brings its speakers to one loudness by itself; the decibels come on top.
    """

    site: SiteId
    gain_db: int
    automatic: bool = False


class MarkMoment(Command):
    """Remembers this moment: the measurements of the minutes before it are kept."""

    note: str = ""


class AddNote(Command):
    text: str
    site: SiteId | None = None


class TellAttendance(Command):
    """Says how many sit in a site's room and who is in charge there."""

    site: SiteId
    head_count: int | None = None
    in_charge: str = ""


class Undo(Command):
    """Takes back the last act that can be taken back; see `undo.py`."""

    expected: str = ""
    """The act whose taking back was shown (`UndoView.step`); refused when another has come since. Empty: the last."""


class TakeAlarm(Command):
    """Takes an alarm in one's name: it goes on being shown and stops asking for attention."""

    alarm_id: str


class TakeClearedAlarms(Command):
    """Takes every alarm that is over and that nobody has taken; each has a line of its own."""


class ReloadDirectory(Command):
    """Makes the bridge read the list of sites again after it was edited from the command line."""


SessionCommand = StartSession | EndSession
SilenceCommand = MuteAll | LiftSilence | MuteSite | UnmuteSite | SafeStop | LiftSafeStop
PodiumCommand = BringToPodium | ReturnToPrevious | SetLayout
DeckCommand = PutOnDeck | TakeOffDeck | GiveReady
RecordCommand = MarkMoment | AddNote | TellAttendance | SetGain
IncidentCommand = (
    OpenIncident
    | UpdateIncident
    | RestoreIncident
    | CloseIncident
    | ReopenIncident
    | TellOfIncident
    | AskFallback
    | DecideFallback
)
AlarmCommand = TakeAlarm | TakeClearedAlarms
PresetChange = SavePreset | RenamePreset | DeletePreset | RestorePreset | PlacePreset | MarkPreset
CameraAct = DriveCamera | StopCamera | RecalibrateCamera | RehearsePresets | FocusCamera | SwitchOnCamera | AdoptPresets
CameraCommand = RecallPreset | CameraAct | PresetChange
FloorCommand = (
    RequestFloor
    | WithdrawFloor
    | MoveFloorRequest
    | SkipFloor
    | SetFloorUrgency
    | ApproveFloor
    | RefuseFloor
    | RestoreFloor
    | GrantFloor
    | FinishSpeech
    | SetSpeechLimit
)
CheckCommand = RunSiteCheck | StopSiteChecks | TickCheckItem | CloseCheckStage | FreezeBaseline
OfficeCommand = ReloadDirectory
AnyCommand = (
    SessionCommand
    | SilenceCommand
    | PodiumCommand
    | DeckCommand
    | FloorCommand
    | CameraCommand
    | ListenToSite
    | MeetingCommand
    | RecordCommand
    | IncidentCommand
    | CheckCommand
    | ControlCommand
    | AdmissionCommand
    | RecordingCommand
    | RecorderCommand
    | ContentCommand
    | AlarmCommand
    | Undo
    | OfficeCommand
)


class Scope(msgspec.Struct, frozen=True, kw_only=True):
    """What was delegated to an operator; no sites: all of them."""

    rights: tuple[DelegatedRight, ...]
    sites: tuple[SiteId, ...] = ()


class Actor(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Who is behind a command, as the bridge knows it from the authenticated connection."""

    person: str
    role: Role
    origin: Origin
    site: SiteId | None = None
    account: str = ""
    """The account that proved it by its password; empty: the name was only asked, for there are no accounts."""
    scope: Scope | None = None
    """What a delegated operator may."""


class CommandRequest(msgspec.Struct, frozen=True, kw_only=True):
    """A command on its way to the core."""

    command_id: CommandId
    actor: Actor
    command: AnyCommand
