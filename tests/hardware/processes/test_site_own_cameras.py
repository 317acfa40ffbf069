"""What a site's technician asks of his own camera: done by the site's own driver, answered, and its picture read."""

import asyncio
from pathlib import Path

import msgspec

from console.cameras.camera_entries import PresetAct
from console.cameras.camera_profile import CameraProfile, Framing
from console.cameras.camera_wishes import Mark, Restore, Save
from console.cameras.camera_words import CameraLink
from console.data_folder import DataFolder
from console.sites.site_facts import PresetAnswer
from console.words import Reason
from hardware.processes.site.site_own_cameras import SiteOwnCameras
from hardware.simulator.cameras.ptz_head import PtzHead
from hardware.simulator.cameras.visca_camera import ViscaCamera
from hardware.simulator.cameras.visca_server import ViscaServer
from tests.hardware.cameras.stand import LEFT, RIGHT, until


async def test_own_presets_are_saved_saved_over_brought_back_and_protected(tmp_path: Path) -> None:
    server = ViscaServer(ViscaCamera(PtzHead(brisk=8.0)))
    profile = CameraProfile(camera="hall", host="127.0.0.1", port=await server.open_raw_tcp(), framing=Framing.RAW_TCP)
    data = DataFolder(tmp_path)
    (tmp_path / "cameras.json").write_bytes(msgspec.json.encode({"cameras": [profile]}))
    own = SiteOwnCameras(data, [profile], None)
    own.open()

    async def answered() -> PresetAnswer:
        await until(lambda: own.answer is not None and own.answer.arrived is not None)
        assert own.answer is not None
        return own.answer

    try:
        await until(lambda: own.cameras["hall"].facts().link is CameraLink.READY)
        await asyncio.sleep(0.05)
        server.camera.head.place = LEFT
        own.ask("hall", Save(preset="Chủ tọa"))
        assert (await answered()).act is PresetAct.SAVED
        own.ask("hall", Save(preset="Chủ tọa"))
        assert (await answered()).reason is Reason.PRESET_EXISTS  # nothing is overwritten without being asked
        server.camera.head.place = RIGHT
        own.ask("hall", Save(preset="Chủ tọa", overwrite=True))
        assert (await answered()).arrived
        own.ask("hall", Restore(preset="Chủ tọa"))
        assert (await answered()).act is PresetAct.RESTORED
        own.recall("hall", "Chủ tọa")
        assert (await answered()).arrived
        assert server.camera.head.place.rounded() == LEFT.rounded()
        own.ask("hall", Mark(preset="Chủ tọa", protected=True))
        await answered()
        own.ask("hall", Save(preset="Chủ tọa", overwrite=True))
        assert (await answered()).reason is Reason.PRESET_PROTECTED
        own.ask("nowhere", Save(preset="x"))
        assert (await answered()).reason is Reason.UNKNOWN_CAMERA
        assert own.read_picture("../cameras.json") is None
    finally:
        own.close()
        server.close()
        await asyncio.sleep(0.02)
