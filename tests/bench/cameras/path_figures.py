"""T1, and T8 and T9 of the whole product: from a key in the window to the camera's first octet and the head at rest.

Rule: the clock starts before the key is given to the X server and ends in the simulated camera, both in this process.
"""

import asyncio
import os
import signal
import time

from console.commands import DriveCamera
from console.words import MAIN_SITE
from hardware.simulator.cameras.onvif_temper import OnvifTemper
from tests.bench.cameras.lane import until
from tests.bench.cameras.picture_figures import onvif
from tests.bench.cameras.recall_figures import timed
from tests.bench.cameras.whole_way import HeardCamera, WholeWay, whole_way
from tests.bench.figures import Figure

KEYS = (0x31, 0x32, 0x33)
RIGHT, CONTROL = 0xFF53, 0x4
PAUSE_SECONDS = 0.3
SEEN_SECONDS = 5.0
HOLD_MS = 600
AGAIN_SECONDS = 0.2


async def from_key_to_head(repetitions: int, sites: int) -> list[Figure]:
    """Recalls and moves by hand with the keys, here and at a satellite; then the window and the bridge die."""
    async with whole_way(sites) as way:
        load = f"{sites} sites' pictures in the window"
        here = await _recalls(way, way.main, repetitions)
        stopped = await _stops(way, way.main, max(3, repetitions // 5))
        way.display.press_key(way.window, RIGHT, CONTROL)
        await asyncio.sleep(1.0)
        there = await _recalls(way, way.there, repetitions)
        stopped_there = await _stops(way, way.there, max(3, repetitions // 5))
        gap = await _window_gap_beside_onvif(way)
        window_died = await _window_dies(way)
        bridge_died = await _bridge_dies(way)
    how = f"key given to the X server to the first octet of the recall at the simulated camera, {load}"
    rest = "key up to the simulated head at rest"
    return [
        timed("T1 key to first octet, main room, p95", here, share=0.95, must=15.0, how=how),
        timed("T1 key to first octet, main room, p99", here, share=0.99, must=30.0, how=how),
        timed("T1 key to first octet, at a satellite, p95", there, share=0.95, must=30.0, how=how),
        timed(
            "T8 window's longest gap while an ONVIF camera is set up", gap, share=1.0, must=50.0, how="its own beats"
        ),
        timed("T9 key up to head at rest, main room, worst", stopped, share=1.0, must=100.0, how=rest),
        timed("T9 key up to head at rest, at a satellite, worst", stopped_there, share=1.0, must=100.0, how=rest),
        timed("T9 the window dies with a key held: head at rest", window_died, share=1.0, must=1000.0, how="SIGKILL"),
        timed("T9 the bridge dies: satellite's head at rest", bridge_died, share=1.0, must=1000.0, how="SIGKILL"),
    ]


async def _recalls(way: WholeWay, camera: HeardCamera, repetitions: int) -> list[float]:
    times: list[float] = []
    for number in range(repetitions):
        pressed = time.monotonic()
        way.display.press_key(way.window, KEYS[number % len(KEYS)])
        await until(lambda pressed=pressed: camera.first_recall_after(pressed) is not None, SEEN_SECONDS)
        first = camera.first_recall_after(pressed)
        assert first is not None
        times.append((first - pressed) * 1000)
        await asyncio.sleep(PAUSE_SECONDS)
    return times


async def _stops(way: WholeWay, camera: HeardCamera, repetitions: int) -> list[float]:
    times: list[float] = []
    camera.server.camera.head.brisk = 0.3
    for _ in range(repetitions):
        await _hold(way, camera)
        released = time.monotonic()
        way.display.release_key(way.window, RIGHT)
        await until(lambda: not camera.moving, SEEN_SECONDS)
        times.append((time.monotonic() - released) * 1000)
        await asyncio.sleep(PAUSE_SECONDS)
    return times


async def _hold(way: WholeWay, camera: HeardCamera) -> None:
    await until(lambda: not camera.moving, SEEN_SECONDS)
    camera.server.camera.head.place = type(camera.server.camera.head.place)(-500, 0, 0)
    way.display.hold_key(way.window, RIGHT)
    await until(lambda: camera.moving, SEEN_SECONDS)


async def _window_gap_beside_onvif(way: WholeWay) -> list[float]:
    """Returns how late the window's beats came while an ONVIF client was set up beside it, as the bridge does."""
    began = time.monotonic()
    async with onvif(OnvifTemper()):
        await asyncio.sleep(1.0)
    late = way.probe.stall_ms(1.0, began, time.monotonic())
    return [] if late is None else [late]


async def _window_dies(way: WholeWay) -> list[float]:
    way.display.press_key(way.window, RIGHT, CONTROL)
    await asyncio.sleep(1.0)
    assert way.product.window is not None
    await _hold(way, way.there if way.there.moving else way.main)
    os.kill(way.product.window.pid, signal.SIGKILL)
    return [await _until_rest(way.main)]


async def _bridge_dies(way: WholeWay) -> list[float]:
    """Drives the satellite's camera over the link, and kills the bridge in between."""
    assert way.product.bridge is not None
    drive = DriveCamera(site=way.site, camera="hall", pan=50, hold_ms=HOLD_MS)
    assert way.site != MAIN_SITE
    for _ in range(5):
        await way.client.ask(drive)
        await asyncio.sleep(AGAIN_SECONDS)
    if not way.there.moving:
        return []
    os.kill(way.product.bridge.pid, signal.SIGKILL)
    return [await _until_rest(way.there)]


async def _until_rest(camera: HeardCamera) -> float:
    began = time.monotonic()
    await until(lambda: not camera.moving, SEEN_SECONDS)
    return (time.monotonic() - began) * 1000
