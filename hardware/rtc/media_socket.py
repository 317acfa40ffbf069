"""One UDP port for all connections of a process, with our own demultiplexing.

Rule: the port is bound once per local address (so an answer leaves from the address that was asked, as ICE requires);
a datagram belongs to the connection whose authenticated STUN message last came from its remote address, and a STUN
message itself to the one named in its USERNAME (RFC 8445 section 7.3) or that sent the request it answers. Packets are
read in sweeps (`sweeper.py`).
"""

import asyncio
import errno
import ipaddress
import socket
import time
from collections.abc import Callable, Sequence
from typing import Protocol

import ifaddr

from hardware.rtc.datagram_runs import MAY_CUT, CannotCut, runs, send_run
from hardware.rtc.stun_header import is_stun_response, stun_user
from hardware.rtc.sweeper import Sweeper, sweeper_of_this_loop

MAX_ADDRESSES = 8
ADDRESSES_FRESH_SECONDS = 5.0
RECEIVE_BUFFER_BYTES = 4_000_000
_LONGEST_DATAGRAM = 2048

Address = tuple[str, int]


class PortInUse(OSError):
    """The UDP port is taken; the text names it and what can be done."""


class DatagramPort(Protocol):
    """What a connection gives the socket to call; nothing here may block."""

    def datagram_received(self, data: bytes, addr: Address, /) -> None:
        """STUN and DTLS."""
        ...

    @property
    def media_received(self) -> Callable[[bytes, float], None]:
        """Takes SRTP and SRTCP from an address the connection has proved, and the monotonic time."""
        ...


class Route:
    """A proved remote address of a connection; `heard_seconds` is when anything last came from it."""

    __slots__ = ("heard_seconds", "port")

    def __init__(self, port: DatagramPort, now: float) -> None:
        self.port = port
        self.heard_seconds = now


class BoundSocket:
    """The port on one local address."""

    def __init__(self, owner: "MediaSocket", sock: socket.socket) -> None:
        self.sock = sock
        self.address: Address = sock.getsockname()[:2]
        self.routes: dict[Address, Route] = {}
        self.unsent = 0
        self._owner = owner
        self._wide = sock.family == socket.AF_INET6
        self._cuts = MAY_CUT

    def send(self, data: bytes, address: Address) -> None:
        """Sends at once; when the kernel's buffer is full the datagram is dropped and counted."""
        try:
            self.sock.sendto(data, address)
        except OSError:
            # Full buffer, unreachable host, ICMP on Windows: UDP may lose, consent checks notice a dead way.
            self.unsent += 1

    def send_all(self, packets: Sequence[bytes], address: Address) -> None:
        """Sends packets to one address in their order, in as few calls as the kernel allows."""
        for run in runs(packets) if self._cuts else [packets]:
            if len(run) > 1 and self._cuts:
                self._send_run(run, address)
            else:
                for packet in run:
                    self.send(packet, address)

    def _send_run(self, run: Sequence[bytes], address: Address) -> None:
        try:
            send_run(self.sock, run, address)
        except CannotCut:
            self._cuts = False
            for packet in run:
                self.send(packet, address)
        except OSError:
            self.unsent += len(run)

    def prove(self, address: Address, port: DatagramPort) -> None:
        """Records that an authenticated STUN message of this connection came from `address`; the newest wins."""
        route = self.routes.get(address)
        if route is None or route.port is not port:
            self.routes[address] = Route(port, time.monotonic())

    def forget(self, port: DatagramPort) -> None:
        for address in [address for address, route in self.routes.items() if route.port is port]:
            del self.routes[address]

    def sweep(self, now: float, at_most: int) -> int:
        """Handles what has arrived; returns how many datagrams."""
        receive, routes = self.sock.recvfrom, self.routes
        for count in range(at_most):
            try:
                data, address = receive(_LONGEST_DATAGRAM)
            except (BlockingIOError, InterruptedError):
                return count
            except OSError:
                # Windows reports ICMP errors of earlier sends here; the socket itself is sound.
                continue
            if self._wide:
                address = address[:2]
            route = routes.get(address)
            if route is not None:
                route.heard_seconds = now
                if data and 127 < data[0] < 192:
                    route.port.media_received(data, now)
                    continue
            if data:
                self._other(data, address, route)
        return at_most

    def _other(self, data: bytes, address: Address, route: Route | None) -> None:
        if data[0] < 4:
            port = self._owner.port_for_stun(data, self)
            if port is not None:
                port.datagram_received(data, address)
        elif route is not None:
            route.port.datagram_received(data, address)


