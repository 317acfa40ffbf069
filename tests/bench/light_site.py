"""A light peer that behaves as a site: it obeys the bridge's orders with media that was coded beforehand.

Rules: an order is carried out at once, as the real endpoint does it: a new rung begins with its key frame, a closed
microphone sends no packet. Only an observer decrypts; it decodes pictures while it is on deck or on the podium. What a
site that does not decode at that moment reports of the program is the arrival of packets.
"""

import asyncio
import time
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, replace
from typing import Protocol

import numpy as np
from aiortc import RTCCertificate
from numpy.typing import NDArray

from console.sites.site_messages import (
    FromSiteMessage,
    Hello,
    MicrophoneReported,
    Ping,
    Pong,
    ProgramReported,
    ReportProgram,
    RungReported,
    SetListen,
    SetMicrophone,
    SetRung,
    ShowPlace,
)
from console.words import Rung, SiteId
from hardware.rtc.light_peer import Clip, LightFleet, LightPeer, SoundClip
from hardware.rtc.media_types import VIDEO_CLOCK_HZ, AudioPacket, VideoUnit
from hardware.rtc.peer import Peer
from hardware.rtc.video_codec import PictureUndecodable, VideoDecoder
from hardware.signalling.control_codec import decode_to_site, encode_from_site

REPORT_LIMIT_SECONDS = 3.0
COUNT_POLL_SECONDS = 0.005


REPORT_SECONDS = 5.0


@dataclass(frozen=True, slots=True)
class LightMedia:
    """What a site sends: a clip for each rung, and its voice (None: it says nothing even when it is open)."""

    clips: dict[Rung, Clip]
    voice: SoundClip | None


class Ear(Protocol):
    """Who hears what an observer decodes; called for every packet with its moment of arrival (monotonic)."""

    def heard(self, site: SiteId, pcm: NDArray[np.int16], arrived_seconds: float) -> None: ...


@dataclass(slots=True)
class _Question:
    """One `ReportProgram` that waits for a frame and a sound."""

    request_id: str
    asked_seconds: float
    frame_ms: int | None = None
    sound_ms: int | None = None


