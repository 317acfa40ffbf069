"""Ways to a camera over the network: UDP and TCP. Nothing above knows which, or whether it is a serial line.

Rules: a wire opens itself and opens again until it is closed; it never binds a camera's well-known port here, for other
programs of this machine may need it; it holds back nothing: what cannot be sent now is dropped, the delivery knows.
"""

import asyncio
import contextlib
import socket
from typing import Final, Protocol

FIRST_WAIT_SECONDS: Final = 0.5
LONGEST_WAIT_SECONDS: Final = 3.0
"""A camera that is back is found within 5 s, also where the first attempt had just begun."""
CONNECT_SECONDS: Final = 1.5
MOST_UNSENT: Final = 4096
"""Octets a TCP connection may hold back; a camera that takes no more is gone."""
READ_OCTETS: Final = 1024


class WireEvents(Protocol):
    """Who is told what happens on a wire; all on the event loop."""

    def connected(self) -> None:
        """There is a fresh way to the camera."""
        ...

    def received(self, octets: bytes) -> None:
        """Something came from the camera."""
        ...

    def lost(self) -> None:
        """The way has ended; the wire opens the next one by itself."""
        ...


class Wire(Protocol):
    """One way to one camera."""

    def open(self, events: WireEvents) -> None:
        """Begins to open, on the running loop."""
        ...

    def send(self, octets: bytes) -> None:
        """Sends at once or not at all."""
        ...

    def renew(self) -> None:
        """Gives up the present way, with whatever it still holds, because nothing comes back over it."""
        ...

    def close(self) -> None:
        """Ends for good; `lost` is not told."""
        ...


class UdpWire:
    """Datagrams to one camera; those of other addresses are not listened to."""

    def __init__(self, host: str, port: int) -> None:
        self._host, self._port = host, port
        self._life: asyncio.Task[None] | None = None
        self._transport: asyncio.DatagramTransport | None = None
        self._remote: tuple[str, int] | None = None

    def open(self, events: WireEvents) -> None:
        """Finds the camera's address and binds a port of the system's choice."""
        self._life = asyncio.create_task(self._open(events), name=f"camera {self._host}")

    async def _open(self, events: WireEvents) -> None:
        loop, wait = asyncio.get_running_loop(), FIRST_WAIT_SECONDS
        while True:
            with contextlib.suppress(OSError):
                found = await loop.getaddrinfo(self._host, self._port, type=socket.SOCK_DGRAM)
                family, _, _, _, remote = found[0]
                anywhere = "::" if family == socket.AF_INET6 else "0.0.0.0"  # noqa: S104 - answers come to the sending port
                door = _UdpDoor(str(remote[0]), events)
                transport, _ = await loop.create_datagram_endpoint(lambda door=door: door, local_addr=(anywhere, 0))
                self._transport, self._remote = transport, (str(remote[0]), int(remote[1]))
                events.connected()
                return
            await asyncio.sleep(wait)
            wait = min(wait * 2, LONGEST_WAIT_SECONDS)

    def send(self, octets: bytes) -> None:
        """Sends one datagram."""
        if self._transport is not None:
            self._transport.sendto(octets, self._remote)

    def renew(self) -> None:
        """Does nothing: datagrams have no way that could be worn out."""

    def close(self) -> None:
        """Closes the port."""
        if self._life is not None:
            self._life.cancel()
        if self._transport is not None:
            self._transport.close()
            self._transport = None


class _UdpDoor(asyncio.DatagramProtocol):
    def __init__(self, host: str, events: WireEvents) -> None:
        self._host, self._events = host, events

    def datagram_received(self, data: bytes, addr: tuple[str, int]) -> None:
        # Some cameras answer from another port than the one they listen on.
        if addr[0] == self._host:
            self._events.received(data)

    def error_received(self, exc: Exception) -> None:
        """The network says that nobody is there; the delivery's own time tells the same."""


class TcpWire:
    """A connection to one camera, made again whenever it ends."""

    def __init__(self, host: str, port: int) -> None:
        self._host, self._port = host, port
        self._life: asyncio.Task[None] | None = None
        self._writer: asyncio.StreamWriter | None = None

    def open(self, events: WireEvents) -> None:
        """Connects."""
        self._life = asyncio.create_task(self._live(events), name=f"camera {self._host}")

    async def _live(self, events: WireEvents) -> None:
        wait = FIRST_WAIT_SECONDS
        while True:
            with contextlib.suppress(OSError, TimeoutError):
                async with asyncio.timeout(CONNECT_SECONDS):
                    reader, self._writer = await asyncio.open_connection(self._host, self._port)
                    _send_at_once(self._writer)
                wait = FIRST_WAIT_SECONDS
                events.connected()
                await self._read(reader, events)
            self._hang_up()
            events.lost()
            await asyncio.sleep(wait)
            wait = min(wait * 2, LONGEST_WAIT_SECONDS)

    async def _read(self, reader: asyncio.StreamReader, events: WireEvents) -> None:
        while octets := await reader.read(READ_OCTETS):
            events.received(octets)

    def send(self, octets: bytes) -> None:
        """Sends, unless the camera takes nothing any more: then the connection is ended."""
        if self._writer is None:
            return
        self._writer.write(octets)
        if self._writer.transport.get_write_buffer_size() > MOST_UNSENT:
            self._writer.transport.abort()

    def renew(self) -> None:
        """Breaks the connection, so that the system does not go on sending what nobody waits for any more."""
        if self._writer is not None:
            self._writer.transport.abort()

    def close(self) -> None:
        """Hangs up after what was sent."""
        if self._life is not None:
            self._life.cancel()
        self._hang_up()

    def _hang_up(self) -> None:
        if self._writer is not None:
            self._writer.close()
            self._writer = None


def _send_at_once(writer: asyncio.StreamWriter) -> None:
    """Keeps the system from holding a small packet back until the one before was received."""
    tcp: socket.socket | None = writer.get_extra_info("socket")
    if tcp is not None:
        tcp.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
