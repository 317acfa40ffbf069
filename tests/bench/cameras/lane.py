"""One simulated camera, a way to it and the product's driver, and when every request was asked, answered and ended.

Rule: what the driver says is compared with what the camera's head has really done; a success that was none is kept.
"""

import asyncio
import time
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from console.cameras.camera_profile import CameraProfile, Framing
from console.cameras.camera_words import CameraLink, CameraStage
from console.words import Reason
from hardware.cameras.head import HeadEnd, Position, Target
from hardware.cameras.visca.visca_driver import ViscaDriver
from hardware.simulator.cameras.ptz_head import Place, PtzHead
from hardware.simulator.cameras.visca_camera import ViscaCamera
from hardware.simulator.cameras.visca_server import ViscaServer
from hardware.simulator.cameras.visca_temper import ViscaTemper
from tests.bench.cameras.lossy_way import LossyWay
from tests.bench.live_meeting import BenchFailed

SLOTS = 16
PLACES = {slot: Place(-600 + 80 * slot, 20 * slot, 500 * slot) for slot in range(SLOTS)}
READY_SECONDS = 15.0
AT_ONCE = 2000.0
"""A head so brisk that it is there within a step of the simulator."""
LOOK_SECONDS = 0.001
RECALL = b"\x01\x04\x3f\x02"


@dataclass(slots=True)
class Request:
    """One recall and what was told of it."""

    slot: int
    asked: float
    answered: float | None = None
    seen_moving: bool = False
    ended: float | None = None
    reason: Reason | None = None


@dataclass(slots=True)
class Lane:
    """One camera under measurement."""

    server: ViscaServer
    way: LossyWay | None
    requests: dict[str, Request] = field(default_factory=dict[str, Request])
    ended: set[str] = field(default_factory=set[str])
    false_ends: list[str] = field(default_factory=list[str])
    """Requests that were told as arrived while the head was elsewhere or moving."""
    driver: ViscaDriver = field(init=False)
    _newest: str = ""

    @classmethod
    def driven(cls, server: ViscaServer, profile: CameraProfile, way: LossyWay | None = None) -> "Lane":
        """Returns a camera whose driver begins to look for it."""
        made = cls(server, way)
        made.driver = ViscaDriver(profile, ended=made.take_end, changed=made.changed)
        made.driver.open()
        return made

    @property
    def head(self) -> PtzHead:
        return self.server.camera.head

    @property
    def recalls_on_the_wire(self) -> int:
        """Returns how many recalls the camera heard."""
        return sum(packet[1:5] == RECALL for packet in self.server.camera.heard)

    def recall(self, slot: int, place: Place | None = None) -> str:
        """Asks for a preset; `place` is what we keep of it."""
        request_id = f"{len(self.requests)}"
        self.requests[request_id] = Request(slot, time.monotonic())
        self._newest = request_id
        position = None if place is None else Position(*place.rounded())
        self.driver.recall(request_id, Target(slot, position))
        return request_id

    def changed(self) -> None:
        """Notes that the camera has answered, and that it was seen to move."""
        request, stage = self.requests.get(self._newest), self.driver.stage
        if request is None:
            return
        if stage in (CameraStage.ACCEPTED, CameraStage.MOVING) and request.answered is None:
            request.answered = time.monotonic()
        request.seen_moving = request.seen_moving or stage is CameraStage.MOVING

    def take_end(self, end: HeadEnd) -> None:
        """Notes the one end of a request."""
        if end.request_id in self.ended:
            raise BenchFailed(f"the request {end.request_id} ended twice")
        self.ended.add(end.request_id)
        request = self.requests.get(end.request_id)
        if request is None:
            return
        request.ended, request.reason = time.monotonic(), end.reason
        if end.reason is None:
            request.answered = request.answered or request.ended
            self.server.camera.tick(time.monotonic())
            if self.head.moving or self.head.place.rounded() != PLACES[request.slot].rounded():
                self.false_ends.append(end.request_id)

    async def answer(self, request_id: str, seconds: float) -> float | None:
        """Returns the milliseconds to the first answer, None when the request ended without one."""
        request = self.requests[request_id]
        await until(lambda: request.answered is not None or request.ended is not None, seconds)
        return None if request.answered is None else (request.answered - request.asked) * 1000

    async def end(self, request_id: str, seconds: float) -> Reason | None:
        """Returns why a request came to nothing, None when it arrived."""
        request = self.requests[request_id]
        await until(lambda: request.ended is not None, seconds)
        return request.reason

    async def ready(self) -> None:
        """Waits until the camera can be used."""
        await until(lambda: self.driver.link is CameraLink.READY, READY_SECONDS)


async def until(true: Callable[[], bool], seconds: float) -> None:
    """Waits until something is true; raises `BenchFailed`."""
    deadline = time.monotonic() + seconds
    while not true():
        if time.monotonic() > deadline:
            raise BenchFailed(f"what the camera bench waited for did not come within {seconds:g} s")
        await asyncio.sleep(LOOK_SECONDS)


@asynccontextmanager
async def lane(
    framing: Framing = Framing.SONY_UDP,
    *,
    temper: ViscaTemper | None = None,
    brisk: float = AT_ONCE,
    loss: float | None = None,
    seed: int = 1,
    **quirks: Any,
) -> AsyncGenerator[Lane]:
    """Gives a camera that is ready; with `loss` behind a bad network, which begins to lose once it is ready."""
    server = ViscaServer(ViscaCamera(PtzHead(memories=dict(PLACES), brisk=brisk), temper))
    doors = {
        Framing.SONY_UDP: server.open_sony,
        Framing.SONY_TCP: server.open_sony_tcp,
        Framing.RAW_UDP: server.open_raw_udp,
        Framing.RAW_TCP: server.open_raw_tcp,
    }
    port, way = await doors[framing](), None
    if loss is not None:
        way = LossyWay(("127.0.0.1", port), seed=seed)
        port = await way.open()
    profile = CameraProfile(camera="bench", host="127.0.0.1", port=port, framing=framing, **quirks)
    made = Lane.driven(server, profile, way)
    try:
        await made.ready()
        await asyncio.sleep(0.3)
        if way is not None and loss is not None:
            way.loss = loss
        yield made
    finally:
        made.driver.close()
        await asyncio.sleep(0.02)
        server.close()
        if way is not None:
            way.close()
