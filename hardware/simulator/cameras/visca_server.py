"""A simulated VISCA camera on the network: Sony's framing over UDP, bare packets over UDP and TCP, all to one head.

Rules: it answers to where a packet came from; it numbers as Sony's table of lost messages says; it costs nothing while
nothing moves. Datagrams may be lost on purpose, each way, by a chance that is seeded.
"""

import asyncio
import struct
import time
from random import Random
from typing import Final, cast

from hardware.simulator.cameras.visca_camera import ViscaCamera

HEADER: Final = struct.Struct(">HHI")
COMMAND, INQUIRY, REPLY, CONTROL, CONTROL_REPLY = 0x0100, 0x0110, 0x0111, 0x0200, 0x0201
RESET, OUT_OF_SEQUENCE, BAD_MESSAGE = b"\x01", b"\x0f\x01", b"\x0f\x02"
STEP_SECONDS: Final = 0.01
NUMBERS_KEPT: Final = 64
LARGEST_BUFFER: Final = 1024

Address = tuple[str, int]


class ViscaServer:
    """One simulated camera with its doors; lives on the running event loop."""

    def __init__(self, camera: ViscaCamera | None = None, *, loss: float = 0.0, seed: int = 1) -> None:
        """`loss` is the chance of every datagram to be lost, each way."""
        self.camera = camera or ViscaCamera()
        self.loss = loss
        self.deaf = False
        """True: nothing is heard and nothing answered, as without power."""
        self.strict_numbers = False
        """True: every number has to be one more than the last; the first after a reset 0 or 1."""
        self._random = Random(seed)  # noqa: S311 - loses datagrams, guards nothing
        self._stepping: asyncio.TimerHandle | None = None
        self._udp: list[asyncio.DatagramTransport] = []
        self._tcp: list[asyncio.Server] = []
        self._connections: set[asyncio.Transport] = set()
        self.numbers: dict[Address, list[int]] = {}
        """The last sequence numbers of every controller."""

    # ------------------------------------------------------------ doors

    async def open_sony(self, host: str = "127.0.0.1", port: int = 0) -> int:
        """Opens a UDP port for Sony's framing and returns it."""
        return await self._open_udp(_SonyDoor(self), host, port)

    async def open_raw_udp(self, host: str = "127.0.0.1", port: int = 0) -> int:
        """Opens a UDP port for bare packets and returns it."""
        return await self._open_udp(_RawUdpDoor(self), host, port)

    async def _open_udp(self, door: asyncio.DatagramProtocol, host: str, port: int) -> int:
        loop = asyncio.get_running_loop()
        transport, _ = await loop.create_datagram_endpoint(lambda: door, local_addr=(host, port))
        self._udp.append(transport)
        return int(transport.get_extra_info("sockname")[1])

    async def open_raw_tcp(self, host: str = "127.0.0.1", port: int = 0) -> int:
        """Opens a TCP port for bare packets and returns it."""
        server = await asyncio.get_running_loop().create_server(lambda: _TcpDoor(self), host, port)
        self._tcp.append(server)
        return int(server.sockets[0].getsockname()[1])

    def close(self) -> None:
        """Closes every door."""
        for transport in (*self._udp, *self._connections):
            transport.abort()
        for server in self._tcp:
            server.close()
        if self._stepping is not None:
            self._stepping.cancel()
            self._stepping = None

    def drop_connections(self) -> None:
        """Ends every TCP connection, as a camera does after an idle hour."""
        for transport in tuple(self._connections):
            transport.abort()

    def restart(self) -> None:
        """Restarts the camera: numbers and what it was doing are forgotten."""
        self.camera.restart()
        self.numbers.clear()
        self.drop_connections()

    # ------------------------------------------------------------ for the doors

    def loses(self) -> bool:
        """Returns whether the next datagram is lost."""
        return self.deaf or self._random.random() < self.loss

    def hear(self, client: "_Client", packet: bytes) -> None:
        """Hands a packet to the camera and sends what it answers."""
        self.camera.hear(client, packet, time.monotonic())
        self._send_answers()

    def joined(self, transport: asyncio.Transport) -> None:
        """A TCP controller is there."""
        self._connections.add(transport)

    def left(self, transport: asyncio.Transport) -> None:
        """A TCP controller is gone."""
        self._connections.discard(transport)

    def _send_answers(self) -> None:
        for client, packet in self.camera.take_answers():
            if isinstance(client, _Client):
                client.answer(packet)
        if self.camera.busy and self._stepping is None:
            self._stepping = asyncio.get_running_loop().call_later(STEP_SECONDS, self._step)

    def _step(self) -> None:
        self._stepping = None
        self.camera.tick(time.monotonic())
        self._send_answers()


