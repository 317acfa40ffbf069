"""The test tone of a technical check and its measuring: how loud a sound is, and whether one frequency is in it.

Rule: pure arithmetic on frames of 20 ms, 48 kHz, one channel, 16 bits. Levels are root mean squares in dB full scale.
What cannot be told from its surroundings is not there: None, never a small number.
"""

from dataclasses import dataclass, field
from typing import Final

import numpy as np
from numpy.typing import NDArray

SAMPLE_RATE: Final = 48_000
FRAME_SAMPLES: Final = 960
TONE_DB: Final = -17.0
"""Root mean square level of the tone: a peak of a fifth of full scale, as loud as a person who speaks up."""
FADE_SAMPLES: Final = 2400
SEGMENT_FRAMES: Final = 10
"""200 ms: the shortest time in which a frequency is told from its neighbours."""
FLOOR_DB: Final = -127.0
LEAST_TONE_DB: Final = -80.0
LEAST_STEP_DB: Final = 20.0
"""So far a frequency stands out from the middle of its surroundings."""

Sound = NDArray[np.int16]


@dataclass(slots=True)
class Tone:
    """An endless tone in frames; it comes softly."""

    hertz: int
    _at: int = 0

    def next_frame(self) -> Sound:
        """Returns the next 20 ms."""
        places = self._at + np.arange(FRAME_SAMPLES)
        self._at += FRAME_SAMPLES
        wave = np.sin(2 * np.pi * self.hertz * places / SAMPLE_RATE) * np.minimum(1.0, places / FADE_SAMPLES)
        return np.rint(wave * 10 ** (TONE_DB / 20) * np.sqrt(2) * 32767).astype(np.int16)


def with_tone(sound: Sound, tone: Sound) -> Sound:
    """Returns both together, cut off at full scale."""
    return np.clip(sound.astype(np.int32) + tone, -32768, 32767).astype(np.int16)


@dataclass(frozen=True, slots=True)
class Loudness:
    """What a meter heard; None where nothing was there to measure."""

    frames: int
    level_db: float | None = None
    """Over all of it."""
    peak_db: float | None = None
    """The loudest 200 ms."""
    tone_db: float | None = None
    """The strongest 200 ms of the frequency that was listened for."""


@dataclass(slots=True)
class ToneMeter:
    """Takes frames one by one and keeps no more than the last 200 ms of them."""

    listen_hertz: int | None = None
    frames: int = 0
    _power: float = 0.0
    _peak_power: float | None = None
    _tone_db: float | None = None
    _segment: list[Sound] = field(default_factory=list)

    def hear(self, frame: Sound) -> None:
        """Takes 20 ms."""
        self.frames += 1
        self._segment.append(frame)
        if len(self._segment) == SEGMENT_FRAMES:
            self._close_segment()

    def loudness(self) -> Loudness:
        """Returns what was heard so far; what is left of a shorter last segment counts for its level alone."""
        if not self.frames:
            return Loudness(frames=0)
        rest = [_power(frame) for frame in self._segment]
        powers = self._power + sum(rest)
        peak = max([*rest, 0.0 if self._peak_power is None else self._peak_power])
        return Loudness(self.frames, _decibels(powers / self.frames), _decibels(peak), self._tone_db)

    def _close_segment(self) -> None:
        segment = np.concatenate(self._segment)
        power = _power(segment)
        self._power += power * len(self._segment)
        self._peak_power = power if self._peak_power is None else max(self._peak_power, power)
        self._segment.clear()
        if self.listen_hertz is not None:
            found = tone_level(segment, self.listen_hertz)
            if found is not None:
                self._tone_db = found if self._tone_db is None else max(self._tone_db, found)


def tone_level(segment: Sound, hertz: int) -> float | None:
    """Returns the level of one frequency in at least 0.1 s of sound, None where it does not stand out."""
    window = np.hanning(len(segment))
    spectrum = np.abs(np.fft.rfft(segment / 32768 * window)) * 2 / window.sum()
    step = SAMPLE_RATE / len(segment)

    def band(low: float, high: float) -> NDArray[np.float64]:
        return spectrum[max(1, round(low / step)) : round(high / step) + 1]

    peak = float(band(hertz - 10, hertz + 10).max())
    around = np.concatenate((band(hertz - 300, hertz - 50), band(hertz + 50, hertz + 300)))
    middle = max(float(np.median(around)), 1e-9)
    level_db = 20 * float(np.log10(max(peak, 1e-9))) - 3.01
    return level_db if level_db >= LEAST_TONE_DB and peak / middle >= 10 ** (LEAST_STEP_DB / 20) else None


def _power(sound: Sound) -> float:
    scaled = sound.astype(np.float64) / 32768
    return float(np.mean(np.square(scaled))) if len(sound) else 0.0


def _decibels(power: float) -> float:
    return max(FLOOR_DB, 10 * float(np.log10(power))) if power > 0 else FLOOR_DB
