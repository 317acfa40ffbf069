"""The list of cameras changes while a program drives them: at once, with plain ends, the others untouched."""

import asyncio
import os
from collections.abc import AsyncIterator
from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace

from console.cameras.camera_facts import CameraFacts
from console.cameras.camera_profile import CameraProfile, CamerasFile, Framing
from console.cameras.camera_wishes import Save
from console.cameras.camera_words import CameraLink
from console.cameras.list_changes import CameraChange, ListAct, ListChange
from console.data_folder import DataFolder
from console.events import CameraReported
from console.words import Reason
from hardware.cameras.camera_passwords import keep_password
from hardware.cameras.kept_presets import KeptPreset, PresetEntry
from hardware.cameras.preset_book import PresetBook
from hardware.cameras.preset_camera import PresetCamera
from hardware.cameras.preset_file import pack_presets
from hardware.processes.cameras.asked_cameras import ANSWERS, QUESTIONS, Act, ask_running, lock_of
from hardware.processes.cameras.camera_setup import CameraSetup
from hardware.processes.cameras.driven_cameras import DrivenCameras, arriving_file
from hardware.processes.lock import is_held
from hardware.simulator.cameras.ptz_head import Place, PtzHead
from hardware.simulator.cameras.visca_camera import ViscaCamera
from hardware.simulator.cameras.visca_server import ViscaServer
from tests.hardware.cameras.stand import open_door, until

SOON = 0.02
FAR = KeptPreset(name="Cửa sau", saved_ms=1, position=(2000, -200, 0))


class Room:
    """A program that drives cameras, and what it was told."""

    def __init__(self, data: DataFolder) -> None:
        self.data = data
        self.ends: list[CameraReported] = []
        self.facts: list[CameraFacts] = []
        self.lists = 0
        self.on_air = False
        self.changes: list[ListChange] = []
        self.driven = DrivenCameras(
            data,
            (),
            self._camera,
            self._list_changed,
            look_seconds=SOON,
            on_air=lambda: self.on_air,
            say_change=self.changes.append,
        )

    def _camera(self, profile: CameraProfile) -> PresetCamera:
        return PresetCamera(profile, self.data.presets, tell=self.ends.append, tell_facts=self.facts.append)

    def _list_changed(self) -> None:
        self.lists += 1

    def write(self, *cameras: CameraProfile) -> None:
        self.data.cameras_file.write_bytes(msgspec.json.encode(CamerasFile(cameras=cameras)))

    async def until_ready(self, *names: str) -> None:
        await until(lambda: tuple(self.driven.cameras) == names)
        await until(lambda: all(self.driven.cameras[name].facts().link is CameraLink.READY for name in names))

    def end_of(self, request_id: str) -> list[Reason | None]:
        return [end.reason for end in self.ends if end.request_id == request_id]


@pytest.fixture
async def room(tmp_path: Path) -> AsyncIterator[Room]:
    made = Room(DataFolder(tmp_path))
    made.data.run.mkdir()
    made.driven.open()
    yield made
    made.driven.close()
    await asyncio.sleep(SOON)


@pytest.fixture
async def heads() -> AsyncIterator[list[tuple[ViscaServer, int]]]:
    servers = [ViscaServer(ViscaCamera(PtzHead())) for _ in range(3)]
    yield [(server, await open_door(server, Framing.RAW_TCP)) for server in servers]
    for server in servers:
        server.close()
    await asyncio.sleep(SOON)


def profile(name: str, port: int, **values: object) -> CameraProfile:
    found = {"camera": name, "host": "127.0.0.1", "port": port, "framing": "raw-tcp", **values}
    return msgspec.convert(found, CameraProfile)


async def test_cameras_come_change_and_go_while_the_others_notice_nothing(
    room: Room, heads: list[tuple[ViscaServer, int]]
) -> None:
    ports = [port for _, port in heads]
    book = PresetBook(room.data.presets, "main")
    book.write((PresetEntry(present=FAR),))
    room.write(profile("main", ports[0]), profile("hall", ports[1]))
    await room.until_ready("main", "hall")
    hall, told = room.driven.cameras["hall"], len(room.facts)
    room.driven.cameras["main"].recall("under way", "Cửa sau")
    room.write(profile("main", ports[2]), profile("hall", ports[1]))
    await until(lambda: bool(room.end_of("under way")))
    await room.until_ready("hall", "main")
    assert room.end_of("under way") == [Reason.CAMERA_CHANGED], "one end, and a plain one"
    room.driven.cameras["main"].recall("next", "Cửa sau")
    await until(lambda: heads[2][0].camera.head.place != Place(0, 0, 0))
    assert room.driven.cameras["hall"] is hall
    links = {seen.link for seen in room.facts[told:] if seen.camera == "hall"}
    assert links <= {CameraLink.READY}, "it was not reached anew"

    room.write(profile("hall", ports[1], title="Hội trường"))
    await room.until_ready("hall")
    await until(lambda: bool(room.end_of("next")))
    assert room.end_of("next") == [Reason.CAMERA_CHANGED]
    await until(lambda: hall.facts().title == "Hội trường")
    assert room.driven.cameras["hall"] is hall, "a title is no new connection"
    lists = room.lists
    room.data.cameras_file.write_text('{"cameras": [{"camera": "hall"', encoding="utf-8")
    await asyncio.sleep(SOON * 5)
    assert (room.driven.cameras["hall"], room.lists) == (hall, lists), "a file that is wrong changes nothing"


