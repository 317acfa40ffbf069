"""Cameras on a serial line, through a pseudo terminal: recalls on a full line, a plug that is pulled out, one way."""

import asyncio
import os
import tempfile
import time
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from pathlib import Path

from console.cameras.camera_profile import CameraProfile, Framing
from console.cameras.camera_words import CameraLink
from console.words import Reason
from hardware.simulator.cameras.ptz_head import PtzHead
from hardware.simulator.cameras.serial_cameras import SerialCameras
from hardware.simulator.cameras.visca_camera import ViscaCamera
from hardware.simulator.cameras.visca_server import ViscaServer
from tests.bench.cameras.lane import AT_ONCE, PLACES, SLOTS, Lane, until
from tests.bench.cameras.recall_figures import ANSWER_SECONDS, counted, timed
from tests.bench.figures import Figure

CAMERAS = 7
READY_SECONDS = 20.0


async def serial_lines(rounds: int) -> list[Figure]:
    """Measures seven cameras on one line; nothing where there are no pseudo terminals."""
    if os.name != "posix":
        return [Figure(name="serial lines: no pseudo terminals here", unit="ms", measured=None, must=3500.0)]
    accepted = await _seven(rounds)
    said, back, later = await _unplugged()
    unconfirmed = await _one_way(rounds)
    how = "RS-232 at 9600 baud as a pseudo terminal, seven cameras on the line, each recalled in every round"
    return [
        timed("serial, seven cameras at a time: recall accepted, p95", accepted, share=0.95, how=how),
        timed("T4 serial plug pulled out: failure said", [said], share=1.0, must=3500.0, how=how),
        counted("T4 serial: executed after the plug was back", later, 1, how),
        timed("T10 serial: usable again after the plug is back", [back], share=1.0, must=5000.0, how=how),
        counted("serial of one way: recalls not told as unconfirmed", unconfirmed, rounds, "no wire back"),
    ]


@asynccontextmanager
async def _line(cameras: int, *, one_way: bool = False) -> AsyncGenerator[tuple[SerialCameras, list[Lane]]]:
    servers = [ViscaServer(ViscaCamera(PtzHead(memories=dict(PLACES), brisk=AT_ONCE))) for _ in range(cameras)]
    with tempfile.TemporaryDirectory(prefix="diem-cau-bench-") as folder:
        line = SerialCameras([server.camera for server in servers], Path(folder) / "ttyCAM")
        line.one_way = one_way
        line.plug()
        lanes = [_lane(server, line, address) for address, server in enumerate(servers, 1)]
        try:
            wanted = CameraLink.SILENT if one_way else CameraLink.READY
            await until(lambda: all(made.driver.link is wanted for made in lanes), READY_SECONDS)
            await asyncio.sleep(1.0)
            yield line, lanes
        finally:
            for made in lanes:
                made.driver.close()
            await asyncio.sleep(1.0)
            line.close()


def _lane(server: ViscaServer, line: SerialCameras, address: int) -> Lane:
    profile = CameraProfile(camera="bench", framing=Framing.SERIAL, serial_port=str(line.name), serial_address=address)
    return Lane.driven(server, profile)


async def _seven(rounds: int) -> list[float]:
    times: list[float] = []
    async with _line(CAMERAS) as (_, lanes):
        for number in range(rounds):
            asked = [(made, made.recall(number % SLOTS)) for made in lanes]
            answers = await asyncio.gather(*(made.answer(request_id, ANSWER_SECONDS) for made, request_id in asked))
            times += [found for found in answers if found is not None]
            await asyncio.sleep(0.1)
    return times


async def _unplugged() -> tuple[float, float, int]:
    """Returns how long the failure took, how long the return took, and what was executed after it."""
    async with _line(1) as (line, (made,)):
        made.head.brisk = 0.05
        request_id = made.recall(15, PLACES[15])
        await made.answer(request_id, ANSWER_SECONDS)
        pulled = time.monotonic()
        line.unplug()
        await made.end(request_id, ANSWER_SECONDS)
        said = (time.monotonic() - pulled) * 1000
        refused = made.recall(3)
        await made.end(refused, ANSWER_SECONDS)
        await asyncio.sleep(1.0)
        back = time.monotonic()
        line.plug()
        await made.ready()
        took = (time.monotonic() - back) * 1000
        await asyncio.sleep(1.0)
        return said, took, len(made.head.recalls) - 1


async def _one_way(rounds: int) -> int:
    wrong = 0
    async with _line(1, one_way=True) as (_, (made,)):
        for number in range(rounds):
            wrong += await made.end(made.recall(number % SLOTS), ANSWER_SECONDS) is not Reason.CAMERA_UNCONFIRMED
    return wrong
