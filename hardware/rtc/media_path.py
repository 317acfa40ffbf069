"""All media of one secured connection: incoming and outgoing streams, and the RTCP between them.

Rule: it is given keys, sections and a line, and knows nothing of SDP, ICE or aiortc's objects. Everything happens in
the call that brings a packet, or on the pulse.
"""

import random
import time
from collections.abc import Callable
from dataclasses import dataclass, replace

from hardware.rtc import rtcp_reports
from hardware.rtc.adapter import CodecNumber, MediaKeys, Section, SrtpError
from hardware.rtc.incoming import Incoming, IncomingVideo, incoming_streams
from hardware.rtc.line_probes import LineProbes, is_line_probe
from hardware.rtc.line_ramp import BRISK, LineRate, RampPace
from hardware.rtc.lip_sync import SenderClocks
from hardware.rtc.media_types import (
    AUDIO_CLOCK_HZ,
    CAMERA_SECTION,
    CONTENT_SECTION,
    VIDEO_CLOCK_HZ,
    AudioPacket,
    PacketisedUnit,
    PeerCounters,
    StreamCounters,
    VideoCodec,
    VideoUnit,
)
from hardware.rtc.packet_budget import UNBOUNDED, IncomingLimits, PacketBudget
from hardware.rtc.pulse import Pulse
from hardware.rtc.rtcp_reports import Reports
from hardware.rtc.rtp_header import is_rtcp
from hardware.rtc.send_stream import SendStream

KEY_FRAME_ASK_SECONDS = 0.2
"""A picture-loss message is sent at most so often per section."""
DEAD_SOUND_SECONDS = 0.2
"""Where sound came more lately than this the line lives, and pictures that stay away were ended."""
REPORT_SECONDS = 1.0
HURRIED_SECONDS, HURRYING_LOSS = 0.2, 0.25
"""Where so much is lost the sender has to know at once, and reports are lost as well (RFC 4585 section 3.4)."""


@dataclass(frozen=True, slots=True)
class MediaTold:
    """Whom a media path tells; called on the loop, must not block."""

    video_unit: Callable[[VideoUnit], None]
    audio_packet: Callable[[AudioPacket], None]
    key_frame_wanted: Callable[[int], None]
    """Called with the video section."""


