"""A site for tests: a real connection that sends a plain-coloured picture and a tone, and notes what it receives.

Its picture says who it is by one grey level per site in the middle, its tone by the frequency.
"""

import asyncio
import time
from collections import deque
from dataclasses import dataclass, field

import av
import numpy as np

from console.engine_port import AcceptOffer, ConnectionKind
from hardware.rtc.audio_codec import OpusDecoder, OpusEncoder, Pcm
from hardware.rtc.media_types import CONTENT_SECTION, AudioPacket, VideoCodec, VideoUnit
from hardware.rtc.peer import MediaSocket, Peer, PeerSettings, make_certificate, packetise
from hardware.rtc.video_codec import SLIDES, PictureFormat, PictureUndecodable, VideoDecoder, make_encoder

CERTIFICATE = make_certificate()
FRAME = 960


def plain_picture(width: int, height: int, luma: int) -> av.VideoFrame:
    """Returns a picture of one grey."""
    frame = av.VideoFrame(width, height, "yuv420p")
    for index, plane in enumerate(frame.planes):
        rows = np.frombuffer(memoryview(plane), np.uint8).reshape(-1, plane.line_size)
        rows[:] = luma if index == 0 else 128
    return frame


def energy_db(sound: Pcm, hertz: float) -> float:
    """Returns the level of one frequency, in dB relative to a full-scale sine."""
    times = np.arange(len(sound)) / 48000
    window = np.hanning(len(sound))
    wave = np.exp(-2j * np.pi * hertz * times)
    amplitude = 2 * abs(np.sum(sound * window * wave)) / window.sum() / 32768
    return float(20 * np.log10(max(amplitude, 1e-9)))


