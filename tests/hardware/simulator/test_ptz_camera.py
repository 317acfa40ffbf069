"""The simulated camera keeps the port's promise: one report for every recall, whatever goes wrong."""

import asyncio

from console.events import CameraReported
from console.words import Reason
from hardware.cameras.port import CameraPort
from hardware.simulator.ptz_camera import CameraTemper, SimulatedPtzCamera

QUICK = CameraTemper(moving_seconds=0.02, deadline_seconds=0.06)


def camera(temper: CameraTemper = QUICK) -> tuple[SimulatedPtzCamera, list[CameraReported]]:
    told: list[CameraReported] = []
    return SimulatedPtzCamera("phòng họp", told.append, presets=("a", "b"), temper=temper), told


def ends(told: list[CameraReported]) -> list[tuple[str, Reason | None]]:
    return [(report.request_id, report.reason) for report in told]


async def test_a_recall_arrives_after_its_moving_time() -> None:
    ptz, told = camera()
    port: CameraPort = ptz
    port.recall("1", "b")
    assert (ptz.moving, told) == (True, [])
    await asyncio.sleep(0.05)
    assert told == [CameraReported(request_id="1", arrived=True)]
    assert (ptz.moving, ptz.position) == (False, "b")


async def test_an_unknown_preset_is_refused_and_disturbs_no_move() -> None:
    ptz, told = camera()
    ptz.recall("1", "b")
    ptz.recall("2", "z")
    await asyncio.sleep(0.05)
    assert ends(told) == [("2", Reason.UNKNOWN_PRESET), ("1", None)]


async def test_the_newest_recall_wins() -> None:
    ptz, told = camera()
    ptz.recall("1", "b")
    ptz.recall("2", "a")
    await asyncio.sleep(0.05)
    assert ends(told) == [("1", Reason.SUPERSEDED), ("2", None)]
    assert ptz.position == "a"


async def test_a_camera_that_never_completes_is_reported_at_the_deadline() -> None:
    ptz, told = camera(CameraTemper(completes=False, deadline_seconds=0.03))
    ptz.recall("1", "b")
    await asyncio.sleep(0.06)
    assert ends(told) == [("1", Reason.TIMEOUT)]


async def test_a_failing_camera_says_so_at_once() -> None:
    ptz, told = camera(CameraTemper(fails=True))
    ptz.recall("1", "b")
    assert ends(told) == [("1", Reason.CAMERA_FAILED)]


async def test_closing_ends_what_is_under_way_once() -> None:
    ptz, told = camera()
    ptz.recall("1", "b")
    ptz.close()
    ptz.close()
    await asyncio.sleep(0.05)
    assert ends(told) == [("1", Reason.CAMERA_FAILED)]
