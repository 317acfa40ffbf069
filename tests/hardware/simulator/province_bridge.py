"""A bridge of a page for the province's tests and measurements: real front, real peers, one program for all."""

import asyncio
import datetime
import time
from pathlib import Path

from console.engine_port import ConnectionKind
from console.log_book.office_store import OfficeStore
from console.sites.site_messages import FromSiteMessage, ToSiteMessage
from console.words import ConnectionId, SiteId
from hardware.rtc.audio_codec import OpusEncoder, level_dbov
from hardware.rtc.media_types import AudioPacket, VideoUnit
from hardware.rtc.peer import MediaSocket, Peer, PeerSettings, make_certificate, packetise
from hardware.rtc.video_codec import PODIUM, H264Encoder, VideoDecoder
from hardware.signalling.certificate import load_or_make
from hardware.signalling.control_codec import decode_from_site, encode_to_site
from hardware.signalling.front import Front
from hardware.signalling.front_doors import FrontDoors
from hardware.simulator.province_orders import SimulatedSite
from hardware.simulator.rooms.frame_marker import Marker, read_marker
from hardware.simulator.rooms.planes import views_of
from hardware.simulator.rooms.room_painter import RoomPainter
from hardware.simulator.voices import Voice

MAIN_NUMBER = 200


class ConnectedSite:
    """What the bridge knows of one site."""

    def __init__(self, bridge: "ProvinceBridge", site: SiteId) -> None:
        self.site = site
        self.bridge = bridge
        self.peer: Peer | None = None
        self.said: list[FromSiteMessage] = []
        self.units = 0
        self.sound_packets = 0
        self.marker: Marker | None = None
        self.last_unit_seconds = 0.0
        self._decoder = VideoDecoder()

    def connected(self, peer: Peer, remote_address: str) -> None: ...
    def closed(self, peer: Peer, text: str) -> None:
        if self.peer is peer:
            self.peer = None

    def control_opened(self, peer: Peer) -> None: ...
    def control_arrived(self, peer: Peer, text: str) -> None:
        self.said.append(decode_from_site(text))

    def video_unit(self, peer: Peer, unit: VideoUnit) -> None:
        self.units += 1
        self.last_unit_seconds = time.monotonic()
        if self.bridge.decodes:
            for frame in self._decoder.decode(unit):
                self.marker = read_marker(views_of(frame)[0])

    def audio_packet(self, peer: Peer, packet: AudioPacket) -> None:
        self.sound_packets += 1

    def key_frame_wanted(self, peer: Peer, section: int) -> None:
        self.bridge.encoder.request_key_frame()

    def say(self, message: ToSiteMessage) -> None:
        assert self.peer is not None
        assert self.peer.send_control(encode_to_site(message))


class ProvinceBridge:
    def __init__(self, folder: Path, *, decodes: bool = True) -> None:
        self.decodes = decodes
        self.sites: dict[SiteId, ConnectedSite] = {}
        self.encoder = H264Encoder(PODIUM)
        self._store = OfficeStore(folder / "office.db", wall_ms=lambda: time.time_ns() // 1_000_000)
        self._certificate = load_or_make(folder / "tls", [], today=datetime.datetime.now(datetime.UTC))
        self._media = MediaSocket(include_loopback=True)
        self._settings = PeerSettings(certificate=make_certificate(), media_socket=self._media)
        doors = FrontDoors(
            book=self._store.credentials,
            accept_offer=self._accept,
            close_connection=lambda site, connection: None,
            is_connected=lambda site: None,
            name_of=lambda site: site,
            post=lambda event: None,
        )
        self._front = Front(doors, self._certificate, folder)
        self._program: asyncio.Task[None] | None = None
        self.url = ""

    @property
    def fingerprint(self) -> str:
        return self._certificate.fingerprint

    async def start(self) -> None:
        self.url = f"https://127.0.0.1:{await self._front.start(0)}"

    def invite(self, site: SimulatedSite) -> str:
        return self._store.credentials.issue_invitation(site.site, (self.url,), self.fingerprint, 600)

    async def _accept(self, site: SiteId, connection: ConnectionId, kind: ConnectionKind, sdp: str) -> str:
        entry = self.sites[site] = ConnectedSite(self, site)
        entry.peer, answer = await Peer.answer(sdp, settings=self._settings, events=entry)
        return answer

    def send_program(self) -> None:
        self._program = asyncio.ensure_future(self._send_program())

    async def _send_program(self) -> None:
        painter, voice, opus = RoomPainter(MAIN_NUMBER, "Điểm cầu chính"), Voice(MAIN_NUMBER), OpusEncoder()
        began = time.monotonic()
        tick = 0
        while True:
            block = voice.next_block(960)
            packet, level = opus.encode(block), level_dbov(block)
            unit = None
            if tick % 2 == 0:
                coded = self.encoder.encode(painter.paint(1280, 720, moment_seconds=tick / 50))
                unit = coded and packetise("H264", coded.data, tick * 1800, key=coded.key)
            for entry in self.sites.values():
                if entry.peer is not None:
                    entry.peer.send_audio(packet, tick * 960, level)
                    if unit is not None:
                        entry.peer.send_video(unit)
            tick += 1
            await asyncio.sleep(max(0, began + tick * 0.02 - time.monotonic()))

    async def close(self) -> None:
        if self._program is not None:
            self._program.cancel()
            await asyncio.gather(self._program, return_exceptions=True)
        await asyncio.gather(*(entry.peer.close() for entry in self.sites.values() if entry.peer is not None))
        await self._front.close()
        self._media.close()
        self._store.close()
