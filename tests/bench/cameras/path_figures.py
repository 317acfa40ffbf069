"""T1, and T8 and T9 of the whole product: from a key in the window to the camera's first octet and the head at rest.

Rule: the clock starts before the key is given to the X server and ends in the simulated camera, both in this process.
"""

import asyncio
import os
import signal
import sys
import time

from console.commands import DriveCamera, PutOnDeck, StartSession
from console.words import MAIN_SITE, Outcome, SessionKind
from hardware.simulator.cameras.onvif_temper import OnvifTemper
from tests.bench.cameras.lane import until
from tests.bench.cameras.picture_figures import onvif
from tests.bench.cameras.whole_way import HeardCamera, WholeWay, whole_way
from tests.bench.figures import Figure, wall_figure
from tests.bench.live_meeting import BenchFailed
from tests.bench.measure import Sample

KEYS = (0x31, 0x32, 0x33)
RIGHT, CONTROL = 0xFF53, 0x4
PAUSE_SECONDS = 0.3
SEEN_SECONDS = 5.0
HOLD_MS = 600
AGAIN_SECONDS = 0.2
ON_DECK_SECONDS = 2.0
WARMING = 5
"""Recalls before the measured ones: a window that was just opened has yet to paint all of it once."""


async def from_key_to_head(repetitions: int, sites: int, patience_seconds: float) -> list[Figure]:
    """Recalls and moves by hand with the keys, here and at a satellite; then the window and the bridge die."""
    async with whole_way(sites, patience_seconds) as way:
        load = f"{sites} sites' pictures in the window"
        await _recalls(way, way.main, WARMING)
        here = await _recalls(way, way.main, repetitions)
        stopped = await _stops(way, way.main, max(3, repetitions // 5))
        there, stopped_there, gap, window_died, bridge_died = await _at_the_satellite(way, repetitions)
    how = f"key given to the X server to the first octet of the recall at the simulated camera, {load}"
    rest = "key up to the simulated head at rest"
    ticks = way.meter.ticks

    def figure(name: str, samples: list[Sample], share: float, must: float, how: str) -> Figure:
        return wall_figure(name, samples, ticks, share=share, must=must, how=how)

    return [
        figure("T1 key to first octet, main room, p95", here, 0.95, 15.0, how),
        figure("T1 key to first octet, main room, p99", here, 0.99, 30.0, how),
        wall_figure("… median", here, ticks, share=0.5, how=how),
        figure("T1 key to first octet, at a satellite, p95", there, 0.95, 30.0, how),
        wall_figure("… median", there, ticks, share=0.5, how=how),
        figure("T8 window's longest gap while an ONVIF camera is set up", gap, 1.0, 50.0, "its own beats"),
        figure("T9 key up to head at rest, main room, worst", stopped, 1.0, 100.0, rest),
        figure("T9 key up to head at rest, at a satellite, worst", stopped_there, 1.0, 100.0, rest),
        figure("T9 the window dies with a key held: head at rest", window_died, 1.0, 1000.0, "SIGKILL"),
        figure("T9 the bridge dies: satellite's head at rest", bridge_died, 1.0, 1000.0, "SIGKILL"),
    ]


async def _at_the_satellite(way: WholeWay, repetitions: int) -> tuple[list[Sample], ...]:
    """Measures the satellite's camera; what comes after a step that broke off stays empty: not measured."""
    found: list[list[Sample]] = [[], [], [], [], []]
    try:
        await _choose_the_satellite(way)
        await _recalls(way, way.there, WARMING)
        found[0] = await _recalls(way, way.there, repetitions)
        found[1] = await _stops(way, way.there, max(3, repetitions // 5))
        found[2] = await _window_gap_beside_onvif(way)
        found[3] = await _window_dies(way)
        found[4] = await _bridge_dies(way)
    except BenchFailed as error:
        sys.stderr.write(f"The satellite's part broke off: {error}\n")
    return tuple(found)


async def _choose_the_satellite(way: WholeWay) -> None:
    """Puts the satellite on deck, whose camera the panel offers then, and chooses it with the keys."""
    for command in (StartSession(kind=SessionKind.TEST, title="bench"), PutOnDeck(site=way.site)):
        receipt = await way.client.ask(command)
        if receipt.outcome is not Outcome.DONE:
            raise BenchFailed(f"{command} ended as {receipt.outcome} ({receipt.reason})")
    await asyncio.sleep(ON_DECK_SECONDS)
    way.display.press_key(way.window, RIGHT, CONTROL)
    await asyncio.sleep(ON_DECK_SECONDS)


async def _recalls(way: WholeWay, camera: HeardCamera, repetitions: int) -> list[Sample]:
    times: list[Sample] = []
    for number in range(repetitions):
        await way.calm()
        pressed = time.monotonic()
        way.display.press_key(way.window, KEYS[number % len(KEYS)])
        try:
            await until(lambda pressed=pressed: camera.first_recall_after(pressed) is not None, SEEN_SECONDS)
        except BenchFailed as error:
            text = f"key {number + 1} of {repetitions} brought no recall to {camera.name}"
            raise BenchFailed(f"{text}; the console says: {_failure(way, camera)}") from error
        first = camera.first_recall_after(pressed)
        assert first is not None
        times.append(Sample((first - pressed) * 1000, pressed, first))
        await asyncio.sleep(PAUSE_SECONDS)
    return times


def _failure(way: WholeWay, camera: HeardCamera) -> str:
    """Returns what the console tells its operator of a camera that did not move, as `too_late` on a stalled machine."""
    view = way.camera("main" if camera is way.main else f"{way.site}/{camera.name}")
    return "nothing" if view is None or view.failure is None else view.failure.value


async def _stops(way: WholeWay, camera: HeardCamera, repetitions: int) -> list[Sample]:
    times: list[Sample] = []
    camera.server.camera.head.brisk = 0.3
    for _ in range(repetitions):
        await _hold(way, camera)
        released = time.monotonic()
        way.display.release_key(way.window, RIGHT)
        await until(lambda: not camera.moving, SEEN_SECONDS)
        times.append(_since(released))
        await asyncio.sleep(PAUSE_SECONDS)
    return times


async def _hold(way: WholeWay, camera: HeardCamera) -> None:
    await until(lambda: not camera.moving, SEEN_SECONDS)
    camera.server.camera.head.place = type(camera.server.camera.head.place)(-500, 0, 0)
    way.display.hold_key(way.window, RIGHT)
    await until(lambda: camera.moving, SEEN_SECONDS)


async def _window_gap_beside_onvif(way: WholeWay) -> list[Sample]:
    """Returns how late the window's beats came while an ONVIF client was set up beside it, as the bridge does."""
    began = time.monotonic()
    async with onvif(OnvifTemper()):
        await asyncio.sleep(1.0)
    late = way.probe.stall_ms(1.0, began, time.monotonic())
    return [] if late is None else [Sample(late, began, time.monotonic())]


async def _window_dies(way: WholeWay) -> list[Sample]:
    assert way.product.window is not None
    await _hold(way, way.there)
    os.kill(way.product.window.pid, signal.SIGKILL)
    return [await _until_rest(way.there)]


async def _bridge_dies(way: WholeWay) -> list[Sample]:
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


async def _until_rest(camera: HeardCamera) -> Sample:
    began = time.monotonic()
    await until(lambda: not camera.moving, SEEN_SECONDS)
    return _since(began)


def _since(began: float) -> Sample:
    now = time.monotonic()
    return Sample((now - began) * 1000, began, now)
