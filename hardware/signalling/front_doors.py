"""What the front needs of the bridge, given to it by whoever puts the program together.

Rule: the front authenticates, bounds and passes on; it decides nothing about the meeting.
"""

from collections.abc import Awaitable, Callable, Collection
from dataclasses import dataclass, field

from console.engine_port import ConnectionKind
from console.events import AdmissionRefused, JoinsBounded, SiteAdmitted
from console.ports_identity import CredentialBook
from console.words import ConnectionId, SiteId
from hardware.signalling.paces import Pace
from hardware.signalling.refusals import Refusal


class OfferRejected(Exception):
    """An engine does not take an SDP offer; its text is one sentence.

    `passing`: nothing is wrong with the offer, the same may be taken in a second.
    """

    def __init__(self, text: str, *, passing: bool = False) -> None:
        super().__init__(text)
        self.passing = passing


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontDoors:
    """The calls behind the front.

    `accept_offer` returns the SDP answer or raises `OfferRejected`. `is_connected` names the machine
    (`Admitted.machine`) with which a site is connected now (None: it is not), `connected_sites` all sites that are.
    `holds_connection` tells whether the engine has a connection that was admitted. `name_of` is None for a site that is
    not in the directory.
    """

    book: CredentialBook
    accept_offer: Callable[[SiteId, ConnectionId, ConnectionKind, str], Awaitable[str]]
    close_connection: Callable[[SiteId, ConnectionId], None]
    is_connected: Callable[[SiteId], str | None]
    name_of: Callable[[SiteId], str | None]
    post: Callable[[SiteAdmitted | AdmissionRefused | JoinsBounded], None]
    kept_outside: Callable[[SiteId], Refusal | None] = lambda _site: None
    """Why a site with a good credential may not join now: the lock, or the lobby."""
    connected_sites: Callable[[], Collection[SiteId]] = tuple
    holds_connection: Callable[[SiteId, ConnectionId], bool] = lambda _site, _connection: True


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontLimits:
    """Bounds of the front; beyond them somebody is told to wait or cut off, never kept in memory."""

    connections: int = 256
    connections_per_address: int = 32
    connections_per_loopback: int = 256
    """Of all programs on the bridge's own machine together."""
    connection_pace: Pace = field(default_factory=lambda: Pace(at_once=64, per_second=20))
    """Of one address; further connections are closed before TLS."""
    connection_pace_of_loopback: Pace = field(default_factory=lambda: Pace(at_once=512, per_second=50))
    request_pace: Pace = field(default_factory=lambda: Pace(at_once=300, per_second=30))
    """Of one address; further requests wait `slow_seconds` before anything is done with them."""
    request_pace_of_loopback: Pace = field(default_factory=lambda: Pace(at_once=1500, per_second=100))
    slow_seconds: float = 2.0
    join_pace: Pace = field(default_factory=lambda: Pace(at_once=20, per_second=1))
    """Of one site; further joins are told to wait, and it is named."""
    joins_in_flight: int = 12
    sites: int = 200
    """Satellites that are connected at a time (QĐ 157/QĐ-BTTTT); the main endpoint always has its place."""
    reported_refusals_per_minute: int = 20
    """Of one address; further ones are answered all the same, but no longer reported."""
    body_octets: int = 64 * 1024
    handshake_seconds: float = 5.0
    header_seconds: float = 10.0
    """From the first octet after TLS to the end of the first request's header."""
    request_seconds: float = 20.0
    idle_seconds: float = 15.0
