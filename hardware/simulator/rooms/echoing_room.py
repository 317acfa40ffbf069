"""A simulated room whose microphone hears its loudspeaker: later, quieter, and under whoever speaks there.

Rule: what the microphone did not take in its time has died away: nothing gathers while it is off.
"""

from collections import deque
from typing import Final

import numpy as np

from hardware.endpoint.ports import BLOCK_SAMPLES, DeliverSound, ProgramEar, Samples, SoundSource

SAMPLE_RATE: Final = 48_000
BLOCKS_KEPT: Final = 2


class EchoingRoom:
    """Hears what is played and gives it back to its microphone; `ear` hears it too."""

    def __init__(self, loss_db: float, delay_ms: int, ear: ProgramEar | None = None) -> None:
        self._share = 10 ** (-loss_db / 20)
        self._late = deque([np.zeros(BLOCK_SAMPLES, np.int16)] * (delay_ms * SAMPLE_RATE // 1000 // BLOCK_SAMPLES))
        self._returned: deque[Samples] = deque(maxlen=BLOCKS_KEPT)
        self._ear = ear

    def hear(self, block: Samples) -> None:
        """Takes the 20 ms that the loudspeaker plays."""
        self._late.append(block.copy())
        self._returned.append(self._late.popleft())
        if self._ear is not None:
            self._ear.hear(block)

    def with_echo(self, spoken: Samples) -> Samples:
        """Returns what the microphone gives for what is spoken into it."""
        if not self._returned:
            return spoken
        both = spoken + self._returned.popleft() * self._share
        return np.clip(np.rint(both), -32768, 32767).astype(np.int16)


class EchoingMicrophone:
    """A microphone in such a room; implements `SoundSource`."""

    def __init__(self, spoken: SoundSource, room: EchoingRoom) -> None:
        self._spoken, self._room = spoken, room

    def start(self, deliver: DeliverSound) -> None:
        """Begins to deliver."""
        self._spoken.start(lambda block: deliver(self._room.with_echo(block)))

    def stop(self) -> None:
        """Falls silent."""
        self._spoken.stop()

    def close(self) -> None:
        """Falls silent."""
        self._spoken.close()
