"""Who sets the pace when the program's sound is played: the sound card, or a clock where there is none.

Rule: the card's thread only takes ready blocks; decoding stays on the event loop. At most `MOST_READY_BLOCKS` wait for
the card; when none is ready it plays silence, and that is counted.
"""

from collections import deque
from collections.abc import Callable
from typing import Final

from hardware.endpoint.ports import ProgramEar, Samples
from hardware.endpoint.program_sound import SILENCE
from hardware.endpoint.sound_clock import SoundClock

MOST_READY_BLOCKS: Final = 3


class PlayQueue:
    """Between the event loop, which decodes, and the sound card's thread, which plays."""

    def __init__(self) -> None:
        self._ready: deque[Samples] = deque(maxlen=MOST_READY_BLOCKS)
        self._source: Callable[[], Samples] | None = None
        self.starved_blocks = 0

    def pull(self) -> Samples:
        """Returns the next block; called on the sound card's thread, only copies."""
        try:
            return self._ready.popleft()
        except IndexError:
            self.starved_blocks += 1
            return SILENCE

    def attach(self, source: Callable[[], Samples] | None) -> None:
        """Takes blocks from `source` (None: silence) from now on."""
        self._source = source
        self._ready.clear()

    def refill(self) -> None:
        """Decodes what was played; called on the event loop after every block of the card."""
        while self._source is not None and len(self._ready) < MOST_READY_BLOCKS - 1:
            self._ready.append(self._source())


class ClockedEar:
    """Plays the program to an ear at the pace of a clock, where there is no sound card."""

    def __init__(self, ear: ProgramEar, clock: SoundClock) -> None:
        self._ear = ear
        self._clock = clock

    def attach(self, source: Callable[[], Samples] | None) -> None:
        """Hears blocks of `source` from now on; None ends it."""
        if source is None:
            self._clock.remove(self)
        else:
            self._clock.add(self, lambda: self._ear.hear(source()))
