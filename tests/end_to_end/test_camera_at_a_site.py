"""A satellite's camera from the operator's seat: its speaker shown, its presets kept, no move that runs away.

Where the head points is asked of the camera itself, as a second controller would.
"""

import asyncio
import socket

import pytest

from console.cameras.camera_words import CameraLink, PresetRole
from console.commands import (
    BringToPodium,
    DeletePreset,
    DriveCamera,
    MarkPreset,
    RecallPreset,
    ReturnToPrevious,
    SavePreset,
    StopCamera,
)
from console.effects import Receipt
from console.entries import CommandEnded
from console.log_book.session_reading import read_session
from console.snapshot import CameraView
from console.words import MAIN_SITE, LinkState, Outcome, Reason
from hardware.simulator.cameras.room_camera import ROOM_PRESETS
from hardware.simulator.lines.line_model import LineConditions
from hardware.simulator.province_orders import SpoilLine
from tests.end_to_end.meeting import Folder, Meeting, eventually, operator, plan
from tests.end_to_end.test_camera_panel import head_points, stands_still

pytestmark = pytest.mark.timeout(120)

SITE, CAMERA, KEY = "s001", "hall", "camera/s001/hall"
LECTERN, CHAIR = (ROOM_PRESETS[name].rounded()[:2] for name in ("Bục phát biểu", "Bàn chủ tọa"))
DEAD_MAN_SECONDS = 1.0
"""After which a head stands still that nobody moves any more, whoever has died on the way."""
CUT_SECONDS, AGAIN_SECONDS, RECEIPT_SECONDS = 10.0, 0.2, 40.0


def free_port() -> int:
    with socket.socket(type=socket.SOCK_DGRAM) as udp:
        udp.bind(("127.0.0.1", 0))
        return int(udp.getsockname()[1])


def camera(meeting: Meeting) -> CameraView:
    view = meeting.state.views.get(KEY)
    return view if isinstance(view, CameraView) else CameraView(name="", link=CameraLink.CONNECTING)


def drive(hold_ms: int) -> DriveCamera:
    return DriveCamera(site=SITE, camera=CAMERA, pan=-60, hold_ms=hold_ms)


async def check_podium(meeting: Meeting, port: int) -> None:
    """The speaker is shown when the camera is there, and the next one while the main endpoint covers the move."""
    receipt = await meeting.do(BringToPodium(site=SITE))
    assert (receipt.outcome, receipt.reason) == (Outcome.DONE, None)
    assert head_points(port) == LECTERN, "arrived before it was shown"
    shut = await meeting.client.ask(RecallPreset(site=SITE, camera=CAMERA, preset="Bàn chủ tọa"))
    assert shut.reason is Reason.CAMERA_ON_AIR
    covered = RecallPreset(site=SITE, camera=CAMERA, preset="Bàn chủ tọa", cover=True)
    moving = asyncio.create_task(meeting.do(covered))
    await meeting.state.until("everybody sees the main endpoint", lambda: meeting.state.podium().slots == (MAIN_SITE,))
    assert (await moving).outcome is Outcome.DONE
    assert head_points(port) == CHAIR
    await meeting.state.until("the site is shown again", lambda: meeting.state.podium().slots == (SITE,))
    await meeting.do(ReturnToPrevious())
    await meeting.state.until("it is off air", lambda: not camera(meeting).on_air)


async def check_presets(meeting: Meeting, port: int) -> None:
    """A place is stored for the chair, protected, and found again."""
    await meeting.do(drive(300))
    await eventually("the head turned", lambda: head_points(port) != CHAIR)
    await meeting.do(StopCamera(site=SITE, camera=CAMERA))
    saved = SavePreset(site=SITE, camera=CAMERA, preset="Chủ tọa", role=PresetRole.CHAIR)
    assert (await meeting.do(saved)).outcome is Outcome.DONE
    place = head_points(port)
    await meeting.do(MarkPreset(site=SITE, camera=CAMERA, preset="Chủ tọa", protected=True, role=PresetRole.CHAIR))
    await meeting.state.until("it is protected", lambda: "Chủ tọa" in camera(meeting).protected)
    kept = await meeting.client.ask(DeletePreset(site=SITE, camera=CAMERA, preset="Chủ tọa"))
    assert kept.reason is Reason.PRESET_PROTECTED
    await meeting.do(RecallPreset(site=SITE, camera=CAMERA, preset="Toàn cảnh"))
    await meeting.do(RecallPreset(site=SITE, camera=CAMERA, preset="Chủ tọa"))
    assert head_points(port) == place


