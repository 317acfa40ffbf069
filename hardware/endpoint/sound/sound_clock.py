"""A tick every 20 ms for sound that no sound card drives: files, simulated voices, observers.

Rules: one task serves all of a process, and it sleeps while nobody is on it; ticks keep to an absolute schedule, and
after a stall of more than `MOST_LATE_TICKS` the schedule starts anew instead of sending old sound in a burst.
"""

import asyncio
from collections.abc import Callable
from typing import Final

TICK_SECONDS: Final = 0.02
MOST_LATE_TICKS: Final = 5


class SoundClock:
    """Calls everybody who is on it, every 20 ms; lives on the running event loop."""

    def __init__(self) -> None:
        self._calls: dict[object, Callable[[], None]] = {}
        self._timer: asyncio.TimerHandle | None = None
        self._next_seconds = 0.0

    def add(self, who: object, call: Callable[[], None]) -> None:
        """Begins to call; the same `who` again replaces its call."""
        self._calls[who] = call
        if self._timer is None:
            loop = asyncio.get_running_loop()
            self._next_seconds = loop.time() + TICK_SECONDS
            self._timer = loop.call_at(self._next_seconds, self._tick)

    def remove(self, who: object) -> None:
        """Stops calling; nothing happens when `who` is not on the clock."""
        self._calls.pop(who, None)
        if not self._calls and self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def close(self) -> None:
        """Takes everybody off."""
        for who in list(self._calls):
            self.remove(who)

    def _tick(self) -> None:
        loop = asyncio.get_running_loop()
        late = int((loop.time() - self._next_seconds) / TICK_SECONDS)
        if late > MOST_LATE_TICKS:
            self._next_seconds = loop.time()
        self._next_seconds += TICK_SECONDS
        # Set before the calls, which may take the last one off again.
        self._timer = loop.call_at(self._next_seconds, self._tick)
        for call in list(self._calls.values()):
            call()
