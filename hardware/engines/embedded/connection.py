"""One WebRTC connection of a site inside a worker: passes the peer's events on under the site's name.

Rule: no decisions; the room (`room.py`) decides. A connection counts from `connected` on, and ends exactly once.
"""

import time
from typing import Final, Protocol

from console.engine_port import ConnectionKind
from console.words import ConnectionId, SiteId
from hardware.engines.embedded.receiver import Receiver
from hardware.engines.embedded.samples import ConnectionWindow
from hardware.rtc.media_types import AudioPacket, VideoUnit
from hardware.rtc.packet_budget import IncomingLimits, PacketBudget
from hardware.rtc.peer import Peer

CONTROL_LIMITS: Final = IncomingLimits(packets_per_second=100, octets_per_second=200_000)
"""Messages of a site's program; each costs the bridge a decision."""


class ConnectionOwner(Protocol):
    """Who hears of a connection; called on the event loop."""

    def connection_up(self, connection: "Connection", remote_address: str) -> None: ...
    def connection_down(self, connection: "Connection", text: str) -> None: ...
    def control_opened(self, connection: "Connection") -> None: ...
    def control_arrived(self, connection: "Connection", text: str) -> None: ...
    def video_arrived(self, connection: "Connection", unit: VideoUnit) -> None: ...
    def audio_arrived(self, connection: "Connection", packet: AudioPacket) -> None: ...
    def key_frame_wanted(self, connection: "Connection", section: int) -> None: ...


class Connection:
    """Implements `hardware.rtc.peer.PeerEvents` for one peer."""

    def __init__(self, site: SiteId, connection_id: ConnectionId, kind: ConnectionKind, owner: ConnectionOwner) -> None:
        self.site = site
        self.connection_id = connection_id
        self.kind = kind
        self.peer: Peer | None = None
        self.receiver: Receiver | None = None
        self.window = ConnectionWindow()
        self.is_up = False
        self.ended = False
        self.unheard = 0
        """Control messages dropped for being too many."""
        self._talk = PacketBudget(CONTROL_LIMITS, time.monotonic())
        self._owner = owner

    @property
    def sends(self) -> bool:
        """Whether the site's own media comes over this connection."""
        return self.kind is not ConnectionKind.VIEWER

    def connected(self, peer: Peer, remote_address: str) -> None:
        if not self.ended and not self.is_up:
            self.peer, self.is_up = peer, True
            self._owner.connection_up(self, remote_address)

    def closed(self, peer: Peer, text: str) -> None:
        self.end(text)

    def control_opened(self, peer: Peer) -> None:
        self._owner.control_opened(self)

    def control_arrived(self, peer: Peer, text: str) -> None:
        if self._talk.take(len(text), time.monotonic()):
            self._owner.control_arrived(self, text)
        else:
            self.unheard += 1

    def video_unit(self, peer: Peer, unit: VideoUnit) -> None:
        self._owner.video_arrived(self, unit)

    def audio_packet(self, peer: Peer, packet: AudioPacket) -> None:
        self._owner.audio_arrived(self, packet)

    def key_frame_wanted(self, peer: Peer, section: int) -> None:
        self._owner.key_frame_wanted(self, section)

    def end(self, text: str) -> None:
        """Notes the end, told once."""
        if not self.ended:
            self.ended = True
            self._owner.connection_down(self, text)
            self.peer = self.receiver = None  # they hold this object too