class MediaPath:
    """Media of one connection from the moment it is secure until `close`."""

    def __init__(
        self,
        *,
        keys: MediaKeys,
        sections: list[Section],
        cname: str,
        send: Callable[[bytes], None],
        send_all: Callable[[list[bytes]], None] | None = None,
        told: MediaTold,
        pulse: Pulse,
        decrypts: bool,
        limits: IncomingLimits = UNBOUNDED,
        clock: Callable[[], float] = time.monotonic,
        wall_clock: Callable[[], float] = time.time,
    ) -> None:
        self._clock, self._wall_clock = clock, wall_clock
        self.budget = PacketBudget(limits, clock())
        self._keys = keys
        self._send = send
        self._told = told
        self._pulse = pulse
        self._reports = Reports(cname)
        videos, audio = incoming_streams(sections)
        for video in videos:
            # What is only counted is never put together, and so never missed.
            video.assembler.key_wanted = decrypts
        self.incoming = Incoming(
            keys=keys,
            on_video=told.video_unit,
            on_audio=told.audio_packet,
            videos=videos,
            audio=audio,
            on_hole=pulse.quicken,
            decrypts=decrypts,
        )
        self.audio_out = _outgoing(sections, "audio")
        self.video_out = _outgoing(sections, "video")
        self.content_out = _content_out(sections)
        outgoing = (self.audio_out, self.video_out, self.content_out)
        self._senders = {stream.ssrc: stream for stream in outgoing if stream is not None}
        for stream in self._senders.values():
            stream.open(keys.protect, send, send_all)
        self._own_ssrc = next(iter(self._senders), sections[0].ssrc if sections else 1)
        self._next_report = self._clock() + random.uniform(0.2, REPORT_SECONDS)  # noqa: S311
        self._next_hurried: float | None = None
        self._last_plis: dict[int, float] = {}
        self._bit_rate_limit: int | None = None
        self._probes: LineProbes | None = None
        pulse.join(self)

    # ------------------------------------------------------------ packets in

    def media_received(self, data: bytes, now: float) -> None:
        """Takes one SRTP or SRTCP packet of this connection; what is beyond its budget is dropped unread."""
        if not self.budget.take(len(data), now):
            return
        if not is_rtcp(data):
            self.incoming.media_received(data, now)
            return
        try:
            clear = self._keys.unprotect_rtcp(data)
        except (SrtpError, ValueError) as error:
            self.incoming.count_undecryptable(error)
            return
        if is_line_probe(clear):
            self._line_probes().take(clear, now)
            self._pulse.quicken()
            return
        self._rtcp_received(clear, now)

    def _rtcp_received(self, clear: bytes, now: float) -> None:
        wishes = self._reports.take(clear, self._senders, now, self._wall_clock())
        for ssrc, sequences in wishes.repeats.items():
            if (stream := self._senders.get(ssrc)) is not None:
                stream.counters.nacks += 1
                stream.repeat(sequences, now)
        for section, video in ((CAMERA_SECTION, self.video_out), (CONTENT_SECTION, self.content_out)):
            if video is not None and video.ssrc in wishes.key_frames:
                video.counters.plis += 1
                self._told.key_frame_wanted(section)

    # ------------------------------------------------------------ the pulse

    def beat(self, now: float) -> bool:
        """Asks for repeats and key frames that are due, and reports once a second."""
        quick = self._probes is not None and self._probes.beat(now)
        for video in self.incoming.videos:
            if video.assembler.holes:
                self._ask_repeats(video, now)
                quick = quick or bool(video.assembler.holes)
            if video.statistics is not None and video.assembler.wants_key_now(now):
                self._ask_key_frame(video, now)
            elif video.assembler.fell_silent(now) and not self._hears_sound(now):
                video.assembler.key_suspected(now)
                self._send_key_wish(video)
        if now >= self._next_report:
            self._next_report = now + REPORT_SECONDS * random.uniform(0.8, 1.2)  # noqa: S311
            self._report(now)
        elif self._next_hurried is not None and now >= self._next_hurried:
            self._report_received(now)
        return quick

    def _hears_sound(self, now: float) -> bool:
        audio = self.incoming.audio
        last = None if audio is None or audio.statistics is None else audio.statistics.last_packet_seconds
        return last is not None and now - last < DEAD_SOUND_SECONDS

    def _ask_repeats(self, video: IncomingVideo, now: float) -> None:
        asks, units = video.assembler.due(now, self._reports.round_trip_seconds or 0.0)
        if asks and video.statistics is not None:
            video.nacks += 1
            self._send_rtcp(rtcp_reports.nack(self._own_ssrc, video.statistics.ssrc, asks))
        for unit in units:
            self._told.video_unit(unit)

    def _ask_key_frame(self, video: IncomingVideo, now: float) -> None:
        place = video.assembler.section
        if video.statistics is not None and now - self._last_plis.get(place, -1e9) >= KEY_FRAME_ASK_SECONDS:
            self._last_plis[place] = now
            self._send_key_wish(video)

    def _send_key_wish(self, video: IncomingVideo) -> None:
        if video.statistics is not None:
            video.plis += 1
            self._send_rtcp(rtcp_reports.picture_loss(self._own_ssrc, video.statistics.ssrc))

    def request_key_frame(self, section: int = 0) -> None:
        """Asks the sender for a key frame, at most every 0.2 s."""
        for video in self.incoming.videos:
            if video.assembler.section == section:
                self._ask_key_frame(video, self._clock())

    def decoder_failed(self, section: int = 0) -> None:
        """Drops pictures until the next key frame and asks for it."""
        for video in self.incoming.videos:
            if video.assembler.section == section:
                video.assembler.decoder_failed()
                self._ask_key_frame(video, self._clock())

    def _report(self, now: float) -> None:
        wall = self._wall_clock()
        self._report_received(now)
        for stream in self._senders.values():
            if stream.counters.packets:
                self._send_rtcp(self._reports.sender_report(stream, wall, now))
        if self._bit_rate_limit is not None:
            for video in self.incoming.videos:
                if video.statistics is not None:
                    ssrc = video.statistics.ssrc
                    self._send_rtcp(rtcp_reports.bit_rate_limit(self._own_ssrc, ssrc, self._bit_rate_limit))

    def _report_received(self, now: float) -> None:
        received = self.incoming.statistics()
        if received:
            self._send_rtcp(self._reports.receiver_report(self._own_ssrc, received, now))
        hurries = any(statistics.reported_share >= HURRYING_LOSS for statistics in received)
        self._next_hurried = now + HURRIED_SECONDS if hurries else None

    def limit_incoming_video(self, bits_per_second: int | None) -> None:
        """Tells browsers, once a second from now on, the most they should send; None says nothing any more."""
        self._bit_rate_limit = bits_per_second

    def _send_rtcp(self, clear: bytes) -> None:
        self._send(self._keys.protect_rtcp(clear))

    # ------------------------------------------------------------ packets out

    def send_video(self, unit: PacketisedUnit) -> None:
        if self.video_out is not None:
            self.video_out.send_unit(unit, self._clock())

    def send_video_slice(self, unit: PacketisedUnit, start: int, count: int) -> None:
        if self.video_out is not None:
            self.video_out.send_slice(unit, start, count, self._clock())

    def send_content_slice(self, unit: PacketisedUnit, start: int, count: int) -> None:
        if self.content_out is not None:
            self.content_out.send_slice(unit, start, count, self._clock())

    def send_audio(self, payload: bytes, rtp_time: int, level_dbov: int | None) -> None:
        if self.audio_out is not None:
            self.audio_out.send_packet(payload, rtp_time, level_dbov, self._clock())

    def set_audio_wanted(self, wanted: bool) -> None:  # noqa: FBT001 - the wanted state is the message
        if self.incoming.audio is not None:
            self.incoming.audio.wanted = wanted

    # ------------------------------------------------------------ what is known

    @property
    def round_trip_seconds(self) -> float | None:
        return self._reports.round_trip_seconds

    def sender_clocks(self, section: int) -> SenderClocks:
        """Returns what the other side's reports say of the clocks of its sound and of a video section."""
        clocks, video, audio = self._reports.clocks, self._video(section), self.incoming.audio
        return SenderClocks(
            sound=None if audio is None or audio.statistics is None else clocks.get(audio.statistics.ssrc),
            picture=None if video is None or video.statistics is None else clocks.get(video.statistics.ssrc),
        )

    def video_codec_in(self) -> VideoCodec | None:
        video = self._video(CAMERA_SECTION)
        if video is None:
            return None
        return video.last_codec or next(iter(video.codecs.values()), None)

    def _video(self, section: int) -> IncomingVideo | None:
        return next((video for video in self.incoming.videos if video.assembler.section == section), None)

    def test_line(self, most_kilobits: int, told: Callable[[LineRate], None], pace: RampPace = BRISK) -> None:
        self._line_probes().begin(most_kilobits, told, self._clock(), pace)
        self._pulse.quicken()

    def stop_line_test(self) -> None:
        if self._probes is not None:
            self._probes.stop()

    def _line_probes(self) -> LineProbes:
        """Returns the probes of this line, made when the first ramp begins."""
        if self._probes is None:
            self._probes = LineProbes(
                ssrc=self._own_ssrc, send=self._send_rtcp, media_sent=self._octets_sent, media_heard=self._octets_heard
            )
        return self._probes

    def _octets_sent(self) -> int:
        return sum(stream.counters.bytes for stream in self._senders.values())

    def _octets_heard(self) -> int:
        return sum(statistics.bytes for statistics in self.incoming.statistics())

    def counters(self) -> PeerCounters:
        camera, content = self._video(CAMERA_SECTION), self._video(CONTENT_SECTION)
        audio, content_out = self.incoming.audio, self.content_out
        return PeerCounters(
            audio_in=StreamCounters() if audio is None else self.incoming.counters_of(audio),
            video_in=StreamCounters() if camera is None else self.incoming.counters_of(camera),
            audio_out=StreamCounters() if self.audio_out is None else replace(self.audio_out.counters),
            video_out=StreamCounters() if self.video_out is None else replace(self.video_out.counters),
            content_in=None if content is None or content.statistics is None else self.incoming.counters_of(content),
            content_out=replace(content_out.counters) if content_out and content_out.counters.packets else None,
            round_trip_ms=None if self.round_trip_seconds is None else 1000 * self.round_trip_seconds,
            undecryptable=self.incoming.undecryptable,
            malformed=self.incoming.malformed,
            refused=self.budget.refused,
            refused_octets=self.budget.refused_octets,
        )

    def close(self) -> None:
        self.stop_line_test()
        # They call back into this path, and nobody is to be held in a circle.
        self._probes = None
        self._pulse.leave(self)


