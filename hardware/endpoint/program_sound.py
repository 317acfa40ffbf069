"""The program's sound at a site: buffered against jitter, decoded when somebody hears it or the bridge asks.

Rule: sound that nobody hears is not even decrypted, but for the one packet of a probe.
"""

import contextlib
import time
from collections.abc import Callable
from typing import Final

import numpy as np

from hardware.endpoint.ports import BLOCK_SAMPLES, Samples
from hardware.rtc.audio_codec import OpusDecoder, SoundUndecodable
from hardware.rtc.media_types import AudioPacket
from hardware.rtc.receive_buffer import Conceal, ReceiveBuffer

SILENCE: Final[Samples] = np.zeros(BLOCK_SAMPLES, np.int16)


class ProgramSound:
    """One site's program sound; lives on the event loop."""

    def __init__(self, *, told_decoded: Callable[[AudioPacket], None]) -> None:
        """`told_decoded` is called with the packet that `probe` asked for."""
        self.buffer = ReceiveBuffer()
        self.packets = 0
        self._decoder: OpusDecoder | None = None
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
        if self._probing and is_sound(packet.payload):
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
            self._decoder = OpusDecoder()
        if not isinstance(pulled, Conceal):
            with contextlib.suppress(SoundUndecodable):
                return self._decoder.decode(pulled)
        return self._decoder.bridge(self.buffer.frame_samples)


def is_sound(payload: bytes) -> bool:
    """Tells whether a payload can be decoded."""
    try:
        return len(OpusDecoder().decode(payload)) > 0
    except SoundUndecodable:
        return False
