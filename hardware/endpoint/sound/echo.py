"""Takes out of the microphone what the loudspeaker played, and measures how much.

Kept library: `livekit` (its `AudioProcessingModule` is WebRTC's own audio processing: echo canceller 3, noise
suppression, high-pass). Compared in November 2026, by what a two-minute install shows:

| package | licence | wheels | verdict |
|---|---|---|---|
| livekit 1.2 | Apache-2.0 | Linux x86-64 and arm64, Windows, macOS; any Python 3 | maintained; 40 dB and more here |
| aec-audio-processing 1.0 | BSD-3-Clause | Windows only, Python 3.11 to 3.13 | same code; Linux has to build it |
| pyaec 1.0 | none stated | Linux, Windows, macOS | Speex' older canceller, no noise suppression; no licence, no |
| webrtc-noise-gain 1.3 | none stated | Linux only | noise and gain alone, no echo |
| webrtc-audio-processing 0.1, speexdsp 0.1 | BSD | source, or Python 3.6 on ARM | abandoned |

Rules: blocks of 10 ms, in the order in which the card's two sides ask and deliver; the canceller finds the delay
between them itself. Where a room has a processor of its own, all of it is switched off and blocks pass untouched,
still measured. Figures are None until the loudspeaker was loud enough.
"""

from collections import deque
from typing import Final

import numpy as np
from livekit import rtc
from numpy.typing import NDArray

from hardware.endpoint.ports import Samples
from hardware.endpoint.sound.echo_figures import EchoFigures

SAMPLE_RATE: Final = 48_000
STEP_SAMPLES: Final = 480
LEAST_PLAYED_DB: Final = -45.0
"""Below this (dB of full scale) the loudspeaker says nothing about the echo."""
MOST_HEARD_STEPS: Final = 20
"""Powers of played steps that wait for their captured one: 0.2 s, then the oldest is forgotten."""
SMOOTHING: Final = 0.02
"""Weight of one 10 ms step in the measured powers: a memory of about half a second."""


class EchoCanceller:
    """One room's echo canceller and noise suppressor; used from one thread."""

    def __init__(self, *, enabled: bool = True, delay_ms: int = 0) -> None:
        self.enabled = enabled
        self._processing = (
            rtc.AudioProcessingModule(echo_cancellation=True, noise_suppression=True, high_pass_filter=True)
            if enabled
            else None
        )
        self._heard_powers: deque[float] = deque(maxlen=MOST_HEARD_STEPS)
        self._played_power = self._captured_power = self._cleaned_power = 0.0
        self._measured_steps = 0
        self.set_delay(delay_ms)

    def set_delay(self, delay_ms: int) -> None:
        """Tells the time from a block's handing to the loudspeaker to its return through the microphone's driver."""
        if self._processing is not None:
            self._processing.set_stream_delay_ms(max(0, min(500, delay_ms)))

    def hear(self, played: Samples) -> None:
        """Takes what the loudspeaker is given, a multiple of 480 samples, before the captured block with its echo."""
        for start in range(0, len(played), STEP_SAMPLES):
            step = played[start : start + STEP_SAMPLES]
            if self._processing is not None:
                self._processing.process_reverse_stream(frame_of(step))
            self._heard_powers.append(power_of(step))

    def clean(self, captured: Samples) -> Samples:
        """Returns the captured block, a multiple of 480 samples, without the echo of what was played."""
        cleaned = captured.copy()
        for start in range(0, len(captured), STEP_SAMPLES):
            step = slice(start, start + STEP_SAMPLES)
            if self._processing is not None:
                near = frame_of(captured[step])
                self._processing.process_stream(near)
                cleaned[step] = np.frombuffer(near.data, dtype=np.int16)
            self._measure(captured[step], cleaned[step])
        return cleaned

    def figures(self) -> EchoFigures:
        """Returns the measured echo; None where the loudspeaker has not been loud for a quarter of a second."""
        if self._measured_steps < 25:
            return EchoFigures()
        return EchoFigures(
            return_loss_db=power_ratio_db(self._played_power, self._cleaned_power),
            enhancement_db=power_ratio_db(self._captured_power, self._cleaned_power),
        )

    def _measure(self, captured: Samples, cleaned: Samples) -> None:
        played_power = self._heard_powers.popleft() if self._heard_powers else 0.0
        if 10 * np.log10(played_power + 1e-12) < LEAST_PLAYED_DB:
            return
        self._measured_steps += 1
        weight = max(SMOOTHING, 1 / self._measured_steps)
        self._played_power += weight * (played_power - self._played_power)
        self._captured_power += weight * (power_of(captured) - self._captured_power)
        self._cleaned_power += weight * (power_of(cleaned) - self._cleaned_power)


def frame_of(step: Samples) -> rtc.AudioFrame:
    """Copies 10 ms into what the library works on in place."""
    return rtc.AudioFrame(bytearray(step.tobytes()), SAMPLE_RATE, 1, STEP_SAMPLES)


def power_of(step: Samples) -> float:
    """Returns the mean square in shares of full scale."""
    scaled: NDArray[np.float32] = step.astype(np.float32) / np.float32(32768)
    return float(np.mean(np.square(scaled)))


def power_ratio_db(above: float, below: float) -> float:
    """Returns the ratio of two powers in dB, at most 100."""
    return min(100.0, 10 * float(np.log10((above + 1e-12) / (below + 1e-12))))
