"""Reads all sockets of an event loop in sweeps: one wake-up drains what has gathered everywhere.

Rule: wake-ups cost more than packets. While packets keep coming a timer sweeps, and the loop's own selector knows none
of the sockets; when nothing came for a while it waits for the kernel's word again. A process with a hundred sockets
(the peers of a load test) costs no more wake-ups than a bridge with its one. At most `SWEEP_PACKETS` datagrams are
handled per turn of the loop; beyond the kernel's buffer the kernel drops.
"""

import asyncio
import select
import selectors
import socket
import time
from collections.abc import Callable
from weakref import WeakKeyDictionary

SWEEP_PACKETS = 200
SWEEP_SECONDS = 0.004
_IDLE_SWEEPS = 1
_NESTED = hasattr(select, "epoll")
"""Whether the loop can wait for our selector as for a socket."""

Drain = Callable[[float, int], int]
"""Handles what has arrived, given the monotonic time and the most datagrams; returns how many there were."""


class Sweeper:
    """The sockets of one loop; `sweep_seconds` of 0 handles each wake-up at once."""

    def __init__(self, loop: asyncio.AbstractEventLoop, sweep_seconds: float = SWEEP_SECONDS) -> None:
        self._loop = loop
        self._sweep_seconds = sweep_seconds
        self._ready = selectors.DefaultSelector()
        self._timer: asyncio.TimerHandle | asyncio.Handle | None = None
        self._waiting = False
        self._idle_sweeps = 0

    def add(self, sock: socket.socket, drain: Drain) -> None:
        """Reads a socket from now on."""
        self._ready.register(sock, selectors.EVENT_READ, drain)
        if self._waiting and not _NESTED:
            self._loop.add_reader(sock, self._sweep)
        if self._timer is None and not self._waiting:
            self._wait()

    def remove(self, sock: socket.socket) -> None:
        """Reads a socket no more; it must still be open."""
        self._ready.unregister(sock)
        if self._waiting and not _NESTED:
            self._loop.remove_reader(sock)
        if not self._ready.get_map():
            self._rest()
            if self._timer is not None:
                self._timer.cancel()
                self._timer = None

    def close_when_unused(self) -> None:
        """Ends, and is forgotten by its loop, when its last socket was removed."""
        if not self._ready.get_map():
            self._ready.close()
            if _sweepers.get(self._loop) is self:
                del _sweepers[self._loop]

    def _wait(self) -> None:
        """Waits for the kernel's word."""
        self._waiting, self._timer, self._idle_sweeps = True, None, 0
        for waited in self._waited():
            self._loop.add_reader(waited, self._sweep)

    def _rest(self) -> None:
        if self._waiting:
            self._waiting = False
            for waited in self._waited():
                self._loop.remove_reader(waited)

    def _waited(self) -> list[int]:
        if isinstance(self._ready, selectors.EpollSelector):
            return [self._ready.fileno()]
        return [key.fd for key in self._ready.get_map().values()]

    def _sweep(self) -> None:
        now, handled = time.monotonic(), 0
        try:
            for key, _ in self._ready.select(0):
                handled += key.data(now, SWEEP_PACKETS)
                if handled >= SWEEP_PACKETS:
                    break
        finally:
            # A fault in one receiver must not end reading for all: what it left is read in the next turn.
            self._sweep_again(handled)

    def _sweep_again(self, handled: int) -> None:
        if not self._ready.get_map() or (self._waiting and self._sweep_seconds <= 0):
            return
        self._idle_sweeps = 0 if handled else self._idle_sweeps + 1
        if self._idle_sweeps > _IDLE_SWEEPS:
            self._wait()
            return
        self._rest()
        if handled >= SWEEP_PACKETS:
            self._timer = self._loop.call_soon(self._sweep)
        else:
            self._timer = self._loop.call_later(self._sweep_seconds, self._sweep)


_sweepers: WeakKeyDictionary[asyncio.AbstractEventLoop, Sweeper] = WeakKeyDictionary()


def sweeper_of_this_loop() -> Sweeper:
    """Returns the running loop's sweeper, making it at the first call."""
    loop = asyncio.get_running_loop()
    sweeper = _sweepers.get(loop)
    if sweeper is None:
        sweeper = _sweepers[loop] = Sweeper(loop)
    return sweeper
