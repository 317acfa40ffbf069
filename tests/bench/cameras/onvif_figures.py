"""ONVIF cameras: T4, T6, T8, T9, T10 and T13 at the driver, against the simulated camera over real HTTP.

Rules: T8 is taken first here: it loads the client library, as the first ONVIF camera of a meeting does; where another
part has loaded it before, the gap is that of the cameras' set-up alone. On a machine where a thread that only counts
holds the loop up as long, T8 says nothing and is marked so.
"""

import asyncio
import sys
import tempfile
import time
from collections.abc import AsyncGenerator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from console.cameras.camera_facts import CameraFacts
from console.cameras.camera_profile import CameraKind, CameraProfile
from console.cameras.camera_wishes import CameraWish, Drive, Save, Stop
from console.cameras.camera_words import CameraLink
from console.events import CameraReported
from console.words import Reason
from hardware.cameras.camera_passwords import keep_password
from hardware.cameras.onvif import onvif_driver
from hardware.cameras.onvif.client_library import SHORT_TURN_SECONDS
from hardware.cameras.preset_camera import PresetCamera
from hardware.simulator.cameras.onvif_camera import OnvifCamera
from hardware.simulator.cameras.onvif_server import OnvifServer
from hardware.simulator.cameras.onvif_temper import OnvifTemper
from hardware.simulator.cameras.ptz_head import Place, PtzHead
from tests.bench.cameras.recall_figures import counted, timed
from tests.bench.figures import Figure
from tests.bench.live_meeting import BenchFailed

assert onvif_driver, "loaded before anything is measured, as the bridge does with its first such camera"
LEFT, RIGHT = Place(-1224, 324, 8192), Place(612, -324, 4096)
NEAR_STEPS, NEAR_ZOOM = 40, 200
READY_SECONDS, END_SECONDS = 30.0, 25.0
LOOK_SECONDS = 0.002
CAMERAS = 4
FAST = 100
LONGEST_GAP_MS = 50.0
COUNT_SECONDS = 2.0


@dataclass(slots=True)
class OnvifLane:
    """One simulated camera and the product's camera port in front of it."""

    server: OnvifServer
    told: dict[str, CameraReported] = field(default_factory=dict[str, CameraReported])
    twice: int = 0
    port: PresetCamera = field(init=False)
    numbers: "count[int]" = field(default_factory=lambda: count(1))

    @property
    def camera(self) -> OnvifCamera:
        return self.server.camera

    def take(self, report: CameraReported) -> None:
        self.twice += report.request_id in self.told
        self.told[report.request_id] = report

    def ask(self, wish: CameraWish) -> str:
        request_id = f"r{next(self.numbers)}"
        self.port.ask(request_id, wish)
        return request_id

    def recall(self, preset: str) -> str:
        request_id = f"r{next(self.numbers)}"
        self.port.recall(request_id, preset)
        return request_id

    async def end(self, request_id: str) -> Reason | None:
        await until(lambda: request_id in self.told, END_SECONDS)
        return self.told[request_id].reason

    async def save(self, name: str, place: Place) -> Reason | None:
        self.camera.head.place = place
        return await self.end(self.ask(Save(preset=name)))

    async def ready(self, seconds: float = READY_SECONDS) -> None:
        await until(lambda: self.port.facts().link is CameraLink.READY, seconds)

    def at(self, place: Place) -> bool:
        """Returns whether the head really stands there."""
        self.camera.advance(time.monotonic())
        here = self.camera.head.place
        turned = max(abs(here.pan - place.pan), abs(here.tilt - place.tilt))
        return not self.camera.head.moving and turned < NEAR_STEPS and abs(here.zoom - place.zoom) < NEAR_ZOOM


async def until(true: Callable[[], bool], seconds: float) -> None:
    deadline = time.monotonic() + seconds
    while not true():
        if time.monotonic() > deadline:
            raise BenchFailed("an ONVIF camera did not do in time what it had to")
        await asyncio.sleep(LOOK_SECONDS)


