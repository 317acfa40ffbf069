"""Where a worker puts what others show or play: pictures, levels, headphone sound. Given to it by whoever starts it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from console.words import SiteId


class FrameSink(Protocol):
    """Slots for pictures, newest wins; keys are `tile/<site>`, `program` and `on_deck`. Called on several threads,
    but for one key on one thread at a time.
    """

    def write(
        self,
        key: str,
        picture: memoryview,
        width: int,
        height: int,
        stride: int,
        captured_monotonic_ms: int,
        frame_number: int,
    ) -> object: ...

    def drop(self, key: str) -> None: ...


class LevelSink(Protocol):
    """Sound levels in dB relative to full scale, None where nothing is measured any more."""

    def write(self, site: SiteId, level_db: float | None, peak_db: float | None, updated_ms: int) -> object: ...


class HeadphonesSink(Protocol):
    """Sound for the operator alone: 20 ms, 48 kHz, one channel, signed 16 bits in the machine's byte order.

    `site` is whose sound it is; None is the common mix. Never waits and never raises.
    """

    def write(self, samples: bytes, site: SiteId | None) -> object: ...


@dataclass(frozen=True, slots=True)
class Sinks:
    """What one worker writes to."""

    frames: FrameSink
    levels: LevelSink
    headphones: HeadphonesSink | None = None


SinkMaker = Callable[[int], Sinks]
"""Makes the sinks for a worker number."""
