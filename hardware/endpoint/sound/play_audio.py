"""Who sets the pace when the program's sound is played: the sound card, or a clock where there is none.

Rules: the card's thread only takes ready blocks; decoding stays on the event loop. `target_blocks` wait for the card:
one more after each time that none was ready, one fewer after `CALM_BLOCKS` without, never more than
`MOST_TARGET_BLOCKS`. A missing block is bridged by a fade and counted; what comes late is played late, and the
receive buffer, from which the blocks come, takes the delay back.
"""

from collections import deque
from collections.abc import Callable
from typing import Final

from hardware.endpoint.ports import ProgramEar, Samples
from hardware.endpoint.sound.program_sound import SILENCE
from hardware.endpoint.sound.sound_clock import SoundClock
from hardware.rtc.join_sound import faded_in, faded_out

BLOCK_SECONDS: Final = 0.02
LEAST_TARGET_BLOCKS: Final = 2
MOST_TARGET_BLOCKS: Final = 6
CALM_BLOCKS: Final = 1500
"""Half a minute."""


class PlayQueue:
    """Between the event loop, which decodes, and the sound card's thread, which plays."""

    def __init__(self) -> None:
        self.target_blocks = LEAST_TARGET_BLOCKS
        self.starved_blocks = 0
        """How often the card had to be given a fade or silence because no block was ready, since `attach`."""
        self.card_seconds = 0.0
        """How long the card and its driver hold a block, as they say themselves."""
        self._ready: deque[Samples] = deque(maxlen=MOST_TARGET_BLOCKS)
        self._source: Callable[[], Samples] | None = None
        self._inserted: deque[Samples] = deque()
        self._last = SILENCE
        self._seen_starved = 0
        self._calm_blocks = 0

    def pull(self) -> Samples:
        """Returns the next block; called on the sound card's thread, never waits."""
        sounded = self._last is not SILENCE
        try:
            block = self._ready.popleft()
        except IndexError:
            self.starved_blocks += self._source is not None
            block, self._last = faded_out(self._last) if sounded else SILENCE, SILENCE
            return block
        self._last = block
        return block if sounded else faded_in(block)

    @property
    def delay_seconds(self) -> float:
        """How long after it was taken from the source a block is heard."""
        return len(self._ready) * BLOCK_SECONDS + self.card_seconds

    def attach(self, source: Callable[[], Samples] | None) -> None:
        """Takes blocks from `source` (None: silence) from now on."""
        self._ready.clear()
        self._source = source
        self.starved_blocks = self._seen_starved = 0
        self.refill()

    def insert(self, blocks: list[Samples]) -> None:
        """Plays blocks in the source's place, which runs on unheard; replaces what was inserted before."""
        self._inserted = deque(blocks)
        self.refill()

    def refill(self) -> None:
        """Decodes what was played; called on the event loop after every block of the card."""
        if self._source is not None:
            self._follow_need()
        while len(self._ready) < self.target_blocks:
            block = None if self._source is None else self._source()
            if self._inserted:
                block = self._inserted.popleft()
            if block is None:
                return
            self._ready.append(block)

    def _follow_need(self) -> None:
        self._calm_blocks += 1
        if self.starved_blocks > self._seen_starved:
            self._seen_starved, self._calm_blocks = self.starved_blocks, 0
            self.target_blocks = min(MOST_TARGET_BLOCKS, self.target_blocks + 1)
        elif self._calm_blocks >= CALM_BLOCKS:
            self._calm_blocks = 0
            self.target_blocks = max(LEAST_TARGET_BLOCKS, self.target_blocks - 1)


class ClockedEar:
    """Plays the program to an ear at the pace of a clock, where there is no sound card."""

    def __init__(self, ear: ProgramEar, clock: SoundClock) -> None:
        self.starved_blocks = 0
        self.delay_seconds = 0.0
        self._ear = ear
        self._clock = clock

    def attach(self, source: Callable[[], Samples] | None) -> None:
        """Hears blocks of `source` from now on; None ends it."""
        if source is None:
            self._clock.remove(self)
        else:
            self._clock.add(self, lambda: self._ear.hear(source()))