@asynccontextmanager
async def onvif_lane(
    temper: OnvifTemper | None = None, *, brisk: float = 8.0, wait: bool = True
) -> AsyncGenerator[OnvifLane]:
    """Runs one camera and its port."""
    made = OnvifLane(OnvifServer(OnvifCamera(PtzHead(brisk=brisk), temper or OnvifTemper())))
    wire = await made.server.open()
    with tempfile.TemporaryDirectory(prefix="diem-cau-bench-onvif-") as folder:
        await asyncio.to_thread(keep_password, Path(folder), "hall", made.camera.password)
        profile = CameraProfile(camera="hall", kind=CameraKind.ONVIF, host="127.0.0.1", port=wire, user="admin")
        made.port = PresetCamera(profile, Path(folder), tell=made.take, tell_facts=_unheard)
        made.port.open()
        try:
            if wait:
                await made.ready()
            yield made
        finally:
            made.port.close()
            await made.server.close()
            await asyncio.sleep(0.1)


def _unheard(facts: CameraFacts) -> None:
    """What is known of a camera is asked for here, not told."""


# ---------------------------------------------------------------- T8


async def set_up_beside_a_loop(cameras: int = CAMERAS) -> list[Figure]:
    """Sets cameras up in their own thread while a loop of ours ticks as a window's does."""
    counting = await _beside_a_counter()
    gaps: list[float] = []
    ticking = asyncio.create_task(_tick(gaps))
    began = time.monotonic()
    try:
        async with AsyncExitStack() as stack:
            lanes = [await stack.enter_async_context(onvif_lane(wait=False)) for _ in range(cameras)]
            await asyncio.gather(*(made.ready() for made in lanes))
            took_ms = (time.monotonic() - began) * 1000
    finally:
        ticking.cancel()
    how = (
        f"a loop that wakes every 5 ms, in the process in which {cameras} ONVIF cameras are set up, library loaded anew"
    )
    return [
        Figure(
            name="T8 loop's longest gap while ONVIF is set up",
            unit="ms",
            measured=max(gaps),
            must=LONGEST_GAP_MS,
            noisy=counting > LONGEST_GAP_MS,
            how=how,
        ),
        Figure(name="… beside a thread that only counts", unit="ms", measured=counting),
        Figure(name=f"… all {cameras} of them ready after", unit="ms", measured=took_ms),
    ]


async def _beside_a_counter() -> float:
    """Returns the loop's longest gap beside a thread that does nothing but count: what this machine's threads cost."""
    gaps: list[float] = []
    ticking = asyncio.create_task(_tick(gaps))
    turn_seconds = sys.getswitchinterval()
    sys.setswitchinterval(SHORT_TURN_SECONDS)
    try:
        await asyncio.to_thread(_count)
    finally:
        sys.setswitchinterval(turn_seconds)
        ticking.cancel()
    return max(gaps)


def _count() -> None:
    end, number = time.monotonic() + COUNT_SECONDS, 0
    while time.monotonic() < end:
        number += 1


async def _tick(gaps: list[float]) -> None:
    last = time.monotonic()
    while True:
        await asyncio.sleep(0.005)
        now = time.monotonic()
        gaps.append((now - last - 0.005) * 1000)
        last = now


# ---------------------------------------------------------------- T4


async def gone(repetitions: int) -> list[Figure]:
    """A camera that takes connections and answers nothing any more."""
    times: list[float] = []
    false = late = 0
    for _ in range(repetitions):
        async with onvif_lane() as made:
            await made.save("a", LEFT)
            made.camera.head.place = RIGHT
            made.camera.temper.silent = True
            began = time.monotonic()
            false += await made.end(made.recall("a")) is None
            times.append((time.monotonic() - began) * 1000)
            made.camera.temper.silent = False
            await made.ready()
            late += not made.at(RIGHT)
    return [
        timed("T4 ONVIF: failure told, longest", times, share=1.0, must=3500.0, how="a camera that answers nothing"),
        counted("T4 ONVIF: false success, or moved when it was back", false + late, repetitions, ""),
    ]


# ---------------------------------------------------------------- T6


