"""The program's sound at a site: buffered against jitter, decoded when somebody hears it or the bridge asks.

Rules: sound that nobody hears is not even decrypted; the sound card (or, without one, a clock) sets the pace, and at
most `MOST_READY_BLOCKS` decoded blocks wait for it.
"""

import time
from collections import deque
from collections.abc import Callable
from typing import Final, Protocol

import numpy as np

from hardware.endpoint.ports import BLOCK_SAMPLES, ProgramEar, Samples
from hardware.endpoint.sound_clock import SoundClock
from hardware.rtc.media_types import AudioPacket
from hardware.rtc.receive_buffer import CONCEAL, ReceiveBuffer

MOST_READY_BLOCKS: Final = 3
SILENCE: Final[Samples] = np.zeros(BLOCK_SAMPLES, np.int16)


class SoundDecoder(Protocol):
    """A decoder of one Opus stream."""

    def decode(self, payload: bytes) -> Samples:
        """Returns the samples (48 kHz, mono) of one packet."""
        ...

    def conceal(self, samples: int) -> Samples:
        """Returns `samples` samples in place of a packet that is missing."""
        ...


class ProgramSound:
    """One site's program sound; lives on the event loop."""

    def __init__(
        self, make_decoder: Callable[[], SoundDecoder], *, told_decoded: Callable[[AudioPacket], None]
    ) -> None:
        """`told_decoded` is called with the packet that `probe` asked for."""
        self.buffer = ReceiveBuffer()
        self.packets = 0
        self._make_decoder = make_decoder
        self._decoder: SoundDecoder | None = None
        self._told_decoded = told_decoded
        self._probing = False
        self._left_over = SILENCE[:0]

    def probe(self) -> None:
        """Decodes the next packet at once and tells it, whether or not somebody hears."""
        self._probing = True

    @property
    def probing(self) -> bool:
        """Whether a probe is still waiting for its packet."""
        return self._probing

    def take(self, packet: AudioPacket, *, heard: bool) -> None:
        """Takes a packet as it arrived; kept when `heard`."""
        self.packets += 1
        if self._probing and len(self._make_decoder().decode(packet.payload)):
            self._probing = False
            self._told_decoded(packet)
        if heard:
            self.buffer.push(packet)

    def next_block(self) -> Samples:
        """Returns the next 20 ms to play; silence when there is nothing."""
        parts = [self._left_over]
        ready = len(self._left_over)
        while ready < BLOCK_SAMPLES:
            part = self._next_part()
            parts.append(part)
            ready += len(part)
        joined = np.concatenate(parts)
        self._left_over = joined[BLOCK_SAMPLES:]
        return joined[:BLOCK_SAMPLES]

    def _next_part(self) -> Samples:
        pulled = self.buffer.pull(time.monotonic())
        if pulled is None:
            self._decoder = None
            return SILENCE
        if self._decoder is None:
            self._decoder = self._make_decoder()
        if pulled is CONCEAL:
            return self._decoder.conceal(self.buffer.frame_samples)
        decoded = self._decoder.decode(pulled)
        return decoded if len(decoded) else SILENCE


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
