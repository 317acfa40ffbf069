"""Coded pictures that wait for their sound, in order, on the event loop.

Rule: no timer while nothing waits; at most `MOST_HELD` wait, beyond that the oldest goes at once.
"""

import asyncio
from collections import deque
from collections.abc import Callable
from typing import Final

from hardware.rtc.media_types import VideoUnit

MOST_HELD: Final = 40


class PictureHold:
    """Gives each picture to `release` when its wait is over, never before the one that came earlier."""

    def __init__(self, release: Callable[[VideoUnit], None]) -> None:
        self._release = release
        self._held: deque[tuple[float, VideoUnit]] = deque()
        self._timer: asyncio.TimerHandle | None = None

    def take(self, unit: VideoUnit, wait_seconds: float) -> None:
        """Takes a picture that is to wait so long; 0 lets it through when nothing waits before it."""
        if wait_seconds <= 0 and not self._held:
            self._release(unit)
            return
        loop = asyncio.get_running_loop()
        due = loop.time() + wait_seconds
        self._held.append((max(due, self._held[-1][0]) if self._held else due, unit))
        if len(self._held) > MOST_HELD:
            self._release(self._held.popleft()[1])
        if self._timer is None:
            self._timer = loop.call_at(self._held[0][0], self._pass)

    def _pass(self) -> None:
        loop = asyncio.get_running_loop()
        self._timer = None
        while self._held and self._held[0][0] <= loop.time():
            self._release(self._held.popleft()[1])
        if self._held:
            self._timer = loop.call_at(self._held[0][0], self._pass)

    def drop(self) -> None:
        """Forgets what waits."""
        self._held.clear()
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
