"""Whether a room sends back what is played into it: noise that is known sample by sample, looked for in what returns.

Rules: the noise is the same every time and made where it is needed, so whoever plays it and whoever listens need not
share a sound, only its beginning. An echo is what follows it at one delay, up to a second late and far above
everything that merely happens to resemble it; a voice or a fan is none. Pure arithmetic: 48 kHz, one channel, 16 bits.
"""

from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from hardware.rtc.tones import FRAME_SAMPLES, SAMPLE_RATE, Sound

PROBE_DB: Final = -23.0
"""Root mean square level of the noise: below the tone that it goes with."""
PROBE_FRAMES: Final = 100
"""Two seconds; a longer test hears it again."""
LOW_HERTZ, HIGH_HERTZ = 300, 3400
"""What every room and every telephone carries."""
TONE_HERTZ_APART: Final = 30
"""So far around the tone nothing is looked for."""
EARLIEST_SECONDS: Final = -0.04
LONGEST_SECONDS: Final = 1.0
ROOM_SECONDS: Final = 0.12
"""So long a room rings on behind the first sound."""
LEAST_STEP_DB: Final = 17.0
"""So far the echo stands out from what merely resembles the noise: chance alone reaches 12 dB in a second."""
UNHEARD_DB: Final = 45.0
"""So much quieter than it was played nobody hears it."""
SMOOTHED_HERTZ: Final = 40
LEAST_FRAMES: Final = 25

THINNED: Final = 6
THIN_RATE: Final = SAMPLE_RATE // THINNED
NEAR_SAMPLES: Final = THIN_RATE // 200

Wave = NDArray[np.float64]
Spectrum = NDArray[np.complex128]


_places = np.arange(-36, 37)
_LOW_PASS: Wave = np.sinc(_places * 7600 / SAMPLE_RATE) * np.hamming(73) * 7600 / SAMPLE_RATE
"""Lets pass up to 3400 Hz and nothing above 4600."""


@lru_cache(maxsize=1)
def probe_sound() -> Sound:
    """Returns the noise, as loud at every frequency between 300 and 3400 Hz."""
    count = PROBE_FRAMES * FRAME_SAMPLES
    hertz = np.fft.rfftfreq(count, 1 / SAMPLE_RATE)
    angles = np.random.default_rng(7).uniform(0, 2 * np.pi, len(hertz))
    band = (hertz >= LOW_HERTZ) & (hertz <= HIGH_HERTZ)
    wave = np.fft.irfft(np.where(band, np.exp(1j * angles), 0), count)
    return np.rint(wave / np.sqrt(np.mean(wave**2)) * 10 ** (PROBE_DB / 20) * 32767).astype(np.int16)


def probe_frame(number: int) -> Sound:
    """Returns 20 ms of the noise, counted from its beginning."""
    start = number % PROBE_FRAMES * FRAME_SAMPLES
    return probe_sound()[start : start + FRAME_SAMPLES]


@dataclass(frozen=True, slots=True)
class Echo:
    """What came back: how much quieter than it was played, and how late; None where nothing was recognised.

    Under what else was heard an echo has to be louder than `limit_db` below what was played to be recognised.
    """

    limit_db: float
    loss_db: float | None = None
    delay_ms: int | None = None


@dataclass(slots=True)
class EchoMeter:
    """Keeps what returns while the noise is played, at most 10 s of it; frames are counted from its beginning."""

    tone_hertz: int | None = None
    _heard: dict[int, Sound] = field(default_factory=dict[int, Sound])

    def hear(self, number: int, frame: Sound) -> None:
        """Takes the 20 ms that came while frame `number` was played."""
        self._heard[number] = frame

    def find(self) -> Echo | None:
        """Returns what is known of an echo, None where too little was heard to tell."""
        frames = max(self._heard, default=-1) + 1
        if len(self._heard) < LEAST_FRAMES:
            return None
        silence = np.zeros(FRAME_SAMPLES, np.int16)
        heard = np.concatenate([self._heard.get(number, silence) for number in range(frames)]) / 32768
        played = np.concatenate([probe_frame(number) for number in range(frames)]) / 32768
        return echo_between(thinned(played), thinned(heard), self.tone_hertz)


