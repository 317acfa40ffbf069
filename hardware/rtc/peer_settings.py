"""How a connection is made, and whom it tells: the words around `peer.py`.

Rule: settings never change during a connection; what they name is shared by many connections of a process.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from aiortc import RTCCertificate

from hardware.rtc.media_socket import MediaSocket
from hardware.rtc.media_types import AudioPacket, VideoCodec, VideoUnit
from hardware.rtc.packet_budget import UNBOUNDED, IncomingLimits

if TYPE_CHECKING:
    from hardware.rtc.peer import Peer


class PeerEvents(Protocol):
    """What a peer tells; called on the loop, must not block."""

    def connected(self, peer: "Peer", remote_address: str) -> None:
        """The connection is secure; media passes both ways from now on."""
        ...

    def closed(self, peer: "Peer", text: str) -> None:
        """The connection is over, for whatever reason, `close()` included; told once, nothing comes after it."""
        ...

    def control_opened(self, peer: "Peer") -> None:
        """The control channel is open; `send_control` works."""
        ...

    def control_arrived(self, peer: "Peer", text: str) -> None: ...

    def video_unit(self, peer: "Peer", unit: VideoUnit) -> None:
        """A whole coded picture came; the first after `connected` and after any loss is a key frame."""
        ...

    def audio_packet(self, peer: "Peer", packet: AudioPacket) -> None:
        """A sound packet came, in the order of arrival."""
        ...

    def key_frame_wanted(self, peer: "Peer", section: int) -> None:
        """The other side needs a key frame of what we send in this video section."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class PeerSettings:
    """How a connection is made.

    Args:
        certificate: one per process (`make_certificate`).
        media_socket: shared by the connections of a process; None gives the peer a port of its own.
        include_loopback: offers 127.0.0.1 beside other addresses (only for a `media_socket` made by the peer).
        announced_addresses: further addresses under which our port can be reached from outside.
        video_codecs: accepted, best first.
        sends_audio, receives_audio, sends_video, receives_video: what an offer asks for.
        has_content_section: an offer holds a second video section, for content.
        sends_content, receives_content: what an offer asks of that section; with neither it is inactive.
        has_control: an offer opens the control channel.
        video_sections: how many video sections an answer takes; further ones are answered inactive.
        limits: how much media is taken from the other side.
        decrypts: False counts packets by their clear header only (benches).
    """

    certificate: RTCCertificate
    media_socket: MediaSocket | None = None
    include_loopback: bool = False
    announced_addresses: tuple[str, ...] = ()
    video_codecs: tuple[VideoCodec, ...] = ("H264", "VP8")
    sends_audio: bool = True
    receives_audio: bool = True
    sends_video: bool = True
    receives_video: bool = True
    has_content_section: bool = True
    sends_content: bool = False
    receives_content: bool = False
    has_control: bool = True
    video_sections: int = 1
    limits: IncomingLimits = UNBOUNDED
    decrypts: bool = True
    connect_seconds: float = 15.0
    consent_expires_seconds: float = 20.0


def make_certificate() -> RTCCertificate:
    """Makes the certificate that all connections of a process share (ECDSA P-256, 30 days)."""
    return RTCCertificate.generateCertificate()
