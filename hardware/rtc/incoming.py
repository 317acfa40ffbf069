"""The receiving half of a connection's media: from an SRTP packet to pictures and sound packets.

Rule: one synchronous way per packet, no queue and no task. Streams are found by SSRC, a new SSRC by its MID header
extension (RFC 8843 section 9.2), else by its payload type; what fits nothing is dropped and counted.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from hardware.rtc.adapter import MediaKeys, Section, SrtpError
from hardware.rtc.media_types import AUDIO_CLOCK_HZ, VIDEO_CLOCK_HZ, AudioPacket, StreamCounters, VideoCodec, VideoUnit
from hardware.rtc.receive_statistics import ReceiveStatistics
from hardware.rtc.rtp_header import HEADER_BYTES, audio_level_dbov, extension_value, payload_span, read_clear
from hardware.rtc.video_assembler import VideoAssembler, VideoPacket

MAX_SSRCS = 16
"""A sender that changes its SSRC more often than this is not followed."""
UNWANTED_STRIDE = 1024
"""Of unwanted sound every so many packets one is decrypted: SRTP loses count of its roll-overs after 2**15."""

_REPEATED = frozenset(
    {
        "replay check failed (bad index)",
        "replay check failed (index too old)",
        "packet index is too old to consider",
    }
)
"""What libsrtp says of a packet that comes a second time, or after its time: lines do that."""

_CODECS: dict[str, VideoCodec] = {"H264": "H264", "VP8": "VP8"}


@dataclass(slots=True)
class IncomingVideo:
    """One video section: how its pictures are put together and who gets them."""

    section: Section
    assembler: VideoAssembler
    codecs: Mapping[int, VideoCodec]
    repeats: frozenset[int]
    statistics: ReceiveStatistics | None = None
    nacks: int = 0
    plis: int = 0
    last_codec: VideoCodec | None = None


@dataclass(slots=True)
class IncomingAudio:
    """The audio section; `wanted` false drops packets before they are decrypted."""

    section: Section
    payload_types: frozenset[int]
    statistics: ReceiveStatistics | None = None
    wanted: bool = True
    level_dbov: int | None = None

    def read_level(self, data: bytes) -> None:
        """Takes the sender's level from the clear header (RFC 6464)."""
        self.level_dbov = audio_level_dbov(data, self.section.extensions.audio_level)


Stream = IncomingVideo | IncomingAudio


