"""A voice of its own for every simulated site, and who is heard in a recording.

Rule: a voice is a murmur that sounds alike everywhere (below 500 Hz, in syllables) with one tone that belongs to the
site alone; tones stand 11 Hz apart from 700 Hz up, so that a Fourier transform of half a second names every speaker in
a mix of many, after Opus and resampling. Samples are 16 bit, mono, 48 kHz.
"""

import functools
from collections.abc import Iterable
from typing import Final

import numpy as np
from numpy.typing import NDArray

Samples = NDArray[np.int16]

SAMPLE_RATE: Final = 48_000
LOOP_SECONDS: Final = 2
LOWEST_TONE_HZ: Final = 700
TONE_SPACING_HZ: Final = 11
TONE_COUNT: Final = 240
SYLLABLES_PER_LOOP: Final = 7

LEAST_LEVEL_DB: Final = -60.0
"""A tone below this (dB of full scale) is not heard."""
MOST_BELOW_LOUDEST_DB: Final = 30.0
LEAST_STEP_DB: Final = 8.0
"""A tone must stand out by this much from the two places half way to its neighbours."""


def tone_of(site_number: int) -> int:
    """Returns the site's own tone in Hz; numbers 240 apart share one."""
    return LOWEST_TONE_HZ + TONE_SPACING_HZ * (site_number % TONE_COUNT)


@functools.lru_cache(maxsize=256)
def voice_loop(site_number: int) -> Samples:
    """Returns two seconds of the site's voice that can be repeated without a seam."""
    count = SAMPLE_RATE * LOOP_SECONDS
    seconds = np.arange(count) / SAMPLE_RATE
    pitch = 95 + site_number * 7 % 90
    murmur = sum(np.sin(2 * np.pi * pitch * part * seconds) / part for part in (1, 2, 3) if pitch * part < 500)
    tone = np.sin(2 * np.pi * tone_of(site_number) * seconds)
    loudness = syllables(site_number, count)
    mixed = loudness * (0.10 * murmur + 0.16 * tone)
    return np.rint(mixed * 32767).astype(np.int16)


def syllables(site_number: int, count: int) -> NDArray[np.float64]:
    """Returns a smooth loudness (0.25 to 1) that rises and falls in syllables, shifted from site to site."""
    turns = np.arange(count) / count * SYLLABLES_PER_LOOP + site_number * 0.37
    return 0.25 + 0.75 * (0.5 - 0.5 * np.cos(2 * np.pi * turns)) ** 0.5


class Voice:
    """A site's endless voice in blocks."""

    def __init__(self, site_number: int) -> None:
        self._loop = voice_loop(site_number)
        self._at = 0

    def next_block(self, samples: int) -> Samples:
        """Returns the next `samples` samples."""
        places = (self._at + np.arange(samples)) % len(self._loop)
        self._at = (self._at + samples) % len(self._loop)
        return self._loop[places]


def loudness_of_tones(recording: Samples, site_numbers: Iterable[int]) -> dict[int, float]:
    """Returns the level of each site's tone in dB of full scale, 48 kHz mono, at least 0.4 s.

    A tone that does not stand out from its surroundings counts as -inf.
    """
    if len(recording) < 0.4 * SAMPLE_RATE:
        raise ValueError("a recording must be at least 0.4 s long to tell voices apart")
    window = np.hanning(len(recording))
    spectrum = np.abs(np.fft.rfft(recording / 32768 * window)) * 2 / window.sum()
    return {number: tone_level(spectrum, len(recording), tone_of(number)) for number in site_numbers}


def tone_level(spectrum: NDArray[np.float64], samples: int, tone_hz: float) -> float:
    """Returns the level of one tone, -inf when it is no peak of its own."""

    def strongest(centre_hz: float, half_width_hz: float) -> float:
        first = max(0, round((centre_hz - half_width_hz) * samples / SAMPLE_RATE))
        last = round((centre_hz + half_width_hz) * samples / SAMPLE_RATE)
        return float(spectrum[first : last + 1].max())

    peak = decibels(strongest(tone_hz, 1.5))
    beside = max(decibels(strongest(tone_hz + side * TONE_SPACING_HZ / 2, 0.6)) for side in (-1, 1))
    return peak if peak - beside >= LEAST_STEP_DB else -np.inf


def who_is_heard(
    recording: Samples, site_numbers: Iterable[int], *, least_level_db: float = LEAST_LEVEL_DB
) -> frozenset[int]:
    """Returns which of these sites' voices are in a recording (int16, mono, 48 kHz, at least 0.4 s).

    What is more than `MOST_BELOW_LOUDEST_DB` below the loudest voice is taken for the noise of coding and of gaps.
    """
    levels = loudness_of_tones(recording, site_numbers)
    least = max(least_level_db, max(levels.values(), default=-np.inf) - MOST_BELOW_LOUDEST_DB)
    return frozenset(number for number, level in levels.items() if level >= least)


def level_db(recording: Samples) -> float:
    """Returns the level of a recording in dB of full scale (root mean square), -inf for silence."""
    if not len(recording):
        return -np.inf
    mean_square = float(np.mean(np.square(recording.astype(np.float64) / 32768)))
    return decibels(mean_square**0.5)


def decibels(amplitude: float) -> float:
    """Returns 20 log10, -inf for nothing."""
    return 20 * float(np.log10(amplitude)) if amplitude > 0 else -np.inf
