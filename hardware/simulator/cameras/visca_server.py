"""A simulated VISCA camera on the network: Sony's framing and bare packets, over UDP and TCP, all to one head.

Rules: it answers to where a packet came from, unless it is told to answer otherwise; it costs nothing while nothing
moves. Datagrams may be lost on purpose, each way, by a chance that is seeded. What its doors do wrong is asked for
here, what the camera behind them does wrong in its temper.
"""

import asyncio
import time
from random import Random
from typing import Final

from hardware.simulator.cameras.visca_camera import ViscaCamera
from hardware.simulator.cameras.visca_doors import Address, Answering, RawUdpDoor, SonyDoor, TcpDoor, garbled
from hardware.simulator.cameras.visca_temper import Garbling, ResetAnswer

STEP_SECONDS: Final = 0.01


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
        self.reset_answer = ResetAnswer.GIVEN
        self.garbling = Garbling.NONE
        self.own_numbers = False
        """True: it answers with sequence numbers of its own, and never looks at ours."""
        self.reply_port: int | None = None
        """Answers go to this port of the controller, whatever port has asked."""
        self.most_controllers = 8
        """TCP connections at a time; one more is closed at once."""
        self.tells_everyone = False
        """True: what is answered to one TCP controller is told to all."""
        self._random = Random(seed)  # noqa: S311 - loses datagrams, guards nothing
        self._stepping: asyncio.TimerHandle | None = None
        self._udp: list[asyncio.DatagramTransport] = []
        self._tcp: list[asyncio.Server] = []
        self._connections: dict[asyncio.Transport, Answering] = {}
        self._own_number = 7000
        self.numbers: dict[Address, list[int]] = {}
        """The last sequence numbers of every controller."""

    # ------------------------------------------------------------ doors

    async def open_sony(self, host: str = "127.0.0.1", port: int = 0) -> int:
        """Opens a UDP port for Sony's framing and returns it."""
        return await self._open_udp(SonyDoor(self), host, port)

    async def open_raw_udp(self, host: str = "127.0.0.1", port: int = 0) -> int:
        """Opens a UDP port for bare packets and returns it."""
        return await self._open_udp(RawUdpDoor(self), host, port)

    async def _open_udp(self, door: asyncio.DatagramProtocol, host: str, port: int) -> int:
        loop = asyncio.get_running_loop()
        transport, _ = await loop.create_datagram_endpoint(lambda: door, local_addr=(host, port))
        self._udp.append(transport)
        return int(transport.get_extra_info("sockname")[1])

    async def open_raw_tcp(self, host: str = "127.0.0.1", port: int = 0) -> int:
        """Opens a TCP port for bare packets and returns it."""
        return await self._open_tcp(host, port, sony_header=False)

    async def open_sony_tcp(self, host: str = "127.0.0.1", port: int = 0) -> int:
        """Opens a TCP port for Sony's framing and returns it."""
        return await self._open_tcp(host, port, sony_header=True)

    async def _open_tcp(self, host: str, port: int, *, sony_header: bool) -> int:
        loop = asyncio.get_running_loop()
        server = await loop.create_server(lambda: TcpDoor(self, sony_header=sony_header), host, port)
        self._tcp.append(server)
        return int(server.sockets[0].getsockname()[1])

    @property
    def connections(self) -> int:
        """How many controllers are connected over TCP."""
        return len(self._connections)

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

    def hear(self, client: Answering, packet: bytes) -> None:
        """Hands a packet to the camera and sends what it answers."""
        self.camera.hear(client, packet, time.monotonic())
        self._send_answers()

    def joined(self, transport: asyncio.Transport, client: Answering) -> None:
        """A TCP controller is there; one too many is sent away."""
        if len(self._connections) >= self.most_controllers:
            transport.abort()
        else:
            self._connections[transport] = client

    def left(self, transport: asyncio.Transport) -> None:
        """A TCP controller is gone."""
        self._connections.pop(transport, None)

    def next_own_number(self) -> int:
        """Returns the number of an answer of a camera that counts for itself."""
        self._own_number += 1
        return self._own_number

    def wake(self) -> None:
        """Goes on with what was changed from outside: the head, a move of somebody else."""
        self.camera.tick(time.monotonic())
        self._send_answers()

    def _send_answers(self) -> None:
        answers = [(client, packet) for client, packet in self.camera.take_answers() if isinstance(client, Answering)]
        for client, octets in garbled(answers, self.garbling):
            told = {client, *self._connections.values()} if self.tells_everyone else {client}
            for controller in told:
                controller.answer(octets)
        if self.camera.busy and self._stepping is None:
            self._stepping = asyncio.get_running_loop().call_later(STEP_SECONDS, self._step)

    def _step(self) -> None:
        self._stepping = None
        self.camera.tick(time.monotonic())
        self._send_answers()
