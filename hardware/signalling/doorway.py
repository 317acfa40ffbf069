"""The listening sockets of the front: who may connect is bounded before any TLS is spoken.

Rule: a connection beyond the bounds of its address or of all is closed at once; one that does not finish its handshake
and its first request's header in time is cut off. So a flood costs an accept and a close, nothing more.
"""

import asyncio
import errno
import ipaddress
import socket
import ssl
import sys
from collections import Counter
from collections.abc import Callable

from console.trouble import TroubleKind, trouble
from hardware.signalling.front_doors import FrontLimits
from hardware.signalling.paces import Paces

BACKLOG = 128
ACCEPT_PAUSE_SECONDS = 0.1
"""After the system refused to hand over a connection (too many open files)."""
_HEADER_END = b"\r\n\r\n"


class PortInUse(OSError):
    """Another program listens on the port."""

    def __init__(self, port: int) -> None:
        self.trouble = trouble(TroubleKind.PORT_IN_USE, port=port)
        super().__init__(errno.EADDRINUSE, str(self.trouble))
        self.port = port


def listen(port: int) -> list[socket.socket]:
    """Returns listening sockets on all addresses, IPv4 and (where there is any) IPv6; port 0 takes a free one.

    Raises `PortInUse`.
    """
    sockets: list[socket.socket] = []
    try:
        for family, host in ((socket.AF_INET, "0.0.0.0"), (socket.AF_INET6, "::")):  # noqa: S104 - sites come from outside
            listening = _bound(family, host, sockets[0].getsockname()[1] if sockets else port)
            if listening is not None:
                sockets.append(listening)
    except OSError as error:
        for opened in sockets:
            opened.close()
        if error.errno in {errno.EADDRINUSE, errno.EACCES}:
            raise PortInUse(port) from error
        raise
    return sockets


def _bound(family: socket.AddressFamily, host: str, port: int) -> socket.socket | None:
    try:
        listening = socket.socket(family, socket.SOCK_STREAM)
    except OSError:
        return None  # a system without this family
    try:
        if sys.platform == "win32":
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if family == socket.AF_INET6:
            listening.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        listening.settimeout(0)
        listening.bind((host, port))
        listening.listen(BACKLOG)
    except OSError as error:
        listening.close()
        if family == socket.AF_INET6 and error.errno in {errno.EADDRNOTAVAIL, errno.EAFNOSUPPORT}:
            return None
        raise
    return listening


def group_of(host: str) -> str:
    """Returns what is counted as one address: an IPv4 address, the /64 network of an IPv6 one, or `loopback`."""
    address = ipaddress.ip_address(host.partition("%")[0])
    if isinstance(address, ipaddress.IPv6Address) and address.ipv4_mapped:
        address = address.ipv4_mapped
    if address.is_loopback:
        return "loopback"
    if isinstance(address, ipaddress.IPv6Address):
        return str(ipaddress.ip_network((address, 64), strict=False))
    return str(address)


class Doorway:
    """Accepts connections within the limits and hands each to a protocol made by `make_protocol`, behind TLS."""

    def __init__(
        self,
        sockets: list[socket.socket],
        context: ssl.SSLContext,
        limits: FrontLimits,
        make_protocol: Callable[[], asyncio.Protocol],
    ) -> None:
        self._sockets, self._context, self._limits = sockets, context, limits
        self._make_protocol = make_protocol
        self._open: Counter[str] = Counter()
        self._paces = Paces(limits.connection_pace)
        self._accepting: list[asyncio.Task[None]] = []
        self._greeting: set[asyncio.Task[None]] = set()
        self.turned_away = 0
        """Connections closed before TLS since the start."""

    @property
    def port(self) -> int:
        """The port of all sockets."""
        return int(self._sockets[0].getsockname()[1])

    def start(self) -> None:
        """Begins to accept."""
        loop = asyncio.get_running_loop()
        self._accepting = [loop.create_task(self._accept(listening), name="doorway") for listening in self._sockets]

    async def close(self) -> None:
        """Stops accepting and lets go of connections that were still in their handshake."""
        for task in (*self._accepting, *self._greeting):
            task.cancel()
        await asyncio.gather(*self._accepting, *self._greeting, return_exceptions=True)
        for listening in self._sockets:
            listening.close()

    async def _accept(self, listening: socket.socket) -> None:
        loop = asyncio.get_running_loop()
        while True:
            try:
                connection, address = await loop.sock_accept(listening)
            except OSError:
                await asyncio.sleep(ACCEPT_PAUSE_SECONDS)
                continue
            group = group_of(address[0])
            if not self._has_room(group):
                self.turned_away += 1
                connection.close()
                continue
            self._open[group] += 1
            task = loop.create_task(self._greet(connection, group), name=f"handshake with {address[0]}")
            self._greeting.add(task)
            task.add_done_callback(self._greeting.discard)

    def _has_room(self, group: str) -> bool:
        limits = self._limits
        near = group == "loopback"
        most = limits.connections_per_loopback if near else limits.connections_per_address
        if self._open[group] >= most or self._open.total() >= limits.connections:
            return False
        return self._paces.may(group, limits.connection_pace_of_loopback if near else None)

    async def _greet(self, connection: socket.socket, group: str) -> None:
        guarded = _Guarded(self._make_protocol(), self._limits.header_seconds, lambda: self._left(group))
        try:
            await asyncio.get_running_loop().connect_accepted_socket(
                lambda: guarded, connection, ssl=self._context, ssl_handshake_timeout=self._limits.handshake_seconds
            )
        except (OSError, TimeoutError):  # ssl.SSLError is an OSError: no TLS, or not ours
            connection.close()
        finally:
            if not guarded.connected:
                self._left(group)

    def _left(self, group: str) -> None:
        self._open[group] -= 1
        if self._open[group] <= 0:
            del self._open[group]


class _Guarded(asyncio.Protocol):
    """Passes everything on to another protocol, counts it out at the end, and cuts off whoever dawdles at the start."""

    def __init__(self, inner: asyncio.Protocol, header_seconds: float, left: Callable[[], None]) -> None:
        self._inner, self._header_seconds, self._left = inner, header_seconds, left
        self._deadline: asyncio.TimerHandle | None = None
        self._tail = b""
        self.connected = False

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.connected = True
        assert isinstance(transport, asyncio.Transport)
        self._deadline = asyncio.get_running_loop().call_later(self._header_seconds, transport.abort)
        self._inner.connection_made(transport)

    def data_received(self, data: bytes) -> None:
        if self._deadline is not None:
            seen = self._tail + data
            self._tail = seen[-(len(_HEADER_END) - 1) :]
            if _HEADER_END in seen:
                self._stop_clock()
        self._inner.data_received(data)

    def eof_received(self) -> bool | None:
        return self._inner.eof_received()

    def connection_lost(self, exc: Exception | None) -> None:
        self._stop_clock()
        self._left()
        self._inner.connection_lost(exc)

    def pause_writing(self) -> None:
        self._inner.pause_writing()

    def resume_writing(self) -> None:
        self._inner.resume_writing()

    def _stop_clock(self) -> None:
        if self._deadline is not None:
            self._deadline.cancel()
            self._deadline = None
