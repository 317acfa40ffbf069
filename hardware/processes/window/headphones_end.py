"""The window's side of the headphones: what it wants heard, whatever becomes of the process that plays it.

Rules: no Qt and no pipe here. The process is started when something is to be heard for the first time; when it ends
while it is wanted it is started again, later every time. A chime that nobody can hear becomes a beep. A line that
cannot be understood is dropped.
"""

from collections.abc import Callable
from contextlib import suppress
from typing import Final, Protocol

import msgspec

from hardware.processes.window import headphones_messages as messages
from hardware.processes.window.chimes import ChimeKind

AGAIN_MS: Final = 1000
LATEST_AGAIN_MS: Final = 30_000


class Child(Protocol):
    """The process, as whoever owns its pipes sees it."""

    @property
    def running(self) -> bool: ...

    def start(self) -> None:
        """Starts it; what is written from now on reaches it."""
        ...

    def write(self, octets: bytes) -> None:
        """Hands octets on; never waits."""
        ...


class HeadphonesEnd:
    """Takes wishes and hands facts on; all on the window's thread."""

    def __init__(
        self,
        *,
        show: Callable[[messages.HeadphonesNow], None],
        gone: Callable[[], None],
        beep: Callable[[], None],
        later: Callable[[int, Callable[[], None]], None],
    ) -> None:
        """`gone` is called when the process has ended by itself, `later` calls back after milliseconds."""
        self._show, self._gone, self._beep, self._later = show, gone, beep, later
        self._child: Child | None = None
        self._on = False
        self._device: str | None = None
        self._again_ms = AGAIN_MS
        self._pending = b""

    def begin(self, child: Child) -> None:
        """Names the process, which need not run."""
        self._child = child

    # ------------------------------------------------------------ wishes

    def listen(self, on: bool) -> None:  # noqa: FBT001 - the wish's one value
        """Lets what the bridge has for the headphones be heard, or nothing."""
        if on == self._on:
            return
        self._on = on
        if on and self._start():
            return  # it was told when it was started
        self._order(messages.Listen(on=on))

    def use(self, device: str | None) -> None:
        """Lets everything be played on this device from now on; None: the usual one."""
        self._device = device
        self._order(messages.UseDevice(name=device))

    def chime(self, name: str) -> None:
        """Lets a short sound be heard; `name` is one of `ChimeKind`."""
        self._start()
        self._order(messages.PlayChime(kind=ChimeKind(name)))

    def _start(self) -> bool:
        """Starts the process unless it runs; tells whether it did."""
        if self._child is None or self._child.running:
            return False
        self._pending = b""
        self._child.start()
        if self._device is not None:
            self._order(messages.UseDevice(name=self._device))
        if self._on:
            self._order(messages.Listen(on=True))
        return True

    def _order(self, order: messages.AnyHeadphonesOrder) -> None:
        if self._child is not None and self._child.running:
            self._child.write(msgspec.json.encode(order) + b"\n")

    # ------------------------------------------------------------ facts

    def take(self, octets: bytes) -> None:
        """Takes what the process wrote, in pieces of any size."""
        *lines, self._pending = (self._pending + octets).split(b"\n")
        for line in lines:
            with suppress(msgspec.DecodeError):
                self._take(msgspec.json.decode(line, type=messages.AnyHeadphonesSaid))

    def _take(self, said: messages.AnyHeadphonesSaid) -> None:
        self._again_ms = AGAIN_MS
        if isinstance(said, messages.HeadphonesNow):
            self._show(said)
        else:
            self._beep()

    def ended(self) -> None:
        """Takes that the process has ended, or could not be started."""
        self._gone()
        self._later(self._again_ms, self._start_again)
        self._again_ms = min(2 * self._again_ms, LATEST_AGAIN_MS)

    def _start_again(self) -> None:
        if self._on:
            self._start()
