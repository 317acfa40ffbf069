"""A driver and a simulated camera with real sockets between them, and what the driver told."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from console.cameras.camera_facts import CameraFacts
from console.cameras.camera_profile import CameraProfile, Framing
from console.cameras.camera_words import CameraLink
from console.events import CameraReported
from console.words import Reason
from hardware.cameras.port import TakePicture
from hardware.cameras.preset_camera import PresetCamera, no_picture
from hardware.simulator.cameras.ptz_head import Place, PtzHead
from hardware.simulator.cameras.visca_camera import ViscaCamera
from hardware.simulator.cameras.visca_server import ViscaServer
from hardware.simulator.cameras.visca_temper import ViscaTemper

LEFT, RIGHT = Place(-400, 100, 2000), Place(500, -50, 6000)


class Stand:
    """One camera behind its port, and the simulated head that it moves."""

    def __init__(self, server: ViscaServer) -> None:
        self.server = server
        self.told: list[CameraReported] = []
        self.facts: list[CameraFacts] = []
        self.port: PresetCamera

    @property
    def head(self) -> PtzHead:
        return self.server.camera.head

    @property
    def temper(self) -> ViscaTemper:
        return self.server.camera.temper

    def end_of(self, request_id: str) -> CameraReported | None:
        ends = [report for report in self.told if report.request_id == request_id]
        assert len(ends) <= 1, "a request ends once"
        return ends[0] if ends else None

    async def ended(self, request_id: str, seconds: float = 8.0) -> Reason | None:
        """Waits for the one end of a request; None is done."""
        await until(lambda: self.end_of(request_id) is not None, seconds)
        end = self.end_of(request_id)
        assert end is not None
        assert end.arrived == (end.reason is None)
        return end.reason

    async def ready(self) -> None:
        await until(lambda: self.port.facts().link is CameraLink.READY)
        # Everything that is asked at the beginning.
        await asyncio.sleep(0.05)


@asynccontextmanager
async def stand(
    folder: Path,
    framing: Framing = Framing.SONY_UDP,
    *,
    server: ViscaServer | None = None,
    temper: ViscaTemper | None = None,
    wait: bool = True,
    picture: TakePicture = no_picture,
    may_keep: Callable[[], bool] = lambda: True,
    last_slot: int = 15,
    move_seconds: float = 15.0,
    **quirks: Any,
) -> AsyncIterator[Stand]:
    """Runs a camera over this framing; it turns fast, and is closed at the end."""
    server = server or ViscaServer(ViscaCamera(PtzHead(brisk=8.0), temper))
    port = await open_door(server, framing)
    made = Stand(server)
    profile = CameraProfile(
        camera="main",
        host="127.0.0.1",
        port=port,
        framing=framing,
        last_slot=last_slot,
        move_seconds=move_seconds,
        **quirks,
    )
    made.port = PresetCamera(
        profile,
        folder,
        tell=made.told.append,
        tell_facts=made.facts.append,
        take_picture=picture,
        may_keep_pictures=may_keep,
    )
    made.port.open()
    try:
        if wait:
            await made.ready()
        yield made
    finally:
        made.port.close()
        server.close()
        await asyncio.sleep(0.02)


async def open_door(server: ViscaServer, framing: Framing) -> int:
    match framing:
        case Framing.SONY_UDP:
            return await server.open_sony()
        case Framing.RAW_UDP:
            return await server.open_raw_udp()
        case Framing.RAW_TCP:
            return await server.open_raw_tcp()
        case Framing.SONY_TCP:
            return await server.open_sony_tcp()
        case Framing.SERIAL:
            raise AssertionError("a serial line has no network port")


async def until(true: Callable[[], bool], seconds: float = 8.0) -> None:
    deadline = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < deadline, "did not come true in time"
        await asyncio.sleep(0.005)
