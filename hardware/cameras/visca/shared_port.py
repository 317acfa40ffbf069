"""UDP for cameras that answer to one fixed port of ours, whatever port has asked: the port is bound once for all.

Rules: only a camera whose profile says so gets this wire, for other programs of the machine may need the port; answers
are told apart by where they come from. A port that another program holds is named in the log, and tried again.
"""

import asyncio
import contextlib
import logging
import socket
from weakref import WeakKeyDictionary

from hardware.cameras.visca.wires import FIRST_WAIT_SECONDS, LONGEST_WAIT_SECONDS, WireEvents

_log = logging.getLogger(__name__)

Address = tuple[str, int]


class FixedPortWire:
    """Datagrams to one camera from the port that it answers to."""

    def __init__(self, host: str, port: int, reply_port: int) -> None:
        self._host, self._port, self._reply_port = host, port, reply_port
        self._life: asyncio.Task[None] | None = None
        self._door: _SharedDoor | None = None
        self._remote: Address = (host, port)

    def open(self, events: WireEvents) -> None:
        """Finds the camera's address and joins the port, which its first camera binds."""
        self._life = asyncio.create_task(self._open(events), name=f"camera {self._host}")

    async def _open(self, events: WireEvents) -> None:
        loop, wait, told = asyncio.get_running_loop(), FIRST_WAIT_SECONDS, False
        while True:
            with contextlib.suppress(socket.gaierror):
                found = await loop.getaddrinfo(self._host, self._port, family=socket.AF_INET, type=socket.SOCK_DGRAM)
                self._remote = (str(found[0][4][0]), int(found[0][4][1]))
                door = _SharedDoor.of(self._reply_port)
                try:
                    await door.join(self._remote, events)
                except OSError as error:
                    if not told:
                        _log.warning(
                            "UDP port %d, to which the camera %s answers, is taken by another program: %s",
                            self._reply_port, self._host, error,
                        )  # fmt: skip
                    told = True
                else:
                    self._door = door
                    events.connected()
                    return
            await asyncio.sleep(wait)
            wait = min(wait * 2, LONGEST_WAIT_SECONDS)

    def send(self, octets: bytes) -> None:
        """Sends one datagram."""
        if self._door is not None:
            self._door.send(octets, self._remote)

    def renew(self) -> None:
        """Does nothing: datagrams have no way that could be worn out."""

    def close(self) -> None:
        """Leaves the port, which its last camera closes."""
        if self._life is not None:
            self._life.cancel()
        if self._door is not None:
            self._door.leave(self._remote)
            self._door = None


class _SharedDoor(asyncio.DatagramProtocol):
    """One bound port and the cameras that answer to it."""

    _open: "WeakKeyDictionary[asyncio.AbstractEventLoop, dict[int, _SharedDoor]]" = WeakKeyDictionary()

    def __init__(self, port: int) -> None:
        self._loop, self._port = asyncio.get_running_loop(), port
        self._cameras: dict[Address, WireEvents] = {}
        self._transport: asyncio.DatagramTransport | None = None
        self._binding = asyncio.Lock()

    @classmethod
    def of(cls, port: int) -> "_SharedDoor":
        doors = cls._open.setdefault(asyncio.get_running_loop(), {})
        return doors.setdefault(port, cls(port))

    async def join(self, remote: Address, events: WireEvents) -> None:
        """Adds a camera; raises `OSError` where the port cannot be bound."""
        async with self._binding:
            if self._transport is None:
                anywhere = "0.0.0.0"  # noqa: S104 - the camera's answers come from outside
                opened = await self._loop.create_datagram_endpoint(lambda: self, local_addr=(anywhere, self._port))
                self._transport = opened[0]
        self._cameras[remote] = events

    def leave(self, remote: Address) -> None:
        self._cameras.pop(remote, None)
        if not self._cameras and self._transport is not None:
            self._transport.close()
            self._transport = None
            self._open.get(self._loop, {}).pop(self._port, None)

    def send(self, octets: bytes, remote: Address) -> None:
        if self._transport is not None:
            self._transport.sendto(octets, remote)

    def datagram_received(self, data: bytes, addr: Address) -> None:
        """Finds the camera by address and port, or by address alone: some answer from another port."""
        known = self._cameras.get(addr)
        if known is None:
            same_host = [events for remote, events in self._cameras.items() if remote[0] == addr[0]]
            known = same_host[0] if len(same_host) == 1 else None
        if known is not None:
            known.received(data)

    def error_received(self, exc: Exception) -> None:
        """The network says that nobody is there; the delivery's own time tells the same."""
