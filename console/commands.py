"""What people may ask: wishes in the imperative, frozen, each naming the wanted state and never a toggle.

The tag of a command is its name on the command line (`main.py do mute-all`) and on every wire.
Rule: a command carries intent only; who asked is set by the bridge in `CommandRequest.actor`.
"""

import re

import msgspec

from console.words import CommandId, FloorSource, Layout, Origin, Role, SessionKind, SiteId


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


class WithdrawFloor(Command):
    site: SiteId


class MoveFloorRequest(Command):
    """Moves a request to `position` (0 is first)."""

    request_id: str
    position: int


class SkipFloor(Command):
    request_id: str


class GrantFloor(Command):
    """Gives the floor to a request: the site goes to the podium and its speech starts when it is on air."""

    request_id: str


class FinishSpeech(Command):
    """Ends the running speech, closes the speaker's microphone and shows the main endpoint."""


class GiveReady(Command):
    """The technician of the site on deck says Ready."""

    site: SiteId


class RecallPreset(Command):
    site: SiteId
    camera: str
    preset: str
    override_on_air: bool = False


class ListenToSite(Command):
    """Brings one site's sound to the operator's headphones only (`None` ends it); never touches the mix."""

    site: SiteId | None = None


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
    | GrantFloor
    | FinishSpeech
    | GiveReady
    | RecallPreset
    | ListenToSite
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
