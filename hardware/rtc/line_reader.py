"""What a connection's counters say of the line that it sends on, second by second (`line_limit.LineSeen`).

Rule: pure. Loss is what reports counted as lost in all over the last seconds: what is only late in one report is found
in the next, where each report's own share would take jitter for loss. A share that no jitter makes counts at once. What
was lost while nothing at all came through was no crowding but a cut, and says nothing.
"""

from collections import deque
from dataclasses import dataclass, field
from typing import Final

from hardware.rtc.line_limit import LineSeen
from hardware.rtc.media_types import PeerCounters, StreamCounters

READINGS: Final = 4
SUDDEN_LOSS: Final = 0.5
CUT_SECONDS, AFTER_CUT_SECONDS = 1.2, 4.0


@dataclass(slots=True)
class SentStream:
    """What was sent of one stream and lost of it, at the last readings."""

    _readings: deque[tuple[int, int]] = field(default_factory=lambda: deque[tuple[int, int]](maxlen=READINGS))

    def loss(self, counters: StreamCounters) -> float | None:
        """Takes a reading; returns the share that was lost, None while it cannot be told or nothing is sent."""
        sends = not self._readings or counters.packets > self._readings[-1][0]
        if not sends:
            self._readings.clear()
        self._readings.append((counters.packets, counters.lost))
        if not sends or counters.loss_fraction is None:
            return None
        packets, lost = (now - then for now, then in zip(self._readings[-1], self._readings[0], strict=True))
        steady = max(0.0, lost / packets) if packets > 0 else 0.0
        if counters.loss_fraction >= SUDDEN_LOSS:
            return counters.loss_fraction
        return min(steady, 1.0) if len(self._readings) == READINGS else min(steady, counters.loss_fraction)


@dataclass(slots=True)
class LineReader:
    """Remembers the counters of the last readings."""

    _at: float | None = None
    _bytes: int = 0
    _sound: SentStream = field(default_factory=SentStream)
    _pictures: SentStream = field(default_factory=SentStream)
    _content: SentStream = field(default_factory=SentStream)
    _judges_from: float = 0.0

    def read(self, counters: PeerCounters, now: float) -> LineSeen | None:
        """Returns the last second; None for the first reading."""
        began, self._at = self._at, now
        content = counters.content_out
        sent = counters.audio_out.bytes + counters.video_out.bytes + (0 if content is None else content.bytes)
        before, self._bytes = self._bytes, sent
        losses = [self._sound.loss(counters.audio_out), self._pictures.loss(counters.video_out)]
        if content is not None:
            losses.append(self._content.loss(content))
        if began is None or now <= began:
            return None
        known = [loss for loss in losses if loss is not None]
        # Where nothing is sent nothing is lost.
        loss = max(known) if known else None if sent > before else 0.0
        trip = None if counters.round_trip_ms is None else counters.round_trip_ms / 1000
        return LineSeen(
            None if self._is_cut(counters, now) else loss, trip, 8 * (sent - before) / (now - began), losses[0]
        )

    def _is_cut(self, counters: PeerCounters, now: float) -> bool:
        heard = counters.last_heard_seconds
        if heard is not None and now - heard > CUT_SECONDS:
            self._judges_from = now + AFTER_CUT_SECONDS
        return now < self._judges_from
