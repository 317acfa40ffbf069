"""Between a site's endpoint process and its window: JSON lines, the state one way, the technician's acts the other.

Rule: loads no media library, for the window says and understands these messages too.
"""

import msgspec

from console.cameras.camera_wishes import CameraWish
from console.checks.check_words import CheckItem, CheckResult, StageName
from console.command import kebab
from console.commands import AnyCommand
from console.sites.site_facts import DeviceChoice, SoundTest
from console.sites.site_standing import SiteStanding
from console.trouble import Told


class Act(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="act", tag=kebab):
    """Base of what the technician does."""


class PressMicrophone(Act):
    open: bool


class AskFloor(Act):
    wanted: bool
    person: str = ""
    """Who is to speak."""


class SayReady(Act):
    pass


class EndSpeech(Act):
    pass


class TakeBack(Act):
    """Joins again now; whoever has the site's place is replaced."""


class TellIncident(Act):
    text: str
    opened_ms: int | None = None
    """When its form was opened, on the machine's wall clock."""


class GiveOrder(Act):
    """Asks something of other sites, as far as it was delegated."""

    command: AnyCommand


class TellWhoIsThere(Act):
    head_count: int | None
    in_charge: str


class TickItem(Act):
    """Says what was found of an item of the check."""

    stage: StageName
    item: CheckItem
    result: CheckResult
    note: str = ""
    by: str = ""


class UseInvitation(Act):
    """Joins with an invitation: its text, or the path of its file."""

    text: str


class ListDevices(Act):
    pass


class UseDevices(Act):
    """Opens these devices and joins anew."""

    devices: DeviceChoice


class Present(Act):
    """Shows the screen of this machine, or a film of it, to everybody; or no longer."""

    presents: bool
    path: str = ""
    """Empty: the screen."""


class PlayTest(Act):
    """Plays a test into the room; None ends it."""

    test: SoundTest | None


class RecallOwnPreset(Act):
    camera: str
    preset: str
    override_on_air: bool = False
    """The technician has opened the lock: everybody may see the camera move."""


class AskOwnCamera(Act):
    """Saves, renames, protects, brings back a preset, or does anything else with an own camera."""

    camera: str
    wish: CameraWish
    override_on_air: bool = False
    """As with a recall; of moves by hand alone."""


class WantPresetPicture(Act):
    """Asks for the picture of a preset by its name among the cameras' facts."""

    name: str


class PresetPicture(msgspec.Struct, frozen=True, tag_field="shows", tag="preset_picture"):
    """A picture of a preset on its way to the window; `jpeg` None: there is none."""

    name: str
    jpeg: bytes | None


class ShowPictures(Act):
    """The sizes of the pictures on the screen, in physical pixels; 0: not shown."""

    program: tuple[int, int]
    own: tuple[int, int]
    content: tuple[int, int] = (0, 0)
    """Not shown: content is wanted within the program."""


AnyAct = (
    PressMicrophone
    | AskFloor
    | SayReady
    | EndSpeech
    | TakeBack
    | TellIncident
    | TellWhoIsThere
    | GiveOrder
    | TickItem
    | UseInvitation
    | ListDevices
    | UseDevices
    | PlayTest
    | Present
    | RecallOwnPreset
    | AskOwnCamera
    | WantPresetPicture
    | ShowPictures
)


def never_joined(error: Told) -> SiteStanding:
    """Returns what the window shows of a site that cannot even begin."""
    why = error.trouble
    return SiteStanding(
        stopped=True, needs_invitation=True, trouble="" if why else str(error), troubles=(why,) if why else ()
    )
