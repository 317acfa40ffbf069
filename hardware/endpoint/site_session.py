"""One connection of a site to the bridge, from the offer to its end: media out, program in, orders obeyed.

Rules: nothing is sent before the bridge has spoken: no picture rung but the thumbnail, no sound at all; every order is
answered; a message that cannot be understood is dropped and named in the program's log, and disturbs nothing. A session
ends once, with one sentence, and is never used again.
"""

import asyncio
import logging
import time
from collections.abc import Callable
from typing import Final

from console.checks.check_messages import TestSiteLine, TestSiteSound
from console.sites.site_messages import (
    AskSiteCamera,
    FromSiteMessage,
    Goodbye,
    OpenMicrophoneTried,
    Ping,
    Pong,
    RecallSitePreset,
    ReceptionReported,
    ReportProgram,
    RungReported,
    SetListen,
    SetMicrophone,
    SetRung,
    ShowPlace,
    ShowPresented,
    ToSiteMessage,
    WishAnswered,
)
from console.trouble import TroubleKind, trouble
from console.words import Reason, Rung
from hardware.endpoint.bridge_told import BridgeTold, ToShow
from hardware.endpoint.equipment import SiteEquipment, hello_of
from hardware.endpoint.picture.encoder_ladder import EncoderLadder, RungPicture
from hardware.endpoint.picture.site_pictures import SitePictures
from hardware.endpoint.ports import JoinFailed
from hardware.endpoint.presenting import SitePresenting
from hardware.endpoint.received_content import ReceivedContent
from hardware.endpoint.received_program import ReceivedProgram
from hardware.endpoint.reception import ReceptionMeter
from hardware.endpoint.silent_bridge import BRIDGE_SILENT_SECONDS, SilentBridge
from hardware.endpoint.site_cameras import SiteCameras
from hardware.endpoint.site_reports import SiteReports
from hardware.endpoint.site_tests import SiteTests
from hardware.endpoint.sound.microphone_gate import MicrophoneGate, PressResult
from hardware.endpoint.sound.sound_sender import SoundSender
from hardware.endpoint.uplink import Uplink
from hardware.rtc.line_ramp import GENTLE, LineRate
from hardware.rtc.media_types import CAMERA_SECTION, AudioPacket, PeerCounters, VideoUnit
from hardware.rtc.peer import OfferRefused, Peer, PortInUse, packetise
from hardware.rtc.video_codec import PictureFormat, VideoEncoder

logger = logging.getLogger(__name__)

BEAT_SECONDS: Final = 1.0
REPORT_EVERY_BEATS: Final = 5
JOIN_SECONDS: Final = 15.0