class LightSite(LightPeer):
    """One site; make it, `join` it, `close` it.

    `deaf_seconds`: how long the site goes on sending sound after an order to close (it reports closed at once).
    `sounds_always`: it sends its sound from the beginning, whatever it is told.
    """

    def __init__(
        self,
        site: SiteId,
        media: LightMedia,
        *,
        certificate: RTCCertificate,
        fleet: LightFleet,
        ear: Ear | None = None,
        deaf_seconds: float = 0.0,
        sounds_always: bool = False,
        when_controlled: Callable[[SiteId], None] | None = None,
    ) -> None:
        super().__init__(site, certificate=certificate, fleet=fleet, observes=ear is not None)
        self.site = site
        self.rung = Rung.OFF
        self.microphone_open = False
        self.listening = False
        self._media = media
        self._fleet = fleet
        self._ear = ear
        self._deaf_seconds = deaf_seconds
        self._sounds_always = sounds_always
        self._when_controlled = when_controlled
        self._order = -1
        self._unit = 0
        self._asked_rung: SetRung | None = None
        self._schedule = 0
        self._most_rate: int | None = None
        self._question: _Question | None = None
        self._watching = False
        self._pictures: VideoDecoder | None = None
        self._began_seconds = time.monotonic()
        self._tasks: set[asyncio.Task[None]] = set()

    # ------------------------------------------------------------ what the peer tells

    def connected(self, peer: Peer, remote_address: str) -> None:
        super().connected(peer, remote_address)
        self._send_rung(Rung.THUMBNAIL)
        self._follow_gate()

    def control_opened(self, peer: Peer) -> None:
        super().control_opened(peer)
        self._say(Hello(program="light peer", version="0"))
        self._begin(self._report_again_and_again())
        if self._when_controlled is not None:
            self._when_controlled(self.site)

    def control_arrived(self, peer: Peer, text: str) -> None:
        match decode_to_site(text):
            case SetMicrophone() as order:
                self._obey_microphone(order)
            case SetListen() as order:
                self.listening = order.listening
                self._follow_gate()
                self._report_microphone(order.request_id)
            case SetRung() as order:
                self._asked_rung = order
                self._most_rate = order.frames_per_second
                self._send_rung(order.rung)
            case ReportProgram(request_id=request_id):
                self._ask_program(request_id)
            case ShowPlace() as place:
                self._watch(wanted=place.on_deck or place.on_podium)
            case Ping(number=number):
                self._say(Pong(number=number))
            case _:
                pass

    def key_frame_wanted(self, peer: Peer, section: int) -> None:
        self.key_frames_wanted += 1
        self._send_rung(self.rung)

    def video_unit(self, peer: Peer, unit: VideoUnit) -> None:
        if not self._watching or (self._pictures is None and not unit.key):
            return
        if self._pictures is None:
            self._pictures = VideoDecoder()
        try:
            self.pictures += len(self._pictures.decode(unit))
        except PictureUndecodable:
            self._pictures = None
            peer.decoder_failed(unit.section)
            return
        question = self._question
        if question is not None and question.frame_ms is None and unit.arrived_seconds >= question.asked_seconds:
            question.frame_ms = _since(question)
            self._answer()

    def audio_packet(self, peer: Peer, packet: AudioPacket) -> None:
        question = self._question
        if question is not None and question.sound_ms is None and packet.arrived_seconds >= question.asked_seconds:
            question.sound_ms = _since(question)
            self._answer()
        if self._ear is not None and self._audio_decoder is not None:
            self._ear.heard(self.site, self._audio_decoder.decode(packet.payload), packet.arrived_seconds)

    # ------------------------------------------------------------ microphone

    def _obey_microphone(self, order: SetMicrophone) -> None:
        if order.order >= self._order:
            self._order = order.order
            self.microphone_open = order.open
            if self._deaf_seconds and not order.open:
                asyncio.get_running_loop().call_later(self._deaf_seconds, self._follow_gate)
            else:
                self._follow_gate()
        self._report_microphone(order.request_id)

    def _report_microphone(self, request_id: str | None) -> None:
        report = MicrophoneReported(
            open=self.microphone_open, order=max(0, self._order), request_id=request_id, listening=self.listening
        )
        self._say(report)

    async def _report_again_and_again(self) -> None:
        """Repeats the report as every program does; without it all tiles would show their reports growing old."""
        while True:
            await asyncio.sleep(REPORT_SECONDS)
            self._report_microphone(None)

    def _follow_gate(self) -> None:
        sounds = self._sounds_always or self.microphone_open or self.listening
        self.set_sounding(self._media.voice if sounds else None)

    # ------------------------------------------------------------ pictures

    def _send_rung(self, rung: Rung) -> None:
        """Sends a rung from its key frame on, the first picture at once."""
        self.rung, self._unit = rung, 0
        self._schedule += 1
        if rung is not Rung.OFF:
            schedule = self._schedule
            self._fleet.add(time.monotonic(), lambda due: self._send_unit(due, schedule))

    def _send_unit(self, due: float, schedule: int) -> float | None:
        if schedule != self._schedule or self.ended_text is not None or self.peer is None:
            return None
        clip = self._media.clips[self.rung]
        rtp_time = int((due - self._began_seconds) * VIDEO_CLOCK_HZ) & 0xFFFFFFFF
        self.peer.send_video(replace(clip.units[self._unit], rtp_time=rtp_time))
        self._unit = (self._unit + 1) % len(clip.units)
        if self._asked_rung is not None:
            asked, self._asked_rung = self._asked_rung, None
            self._say(RungReported(rung=asked.rung, request_id=asked.request_id))
        return due + 1 / min(clip.frames_per_second, self._most_rate or clip.frames_per_second)

    # ------------------------------------------------------------ the program

    def _watch(self, *, wanted: bool) -> None:
        if wanted == self._watching or self._ear is None:
            return
        self._watching, self._pictures = wanted, None
        if wanted and self.peer is not None:
            self.peer.request_key_frame()

    def _ask_program(self, request_id: str) -> None:
        self._question = _Question(request_id, time.monotonic())
        if self._pictures is None:
            # A real site decodes all the time; one that began only now would measure its wait for a key frame.
            self._begin(self._count_program(self._question))
        asyncio.get_running_loop().call_later(REPORT_LIMIT_SECONDS, self._answer, request_id)

    async def _count_program(self, question: _Question) -> None:
        assert self.peer is not None
        before = self.peer.counters()
        while self._question is question:
            await asyncio.sleep(COUNT_POLL_SECONDS)
            now = self.peer.counters()
            if question.frame_ms is None and now.video_in.packets > before.video_in.packets:
                question.frame_ms = _since(question)
            if question.sound_ms is None and now.audio_in.packets > before.audio_in.packets:
                question.sound_ms = _since(question)
            self._answer()

    def _answer(self, expired: str | None = None) -> None:
        """Answers when both are there, or when the time for the question `expired` is over."""
        question = self._question
        if question is None or (expired is not None and expired != question.request_id):
            return
        if expired is None and (question.frame_ms is None or question.sound_ms is None):
            return
        self._question = None
        report = ProgramReported(
            request_id=question.request_id, frame_after_ms=question.frame_ms, sound_after_ms=question.sound_ms
        )
        self._say(report)

    # ------------------------------------------------------------ small things

    def _say(self, message: FromSiteMessage) -> None:
        if self.peer is not None:
            self.peer.send_control(encode_from_site(message))

    def _begin(self, work: Coroutine[None, None, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def close(self) -> None:
        """Ends the connection and everything that was begun."""
        self._schedule += 1
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await super().close()


def _since(question: _Question) -> int:
    return round((time.monotonic() - question.asked_seconds) * 1000)
