"""The console's short sounds, made of sines: one soft tone, one tick, two short, two tones, one low.

Rule: each begins and ends in silence, is shorter than a second and quieter than speech; what they mean is said where
they are ordered. At most `MOST_WAITING` wait their turn, a further one is dropped and counted.
"""

from collections import deque
from enum import StrEnum
from typing import Final

import numpy as np
from numpy.typing import NDArray

from hardware.endpoint.ports import BLOCK_SAMPLES, Samples

SAMPLE_RATE: Final = 48_000
MOST_WAITING: Final = 3
PEAK: Final = 0.16
"""-16 dB of full scale."""
EDGE_SECONDS: Final = 0.006


class ChimeKind(StrEnum):
    """A sound by its shape; the names are those that the bell of a window gives them."""

    TICK = "tick"
    SOFT = "soft"
    TWO_SHORT = "two_short"
    LOW = "low"
    TWO_TONES = "two_tones"


_PARTS: Final[dict[ChimeKind, tuple[tuple[float, float, float], ...]]] = {
    ChimeKind.TICK: ((1760.0, 0.05, 0.015),),
    ChimeKind.SOFT: ((659.0, 0.6, 0.18),),
    ChimeKind.TWO_SHORT: ((880.0, 0.12, 0.3), (0.0, 0.1, 1.0), (880.0, 0.12, 0.3)),
    ChimeKind.LOW: ((220.0, 0.5, 0.3),),
    ChimeKind.TWO_TONES: ((988.0, 0.22, 0.4), (0.0, 0.04, 1.0), (740.0, 0.3, 0.4)),
}
"""Hertz (0: a pause), seconds, and the time in which it falls to a third."""


def chime(kind: ChimeKind) -> list[Samples]:
    """Returns a sound in blocks of 20 ms."""
    wave = np.concatenate([_tone(*part) for part in _PARTS[kind]])
    whole = -(-len(wave) // BLOCK_SAMPLES) * BLOCK_SAMPLES
    samples = np.zeros(whole, np.int16)
    samples[: len(wave)] = np.rint(wave * PEAK * 32767)
    return [samples[start : start + BLOCK_SAMPLES] for start in range(0, whole, BLOCK_SAMPLES)]


def _tone(hertz: float, seconds: float, falls_seconds: float) -> NDArray[np.float64]:
    moments = np.arange(round(seconds * SAMPLE_RATE)) / SAMPLE_RATE
    edge = np.minimum(1.0, np.minimum(moments, seconds - moments) / EDGE_SECONDS)
    # A little of the octave above is heard on headphones that have no bass.
    wave = 0.8 * np.sin(2 * np.pi * hertz * moments) + 0.2 * np.sin(4 * np.pi * hertz * moments)
    return wave * edge * np.exp(-moments / falls_seconds)


class ChimeSound:
    """What is left to play of the sounds that were ordered."""

    def __init__(self) -> None:
        self.dropped = 0
        """Sounds that were ordered while enough of them waited."""
        self._waiting: deque[list[Samples]] = deque()

    def order(self, kind: ChimeKind) -> None:
        """Plays a sound after those that wait."""
        if len(self._waiting) > MOST_WAITING:
            self.dropped += 1
        else:
            self._waiting.append(chime(kind))

    @property
    def playing(self) -> bool:
        return bool(self._waiting)

    def next_block(self) -> Samples | None:
        """Returns the next 20 ms, None when there is nothing to play."""
        if not self._waiting:
            return None
        first = self._waiting[0]
        block = first.pop(0)
        if not first:
            self._waiting.popleft()
        return block
