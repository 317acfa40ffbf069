"""Which frames of somebody's speech were heard at the other end of a line, counted frame by frame.

Rule: the product's own receive buffer; what it hands out is noted on the way. A frame counts as heard when it was
played from its own packet or repaired from the copy in the next; a frame of a pause does not count at all.
"""

from dataclasses import dataclass, field
from functools import cache
from typing import Final

from hardware.rtc.audio_codec import OpusEncoder, level_dbov
from hardware.rtc.media_types import AUDIO_FRAME_SAMPLES
from hardware.rtc.receive_buffer import Pulled, ReceiveBuffer, Repair
from tests.bench.speech import speech

SPEECH_DBOV: Final = -40
"""Syllables lie above it, the noise of the room below."""


class NotedBuffer(ReceiveBuffer):
    """Notes the RTP time of every frame that is heard, and how long each packet waited."""

    __slots__ = ("heard", "mended", "waits")

    def __init__(self) -> None:
        super().__init__()
        self.heard: set[int] = set()
        self.mended: set[int] = set()
        self.waits: list[tuple[float, float]] = []
        """When a packet was played, and how long it had waited."""

    def pull(self, now: float) -> Pulled:
        pulled = super().pull(now)
        if isinstance(pulled, bytes):
            assert self._played is not None
            self.heard.add(self._played)
            self.waits.append((now, self.waited_seconds or 0.0))
        elif isinstance(pulled, Repair):
            assert self._next is not None
            self.mended.add((self._next - self.frame_samples) & 0xFFFFFFFF)
        return pulled


@dataclass(slots=True)
class Speaker:
    """Somebody who speaks without end; coded once, said again and again."""

    seed: int
    _packets: list[tuple[bytes, int]] = field(default_factory=list)

    def __post_init__(self) -> None:
        encoder, said = OpusEncoder(), speech(self.seed)
        for at in range(0, len(said) - AUDIO_FRAME_SAMPLES + 1, AUDIO_FRAME_SAMPLES):
            frame = said[at : at + AUDIO_FRAME_SAMPLES]
            self._packets.append((encoder.encode(frame), level_dbov(frame)))

    def packet(self, number: int) -> tuple[bytes, int]:
        """Returns payload and level of a frame."""
        return self._packets[number % len(self._packets)]

    def speaks(self, number: int) -> bool:
        """Tells whether a frame is speech."""
        return self.packet(number)[1] > SPEECH_DBOV


@cache
def speaker(seed: int) -> Speaker:
    """Returns a speaker, coded once for all meetings of a process."""
    return Speaker(seed)


@dataclass(slots=True)
class Fate:
    """What became of the frames of one direction."""

    speech_frames: int
    played: int
    mended: int

    @property
    def lost_percent(self) -> float:
        """The share of speech that was neither received in time nor repaired."""
        return 100 * (1 - (self.played + self.mended) / max(1, self.speech_frames))


def fate(buffer: NotedBuffer, speaker: Speaker, frames: range, first_rtp_time: int) -> Fate:
    """Returns what became of these frames of a speaker, whose frame 0 had `first_rtp_time`."""
    spoken = [number for number in frames if speaker.speaks(number)]
    times = [(first_rtp_time + number * AUDIO_FRAME_SAMPLES) & 0xFFFFFFFF for number in spoken]
    played = sum(time in buffer.heard for time in times)
    return Fate(len(times), played, sum(time in buffer.mended and time not in buffer.heard for time in times))
