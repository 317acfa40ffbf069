"""The relay carries datagrams both ways, hides clients behind ports of its own, and can be told to misbehave."""

import asyncio
import json
import subprocess
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from hardware.simulator.lines.bad_line import BadLine, LineSettings
from hardware.simulator.lines.line_model import LineConditions

LOOPBACK = ("127.0.0.1", 0)
ROOT = Path(__file__).parents[3]


class Echo(asyncio.DatagramProtocol):
    """A bridge that sends everything back; `seen` are the addresses it heard from."""

    def __init__(self) -> None:
        self.seen: list[tuple[str, int]] = []
        self.heard: list[bytes] = []

    def connection_made(self, transport: asyncio.DatagramTransport) -> None:
        self.transport = transport

    def datagram_received(self, data: bytes, addr: tuple[str, int]) -> None:
        self.heard.append(data)
        if addr not in self.seen:
            self.seen.append(addr)
        self.transport.sendto(data, addr)


class Client(asyncio.DatagramProtocol):
    def __init__(self) -> None:
        self.heard: list[bytes] = []

    def datagram_received(self, data: bytes, addr: tuple[str, int]) -> None:
        self.heard.append(data)


class Stand:
    def __init__(self) -> None:
        self.echo = Echo()
        self.transports: list[asyncio.DatagramTransport] = []
        self.lines: list[BadLine] = []

    async def open(self, up: LineConditions, down: LineConditions, forget: float | None = None) -> BadLine:
        loop = asyncio.get_running_loop()
        server, _ = await loop.create_datagram_endpoint(lambda: self.echo, local_addr=LOOPBACK)
        self.transports.append(server)
        settings = LineSettings(
            listen=LOOPBACK, bridge=server.get_extra_info("sockname"), up=up, down=down, seed=4, forget_seconds=forget
        )
        line = BadLine(settings)
        self.address = await line.start()
        self.lines.append(line)
        return line

    async def client(self) -> tuple[asyncio.DatagramTransport, Client]:
        transport, client = await asyncio.get_running_loop().create_datagram_endpoint(Client, remote_addr=self.address)
        self.transports.append(transport)
        return transport, client

    def close(self) -> None:
        for line in self.lines:
            line.close()
        for transport in self.transports:
            transport.close()


@pytest.fixture
async def stand() -> AsyncIterator[Stand]:
    made = Stand()
    yield made
    made.close()
    await asyncio.sleep(0)


GOOD = LineConditions()


async def test_clients_are_kept_apart_behind_ports_of_their_own(stand: Stand) -> None:
    await stand.open(GOOD, GOOD)
    pairs = [await stand.client() for _ in range(3)]
    for number, (transport, _) in enumerate(pairs):
        transport.sendto(b"from %d" % number)
    await asyncio.sleep(0.1)
    assert [client.heard for _, client in pairs] == [[b"from 0"], [b"from 1"], [b"from 2"]]
    assert len(stand.echo.seen) == 3


async def test_loss_and_delay_apply_to_their_direction(stand: Stand) -> None:
    line = await stand.open(LineConditions(loss_percent=30), LineConditions(delay_ms=80))
    transport, client = await stand.client()
    for number in range(300):
        transport.sendto(b"%d" % number)
        # The kernel's buffer holds some two hundred datagrams.
        if number % 20 == 19:
            await asyncio.sleep(0.001)
    await asyncio.sleep(0.3)
    up, down = line.counters()
    assert up.lost == 300 - len(stand.echo.heard)
    assert 60 < up.lost < 120
    assert down.passed == len(client.heard) == len(stand.echo.heard)


async def test_a_delayed_datagram_comes_later_and_not_sooner(stand: Stand) -> None:
    await stand.open(GOOD, LineConditions(delay_ms=120))
    transport, client = await stand.client()
    transport.sendto(b"late")
    await asyncio.sleep(0.06)
    assert (stand.echo.heard, client.heard) == ([b"late"], [])
    await asyncio.sleep(0.15)
    assert client.heard == [b"late"]


async def test_a_rebinding_nat_shows_the_bridge_a_new_port(stand: Stand) -> None:
    line = await stand.open(GOOD, GOOD)
    transport, client = await stand.client()
    transport.sendto(b"before")
    await asyncio.sleep(0.05)
    line.rebind()
    transport.sendto(b"after")
    await asyncio.sleep(0.05)
    assert client.heard == [b"before", b"after"]
    assert len(stand.echo.seen) == 2


async def test_a_nat_forgets_an_idle_client(stand: Stand) -> None:
    await stand.open(GOOD, GOOD, forget=0.05)
    transport, client = await stand.client()
    for _ in range(2):
        transport.sendto(b"hello")
        await asyncio.sleep(0.12)
    assert len(client.heard) == 2
    assert len(stand.echo.seen) == 2


async def test_a_cut_is_silent_and_ends(stand: Stand) -> None:
    line = await stand.open(GOOD, GOOD)
    transport, client = await stand.client()
    line.set_conditions(up=LineConditions(cut=True))
    transport.sendto(b"lost")
    await asyncio.sleep(0.05)
    line.set_conditions(up=GOOD)
    transport.sendto(b"back")
    await asyncio.sleep(0.05)
    assert client.heard == [b"back"]


def test_it_runs_as_a_process_of_its_own() -> None:
    command = [sys.executable, "-m", "hardware.simulator.lines.bad_line_process", "--listen", "127.0.0.1:0"]
    command += ["--to", "127.0.0.1:9", "--up", '{"loss_percent": 5}', "--seed", "3"]
    orders = b'{"do":"set","down":{"cut":true}}\nnonsense\n{"do":"rebind"}\n'
    done = subprocess.run(command, input=orders, capture_output=True, timeout=30, cwd=ROOT, check=True)
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert answers[0]["host"] == "127.0.0.1"
    assert answers[0]["port"] > 0
    assert answers[1]["up"]["arrived"] == 0
    assert "no order" in answers[2]["error"]
    assert len(answers) == 4


def test_wrong_arguments_are_told_in_one_sentence() -> None:
    command = [
        sys.executable,
        "-m",
        "hardware.simulator.lines.bad_line_process",
        "--listen",
        "nowhere",
        "--to",
        "127.0.0.1:9",
    ]
    done = subprocess.run(command, capture_output=True, timeout=30, cwd=ROOT, check=False)
    assert done.returncode == 2
    assert b"'nowhere' is not HOST:PORT" in done.stderr
