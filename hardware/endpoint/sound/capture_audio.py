"""Sound that goes out from a file: decoded once, repeated for ever, delivered in time.

Rule: whatever the file holds becomes 48 kHz, mono, 16 bit; a file that cannot be used is named in one sentence when it
is opened, not in the middle of a meeting.
"""

from pathlib import Path
from typing import Final

import av
import numpy as np
from av.error import FFmpegError

from console.trouble import Told, TroubleKind, trouble
from hardware.endpoint.ports import BLOCK_SAMPLES, DeliverSound, Samples
from hardware.endpoint.sound.sound_clock import SoundClock

LONGEST_SECONDS: Final = 600
SAMPLE_RATE: Final = 48_000


class SoundUnavailable(Told):
    """No sound can be captured or played; the text is one sentence for the technician."""


class RepeatedSound:
    """A recording as a sound source."""

    def __init__(self, recording: Samples, clock: SoundClock) -> None:
        blocks = max(1, len(recording) // BLOCK_SAMPLES)
        padded = np.zeros(blocks * BLOCK_SAMPLES, np.int16)
        padded[: min(len(recording), len(padded))] = recording[: len(padded)]
        self._blocks = padded.reshape(blocks, BLOCK_SAMPLES)
        self._clock = clock
        self._next = 0

    def start(self, deliver: DeliverSound) -> None:
        """Begins to deliver a block every 20 ms."""

        def tick() -> None:
            block = self._blocks[self._next]
            self._next = (self._next + 1) % len(self._blocks)
            deliver(block)

        self._clock.add(self, tick)

    def stop(self) -> None:
        """Ends the delivery."""
        self._clock.remove(self)

    def close(self) -> None:
        """Ends the delivery."""
        self.stop()


def read_sound_file(path: Path) -> Samples:
    """Returns the sound of a file, at most ten minutes of it.

    Raises SoundUnavailable when the file cannot be read or holds no sound.
    """
    resampler = av.AudioResampler(format="s16", layout="mono", rate=SAMPLE_RATE)
    parts: list[Samples] = []
    wanted = LONGEST_SECONDS * SAMPLE_RATE
    try:
        with av.open(str(path)) as container:
            for frame in container.decode(audio=0):
                parts += [part.to_ndarray()[0].astype(np.int16) for part in resampler.resample(frame)]
                wanted -= frame.samples
                if wanted <= 0:
                    break
    except (FFmpegError, OSError, IndexError) as error:
        raise SoundUnavailable(trouble(TroubleKind.SOUND_FILE_BAD, name=path.name, why=error)) from error
    if not parts:
        raise SoundUnavailable(trouble(TroubleKind.SOUND_FILE_EMPTY, name=path.name))
    return np.concatenate(parts)
