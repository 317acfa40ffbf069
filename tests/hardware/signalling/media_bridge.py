"""A bridge of one connection for the page's tests: real WebRTC behind a real front, a program, and the site's words."""

import asyncio
import contextlib
import math
import time
from collections.abc import AsyncGenerator
from pathlib import Path
from typing import TypeVar

import av
import numpy as np

from console.engine_port import ConnectionKind
from console.sites.site_message import FromSite
from console.sites.site_messages import FromSiteMessage, ToSiteMessage
from console.words import ConnectionId, SiteId
from hardware.rtc.audio_codec import OpusEncoder
from hardware.rtc.media_types import AudioPacket, VideoUnit
from hardware.rtc.peer import Peer, PeerSettings, make_certificate, packetise
from hardware.rtc.video_codec import PictureFormat, VideoDecoder, make_encoder
from hardware.signalling.control_codec import decode_from_site, encode_to_site
from hardware.signalling.front_doors import FrontLimits
from tests.hardware.signalling.running_front import RunningFront

Said = TypeVar("Said", bound=FromSite)
PROGRAM = PictureFormat(640, 360, 15, 500_000)


class MediaBridge(RunningFront):
    """Answers offers with a peer each; `said` is what the newest site said, `sizes` the pictures it sent."""

    def __init__(self, folder: Path, limits: FrontLimits | None = None) -> None:
        super().__init__(folder, limits)
        self.media_certificate = make_certificate()
        self.peers: list[Peer] = []
        self.said: list[FromSiteMessage] = []
        self.sizes: list[tuple[int, int]] = []
        self.sound_packets = 0
        self.up = asyncio.Event()
        self.control = asyncio.Event()
        self.ended: list[str] = []
        self._decoder = VideoDecoder()
        self._program = make_encoder("H264", PROGRAM)
        self._sending: list[asyncio.Task[None]] = []

    async def accept_offer(self, site: SiteId, connection: ConnectionId, kind: ConnectionKind, sdp: str) -> str:
        self.offers.append((site, connection, kind, sdp))
        settings = PeerSettings(certificate=self.media_certificate, include_loopback=True)
        peer, answer = await Peer.answer(sdp, settings=settings, events=self)
        self.peers.append(peer)
        return answer

    @property
    def peer(self) -> Peer:
        return self.peers[-1]

    def say(self, message: ToSiteMessage) -> None:
        sent = self.peer.send_control(encode_to_site(message))
        assert sent, f"the control channel is closed; {len(self.peers)} joined, ended: {self.ended}"

    async def hear(self, kind: type[Said], seconds: float = 10.0, **fields: object) -> Said:
        """Waits until the site has said something of a kind with these fields, and returns the newest such."""
        async with asyncio.timeout(seconds):
            while True:
                for message in reversed(self.said):
                    if isinstance(message, kind) and all(getattr(message, name) == fields[name] for name in fields):
                        return message
                await asyncio.sleep(0.02)

    async def see(self, width: int, height: int, seconds: float = 15.0) -> None:
        """Waits for a picture of this size."""
        del self.sizes[:]
        async with asyncio.timeout(seconds):
            while (width, height) not in self.sizes:  # noqa: ASYNC110
                await asyncio.sleep(0.02)

    async def end(self) -> None:
        for task in self._sending:
            task.cancel()
        await asyncio.gather(*self._sending, return_exceptions=True)
        for peer in self.peers:
            await peer.close()

    # -------------------------------------------------------- what the peer tells

    def connected(self, peer: Peer, remote_address: str) -> None:
        self.up.set()
        loop = asyncio.get_running_loop()
        self._sending += [loop.create_task(self._send_pictures(peer)), loop.create_task(self._send_sound(peer))]

    def closed(self, peer: Peer, text: str) -> None:
        self.ended.append(text)

    def control_opened(self, peer: Peer) -> None:
        self.control.set()

    def control_arrived(self, peer: Peer, text: str) -> None:
        self.said.append(decode_from_site(text))

    def video_unit(self, peer: Peer, unit: VideoUnit) -> None:
        self.sizes += [(frame.width, frame.height) for frame in self._decoder.decode(unit)]

    def audio_packet(self, peer: Peer, packet: AudioPacket) -> None:
        self.sound_packets += 1

    def key_frame_wanted(self, peer: Peer, section: int) -> None:
        self._program.request_key_frame()

    # -------------------------------------------------------- the program

    async def _send_pictures(self, peer: Peer) -> None:
        frame = av.VideoFrame.from_ndarray(np.full((540, 640), 128, np.uint8), format="yuv420p")
        while True:
            coded = self._program.encode(frame)
            if coded:
                rtp_time = int(time.monotonic() * 90_000) % 2**32
                peer.send_video(packetise("H264", coded.data, rtp_time, key=coded.key))
            await asyncio.sleep(1 / PROGRAM.frames_per_second)

    async def _send_sound(self, peer: Peer) -> None:
        encoder, number = OpusEncoder(), 0
        times = np.arange(960) / 48_000
        tone = (3000 * np.sin(2 * math.pi * 500 * times)).astype(np.int16)
        while True:
            peer.send_audio(encoder.encode(tone), number * 960, -20)
            number += 1
            await asyncio.sleep(0.02)


@contextlib.asynccontextmanager
async def media_bridge(folder: Path) -> AsyncGenerator[MediaBridge]:
    bridge = MediaBridge(folder)
    bridge.port = await bridge.front.start(0)
    bridge.url = f"https://127.0.0.1:{bridge.port}"
    try:
        yield bridge
    finally:
        await bridge.front.close()
        await bridge.end()
        bridge.store.close()
