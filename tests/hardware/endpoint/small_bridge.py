"""A bridge of a few lines for the endpoint's tests: a real peer that speaks the control protocol."""

import asyncio
import time

from console.sites.site_messages import FromSiteMessage, ToSiteMessage
from hardware.endpoint.ports import JoinFailed
from hardware.rtc.audio_codec import OpusDecoder, OpusEncoder, level_dbov
from hardware.rtc.media_types import AudioPacket, VideoUnit
from hardware.rtc.peer import Peer, PeerSettings, make_certificate, packetise
from hardware.rtc.video_codec import PODIUM, H264Encoder, VideoDecoder
from hardware.signalling.control_codec import decode_from_site, encode_to_site
from hardware.simulator.rooms.frame_marker import Marker, read_marker
from hardware.simulator.rooms.planes import views_of
from hardware.simulator.rooms.room_painter import RoomPainter
from hardware.simulator.voices import Samples, Voice


class SmallBridge:
    """Answers one site's offers; as a joiner it is what signalling would be."""

    def __init__(self) -> None:
        self.settings = PeerSettings(certificate=make_certificate(), include_loopback=True)
        self.peer: Peer | None = None
        self.said: list[FromSiteMessage] = []
        self.offers = self.leaves = 0
        self.refuses: JoinFailed | None = None
        self.sound: list[Samples] = []
        self.sound_packets = 0
        self.held: bool | None = False
        self.asked_held = 0
        self.marker: Marker | None = None
        self.size = (0, 0)
        self.first_unit_after_s: float | None = None
        self.units = 0
        self.key_units = 0
        self._decoder = VideoDecoder()
        self._sound_decoder = OpusDecoder()
        self._program: asyncio.Task[None] | None = None
        self._encoder = H264Encoder(PODIUM)

    # joiner

    async def join(self, offer_sdp: str) -> str:
        self.offers += 1
        if self.refuses is not None:
            raise self.refuses
        self._decoder = VideoDecoder()
        self.peer, answer = await Peer.answer(offer_sdp, settings=self.settings, events=self)
        return answer

    async def is_held(self) -> bool | None:
        self.asked_held += 1
        return self.held

    async def leave(self) -> None:
        self.leaves += 1

    # events of the peer

    def connected(self, peer: Peer, remote_address: str) -> None: ...
    def closed(self, peer: Peer, text: str) -> None: ...
    def control_opened(self, peer: Peer) -> None: ...

    def control_arrived(self, peer: Peer, text: str) -> None:
        self.said.append(decode_from_site(text))

    def video_unit(self, peer: Peer, unit: VideoUnit) -> None:
        self.units += 1
        self.key_units += unit.key
        for frame in self._decoder.decode(unit):
            self.size = (frame.width, frame.height)
            self.marker = read_marker(views_of(frame)[0])

    def audio_packet(self, peer: Peer, packet: AudioPacket) -> None:
        self.sound_packets += 1
        self.sound.append(self._sound_decoder.decode(packet.payload))

    def key_frame_wanted(self, peer: Peer, section: int) -> None:
        self._encoder.request_key_frame()

    # what tests do

    def say(self, message: ToSiteMessage) -> None:
        assert self.peer is not None
        assert self.peer.send_control(encode_to_site(message))

    def send_program(self, site_number: int) -> None:
        self._program = asyncio.ensure_future(self._send_program(site_number))

    async def _send_program(self, site_number: int) -> None:
        painter, voice, opus = RoomPainter(site_number, "Điểm cầu chính"), Voice(site_number), OpusEncoder()
        began = time.monotonic()
        for tick in range(50 * 60):
            block = voice.next_block(960)
            assert self.peer is not None
            self.peer.send_audio(opus.encode(block), tick * 960, level_dbov(block))
            if tick % 4 == 0:
                frame = painter.paint(1280, 720, moment_seconds=tick / 50)
                coded = self._encoder.encode(frame)
                if coded is not None:
                    self.peer.send_video(packetise("H264", coded.data, tick * 1800, key=coded.key))
            await asyncio.sleep(max(0, began + (tick + 1) * 0.02 - time.monotonic()))

    async def drop(self) -> None:
        """Ends the connection without a word, as a killed worker does."""
        assert self.peer is not None
        await self.peer.close()

    async def close(self) -> None:
        if self._program is not None:
            self._program.cancel()
            await asyncio.gather(self._program, return_exceptions=True)
        if self.peer is not None:
            await self.peer.close()

    def of(self, kind: type[FromSiteMessage]) -> list[FromSiteMessage]:
        return [message for message in self.said if isinstance(message, kind)]
