"""What a worker knows of one site's own media: its sending connection, decoder, sound and age.

Rule: one sending connection per site, the newest one that came up. Times are seconds of the monotonic clock.
"""

from dataclasses import dataclass, field

from console.engine_port import ConnectionKind, SiteSample, SoundFrames
from console.words import SiteId
from hardware.engines.embedded.connection import Connection
from hardware.engines.embedded.decode_pool import DecodeStream
from hardware.engines.embedded.media_age import MediaAge
from hardware.engines.embedded.samples import age_ms, percent
from hardware.engines.embedded.site_conduct import Cost
from hardware.engines.embedded.sound_watch import SoundWatch
from hardware.rtc.media_types import PeerCounters, VideoUnit

SPARE_BITS_PER_SECOND, SHOWN_BITS_PER_SECOND = 400_000, 2_000_000
"""What a device is asked to keep to (REMB); browsers obey, stock encoders need not."""
LARGE_WIDTH = 640
"""A device whose pictures are wider than this is not decoded in full while it is off the program."""
DEVICE_KEY_FRAME_SECONDS = 2.0

_RTP_OVERHEAD_BYTES = 40
"""About what header, extensions and SRTP tag add to an Opus payload."""


@dataclass(slots=True)
class SiteMedia:
    """The media of one site with a sending connection."""

    site: SiteId
    connection: Connection
    stream: DecodeStream
    up_since: float
    age: MediaAge = field(default_factory=MediaAge)
    sound: SoundWatch = field(default_factory=SoundWatch)
    level_db: float | None = None
    key_frame_asked_at: float = 0.0
    key_frame_wanted: bool = False
    media_is_off: bool = False
    """Everything it sends is dropped unread."""
    picture_is_off: bool = False
    """Its pictures are dropped."""
    _limited_to: int | None = None
    _seen_audio_packets: int = 0
    _seen_audio_bytes: int = 0

    def counters(self) -> PeerCounters:
        assert self.connection.peer is not None
        return self.connection.peer.counters()

    def look_at_packets(self, counters: PeerCounters, now: float) -> bool:
        """Observes sound that is not decoded by its packets alone; tells whether what is observed changed."""
        audio = counters.audio_in
        packets = audio.packets - self._seen_audio_packets
        size = audio.bytes - self._seen_audio_bytes
        self._seen_audio_packets, self._seen_audio_bytes = audio.packets, audio.bytes
        if packets <= 0:
            return self.sound.step(now)
        level = None if audio.level_dbov is None else float(audio.level_dbov)
        return self.sound.heard(level, max(0, size // packets - _RTP_OVERHEAD_BYTES), now)

    def grew_old(self, counters: PeerCounters, now: float) -> bool:
        """Tells whether the media began or ceased to be old or lost."""
        return self.age.step(counters.last_heard_seconds or self.up_since, now)

    def choose_decoding(self, now: float, *, in_program: bool, hidden: bool) -> bool:
        """Decodes at key frames only what is `hidden`, and a device's large pictures while nobody sees them large.

        Tells whether a key frame has to be asked for.
        """
        backlog = self.stream.backlog
        if self.connection.kind is not ConnectionKind.DEVICE:
            shown_again = backlog.key_frames_only and not hidden
            backlog.key_frames_only = hidden
            return shown_again
        self._limit(SHOWN_BITS_PER_SECOND if in_program else SPARE_BITS_PER_SECOND)
        spare = not in_program and (hidden or self.stream.width > LARGE_WIDTH)
        if backlog.key_frames_only != spare:
            backlog.key_frames_only = spare
            return not spare
        if spare and now - max(self.key_frame_asked_at, self.stream.last_decoded_at or 0.0) > DEVICE_KEY_FRAME_SECONDS:
            self.key_frame_asked_at = now
            return True
        return False

    def _limit(self, bits_per_second: int) -> None:
        if bits_per_second != self._limited_to and self.connection.peer is not None:
            self._limited_to = bits_per_second
            self.connection.peer.limit_incoming_video(bits_per_second)

    def ask_key_frame(self) -> None:
        """Asks for a key frame and keeps asking until one comes: a single wish may be lost or come too soon."""
        self.key_frame_wanted = True
        self._ask()

    def picture_arrived(self, unit: VideoUnit) -> bool:
        """Takes a coded picture to the decoder; tells whether it is taken at all."""
        if unit.key:
            self.key_frame_wanted = False
        if self.picture_is_off:
            return False
        self.stream.push(unit)
        return True

    def refuse_media(self, *, refused: bool) -> None:
        """Drops all that the site sends unread, or takes it again."""
        self.media_is_off = refused
        if self.connection.peer is not None:
            self.connection.peer.refuse_media(refused=refused)

    def cost(self, counters: PeerCounters) -> Cost:
        """Returns what its packets and pictures have cost since its connection began."""
        stream = self.stream
        return Cost(
            refused=counters.refused + self.connection.unheard,
            refused_octets=counters.refused_octets,
            malformed=counters.malformed,
            processor_seconds=stream.processor_seconds,
            slow_pictures=stream.slow_pictures,
            size_changes=stream.size_changes,
            broken_keys=stream.broken_keys,
        )

    def ask_again(self) -> None:
        """Repeats a wish that is still open."""
        if self.key_frame_wanted:
            self._ask()

    def _ask(self) -> None:
        if self.connection.peer is not None and not self.connection.ended:
            self.connection.peer.request_key_frame()

    def sample(self, now: float, sound: SoundFrames | None) -> SiteSample:
        """Returns the last second of this site; `sound` is what became of what it said."""
        sample = sample_connection(self.connection, now, (self.stream.width, self.stream.height))
        return SiteSample(
            site=sample.site,
            connection=sample.connection,
            window_ms=sample.window_ms,
            audio=sample.audio,
            video=sample.video,
            round_trip_ms=sample.round_trip_ms,
            remote_audio_loss_percent=sample.remote_audio_loss_percent,
            remote_video_loss_percent=sample.remote_video_loss_percent,
            sent=sample.sent,
            picture_age_ms=age_ms(self.stream.last_decoded_at, now),
            packet_age_ms=sample.packet_age_ms,
            level_db=self.sound.level_db,
            sound=sound,
        )


def sample_connection(connection: Connection, now: float, size: tuple[int, int] = (0, 0)) -> SiteSample:
    """Returns the last second of any connection; `size` is the newest decoded picture's."""
    assert connection.peer is not None
    counters = connection.peer.counters()
    width, height = size if size[0] else (None, None)
    return SiteSample(
        site=connection.site,
        connection=connection.connection_id,
        window_ms=connection.window.take_milliseconds(now),
        audio=connection.window.audio.close(counters.audio_in),
        video=connection.window.video.close(counters.video_in, width, height),
        round_trip_ms=counters.round_trip_ms,
        remote_audio_loss_percent=percent(counters.audio_out.loss_fraction),
        remote_video_loss_percent=percent(counters.video_out.loss_fraction),
        sent=connection.window.sent.close_sent((counters.audio_out, counters.video_out)),
        packet_age_ms=age_ms(counters.last_heard_seconds, now),
    )