async def test_another_password_reaches_the_camera_anew(room: Room) -> None:
    room.write(profile("door", 9, user="admin"))
    await until(lambda: "door" in room.driven.cameras)
    before = room.driven.cameras["door"]
    keep_password(room.data.presets, "door", "mật khẩu mới")
    await until(lambda: room.driven.cameras.get("door") not in {None, before})
    keep_password(room.data.presets, "other", "của camera khác")
    kept = room.driven.cameras["door"]
    await asyncio.sleep(SOON * 5)
    assert room.driven.cameras["door"] is kept
    kept.recall("late", "Bục")
    before.recall("too late", "Bục")
    before.ask("too late too", Save(preset="Bục"))
    assert room.end_of("too late") == room.end_of("too late too") == [Reason.CAMERA_CHANGED]


async def test_presets_that_arrive_are_taken_over_by_the_program_that_drives_the_camera(room: Room) -> None:
    room.write(profile("main", 9))
    await until(lambda: "main" in room.driven.cameras)
    assert is_held(lock_of(room.data))
    arriving = arriving_file(room.data, "main")
    arriving.parent.mkdir(parents=True)
    arriving.write_bytes(pack_presets("main", "", (PresetEntry(present=FAR),), lambda _name: None))
    await until(lambda: not arriving.exists())
    assert room.driven.cameras["main"].facts().presets == ("Cửa sau",)
    assert not arriving.parent.exists()
    arriving.parent.mkdir()
    arriving.write_text("{}", encoding="utf-8")
    await until(lambda: arriving.with_suffix(".refused").exists())
    assert room.driven.cameras["main"].facts().presets == ("Cửa sau",)


# ---------------------------------------------------------------- told to the log


async def test_what_changes_in_the_list_is_told_with_its_person_and_no_secret(room: Room) -> None:
    setup = CameraSetup(room.data, "Nguyễn Văn An")
    door = profile("door", 9, user="admin")
    setup.save(door, "bí mật")
    await until(lambda: len(room.changes) == 1)
    setup.save(replace(door, port=10, title="Cửa"))
    await until(lambda: len(room.changes) == 2)
    assert setup.forget_password("door")
    await until(lambda: len(room.changes) == 3)
    room.write()
    await until(lambda: len(room.changes) == 4)
    added, changed, forgotten, removed = (told.changes[0] for told in room.changes)
    assert added == CameraChange(
        camera="door",
        act=ListAct.ADDED,
        after="host=127.0.0.1, user=admin, port=9, framing=raw-tcp",
    )
    assert changed == CameraChange(camera="door", act=ListAct.CHANGED, before="port=9", after="port=10, title=Cửa")
    assert forgotten == CameraChange(camera="door", act=ListAct.CHANGED, password_changed=True)
    assert (removed.act, removed.after) == (ListAct.REMOVED, "")
    assert [told.person for told in room.changes] == ["Nguyễn Văn An"] * 3 + [""], "the last was written by hand"
    assert "bí mật" not in repr(room.changes)


# ---------------------------------------------------------------- asked by other programs


async def test_a_camera_in_use_is_known_and_tried_through_the_program_that_drives_it(
    room: Room, heads: list[tuple[ViscaServer, int]]
) -> None:
    (server, port), *_ = heads
    server.camera.head.brisk = 8.0
    room.write(profile("main", port))
    await room.until_ready("main")
    setup = CameraSetup(room.data)
    (works,) = await setup.all_work()
    assert (works.link, works.model, works.of_another) == (CameraLink.READY, "0001:0519", ())
    tried = await setup.try_out(profile("main", port))
    assert (tried.moved, tried.came_back, tried.reason) == (True, True, None)
    assert server.connections == 1, "over the connection that is there"
    before = server.camera.head.place
    room.on_air = True
    tried = await setup.try_out(profile("main", port))
    assert (tried.moved, tried.reason) == (None, Reason.CAMERA_ON_AIR)
    assert server.camera.head.place == before
    assert await ask_running(room.data, "nobody", Act.TRY) is None
    assert not list(room.data.run.glob("camera-*/*")), "nothing is left"


async def test_a_question_that_is_old_or_none_moves_nothing(room: Room, heads: list[tuple[ViscaServer, int]]) -> None:
    (server, port), *_ = heads
    room.write(profile("main", port))
    await room.until_ready("main")
    folder = room.data.run / QUESTIONS
    folder.mkdir()
    (folder / "old.json").write_text('{"camera": "main", "act": "try"}', encoding="utf-8")
    os.utime(folder / "old.json", (1, 1))
    (folder / "odd.json").write_bytes(b"\xff{")
    await until(lambda: not folder.exists())
    await asyncio.sleep(SOON * 5)
    assert server.camera.head.place == Place(0, 0, 0)
    assert not (room.data.run / ANSWERS).exists()


async def test_presets_of_the_model_before_are_shown_and_taken_over_at_the_command_line(
    room: Room, heads: list[tuple[ViscaServer, int]]
) -> None:
    (_, port), *_ = heads
    PresetBook(room.data.presets, "main").write((PresetEntry(present=replace(FAR, model="0001:051C")),))
    room.write(profile("main", port))
    await room.until_ready("main")
    setup = CameraSetup(room.data)
    await until(lambda: bool(room.driven.cameras["main"].facts().of_another))
    (works,) = await setup.all_work()
    assert (works.of_another, works.model_before) == (("Cửa sau",), "Sony BRC-X400/SRG-X400")
    assert await setup.adopt(profile("main", port)) is None
    assert room.driven.cameras["main"].facts().of_another == ()
    room.driven.close()
    book = PresetBook(room.data.presets, "main")
    book.write((PresetEntry(present=replace(FAR, model="0001:051C")),))
    (works,) = await setup.all_work()
    assert works.of_another == ("Cửa sau",), "asked by this program itself"
    assert await setup.adopt(profile("main", port)) is None
    assert PresetBook(room.data.presets, "main").entries[0].versions[0].model == "0001:0519"