async def truth(repetitions: int) -> list[Figure]:
    """Recalls at cameras that say yes to every token, move for ever, tell neither place nor status."""
    tempers = (
        OnvifTemper(unknown_token_succeeds=True, has_absolute=False),
        OnvifTemper(unknown_token_succeeds=True, has_absolute=False, moving_for_ever=True),
        OnvifTemper(unknown_token_succeeds=True, tells_position=False, tells_move_status=False),
    )
    false = asked = twice = 0
    for temper in tempers:
        async with onvif_lane(temper) as made:
            await made.save("a", LEFT)
            made.camera.restart()
            for _ in range(repetitions):
                made.camera.head.place = RIGHT
                false += await made.end(made.recall("a")) is None and not made.at(LEFT)
                asked += 1
            twice += made.twice
    how = "cameras that say yes to tokens they have lost, that move for ever, that tell nothing"
    return [
        counted("T6 ONVIF: told as arrived and was not", false, asked, how),
        counted("T6 ONVIF: requests that ended twice", twice, asked, how),
    ]


# ---------------------------------------------------------------- T9


async def by_hand(rounds: int) -> list[Figure]:
    """A key is let go; a key's program dies; the line is cut while the head turns."""
    stops: list[float] = []
    async with onvif_lane(brisk=0.3) as made:
        for number in range(rounds):
            way = FAST if number % 2 else -FAST
            made.ask(Drive(pan=way, tilt=0, zoom=0, hold_ms=1000))
            await until(lambda: made.camera.head.moving, END_SECONDS)
            let_go = time.monotonic()
            made.ask(Stop())
            await until(lambda: not made.camera.head.moving, END_SECONDS)
            stops.append((time.monotonic() - let_go) * 1000)
        silent_ms = await _cut_off(made)
    return [
        timed("T9 ONVIF: stop after release, p95", stops, share=0.95, must=100.0, how="Stop asked to the head at rest"),
        Figure(
            name="T9 ONVIF: head at rest after the line is cut",
            unit="ms",
            measured=silent_ms,
            must=1050.0,
            how="the camera's own timeout of one second, from its last move",
        ),
    ]


async def _cut_off(made: OnvifLane) -> float:
    made.ask(Drive(pan=FAST, tilt=0, zoom=0, hold_ms=1000))
    await until(lambda: made.camera.head.moving, END_SECONDS)
    began = time.monotonic()
    made.camera.temper.silent = True

    def rests() -> bool:
        made.camera.advance(time.monotonic())
        return not made.camera.head.moving

    await until(rests, END_SECONDS)
    return (time.monotonic() - began) * 1000


# ---------------------------------------------------------------- T10


async def come_back() -> list[Figure]:
    """A camera without power for a while."""
    async with onvif_lane() as made:
        await made.server.close()
        await until(lambda: made.port.facts().link is not CameraLink.READY, END_SECONDS)
        await made.server.open(made.server.port)
        began = time.monotonic()
        await made.ready()
        took_ms = (time.monotonic() - began) * 1000
    return [Figure(name="T10 ONVIF: in use again after it is back", unit="ms", measured=took_ms, must=5000.0)]


# ---------------------------------------------------------------- T13


async def without_memory(repetitions: int) -> list[Figure]:
    """An ONVIF camera that has no presets: all by absolute position."""
    failed = 0
    async with onvif_lane(OnvifTemper(has_memory=False)) as made:
        failed += await made.save("a", LEFT) is not None
        failed += await made.save("b", RIGHT) is not None
        for number in range(repetitions):
            name, place = (("a", LEFT), ("b", RIGHT))[number % 2]
            failed += await made.end(made.recall(name)) is not None or not made.at(place)
        sent = sum(operation in ("SetPreset", "GotoPreset") for operation in made.camera.heard)
    how = "saved and recalled by GetStatus and AbsoluteMove"
    return [
        counted("T13 ONVIF without memory: failed", failed, repetitions + 2, how),
        counted("T13 ONVIF without memory: preset requests sent", sent, repetitions + 2, how),
    ]


async def onvif_figures(repetitions: int) -> list[Figure]:
    """Returns all of them, in the order that T8 asks for."""
    return [
        *await set_up_beside_a_loop(),
        *await gone(max(1, repetitions // 4)),
        *await truth(max(1, repetitions // 3)),
        *await by_hand(repetitions),
        *await come_back(),
        *await without_memory(repetitions),
    ]