def thinned(wave: Wave) -> Wave:
    """Returns the wave at 8 kHz, which is all that the noise needs and a tenth of the work."""
    return np.convolve(wave, _LOW_PASS, mode="same")[::THINNED]


def echo_between(
    played: Wave, heard: Wave, tone_hertz: int | None = None, least_step_db: float = LEAST_STEP_DB
) -> Echo:
    """Returns what is in `heard` of what was `played`, both at 8 kHz from the same moment on.

    What stands out by less than `least_step_db` merely resembles it.
    """
    lags = np.arange(round(EARLIEST_SECONDS * THIN_RATE), round(min(LONGEST_SECONDS * THIN_RATE, len(played) * 0.7)))
    plain, weighted = _likenesses(played, heard, tone_hertz)
    found = weighted.by_lag[lags] ** 2
    best = int(np.argmax(found))
    least = max(1e-12, _chance(found) * 10 ** (least_step_db / 10))
    limit_db = min(UNHEARD_DB, -10 * float(np.log10(least)))
    if found[best] < least:
        return Echo(limit_db)
    # The plain likeness says the level of all that rings; under a voice only the weighted one stands out.
    squares = plain.by_lag[lags] ** 2
    clear = squares[best] >= _chance(squares) * 10 ** (least_step_db / 10)
    likeness, squares = (plain, squares) if clear else (weighted, found)
    begin, end = max(0, best - NEAR_SAMPLES), best + round(ROOM_SECONDS * THIN_RATE)
    whole = float(np.sum(np.maximum(squares[begin:end] - _chance(squares), 0))) / likeness.itself
    # Of what comes late only a piece was heard.
    piece = 1 - max(0, int(lags[best])) / len(played)
    loss_db = -10 * float(np.log10(max(whole, 1e-12) / piece**2))
    if loss_db > UNHEARD_DB:
        return Echo(limit_db)
    return Echo(limit_db, loss_db, max(0, round(1000 * lags[best] / THIN_RATE)))


def _chance(squares: Wave) -> float:
    """Returns the mean of what merely happens to be alike: an echo is at few lags, and a median does not see it."""
    return float(np.median(squares)) / 0.455


@dataclass(frozen=True, slots=True)
class Likeness:
    """How much of what was played is in what was heard, by lag, negative lags at the end.

    `itself` is the sum of its squares for the noise as it was played.
    """

    by_lag: Wave
    itself: float


def _likenesses(played: Wave, heard: Wave, tone_hertz: int | None) -> tuple[Likeness, Likeness]:
    """Returns the likeness as it is, and one in which a frequency counts the less the louder it is in the room."""
    size = 1 << (len(played) + len(heard) - 1).bit_length()
    hertz = np.fft.rfftfreq(size, 1 / THIN_RATE)
    band = (hertz >= LOW_HERTZ) & (hertz <= HIGH_HERTZ)
    if tone_hertz is not None:
        band &= np.abs(hertz - tone_hertz) > TONE_HERTZ_APART
    sent, came = np.fft.rfft(played, size), np.fft.rfft(heard, size)
    width = max(1, round(SMOOTHED_HERTZ / (THIN_RATE / size)))
    loud = np.convolve(np.abs(came) ** 2, np.full(width, 1 / width), mode="same")
    quiet = np.where(band, 1 / (loud + 1e-9 + 1e-6 * float(loud.max())), 0)
    return _likeness(sent, came, band.astype(np.float64), size), _likeness(sent, came, quiet, size)


def _likeness(sent: Spectrum, came: Spectrum, weight: Wave, size: int) -> Likeness:
    itself = np.fft.irfft(weight * np.abs(sent) ** 2, size)
    near = float(np.sum(itself[:NEAR_SAMPLES] ** 2) + np.sum(itself[-NEAR_SAMPLES:] ** 2))
    by_lag = np.fft.irfft(weight * came * np.conj(sent), size) / float(itself[0])
    return Likeness(by_lag, near / float(itself[0]) ** 2)
