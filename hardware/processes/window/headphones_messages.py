"""What a window and the headphones' process say to each other: JSON lines on its standard input and output."""

import msgspec

from console.command import kebab
from console.trouble import Trouble
from console.words import SiteId
from hardware.processes.window.chimes import ChimeKind


class HeadphonesOrder(msgspec.Struct, frozen=True, kw_only=True, tag_field="order", tag=kebab):
    """Base of what the window orders."""


class Listen(HeadphonesOrder):
    """Plays what the bridge puts into the ring, or nothing."""

    on: bool


class PlayChime(HeadphonesOrder):
    kind: ChimeKind


class UseDevice(HeadphonesOrder):
    """Plays on this device from now on; None: the one of the settings, else the system's own."""

    name: str | None = None


AnyHeadphonesOrder = Listen | PlayChime | UseDevice


class HeadphonesSaid(msgspec.Struct, frozen=True, kw_only=True, tag_field="said", tag=kebab):
    """Base of what the process says."""


class HeadphonesNow(HeadphonesSaid):
    """What is heard in the headphones; said whenever it is another. `trouble` is why nothing can be."""

    sounds: bool = False
    site: SiteId | None = None
    """Whose sound it is; None while it sounds: the program's."""
    trouble: Trouble | None = None


class ChimeUnplayed(HeadphonesSaid):
    """A chime found no device."""

    kind: ChimeKind


AnyHeadphonesSaid = HeadphonesNow | ChimeUnplayed
