"""One site's sound on its way into the mix, and one mix on its way out: what is decoded and what is coded.

Rule: used on the event loop only; a frame is 20 ms, 48 kHz, one channel.
"""

from dataclasses import dataclass, field

import numpy as np

from console.engine_port import SoundFrames
from hardware.engines.embedded.mixer import FRAME_SAMPLES, Sound, level_db
from hardware.rtc.audio_codec import OpusDecoder, OpusEncoder, SoundUndecodable
from hardware.rtc.join_sound import shortened
from hardware.rtc.media_types import AudioPacket
from hardware.rtc.receive_buffer import Conceal, ReceiveBuffer, Repair

_STILL_FRAMES = 10
CUT_EVERY_FRAMES = 6
"""Delay is taken back no faster: up to a tenth more speed, which hardly anybody hears."""
_SILENT_PACKET_LEVEL = -127


@dataclass(frozen=True, slots=True)
class CodedSound:
    """One Opus packet of a mix with its level (RFC 6464, -127 to 0)."""

    payload: bytes
    level_dbov: int


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
    """Of the last frame: measured when it was decoded, else what the sender says (RFC 6464)."""
    peak_db: float | None = None
    _said_level_db: float | None = None
    _since_cut: int = 0
    _rest: Sound = field(default_factory=lambda: np.zeros(0, np.int16))

    def push(self, packet: AudioPacket) -> None:
        """Takes a packet as it arrives."""
        self._said_level_db = None if packet.level_dbov is None else float(packet.level_dbov)
        self.buffer.push(packet)

    @property
    def says_level(self) -> bool:
        """Whether its loudness is known without decoding."""
        return self._said_level_db is not None

    @property
    def loudness_db(self) -> float | None:
        """How loud it is now, by whatever is known."""
        return self._said_level_db if self.says_level else self.level_db

    def frames(self) -> SoundFrames:
        """Returns what became of the site's frames so far."""
        buffer = self.buffer
        return SoundFrames(
            played=buffer.played,
            repaired=buffer.repaired,
            concealed=buffer.concealed,
            wait_ms=round(1000 * buffer.usual_wait_seconds, 1),
        )

    def skip(self, now: float) -> bool:
        """Lets 20 ms pass unheard; tells whether the site sends."""
        self._rest = self._rest[:0]
        arrived = False
        for _ in range(max(1, FRAME_SAMPLES // self.buffer.frame_samples)):
            arrived |= self.buffer.pull(now) is not None
        self.level_db = self._said_level_db if arrived else None
        return arrived

    def pull(self, now: float) -> Sound | None:
        """Returns the next 20 ms, bridged where a packet is missing; None when the site sends nothing."""
        parts, length = [self._rest], len(self._rest)
        while length < FRAME_SAMPLES and (sound := self._next(now)) is not None:
            parts.append(sound)
            length += len(sound)
        if length == 0:
            self.level_db = None
            return None
        joined = parts[-1] if len(parts) == 2 and not len(parts[0]) else np.concatenate(parts)
        self._rest = joined[FRAME_SAMPLES:]
        frame = joined[:FRAME_SAMPLES]
        return frame if len(frame) == FRAME_SAMPLES else np.pad(frame, (0, FRAME_SAMPLES - len(frame)))

    def _next(self, now: float) -> Sound | None:
        """Returns the next part; two frames in the time of one, without a seam, where more wait than the line needs."""
        sound = self._decode(now)
        self._since_cut += 1
        if sound is None or self._since_cut < CUT_EVERY_FRAMES or not self.buffer.has_surplus:
            return sound
        following = self._decode(now)
        if following is None:
            return sound
        joined = np.concatenate((sound, following))
        if len(sound) != FRAME_SAMPLES or len(following) != FRAME_SAMPLES:
            return joined
        self._since_cut = 0
        return shortened(joined)

    def _decode(self, now: float) -> Sound | None:
        pulled = self.buffer.pull(now)
        if pulled is None:
            return None
        if isinstance(pulled, Repair):
            return self.decoder.repair(pulled.following, self.buffer.frame_samples)
        if isinstance(pulled, Conceal):
            return self.decoder.bridge(self.buffer.frame_samples)
        try:
            return self.decoder.decode(pulled)
        except SoundUndecodable:
            return self.decoder.bridge(self.buffer.frame_samples)
