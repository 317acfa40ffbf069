"""A call over a line that lets nothing pass but IPv6's least packet: 1,280 octets, of which UDP carries 1,232.

Rule: not only must everything come through, nothing may even be tried that is larger: what a line swallows once it
swallows again, and a key frame that never comes is a dark tile.
"""

import asyncio
import contextlib
import datetime
import re
from collections.abc import AsyncGenerator
from dataclasses import replace

import av
import numpy as np
from aiortc import RTCCertificate
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from hardware.rtc.audio_codec import OpusEncoder
from hardware.rtc.line_ramp import LineRate
from hardware.rtc.media_types import VideoCodec
from hardware.rtc.payload_formats import nal_units
from hardware.rtc.peer import CONTROL_MESSAGE_BYTES, MediaSocket, PeerSettings
from hardware.rtc.small_datagrams import datagrams_of
from hardware.rtc.video_codec import PODIUM, make_encoder
from hardware.simulator.lines.bad_line import BadLine, LineSettings
from hardware.simulator.lines.line_model import LineConditions
from tests.hardware.rtc.sides import CERTIFICATE, LOOPBACK, Call, call, send, until
from tests.hardware.rtc.test_harmful_pictures import unit

DAY = datetime.timedelta(days=1)
LEAST_PACKET = 1280
IPV6_HEADER, UDP_HEADER = 40, 8
MOST = LEAST_PACKET - IPV6_HEADER - UDP_HEADER


@contextlib.asynccontextmanager
async def thin_call(
    certificate: RTCCertificate = CERTIFICATE, loss_percent: float = 0.0
) -> AsyncGenerator[tuple[Call, BadLine]]:
    """Makes a call through a relay that drops what is too large, from the first datagram on."""
    conditions = LineConditions(mtu_bytes=MOST, loss_percent=loss_percent)
    sockets = [MediaSocket(addresses=LOOPBACK), MediaSocket(addresses=LOOPBACK)]
    sockets[1].bound_sockets()
    line = BadLine(
        LineSettings(
            listen=("127.0.0.1", 0), bridge=("127.0.0.1", sockets[1].port), up=conditions, down=conditions, seed=3
        )
    )
    _, relay_port = await line.start()

    def through_relay(name: str, sdp: str) -> str:
        if name == "answer":
            return sdp.replace(f" {sockets[1].port} typ host", f" {relay_port} typ host")
        return re.sub(r"a=candidate:.*\r\n", "", sdp)

    site, bridge = (PeerSettings(certificate=certificate, media_socket=each) for each in sockets)
    try:
        async with call(site_settings=site, bridge_settings=bridge, way=through_relay) as it:
            yield it, line
    finally:
        line.close()
        for each in sockets:
            each.close()
        await asyncio.sleep(0.02)  # the relay's transports close on the loop's next turns


def too_large(line: BadLine) -> int:
    return sum(counters.too_large for counters in line.counters())


def large_key_frame(codec: VideoCodec) -> bytes:
    """Returns a picture of snow, some hundred packets long."""
    planes = np.random.default_rng(1).integers(0, 256, (PODIUM.height * 3 // 2, PODIUM.width), dtype=np.uint8)
    encoder = make_encoder(codec, replace(PODIUM, bits_per_second=20_000_000))
    coded = encoder.encode(av.VideoFrame.from_ndarray(planes, format="yuv420p"))
    assert coded is not None
    return coded.data


async def test_everything_of_a_call_comes_through() -> None:
    async with thin_call() as (it, line):
        await until(lambda: it.site_side.has_control and it.bridge_side.has_control)
        for peer, side in ((it.site, it.bridge_side), (it.bridge, it.site_side)):
            text = "ô" * (CONTROL_MESSAGE_BYTES // 2)
            assert peer.send_control(text)
            await until(lambda side=side, text=text: text in side.texts)
        data = large_key_frame("H264")
        send(it.site, unit(data))
        await until(lambda: it.bridge_side.units)
        assert list(nal_units(it.bridge_side.units[0].data)) == list(nal_units(data))
        send(it.bridge, unit(data))
        await until(lambda: it.site_side.units)
        loud = OpusEncoder().encode(np.random.default_rng(2).integers(-9000, 9000, 960, dtype=np.int16))
        for number in range(5):
            it.site.send_audio(loud, number * 960, -20)
        await until(lambda: len(it.bridge_side.packets) == 5)
        assert too_large(line) == 0


async def test_a_test_of_the_line_finds_what_it_carries() -> None:
    async with thin_call() as (it, line):
        told: list[LineRate] = []
        it.bridge.test_line(1500, told.append)
        await until(lambda: told)
        assert told[0].kilobits
        assert too_large(line) == 0


async def test_what_was_lost_is_repeated_in_packets_that_fit() -> None:
    async with thin_call(loss_percent=5) as (it, line):
        data = large_key_frame("H264")
        for number in range(3):
            send(it.site, replace(unit(data), rtp_time=number * 3600), number)
            await asyncio.sleep(0.3)
        await until(lambda: it.bridge_side.units)
        assert too_large(line) == 0


async def test_a_certificate_that_fits_into_no_packet_is_sent_in_several() -> None:
    async with thin_call(large_certificate()) as (_, line):
        assert too_large(line) == 0


def large_certificate() -> RTCCertificate:
    """Returns a certificate of some 5,000 octets, as an authority gives to a machine of many names."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "bridge")])
    names = x509.SubjectAlternativeName([x509.DNSName(f"site-{number:03}.meeting.example.vn") for number in range(180)])
    now = datetime.datetime.now(datetime.UTC)
    builder = x509.CertificateBuilder(name, name, key.public_key(), 1)
    builder = builder.not_valid_before(now - datetime.timedelta(days=1)).not_valid_after(
        now + datetime.timedelta(days=1)
    )
    return RTCCertificate(key=key, cert=builder.add_extension(names, critical=False).sign(key, hashes.SHA256()))


def test_records_are_put_together_as_they_fit_and_never_cut() -> None:
    def record(size: int) -> bytes:
        return b"\x16\xfe\xfd" + bytes(8) + size.to_bytes(2, "big") + bytes(size)

    records = [record(size) for size in (100, 500, 700, 1200, 10, 2000, 5)]
    datagrams = list(datagrams_of(b"".join(records), 1232))
    assert b"".join(datagrams) == b"".join(records)
    assert [len(datagram) for datagram in datagrams] == [113 + 513, 713, 1213, 23, 2013, 18]
    assert list(datagrams_of(b"")) == []
    assert list(datagrams_of(records[0][:50])) == [records[0][:50]], "what is no whole record is sent as it is"
