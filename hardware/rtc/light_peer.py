"""Cheap peers for benches and load: real ICE, DTLS and SRTP, media coded beforehand, many per process.

Rule: one timer sends for all of them; a peer that only counts reads the clear RTP header and decrypts nothing, an
observer decodes what it receives. What a control message means is the caller's affair (`on_control`).

    clip = make_clip("H264", THUMBNAIL, draw, seconds=5)
    fleet = LightFleet()
    peer = LightPeer("s01", certificate=certificate, fleet=fleet)
    peer.show(clip); peer.set_sounding(sound)
    await peer.join(post_offer)            # post_offer: async (offer_sdp) -> answer_sdp
"""

import asyncio
import heapq
import itertools
import random
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace

import av
from aiortc import RTCCertificate

from hardware.rtc.audio_codec import OpusDecoder, OpusEncoder, Pcm, SoundUndecodable, level_dbov
from hardware.rtc.media_types import (
    AUDIO_FRAME_SAMPLES,
    VIDEO_CLOCK_HZ,
    AudioPacket,
    PacketisedUnit,
    VideoCodec,
    VideoUnit,
)
from hardware.rtc.payload_formats import packetise
from hardware.rtc.peer import Peer, PeerSettings
from hardware.rtc.video_codec import PictureFormat, PictureUndecodable, VideoDecoder, make_encoder

SOUND_SECONDS = 0.02
LATE_SECONDS = 0.5
"""A sender that fell behind by more skips ahead instead of sending a burst."""


@dataclass(frozen=True, slots=True)
class Clip:
    """Pictures coded once and sent in a ring; the first is a key frame."""

    units: tuple[PacketisedUnit, ...]
    frames_per_second: int


@dataclass(frozen=True, slots=True)
class SoundClip:
    """Opus packets of 20 ms sent in a ring, with their level."""

    payloads: tuple[bytes, ...]
    level_dbov: int


def make_clip(
    codec: VideoCodec, wanted: PictureFormat, draw: Callable[[int], av.VideoFrame], *, seconds: float
) -> Clip:
    """Codes drawn pictures; `draw(n)` returns picture n, yuv420p in the wanted size."""
    encoder = make_encoder(codec, wanted)
    units: list[PacketisedUnit] = []
    for number in range(int(seconds * wanted.frames_per_second)):
        coded = encoder.encode(draw(number))
        if coded is not None:
            units.append(packetise(codec, coded.data, 0, key=coded.key, picture_id=number & 0x7FFF))
    return Clip(tuple(units), wanted.frames_per_second)


def make_sound(frames: list[Pcm]) -> SoundClip:
    """Codes frames of 960 samples; the level is that of the loudest."""
    encoder = OpusEncoder()
    return SoundClip(tuple(encoder.encode(frame) for frame in frames), max(level_dbov(frame) for frame in frames))


