"""A missing frame of sound in place of which the last pitch period goes on; for decoders that cannot conceal.

Rule: pure arithmetic on mono samples of 16 bits at 48 kHz; fading out is the caller's affair.
"""

import numpy as np
from numpy.typing import NDArray

from hardware.rtc.media_types import AUDIO_CLOCK_HZ

Pcm = NDArray[np.int16]

_SHORTEST_PITCH = AUDIO_CLOCK_HZ // 400
_LONGEST_PITCH = AUDIO_CLOCK_HZ // 60
_BLEND_SAMPLES = 240


class PitchBridge:
    """Remembers what was heard last."""

    def __init__(self) -> None:
        self._recent = np.zeros(2 * _LONGEST_PITCH, np.int16)
        self._bridge_end: Pcm | None = None

    def heard(self, pcm: Pcm) -> Pcm:
        """Takes a decoded frame; returns it, blended with the bridge before it."""
        if self._bridge_end is not None:
            pcm = _blend(self._bridge_end, pcm)
            self._bridge_end = None
        self._remember(pcm)
        return pcm

    def bridge(self, samples: int) -> Pcm:
        """Returns as many samples of the last pitch period, repeated."""
        period = self._recent[-_pitch(self._recent) :]
        longer = np.tile(period, -(-(samples + _BLEND_SAMPLES) // len(period)))
        self._bridge_end = longer[samples : samples + _BLEND_SAMPLES]
        self._remember(longer[:samples])
        return longer[:samples]

    def _remember(self, pcm: Pcm) -> None:
        self._recent = np.concatenate((self._recent, pcm))[-2 * _LONGEST_PITCH :]


def _pitch(recent: Pcm) -> int:
    """Finds the lag at which the recent sound resembles itself most (autocorrelation on every fourth sample)."""
    thin = recent[::4].astype(np.float32)
    half = len(thin) // 2
    tail = thin[half:]
    lags = range(_SHORTEST_PITCH // 4, half)
    best = max(lags, key=lambda lag: float(np.dot(tail, thin[half - lag : len(thin) - lag])))
    return best * 4


def _blend(old: Pcm, new: Pcm) -> Pcm:
    size = min(len(old), len(new))
    rise = np.linspace(0.0, 1.0, size, dtype=np.float32)
    out = new.copy()
    out[:size] = (old[:size] * (1 - rise) + new[:size] * rise).astype(np.int16)
    return out
