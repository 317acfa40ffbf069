"""One sweeper for all sockets of a loop: every one is read, busy or quiet, and the last that goes takes it along."""

import asyncio
import socket
from collections.abc import Generator
from contextlib import ExitStack, contextmanager

import pytest

from hardware.rtc.sweeper import SWEEP_PACKETS, Sweeper, sweeper_of_this_loop
from tests.hardware.rtc.sides import until

FLOOD = SWEEP_PACKETS + 40
"""More than one turn, less than an ordinary receive buffer."""


class Port:
    """A bound socket and what was read of it."""

    def __init__(self, sweeper: Sweeper) -> None:
        self.sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self.sock.bind(("127.0.0.1", 0))
        self.sock.settimeout(0)
        self.read: list[bytes] = []
        self.most: list[int] = []
        self._sweeper = sweeper
        sweeper.add(self.sock, self._drain)

    def _drain(self, _now: float, at_most: int) -> int:
        self.most.append(at_most)
        for count in range(at_most):
            try:
                self.read.append(self.sock.recv(100))
            except BlockingIOError:
                return count
        return at_most

    def send(self, octets: bytes) -> None:
        self.sock.sendto(octets, self.sock.getsockname())

    def close(self) -> None:
        self._sweeper.remove(self.sock)
        self.sock.close()


@contextmanager
def ports(sweeper: Sweeper, count: int) -> Generator[list[Port]]:
    with ExitStack() as cleanup:
        made = [Port(sweeper) for _ in range(count)]
        for port in made:
            cleanup.callback(port.close)
        yield made
    sweeper.close_when_unused()


@pytest.mark.parametrize("sweep_seconds", [0.0, 0.004])
async def test_many_sockets_are_read_busy_or_quiet(sweep_seconds: float) -> None:
    with ports(Sweeper(asyncio.get_running_loop(), sweep_seconds), 20) as made:
        for turn in range(3):
            for port in made:
                port.send(b"%d" % turn)
            await until(lambda turn=turn: all(len(port.read) == turn + 1 for port in made))
            await asyncio.sleep(0.03)  # long enough to wait for the kernel's word again
        assert all(port.read == [b"0", b"1", b"2"] for port in made)


async def test_a_flood_is_read_to_its_end_and_a_neighbour_beside_it() -> None:
    with ports(Sweeper(asyncio.get_running_loop()), 2) as (flooded, neighbour):
        for number in range(FLOOD):
            flooded.send(b"%d" % number)
        neighbour.send(b"me too")
        await until(lambda: len(flooded.read) == FLOOD and neighbour.read == [b"me too"])
        assert set(flooded.most) == {SWEEP_PACKETS}


async def test_the_others_are_read_after_one_has_gone() -> None:
    sweeper = Sweeper(asyncio.get_running_loop())
    with ports(sweeper, 2) as made:
        extra = Port(sweeper)
        extra.send(b"unread")
        extra.close()
        for port in made:
            port.send(b"read")
        await until(lambda: all(port.read == [b"read"] for port in made))


async def test_a_fault_in_one_reader_does_not_end_reading() -> None:
    loop, faults = asyncio.get_running_loop(), list[object]()
    loop.set_exception_handler(lambda _, context: faults.append(context["exception"]))
    sweeper = Sweeper(loop)
    with ports(sweeper, 1) as (sound,), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as broken:
        broken.bind(("127.0.0.1", 0))

        def fail(_now: float, _most: int) -> int:
            broken.recv(100)
            raise RuntimeError("a fault")

        sweeper.add(broken, fail)
        broken.sendto(b"x", broken.getsockname())
        await until(lambda: faults)
        sound.send(b"still read")
        await until(lambda: sound.read == [b"still read"])
        sweeper.remove(broken)


async def test_a_loop_has_one_sweeper_as_long_as_it_is_used() -> None:
    sweeper = sweeper_of_this_loop()
    with ports(sweeper, 1):
        assert sweeper_of_this_loop() is sweeper
    assert sweeper_of_this_loop() is not sweeper
    sweeper_of_this_loop().close_when_unused()
