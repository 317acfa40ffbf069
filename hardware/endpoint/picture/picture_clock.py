"""The thread on which pictures are captured, drawn and encoded, for any number of sites of one process.

Rules: encoding never runs on the event loop; a picture that was ordered (a new rung, a key frame) goes before all that
are merely due, at once; a site that falls behind skips pictures and never queues them. What is ready crosses to the
loop in one call for each round.
"""

import asyncio
import threading
import time
from collections.abc import Callable
from typing import Protocol

Delivery = Callable[[], None]

IDLE_SECONDS = 1.0


class PictureMaker(Protocol):
    """One site's pictures, as the clock sees them; called on the clock's thread only."""

    @property
    def ordered(self) -> bool:
        """Whether a picture is wanted before its time."""
        ...

    def due_seconds(self) -> float:
        """Returns when (monotonic) the next picture is due; infinity when none is wanted."""
        ...

    def make(self, now_seconds: float) -> Delivery | None:
        """Makes the picture; returns what is to be called on the event loop with it."""
        ...


class PictureClock:
    """Starts its thread with the first maker and ends it with the last."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self._loop = loop
        self._makers: tuple[PictureMaker, ...] = ()
        self._changed = threading.Condition()
        self._woken = False
        self._thread: threading.Thread | None = None

    def add(self, maker: PictureMaker) -> None:
        """Begins to call a maker."""
        with self._changed:
            self._makers = (*self._makers, maker)
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="pictures", daemon=True)
                self._thread.start()
        self.wake()

    def remove(self, maker: PictureMaker) -> None:
        """Stops calling a maker; one last call may be under way."""
        with self._changed:
            self._makers = tuple(other for other in self._makers if other is not maker)
        self.wake()

    def wake(self) -> None:
        """Looks at all makers again, because one has something ordered."""
        with self._changed:
            self._woken = True
            self._changed.notify()

    def close(self) -> None:
        """Ends the thread and waits for it."""
        with self._changed:
            self._makers = ()
            thread = self._thread
        self.wake()
        if thread is not None:
            thread.join()

    def _run(self) -> None:
        while self._wait_for_work():
            for maker in self._makers:
                if maker.ordered:
                    self._deliver([maker.make(time.monotonic())])
            self._make_due()

    def _wait_for_work(self) -> bool:
        """Waits until a picture is due or ordered; returns False when there are no makers any more."""
        with self._changed:
            if not self._makers:
                self._thread = None
                return False
            if not self._woken:
                first_due = min(maker.due_seconds() for maker in self._makers)
                self._changed.wait(min(IDLE_SECONDS, max(0.0, first_due - time.monotonic())))
            self._woken = False
        return True

    def _make_due(self) -> None:
        ready: list[Delivery | None] = []
        for maker in self._makers:
            if maker.ordered:
                self._deliver([maker.make(time.monotonic())])
            elif maker.due_seconds() <= time.monotonic():
                ready.append(maker.make(time.monotonic()))
        self._deliver(ready)

    def _deliver(self, deliveries: list[Delivery | None]) -> None:
        calls = [delivery for delivery in deliveries if delivery is not None]
        if calls and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(call_all, calls)


def call_all(calls: list[Delivery]) -> None:
    """Calls each of them."""
    for call in calls:
        call()
