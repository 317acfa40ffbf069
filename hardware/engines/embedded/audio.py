"""The sound of the meeting: decodes who is heard or listened to, mixes every 20 ms, codes each different mix once.

Rule: lives on the event loop, in the same turn as the gates, so a closed gate is out of the very next frame. All silent
sites share one coded packet. Sound of a site that is neither open nor listened to is never decoded.
"""

import asyncio
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

import numpy as np

from console.words import SiteId
from hardware.engines.embedded.mixer import FRAME_SAMPLES, FRAME_SECONDS, Mixer, Sound, level_db, peak_db
from hardware.engines.embedded.sinks import HeadphonesSink, LevelSink
from hardware.rtc.audio_codec import OpusDecoder, OpusEncoder, SoundUndecodable
from hardware.rtc.media_types import AudioPacket
from hardware.rtc.receive_buffer import CONCEAL, ReceiveBuffer

MOST_CATCH_UP_FRAMES = 3
LEVEL_FRAMES = 5
"""Levels are shown ten times a second."""

_STILL_FRAMES = 10
_SILENT_PACKET_LEVEL = -127


@dataclass(frozen=True, slots=True)
class CodedSound:
    """One Opus packet of a mix with its level (RFC 6464, -127 to 0)."""

    payload: bytes
    level_dbov: int


@dataclass(frozen=True, slots=True)
class MixedFrame:
    """20 ms for everybody: `own` holds the mixes of the open sites, all others get `common`."""

    rtp_time: int
    common: CodedSound
    own: Mapping[SiteId, CodedSound]


@dataclass(slots=True)
class MixCoder:
    """Codes one mix; digital silence is coded for some frames and then repeated."""

    encoder: OpusEncoder = field(default_factory=OpusEncoder)
    _silent_frames: int = 0
    _silence: CodedSound | None = None

    def code(self, sound: Sound) -> CodedSound:
        if sound.any():
            self._silent_frames, self._silence = 0, None
            return CodedSound(self.encoder.encode(sound), min(0, max(-127, round(level_db(sound)))))
        self._silent_frames += 1
        if self._silence is None or self._silent_frames <= _STILL_FRAMES:
            self._silence = CodedSound(self.encoder.encode(sound), _SILENT_PACKET_LEVEL)
        return self._silence


@dataclass(slots=True)
class SoundSource:
    """One site that is decoded; packets of any length become frames of 20 ms."""

    buffer: ReceiveBuffer = field(default_factory=ReceiveBuffer)
    decoder: OpusDecoder = field(default_factory=OpusDecoder)
    level_db: float | None = None
    peak_db: float | None = None
    _rest: Sound = field(default_factory=lambda: np.zeros(0, np.int16))

    def pull(self, now: float) -> Sound | None:
        """Returns the next 20 ms, bridged where a packet is missing; None when the site sends nothing."""
        parts, length = [self._rest], len(self._rest)
        while length < FRAME_SAMPLES and (sound := self._decode(now)) is not None:
            parts.append(sound)
            length += len(sound)
        if length == 0:
            return None
        joined = parts[-1] if len(parts) == 2 and not len(parts[0]) else np.concatenate(parts)
        self._rest = joined[FRAME_SAMPLES:]
        frame = joined[:FRAME_SAMPLES]
        return frame if len(frame) == FRAME_SAMPLES else np.pad(frame, (0, FRAME_SAMPLES - len(frame)))

    def _decode(self, now: float) -> Sound | None:
        payload = self.buffer.pull(now)
        if payload is None:
            return None
        if payload is CONCEAL:
            return self.decoder.bridge(self.buffer.frame_samples)
        try:
            return self.decoder.decode(payload)
        except SoundUndecodable:
            return self.decoder.bridge(self.buffer.frame_samples)


@dataclass(slots=True)
class AudioOutput:
    """Where the room leaves its results; all called on the loop."""

    mixed: Callable[[MixedFrame], None] | None
    """Takes what everybody hears; None for a worker that decodes but does not mix."""
    decoded: Callable[[SiteId, float], None]
    """A site's frame was decoded, with its level."""