def _outgoing(sections: list[Section], kind: str) -> SendStream | None:
    section = next((section for section in sections if section.kind == kind and section.sends), None)
    return None if section is None else _stream_of(section)


def _content_out(sections: list[Section]) -> SendStream | None:
    """Returns the stream of the content's section, where that is another one than the picture's."""
    videos = [section for section in sections if section.kind == "video"][: CONTENT_SECTION + 1]
    both = len(videos) > CONTENT_SECTION and all(section.sends for section in videos)
    return _stream_of(videos[CONTENT_SECTION]) if both else None


def _stream_of(section: Section) -> SendStream | None:
    codec = next((codec for codec in section.codecs if codec.name != "rtx"), None)
    if codec is None:
        return None
    return SendStream(
        ssrc=section.ssrc,
        rtx_ssrc=section.rtx_ssrc,
        payload_type=codec.payload_type,
        rtx_payload_type=_repeat_type(section.codecs, codec),
        mid=_one_byte_form(section.extensions.mid, section.mid.encode()),
        level_id=_one_byte_form(section.extensions.audio_level, b"l")[0] if section.kind == "audio" else 0,
        clock_hz=AUDIO_CLOCK_HZ if section.kind == "audio" else VIDEO_CLOCK_HZ,
    )


def _one_byte_form(extension_id: int, value: bytes) -> tuple[int, bytes]:
    """Leaves out what the one-byte form of RFC 8285 cannot carry; both extensions are only of help, not needed."""
    return (extension_id, value) if extension_id < 15 and 0 < len(value) <= 16 else (0, b"")


def _repeat_type(codecs: tuple[CodecNumber, ...], of: CodecNumber) -> int | None:
    return next((codec.payload_type for codec in codecs if codec.apt == of.payload_type), None)


def video_codec_out(sections: list[Section]) -> VideoCodec | None:
    """Returns the codec that pictures must have to be sent on these sections, or None when none is sent."""
    for section in sections:
        if section.kind == "video" and section.sends:
            names = [codec.name for codec in section.codecs]
            return "H264" if names and names[0] == "H264" else "VP8"
    return None
