"""The places of the meetings: rooms, what stands in them, the lines that reach them, and where a site belongs.

Rule: name, number and parent of a site stand in the live directory (`console.events.Site`), whose versions are kept
here; what the office knows beside that stands here too, under the same identifier.
"""

from enum import StrEnum
from typing import Annotated

import msgspec

from console.events import Site
from console.office.people import Day, Name, ShortText
from console.office.record import Id, Record, Text
from console.words import SiteId

Count = Annotated[int, msgspec.Meta(ge=0, le=100_000)]


class ControlRight(StrEnum):
    """What a site may do beside its own microphone, camera and presets."""

    OWN = "own"
    """Its own equipment only."""
    DELEGATED = "delegated"
    """What is delegated to it for a time (Đồng Nai, article 12 clause 2)."""
    OWN_MEETINGS = "own_meetings"
    """Holds meetings of its own with the sites below it (Đắk Lắk, I.4g; Bắc Kạn, article 6 clause 3)."""
    MAIN = "main"
    """The main endpoint's: silence, podium, layout, gain of all."""


class BackupPower(StrEnum):
    """What keeps a site running when the mains fail."""

    UNKNOWN = ""
    NONE = "none"
    UPS = "ups"
    GENERATOR = "generator"
    BOTH = "both"


class SiteEntry(Record, frozen=True, kw_only=True, tag="site"):
    """A row of the live directory as somebody wrote it: the register keeps its versions; `id` is the `SiteId`."""

    number: int
    name: Name
    parent: SiteId | None = None
    district: ShortText = ""
    carrier: ShortText = ""
    contacts: ShortText = ""


def entry_of(site: Site) -> SiteEntry:
    """Returns a site of the live directory as the register keeps it."""
    return SiteEntry(
        id=site.site,
        number=site.number,
        name=site.name,
        parent=site.parent,
        district=site.district,
        carrier=site.carrier,
        contacts=site.contacts,
    )


class SitePlace(Record, frozen=True, kw_only=True, tag="site_place"):
    """What the office knows of a site; `id` is its `SiteId`."""

    tier: Annotated[int, msgspec.Meta(ge=0, le=9)] = 0
    """1 is the province; 0: as deep as its parents say."""
    unit: ShortText = ""
    """Who answers for it."""
    address: Text = ""
    control_right: ControlRight = ControlRight.OWN
    nearest: SiteId | None = None
    """Where its people go when it cannot be reached."""
    internet_allowed: bool = False
    """Its Internet line is safe enough to stand in for the dedicated one."""
    backup_power: BackupPower = BackupPower.UNKNOWN
    backup_minutes: Count = 0
    note: Text = ""


class Room(Record, frozen=True, kw_only=True, tag="room"):
    """A meeting room of a site."""

    name: Name
    site: SiteId
    seats: Count = 0
    priority: bool = True
    """Online meetings come first in it."""
    manager: Id | None = None
    """Who answers for it: a `Person`."""
    note: Text = ""


class DeviceKind(StrEnum):
    """What a device is; the first four are the columns of Phụ lục II."""

    CAMERA = "camera"
    CONNECTOR = "connector"
    MICROPHONE = "microphone"
    CABLE = "cable"
    SCREEN = "screen"
    SOUND = "sound"
    COMPUTER = "computer"
    NETWORK = "network"
    POWER = "power"
    OTHER = "other"


class Device(Record, frozen=True, kw_only=True, tag="device"):
    """A device that stands at a site."""

    name: Name
    kind: DeviceKind = DeviceKind.OTHER
    site: SiteId
    room: Id | None = None
    serial: ShortText = ""
    address: ShortText = ""
    """How it is reached on the network."""
    owner: ShortText = ""
    """The unit that it was handed to."""
    handed_over: Day = ""
    spare: bool = False
    """Stands by for another."""
    note: Text = ""


class LineKind(StrEnum):
    """What a line is made of."""

    TSLCD = "tslcd"
    """The dedicated data network of Party and State bodies."""
    INTERNET = "internet"
    LEASED = "leased"
    MOBILE = "mobile"
    SATELLITE = "satellite"


class Line(Record, frozen=True, kw_only=True, tag="line"):
    """A line that reaches a site."""

    site: SiteId
    kind: LineKind = LineKind.TSLCD
    provider: ShortText = ""
    circuit_id: ShortText = ""
    """The provider's number of it, which it asks for on the telephone."""
    addresses_v4: tuple[Name, ...] = ()
    addresses_v6: tuple[Name, ...] = ()
    bandwidth_kbps: Annotated[int, msgspec.Meta(ge=0, le=100_000_000)] = 0
    content_bandwidth_kbps: Annotated[int, msgspec.Meta(ge=0, le=100_000_000)] = 0
    backup: bool = False
    """Stands in for another."""
    note: Text = ""