class AudioRoom:
    """Gates, sources and mixes; `tick` is called by `MixClock`."""

    def __init__(self, output: AudioOutput, levels: LevelSink, headphones: HeadphonesSink | None) -> None:
        self._output = output
        self._levels = levels
        self._headphones = headphones
        self._sources: dict[SiteId, SoundSource] = {}
        self._open: frozenset[SiteId] = frozenset()
        self._measured: frozenset[SiteId] = frozenset()
        self._headphones_site: SiteId | None = None
        self._mixer = Mixer()
        self._common = MixCoder()
        self._own: dict[SiteId, MixCoder] = {}
        self._frame = 0

    @property
    def open_sites(self) -> frozenset[SiteId]:
        return self._open

    @property
    def decoded_sites(self) -> frozenset[SiteId]:
        """Everybody whose packets are wanted."""
        wanted = self._open | self._measured
        return wanted if self._headphones_site is None else wanted | {self._headphones_site}

    def set_gates(self, sites: Iterable[SiteId]) -> None:
        """Opens exactly these; what of the others has arrived already is never mixed."""
        self._open = frozenset(sites)
        self._follow_wishes()

    def set_listen(self, measured: Iterable[SiteId], headphones_site: SiteId | None) -> None:
        """Decodes these for their level, and one for the headphones; never touches the mix."""
        self._measured, self._headphones_site = frozenset(measured), headphones_site
        self._follow_wishes()

    def start_anew(self, site: SiteId) -> None:
        """Forgets what a site's former connection sent, and closes its gate."""
        self._sources.pop(site, None)
        self.set_gates(self._open - {site})

    def renew(self, site: SiteId) -> None:
        """Forgets what a site's former connection sent; its gate stays as it is."""
        if site in self._sources:
            self._sources[site] = SoundSource()

    def packet_arrived(self, site: SiteId, packet: AudioPacket) -> None:
        """Takes a packet of a decoded site; everybody else's is dropped here."""
        source = self._sources.get(site)
        if source is not None:
            source.buffer.push(packet)

    def _follow_wishes(self) -> None:
        wanted = self.decoded_sites
        for site in self._sources.keys() - wanted:
            del self._sources[site]
            self._levels.write(site, None, None, 0)
        for site in wanted - self._sources.keys():
            self._sources[site] = SoundSource()
        self._own = {site: self._own.get(site) or MixCoder() for site in self._open}

    def tick(self, now: float, skipped_frames: int) -> None:
        """Makes one frame; `skipped_frames` are those that came too late to be made."""
        self._frame += 1 + skipped_frames
        sounds: dict[SiteId, Sound | None] = dict.fromkeys(self._open)
        for site, source in self._sources.items():
            sound = source.pull(now)
            if site in sounds:
                sounds[site] = sound
            if sound is not None:
                self._use(site, source, sound)
        if self._frame % LEVEL_FRAMES == 0:
            self._show_levels(now)
        if self._output.mixed is not None:
            self._output.mixed(self._mix(sounds))

    def _use(self, site: SiteId, source: SoundSource, sound: Sound) -> None:
        level = source.level_db = level_db(sound)
        source.peak_db = max(peak_db(sound), source.peak_db if source.peak_db is not None else -127.0)
        self._output.decoded(site, level)
        if site == self._headphones_site and self._headphones is not None:
            self._headphones.write(sound.tobytes())

    def _mix(self, sounds: Mapping[SiteId, Sound | None]) -> MixedFrame:
        common, minus = self._mixer.mix(sounds)
        return MixedFrame(
            rtp_time=self._frame * FRAME_SAMPLES & 0xFFFFFFFF,
            common=self._common.code(common),
            own={site: self._own[site].code(sound) for site, sound in minus.items()},
        )

    def _show_levels(self, now: float) -> None:
        for site, source in self._sources.items():
            self._levels.write(site, source.level_db, source.peak_db, int(now * 1000))
            source.peak_db = source.level_db = None


class MixClock:
    """Calls `tick` every 20 ms without drift; after a stall it catches up at most three frames and skips the rest."""

    def __init__(self, tick: Callable[[float, int], None], loop: asyncio.AbstractEventLoop) -> None:
        self._tick = tick
        self._loop = loop
        self._due = loop.time() + FRAME_SECONDS
        self._timer = loop.call_at(self._due, self._run)
        self.skipped_frames = 0

    def stop(self) -> None:
        self._timer.cancel()

    def _run(self) -> None:
        now = self._loop.time()
        skipped = max(0, int((now - self._due) / FRAME_SECONDS) - MOST_CATCH_UP_FRAMES)
        self._due += skipped * FRAME_SECONDS
        self.skipped_frames += skipped
        while self._due <= now:
            self._tick(now, skipped)
            skipped = 0
            self._due += FRAME_SECONDS
        self._timer = self._loop.call_at(self._due, self._run)
