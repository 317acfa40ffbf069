"""Seams in played sound: where a piece is missing, where one is left out, and where a clock is followed.

Rule: no seam is a step. What ends fades, what begins fades in, what is left out is cut where the sound resembles
itself (overlap and add at the best lag: Verhelst and Roelands, ICASSP 1993).
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from hardware.rtc.media_types import AUDIO_FRAME_SAMPLES

Samples = NDArray[np.int16]
BLOCK_SAMPLES: Final = AUDIO_FRAME_SAMPLES

FADE_SAMPLES: Final = 480
"""10 ms: short enough for a gap to stay one, long enough for no click."""
OVERLAP_SAMPLES: Final = 480
SHORTEST_CUT_SAMPLES: Final = 480
THINNED: Final = 4
"""Lags are compared on every fourth sample: speech repeats itself far below 6 kHz."""

_RISE: Final[NDArray[np.float32]] = np.linspace(0, 1, FADE_SAMPLES, dtype=np.float32)
_OVERLAP: Final[NDArray[np.float32]] = np.linspace(0, 1, OVERLAP_SAMPLES, dtype=np.float32)


def faded_out(last: Samples) -> Samples:
    """Returns the block to play when none has come: the `last` one run backwards into silence."""
    block = np.zeros(BLOCK_SAMPLES, np.int16)
    block[:FADE_SAMPLES] = last[::-1][:FADE_SAMPLES] * _RISE[::-1]
    return block


def faded_in(block: Samples) -> Samples:
    """Returns the first block after a gap, rising from silence."""
    risen = block.copy()
    risen[:FADE_SAMPLES] = block[:FADE_SAMPLES] * _RISE
    return risen


def shortened(sound: Samples) -> Samples:
    """Returns two blocks of sound 10 to 20 ms shorter, beginning and ending as they did."""
    start = BLOCK_SAMPLES // 4
    cut = _best_cut(sound, start)
    ending, beginning = (sound[at : at + OVERLAP_SAMPLES] for at in (start, start + cut))
    blended = ending * (1 - _OVERLAP) + beginning * _OVERLAP
    return np.concatenate((sound[:start], blended.astype(np.int16), sound[start + cut + OVERLAP_SAMPLES :]))


def _best_cut(sound: Samples, start: int) -> int:
    """Finds how much to leave out at `start` so that what follows looks most like what was there."""
    thin = sound[start:].astype(np.float32)[::THINNED]
    size = OVERLAP_SAMPLES // THINNED
    pattern, last = thin[:size], min(len(thin) - size, BLOCK_SAMPLES // THINNED)
    lags = range(SHORTEST_CUT_SAMPLES // THINNED, last + 1)

    def likeness(lag: int) -> float:
        there = thin[lag : lag + size]
        return float(pattern @ there) / float(np.sqrt(there @ there) + 1)

    return THINNED * max(lags, key=likeness)


def resampled(sound: Samples, before: Samples) -> Samples:
    """Returns a block's worth of samples from a few more or fewer, by cubic interpolation.

    `before` is what was taken last (two samples): the last sample of `sound` is hit exactly, so blocks join smoothly.
    """
    context = np.concatenate((before[-2:], sound, sound[-1:])).astype(np.float32)
    places = np.arange(1, BLOCK_SAMPLES + 1) * (len(sound) / BLOCK_SAMPLES) + 1
    whole = np.minimum(places.astype(np.intp), len(sound))
    share = (places - whole).astype(np.float32)
    a, b, c, d = (context[whole + step] for step in (-1, 0, 1, 2))
    slope = c - a + share * (2 * a - 5 * b + 4 * c - d + share * (3 * (b - c) + d - a))
    return np.clip(np.rint(b + 0.5 * share * slope), -32768, 32767).astype(np.int16)
