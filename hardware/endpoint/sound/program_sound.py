"""The program's sound at a site: buffered against jitter, decoded when somebody hears it or the bridge asks.

Rules: sound that nobody hears is not even decrypted, but for the one packet of a probe. Delay is taken back without
a seam: by a thousandth in pace, or by a pitch period cut out, before the buffer has to drop a frame.
"""

import contextlib
import time
from collections.abc import Callable
from typing import Final

import numpy as np

from hardware.endpoint.ports import BLOCK_SAMPLES, Samples
from hardware.endpoint.sound.play_blocks import PlayBlocks
from hardware.endpoint.sound.play_pace import PlayPace
from hardware.rtc.audio_codec import OpusDecoder, SoundUndecodable
from hardware.rtc.join_sound import shortened
from hardware.rtc.lip_sync import PlayedSound
from hardware.rtc.media_types import AudioPacket
from hardware.rtc.receive_buffer import ReceiveBuffer, Repair

SILENCE: Final[Samples] = np.zeros(BLOCK_SAMPLES, np.int16)


class ProgramSound:
    """One site's program sound; lives on the event loop."""

    def __init__(
        self, *, told_decoded: Callable[[AudioPacket], None], now: Callable[[], float] = time.monotonic
    ) -> None:
        """`told_decoded` is called with the packet that `probe` asked for; `now` is the clock of the packets."""
        self._now = now
        self.buffer = ReceiveBuffer()
        self.packets = 0
        self.shortened = 0
        """How often two frames were made one because the line had stalled or the clocks run apart."""
        self._pace = PlayPace()
        self._blocks = PlayBlocks()
        self._pulled_seconds = 0.0
        self._decoder: OpusDecoder | None = None
        self._told_decoded = told_decoded
        self._probing = False

    def played(self, delay_seconds: float) -> PlayedSound | None:
        """Returns the newest sound that was pulled, heard so long after; None while nothing plays."""
        rtp_time = self.buffer.played_rtp_time
        return None if rtp_time is None else PlayedSound(rtp_time, self._pulled_seconds + delay_seconds)

    @property
    def bridged_frames(self) -> int:
        """Frames that were missing when they should have been played."""
        return self.buffer.concealed + self.buffer.stretched

    @property
    def skipped_frames(self) -> int:
        """Frames that were left out to take delay back, with or without a seam."""
        return self.buffer.dropped + self.shortened

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
        return self._blocks.next_block(self._pace.block_samples, self._next_part)

    def _next_part(self) -> Samples:
        frame = self._next_frame()
        if not self.buffer.has_surplus or len(frame) != BLOCK_SAMPLES:
            return frame
        following = self._next_frame()
        if len(following) != BLOCK_SAMPLES:
            return np.concatenate((frame, following))
        self.shortened += 1
        return shortened(np.concatenate((frame, following)))

    def _next_frame(self) -> Samples:
        self._pulled_seconds = self._now()
        pulled = self.buffer.pull(self._pulled_seconds)
        if pulled is None:
            self._decoder = None
            self._pace = PlayPace()
            return SILENCE
        if self.buffer.waited_seconds is not None:
            self._pace.frame_played(self.buffer.waited_seconds, self.buffer.target_frames)
        if self._decoder is None:
            self._decoder = OpusDecoder()
        if isinstance(pulled, Repair):
            return self._decoder.repair(pulled.following, self.buffer.frame_samples)
        if isinstance(pulled, bytes):
            with contextlib.suppress(SoundUndecodable):
                return self._decoder.decode(pulled)
        return self._decoder.bridge(self.buffer.frame_samples)


def is_sound(payload: bytes) -> bool:
    """Tells whether a payload can be decoded."""
    try:
        return len(OpusDecoder().decode(payload)) > 0
    except SoundUndecodable:
        return False
