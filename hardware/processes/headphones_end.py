"""The window's end of the wire to the headphones process, without the pipe: octets in, facts out, orders as lines.

Rule: no Qt and no process here. A line that cannot be understood is dropped.
"""

from collections.abc import Callable
from contextlib import suppress

import msgspec

from hardware.processes import headphones_messages as messages
from hardware.processes.chimes import ChimeKind


class HeadphonesEnd:
    """Writes orders with `write`; hands what is heard to `show`, and a chime that nobody heard to `unplayed`."""

    def __init__(
        self,
        write: Callable[[bytes], object],
        show: Callable[[messages.HeadphonesNow], None],
        unplayed: Callable[[], None],
    ) -> None:
        self._write, self._show, self._unplayed = write, show, unplayed
        self._pending = b""

    def take(self, octets: bytes) -> None:
        """Takes what the process wrote, in pieces of any size."""
        *lines, self._pending = (self._pending + octets).split(b"\n")
        for line in lines:
            with suppress(msgspec.DecodeError):
                said = msgspec.json.decode(line, type=messages.AnyHeadphonesSaid)
                if isinstance(said, messages.HeadphonesNow):
                    self._show(said)
                else:
                    self._unplayed()

    def begin(self) -> None:
        """Forgets half a line of a process that has ended."""
        self._pending = b""

    def listen(self, on: bool) -> None:  # noqa: FBT001 - the order's one value
        """Lets what the bridge puts into the ring be heard, or nothing."""
        self._write(msgspec.json.encode(messages.Listen(on=on)) + b"\n")

    def chime(self, kind: ChimeKind) -> None:
        """Lets a short sound be heard."""
        self._write(msgspec.json.encode(messages.PlayChime(kind=kind)) + b"\n")
