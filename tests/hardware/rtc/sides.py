"""What the tests of real connections share: an end that notes what it was told, a call, and pictures to send."""

import asyncio
import contextlib
import time
from collections.abc import AsyncGenerator, Callable
from dataclasses import dataclass, field

import av
import numpy as np

from hardware.rtc.media_types import AudioPacket, VideoUnit
from hardware.rtc.payload_formats import packetise
from hardware.rtc.peer import MediaSocket, Peer, PeerSettings, make_certificate
from hardware.rtc.video_codec import H264Encoder, PictureFormat, make_encoder

CERTIFICATE = make_certificate()
LOOPBACK = ("127.0.0.1",)


@dataclass
class Side:
    """One end: notes everything, waits for nothing."""

    units: list[VideoUnit] = field(default_factory=list)
    packets: list[AudioPacket] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    connected_to: str | None = None
    ended: list[str] = field(default_factory=list)
    has_control: bool = False
    key_frames_wanted: int = 0

    def connected(self, peer: Peer, remote_address: str) -> None:
        self.connected_to = remote_address

    def closed(self, peer: Peer, text: str) -> None:
        self.ended.append(text)

    def control_opened(self, peer: Peer) -> None:
        self.has_control = True

    def control_arrived(self, peer: Peer, text: str) -> None:
        self.texts.append(text)

    def video_unit(self, peer: Peer, unit: VideoUnit) -> None:
        self.units.append(unit)

    def audio_packet(self, peer: Peer, packet: AudioPacket) -> None:
        self.packets.append(packet)

    def key_frame_wanted(self, peer: Peer, section: int) -> None:
        self.key_frames_wanted += 1


@dataclass
class Call:
    """Two peers of one call; the site offers, the bridge answers."""

    site: Peer
    site_side: Side
    bridge: Peer
    bridge_side: Side


async def until(true: Callable[[], object], seconds: float = 10.0) -> None:
    """Waits for something to become true; fails with the condition's name when it does not."""
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, f"not within {seconds} s: {true}"
        await asyncio.sleep(0.01)


@contextlib.asynccontextmanager
async def call(
    *,
    site_settings: PeerSettings | None = None,
    bridge_settings: PeerSettings | None = None,
    way: Callable[[str, str], str] = lambda name, sdp: sdp,
) -> AsyncGenerator[Call]:
    """Makes a call over 127.0.0.1; `way("offer" or "answer", sdp)` may change what the two tell each other."""
    own = [MediaSocket(addresses=LOOPBACK), MediaSocket(addresses=LOOPBACK)]
    site_settings = site_settings or PeerSettings(certificate=CERTIFICATE, media_socket=own[0])
    bridge_settings = bridge_settings or PeerSettings(certificate=CERTIFICATE, media_socket=own[1])
    site_side, bridge_side = Side(), Side()
    site, offer = await Peer.offer(settings=site_settings, events=site_side)
    bridge: Peer | None = None
    try:
        bridge, answer = await Peer.answer(way("offer", offer), settings=bridge_settings, events=bridge_side)
        await site.take_answer(way("answer", answer))
        await until(lambda: site_side.connected_to and bridge_side.connected_to)
        yield Call(site, site_side, bridge, bridge_side)
    finally:
        await site.close()
        if bridge is not None:
            await bridge.close()
        for media_socket in own:
            media_socket.close()


def picture(luma: int, width: int = 320, height: int = 180, *, moving: int = 0) -> av.VideoFrame:
    """A picture of one brightness; `moving` shifts a darker bar, so that pictures differ."""
    planes = np.full((height * 3 // 2, width), 128, np.uint8)
    planes[:height] = luma
    if moving:
        at = moving * 7 % (width - 16)
        planes[height // 2 : height // 2 + 8, at : at + 16] = max(16, luma - 40)
    return av.VideoFrame.from_ndarray(planes, format="yuv420p")


def mean_luma(frame: av.VideoFrame) -> float:
    plane = frame.planes[0]
    return float(np.frombuffer(bytes(plane), np.uint8).reshape(-1, plane.line_size)[:, : frame.width].mean())


def coded_pictures(count: int, luma: int = 128, codec: str = "H264") -> list[VideoUnit]:
    """Codes moving pictures at 25 per second; the first is the only key frame."""
    encoder = make_encoder("VP8" if codec == "VP8" else "H264", PictureFormat(320, 180, 25, 300_000))
    coded = [encoder.encode(picture(luma, moving=number + 1)) for number in range(count)]
    return [
        VideoUnit(c.data, encoder.codec, c.key, number * 3600, 0.0) for number, c in enumerate(coded) if c is not None
    ]


def send(peer: Peer, unit: VideoUnit, number: int = 0) -> None:
    peer.send_video(packetise(unit.codec, unit.data, unit.rtp_time, key=unit.key, picture_id=number))


class LiveCamera:
    """Sends pictures at a steady rate, with a key frame whenever the other side wants one."""

    def __init__(self, peer: Peer, side: Side, *, luma: int = 128, rate: int = 25) -> None:
        self.peer, self.side = peer, side
        self.encoder = H264Encoder(PictureFormat(320, 180, rate, 300_000))
        self.luma, self.rate, self.sent = luma, rate, 0
        self._wanted = 0

    async def run(self, seconds: float) -> None:
        began = time.monotonic()
        while time.monotonic() - began < seconds:
            if self.side.key_frames_wanted > self._wanted:
                self._wanted = self.side.key_frames_wanted
                self.encoder.request_key_frame()
            self.sent += 1
            coded = self.encoder.encode(picture(self.luma, moving=self.sent))
            assert coded is not None
            self.peer.send_video(packetise("H264", coded.data, self.sent * 90_000 // self.rate, key=coded.key))
            await asyncio.sleep(max(0.0, began + self.sent / self.rate - time.monotonic()))
