"""Cameras from the command line to the simulated head and back: presets with pictures, moves by hand, refusals."""

import asyncio
import json

import pytest

from console.cameras.camera_words import CameraLink
from console.commands import RecallPreset, StartSession
from console.snapshot import CameraView
from console.words import MAIN_SITE, Outcome, Reason, SessionKind
from hardware.processes.demo.demo_cameras import main_camera_port, prepare_cameras
from tests.end_to_end.meeting import Folder, operator, plan

pytestmark = pytest.mark.timeout(120)

SOI = b"\xff\xd8"
"""How a JPEG begins."""


async def do(folder: Folder, *words: str) -> dict[str, object]:
    """Gives one order on the command line and returns its receipt."""
    ended = await asyncio.to_thread(folder.run, "do", *words, "--person", "Lan")
    assert ended.stdout, ended.stderr
    return json.loads(ended.stdout)


async def done(folder: Folder, *words: str) -> None:
    assert (await do(folder, *words))["outcome"] == "done", words


async def test_a_preset_is_saved_with_its_picture_recalled_and_restored(folder: Folder) -> None:
    prepare_cameras(folder.data, "Tỉnh")
    folder.start_bridge()
    plans = [plan(0, ptz_port=main_camera_port(folder.data)), plan(1, podium_preset="Bục phát biểu")]
    async with operator(folder, session=False) as meeting:
        state = meeting.state

        def camera(key: str = "camera/main") -> CameraView:
            view = state.views.get(key)
            return view if isinstance(view, CameraView) else CameraView(name="", link=CameraLink.CONNECTING)

        with folder.province(plans):
            await meeting.until_live([MAIN_SITE, "s001"])
            await state.until("the camera is there", lambda: camera().link is CameraLink.READY)
            await done(folder, "preset", "recall", "0", "main", "Bàn chủ tọa")
            await done(folder, "camera", "drive", "0", "main", "--pan", "60", "--hold-ms", "400")
            await done(folder, "camera", "stop", "0", "main")
            await done(folder, "preset", "save", "0", "main", "Hàng ghế đầu")
            await state.until("the preset is shown", lambda: "Hàng ghế đầu" in camera().presets)
            picture = camera().saved[-1].picture
            assert picture is not None
            jpeg = (folder.data.presets / "pictures" / picture).read_bytes()
            assert jpeg.startswith(SOI)
            assert len(jpeg) < 40_000
            again = await do(folder, "preset", "save", "0", "main", "Hàng ghế đầu")
            assert (again["outcome"], again["reason"]) == ("refused", "preset_exists")
            await done(folder, "preset", "delete", "0", "main", "Hàng ghế đầu")
            await state.until("it can be restored", lambda: camera().deleted == ("Hàng ghế đầu",))
            await done(folder, "preset", "restore", "0", "main", "Hàng ghế đầu")

            hall = "camera/s001/hall"
            await state.until("the site's camera is there", lambda: camera(hall).link is CameraLink.READY)
            await done(folder, "preset", "recall", "1", "hall", "Toàn cảnh")
            await done(folder, "camera", "drive", "1", "hall", "--zoom", "50")

            await meeting.do(StartSession(kind=SessionKind.TEST))
            recall = RecallPreset(site=MAIN_SITE, camera="main", preset="Toàn cảnh")
            assert (await meeting.client.ask(recall)).reason is Reason.CAMERA_ON_AIR
        # The camera went with the room it stood in.
        await state.until("the camera is gone", lambda: camera().link is CameraLink.UNREACHABLE)
        lost = RecallPreset(site=MAIN_SITE, camera="main", preset="Toàn cảnh", override_on_air=True)
        receipt = await meeting.client.ask(lost)
        assert (receipt.outcome, receipt.reason) == (Outcome.FAILED, Reason.CAMERA_UNREACHABLE)


def test_a_bad_file_of_cameras_is_said_before_anything_runs(folder: Folder) -> None:
    folder.data.cameras_file.write_text('{"cameras": [{"camera": "main", "host": "h", "framing": "visca"}]}')
    ended = folder.run("bridge", "--https-port", "0", "--media-port", "0")
    assert ended.returncode == 2
    assert str(folder.data.cameras_file) in ended.stderr
    assert "framing" in ended.stderr
    assert "Traceback" not in ended.stderr
