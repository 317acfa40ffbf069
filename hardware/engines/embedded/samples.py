"""Turns the running counters of a connection into what happened in the last second.

Rule: pure; unknown stays None. A window is the time between two calls, however long it was.
"""

from dataclasses import dataclass, field

from console.engine_port import StreamSample
from hardware.rtc.media_types import StreamCounters


@dataclass(slots=True)
class StreamWindow:
    """The counters of one receiving stream at the end of the last window."""

    _packets: int = 0
    _lost: int = 0
    _bytes: int = 0
    _frames: int = 0

    def close(self, now: StreamCounters, width: int | None = None, height: int | None = None) -> StreamSample | None:
        """Returns the difference to the last call; None when nothing ever arrived."""
        if not now.packets:
            return None
        sample = StreamSample(
            packets=now.packets - self._packets,
            # A late packet that was already counted as lost turns the difference negative.
            lost=max(0, now.lost - self._lost),
            bytes=now.bytes - self._bytes,
            jitter_ms=now.jitter_ms,
            frames=now.frames - self._frames if width is not None else None,
            width=width,
            height=height,
        )
        self._packets, self._lost, self._bytes, self._frames = now.packets, now.lost, now.bytes, now.frames
        return sample


@dataclass(slots=True)
class ConnectionWindow:
    """Both receiving streams of one connection."""

    audio: StreamWindow = field(default_factory=StreamWindow)
    video: StreamWindow = field(default_factory=StreamWindow)
    ended_at: float | None = None

    def take_milliseconds(self, now: float) -> int:
        """Returns the length of the window that ends now."""
        begun, self.ended_at = self.ended_at, now
        return 1000 if begun is None else max(1, round((now - begun) * 1000))


def percent(fraction: float | None) -> float | None:
    return None if fraction is None else round(fraction * 100, 2)


def age_ms(moment: float | None, now: float) -> int | None:
    """Returns how long ago a moment was; None when it never came."""
    return None if moment is None else max(0, round((now - moment) * 1000))
