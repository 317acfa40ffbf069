"""Killed, frozen and orphaned workers of the embedded engine: it comes back by itself, silent until told."""

import asyncio
import contextlib
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

from console.engine_port import (
    AcceptOffer,
    ConnectionDown,
    ConnectionKind,
    EngineDown,
    EngineTrouble,
    EngineUp,
    OfferAnswered,
)
from console.words import MAIN_SITE
from hardware.engines.embedded.driver import EmbeddedEngine, EngineSettings
from tests.hardware.engines.conftest import FONTS, ROOT, RoomMaker, embedded_room, worker_command
from tests.hardware.engines.engine_room import EngineRoom, until
from tests.hardware.engines.small_site import SmallSite


async def test_a_killed_worker_comes_back_as_a_new_incarnation_with_closed_gates(make_embedded: RoomMaker) -> None:
    async with make_embedded() as room:
        main, one = SmallSite(MAIN_SITE), SmallSite("s001", hertz=700)
        await room.join(main, one)
        await room.gates("s001")
        await until(lambda: main.hears(700) > -25, what="sound")
        room.signal_worker()
        down = await room.report(EngineDown)
        assert down.incarnation == 1
        assert "signal 9" in down.text
        up = await room.report(EngineUp, lambda report: report.incarnation == 2)
        assert up.roster == ()
        again = SmallSite(MAIN_SITE), SmallSite("s001", hertz=700)
        await room.join(*again)
        await asyncio.sleep(0.5)
        assert again[0].hears_since(0.0) == 0
        await room.gates("s001")
        await until(lambda: again[0].hears(700) > -25, what="sound after the restart")


async def test_a_frozen_worker_is_replaced(make_embedded: RoomMaker) -> None:
    async with make_embedded() as room:
        room.signal_worker(which=signal.SIGSTOP)
        down = await room.report(EngineDown, seconds=6.0)
        assert "did not answer" in down.text
        await room.report(EngineUp, lambda report: report.incarnation == 2)


async def test_of_two_workers_the_living_one_keeps_its_sites(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    async with embedded_room(tmp_path, workers=2) as room:
        kept, lost = SmallSite("s001"), SmallSite("s002", hertz=700)
        await room.join(kept, lost)
        room.signal_worker(1)
        up = await room.report(EngineUp, lambda report: report.incarnation == 2)
        assert [row.site for row in up.roster] == ["s001"]
        assert not room.all(ConnectionDown)
        again = SmallSite("s002", hertz=700)
        await room.join(again)
        await room.gates("s002")
        await until(lambda: kept.hears(700) > -25, what="sound through the new doorway")


async def test_both_workers_come_back_when_the_mixing_one_dies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    async with embedded_room(tmp_path, workers=2) as room:
        first, second = SmallSite("s001"), SmallSite("s002", hertz=700)
        await room.join(first, second)
        room.signal_worker(0)
        up = await room.report(EngineUp, lambda report: report.incarnation == 2)
        assert [row.site for row in up.roster] == ["s002"]
        again = SmallSite("s001")
        await room.join(again)
        await room.gates("s002")
        await until(lambda: again.hears(700) > -25, what="sound of the site that never left")


async def test_an_offer_while_no_worker_lives_is_answered(make_embedded: RoomMaker) -> None:
    async with make_embedded() as room:
        room.signal_worker()
        await room.report(EngineDown)
        offer = AcceptOffer(request_id="r1", site="s001", connection="c1", kind=ConnectionKind.PROGRAM, offer_sdp="v=0")
        room.engine.submit(offer)
        answer = await room.report(OfferAnswered)
        assert answer.answer_sdp is None
        assert answer.error
        await room.report(EngineUp, lambda report: report.incarnation == 2)


def test_a_worker_that_loses_its_bridge_ends_within_a_second(tmp_path: Path) -> None:
    bridge = subprocess.Popen(
        [sys.executable, "-m", "tests.hardware.engines.bridge_that_dies", str(tmp_path)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert bridge.stdout is not None
    with bridge.stdout:
        worker = psutil.Process(int(bridge.stdout.readline()))
    bridge.kill()
    bridge.wait(2.0)
    deadline = time.monotonic() + 1.5
    while is_running(worker):
        assert time.monotonic() < deadline, "the worker lives on without a bridge"
        time.sleep(0.02)


def is_running(process: psutil.Process) -> bool:
    """Tells whether it still runs; one that has ended may not have been waited for."""
    try:
        return process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def test_a_worker_started_by_hand_says_that_it_has_nothing_to_do(tmp_path: Path) -> None:
    done = subprocess.run(
        worker_command(tmp_path), cwd=ROOT, input="", capture_output=True, text=True, timeout=20, check=False
    )
    assert done.returncode == 2
    assert "started by the bridge" in done.stderr


async def test_a_media_port_in_use_is_told_once_and_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    holders = hold_udp_port()
    port = holders[0].getsockname()[1]
    engine = EmbeddedEngine(
        EngineSettings(worker_command=worker_command(tmp_path), font_folder=FONTS, first_udp_port=port)
    )
    room = EngineRoom(engine)
    try:
        await engine.start()
        trouble = await room.report(EngineTrouble, seconds=20.0)
        assert str(port) in trouble.text
        assert "configure another media port" in trouble.text
        await asyncio.sleep(2.0)
        assert len(room.all(EngineTrouble)) == 1
        for holder in holders:
            holder.close()
        await room.up()
    finally:
        for holder in holders:
            holder.close()
        await engine.close()


def hold_udp_port() -> list[socket.socket]:
    """Takes one UDP port on every address of the machine."""
    four = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    four.bind(("0.0.0.0", 0))
    holders = [four]
    if socket.has_ipv6:
        with contextlib.suppress(OSError):
            six = socket.socket(socket.AF_INET6, socket.SOCK_DGRAM)
            holders.append(six)
            six.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
            six.bind(("::", four.getsockname()[1]))
    return holders