class SiteSession:
    """One connection; made, joined, ended. Lives on the event loop."""

    def __init__(
        self, equipment: SiteEquipment, changed: Callable[[], None], reports: SiteReports | None = None
    ) -> None:
        """`changed` is called after every change of what the properties say; `reports` outlive the connection."""
        self.microphone = MicrophoneGate(has_microphone=equipment.sound is not None)
        self.told = BridgeTold()
        self.reception: ReceptionReported | None = None
        self.round_trip_ms: float | None = None
        self.microphone_since_ms: int | None = None
        """Since when the order for the microphone holds (wall clock)."""
        self.goodbye: Reason | None = None
        self.bridge_fell_silent = False
        loop = asyncio.get_running_loop()
        self.joined = loop.create_future()
        """Done when media and control are up."""
        self.ended: asyncio.Future[str] = loop.create_future()
        self.cameras = SiteCameras(equipment.cameras, self.say)
        self._equipment = equipment
        self._changed = changed
        self._reports = reports or SiteReports()
        self._peer: Peer | None = None
        self._asked_rungs: list[SetRung] = []
        self._meter = ReceptionMeter()
        self._beats = 0
        self._sent_pictures = 0
        self._beat_timer: asyncio.TimerHandle | None = None
        self._uplink = Uplink(equipment.rungs)
        self._most_rate: int | None = None
        self._pictures = self._new_pictures()
        self._sound = SoundSender(equipment.sound, self._send_sound)
        self.program = ReceivedProgram(
            equipment,
            say=self.say,
            peer=lambda: self._peer,
            is_warm=lambda: self.told.on_call,
            also_hears=lambda: self._tests.listening,
        )
        self.content = ReceivedContent(equipment, say=self.say, peer=lambda: self._peer, heard=self.program.heard)
        self.presenting = SitePresenting(self.say, lambda: self._peer, changed)
        self._tests = SiteTests(self._sound, self.say, self.program.rest)
        self._silent_bridge = SilentBridge(equipment.joiner, self._bridge_lost)

    def _new_pictures(self) -> SitePictures | None:
        equipment = self._equipment
        if equipment.pictures is None:
            return None
        ladder = EncoderLadder(self._new_encoder, equipment.rungs)
        clock = equipment.threads.pictures
        return SitePictures(equipment.pictures, ladder, clock, self._send_picture, phase=equipment.phase)

    def _new_encoder(self, wanted: PictureFormat) -> VideoEncoder:
        codec = self._peer.video_codec_out if self._peer is not None else None
        return self._equipment.make_encoder(codec or "H264", wanted)

    # ------------------------------------------------------------ life

    async def join(self) -> None:
        """Connects; returns when media and control are up.

        Raises JoinFailed.
        """
        try:
            async with asyncio.timeout(JOIN_SECONDS):
                await self._connect()
        except TimeoutError:
            raise JoinFailed(trouble(TroubleKind.ANSWER_LATE, seconds=f"{JOIN_SECONDS:.0f}")) from None
        except (OfferRefused, PortInUse) as error:
            raise JoinFailed(trouble(TroubleKind.CONNECTION_FAILED, why=error)) from error

    async def _connect(self) -> None:
        self._peer, offer_sdp = await Peer.offer(settings=self._equipment.peer_settings, events=self)
        answer_sdp = await self._equipment.joiner.join(offer_sdp)
        await self._peer.take_answer(answer_sdp)
        await asyncio.wait((self.joined, self.ended), return_when=asyncio.FIRST_COMPLETED)
        if self.ended.done():
            raise JoinFailed(trouble(TroubleKind.CONNECTION_FAILED, why=self.ended.result()))

    async def close(self, *, leaving: bool) -> None:
        """Ends the connection and everything that belongs to it; `leaving` tells the bridge that this is meant.

        A connection that was lost is not taken leave of: that could only delay the next one.
        """
        self._silence()
        if self._peer is not None:
            await self._peer.close()
            if leaving:
                await self._equipment.joiner.leave()

    def _silence(self) -> None:
        """Stops all that sends or decodes; called once the connection has ended, and before it is closed."""
        if self._beat_timer is not None:
            self._beat_timer.cancel()
        self._silent_bridge.end()
        self.microphone = self.microphone.disconnected()
        self._tests.end()
        self._sound.want(sound=False)
        if self._pictures is not None:
            self._pictures.end()
        self.program.end()
        self.content.end()
        self.presenting.stop()

    @property
    def program_seen_seconds(self) -> float | None:
        """When the last picture of the program arrived (monotonic)."""
        return self.program.seen_seconds

    # ------------------------------------------------------------ the technician

    @property
    def rung(self) -> Rung:
        """The rung that is sent."""
        return self._pictures.rung if self._pictures is not None else Rung.OFF

    @property
    def level_dbov(self) -> int:
        """Level of the sound that is sent, -127 for none."""
        return self._sound.level_dbov

    def press_microphone(self, *, wants_open: bool) -> PressResult:
        """Opens or closes the microphone, if the order lets the technician; a refused press is told to the bridge."""
        gate, result = self.microphone.pressed(wants_open=wants_open)
        if result is PressResult.NOT_ALLOWED:
            self.say(OpenMicrophoneTried())
        elif gate != self.microphone:
            self._set_gate(gate)
        return result

    def say(self, message: FromSiteMessage) -> bool:
        """Sends a message to the bridge; False when there is no control channel now."""
        return self._peer is not None and self._peer.send_control(self._equipment.control.encode(message))

    # ------------------------------------------------------------ what the peer tells

    def connected(self, peer: Peer, remote_address: str) -> None:
        """Media is up: the thumbnail goes out, nothing else."""
        logger.debug("connected to the bridge at %s", remote_address)
        if self._pictures is not None:
            self._pictures.begin()
            self._uplink.ordered = Rung.THUMBNAIL
            self._pictures.order_rung(Rung.THUMBNAIL)
        self.program.begin(peer)
        self._beat_timer = asyncio.get_running_loop().call_later(BEAT_SECONDS, self._beat)

    def closed(self, peer: Peer, text: str) -> None:
        """The connection is over."""
        self._end(text)

    def control_opened(self, peer: Peer) -> None:
        """Says who we are."""
        self.say(hello_of(self._equipment))
        self.content.follow()
        self.cameras.introduce()
        self._reports.send_all(self.say)
        if not self.joined.done():
            self.joined.set_result(None)

    def control_arrived(self, peer: Peer, text: str) -> None:
        """Obeys one message."""
        try:
            message = self._equipment.control.decode(text)
        except ValueError as error:
            logger.warning("A message of the bridge cannot be understood and is ignored: %s", error)
        else:
            self._obey(message)

    def video_unit(self, peer: Peer, unit: VideoUnit) -> None:
        """A picture of the program or of the content came."""
        (self.program if unit.section == CAMERA_SECTION else self.content).take_picture(peer, unit)

    def audio_packet(self, peer: Peer, packet: AudioPacket) -> None:
        """Sound of the program came."""
        self.program.take_sound(packet)
        self._tests.hear(packet)

    def key_frame_wanted(self, peer: Peer, section: int) -> None:
        """The bridge lost a picture."""
        self.presenting.key_frame_wanted(section)
        if self._pictures is not None and section == CAMERA_SECTION:
            self._pictures.order_key_frame()

    # ------------------------------------------------------------ orders

    def _obey(self, message: ToSiteMessage) -> None:
        match message:
            case SetMicrophone():
                self._note_order(message)
                self._set_gate(self.microphone.obeyed(message), message.request_id)
            case SetListen():
                self._set_gate(self.microphone.listened(message), message.request_id)
            case SetRung():
                self._obey_rung(message)
            case TestSiteSound() | TestSiteLine():
                self._tests.begin(message, self.microphone, self._peer)
            case ReportProgram():
                self.program.ask(message.request_id)
            case RecallSitePreset() | AskSiteCamera():
                self.cameras.obey(message)
            case Ping():
                self.cameras.heard(message.sent_ms)
                self.say(Pong(number=message.number))
            case _:
                self._note(message)
        self._changed()

    def _note(self, message: ToShow | WishAnswered | Goodbye) -> None:
        match message:
            case WishAnswered():
                self._reports.answered(message)
            case Goodbye():
                self.goodbye = message.reason
                self._end("the bridge ended the connection")
            case _:
                self.told.take(message, _wall_ms())
                if isinstance(message, ShowPlace):
                    self.program.follow_place()
                elif isinstance(message, ShowPresented):
                    self.presenting.allow(allowed=message.may_present)

    def _note_order(self, message: SetMicrophone) -> None:
        if message.order > self.microphone.order:
            held_ms = message.held_ms or 0
            self.microphone_since_ms = _wall_ms() - held_ms

    def _set_gate(self, gate: MicrophoneGate, request_id: str | None = None) -> None:
        self.microphone = gate
        self._sound.want(sound=gate.sends_sound)
        self._tests.follow(gate)
        self.say(gate.report(request_id))
        self._changed()

    def _obey_rung(self, message: SetRung) -> None:
        if self._pictures is None or message.rung is Rung.OFF:
            self._asked_rungs.clear()
            self._uplink.ordered = Rung.OFF
            if self._pictures is not None:
                self._pictures.order_rung(Rung.OFF)
            self.say(RungReported(rung=Rung.OFF, request_id=message.request_id))
            return
        # Of several repeats of one order only the last is answered by name.
        self._asked_rungs = [message]
        self._uplink.ordered, self._most_rate = message.rung, message.frames_per_second
        self._pictures.order_rung(self._uplink.rung, self._most_rate)
        if self._uplink.rung is Rung.OFF:
            self._answer_rung()

    def _answer_rung(self) -> None:
        """Says what is sent, in answer to the order if it has none yet."""
        asked = self._asked_rungs.pop() if self._asked_rungs else None
        request_id = None if asked is None else asked.request_id
        self.say(RungReported(rung=self._uplink.rung, limited=self._uplink.is_limited, request_id=request_id))
        self._changed()

    def _look_at_line(self, counters: PeerCounters) -> None:
        """Sends what the line carries: sound first, then a picture; a larger one once a ramp says that it fits."""
        if self._uplink.look(counters, time.monotonic()):
            self._follow_line()
        kilobits = self._uplink.take_question()
        if kilobits is not None and self._peer is not None:
            self._peer.test_line(kilobits, self._line_answered, GENTLE)

    def _line_answered(self, rate: LineRate) -> None:
        if self._uplink.answer(rate, time.monotonic()) and not self.ended.done():
            self._follow_line()

    def _follow_line(self) -> None:
        if self._pictures is not None:
            self._pictures.order_rung(self._uplink.rung, self._most_rate)
            self._answer_rung()

    # ------------------------------------------------------------ media

    def _send_picture(self, picture: RungPicture, rtp_time: int) -> None:
        if self._peer is None or self.ended.done():
            return
        self._sent_pictures += 1
        unit = packetise(picture.codec, picture.data, rtp_time, key=picture.key, picture_id=self._sent_pictures)
        self._peer.send_video(unit)
        if picture.key and self._asked_rungs and picture.rung is self._uplink.rung:
            self._answer_rung()

    def _send_sound(self, payload: bytes, rtp_time: int, level_dbov: int) -> None:
        if self._peer is not None and self.microphone.sends_sound:
            self._peer.send_audio(payload, rtp_time, level_dbov)

    # ------------------------------------------------------------ the beat

    def _beat(self) -> None:
        """Once a second: ends old questions, reports, notices that the bridge is gone."""
        if self._peer is None or self.ended.done():
            return
        self._beat_timer = asyncio.get_running_loop().call_later(BEAT_SECONDS, self._beat)
        self._beats += 1
        self.program.step()
        self.content.follow()
        counters = self._peer.counters()
        self._look_at_line(counters)
        heard = counters.last_heard_seconds
        if heard is not None:
            self._silent_bridge.look(time.monotonic() - heard)
        if self._beats % REPORT_EVERY_BEATS == 0:
            echo = self._equipment.echo() if self._equipment.echo is not None else None
            self.say(self.microphone.report())
            self.reception = self._meter.report(counters, time.monotonic(), echo, self.program.played())
            self.round_trip_ms = counters.round_trip_ms
            self.say(self.reception)
            self._reports.send_all(self.say)
            self._changed()

    def _bridge_lost(self) -> None:
        self.bridge_fell_silent = True
        self._end(f"nothing was heard of the bridge for {BRIDGE_SILENT_SECONDS:.0f} s")

    def _end(self, text: str) -> None:
        if not self.ended.done():
            self._silence()
            self.ended.set_result(text)
            self._changed()


def _wall_ms() -> int:
    return time.time_ns() // 1_000_000
