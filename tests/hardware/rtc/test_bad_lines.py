"""What a call does on a bad line: repairs, reports, follows a NAT, and ends when the line is dead.

The line is the shipped user-space relay; the bridge's port is replaced by the relay's in what the site is told.
"""

import asyncio
import contextlib
import itertools
import re
import sys
import time
from collections.abc import AsyncGenerator

import pytest

from hardware.rtc.peer import MediaSocket, PeerSettings
from hardware.simulator.lines.bad_line import BadLine, LineSettings
from hardware.simulator.lines.line_model import LineConditions
from tests.hardware.rtc.sides import CERTIFICATE, LOOPBACK, Call, LiveCamera, call, until


@contextlib.asynccontextmanager
async def call_over(
    up: LineConditions, down: LineConditions | None = None, *, consent_seconds: float = 20.0
) -> AsyncGenerator[tuple[Call, BadLine]]:
    """Makes a call through a relay; `up` is from the site to the bridge."""
    bridge_socket = MediaSocket(addresses=LOOPBACK)
    bridge_socket.bound_sockets()
    line = BadLine(LineSettings(listen=("127.0.0.1", 0), bridge=("127.0.0.1", bridge_socket.port), seed=7))
    _, relay_port = await line.start()

    def through_relay(name: str, sdp: str) -> str:
        if name == "answer":
            return sdp.replace(f" {bridge_socket.port} typ host", f" {relay_port} typ host")
        # The bridge must not find a way around the relay.
        return re.sub(r"a=candidate:.*\r\n", "", sdp)

    settings = PeerSettings(
        certificate=CERTIFICATE, media_socket=bridge_socket, consent_expires_seconds=consent_seconds
    )
    site_socket = MediaSocket(addresses=LOOPBACK)
    site = PeerSettings(certificate=CERTIFICATE, media_socket=site_socket, consent_expires_seconds=consent_seconds)
    try:
        async with call(site_settings=site, bridge_settings=settings, way=through_relay) as it:
            line.set_conditions(up=up, down=down or up)
            yield it, line
    finally:
        line.close()
        bridge_socket.close()
        site_socket.close()
        # The relay's transports close on the loop's next turns.
        await asyncio.sleep(0.02)


def longest_gap(arrivals: list[float]) -> float:
    return max(b - a for a, b in itertools.pairwise(arrivals))


async def test_two_percent_loss_never_freezes_the_picture_for_half_a_second() -> None:
    async with call_over(LineConditions(loss_percent=2, delay_ms=20)) as (it, _):
        camera = LiveCamera(it.site, it.site_side)
        await camera.run(8)
        await asyncio.sleep(0.5)
        counters = it.bridge.counters().video_in
        assert longest_gap([unit.arrived_seconds for unit in it.bridge_side.units]) < 0.5
        assert len(it.bridge_side.units) > 0.97 * camera.sent
        assert counters.repaired > 0
        assert counters.nacks > 0
        out = it.site.counters().video_out
        assert out.nacks > 0
        assert out.repaired > 0
        assert out.lost > 0


async def test_heavy_loss_asks_for_key_frames_and_shows_no_broken_picture() -> None:
    async with call_over(LineConditions(loss_percent=40), LineConditions(loss_percent=40)) as (it, _):
        camera = LiveCamera(it.site, it.site_side)
        await camera.run(6)
        await asyncio.sleep(0.3)
        times = [unit.rtp_time for unit in it.bridge_side.units]
        for previous, unit in itertools.pairwise(it.bridge_side.units):
            gap = (unit.rtp_time - previous.rtp_time) & 0xFFFFFFFF
            assert unit.key or gap == 90_000 // camera.rate, "a picture whose reference never came"
        assert len(times) > camera.sent / 6
        assert it.bridge.counters().video_in.plis > 0
        assert it.site_side.key_frames_wanted > 0


async def test_reordered_packets_are_put_right_without_a_word() -> None:
    async with call_over(LineConditions(jitter_ms=6, reorder_percent=10, delay_ms=10)) as (it, _):
        camera = LiveCamera(it.site, it.site_side)
        await camera.run(3)
        await asyncio.sleep(0.4)
        assert len(it.bridge_side.units) == camera.sent


async def test_duplicates_change_nothing() -> None:
    async with call_over(LineConditions(duplicate_percent=50)) as (it, _):
        camera = LiveCamera(it.site, it.site_side)
        for number in range(50):
            it.site.send_audio(bytes([0xF8, number]), number * 960, None)
        await camera.run(2)
        await asyncio.sleep(0.3)
        assert len(it.bridge_side.units) == camera.sent
        assert [packet.payload[1] for packet in it.bridge_side.packets] == list(range(50))


async def test_the_sender_learns_the_loss_and_the_round_trip() -> None:
    line = LineConditions(loss_percent=10, delay_ms=40)
    async with call_over(line) as (it, _):
        await LiveCamera(it.site, it.site_side).run(5)
        out = it.site.counters()
        assert out.video_out.loss_fraction is not None
        assert 0 < out.video_out.lost < 0.4 * out.video_out.packets
        assert out.round_trip_ms is not None
        assert 75 < out.round_trip_ms < 140


@pytest.mark.parametrize("address", [None, "127.0.0.2"], ids=["new port", "new address"])
async def test_a_site_whose_nat_gives_it_a_new_port_is_followed(address: str | None) -> None:
    if address is not None and sys.platform not in {"linux", "win32"}:
        pytest.skip("this system has one address of its own only")
    async with call_over(LineConditions()) as (it, line):
        camera = LiveCamera(it.site, it.site_side)
        programme = LiveCamera(it.bridge, it.bridge_side)
        running = [asyncio.create_task(camera.run(7)), asyncio.create_task(programme.run(7))]
        await asyncio.sleep(1.5)
        before = it.bridge.remote_address
        line.rebind(address)
        rebound = time.monotonic()
        await until(lambda: it.bridge.remote_address != before, 5)
        await until(lambda: it.site_side.units[-1].arrived_seconds > rebound + 0.1, 5)
        assert time.monotonic() - rebound < 2.5
        await asyncio.gather(*running)
        assert address is None or (it.bridge.remote_address or "").startswith(address)
        assert it.bridge_side.units[-1].arrived_seconds > rebound + 3
        assert it.site_side.ended == it.bridge_side.ended == []


async def test_a_short_cut_is_survived_and_a_long_one_ends_the_call() -> None:
    dead = LineConditions(loss_percent=100)
    async with call_over(LineConditions(), consent_seconds=4) as (it, line):
        line.set_conditions(up=dead, down=dead)
        await asyncio.sleep(2)
        line.set_conditions(up=LineConditions(), down=LineConditions())
        camera = LiveCamera(it.site, it.site_side)
        await camera.run(0.5)
        await until(lambda: it.bridge_side.units)
        assert it.bridge_side.ended == []
        line.set_conditions(up=dead, down=dead)
        await until(lambda: it.bridge_side.ended and it.site_side.ended, 10)
        assert "dead" in it.bridge_side.ended[0]


async def test_control_messages_survive_loss_in_order() -> None:
    async with call_over(LineConditions(loss_percent=10, delay_ms=10)) as (it, _):
        await until(lambda: it.site.has_control and it.bridge.has_control, 15)
        for number in range(60):
            assert it.bridge.send_control(str(number))
            await asyncio.sleep(0.02)
        await until(lambda: len(it.site_side.texts) == 60, 15)
        assert it.site_side.texts == [str(number) for number in range(60)]
