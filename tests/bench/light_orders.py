"""What the bench and its processes of light peers say to each other: JSON lines on standard input and output.

Rule: moments are monotonic seconds, which all processes of one machine share.
"""

import msgspec

from console.words import SiteId
from hardware.simulator.lines.line_model import LineConditions


class PeerPlan(msgspec.Struct, frozen=True, kw_only=True):
    """One site that a process plays; `credential` is its bearer secret."""

    site: SiteId
    number: int
    name: str
    credential: str
    observes: bool = False
    """Decrypts and hears."""
    full_size: bool = False
    """Has all rungs coded; for others the thumbnail stands for every rung."""
    speaks: bool = False
    sounds_always: bool = False
    """Sends its sound whatever its gate says, as a device without a control channel does."""
    tile_frames_per_second: int = 8
    deaf_seconds: float = 0.0
    line: LineConditions | None = None
    """The site is behind a relay with these conditions, both ways."""


class Order(msgspec.Struct, frozen=True, kw_only=True, tag_field="do"):
    pass


class Prepare(Order, tag="prepare"):
    """The first order: who is played, and where the bridge is."""

    urls: tuple[str, ...]
    fingerprint: str
    plans: tuple[PeerPlan, ...]


class JoinAll(Order, tag="join"):
    """All sites join at `at_seconds`; those that are there leave before.

    Those that stay come back by themselves when they lose the bridge, by the rules of the real endpoint.
    """

    at_seconds: float
    stays: bool = False


class LeaveAll(Order, tag="leave"):
    pass


class End(Order, tag="end"):
    """All sites leave and the process ends."""


AnyOrder = Prepare | JoinAll | LeaveAll | End


class Told(msgspec.Struct, frozen=True, kw_only=True, tag_field="told"):
    pass


class Prepared(Told, tag="prepared"):
    pass


class SiteUp(Told, tag="up"):
    """The control channel of a site is open."""

    site: SiteId
    at_seconds: float


class SiteFailed(Told, tag="failed"):
    site: SiteId
    text: str


class SoundBegan(Told, tag="sound-began"):
    """An observer's mix has sound again; `at_seconds` is when the packet arrived."""

    site: SiteId
    at_seconds: float


class SoundEnded(Told, tag="sound-ended"):
    """An observer's mix is silent; `at_seconds` is when its last packet with sound arrived."""

    site: SiteId
    at_seconds: float


AnyTold = Prepared | SiteUp | SiteFailed | SoundBegan | SoundEnded

encoder = msgspec.json.Encoder()
order_decoder = msgspec.json.Decoder(AnyOrder)
told_decoder = msgspec.json.Decoder(AnyTold)
