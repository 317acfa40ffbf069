"""A bad line in user space: a UDP relay between sites and the bridge, with a NAT that forgets and rebinds.

Works like a forwarded port: sites are given the relay's address as the bridge's announced address, the bridge sees one
port of the relay for each site, and not a byte is changed. Needs no rights and runs on every system.

Rules: the fate of a datagram is decided by `line_model`, from a seed; at most `MOST_WAYS` clients and
`MOST_UNDER_WAY` datagrams are held, beyond that datagrams are dropped and counted.
"""

import asyncio
import logging
import socket
from collections.abc import Callable
from typing import cast

import msgspec

from hardware.simulator.lines.line_model import LineConditions, LineCounters, LineModel

logger = logging.getLogger(__name__)

Address = tuple[str, int]
SendDatagram = Callable[[bytes], None]

MOST_WAYS = 512
MOST_UNDER_WAY = 20_000
RECEIVE_BUFFER_BYTES = 4_000_000


class LineSettings(msgspec.Struct, frozen=True, kw_only=True):
    """Where the relay listens, where it forwards to, and how both directions behave at first.

    `forget_seconds` is how long a NAT keeps an idle client's port (None: for ever).
    """

    listen: Address
    bridge: Address
    up: LineConditions = LineConditions()
    down: LineConditions = LineConditions()
    seed: int = 0
    forget_seconds: float | None = None


class BadLine:
    """A running relay; one event loop owns it."""

    def __init__(self, settings: LineSettings) -> None:
        self._settings = settings
        self.up = LineModel(settings.seed * 2, settings.up)
        self.down = LineModel(settings.seed * 2 + 1, settings.down)
        self.refused_clients = 0
        self._outside: str | None = None
        """From which address clients come; None: as the system chooses."""
        self._ways: dict[Address, Way] = {}
        self._under_way: set[asyncio.TimerHandle] = set()
        self._front: asyncio.DatagramTransport | None = None
        self._opening: set[asyncio.Task[None]] = set()

    async def start(self) -> Address:
        """Opens the relay's port and returns its address.

        Raises OSError when the port cannot be opened.
        """
        loop = asyncio.get_running_loop()
        self._front, _ = await loop.create_datagram_endpoint(lambda: FrontDoor(self), local_addr=self._settings.listen)
        enlarge_buffer(self._front)
        host, port = cast("tuple[str, int]", self._front.get_extra_info("sockname")[:2])
        return host, port

    def close(self) -> None:
        """Closes all ports; what is under way is lost."""
        for timer in self._under_way:
            timer.cancel()
        self._under_way.clear()
        for task in self._opening:
            task.cancel()
        self.rebind()
        if self._front is not None:
            self._front.close()
            self._front = None

    def set_conditions(self, *, up: LineConditions | None = None, down: LineConditions | None = None) -> None:
        """Changes what is given; counters and random sequences go on."""
        self.up.conditions = up or self.up.conditions
        self.down.conditions = down or self.down.conditions

    def rebind(self, address: str | None = None) -> None:
        """Gives every client a new port towards the bridge, as a NAT does that lost its table.

        With an `address` of this machine all come from there from now on: the site's network has got another one.
        """
        self._outside = address or self._outside
        for way in self._ways.values():
            way.close()
        self._ways.clear()

    def counters(self) -> tuple[LineCounters, LineCounters]:
        """Returns what became of the datagrams towards the bridge (up) and back (down)."""
        return self.up.counters, self.down.counters

    # ------------------------------------------------------------ datagrams

    def from_client(self, data: bytes, client: Address) -> None:
        """Takes a datagram of a site."""
        way = self._way_of(client)
        if way is not None:
            self._send_later(self.up, data, way.to_bridge)

    def from_bridge(self, data: bytes, way: "Way") -> None:
        """Takes a datagram of the bridge for the client of `way`; nothing passes a port that was given up."""
        way.last_used_seconds = asyncio.get_running_loop().time()
        if self._ways.get(way.client) is way:
            self._send_later(self.down, data, way.to_client)

    def to_client(self, data: bytes, client: Address) -> None:
        """Sends at once to a site."""
        if self._front is not None:
            self._front.sendto(data, client)

    def _send_later(self, model: LineModel, data: bytes, send: SendDatagram) -> None:
        now = asyncio.get_running_loop().time()
        for departure in model.departures(now, len(data)):
            if departure <= now:
                send(data)
            elif len(self._under_way) >= MOST_UNDER_WAY:
                model.counters.unsent += 1
            else:
                self._schedule(departure, send, data)

    def _schedule(self, departure: float, send: SendDatagram, data: bytes) -> None:
        def deliver() -> None:
            self._under_way.discard(timer)
            send(data)

        timer = asyncio.get_running_loop().call_at(departure, deliver)
        self._under_way.add(timer)

    # ------------------------------------------------------------ NAT

    def _way_of(self, client: Address) -> "Way | None":
        now = asyncio.get_running_loop().time()
        way = self._ways.get(client)
        limit = self._settings.forget_seconds
        if way is not None and limit is not None and now - way.last_used_seconds > limit:
            way.close()
            way = None
        way = way or self._new_way(client)
        if way is not None:
            way.last_used_seconds = now
        return way

    def _new_way(self, client: Address) -> "Way | None":
        if client not in self._ways and len(self._ways) >= MOST_WAYS:
            self.refused_clients += 1
            return None
        way = self._ways[client] = Way(self, client)
        task = asyncio.get_running_loop().create_task(way.open(self._settings.bridge, self._outside))
        self._opening.add(task)
        task.add_done_callback(self._opening.discard)
        return way


