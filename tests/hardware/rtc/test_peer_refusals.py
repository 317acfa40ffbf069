"""What a connection refuses, and who cannot be reached: one sentence, and nothing left behind."""

import asyncio
import contextlib
import dataclasses

import pytest

from hardware.rtc.peer import MediaSocket, OfferRefused, Peer, PeerSettings, PortInUse
from tests.hardware.rtc.sides import CERTIFICATE, LOOPBACK, Side, until


async def test_who_cannot_be_reached_is_told_so_in_time() -> None:
    own = MediaSocket(addresses=LOOPBACK)
    side = Side()
    settings = PeerSettings(certificate=CERTIFICATE, media_socket=own, connect_seconds=0.5)
    site, offer = await Peer.offer(settings=settings, events=Side())
    bridge, _ = await Peer.answer(offer, settings=settings, events=side)
    await site.close()
    await until(lambda: side.ended, 5)
    assert len(side.ended) == 1
    assert "UDP" in side.ended[0]
    await bridge.close()
    own.close()


async def test_another_certificate_than_the_one_in_the_sdp_is_refused() -> None:
    def forged(name: str, sdp: str) -> str:
        if name == "offer":
            return sdp
        lines = [
            line for line in sdp.splitlines() if not line.startswith(("a=fingerprint:sha-3", "a=fingerprint:sha-5"))
        ]
        return (
            "\r\n".join(
                "a=fingerprint:sha-256 " + ":".join(["AB"] * 32) if line.startswith("a=fingerprint") else line
                for line in lines
            )
            + "\r\n"
        )

    own = MediaSocket(addresses=LOOPBACK)
    settings = PeerSettings(certificate=CERTIFICATE, media_socket=own)
    site_side = Side()
    site, offer = await Peer.offer(settings=dataclasses.replace(settings, media_socket=None), events=site_side)
    bridge, answer = await Peer.answer(offer, settings=settings, events=Side())
    await site.take_answer(forged("answer", answer))
    await until(lambda: site_side.ended)
    assert "certificate" in site_side.ended[0]
    assert site_side.connected_to is None
    await bridge.close()
    own.close()


@pytest.mark.parametrize(
    ("offer", "said"),
    [
        ("", "not an SDP offer"),
        ("hello", "not an SDP offer"),
        ("v=0\r\no=- 1 1 IN IP4 0.0.0.0\r\ns=-\r\nt=0 0\r\n", "no media section"),
        ("v=0\r\nm=application 9 UDP/DTLS/SCTP webrtc-datachannel\r\n", "neither an audio nor a video"),
        ("v=0\r\nm=audio 9 UDP/TLS/RTP/SAVPF 96\r\n", "ICE user name"),
        ("v=0\r\n" + "a" * 70_000, "larger than"),
    ],
)
async def test_a_bad_offer_is_refused_in_one_sentence(offer: str, said: str) -> None:
    own = MediaSocket(addresses=LOOPBACK)
    settings = PeerSettings(certificate=CERTIFICATE, media_socket=own)
    with pytest.raises(OfferRefused, match=said):
        await Peer.answer(offer, settings=settings, events=Side())
    own.close()


async def test_a_damaged_offer_leaves_nothing_behind() -> None:
    own = MediaSocket(addresses=LOOPBACK)
    settings = PeerSettings(certificate=CERTIFICATE, media_socket=own)
    site, offer = await Peer.offer(settings=settings, events=Side())
    before = asyncio.all_tasks()
    for number, line in enumerate(lines := offer.split("\r\n")):
        damaged = "\r\n".join([*lines[:number], line[: len(line) // 2] + "\x00?", *lines[number + 1 :]])
        # Any other exception than a refusal fails the test.
        with contextlib.suppress(OfferRefused):
            peer, _ = await Peer.answer(damaged, settings=settings, events=Side())
            await peer.close()
    await asyncio.sleep(0.05)
    assert asyncio.all_tasks() <= before
    await site.close()
    own.close()


async def test_a_taken_port_is_named() -> None:
    first = MediaSocket(addresses=LOOPBACK)
    first.bound_sockets()
    second = MediaSocket(first.port, addresses=LOOPBACK)
    with pytest.raises(PortInUse, match=str(first.port)):
        second.bound_sockets()
    first.close()
    second.close()
