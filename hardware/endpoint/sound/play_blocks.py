"""Cuts what is to be played into blocks of 20 ms for the sound card, at the pace that its clock asks for.

Rule: parts of any length come in, blocks of one length go out, and no sample is lost between them.
"""

from collections.abc import Callable

import numpy as np

from hardware.endpoint.ports import BLOCK_SAMPLES, Samples
from hardware.rtc.join_sound import resampled


class PlayBlocks:
    """What one player has taken and not yet played."""

    def __init__(self) -> None:
        self._left_over: Samples = np.zeros(0, np.int16)
        self._before: Samples = np.zeros(2, np.int16)

    def next_block(self, needed: int, next_part: Callable[[], Samples]) -> Samples:
        """Returns the next 20 ms, made of `needed` samples (see `PlayPace`) and of as many parts as that takes."""
        parts, ready = [self._left_over], len(self._left_over)
        while ready < needed:
            part = next_part()
            parts.append(part)
            ready += len(part)
        joined = np.concatenate(parts)
        block, self._left_over = joined[:needed], joined[needed:]
        before, self._before = self._before, block[-2:]
        return block if needed == BLOCK_SAMPLES else resampled(block, before)
