"""A site's outgoing sound: blocks from the microphone become Opus packets while the gate lets them.

Rules: the gate is asked for every block, so that not one packet leaves after an order to close; a silent site sends no
packets at all, and its source and encoder rest. RTP time runs on during silence (RFC 3550 section 5.1).
"""

import time
from collections.abc import Callable
from typing import Final

from hardware.endpoint.ports import BLOCK_SAMPLES, Samples, SoundSource
from hardware.rtc.audio_codec import OpusEncoder, level_dbov
from hardware.rtc.tones import Tone

SAMPLE_RATE: Final = 48_000
SILENT_DBOV: Final = -127

SendPacket = Callable[[bytes, int, int], None]
"""Takes an Opus packet, its RTP time, and its level in dB of overload (RFC 6464: 0 to -127)."""


class SoundSender:
    """Lives on the event loop; `wanted` follows the microphone's gate."""

    def __init__(self, source: SoundSource | None, send: SendPacket) -> None:
        self.level_dbov = SILENT_DBOV
        """Level of the last block that was sent."""
        self.packets_sent = 0
        self._source = source
        self._encoder: OpusEncoder | None = None
        self._send = send
        self._wanted = False
        self._rtp_time = 0
        self._tone: Tone | None = None
        self._tone_blocks = 0

    def want(self, *, sound: bool) -> None:
        """Begins or ends sending; the same wish again changes nothing."""
        if sound == self._wanted or self._source is None:
            return
        self._wanted = sound
        if sound:
            self._encoder = OpusEncoder()
            self._rtp_time = int(time.monotonic() * SAMPLE_RATE) & 0xFFFFFFFF
            self._source.start(self._deliver)
        else:
            self._source.stop()
            self._encoder = None
            self.level_dbov = SILENT_DBOV

    def play(self, tone: Tone | None) -> int:
        """Sends a tone in place of the microphone, None: the microphone again; returns how many blocks the last had."""
        sent, self._tone, self._tone_blocks = self._tone_blocks, tone, 0
        return sent

    def _deliver(self, block: Samples) -> None:
        if not self._wanted or self._encoder is None:
            return
        if self._tone is not None:
            block = self._tone.next_frame()
            self._tone_blocks += 1
        self.level_dbov = level_dbov(block)
        self.packets_sent += 1
        self._send(self._encoder.encode(block), self._rtp_time, self.level_dbov)
        self._rtp_time = (self._rtp_time + BLOCK_SAMPLES) & 0xFFFFFFFF
