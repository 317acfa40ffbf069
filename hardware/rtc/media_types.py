"""What crosses the border of a connection: coded pictures, sound packets, counters.

Rule: these are values, with units in their names; monotonic times come from `time.monotonic()`, RTP times count the
stream's own clock (90 kHz for pictures, 48 kHz for sound) and wrap at 2**32.
"""

from dataclasses import dataclass, field
from typing import Literal

VideoCodec = Literal["H264", "VP8"]

CAMERA_SECTION, CONTENT_SECTION = 0, 1
"""The place of the camera's and of the content's section among the video sections of a connection."""

VIDEO_CLOCK_HZ = 90_000
AUDIO_CLOCK_HZ = 48_000
AUDIO_FRAME_SAMPLES = 960
"""One Opus packet carries 20 ms (RFC 7587)."""


@dataclass(slots=True)
class VideoUnit:
    """One coded picture: an H.264 access unit in Annex B form, or one VP8 frame.

    `section` counts the video sections of the connection in the order of the SDP.
    """

    data: bytes
    codec: VideoCodec
    key: bool
    rtp_time: int
    arrived_seconds: float
    section: int = 0


@dataclass(slots=True)
class AudioPacket:
    """One Opus packet as it arrived; `level_dbov` is the sender's own measure (RFC 6464), 0 loud to -127 silent."""

    sequence: int
    rtp_time: int
    payload: bytes
    arrived_seconds: float
    level_dbov: int | None


@dataclass(frozen=True, slots=True)
class PacketisedUnit:
    """A coded picture cut into RTP payloads once, for all receivers; the last payload carries the marker."""

    codec: VideoCodec
    payloads: tuple[bytes, ...]
    rtp_time: int
    key: bool


@dataclass(slots=True)
class StreamCounters:
    """One direction of one stream since the connection began; None where nothing was ever measured.

    Receiving: `lost` are packets that never came, `nacks` and `plis` are what we sent. Sending: `lost`, `jitter_ms` and
    `loss_fraction` are what the other side last reported, `nacks` and `plis` what it sent.
    """

    packets: int = 0
    bytes: int = 0
    lost: int = 0
    frames: int = 0
    nacks: int = 0
    plis: int = 0
    repaired: int = 0
    jitter_ms: float | None = None
    loss_fraction: float | None = None
    level_dbov: int | None = None
    last_packet_seconds: float | None = None


@dataclass(slots=True)
class PeerCounters:
    """All streams of a connection; `video_in` and `video_out` are the camera's section, `content_...` the next one."""

    audio_in: StreamCounters = field(default_factory=StreamCounters)
    video_in: StreamCounters = field(default_factory=StreamCounters)
    audio_out: StreamCounters = field(default_factory=StreamCounters)
    video_out: StreamCounters = field(default_factory=StreamCounters)
    content_in: StreamCounters | None = None
    content_out: StreamCounters | None = None
    """None where no content ever passed."""
    round_trip_ms: float | None = None
    last_heard_seconds: float | None = None
    undecryptable: int = 0
    malformed: int = 0
    """Datagrams of which nothing could be made, and that no bad line makes."""
    refused: int = 0
    """Datagrams dropped for being too many."""
    refused_octets: int = 0
    unsent: int = 0
