"""One timer for all connections of a loop: repeats that are due, key frames still wanted, reports once a second.

Rule: no task and no timer per connection or per hole; the beat is quick while somebody waits for a repeat, else slow.
"""

import asyncio
from typing import Protocol
from weakref import WeakKeyDictionary

QUICK_SECONDS = 0.01
SLOW_SECONDS = 0.1


class Beaten(Protocol):
    """What the pulse calls; must not block."""

    def beat(self, now: float) -> bool:
        """Does what is due; returns whether it needs the quick beat."""
        ...


class Pulse:
    """The beat of one event loop; get it by `pulse_of_this_loop`."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self._loop = loop
        self._members: dict[Beaten, None] = {}
        self._timer: asyncio.TimerHandle | None = None
        self._due = 0.0

    def join(self, member: Beaten) -> None:
        self._members[member] = None
        self._arm(SLOW_SECONDS)

    def leave(self, member: Beaten) -> None:
        self._members.pop(member, None)
        if not self._members and self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def quicken(self) -> None:
        """Asks for the quick beat: a hole appeared."""
        if self._timer is None or self._due - self._loop.time() > QUICK_SECONDS:
            self._arm(QUICK_SECONDS)

    def _arm(self, seconds: float) -> None:
        due = self._loop.time() + seconds
        if self._timer is not None:
            if self._due <= due:
                return
            self._timer.cancel()
        self._due = due
        self._timer = self._loop.call_at(due, self._beat)

    def _beat(self) -> None:
        self._timer = None
        now = self._loop.time()
        quick = False
        for member in list(self._members):
            quick = member.beat(now) or quick
        if self._members:
            self._arm(QUICK_SECONDS if quick else SLOW_SECONDS)


_pulses: WeakKeyDictionary[asyncio.AbstractEventLoop, Pulse] = WeakKeyDictionary()


def pulse_of_this_loop() -> Pulse:
    """Returns the running loop's pulse, making it at the first call."""
    loop = asyncio.get_running_loop()
    return _pulses.setdefault(loop, Pulse(loop))