class _Client:
    """Where answers go."""

    def answer(self, packet: bytes) -> None:
        """Sends a packet back."""
        raise NotImplementedError


class _UdpClient(_Client):
    def __init__(self, server: ViscaServer, transport: asyncio.DatagramTransport, address: Address) -> None:
        self._server, self._transport, self._address = server, transport, address

    def answer(self, packet: bytes) -> None:
        if not self._server.loses():
            self._transport.sendto(packet, self._address)


class _SonyClient(_UdpClient):
    def __init__(
        self, server: ViscaServer, transport: asyncio.DatagramTransport, address: Address, number: int
    ) -> None:
        super().__init__(server, transport, address)
        self._number = number

    def answer(self, packet: bytes) -> None:
        super().answer(HEADER.pack(REPLY, len(packet), self._number) + packet)

    def control(self, payload: bytes) -> None:
        """Answers about the header."""
        super().answer(HEADER.pack(CONTROL_REPLY, len(payload), self._number) + payload)


class _SonyDoor(asyncio.DatagramProtocol):
    def __init__(self, server: ViscaServer) -> None:
        self._server = server
        self._transport: asyncio.DatagramTransport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast("asyncio.DatagramTransport", transport)

    def datagram_received(self, data: bytes, addr: Address) -> None:
        if self._transport is None or self._server.loses() or len(data) <= HEADER.size:
            return
        kind, length, number = HEADER.unpack_from(data)
        client = _SonyClient(self._server, self._transport, addr, number)
        payload = data[HEADER.size :]
        if kind == CONTROL and payload == RESET:
            self._server.numbers[addr] = []
            client.control(RESET)
        elif len(payload) != length or kind not in (COMMAND, INQUIRY) or (payload[1] == 0x09) != (kind == INQUIRY):
            client.control(BAD_MESSAGE)
        elif self._in_sequence(addr, number):
            self._server.hear(client, payload)
        else:
            client.control(OUT_OF_SEQUENCE)

    def _in_sequence(self, address: Address, number: int) -> bool:
        """A number that was seen is a retransmission of what has been performed."""
        known = self._server.numbers.get(address)
        if known is None:
            if self._server.strict_numbers:
                return False
            known = self._server.numbers[address] = []
        expected = {known[-1] + 1} if known else {0, 1}
        if number in known or (self._server.strict_numbers and number not in expected):
            return False
        known.append(number)
        del known[:-NUMBERS_KEPT]
        return True


class _RawUdpDoor(asyncio.DatagramProtocol):
    def __init__(self, server: ViscaServer) -> None:
        self._server = server
        self._transport: asyncio.DatagramTransport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast("asyncio.DatagramTransport", transport)

    def datagram_received(self, data: bytes, addr: Address) -> None:
        if self._transport is not None and not self._server.loses() and data.endswith(b"\xff") and len(data) > 2:
            self._server.hear(_UdpClient(self._server, self._transport, addr), data)


class _TcpDoor(asyncio.Protocol, _Client):
    def __init__(self, server: ViscaServer) -> None:
        self._server = server
        self._transport: asyncio.Transport | None = None
        self._begun = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast("asyncio.Transport", transport)
        self._server.joined(self._transport)

    def connection_lost(self, exc: Exception | None) -> None:
        if self._transport is not None:
            self._server.left(self._transport)
        self._transport = None

    def data_received(self, data: bytes) -> None:
        *packets, self._begun = (self._begun + data)[-LARGEST_BUFFER:].split(b"\xff")
        for packet in packets:
            if len(packet) >= 2 and not self._server.deaf:
                self._server.hear(self, packet + b"\xff")

    def answer(self, packet: bytes) -> None:
        if self._transport is not None and not self._server.deaf:
            self._transport.write(packet)
