"""A camera of Sony's table of lost messages and a network that loses, doubles and reorders, both in virtual time."""

import heapq
import random
import struct

HEADER = struct.Struct(">HHI")
COMMAND, INQUIRY, REPLY, CONTROL, CONTROL_REPLY = 0x0100, 0x0110, 0x0111, 0x0200, 0x0201


class StrictPeer:
    """Performs a new number once; to one it has seen it says that it was performed."""

    def __init__(self, *, in_order: bool = False) -> None:
        self.in_order = in_order
        """Only the next number is accepted, and none before the first reset."""
        self.last: int | None = None if in_order else -1
        self.seen: set[int] = set()
        self.performed: list[bytes] = []

    def restart(self) -> None:
        self.last, self.seen = (None if self.in_order else -1), set()

    def hear(self, datagram: bytes) -> list[bytes]:
        kind, _, number = HEADER.unpack_from(datagram)
        payload = datagram[8:]
        if kind == CONTROL:
            self.last, self.seen = -1, set()
            return [HEADER.pack(CONTROL_REPLY, 1, number) + b"\x01"]
        expected = self.last is not None and (number in {0, 1} if self.last == -1 else number == self.last + 1)
        if number in self.seen or (self.in_order and not expected):
            return [HEADER.pack(CONTROL_REPLY, 2, number) + b"\x0f\x01"]
        self.seen.add(number)
        self.last = number
        if kind == INQUIRY:
            return [self._reply(number, b"\x90\x50\x02\xff")]
        self.performed.append(payload)
        return [self._reply(number, b"\x90\x41\xff"), self._reply(number, b"\x90\x51\xff")]

    def _reply(self, number: int, packet: bytes) -> bytes:
        return HEADER.pack(REPLY, len(packet), number) + packet


class Network:
    """Datagrams on their way, each with its moment."""

    def __init__(self, seed: int, loss: float, double: float = 0.05, reorder: float = 0.05) -> None:
        self.random = random.Random(seed)
        self.loss, self.double, self.reorder = loss, double, reorder
        self._flying: list[tuple[float, int, bool, bytes]] = []
        self._count = 0

    def send(self, now: float, datagram: bytes, *, to_camera: bool) -> None:
        copies = 2 if self.random.random() < self.double else 1
        for _ in range(copies):
            if self.random.random() >= self.loss:
                late = 0.02 if self.random.random() < self.reorder else 0.0
                self._count += 1
                heapq.heappush(self._flying, (now + 0.005 + late, self._count, to_camera, datagram))

    @property
    def next_arrival(self) -> float | None:
        return self._flying[0][0] if self._flying else None

    def arrived(self, now: float) -> list[tuple[bool, bytes]]:
        found = []
        while self._flying and self._flying[0][0] <= now:
            _, _, to_camera, datagram = heapq.heappop(self._flying)
            found.append((to_camera, datagram))
        return found