async def test_a_sites_speaker_is_shown_its_presets_are_kept_and_no_move_runs_away(folder: Folder) -> None:
    bridge = folder.start_bridge()
    port = free_port()
    plans = [plan(0), plan(1, podium_preset="Bục phát biểu", ptz_port=port)]
    async with operator(folder) as meeting:
        with folder.province(plans):
            await meeting.until_live([MAIN_SITE, SITE])
            await meeting.state.until("the camera is there", lambda: camera(meeting).link is CameraLink.READY)
            await check_podium(meeting, port)
            await check_presets(meeting, port)
            before = head_points(port)
            await meeting.do(drive(1000))
            bridge.kill()
            await eventually("the head turned", lambda: head_points(port) != before)
            await asyncio.sleep(DEAD_MAN_SECONDS)
            assert await stands_still(port), "the site's own program stops it"


async def hold_key(meeting: Meeting, held: asyncio.Event) -> None:
    """Asks for a move again and again, as the window does while a key is held; then stops, as with its release."""
    while held.is_set():
        await meeting.client.ask(drive(600))
        await asyncio.sleep(AGAIN_SECONDS)
    await meeting.client.ask(StopCamera(site=SITE, camera=CAMERA))


def ends_in_the_log(folder: Folder, receipt: Receipt) -> int:
    """Returns how often the log says that a command has ended."""
    (file,) = folder.data.sessions.glob("*.sqlite3")
    ended = (line.entry for line in read_session(file).lines if isinstance(line.entry, CommandEnded))
    return sum(entry.command_id == receipt.command_id for entry in ended)


async def test_ten_seconds_without_a_line_stop_a_held_move_and_nothing_moves_when_it_is_back(folder: Folder) -> None:
    folder.start_bridge()
    port, held = free_port(), asyncio.Event()
    held.set()
    async with operator(folder) as meeting:
        with folder.province(
            [plan(1, podium_preset="Bục phát biểu", ptz_port=port, line=LineConditions())]
        ) as province:
            await meeting.until_live([SITE])
            await meeting.state.until("the camera is there", lambda: camera(meeting).link is CameraLink.READY)
            before = head_points(port)
            holding = asyncio.create_task(hold_key(meeting, held))
            await eventually("the head turns", lambda: head_points(port) != before)
            province.order(SpoilLine(site=SITE, line=LineConditions(cut=True)))
            await asyncio.sleep(DEAD_MAN_SECONDS + AGAIN_SECONDS)
            place = head_points(port)
            held.clear()
            recalling = asyncio.create_task(
                meeting.client.ask(
                    RecallPreset(site=SITE, camera=CAMERA, preset="Bục phát biểu"), timeout_seconds=RECEIPT_SECONDS
                )
            )
            await meeting.state.until("the site is lost", lambda: meeting.link(SITE) is LinkState.LOST)
            assert head_points(port) == place, "its own program has stopped it, and nothing has come since"
            await asyncio.sleep(CUT_SECONDS - 3)
            province.order(SpoilLine(site=SITE))
            await meeting.until_live([SITE])
            receipt, _ = await asyncio.gather(recalling, holding)
            await asyncio.sleep(DEAD_MAN_SECONDS)
            assert head_points(port) == place, "what was asked during the cut is too late"
            assert receipt.outcome in (Outcome.FAILED, Outcome.REFUSED)
            assert ends_in_the_log(folder, receipt) == 1
            arrived = await meeting.do(RecallPreset(site=SITE, camera=CAMERA, preset="Bàn chủ tọa"))
            assert (arrived.outcome, head_points(port)) == (Outcome.DONE, CHAIR)
