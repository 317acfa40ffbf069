"""Vietnamese presets at ONVIF cameras that break on other letters than ASCII: kept by us, told to no camera (T12)."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from console.cameras.camera_facts import CameraFacts
from console.cameras.camera_profile import CameraKind, CameraProfile
from console.cameras.camera_wishes import Save
from console.cameras.camera_words import CameraLink
from console.events import CameraReported
from console.words import Reason
from hardware.cameras.camera_passwords import FILE, keep_password, password_of
from hardware.cameras.onvif.memory_names import ALLOWED, memory_name, token_of_slot
from hardware.cameras.preset_camera import PresetCamera
from hardware.simulator.cameras.onvif_camera import OnvifCamera
from hardware.simulator.cameras.onvif_server import OnvifServer
from hardware.simulator.cameras.onvif_temper import ForeignNames, OnvifTemper
from hardware.simulator.cameras.ptz_head import PtzHead
from tests.hardware.cameras.onvif.onvif_stand import LEFT, RIGHT, near
from tests.hardware.cameras.polled_stand import until


class Room:
    def __init__(self, server: OnvifServer) -> None:
        self.server = server
        self.told: dict[str, CameraReported] = {}
        self.facts: list[CameraFacts] = []
        self.port: PresetCamera

    async def reason(self, request_id: str) -> Reason | None:
        await until(lambda: request_id in self.told)
        return self.told[request_id].reason


@asynccontextmanager
async def room(folder: Path, temper: OnvifTemper) -> AsyncIterator[Room]:
    server = OnvifServer(OnvifCamera(PtzHead(brisk=8.0), temper))
    made = Room(server)
    port = await server.open()
    keep_password(folder, "hall", "admin123")
    profile = CameraProfile(camera="hall", kind=CameraKind.ONVIF, host="127.0.0.1", port=port, user="admin")

    def told(report: CameraReported) -> None:
        assert report.request_id not in made.told, "a request ends once"
        made.told[report.request_id] = report

    made.port = PresetCamera(profile, folder, tell=told, tell_facts=made.facts.append)
    made.port.open()
    try:
        await until(lambda: made.port.facts().link is CameraLink.READY, 20)
        yield made
    finally:
        made.port.close()
        await server.close()


NAMES = ("Chủ tọa", "Bục phát biểu", "Ủy viên thường trực — đồng chí Nguyễn Văn Đại, Sở Nội vụ")


@pytest.mark.parametrize("foreign", [ForeignNames.REFUSED, ForeignNames.BREAKS_LIST])
async def test_vietnamese_names_never_reach_the_camera(tmp_path: Path, foreign: ForeignNames) -> None:
    async with room(tmp_path, OnvifTemper(foreign_names=foreign)) as made:
        camera = made.server.camera
        for number, name in enumerate(NAMES):
            camera.head.place = (LEFT, RIGHT)[number % 2]
            made.port.ask(name, Save(preset=name))
            assert await made.reason(name) is None
        assert made.port.facts().presets == NAMES
        assert all(preset.picture is not None for preset in made.port.facts().saved), "the camera's own picture"
        made.port.recall("go", "chủ TỌA")
        assert await made.reason("go") is None
        assert near(camera.head.place, LEFT)
        assert all(ALLOWED.match(preset.name) for preset in camera.presets.values())
        assert made.server.foreign_octets == 0
        await until(lambda: "Chủ tọa" in (made.port.facts().stands_at or ()))


async def test_a_preset_that_the_camera_forgot_is_offered_to_be_saved_again(tmp_path: Path) -> None:
    async with room(tmp_path, OnvifTemper()) as made:
        camera = made.server.camera
        camera.head.place = LEFT
        made.port.ask("1", Save(preset="Chủ tọa"))
        assert await made.reason("1") is None
        camera.restart()
        camera.head.place = RIGHT
        made.port.recall("2", "Chủ tọa")
        assert await made.reason("2") is None
        assert near(camera.head.place, LEFT)
        await until(lambda: made.facts[-1].forgotten == ("Chủ tọa",))
        made.port.ask("3", Save(preset="Chủ tọa", overwrite=True))
        assert await made.reason("3") is None
        assert made.facts[-1].forgotten == ()
        made.port.recall("4", "Chủ tọa")
        assert await made.reason("4") is None
        assert camera.recalls[-1] in camera.presets


def test_every_name_for_a_camera_is_short_and_ascii() -> None:
    for slug in ("", "chu-toa", "x" * 90, "Chủ tọa", "a b/c", "\n\x00"):
        for slot in (0, 9, 42, 199):
            name = memory_name(slot, slug)
            assert ALLOWED.match(name)
            assert token_of_slot(slot, [("other", "dc99-x"), ("t", name)]) == "t"
    assert token_of_slot(1, [("a", "Preset 1"), ("b", "dc1-x"), ("c", "dc010-x"), ("d", "xdc01-y")]) is None


def test_passwords_are_for_their_owner_alone(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    folder = tmp_path / "presets"
    keep_password(folder, "hall", "mật khẩu")
    keep_password(folder, "desk", "b")
    assert (password_of(folder, "hall"), password_of(folder, "desk"), password_of(folder, "x")) == ("mật khẩu", "b", "")
    assert (folder / FILE).stat().st_mode & 0o077 == 0
    keep_password(folder, "hall", "")
    assert password_of(folder, "hall") == ""
    (folder / FILE).write_text('{"desk": "geheim', encoding="utf-8")
    assert password_of(folder, "desk") == ""
    assert "geheim" not in caplog.text
    with pytest.raises(ValueError, match="too long"):
        keep_password(folder, "hall", "x" * 300)