class LightFleet:
    """Sends for many peers from one timer."""

    def __init__(self) -> None:
        self._due: list[tuple[float, int, Callable[[float], float | None]]] = []
        self._timer: asyncio.TimerHandle | None = None
        self._order = itertools.count()

    def add(self, first_due: float, act: Callable[[float], float | None]) -> None:
        """Calls `act(due)` at a monotonic time; it returns when it wants to be called next, or None to end."""
        heapq.heappush(self._due, (first_due, next(self._order), act))
        self._arm()

    def _arm(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if self._due:
            loop = asyncio.get_running_loop()
            self._timer = loop.call_later(max(0.001, self._due[0][0] - time.monotonic()), self._run)

    def _run(self) -> None:
        self._timer = None
        now = time.monotonic()
        while self._due and self._due[0][0] <= now:
            due, order, act = heapq.heappop(self._due)
            following = act(due)
            if following is not None:
                following = following if now - following < LATE_SECONDS else now
                heapq.heappush(self._due, (following, order, act))
        self._arm()

    def close(self) -> None:
        self._due.clear()
        self._arm()


class LightPeer:
    """One site of a bench.

    `observes` true decrypts and decodes what comes (`on_picture`, `on_sound` get it); else packets are only counted.
    """

    def __init__(
        self,
        name: str,
        *,
        certificate: RTCCertificate,
        fleet: LightFleet,
        observes: bool = False,
        on_control: Callable[["LightPeer", str], None] | None = None,
        on_picture: Callable[["LightPeer", av.VideoFrame], None] | None = None,
        on_sound: Callable[["LightPeer", Pcm], None] | None = None,
        include_loopback: bool = True,
    ) -> None:
        self.name = name
        self.peer: Peer | None = None
        self.connected_seconds: float | None = None
        self.control_seconds: float | None = None
        self.ended_text: str | None = None
        self.pictures = 0
        self.key_frames_wanted = 0
        self.undecodable = 0
        self._settings = PeerSettings(certificate=certificate, include_loopback=include_loopback, decrypts=observes)
        self._fleet = fleet
        self._on_control, self._on_picture, self._on_sound = on_control, on_picture, on_sound
        self._video_decoder = VideoDecoder()
        self._audio_decoder = OpusDecoder() if observes else None
        self._clip: Clip | None = None
        self._place = 0
        self._sound: SoundClip | None = None
        self._sound_place = 0
        self._began = time.monotonic()
        self._up = asyncio.Event()

    async def join(self, exchange: Callable[[str], Awaitable[str]], *, wait_seconds: float = 15.0) -> None:
        """Offers, takes the answer that `exchange` brings, and waits until the connection is secure.

        Raises:
            ConnectionError: the connection ended instead.
            TimeoutError: neither happened in time.
        """
        self.peer, offer = await Peer.offer(settings=self._settings, events=self)
        await self.peer.take_answer(await exchange(offer))
        await asyncio.wait_for(self._up.wait(), wait_seconds)
        if self.ended_text is not None:
            raise ConnectionError(self.ended_text)

    def show(self, clip: Clip | None) -> None:
        """Sends this clip from its key frame on; None stops pictures."""
        sending = self._clip is not None
        self._clip, self._place = clip, 0
        if clip is not None and not sending:
            self._fleet.add(time.monotonic() + random.random() / clip.frames_per_second, self._send_picture)  # noqa: S311

    def set_sounding(self, sound: SoundClip | None) -> None:
        """Sends this sound; None is a closed microphone: no packets."""
        sending = self._sound is not None
        self._sound = sound
        if sound is not None and not sending:
            self._fleet.add(time.monotonic() + SOUND_SECONDS * random.random(), self._send_sound)  # noqa: S311

    def _send_picture(self, due: float) -> float | None:
        clip = self._clip
        if clip is None or self.ended_text is not None:
            self._clip = None
            return None
        if self.peer is not None and self.connected_seconds is not None:
            rtp_time = int((due - self._began) * VIDEO_CLOCK_HZ) & 0xFFFFFFFF
            self.peer.send_video(replace(clip.units[self._place], rtp_time=rtp_time))
            self._place = (self._place + 1) % len(clip.units)
        return due + 1 / clip.frames_per_second

    def _send_sound(self, due: float) -> float | None:
        sound = self._sound
        if sound is None or self.ended_text is not None:
            self._sound = None
            return None
        if self.peer is not None:
            payload = sound.payloads[self._sound_place % len(sound.payloads)]
            rtp_time = round((due - self._began) / SOUND_SECONDS) * AUDIO_FRAME_SAMPLES & 0xFFFFFFFF
            self.peer.send_audio(payload, rtp_time, sound.level_dbov)
            self._sound_place += 1
        return due + SOUND_SECONDS

    async def close(self) -> None:
        """Ends the connection and stops sending."""
        self._clip = self._sound = None
        if self.peer is not None:
            await self.peer.close()

    # ------------------------------------------------------------ what the peer tells

    def connected(self, peer: Peer, remote_address: str) -> None:
        self.connected_seconds = time.monotonic()
        self._place = 0
        self._up.set()

    def closed(self, peer: Peer, text: str) -> None:
        self.ended_text = text
        self._up.set()

    def control_opened(self, peer: Peer) -> None:
        self.control_seconds = time.monotonic()

    def control_arrived(self, peer: Peer, text: str) -> None:
        if self._on_control is not None:
            self._on_control(self, text)

    def key_frame_wanted(self, peer: Peer, section: int) -> None:
        self.key_frames_wanted += 1
        self._place = 0

    def video_unit(self, peer: Peer, unit: VideoUnit) -> None:
        try:
            frames = self._video_decoder.decode(unit)
        except PictureUndecodable:
            self.undecodable += 1
            peer.decoder_failed(unit.section)
            return
        for frame in frames:
            self.pictures += 1
            if self._on_picture is not None:
                self._on_picture(self, frame)

    def audio_packet(self, peer: Peer, packet: AudioPacket) -> None:
        if self._audio_decoder is None:
            return
        try:
            pcm = self._audio_decoder.decode(packet.payload)
        except SoundUndecodable:
            self.undecodable += 1
            return
        if self._on_sound is not None:
            self._on_sound(self, pcm)