@dataclass
class SmallSite:
    """One site; `start` connects it through an engine, `stop` ends it."""

    site: str
    luma: int = 120
    hertz: float = 0.0
    kind: ConnectionKind = ConnectionKind.PROGRAM
    width: int = 320
    height: int = 180
    frames_per_second: int = 8
    codecs: tuple[VideoCodec, ...] = ("H264", "VP8")
    takes_content: bool = False
    presents: av.VideoFrame | None = None
    """What it sends as its second stream, asked or not."""
    connection: str = ""
    peer: Peer | None = None
    units_in: int = 0
    texts: list[str] = field(default_factory=list)
    is_connected: bool = False
    ended: str | None = None
    has_control: bool = False
    picture: av.VideoFrame | None = None
    picture_at: float = 0.0
    content: av.VideoFrame | None = None
    content_units: list[VideoUnit] = field(default_factory=list)
    content_course: list[tuple[float, int]] = field(default_factory=list)
    """When each picture of the content arrived, and how bright its middle was."""
    heard: deque[tuple[float, Pcm]] = field(default_factory=lambda: deque(maxlen=500))
    sending_sound: bool = True
    sending_pictures: bool = True
    _tasks: list[asyncio.Task[None]] = field(default_factory=list)
    _ear: OpusDecoder = field(default_factory=OpusDecoder)
    _decoder: VideoDecoder = field(default_factory=VideoDecoder)
    _content_decoder: VideoDecoder = field(default_factory=VideoDecoder)
    _key_wanted: bool = True
    _content_key_wanted: bool = True
    _socket: MediaSocket | None = None

    async def offer(self, connection: str) -> AcceptOffer:
        """Makes the offer as the verb that the conductor would submit."""
        self.connection = connection
        sends = self.kind is not ConnectionKind.VIEWER
        self._socket = MediaSocket(include_loopback=True)
        settings = PeerSettings(
            certificate=CERTIFICATE,
            media_socket=self._socket,
            video_codecs=self.codecs,
            sends_audio=sends,
            sends_video=sends,
            sends_content=self.presents is not None,
            receives_content=self.takes_content,
            has_control=self.kind is ConnectionKind.PROGRAM,
        )
        self.peer, sdp = await Peer.offer(settings=settings, events=self)
        return AcceptOffer(
            request_id=f"offer-{self.site}-{connection}",
            site=self.site,
            connection=connection,
            kind=self.kind,
            offer_sdp=sdp,
        )

    async def take_answer(self, sdp: str) -> None:
        assert self.peer is not None
        await self.peer.take_answer(sdp)
        self._tasks = [
            asyncio.create_task(work())
            for work in (self._send_pictures, self._send_sound, self._send_content)
            if self.kind is not ConnectionKind.VIEWER
        ]

    async def stop(self) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        if self.peer is not None:
            await self.peer.close()
        if self._socket is not None:
            self._socket.close()

    # ------------------------------------------------ what it saw and heard

    def shown_luma(self, x: float = 0.5, y: float = 0.4) -> int | None:
        """Returns the brightness at a place of the received picture (shares of its size), None before the first."""
        if self.picture is None:
            return None
        plane = self.picture.planes[0]
        rows = np.frombuffer(memoryview(plane), np.uint8).reshape(-1, plane.line_size)
        return int(rows[int(y * self.picture.height), int(x * self.picture.width)])

    def hears_since(self, moment: float) -> int:
        """Returns how many packets with sound arrived after a moment of the monotonic clock."""
        return sum(1 for at, sound in self.heard if at > moment and np.abs(sound.astype(np.int32)).max() > 300)

    def vanish(self) -> None:
        """Stops everything without a word, as a site without power."""
        for task in self._tasks:
            task.cancel()
        if self._socket is not None:
            self._socket.close()

    def hears(self, hertz: float, seconds: float = 0.2) -> float:
        """Returns the level of a frequency in the last sound that arrived, in dB; -180 when nothing arrives."""
        frames = [sound for _, sound in list(self.heard)[-round(seconds / 0.02) :]]
        return energy_db(np.concatenate(frames), hertz) if frames else -180.0

    # ------------------------------------------------ PeerEvents

    def connected(self, peer: Peer, remote_address: str) -> None:
        self.is_connected = True

    def closed(self, peer: Peer, text: str) -> None:
        self.ended = text

    def control_opened(self, peer: Peer) -> None:
        self.has_control = True

    def control_arrived(self, peer: Peer, text: str) -> None:
        self.texts.append(text)

    def video_unit(self, peer: Peer, unit: VideoUnit) -> None:
        if unit.section == CONTENT_SECTION:
            self._content_arrived(peer, unit)
            return
        self.units_in += 1
        try:
            for frame in self._decoder.decode(unit):
                self.picture, self.picture_at = frame, time.monotonic()
        except PictureUndecodable:
            peer.decoder_failed()

    def _content_arrived(self, peer: Peer, unit: VideoUnit) -> None:
        self.content_units.append(unit)
        try:
            for frame in self._content_decoder.decode(unit):
                self.content = frame
                rows = np.frombuffer(memoryview(frame.planes[0]), np.uint8).reshape(-1, frame.planes[0].line_size)
                self.content_course.append((unit.arrived_seconds, int(rows[frame.height // 2, frame.width // 2])))
        except PictureUndecodable:
            peer.decoder_failed(CONTENT_SECTION)

    def audio_packet(self, peer: Peer, packet: AudioPacket) -> None:
        self.heard.append((packet.arrived_seconds, self._ear.decode(packet.payload)))

    def key_frame_wanted(self, peer: Peer, section: int) -> None:
        if section == CONTENT_SECTION:
            self._content_key_wanted = True
        else:
            self._key_wanted = True

    # ------------------------------------------------ what it sends and plays

    def become(self, width: int, height: int, frames_per_second: int) -> None:
        """Changes the rung: the next picture is a key frame of the new size."""
        self.width, self.height, self.frames_per_second = width, height, frames_per_second

    async def _send_pictures(self) -> None:
        assert self.peer is not None
        encoder, count, started = None, 0, time.monotonic()
        while True:
            shape = PictureFormat(self.width, self.height, self.frames_per_second, self.width * 1200)
            if encoder is None:
                encoder = make_encoder("VP8" if self.codecs == ("VP8",) else "H264", shape)
            encoder.reconfigure(shape)
            if self._key_wanted:
                encoder.request_key_frame()
                self._key_wanted = False
            if self.sending_pictures and self.is_connected:
                coded = encoder.encode(plain_picture(self.width, self.height, self.luma))
                rtp_time = int((time.monotonic() - started) * 90000)
                if coded is not None:
                    unit = packetise(encoder.codec, coded.data, rtp_time, key=coded.key, picture_id=count)
                    self.peer.send_video(unit)
            count += 1
            await asyncio.sleep(1 / self.frames_per_second)

    async def _send_content(self) -> None:
        encoder, count = make_encoder("H264", SLIDES), 0
        while self.presents is not None:
            if self._content_key_wanted:
                encoder.request_key_frame()
                self._content_key_wanted = False
            if self.is_connected and self.peer is not None:
                coded = await asyncio.to_thread(encoder.encode, self.presents)
                if coded is not None:
                    unit = packetise("H264", coded.data, count * 18_000, key=coded.key)
                    self.peer.send_content_slice(unit, 0, len(unit.payloads))
            count += 1
            await asyncio.sleep(1 / SLIDES.frames_per_second)

    async def _send_sound(self) -> None:
        assert self.peer is not None
        encoder, due, number = OpusEncoder(), time.monotonic(), 0
        while True:
            times = (np.arange(FRAME) + number * FRAME) / 48000
            if self.sending_sound and self.hertz:
                sound = (8000 * np.sin(2 * np.pi * self.hertz * times)).astype(np.int16)
                self.peer.send_audio(encoder.encode(sound), number * FRAME, -15)
            number += 1
            due += 0.02
            await asyncio.sleep(max(0, due - time.monotonic()))