class MediaSocket:
    """All local addresses on one port number; shared by the connections of a process.

    Args:
        port: 0 lets the system choose.
        addresses: local addresses to use; None means every address of the machine.
        include_loopback: offers 127.0.0.1 too; it is always offered when the machine has no other address.
        sweep_seconds: pause between sweeps of this port alone while packets keep coming; 0 handles each wake-up at
            once. None: the port is swept together with all others of the loop.

    Raises:
        PortInUse: by `open`.
    """

    def __init__(
        self,
        port: int = 0,
        *,
        addresses: tuple[str, ...] | None = None,
        include_loopback: bool = False,
        sweep_seconds: float | None = None,
    ) -> None:
        self.port = port
        self.users: dict[tuple[str, BoundSocket], DatagramPort] = {}
        self.awaited: dict[bytes, DatagramPort] = {}
        self._chosen = addresses
        self._include_loopback = include_loopback
        self._sweep_seconds = sweep_seconds
        self._bound: dict[str, BoundSocket] = {}
        self._looked_seconds = -1e9
        self._sweeper: Sweeper | None = None

    # ------------------------------------------------------------ addresses

    def bound_sockets(self) -> list[BoundSocket]:
        """Returns the port on every present address, binding addresses that appeared since."""
        if time.monotonic() - self._looked_seconds > ADDRESSES_FRESH_SECONDS:
            self._look_for_addresses()
        return list(self._bound.values())

    def _look_for_addresses(self) -> None:
        wanted = self._chosen if self._chosen is not None else local_addresses(loopback=self._include_loopback)
        self._looked_seconds = time.monotonic()
        beginning_with = 0 if self._bound else self.port
        refused: list[OSError] = []
        for address in wanted[:MAX_ADDRESSES]:
            if address not in self._bound:
                try:
                    self._bind(address)
                except OSError as error:
                    refused.append(error)
        # Half of the addresses is not enough to begin with: the sites of one network would join and see nothing.
        taken = beginning_with and any(error.errno == errno.EADDRINUSE for error in refused)
        if taken or not self._bound:
            why = refused[0].strerror if refused else "the machine has no network address"
            raise PortInUse(f"UDP port {self.port} cannot be opened ({why}): free it or configure another media port.")

    def _bind(self, address: str) -> None:
        version = ipaddress.ip_address(address).version
        sock = socket.socket(socket.AF_INET if version == 4 else socket.AF_INET6, socket.SOCK_DGRAM)
        try:
            sock.settimeout(0)
            if version == 6:
                sock.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, RECEIVE_BUFFER_BYTES)
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, RECEIVE_BUFFER_BYTES)
            sock.bind((address, self.port))
        except OSError:
            sock.close()
            raise
        bound = self._bound[address] = BoundSocket(self, sock)
        self.port = self.port or bound.address[1]
        self._reading().add(sock, bound.sweep)

    def _reading(self) -> Sweeper:
        if self._sweeper is None:
            if self._sweep_seconds is None:
                self._sweeper = sweeper_of_this_loop()
            else:
                self._sweeper = Sweeper(asyncio.get_running_loop(), self._sweep_seconds)
        return self._sweeper

    # ------------------------------------------------------------ whose it is

    def port_for_stun(self, data: bytes, bound: BoundSocket) -> DatagramPort | None:
        """Finds whose STUN message this is; None for strangers, who are not answered."""
        if is_stun_response(data):
            return self.awaited.get(data[8:20])
        user = stun_user(data)
        return self.users.get((user, bound)) if user is not None else None

    # ------------------------------------------------------------ end

    @property
    def unsent(self) -> int:
        return sum(bound.unsent for bound in self._bound.values())

    def close(self) -> None:
        """Closes the port on every address; connections on it end without further word."""
        for bound in self._bound.values():
            self._reading().remove(bound.sock)
            bound.sock.close()
        self._bound.clear()
        if self._sweeper is not None:
            self._sweeper.close_when_unused()
            self._sweeper = None


def local_addresses(*, loopback: bool) -> tuple[str, ...]:
    """Returns the machine's addresses, IPv4 first; loopback when told or when there is nothing else."""
    four: list[str] = []
    six: list[str] = []
    for adapter in ifaddr.get_adapters():
        for entry in adapter.ips:
            if isinstance(entry.ip, str):
                four.append(entry.ip)
            elif entry.ip[2] == 0:
                six.append(entry.ip[0])
    outside = [a for a in [*four, *six] if not ipaddress.ip_address(a).is_loopback]
    return (*outside, "127.0.0.1") if loopback or not outside else tuple(outside)
