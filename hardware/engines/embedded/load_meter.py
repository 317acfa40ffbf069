"""How a worker bears its load: how late its event loop turns, and how long pictures wait for their decoder.

Rule: measured where it happens, at the pace of rhythms that run anyway; what is told is the worst of one second.
"""

import time
from collections.abc import Callable

from console.engine_port import EngineLoad


class LoadMeter:
    """One second after the other; `beat` is called every `beat_seconds` by the event loop."""

    def __init__(self, beat_seconds: float, take_longest_wait: Callable[[], float]) -> None:
        """`take_longest_wait` returns the longest wait for a decoder since it was last asked, in seconds."""
        self._beat_seconds = beat_seconds
        self._take_longest_wait = take_longest_wait
        self._last_beat: float | None = None
        self._latest = 0.0
        self._told_at, self._told_cpu = time.monotonic(), time.process_time()

    def beat(self, now: float) -> None:
        """Notes how late this beat is; `now` is monotonic seconds."""
        if self._last_beat is not None:
            self._latest = max(self._latest, now - self._last_beat - self._beat_seconds)
        self._last_beat = now

    def take(self, now: float) -> EngineLoad:
        """Returns the worst since the last call."""
        cpu, late, seconds = time.process_time(), self._latest, max(1e-3, now - self._told_at)
        load = EngineLoad(
            at_ms=int(now * 1000),
            loop_late_ms=round(1000 * late),
            picture_late_ms=round(1000 * self._take_longest_wait()),
            cores=round((cpu - self._told_cpu) / seconds, 3),
        )
        self._latest, self._told_at, self._told_cpu = 0.0, now, cpu
        return load


def worst_of(loads: list[EngineLoad]) -> EngineLoad:
    """Returns the load of several workers: the latest of each kind, their cores together."""
    return EngineLoad(
        at_ms=max(load.at_ms for load in loads),
        loop_late_ms=max(load.loop_late_ms for load in loads),
        picture_late_ms=max(load.picture_late_ms for load in loads),
        cores=round(sum(load.cores for load in loads), 3),
    )
