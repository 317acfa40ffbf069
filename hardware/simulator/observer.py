"""What a simulated site sees and hears of the program, for tests that look from outside.

Rule: bounded memory: the newest picture, and the last `SECONDS_KEPT` of sound.
"""

from collections import deque
from typing import Final

import av
import numpy as np

from hardware.endpoint.ports import BLOCK_SAMPLES, Samples
from hardware.simulator.rooms.frame_marker import Marker, read_marker
from hardware.simulator.rooms.planes import views_of
from hardware.simulator.voices import SAMPLE_RATE, level_db, loudness_of_tones, who_is_heard

SECONDS_KEPT: Final = 4


class ProgramObserver:
    """A screen and an ear at once; `wanted` decides whether pictures are decoded for it."""

    def __init__(self, *, watches: bool = True) -> None:
        self.wanted = watches
        self.pictures_seen = 0
        self._newest: av.VideoFrame | None = None
        self._heard: deque[Samples] = deque(maxlen=SECONDS_KEPT * SAMPLE_RATE // BLOCK_SAMPLES)

    def show(self, frame: av.VideoFrame) -> None:
        """Takes the newest picture; called on the decoding thread."""
        self._newest = frame
        self.pictures_seen += 1

    def hear(self, block: Samples) -> None:
        """Takes the next 20 ms."""
        self._heard.append(block.copy())

    @property
    def picture(self) -> av.VideoFrame | None:
        """The newest picture."""
        return self._newest

    def marker(self) -> Marker | None:
        """Returns what the newest picture says about itself, if it shows one drawn room in full."""
        newest = self._newest
        return None if newest is None else read_marker(views_of(newest)[0])

    def forget(self) -> None:
        """Forgets what was seen and heard, so that only what comes from now on counts."""
        self._newest = None
        self._heard.clear()

    def recording(self, seconds: float) -> Samples:
        """Returns the last seconds of sound, less when less was heard."""
        blocks = list(self._heard)[-max(1, round(seconds * SAMPLE_RATE / BLOCK_SAMPLES)) :]
        return np.concatenate(blocks) if blocks else np.zeros(0, np.int16)

    def level_db(self, seconds: float = 0.2) -> float:
        """Returns the level of the last seconds in dB of full scale, -inf for silence."""
        return level_db(self.recording(seconds))

    def who_is_heard(self, site_numbers: range, seconds: float = 0.6) -> frozenset[int]:
        """Returns whose voices are in the last seconds (at least 0.4 s must have been heard)."""
        return who_is_heard(self.recording(seconds), site_numbers)

    def tones(self, site_numbers: range, seconds: float = 0.6) -> dict[int, float]:
        """Returns the level of every site's tone in dB of full scale."""
        return loudness_of_tones(self.recording(seconds), site_numbers)
