"""The ring's sound at the pace of the operator's sound card, with the chimes over it.

Rules: `START_BLOCKS` wait before anything is played; a ring that runs dry is faded out and begun anew. Delay is taken
back without a seam: by a thousandth in pace, or by a pitch period cut out.
"""

import time
from collections.abc import Callable
from typing import Final, Protocol

import numpy as np

from console.words import SiteId
from hardware.endpoint.ports import Samples
from hardware.endpoint.sound.play_blocks import PlayBlocks
from hardware.endpoint.sound.play_pace import PlayPace
from hardware.endpoint.sound.program_sound import SILENCE
from hardware.link.sound_ring import SoundBlock
from hardware.processes.window.chimes import ChimeSound
from hardware.rtc.join_sound import faded_in, faded_out, shortened

START_BLOCKS: Final = 3
MOST_WAITING_BLOCKS: Final = 8
HEARD_SECONDS: Final = 0.6
"""For so long after its last block a sound counts as being heard."""


class SoundRing(Protocol):
    """What is read of the ring."""

    def waiting(self) -> int: ...

    def take(self) -> SoundBlock | None: ...


class RingSound:
    """One listen, from its beginning to its end; lives on the event loop."""

    def __init__(self, ring: SoundRing, now: Callable[[], float] = time.monotonic) -> None:
        """`now` is the clock by which blocks are written."""
        self._ring, self._now = ring, now
        self.gaps = 0
        """How often the ring ran dry."""
        self.shortened = 0
        """How often two blocks were made one to take delay back."""
        self._pace = PlayPace()
        self._blocks = PlayBlocks()
        self._flows = False
        self._heard: tuple[float, SiteId | None] | None = None
        self._last = SILENCE

    @property
    def heard(self) -> tuple[bool, SiteId | None]:
        """Tells whether there is sound, and whose it is (None: the program's)."""
        if self._heard is None or self._now() - self._heard[0] > HEARD_SECONDS:
            return False, None
        return True, self._heard[1]

    def next_block(self) -> Samples:
        """Returns the next 20 ms to play; silence when there is nothing."""
        return self._blocks.next_block(self._pace.block_samples, self._next_part)

    def _next_part(self) -> Samples:
        if not self._flows and self._ring.waiting() < START_BLOCKS:
            return SILENCE
        frame = self._next_frame()
        if not self._flows or self._ring.waiting() <= MOST_WAITING_BLOCKS:
            return frame
        following = self._next_frame()
        if not self._flows:
            return np.concatenate((frame, following))
        self.shortened += 1
        return shortened(np.concatenate((frame, following)))

    def _next_frame(self) -> Samples:
        block = self._ring.take()
        if block is None:
            self._flows, self._pace = False, PlayPace()
            self.gaps += 1
            last, self._last = self._last, SILENCE
            return faded_out(last)
        frame = np.frombuffer(block.samples, np.int16)
        begins = not self._flows or self._heard is None or self._heard[1] != block.site
        self._flows, self._heard = True, (self._now(), block.site)
        self._pace.frame_played(self._now() - block.written_seconds, START_BLOCKS)
        last, self._last = self._last, frame
        return faded_out(last) + faded_in(frame) if begins else frame


class HeadphonesSound:
    """Everything that goes into the headphones."""

    def __init__(self) -> None:
        self.chimes = ChimeSound()
        self.listen: RingSound | None = None

    def next_block(self) -> Samples:
        """Returns the next 20 ms to play."""
        block = SILENCE if self.listen is None else self.listen.next_block()
        over = self.chimes.next_block()
        if over is None:
            return block
        return np.clip(block.astype(np.int32) + over, -32768, 32767).astype(np.int16)