@dataclass(slots=True)
class Incoming:
    """All receiving streams of one connection.

    `decrypts` false is for benches: packets are counted by their clear header and go no further.
    """

    keys: MediaKeys
    on_video: Callable[[VideoUnit], None]
    on_audio: Callable[[AudioPacket], None]
    videos: list[IncomingVideo]
    audio: IncomingAudio | None
    on_hole: Callable[[], None]
    decrypts: bool = True
    undecryptable: int = 0
    malformed: int = 0
    """Of the undecryptable: no repeats, but packets that this sender cannot have meant."""
    _by_ssrc: dict[int, tuple[Stream, ReceiveStatistics]] = field(default_factory=dict)

    def media_received(self, data: bytes, now: float) -> None:
        """Takes one SRTP packet."""
        if len(data) < HEADER_BYTES:
            return
        sequence, rtp_time, ssrc = read_clear(data, 2)
        entry = self._by_ssrc.get(ssrc)
        if entry is None:
            self._first_of_ssrc(data, now)
            return
        stream, statistics = entry
        statistics.count(sequence, rtp_time, len(data), now)
        if isinstance(stream, IncomingAudio):
            stream.read_level(data)
            if not stream.wanted and sequence % UNWANTED_STRIDE:
                return
        if not self.decrypts:
            return
        clear = self._authentic(data)
        if clear is not None:
            self._take(stream, statistics, clear, now)

    def _authentic(self, data: bytes) -> bytes | None:
        try:
            return self.keys.unprotect(data)
        except (SrtpError, ValueError) as error:
            self.count_undecryptable(error)
            return None

    def count_undecryptable(self, error: Exception) -> None:
        """Notes a repeat that came twice, or a stranger's packet; ValueError: longer than any we agreed on."""
        self.undecryptable += 1
        self.malformed += str(error) not in _REPEATED

    def _take(self, stream: Stream, statistics: ReceiveStatistics, clear: bytes, now: float) -> None:
        span = payload_span(clear)
        if span is None or span[0] == span[1]:
            self._padding(stream, clear, now)
        elif isinstance(stream, IncomingVideo):
            self._video(stream, statistics, clear, span, now)
        elif stream.wanted:
            sequence, rtp_time, _ = read_clear(clear, 2)
            self.on_audio(AudioPacket(sequence, rtp_time, clear[span[0] : span[1]], now, stream.level_dbov))

    def _video(
        self, stream: IncomingVideo, statistics: ReceiveStatistics, clear: bytes, span: tuple[int, int], now: float
    ) -> None:
        sequence, rtp_time, _ = read_clear(clear, 2)
        start, end = span
        kind = clear[1] & 0x7F
        if kind in stream.repeats:
            if end - start < 2:
                return
            sequence = clear[start] << 8 | clear[start + 1]
            start += 2
            codec = stream.last_codec
        else:
            codec = stream.codecs.get(kind)
            stream.last_codec = codec
            stream.statistics = statistics
        if codec is None:
            return
        assembler = stream.assembler
        packet = VideoPacket(rtp_time, clear[1] > 127, codec, clear[start:end])
        original = bool(stream.repeats) and kind not in stream.repeats
        for unit in assembler.push(sequence, packet, now, original=original):
            self.on_video(unit)
        if assembler.holes or assembler.key_is_due(now):
            self.on_hole()

    def _padding(self, stream: Stream, clear: bytes, now: float) -> None:
        """A packet without payload (a sender probing the line) still holds a sequence number."""
        sequence, rtp_time, _ = read_clear(clear, 2)
        if isinstance(stream, IncomingVideo) and clear[1] & 0x7F in stream.codecs and stream.last_codec is not None:
            packet = VideoPacket(rtp_time, marker=False, codec=stream.last_codec, payload=b"")
            for unit in stream.assembler.push(sequence, packet, now):
                self.on_video(unit)

    # ------------------------------------------------------------ whose packet is it

    def _first_of_ssrc(self, data: bytes, now: float) -> None:
        """Adds a stream once its packet proved to be genuine; else strangers could fill the table."""
        sequence, rtp_time, ssrc = read_clear(data, 2)
        stream = self._stream_of(data, ssrc)
        if stream is None or len(self._by_ssrc) >= MAX_SSRCS:
            self.undecryptable += 1
            self.malformed += 1
            return
        clear = self._authentic(data) if self.decrypts else b""
        if clear is None:
            return
        statistics = self._add(stream, ssrc, data[1] & 0x7F)
        statistics.count(sequence, rtp_time, len(data), now)
        if isinstance(stream, IncomingAudio):
            stream.read_level(data)
        if clear:
            self._take(stream, statistics, clear, now)

    def _add(self, stream: Stream, ssrc: int, kind: int) -> ReceiveStatistics:
        clock_hz = AUDIO_CLOCK_HZ if isinstance(stream, IncomingAudio) else VIDEO_CLOCK_HZ
        statistics = ReceiveStatistics(ssrc, clock_hz)
        if isinstance(stream, IncomingAudio):
            stream.statistics = statistics
        elif kind not in stream.repeats:
            stream.statistics = statistics
            if self.decrypts:
                stream.assembler.begin_anew()
        self.on_hole()
        self._by_ssrc[ssrc] = (stream, statistics)
        return statistics

    def _stream_of(self, data: bytes, ssrc: int) -> Stream | None:
        kind = data[1] & 0x7F
        fitting = [stream for stream in self._streams() if self._takes(stream, kind)]
        for stream in fitting:
            if ssrc in stream.section.remote_ssrcs:
                return stream
        for stream in fitting:
            mid = extension_value(data, stream.section.extensions.mid)
            if mid is not None and mid.decode("ascii", "replace") == stream.section.mid:
                return stream
        unnamed = [stream for stream in fitting if not stream.section.remote_ssrcs]
        return unnamed[0] if len(unnamed) == 1 else None

    def _streams(self) -> list[Stream]:
        return [*self.videos, self.audio] if self.audio is not None else [*self.videos]

    @staticmethod
    def _takes(stream: Stream, kind: int) -> bool:
        if isinstance(stream, IncomingAudio):
            return kind in stream.payload_types
        return kind in stream.codecs or kind in stream.repeats

    # ------------------------------------------------------------ what is known

    def statistics(self) -> list[ReceiveStatistics]:
        """Returns every stream that is reported to its sender."""
        return [statistics for _, statistics in self._by_ssrc.values()]

    def counters_of(self, stream: Stream) -> StreamCounters:
        """Returns the cumulative counters of one section."""
        statistics = stream.statistics
        counters = StreamCounters()
        if statistics is not None:
            counters.packets, counters.bytes = statistics.packets, statistics.bytes
            counters.lost, counters.jitter_ms = max(0, statistics.lost), statistics.jitter_ms
            counters.last_packet_seconds = statistics.last_packet_seconds
        if isinstance(stream, IncomingVideo):
            counters.frames, counters.repaired = stream.assembler.frames, stream.assembler.repaired
            counters.nacks, counters.plis = stream.nacks, stream.plis
        else:
            counters.level_dbov = stream.level_dbov
        return counters


def incoming_streams(sections: list[Section]) -> tuple[list[IncomingVideo], IncomingAudio | None]:
    """Makes the receiving streams of the sections that were agreed; inactive ones have none but keep their number."""
    videos: list[IncomingVideo] = []
    audio: IncomingAudio | None = None
    for place, section in enumerate(s for s in sections if s.kind == "video"):
        if section.receives:
            codecs: dict[int, VideoCodec] = {
                c.payload_type: _CODECS[c.name] for c in section.codecs if c.name in _CODECS
            }
            repeats = frozenset(c.payload_type for c in section.codecs if c.name == "rtx")
            videos.append(IncomingVideo(section, VideoAssembler(place), codecs, repeats))
    for section in sections:
        if section.kind == "audio" and section.receives and audio is None:
            audio = IncomingAudio(section, frozenset(c.payload_type for c in section.codecs if c.name == "OPUS"))
    return videos, audio
