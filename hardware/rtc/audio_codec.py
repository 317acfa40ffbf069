"""Coding and decoding of sound: Opus through PyAV (libopus), 48 kHz, 20 ms frames, one channel of 16-bit samples.

Rule: PCM is a numpy array of int16, `AUDIO_FRAME_SAMPLES` long. A missing frame is bridged here, because FFmpeg's Opus
decoder cannot be asked to: the last pitch period goes on and fades out within 60 ms. Not thread-safe: one thread each.
"""

import math
from fractions import Fraction
from typing import Any, cast

import av
import numpy as np
from av.audio.codeccontext import AudioCodecContext
from av.error import FFmpegError
from numpy.typing import NDArray

from hardware.rtc.media_types import AUDIO_CLOCK_HZ, AUDIO_FRAME_SAMPLES

Pcm = NDArray[np.int16]

_FADE_FRAMES = 3
_SHORTEST_PITCH = AUDIO_CLOCK_HZ // 400
_LONGEST_PITCH = AUDIO_CLOCK_HZ // 60
_BLEND_SAMPLES = 240


class SoundUndecodable(ValueError):
    """A packet that is not Opus; the caller bridges it as a lost one."""


class OpusEncoder:
    """Codes speech; `bits_per_second` 24,000 to 32,000. Silence is coded too (no DTX): packets show that it lives."""

    def __init__(self, bits_per_second: int = 28_000) -> None:
        context = av.AudioCodecContext.create("libopus", "w")
        context.bit_rate = bits_per_second
        context.format = "s16"
        context.layout = "mono"
        context.sample_rate = AUDIO_CLOCK_HZ
        context.time_base = Fraction(1, AUDIO_CLOCK_HZ)
        context.options = {"application": "voip", "frame_duration": "20", "compression_level": "5"}
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
        self._context = self._open()
        self._recent = np.zeros(2 * _LONGEST_PITCH, np.int16)
        self._bridged = 0
        self._bridge_end: Pcm | None = None

    @staticmethod
    def _open() -> AudioCodecContext:
        context = av.AudioCodecContext.create("libopus", "r")
        context.format = "s16"
        context.layout = "mono"
        context.sample_rate = AUDIO_CLOCK_HZ
        return context

    def decode(self, payload: bytes) -> Pcm:
        """Returns the samples of one packet, 960 for a 20 ms packet.

        Raises:
            SoundUndecodable: the payload is not Opus.
        """
        if not payload:
            # To FFmpeg an empty packet is the end of the stream: it would decode nothing any more.
            raise SoundUndecodable("an empty packet")
        try:
            frames: list[av.AudioFrame] = cast("Any", self._context).decode(av.Packet(payload))
        except FFmpegError as error:
            raise SoundUndecodable(str(error)) from error
        if not frames:
            raise SoundUndecodable("a packet without sound")
        pcm: Pcm = np.concatenate([cast("Pcm", frame.to_ndarray()).reshape(-1) for frame in frames])
        if self._bridge_end is not None:
            pcm = _blend(self._bridge_end, pcm)
            self._bridge_end = None
        self._bridged = 0
        self._remember(pcm)
        return pcm

    def bridge(self, samples: int = AUDIO_FRAME_SAMPLES) -> Pcm:
        """Returns a frame in place of one that is missing: the last period repeated, silent after 60 ms."""
        if self._bridged >= _FADE_FRAMES:
            self._bridge_end = None
            return np.zeros(samples, np.int16)
        start = 1.0 - self._bridged / _FADE_FRAMES
        end = 1.0 - (self._bridged + 1) / _FADE_FRAMES
        period = self._recent[-_pitch(self._recent) :]
        longer = np.tile(period, -(-(samples + _BLEND_SAMPLES) // len(period)))
        gain = np.linspace(start, end, samples, dtype=np.float32)
        pcm = (longer[:samples] * gain).astype(np.int16)
        self._bridge_end = (longer[samples : samples + _BLEND_SAMPLES] * end).astype(np.int16)
        self._bridged += 1
        # What is repeated next is the unfaded period, so that the fade is not applied twice.
        self._remember(longer[:samples])
        return pcm

    def _remember(self, pcm: Pcm) -> None:
        self._recent = np.concatenate((self._recent, pcm))[-2 * _LONGEST_PITCH :]


def _pitch(recent: Pcm) -> int:
    """Finds the lag at which the recent sound resembles itself most (autocorrelation on every fourth sample)."""
    thin = recent[::4].astype(np.float32)
    half = len(thin) // 2
    tail = thin[half:]
    lags = range(_SHORTEST_PITCH // 4, half)
    best = max(lags, key=lambda lag: float(np.dot(tail, thin[half - lag : len(thin) - lag])))
    return best * 4


def _blend(old: Pcm, new: Pcm) -> Pcm:
    size = min(len(old), len(new))
    rise = np.linspace(0.0, 1.0, size, dtype=np.float32)
    out = new.copy()
    out[:size] = (old[:size] * (1 - rise) + new[:size] * rise).astype(np.int16)
    return out


def level_dbov(pcm: Pcm) -> int:
    """Returns the level of a frame as RFC 6464 counts it: 0 is the loudest, -127 silence."""
    power = float(np.dot(pcm.astype(np.float32), pcm.astype(np.float32))) / max(1, len(pcm))
    if power <= 0:
        return -127
    return max(-127, min(0, round(10 * math.log10(power / 32768**2))))
