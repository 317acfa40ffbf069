"""What a site's technician asks of his own camera: done by the site's own driver, answered, and its picture read."""

import asyncio
import time
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from pathlib import Path

import msgspec

from console.cameras.camera_entries import PresetAct
from console.cameras.camera_profile import CameraProfile, Framing
from console.cameras.camera_wishes import Drive, Mark, Recalibrate, Restore, Save, Stop
from console.cameras.camera_words import CameraLink
from console.data_folder import DataFolder
from console.office.meeting import Confidentiality
from console.sites.site_facts import PresetAnswer
from console.sites.site_messages import ShowPlace, SiteCameraTouched, Welcome
from console.words import Reason, SessionKind
from hardware.endpoint.ports import PictureSource
from hardware.processes.site.site_own_cameras import SiteOwnCameras
from hardware.simulator.cameras.ptz_head import PtzHead
from hardware.simulator.cameras.visca_camera import ViscaCamera
from hardware.simulator.cameras.visca_server import ViscaServer
from hardware.simulator.site_sources import DrawnRoom
from tests.hardware.cameras.stand import LEFT, RIGHT, until
from tests.hardware.endpoint.test_site_agent import Stand

RIGHTWARDS = Drive(pan=40, tilt=0, zoom=0, hold_ms=600)


@asynccontextmanager
async def own_camera(
    folder: Path, pictures: PictureSource | None = None
) -> AsyncGenerator[tuple[SiteOwnCameras, PtzHead]]:
    server = ViscaServer(ViscaCamera(PtzHead()))
    profile = CameraProfile(camera="hall", host="127.0.0.1", port=await server.open_raw_tcp(), framing=Framing.RAW_TCP)
    (folder / "cameras.json").write_bytes(msgspec.json.encode({"cameras": [profile]}))
    own = SiteOwnCameras(DataFolder(folder), [profile], pictures)
    own.open()
    try:
        await until(lambda: own.cameras["hall"].facts().stands_at is not None)
        yield own, server.camera.head
    finally:
        own.close()
        await until(lambda: not server.camera.head.moving)
        server.close()
        await asyncio.sleep(0.02)


async def test_a_move_by_hand_is_one_wish_until_it_is_refused_and_a_stop_changes_nothing_of_what_is_said(
    tmp_path: Path,
) -> None:
    async with own_camera(tmp_path) as (own, head):
        own.ask("hall", RIGHTWARDS)
        await until(lambda: own.answer is not None and own.answer.arrived is True)
        own.ask("hall", RIGHTWARDS)
        assert own.answer == PresetAnswer(camera="hall", preset="", saved=False, by_hand=True, arrived=True, number=1)
        await until(lambda: head.moving)
        own.ask("hall", Stop())
        await until(lambda: not head.moving)
        own.ask("door", RIGHTWARDS)
        own.ask("hall", Stop())
        assert own.answer is not None
        assert (own.answer.by_hand, own.answer.reason) == (True, Reason.UNKNOWN_CAMERA)
        own.ask("door", RIGHTWARDS)
        assert own.answer.number != 1
        own.ask("hall", RIGHTWARDS)
        await until(lambda: head.moving)  # what ends the program ends that too


async def test_on_the_air_it_moves_only_unlocked_and_the_pause_is_as_long_as_the_bridge_says(tmp_path: Path) -> None:
    stand = Stand(camera=False)
    try:
        await stand.joined()
        async with own_camera(tmp_path) as (own, head):
            own.agent = stand.agent

            async def placed(place: ShowPlace) -> None:
                stand.bridge.say(place)
                await until(lambda: stand.agent.state.place == place)

            await placed(ShowPlace(on_podium=True, on_deck=False, camera_hand_ms=60_000))
            for wish in (RIGHTWARDS, Recalibrate()):
                own.ask("hall", wish)
                assert own.answer is not None
                assert own.answer.reason is Reason.CAMERA_ON_AIR
            own.ask("hall", Recalibrate(), override_on_air=True)
            assert own.answer is not None
            assert own.answer.reason is Reason.CAMERA_ON_AIR  # nobody opens a lock for that
            assert own.answer.pause_ends_ms is None
            own.ask("hall", RIGHTWARDS, override_on_air=True)
            await until(lambda: head.moving)
            own.ask("hall", Stop())
            await until(lambda: not head.moving)
            long = own.answer.pause_ends_ms
            assert long is not None
            assert 50_000 < long - time.time_ns() // 1_000_000 <= 60_000
            await until(lambda: SiteCameraTouched(camera="hall") in stand.bridge.said)
            await placed(ShowPlace(on_podium=False, on_deck=False, camera_hand_ms=5_000))
            assert own.answer.pause_ends_ms == long - 55_000
    finally:
        await stand.close()


async def test_of_a_confidential_meeting_no_picture_is_kept_also_while_the_line_is_cut(tmp_path: Path) -> None:
    def welcome(secrecy: Confidentiality) -> Welcome:
        return Welcome(
            site_name="Xã Ea Súp",
            site_number=7,
            main_name="Tỉnh",
            session_kind=SessionKind.OFFICIAL,
            title="Giao ban",
            confidentiality=secrecy,
        )

    stand = Stand()
    try:
        await stand.joined()
        async with own_camera(tmp_path, DrawnRoom(7, "Xã Ea Súp")) as (own, _):
            own.agent = stand.agent

            async def told(secrecy: Confidentiality) -> None:
                stand.bridge.say(welcome(secrecy))
                await until(lambda: stand.agent.state.welcome == welcome(secrecy))

            async def saved(preset: str) -> int:
                own.ask("hall", Save(preset=preset))
                await until(lambda: own.answer is not None and own.answer.arrived is True)
                return len([kept for kept in own.cameras["hall"].facts().saved if kept.picture is not None])

            assert await saved("Trước họp") == 1
            for secrecy in (Confidentiality.STATE_SECRET, Confidentiality.RESTRICTED):
                await told(secrecy)
                assert await saved(f"Bàn {secrecy}") == 1
            stand.agent.stop()
            await stand.running
            assert stand.agent.state.welcome is None
            assert await saved("Sau khi mất mạng") == 1
            assert len(list(DataFolder(tmp_path).preset_pictures.iterdir())) == 1
    finally:
        await stand.close()


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