def enlarge_buffer(transport: asyncio.DatagramTransport) -> None:
    """Asks the kernel for room, so that what is lost is lost by the model and not by the relay being slow."""
    transport.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, RECEIVE_BUFFER_BYTES)


class FrontDoor(asyncio.DatagramProtocol):
    """The port that sites speak to."""

    def __init__(self, line: BadLine) -> None:
        self._line = line

    def datagram_received(self, data: bytes, addr: tuple[str, int]) -> None:
        """Takes a datagram."""
        self._line.from_client(data, (addr[0], addr[1]))

    def error_received(self, exc: Exception) -> None:
        """Notes that a site's port is closed; UDP goes on."""
        logger.debug("a site's port refuses: %s", exc)


class Way(asyncio.DatagramProtocol):
    """One client's port towards the bridge; keeps the few datagrams that come before it is open."""

    MOST_WAITING = 32

    def __init__(self, line: BadLine, client: Address) -> None:
        self.client = client
        self.last_used_seconds = 0.0
        self._line = line
        self._waiting: list[bytes] = []
        self._transport: asyncio.DatagramTransport | None = None
        self._closed = False

    async def open(self, bridge: Address, outside: str | None = None) -> None:
        """Binds a port of its own and sends what was waiting."""
        loop = asyncio.get_running_loop()
        here = None if outside is None else (outside, 0)
        transport, _ = await loop.create_datagram_endpoint(lambda: self, local_addr=here, remote_addr=bridge)
        if self._closed:
            transport.close()
            return
        enlarge_buffer(transport)
        self._transport = transport
        for data in self._waiting:
            transport.sendto(data)
        self._waiting.clear()

    def to_bridge(self, data: bytes) -> None:
        """Sends at once to the bridge; dropped when the way has been closed or too much waits."""
        if self._transport is not None:
            self._transport.sendto(data)
        elif len(self._waiting) < self.MOST_WAITING and not self._closed:
            self._waiting.append(data)

    def to_client(self, data: bytes) -> None:
        """Sends at once to the site."""
        self._line.to_client(data, self.client)

    def datagram_received(self, data: bytes, addr: tuple[str, int]) -> None:
        """Takes a datagram of the bridge."""
        self._line.from_bridge(data, self)

    def error_received(self, exc: Exception) -> None:
        """Notes that the bridge's port is closed; UDP goes on."""
        logger.debug("the bridge's port refuses: %s", exc)

    def close(self) -> None:
        """Gives the port back."""
        self._closed = True
        if self._transport is not None:
            self._transport.close()
            self._transport = None
