"""What people may ask: wishes in the imperative, frozen, each naming the wanted state and never a toggle.

The tag of a command is its name on the command line (`main.py do mute-all`) and on every wire.
Rule: a command carries intent only; who asked is set by the bridge in `CommandRequest.actor`.
"""

import re
from typing import Annotated

import msgspec

from console.words import CommandId, FloorSource, FloorUrgency, Layout, Origin, Role, SessionKind, SiteId

PresetName = Annotated[str, msgspec.Meta(min_length=1, max_length=100)]
"""How people call a preset, in Vietnamese; unique within its camera."""


def kebab(name: str) -> str:
    """Returns the hyphenated lower-case form of a class name."""
    return re.sub(r"(?<!^)(?=[A-Z])", "-", name).lower()


class Command(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="do", tag=kebab):
    """Base of all commands."""


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


class RequestFloor(Command):
    site: SiteId
    source: FloorSource = FloorSource.PHONE
    note: str = ""
    urgency: FloorUrgency = FloorUrgency.NORMAL


class WithdrawFloor(Command):
    site: SiteId


class MoveFloorRequest(Command):
    """Moves a request to `position` (0 is first)."""

    request_id: str
    position: int


class SkipFloor(Command):
    request_id: str


class SetFloorUrgency(Command):
    """Makes a request more or less urgent and moves it to where its urgency belongs."""

    request_id: str
    urgency: FloorUrgency


class ApproveFloor(Command):
    """The chair's yes to a request, given in the chair's view or told to the operator."""

    request_id: str


class RefuseFloor(Command):
    """The chair's no to a request: it leaves the queue."""

    request_id: str
    note: str = ""


class RestoreFloor(Command):
    """Puts a request that was skipped, withdrawn or refused back to its place."""

    request_id: str


class GrantFloor(Command):
    """Gives the floor to a request: the site goes to the podium and its speech starts when it is on air."""

    request_id: str


class FinishSpeech(Command):
    """Ends the running speech, closes the speaker's microphone and shows the main endpoint."""


class SetSpeechLimit(Command):
    """Gives the running speech another limit, counted from its beginning; None takes the limit away."""

    seconds: int | None = None


class GiveReady(Command):
    """The technician of the site on deck says Ready."""

    site: SiteId


class RecallPreset(Command):
    site: SiteId
    camera: str
    preset: str
    override_on_air: bool = False


class DriveCamera(Command):
    """Keeps a camera moving at these speeds, in per cent of its fastest; all 0 stands still.

    Right, up and nearer are positive. The move ends by itself `hold_ms` after the last such command: whoever holds a
    key gives it again before.
    """

    site: SiteId
    camera: str
    pan: Annotated[int, msgspec.Meta(ge=-100, le=100)] = 0
    tilt: Annotated[int, msgspec.Meta(ge=-100, le=100)] = 0
    zoom: Annotated[int, msgspec.Meta(ge=-100, le=100)] = 0
    hold_ms: Annotated[int, msgspec.Meta(ge=100, le=1000)] = 600
    override_on_air: bool = False


class StopCamera(Command):
    """Lets a camera stand still, whatever it is doing; never held up by anything."""

    site: SiteId
    camera: str


class SavePreset(Command):
    """Saves where the camera stands, with a picture; what it overwrites is kept for one `RestorePreset`."""

    site: SiteId
    camera: str
    preset: PresetName
    overwrite: bool = False


class RenamePreset(Command):
    site: SiteId
    camera: str
    preset: str
    name: PresetName


class DeletePreset(Command):
    """Deletes a preset; it is kept for one `RestorePreset`."""

    site: SiteId
    camera: str
    preset: str


class RestorePreset(Command):
    """Brings back what a preset was before it was last overwritten or deleted; again, and it is undone."""

    site: SiteId
    camera: str
    preset: str


class ListenToSite(Command):
    """Brings one site's sound, or what everybody hears, to the operator's headphones; never touches the mix.

    Neither of them ends it.
    """

    site: SiteId | None = None
    program: bool = False


class SetGain(Command):
    """Makes a site louder or quieter in the mix, in whole decibels from -20 to 12; 0 is as it comes."""

    site: SiteId
    gain_db: int


class MarkMoment(Command):
    """Remembers this moment: the measurements of the minutes before it are kept."""

    note: str = ""


class AddNote(Command):
    text: str
    site: SiteId | None = None


class OpenIncident(Command):
    """Notes something that the minutes have to name."""

    text: str
    site: SiteId | None = None


class TellAttendance(Command):
    """Says how many sit in a site's room and who is in charge there."""

    site: SiteId
    head_count: int | None = None
    in_charge: str = ""


class Undo(Command):
    """Takes back the last act that can be taken back; see `undo.py`."""


class TakeAlarm(Command):
    """Takes an alarm in one's name: it goes on being shown and stops asking for attention."""

    alarm_id: str


class RevokeCredentials(Command):
    """Ends every credential and connection of a site."""

    site: SiteId


class ReloadDirectory(Command):
    """Makes the bridge read the list of sites again after it was edited from the command line."""


AnyCommand = (
    StartSession
    | EndSession
    | MuteAll
    | LiftSilence
    | MuteSite
    | UnmuteSite
    | PutOnDeck
    | TakeOffDeck
    | BringToPodium
    | ReturnToPrevious
    | SetLayout
    | SafeStop
    | LiftSafeStop
    | RequestFloor
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
    | GiveReady
    | RecallPreset
    | DriveCamera
    | StopCamera
    | SavePreset
    | RenamePreset
    | DeletePreset
    | RestorePreset
    | ListenToSite
    | SetGain
    | MarkMoment
    | AddNote
    | OpenIncident
    | TellAttendance
    | Undo
    | TakeAlarm
    | RevokeCredentials
    | ReloadDirectory
)


class Actor(msgspec.Struct, frozen=True, kw_only=True):
    """Who is behind a command, as the bridge knows it from the authenticated connection."""

    person: str
    role: Role
    origin: Origin
    site: SiteId | None = None


class CommandRequest(msgspec.Struct, frozen=True, kw_only=True):
    """A command on its way to the core."""

    command_id: CommandId
    actor: Actor
    command: AnyCommand
