"""Cameras from the command line to the simulated head and back: presets with pictures, moves by hand, refusals."""

import asyncio
import json
from collections.abc import Mapping

import pytest

from console.cameras.camera_words import CameraLink
from console.cameras.setup_facts import Change
from console.commands import RecallPreset, SavePreset, StartSession
from console.snapshot import CameraView
from console.words import MAIN_SITE, Outcome, Reason, SessionKind
from hardware.processes.cameras.camera_setup import CameraSetup
from hardware.processes.cameras.carrying import CameraCarrying
from hardware.processes.demo.demo_cameras import main_camera_port, prepare_cameras
from hardware.processes.window.office_desk import run_command
from hardware.simulator.cameras.ptz_head import PtzHead
from hardware.simulator.cameras.visca_camera import ViscaCamera
from hardware.simulator.cameras.visca_server import ViscaServer
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


async def test_a_camera_is_set_up_woken_and_taken_out_while_the_bridge_runs(folder: Folder) -> None:  # noqa: PLR0915 - one story
    first, second = (ViscaServer(ViscaCamera(PtzHead(brisk=8.0))) for _ in range(2))
    ports = [await first.open_raw_tcp(), await second.open_raw_tcp()]
    first.camera.on = False
    folder.start_bridge()
    setup, carrying = CameraSetup(folder.data), CameraCarrying(folder.data)
    async with operator(folder, session=False) as meeting:
        state = meeting.state

        def link() -> CameraLink | None:
            view = state.views.get("camera/main")
            return view.link if isinstance(view, CameraView) else None

        assert link() is None
        line = ["cameras", "add", "main", "--host=127.0.0.1", "--framing=raw-tcp", f"--port={ports[0]}"]
        added = await asyncio.to_thread(run_command, [*line, "--data", str(folder.data.root)])
        assert added.done, added.text
        await state.until("the new camera is there, and asleep", lambda: link() is CameraLink.STANDBY)
        (works,) = await setup.all_work()
        assert (works.link, works.presets) == (CameraLink.STANDBY, 0)
        assert first.connections == 1, "the bridge was asked, not the camera"
        assert await setup.switch_on(works.profile) is None
        assert first.camera.on
        await state.until("it is awake", lambda: link() is CameraLink.READY)
        await meeting.do(SavePreset(site=MAIN_SITE, camera="main", preset="Bàn chủ tọa"))
        tried = await setup.try_out(works.profile)
        assert (tried.moved, tried.came_back, tried.reason) == (True, True, None)
        assert first.connections == 1, "the bridge has turned it, over its own connection"

        file = folder.data.root / "cameras-out.json"
        carrying.write_all(file)
        text = file.read_text(encoding="utf-8").replace("Bàn chủ tọa", "Cửa sau").replace(str(ports[0]), str(ports[1]))
        file.write_text(text, encoding="utf-8")
        carried = carrying.read(file, None)
        (plan,) = carrying.plan(carried).cameras
        assert (plan.change, plan.presets[0].change) == (Change.OTHER, Change.NEW)
        second.camera.temper.version = (0x0020, 0x0510, 0x0001)
        await asyncio.to_thread(carrying.take, carried, overwrite=True)
        await state.until("the other camera is driven", lambda: second.connections == 1)
        await state.until("both presets are there", lambda: presets_of(state.views) == ("Bàn chủ tọa", "Cửa sau"))
        await state.until("it is ready", lambda: link() is CameraLink.READY)
        back = RecallPreset(site=MAIN_SITE, camera="main", preset="Cửa sau")
        await state.until("another model is noticed", lambda: of_another(state.views) == ("Bàn chủ tọa", "Cửa sau"))
        assert (await meeting.client.ask(back)).reason is Reason.PRESET_OF_ANOTHER
        assert await setup.adopt(works.profile) is None
        await state.until("they hold", lambda: of_another(state.views) == ())
        await meeting.do(RecallPreset(site=MAIN_SITE, camera="main", preset="Bàn chủ tọa"))
        assert first.connections == 0

        assert setup.remove("main")
        await state.until("it is gone", lambda: link() is None)
    for server in (first, second):
        server.close()
    await asyncio.sleep(0.05)


def presets_of(views: Mapping[str, object]) -> tuple[str, ...]:
    view = views.get("camera/main")
    return view.presets if isinstance(view, CameraView) else ()


def of_another(views: Mapping[str, object]) -> tuple[str, ...]:
    view = views.get("camera/main")
    return view.of_another if isinstance(view, CameraView) else ()


def test_a_bad_file_of_cameras_is_said_before_anything_runs(folder: Folder) -> None:
    folder.data.cameras_file.write_text('{"cameras": [{"camera": "main", "host": "h", "framing": "visca"}]}')
    ended = folder.run("bridge", "--https-port", "0", "--media-port", "0")
    assert ended.returncode == 2
    assert str(folder.data.cameras_file) in ended.stderr
    assert "framing" in ended.stderr
    assert "Traceback" not in ended.stderr
