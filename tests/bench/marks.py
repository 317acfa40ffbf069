"""Flashes and beeps that begin at the same moments, and the moments at which they are seen, heard or found in a file.

Rule: a mark begins at each whole second of the machine's monotonic clock, picture and sound by that clock alone, so
that nothing of the product's own timing goes into them. A mark that was seen and not heard, or the other way round,
has no partner and counts as missing.
"""

import time
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import av
import numpy as np
from numpy.typing import NDArray

from hardware.endpoint.ports import BLOCK_SAMPLES, DeliverSound, Samples
from hardware.endpoint.sound.sound_clock import SoundClock
from hardware.engines.embedded.yuv import planes_of
from hardware.simulator.observer import ProgramObserver
from hardware.simulator.rooms.planes import views_of

MARK_SECONDS, EVERY_SECONDS = 0.3, 1.0
HERTZ, BEEP_HERTZ = 48_000, 1000.0
DARK, BRIGHT = (30, 30, 30), (225, 225, 225)
MIDDLE_LUMA = 120
BEEP_AMPLITUDE, LOUD = 12_000, 2500
QUIET_SECONDS = 0.2
"""A beep begins after so much silence."""
PARTNER_SECONDS = 0.45


def is_marked(seconds: float) -> bool:
    """Tells whether a mark stands at a moment."""
    return seconds % EVERY_SECONDS < MARK_SECONDS


class Flashes:
    """A camera that sees a lamp (`PictureSource`)."""

    def picture(self, width: int, height: int) -> av.VideoFrame | None:
        """Returns how the lamp is now."""
        frame = av.VideoFrame(width, height, "yuv420p")
        planes_of(frame).fill(BRIGHT if is_marked(time.monotonic()) else DARK, 0, 0, width, height)
        return frame

    def close(self) -> None:
        """There is nothing to let go."""


class Beeps:
    """A microphone beside the lamp (`SoundSource`): a block holds the 20 ms before it is delivered."""

    def __init__(self, clock: SoundClock) -> None:
        self._clock = clock

    def start(self, deliver: DeliverSound) -> None:
        """Begins to deliver a block every 20 ms."""
        self._clock.add(self, lambda: deliver(self._block(time.monotonic())))

    def _block(self, until: float) -> Samples:
        at = until + np.arange(-BLOCK_SAMPLES, 0) / HERTZ
        sounding = at % EVERY_SECONDS < MARK_SECONDS
        return (BEEP_AMPLITUDE * sounding * np.sin(2 * np.pi * BEEP_HERTZ * (at % 1))).astype(np.int16)

    def stop(self) -> None:
        """Ends the delivery."""
        self._clock.remove(self)

    def close(self) -> None:
        """Ends the delivery."""
        self.stop()


@dataclass(slots=True)
class Beginnings:
    """The moments at which something began, from a course of what is there and what is not."""

    quiet_seconds: float
    moments: list[float] = field(default_factory=list)
    _ended: float | None = None
    """When it was last there; None before anything was looked at."""

    def take(self, at: float, *, there: bool) -> None:
        """Takes the next moment."""
        if self._ended is None:
            self._ended = at if there else at - self.quiet_seconds
        elif there:
            if at - self._ended >= self.quiet_seconds:
                self.moments.append(at)
            self._ended = at


class MarkObserver(ProgramObserver):
    """A site that notes when it sees a flash and hears a beep (monotonic seconds)."""

    def __init__(self) -> None:
        super().__init__()
        self.flashes, self.beeps = Beginnings(QUIET_SECONDS), Beginnings(QUIET_SECONDS)

    def show(self, frame: av.VideoFrame) -> None:
        super().show(frame)
        self.flashes.take(time.monotonic(), there=is_bright(frame))

    def hear(self, block: Samples) -> None:
        super().hear(block)
        take_sound(self.beeps, time.monotonic(), block)


def is_bright(frame: av.VideoFrame) -> bool:
    """Tells whether the lamp is on in a picture, by its middle."""
    luma = views_of(frame)[0]
    height, width = luma.shape
    return bool(luma[height // 2 - 8 : height // 2 + 8, width // 2 - 8 : width // 2 + 8].mean() > MIDDLE_LUMA)


def take_sound(beeps: Beginnings, at: float, samples: NDArray[np.int16]) -> None:
    """Takes sound that begins at a moment, sample by sample where it is loud."""
    loud = np.flatnonzero(np.abs(samples.astype(np.int32)) > LOUD)
    if not len(loud):
        beeps.take(at, there=False)
        return
    beeps.take(at + loud[0] / HERTZ, there=True)
    beeps.take(at + loud[-1] / HERTZ, there=True)


def marks_of_file(path: Path) -> tuple[list[float], list[float]]:
    """Returns when flashes and beeps begin in a file, in its own seconds."""
    flashes, beeps = Beginnings(QUIET_SECONDS), Beginnings(QUIET_SECONDS)
    with av.open(str(path)) as container:
        for picture in container.decode(video=0):
            flashes.take(picture.time or 0.0, there=is_bright(picture.reformat(format="yuv420p")))
    resampler = av.AudioResampler(format="s16", layout="mono", rate=HERTZ)
    with av.open(str(path)) as container:
        for sound in container.decode(audio=0):
            began = sound.time or 0.0
            for part in resampler.resample(sound):
                take_sound(beeps, began, part.to_ndarray().reshape(-1).astype(np.int16))
    return flashes.moments, beeps.moments


def apart_ms(flashes: Sequence[float], beeps: Sequence[float]) -> tuple[list[float], int]:
    """Returns for each flash how much later its beep came, in ms, and how many flashes have none."""
    found, missing = list[float](), 0
    ordered = sorted(beeps)
    for flash in flashes:
        place = bisect_left(ordered, flash)
        near = min((ordered[at] - flash for at in (place - 1, place) if 0 <= at < len(ordered)), key=abs, default=9.0)
        if abs(near) <= PARTNER_SECONDS:
            found.append(1000 * near)
        else:
            missing += 1
    return found, missing
