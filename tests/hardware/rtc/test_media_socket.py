"""One port for many: strangers are not answered, an address belongs to who proved it, addresses may come and go."""

import asyncio
import socket
import time

from hypothesis import given
from hypothesis import strategies as st

from hardware.rtc import media_socket as module
from hardware.rtc.media_socket import Address, MediaSocket, local_addresses
from hardware.rtc.stun_header import is_stun_response, stun_user
from tests.hardware.rtc.sides import LOOPBACK, until


class Noting:
    """A connection that notes what it is handed."""

    def __init__(self) -> None:
        self.other: list[tuple[bytes, Address]] = []
        self.media: list[bytes] = []

    def datagram_received(self, data: bytes, addr: Address) -> None:
        self.other.append((data, addr))

    def media_received(self, data: bytes, now: float) -> None:
        self.media.append(data)


def binding_request(user: bytes) -> bytes:
    name = b"\0\6" + len(user).to_bytes(2, "big") + user + bytes(-len(user) % 4)
    return b"\0\1" + len(name).to_bytes(2, "big") + b"\x21\x12\xa4\x42" + b"transaction!" + name


async def test_datagrams_find_their_connection() -> None:
    shared = MediaSocket(addresses=LOOPBACK)
    (bound,) = shared.bound_sockets()
    ports = {"ann": Noting(), "bob": Noting()}
    for name, port in ports.items():
        shared.users[name, bound] = port
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as client:
        client.bind(("127.0.0.1", 0))
        client.connect(bound.address)
        client.send(b"\x80media before proof")
        client.send(b"\x16dtls before proof")
        client.send(binding_request(b"ann:x"))
        client.send(binding_request(b"nobody:x"))
        await until(lambda: ports["ann"].other)
        assert ports["ann"].other == [(binding_request(b"ann:x"), client.getsockname())]
        bound.prove(client.getsockname(), ports["ann"])
        client.send(b"\x80media")
        client.send(b"\x16dtls")
        client.send(binding_request(b"bob:x"))
        await until(lambda: ports["bob"].other and len(ports["ann"].other) == 2)
        assert ports["ann"].media == [b"\x80media"]
        # The newest proof wins: a site that came back on the same port is a new connection.
        bound.prove(client.getsockname(), ports["bob"])
        client.send(b"\x80more")
        await until(lambda: ports["bob"].media)
        bound.forget(ports["bob"])
        client.send(b"\x80to nobody")
        client.send(b"")
        await asyncio.sleep(0.05)
        assert ports["ann"].media == [b"\x80media"]
        assert ports["bob"].media == [b"\x80more"]
    shared.close()


async def test_quiet_and_busy_ports_are_read_alike() -> None:
    shared = MediaSocket(addresses=LOOPBACK, sweep_seconds=0.004)
    (bound,) = shared.bound_sockets()
    port = Noting()
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as client:
        client.bind(("127.0.0.1", 0))
        bound.prove(client.getsockname(), port)
        for number in range(300):
            client.sendto(b"\x80%d" % number, bound.address)
        await until(lambda: len(port.media) == 300)
        for pause in (0.001, 0.02, 0.1):
            await asyncio.sleep(pause)
            seen = len(port.media)
            sent = time.monotonic()
            client.sendto(b"\x80x", bound.address)
            await until(lambda seen=seen: len(port.media) > seen)
            assert time.monotonic() - sent < 0.2
        assert [int(data[1:]) for data in port.media[:300]] == list(range(300))
    shared.close()


async def test_an_address_that_appears_later_gets_the_same_port(monkeypatch) -> None:
    present = ["127.0.0.1"]
    monkeypatch.setattr(module, "local_addresses", lambda *, loopback: tuple(present))
    monkeypatch.setattr(module, "ADDRESSES_FRESH_SECONDS", 0.0)
    shared = MediaSocket()
    assert [bound.address[0] for bound in shared.bound_sockets()] == ["127.0.0.1"]
    present.append("127.0.0.2")
    assert [bound.address for bound in shared.bound_sockets()] == [
        ("127.0.0.1", shared.port),
        ("127.0.0.2", shared.port),
    ]
    shared.close()


def test_loopback_is_offered_when_there_is_nothing_else_or_when_told(monkeypatch) -> None:
    assert local_addresses(loopback=True)[-1] == "127.0.0.1"
    monkeypatch.setattr(module.ifaddr, "get_adapters", list)
    assert local_addresses(loopback=False) == ("127.0.0.1",)


def test_stun_names_are_read() -> None:
    assert stun_user(binding_request(b"ours:theirs")) == "ours"
    assert not is_stun_response(binding_request(b"ours:theirs"))
    assert is_stun_response(b"\1\1" + bytes(18))
    assert is_stun_response(b"\1\x11" + bytes(18))


@given(st.binary(max_size=80))
def test_any_bytes_are_read_without_raising(data: bytes) -> None:
    stun_user(data)
    stun_user(b"\0\1\0\x30\x21\x12\xa4\x42" + data)
    is_stun_response(data)
