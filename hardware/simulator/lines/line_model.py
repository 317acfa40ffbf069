"""What a bad line does to each datagram: pure, seeded, without clock or socket.

Rules: the same seed and the same datagrams at the same times meet the same fate; every datagram draws the same number
of random values whatever the conditions, so that turning one knob does not reshuffle the others. The knobs mean what
they mean in Linux' `tc netem`, with which they are compared.
"""

import random
from dataclasses import dataclass
from typing import Annotated

import msgspec

Percent = Annotated[float, msgspec.Meta(ge=0, le=100)]
Milliseconds = Annotated[float, msgspec.Meta(ge=0, le=60_000)]


class LineConditions(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One direction of a line.

    `burst_packets` is the mean length of a run of losses (1: independent losses; longer: Gilbert's model).
    `jitter_ms` adds or takes up to that much, evenly spread; datagrams may overtake each other unless `keeps_order`.
    `reorder_percent` of the datagrams jump the delay and leave at once. `mtu_bytes` is the largest datagram (UDP
    payload) that passes. `rate_kilobits` empties a queue that holds at most `queue_ms`.
    """

    loss_percent: Percent = 0
    burst_packets: Annotated[float, msgspec.Meta(ge=1, le=1000)] = 1
    delay_ms: Milliseconds = 0
    jitter_ms: Milliseconds = 0
    keeps_order: bool = False
    reorder_percent: Percent = 0
    duplicate_percent: Percent = 0
    mtu_bytes: Annotated[int, msgspec.Meta(ge=1)] | None = None
    rate_kilobits: Annotated[int, msgspec.Meta(ge=1)] | None = None
    queue_ms: Milliseconds = 500
    cut: bool = False


@dataclass(slots=True)
class LineCounters:
    """What became of the datagrams of one direction.

    `arrived` is the sum of `passed`, `lost`, `too_large`, `overflowed` and `cut`; `unsent` are copies that passed and
    found no room to wait in.
    """

    arrived: int = 0
    passed: int = 0
    lost: int = 0
    too_large: int = 0
    overflowed: int = 0
    cut: int = 0
    unsent: int = 0
    duplicated: int = 0
    reordered: int = 0


class LineModel:
    """Decides for one direction of one line."""

    def __init__(self, seed: int, conditions: LineConditions | None = None) -> None:
        self.conditions = conditions or LineConditions()
        self.counters = LineCounters()
        self._random = random.Random(seed)  # noqa: S311 - must repeat, not surprise
        self._in_burst = False
        self._queue_free_seconds = 0.0
        self._last_departure_seconds = 0.0

    def departures(self, now_seconds: float, size_bytes: int) -> tuple[float, ...]:
        """Returns when the datagram leaves the line: no time (it is lost), one, or two (it is doubled).

        `now_seconds` is any monotonic clock; times come back on the same clock.
        """
        draws = [self._random.random() for _ in range(5)]
        self.counters.arrived += 1
        queued = self._let_in(now_seconds, size_bytes, lost=self._is_lost(draws[0]))
        if queued is None:
            return ()
        self.counters.passed += 1
        departure = self._delayed(now_seconds, queued, draws)
        if draws[4] * 100 < self.conditions.duplicate_percent:
            self.counters.duplicated += 1
            return departure, departure
        return (departure,)

    def _let_in(self, now: float, size_bytes: int, *, lost: bool) -> float | None:
        """Returns when the datagram is out of the queue, None (and counts why) when it never gets through."""
        conditions, counters = self.conditions, self.counters
        if conditions.cut:
            counters.cut += 1
        elif conditions.mtu_bytes is not None and size_bytes > conditions.mtu_bytes:
            counters.too_large += 1
        elif lost:
            counters.lost += 1
        else:
            queued = self._through_queue(now, size_bytes)
            counters.overflowed += queued is None
            return queued
        return None

    def _is_lost(self, draw: float) -> bool:
        """Steps Gilbert's model: in a burst all is lost, outside nothing."""
        share = self.conditions.loss_percent / 100
        if share >= 1:
            return True
        if self.conditions.burst_packets <= 1:
            return draw < share
        leave = 1 / self.conditions.burst_packets
        enter = min(1.0, share * leave / (1 - share))
        self._in_burst = draw >= leave if self._in_burst else draw < enter
        return self._in_burst

    def _through_queue(self, now: float, size_bytes: int) -> float | None:
        """Returns when the last bit has left the queue, None when the queue is full."""
        rate = self.conditions.rate_kilobits
        if rate is None:
            return now
        start = max(now, self._queue_free_seconds)
        if (start - now) * 1000 > self.conditions.queue_ms:
            return None
        self._queue_free_seconds = start + size_bytes * 8 / (rate * 1000)
        return self._queue_free_seconds

    def _delayed(self, now: float, queued: float, draws: list[float]) -> float:
        conditions = self.conditions
        if draws[3] * 100 < conditions.reorder_percent:
            self.counters.reordered += 1
            return queued
        spread = (2 * draws[1] - 1) * conditions.jitter_ms
        departure = max(now, queued + (conditions.delay_ms + spread) / 1000)
        if conditions.keeps_order:
            departure = max(departure, self._last_departure_seconds)
        self._last_departure_seconds = max(departure, self._last_departure_seconds)
        return departure
