"""How fast the program is played: the bridge's clock and the sound card's never agree.

Rule: a packet should have waited a little before it is played. When even the least of a second waited too long, a
sample in each block is saved; when one came too close to its moment, a sample is added: a thousandth, which nobody
hears and which is five times what sound cards differ by. Between the bounds sound is passed untouched. Waits change by
whole frames (a block that needs one sample of the next frame takes it), so the bounds lie more than a frame apart.
"""

from typing import Final

from hardware.endpoint.ports import BLOCK_SAMPLES

WINDOW_FRAMES: Final = 50
FRAME_SECONDS: Final = 0.02
LEAST_WAIT_SECONDS: Final = 0.010
"""Twenty seconds pass until saved samples make a frame; at 200 parts in a million clocks drift by 4 ms meanwhile."""
MOST_OVER_TARGET_SECONDS: Final = 0.010


class PlayPace:
    """Fed with how long each frame had waited; says how many samples make the next block."""

    def __init__(self) -> None:
        self.block_samples = BLOCK_SAMPLES
        """How many received samples are played in 20 ms."""
        self._least = float("inf")
        self._frames = 0

    def frame_played(self, waited_seconds: float, target_frames: int) -> None:
        """Takes what one frame had waited (0 for one that did not come) and how many frames the line's jitter needs."""
        self._least = min(self._least, waited_seconds)
        self._frames += 1
        if self._frames >= WINDOW_FRAMES:
            self._steer(self._least, (target_frames - 1) * FRAME_SECONDS)
            self._least, self._frames = float("inf"), 0

    def _steer(self, least: float, usual: float) -> None:
        if least < LEAST_WAIT_SECONDS:
            self.block_samples = BLOCK_SAMPLES - 1
        elif least > usual + MOST_OVER_TARGET_SECONDS:
            self.block_samples = BLOCK_SAMPLES + 1
        elif self.block_samples < BLOCK_SAMPLES or least <= usual:
            self.block_samples = BLOCK_SAMPLES
