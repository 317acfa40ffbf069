"""A bad network between a driver and a camera: datagrams get lost, come twice, come late and out of order.

Rule: both directions alike; seeded, so that a run can be taken again.
"""

import asyncio
import random
from typing import cast

Address = tuple[str, int]
DOUBLE, REORDER = 0.05, 0.05
WAY_SECONDS, LATE_SECONDS = 0.005, 0.025


class LossyWay(asyncio.DatagramProtocol):
    """A UDP port that stands for a camera's."""

    def __init__(self, camera: Address, *, loss: float = 0.0, seed: int = 1, worse: bool = True) -> None:
        """`loss` is each way; `worse` doubles and reorders one in twenty too."""
        self.camera, self.loss = camera, loss
        self.double, self.reorder = (DOUBLE, REORDER) if worse else (0.0, 0.0)
        self._random = random.Random(seed)
        self._loop = asyncio.get_running_loop()
        self._front: asyncio.DatagramTransport | None = None
        self._backs: dict[Address, asyncio.DatagramTransport] = {}

    async def open(self) -> int:
        """Returns the port."""
        self._front, _ = await self._loop.create_datagram_endpoint(lambda: self, local_addr=("127.0.0.1", 0))
        return int(self._front.get_extra_info("sockname")[1])

    def close(self) -> None:
        for transport in (self._front, *self._backs.values()):
            if transport is not None:
                transport.close()

    def datagram_received(self, data: bytes, addr: Address) -> None:
        back = self._backs.get(addr)
        if back is not None:
            self._pass(data, back, self.camera)
        else:
            self._loop.create_task(self._first(data, addr))

    async def _first(self, data: bytes, addr: Address) -> None:
        if addr not in self._backs:
            door = _Back(self, addr)
            transport, _ = await self._loop.create_datagram_endpoint(lambda: door, local_addr=("127.0.0.1", 0))
            self._backs[addr] = cast("asyncio.DatagramTransport", transport)
        self._pass(data, self._backs[addr], self.camera)

    def answered(self, data: bytes, addr: Address) -> None:
        """Takes what the camera answers to a controller."""
        if self._front is not None:
            self._pass(data, self._front, addr)

    def _pass(self, data: bytes, by: asyncio.DatagramTransport, to: Address) -> None:
        for _ in range(2 if self._random.random() < self.double else 1):
            if self._random.random() >= self.loss:
                late = LATE_SECONDS if self._random.random() < self.reorder else WAY_SECONDS
                self._loop.call_later(late, _send, by, data, to)


def _send(by: asyncio.DatagramTransport, data: bytes, to: Address) -> None:
    if not by.is_closing():
        by.sendto(data, to)


class _Back(asyncio.DatagramProtocol):
    def __init__(self, way: LossyWay, controller: Address) -> None:
        self._way, self._controller = way, controller

    def datagram_received(self, data: bytes, addr: Address) -> None:
        self._way.answered(data, self._controller)
