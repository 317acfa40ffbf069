"""The beat of the mix: 20 ms, on the event loop."""

import asyncio
from collections.abc import Callable

from hardware.engines.embedded.mixer import FRAME_SECONDS

MOST_CATCH_UP_FRAMES = 3


class MixClock:
    """Calls `tick` every 20 ms without drift; after a stall it catches up at most three frames and skips the rest."""

    def __init__(self, tick: Callable[[float, int], None], loop: asyncio.AbstractEventLoop) -> None:
        self._tick = tick
        self._loop = loop
        self._due = loop.time() + FRAME_SECONDS
        self._timer = loop.call_at(self._due, self._run)
        self.skipped_frames = 0

    def stop(self) -> None:
        self._timer.cancel()

    def _run(self) -> None:
        now = self._loop.time()
        skipped = max(0, int((now - self._due) / FRAME_SECONDS) - MOST_CATCH_UP_FRAMES)
        self._due += skipped * FRAME_SECONDS
        self.skipped_frames += skipped
        while self._due <= now:
            self._tick(now, skipped)
            skipped = 0
            self._due += FRAME_SECONDS
        self._timer = self._loop.call_at(self._due, self._run)
