"""One connection over a bad line in virtual time: both ends' whole media path, and what the line does between them.

Rule: the product's own packets, reports, repeats and timers; only keys (none) and sockets are left out. Datagrams are
read in sweeps, as the product reads its sockets. What is random comes from `random`, whose seed the caller sets.
"""

import asyncio
import math
import random
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from hardware.rtc.adapter import CodecNumber, MediaKeys, Section
from hardware.rtc.line_ramp import LineRate, RampPace
from hardware.rtc.lip_sync import SenderClocks
from hardware.rtc.media_path import MediaPath, MediaTold
from hardware.rtc.media_types import CAMERA_SECTION, PacketisedUnit, PeerCounters
from hardware.rtc.pulse import pulse_of_this_loop
from hardware.rtc.rtp_header import ExtensionIds
from hardware.rtc.sweeper import SWEEP_SECONDS
from hardware.simulator.lines.line_model import LineConditions, LineModel

TAG_BYTES: Final = 16
"""What SRTP adds to a packet (RFC 7714)."""
NO_KEYS: Final = MediaKeys(
    protect=lambda clear: clear,
    unprotect=lambda data: data,
    protect_rtcp=lambda clear: clear,
    unprotect_rtcp=lambda data: data,
)
AUDIO: Final = (CodecNumber(96, "OPUS", 48_000, None),)
VIDEO: Final = (CodecNumber(97, "H264", 90_000, None), CodecNumber(98, "rtx", 90_000, 97))


def _sections(own: int, other: int) -> list[Section]:
    """Returns what both sides agreed on; `own` and `other` are where the SSRCs of the sides begin."""
    return [
        Section(
            kind=kind,
            mid=str(place),
            sends=True,
            receives=True,
            codecs=codecs,
            extensions=ExtensionIds(mid=1, audio_level=2),
            remote_ssrcs=(other + 2 * place, other + 2 * place + 1),
            ssrc=own + 2 * place,
            rtx_ssrc=own + 2 * place + 1,
        )
        for place, (kind, codecs) in enumerate((("audio", AUDIO), ("video", VIDEO)))
    ]


@dataclass(slots=True)
class OneWay:
    """One direction: datagrams that are under way, handed over in sweeps."""

    model: LineModel
    arrived: Callable[[bytes, float], None] = lambda _data, _now: None
    _sweeps: dict[int, list[bytes]] = field(default_factory=dict)

    def send(self, data: bytes) -> None:
        """Sends a datagram now."""
        loop = asyncio.get_running_loop()
        for departure in self.model.departures(loop.time(), len(data) + TAG_BYTES):
            sweep = math.ceil(departure / SWEEP_SECONDS)
            waiting = self._sweeps.get(sweep)
            if waiting is None:
                self._sweeps[sweep] = [data]
                loop.call_at(sweep * SWEEP_SECONDS, self._sweep, sweep)
            else:
                waiting.append(data)

    def _sweep(self, sweep: int) -> None:
        now = asyncio.get_running_loop().time()
        for data in self._sweeps.pop(sweep):
            self.arrived(data, now)


class VirtualEnd:
    """One end of a connection; offers what the product uses of a `Peer`."""

    def __init__(self, name: str, told: MediaTold, outward: OneWay, inward: OneWay, ssrcs: tuple[int, int]) -> None:
        loop = asyncio.get_running_loop()
        self._heard: float | None = None
        self.path = MediaPath(
            keys=NO_KEYS,
            sections=_sections(*ssrcs),
            cname=name,
            send=outward.send,
            told=told,
            pulse=pulse_of_this_loop(),
            decrypts=True,
            clock=loop.time,
            wall_clock=loop.time,
        )
        for stream in (self.path.audio_out, self.path.video_out):
            assert stream is not None
            stream.sequence, stream.rtp_offset = random.randrange(0x7000), random.getrandbits(32)
        inward.arrived = self._arrived

    def _arrived(self, data: bytes, now: float) -> None:
        self._heard = now
        self.path.media_received(data, now)

    def send_video(self, unit: PacketisedUnit) -> None:
        """Sends a whole picture."""
        self.path.send_video(unit)

    def send_video_slice(self, unit: PacketisedUnit, start: int, count: int) -> None:
        """Sends some packets of a picture."""
        self.path.send_video_slice(unit, start, count)

    def send_audio(self, payload: bytes, rtp_time: int, level_dbov: int | None) -> None:
        """Sends a packet of sound."""
        self.path.send_audio(payload, rtp_time, level_dbov)

    def test_line(self, most_kilobits: int, told: Callable[[LineRate], None], pace: RampPace) -> None:
        """Finds out how much the line carries to the other end."""
        self.path.test_line(most_kilobits, told, pace)

    @property
    def sender_clocks(self) -> SenderClocks:
        """What the other end says of its clocks."""
        return self.path.sender_clocks(CAMERA_SECTION)

    def counters(self) -> PeerCounters:
        """Returns all counters since the connection began."""
        counters = self.path.counters()
        counters.last_heard_seconds = self._heard
        return counters


class VirtualLine:
    """A site and the bridge, connected; `up` is towards the bridge."""

    def __init__(self, seed: int, site: MediaTold, bridge: MediaTold) -> None:
        self.up, self.down = OneWay(LineModel(2 * seed)), OneWay(LineModel(2 * seed + 1))
        self.site = VirtualEnd("site", site, self.up, self.down, (10, 20))
        self.bridge = VirtualEnd("bridge", bridge, self.down, self.up, (20, 10))

    def spoil(self, *, up: LineConditions, down: LineConditions) -> None:
        """Changes the line."""
        self.up.model.conditions, self.down.model.conditions = up, down
