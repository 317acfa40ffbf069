"""Turns the running counters of a connection into what happened in the last second.

Rule: pure; unknown stays None. A window is the time between two calls, however long it was.
"""

from collections.abc import Iterable
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
        if now.packets < self._packets:
            self._begin_anew()
        sample = StreamSample(
            packets=now.packets - self._packets,
            lost=max(0, now.lost - self._lost),
            bytes=now.bytes - self._bytes,
            jitter_ms=now.jitter_ms,
            frames=now.frames - self._frames if width is not None else None,
            width=width,
            height=height,
        )
        self._packets, self._bytes, self._frames = now.packets, now.bytes, now.frames
        # A late packet that was counted as lost is taken off the next losses: reordering is no loss.
        self._lost = max(self._lost, now.lost)
        return sample

    def _begin_anew(self) -> None:
        """The sender changed its SSRC, and everything is counted from zero."""
        self._packets = self._lost = self._bytes = self._frames = 0

    def close_sent(self, streams: Iterable[StreamCounters]) -> StreamSample | None:
        """Returns what arrived of the streams that were sent since the last call; None: nothing was ever reported."""
        reported = [stream for stream in streams if stream.loss_fraction is not None]
        sent, lost = sum(stream.packets for stream in reported), sum(stream.lost for stream in reported)
        new = max(0, lost - self._lost)
        arrived = max(0, sent - self._packets - new)
        self._packets, self._lost = sent, max(self._lost, lost)
        return StreamSample(packets=arrived, lost=new, bytes=0) if reported else None


@dataclass(slots=True)
class ConnectionWindow:
    """Both receiving streams of one connection, and all that it sends."""

    audio: StreamWindow = field(default_factory=StreamWindow)
    video: StreamWindow = field(default_factory=StreamWindow)
    sent: StreamWindow = field(default_factory=StreamWindow)
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
