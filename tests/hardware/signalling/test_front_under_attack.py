"""The front and whoever means it ill: floods, dawdlers, huge and malformed requests, while others join."""

import asyncio
import socket
import ssl
from pathlib import Path

import pytest

from hardware.signalling.client import BridgePlace, join
from hardware.signalling.doorway import PortInUse, group_of, listen
from hardware.signalling.front_doors import FrontLimits
from tests.hardware.signalling.running_front import (
    ANSWER,
    OFFER,
    RunningFront,
    bearer,
    running_front,
    stock_client,
)


async def over_tls(front: RunningFront) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    context = ssl.create_default_context(cadata=front.certificate.pem.decode())
    return await asyncio.open_connection("127.0.0.1", front.port, ssl=context)


async def seconds_until_closed(reader: asyncio.StreamReader) -> float:
    began = asyncio.get_running_loop().time()
    async with asyncio.timeout(10):
        try:
            while await reader.read(1000):
                pass
        except ConnectionError:
            pass
    return asyncio.get_running_loop().time() - began


async def can_join(front: RunningFront) -> bool:
    return (await join(front.place, "s001", front.credential("s001"), OFFER)).answer_sdp == ANSWER


async def test_who_speaks_no_tls_is_cut_off(tmp_path: Path) -> None:
    async with running_front(tmp_path, FrontLimits(handshake_seconds=0.4)) as front:
        silent, silent_writer = await asyncio.open_connection("127.0.0.1", front.port)
        plain, plain_writer = await asyncio.open_connection("127.0.0.1", front.port)
        plain_writer.write(b"GET /join HTTP/1.1\r\nHost: x\r\n\r\n")
        assert await seconds_until_closed(plain) < 5
        assert await seconds_until_closed(silent) < 5
        assert await can_join(front)
        for writer in (silent_writer, plain_writer):
            writer.close()


async def test_a_header_that_drips_is_cut_off(tmp_path: Path) -> None:
    async with running_front(tmp_path, FrontLimits(header_seconds=0.5)) as front:
        reader, writer = await over_tls(front)

        async def drip() -> None:
            writer.write(b"POST /whip/s001 HTTP/1.1\r\nHost: x\r\n")
            while True:
                writer.write(b"X-Drip: 1\r\n")
                await asyncio.sleep(0.05)

        dripping = asyncio.ensure_future(drip())
        assert await seconds_until_closed(reader) < 5
        dripping.cancel()
        writer.close()
        assert await can_join(front)


async def test_a_body_that_drips_is_answered_and_ended(tmp_path: Path) -> None:
    async with running_front(tmp_path, FrontLimits(request_seconds=0.5)) as front:
        reader, writer = await over_tls(front)
        secret = front.credential("s001")
        writer.write(
            f"POST /whip/s001 HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {secret}\r\n"
            "Content-Type: application/sdp\r\nContent-Length: 1000\r\n\r\nv=0".encode()
        )
        async with asyncio.timeout(5):
            assert (await reader.readline()).startswith(b"HTTP/1.1 503 ")
        writer.close()
        assert await can_join(front)


async def test_one_address_cannot_take_all_connections(tmp_path: Path) -> None:
    async with running_front(tmp_path, FrontLimits(connections_per_loopback=5)) as front:
        held = [await over_tls(front) for _ in range(5)]
        reader, writer = await asyncio.open_connection("127.0.0.1", front.port)
        assert await seconds_until_closed(reader) < 1
        writer.close()
        for _, one in held:
            one.close()
            await one.wait_closed()
        async with asyncio.timeout(5):
            while not await can_join_now(front):  # noqa: ASYNC110 - seen from outside only
                await asyncio.sleep(0.05)


async def can_join_now(front: RunningFront) -> bool:
    try:
        return await can_join(front)
    except OSError:
        return False


async def test_huge_bodies_and_headers_are_refused(tmp_path: Path) -> None:
    async with running_front(tmp_path) as front, stock_client(front) as session:
        secret = front.credential("s001")
        response = await session.post("/whip/s001", data=OFFER + "x" * 100_000, headers=bearer(secret))
        assert response.status == 413
        assert await response.text() == "The request is too long."
        response = await session.get("/join", headers={"X-Long": "x" * 20_000})
        assert response.status == 400
        assert front.offers == []
        assert await can_join(front)


@pytest.mark.parametrize(
    ("body", "content_type", "status", "sentence"),
    [
        (b"hello", "application/sdp", 400, "The SDP offer has to begin with v=0."),
        (b"", "application/sdp", 400, "The SDP offer has to begin with v=0."),
        (b"v=0\xff\xfe", "application/sdp", 400, "The SDP offer is not UTF-8 text."),
        (OFFER.encode(), "text/plain", 415, "The body has to be an SDP offer (application/sdp)."),
    ],
)
async def test_malformed_offers_are_one_sentence(
    tmp_path: Path, body: bytes, content_type: str, status: int, sentence: str
) -> None:
    async with running_front(tmp_path) as front, stock_client(front) as session:
        secret = front.credential("s001")
        response = await session.post("/whip/s001", data=body, headers=bearer(secret, content_type))
        assert (response.status, await response.text()) == (status, sentence)
        assert front.offers == []


@pytest.mark.parametrize(
    "octets", [b"\x00" * 100 + b"\r\n\r\n", b"GET\r\n\r\n", b"GET /\xff HTTP/1.1\r\n\r\n", b"\r\n\r\n"]
)
async def test_no_http_is_answered_or_closed(tmp_path: Path, octets: bytes) -> None:
    async with running_front(tmp_path, FrontLimits(idle_seconds=0.5, header_seconds=0.5)) as front:
        reader, writer = await over_tls(front)
        writer.write(octets)
        assert await seconds_until_closed(reader) < 5
        writer.close()
        assert await can_join(front)


async def test_addresses_nobody_has_are_one_sentence(tmp_path: Path) -> None:
    async with running_front(tmp_path) as front, stock_client(front) as session:
        for path in ("/admin", "/static/../front.py", "/static/none.js", "/whip"):
            response = await session.get(path)
            assert response.status == 404
            assert await response.text() == "There is nothing at this address."


async def test_a_port_in_use_is_one_sentence() -> None:
    sockets = listen(0)
    port = sockets[0].getsockname()[1]
    try:
        with pytest.raises(PortInUse, match=f"Port {port} is in use by another program"):
            listen(port)
    finally:
        for listening in sockets:
            listening.close()


@pytest.mark.skipif(not socket.has_ipv6, reason="no IPv6 here")
async def test_sites_join_over_ipv6(tmp_path: Path) -> None:
    async with running_front(tmp_path) as front:
        place = BridgePlace(urls=(f"https://[::1]:{front.port}",), fingerprint=front.certificate.fingerprint)
        assert (await join(place, "s001", front.credential("s001"), OFFER)).answer_sdp == ANSWER
        assert front.admitted[0].address == "::1"


async def test_ipv6_neighbours_count_together() -> None:
    assert group_of("2001:db8:1:2::1") == group_of("2001:db8:1:2:ffff::9") != group_of("2001:db8:1:3::1")
    assert group_of("::ffff:10.0.0.1") == group_of("10.0.0.1") != group_of("10.0.0.2")
    assert group_of("127.0.0.9") == group_of("::1") == "loopback"
    assert group_of("fe80::1%eth0") == group_of("fe80::2")
