"""Between a site's endpoint process and its window: JSON lines, the state one way, the technician's acts the other.

Rule: loads no media library, for the window says and understands these messages too.
"""

import msgspec

from console.camera_facts import CameraFacts
from console.commands import kebab
from console.site_facts import DeviceChoice, DeviceFacts, EchoFacts, PresetAnswer, ReportFacts, SoundTest
from console.snapshot import LineQuality
from console.trouble import Told, Trouble
from console.words import Reason


class SiteShown(msgspec.Struct, frozen=True, kw_only=True):
    """One moment of the endpoint for its window; moments are wall-clock milliseconds."""

    joined: bool = False
    stopped: bool = False
    replaced: bool = False
    """Another computer has joined as this site; nothing follows until the technician takes the place back."""
    needs_invitation: bool = False
    """This machine has no way to a bridge; `troubles` says why what it had cannot be used."""
    trouble: str = ""
    """Why the site is not in the meeting, in English, where it has no kind."""
    troubles: tuple[Trouble, ...] = ()
    """Why the site is not in the meeting, and what is missing in the room."""
    attempt: int = 0
    """Which attempt to join in a row is under way or comes next; 0 while the site is joined."""
    next_try_ms: int | None = None
    """When the next attempt begins; None while one is under way."""
    site_name: str = ""
    site_number: int | None = None
    main_name: str = ""
    title: str = ""
    in_session: bool = True
    microphone_open: bool = False
    microphone_ordered_open: bool = False
    may_open: bool = False
    has_microphone: bool = True
    reason: Reason | None = None
    since_ms: int | None = None
    """Since when the order for the microphone holds."""
    listened: bool = False
    on_podium: bool = False
    on_deck: bool = False
    ready: bool = False
    """Ready was said since the site is on deck; the window's end remembers it, the endpoint does not say it."""
    queue_place: int | None = None
    asked_ms: int | None = None
    ahead_seconds: int | None = None
    """How long those before this site may speak, without the running speech; None: cannot be said."""
    floor_free_ms: int | None = None
    """When the running speech reaches its limit."""
    speech_started_ms: int | None = None
    speech_limit_seconds: int | None = None
    loss_percent: float | None = None
    """The worse of sound and picture, over the last 5 s."""
    frames_per_second: float | None = None
    round_trip_ms: float | None = None
    line_quality: LineQuality = LineQuality.NO_DATA
    """How the bridge sees the line."""
    room_level: float = 0.0
    """Level of the room's own microphone, 0 to 1."""
    played_level: float = 0.0
    """Level of the program's sound in the room, 0 to 1."""
    asks_attendance: bool = False
    head_count: int | None = None
    """As the bridge has it."""
    in_charge: str = ""
    attendance: ReportFacts | None = None
    incident: ReportFacts | None = None
    cameras: tuple[CameraFacts, ...] = ()
    preset_answer: PresetAnswer | None = None
    devices: DeviceFacts | None = None
    """None until they were asked for."""
    sound_test: SoundTest | None = None
    echo: EchoFacts | None = None


class Act(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="act", tag=kebab):
    """Base of what the technician does."""


class PressMicrophone(Act):
    open: bool


class AskFloor(Act):
    wanted: bool


class SayReady(Act):
    pass


class EndSpeech(Act):
    pass


class TakeBack(Act):
    """Joins again now; whoever has the site's place is replaced."""


class TellIncident(Act):
    text: str


class TellWhoIsThere(Act):
    head_count: int | None
    in_charge: str


class UseInvitation(Act):
    """Joins with an invitation: its text, or the path of its file."""

    text: str


class ListDevices(Act):
    pass


class UseDevices(Act):
    """Opens these devices and joins anew."""

    devices: DeviceChoice


class PlayTest(Act):
    """Plays a test into the room; None ends it."""

    test: SoundTest | None


class RecallOwnPreset(Act):
    camera: str
    preset: str


class SaveOwnPreset(Act):
    camera: str
    preset: str


class ShowPictures(Act):
    """The sizes of the pictures on the screen, in physical pixels; 0: not shown."""

    program: tuple[int, int]
    own: tuple[int, int]


AnyAct = (
    PressMicrophone
    | AskFloor
    | SayReady
    | EndSpeech
    | TakeBack
    | TellIncident
    | TellWhoIsThere
    | UseInvitation
    | ListDevices
    | UseDevices
    | PlayTest
    | RecallOwnPreset
    | SaveOwnPreset
    | ShowPictures
)


def never_joined(error: Told) -> SiteShown:
    """Returns what the window shows of a site that cannot even begin."""
    why = error.trouble
    return SiteShown(
        stopped=True, needs_invitation=True, trouble="" if why else str(error), troubles=(why,) if why else ()
    )
