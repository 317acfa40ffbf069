"""Coding and decoding of sound: Opus through PyAV (libopus), 48 kHz, 20 ms frames, one channel of 16-bit samples.

Rule: PCM is a numpy array of int16, `AUDIO_FRAME_SAMPLES` long. Every packet carries a thinner copy of the frame before
it; a lost frame is repaired from that copy, else concealed by a sound that fades out within 60 ms. Decoding is libopus'
own (`opus_library`), or FFmpeg's where there is none, which can neither repair nor conceal. Not thread-safe.
"""

import math
from fractions import Fraction
from typing import Any, cast

import av
import numpy as np
from av.error import FFmpegError
from numpy.typing import NDArray

from hardware.rtc.media_types import AUDIO_CLOCK_HZ, AUDIO_FRAME_SAMPLES
from hardware.rtc.opus_library import LibraryDecoder, OpusRefused, open_decoder
from hardware.rtc.pitch_bridge import PitchBridge

Pcm = NDArray[np.int16]

_FADE_FRAMES = 3
_RISE_SAMPLES = 240
_PREPARED_FOR_LOSS_PERCENT = 20
"""The coder gives its copy of the frame before a share of the bits that grows with this."""


class SoundUndecodable(ValueError):
    """A packet that is not Opus; the caller bridges it as a lost one."""


class OpusEncoder:
    """Codes speech; `bits_per_second` 24,000 to 40,000. Silence is coded too (no DTX): packets show that it lives."""

    def __init__(self, bits_per_second: int = 32_000) -> None:
        context = av.AudioCodecContext.create("libopus", "w")
        context.bit_rate = bits_per_second
        context.format = "s16"
        context.layout = "mono"
        context.sample_rate = AUDIO_CLOCK_HZ
        context.time_base = Fraction(1, AUDIO_CLOCK_HZ)
        context.options = {
            "application": "voip",
            "frame_duration": "20",
            "compression_level": "5",
            "fec": "1",
            "packet_loss": str(_PREPARED_FOR_LOSS_PERCENT),
        }
        self._context = context
        self._count = 0

    def encode(self, pcm: Pcm) -> bytes:
        """Codes exactly one frame."""
        frame = av.AudioFrame.from_ndarray(pcm.reshape(1, -1), format="s16", layout="mono")
        frame.sample_rate = AUDIO_CLOCK_HZ
        frame.pts = self._count
        frame.time_base = Fraction(1, AUDIO_CLOCK_HZ)
        self._count += AUDIO_FRAME_SAMPLES
        return b"".join(bytes(packet) for packet in cast("Any", self._context).encode(frame))


class OpusDecoder:
    """Decodes one stream to mono, whatever the number of channels sent."""

    def __init__(self) -> None:
        self._decoder: LibraryDecoder | FfmpegDecoder = open_decoder() or FfmpegDecoder()
        self._concealed = 0

    def decode(self, payload: bytes) -> Pcm:
        """Returns the samples of one packet, 960 for a 20 ms packet.

        Raises:
            SoundUndecodable: the payload is not Opus.
        """
        if not payload:
            # To a decoder an empty packet is a lost one, or the end of the stream.
            raise SoundUndecodable("an empty packet")
        try:
            pcm = self._decoder.decode(payload)
        except OpusRefused as error:
            raise SoundUndecodable(str(error)) from error
        return self._raised(pcm)

    def repair(self, following: bytes, samples: int = AUDIO_FRAME_SAMPLES) -> Pcm:
        """Returns a lost frame from the copy that the packet after it carries, concealed where it carries none."""
        if isinstance(self._decoder, FfmpegDecoder) or not carries_copy(following):
            return self.bridge(samples)
        try:
            return self._raised(self._decoder.repair(following, samples))
        except OpusRefused:
            return self.bridge(samples)

    def bridge(self, samples: int = AUDIO_FRAME_SAMPLES) -> Pcm:
        """Returns a frame in place of one that is missing; silent after 60 ms."""
        start = _left_of_sound(self._concealed)
        self._concealed += 1
        end = _left_of_sound(self._concealed)
        if start <= 0:
            return np.zeros(samples, np.int16)
        try:
            pcm = self._decoder.conceal(samples)
        except OpusRefused:
            return np.zeros(samples, np.int16)
        return (pcm * np.linspace(start, end, len(pcm), dtype=np.float32)).astype(np.int16)

    def _raised(self, pcm: Pcm) -> Pcm:
        """Returns the first frame after concealed ones without a step in loudness."""
        if self._concealed:
            rise = np.linspace(_left_of_sound(self._concealed), 1.0, min(_RISE_SAMPLES, len(pcm)), dtype=np.float32)
            pcm[: len(rise)] = (pcm[: len(rise)] * rise).astype(np.int16)
            self._concealed = 0
        return pcm


def _left_of_sound(concealed_frames: int) -> float:
    return max(0.0, 1.0 - concealed_frames / _FADE_FRAMES)


class FfmpegDecoder:
    """What decodes where libopus cannot be reached; conceals by repeating the last pitch period."""

    def __init__(self) -> None:
        context = av.AudioCodecContext.create("libopus", "r")
        context.format = "s16"
        context.layout = "mono"
        context.sample_rate = AUDIO_CLOCK_HZ
        self._context = context
        self._bridge = PitchBridge()

    def decode(self, payload: bytes) -> Pcm:
        """Returns the samples of one packet; raises OpusRefused."""
        try:
            frames: list[av.AudioFrame] = cast("Any", self._context).decode(av.Packet(payload))
        except FFmpegError as error:
            raise OpusRefused(str(error)) from error
        if not frames:
            raise OpusRefused("a packet without sound")
        return self._bridge.heard(np.concatenate([cast("Pcm", frame.to_ndarray()).reshape(-1) for frame in frames]))

    def conceal(self, samples: int) -> Pcm:
        """Returns a frame in place of one of which nothing came."""
        return self._bridge.bridge(samples)


def carries_copy(payload: bytes) -> bool:
    """Tells whether a packet of one frame carries a copy of the frame before it (RFC 6716 sections 3.1 and 4.2.3).

    Only the speech layer has it: after the table of contents come the voice flags of the packet's parts of up to 20 ms
    and one flag for copies, uncompressed.
    """
    if len(payload) < 2 or payload[0] >= 0x80 or payload[0] & 3:
        return False
    mode = payload[0] >> 3
    parts = 1 if mode >= 12 else (1, 1, 2, 3)[mode & 3]
    return bool(payload[1] >> (7 - parts) & 1)


def level_dbov(pcm: Pcm) -> int:
    """Returns the level of a frame as RFC 6464 counts it: 0 is the loudest, -127 silence."""
    power = float(np.dot(pcm.astype(np.float32), pcm.astype(np.float32))) / max(1, len(pcm))
    if power <= 0:
        return -127
    return max(-127, min(0, round(10 * math.log10(power / 32768**2))))
