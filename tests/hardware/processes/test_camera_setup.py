"""Setting up cameras: detected at an address, written down, asked, tried out; their presets carried elsewhere."""

import asyncio
import io
import json
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from msgspec.structs import replace

from console.cameras.camera_profile import CameraKind, CameraProfile, Framing
from console.cameras.setup_facts import Change, ImportAnswer
from console.command_line.cameras import requests
from console.command_line.exits import BadInput
from console.data_folder import DataFolder
from hardware.cameras.camera_passwords import password_of
from hardware.cameras.kept_presets import KeptPreset, PresetEntry
from hardware.cameras.preset_book import PresetBook
from hardware.cameras.preset_file import PresetFile
from hardware.processes.cameras.asked_cameras import lock_of
from hardware.processes.cameras.camera_actions import carry_out
from hardware.processes.cameras.camera_setup import CameraSetup, free_names, place_of
from hardware.processes.cameras.carrying import CameraCarrying
from hardware.processes.cameras.driven_cameras import arriving_file
from hardware.processes.lock import FileLock
from hardware.simulator.cameras.ptz_head import PtzHead
from hardware.simulator.cameras.visca_camera import ViscaCamera
from hardware.simulator.cameras.visca_server import ViscaServer
from tests.hardware.cameras.stand import open_door

NOTHING_MORE = dict.fromkeys(requests.AddCamera.__struct_fields__)
JPEG = b"\xff\xd8 a small picture \xff\xd9"


@pytest.fixture
def camera_port() -> Iterator[tuple[PtzHead, int]]:
    """Runs a simulated camera over TCP in a thread of its own, as another machine would."""
    head = PtzHead(brisk=8.0)
    opened = threading.Event()
    ports: list[int] = []
    end: list[Callable[[], object]] = []

    async def serve() -> None:
        server, ended, loop = ViscaServer(ViscaCamera(head)), asyncio.Event(), asyncio.get_running_loop()
        ports.append(await open_door(server, Framing.RAW_TCP))
        end.append(lambda: loop.call_soon_threadsafe(ended.set))
        opened.set()
        await ended.wait()
        server.close()
        await asyncio.sleep(0)

    thread = threading.Thread(target=lambda: asyncio.run(serve()), daemon=True)
    thread.start()
    assert opened.wait(10)
    yield head, ports[0]
    end[0]()
    thread.join(5)


def preset(name: str, pan: int, *, protected: bool = False) -> KeptPreset:
    return KeptPreset(name=name, saved_ms=1, position=(pan, 0, 0), protected=protected)


def one_preset(fields: bytes) -> bytes:
    """Returns a set-up of one camera with one preset."""
    presets = b'{"camera": "a", "presets": [{' + fields + b"}]}"
    return b'{"format": "camera-set-up/1", "cameras": [{"camera": "a", "host": "h"}], "presets": [' + presets + b"]}"


def write_presets(data: DataFolder, camera: str, *presets: KeptPreset) -> None:
    PresetBook(data.presets, camera).write(tuple(PresetEntry(present=one) for one in presets))


def places(data: DataFolder) -> list[int]:
    kept = [entry.present for entry in PresetBook(data.presets, "main").entries]
    return [one.position[0] for one in kept if one is not None and one.position is not None]


def said(capsys: pytest.CaptureFixture[str]) -> Any:
    return json.loads(capsys.readouterr().out)


def add(data: DataFolder, **values: object) -> requests.AddCamera:
    fields = {**NOTHING_MORE, "data": data, "detect": False, "password": False, **values}
    return requests.AddCamera(**fields)  # type: ignore[arg-type]


def test_a_camera_is_detected_written_down_asked_and_tried(
    tmp_path: Path, camera_port: tuple[PtzHead, int], capsys: pytest.CaptureFixture[str]
) -> None:
    head, port = camera_port
    data = DataFolder(tmp_path)
    assert carry_out(add(data, camera="main", host="127.0.0.1", port=port, title="Camera chính", detect=True)) == 0
    assert said(capsys)["profile"]["framing"] == "raw-tcp"
    assert carry_out(requests.ListCameras(data=data, ask=True)) == 0
    (listed,) = said(capsys)["cameras"]
    assert listed["link"] == "ready"
    assert {"drive", "position"} <= set(listed["abilities"])
    before = head.place
    assert carry_out(requests.TryCamera(data=data, camera="main")) == 0
    tried = said(capsys)
    assert (tried["moved"], tried["came_back"]) == (True, True)
    assert abs(head.place.pan - before.pan) < 5
    assert carry_out(add(data, camera="main", title="Camera bàn chủ tọa")) == 0
    capsys.readouterr()
    (kept,) = CameraSetup(data).listed()
    assert (kept.title, kept.port, kept.framing) == ("Camera bàn chủ tọa", port, Framing.RAW_TCP)
    assert carry_out(requests.RemoveCamera(data=data, camera="main")) == 0
    assert CameraSetup(data).listed() == ()


def test_a_password_is_kept_apart_and_told_to_nobody(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    data = DataFolder(tmp_path)
    monkeypatch.setattr("sys.stdin", io.StringIO("bí mật\n"))
    carry_out(add(data, camera="hall", kind="onvif", host="10.0.0.9", user="admin", password=True))
    assert "bí mật" not in capsys.readouterr().out
    assert "bí mật" not in data.cameras_file.read_text(encoding="utf-8")
    assert password_of(data.presets, "hall") == "bí mật"
    CameraSetup(data).remove("hall")
    assert password_of(data.presets, "hall") == ""


@pytest.mark.parametrize(
    "values",
    [
        {"camera": "Camera chính", "host": "10.0.0.9"},
        {"camera": "main"},
        {"camera": "main", "host": "10.0.0.9", "port": 70_000},
        {"camera": "main", "host": "10.0.0.9", "kind": "fax"},
        {"camera": "main", "host": "rm -rf /"},
    ],
)
def test_a_camera_that_is_wrong_is_refused_and_nothing_is_written(tmp_path: Path, values: dict[str, object]) -> None:
    data = DataFolder(tmp_path)
    with pytest.raises(BadInput):
        carry_out(add(data, **values))
    assert not data.cameras_file.exists()


def test_what_is_not_listed_is_said(tmp_path: Path) -> None:
    data = DataFolder(tmp_path)
    for request in (
        requests.TryCamera(data=data, camera="x"),
        requests.RemoveCamera(data=data, camera="x"),
        requests.ExportPresets(data=data, camera="x", file=tmp_path / "x"),
        requests.ImportPresets(data=data, camera="x", file=tmp_path / "x"),
    ):
        with pytest.raises(BadInput, match="cameras list"):
            carry_out(request)


def test_presets_are_carried_from_one_folder_to_another(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    one, two = DataFolder(tmp_path / "one"), DataFolder(tmp_path / "two")
    for data in (one, two):
        CameraSetup(data).save(CameraProfile(camera="main", host="10.0.0.9"))
    book = PresetBook(one.presets, "main")
    picture = book.write_picture("Bàn chủ tọa", 1, JPEG)
    preset = KeptPreset(name="Bàn chủ tọa", saved_ms=1, slot=0, position=(1, 2, 3), picture=picture)
    book.write((PresetEntry(present=preset),))
    file = tmp_path / "presets.json"
    assert carry_out(requests.ExportPresets(data=one, camera="main", file=file)) == 0
    assert carry_out(requests.ImportPresets(data=two, camera="main", file=file)) == 0
    capsys.readouterr()
    (entry,) = PresetBook(two.presets, "main").entries
    assert entry.present is not None
    assert entry.present.position == (1, 2, 3)
    assert (two.preset_pictures / str(entry.present.picture)).read_bytes() == JPEG
    file.write_text("{}", encoding="utf-8")
    with pytest.raises(BadInput, match="presets"):
        carry_out(requests.ImportPresets(data=two, camera="main", file=file))


def test_a_whole_set_up_is_carried_without_a_password_and_overwrites_only_when_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    one, two = DataFolder(tmp_path / "one"), DataFolder(tmp_path / "two")
    door = CameraProfile(camera="door", kind=CameraKind.ONVIF, host="10.0.0.9", user="admin")
    main = CameraProfile(camera="main", title="Chủ tọa", host="10.0.0.5")
    CameraSetup(one).save(door, "bí mật")
    CameraSetup(one).save(main)
    write_presets(one, "main", preset("Bục", 1), preset("Sân", 2), preset("Cửa", 3))
    file = tmp_path / "cameras.json"
    assert carry_out(requests.ExportCameras(data=one, file=file)) == 0
    assert "bí mật" not in file.read_text(encoding="utf-8")
    CameraSetup(two).save(replace(main, host="10.0.0.6"))
    write_presets(two, "main", preset("Bục", 9), preset("Sân", 9, protected=True), preset("Cửa", 3))
    ask = requests.ImportCameras(data=two, file=file, into=None, plan=True, overwrite=False)
    capsys.readouterr()
    assert carry_out(ask) == 0
    plan = msgspec.json.decode(capsys.readouterr().out, type=ImportAnswer)
    changes = {change.preset: change.change for camera in plan.cameras for change in camera.presets}
    assert [camera.change for camera in plan.cameras] == [Change.NEW, Change.OTHER]
    assert changes == {"Bục": Change.OTHER, "Sân": Change.PROTECTED, "Cửa": Change.SAME}
    assert (CameraSetup(two).listed()[0].host, places(two)) == ("10.0.0.6", [9, 9, 3]), "only asked"
    assert carry_out(replace(ask, plan=False)) == 0
    assert [camera.host for camera in CameraSetup(two).listed()] == ["10.0.0.6", "10.0.0.9"]
    assert carry_out(replace(ask, plan=False, overwrite=True)) == 0
    assert [camera.host for camera in CameraSetup(two).listed()] == ["10.0.0.5", "10.0.0.9"]
    assert places(two) == [1, 9, 3]


@pytest.mark.parametrize(
    ("octets", "words"),
    [
        (b"\x89PNG\r\n not JSON at all \xff", "no cameras"),
        (b"[" * 100_000, "no cameras"),
        (b'{"format": "camera-presets/9"}', "no cameras"),
        (b'{"format": "camera-set-up/1", "cameras": [{"camera": "../../x", "host": "h"}]}', "cannot be used"),
        (b'{"format": "camera-set-up/1", "cameras": [], "password": "x"}', "cannot be used"),
        (b'{"format": "camera-set-up/1", "cameras": [{"camera": "a"}]}', "where"),
        (
            b'{"format": "camera-set-up/1", "cameras": [], "presets": [{"camera": "../x", "presets": []}]}',
            "No camera is called",
        ),
        (b'{"format": "camera-presets/1", "camera": "a", "presets": []}', "choose the camera"),
        (one_preset(b'"name": "B", "saved_ms": 1, "position": [99999999999, 0, 0]'), "cannot be used"),
        (one_preset(b'"name": "' + b"B" * 500 + b'", "saved_ms": 1'), "without a name"),
    ],
)
def test_a_hostile_file_gives_one_sentence_and_changes_nothing(tmp_path: Path, octets: bytes, words: str) -> None:
    data, file = DataFolder(tmp_path / "data"), tmp_path / "file.json"
    CameraSetup(data).save(CameraProfile(camera="main", host="10.0.0.5"))
    file.write_bytes(octets)
    with pytest.raises(BadInput, match=words):
        carry_out(requests.ImportCameras(data=data, file=file, into=None, plan=False, overwrite=True))
    assert [camera.camera for camera in CameraSetup(data).listed()] == ["main"]
    assert not data.presets.exists()


def test_presets_go_to_the_program_that_drives_the_camera_and_it_is_said_when_that_does_not_take_them(
    tmp_path: Path,
) -> None:
    data = DataFolder(tmp_path)
    CameraSetup(data).save(CameraProfile(camera="main", host="10.0.0.9"))
    file = PresetFile(camera="main", presets=(preset("Bục", 1),))
    with FileLock(lock_of(data)), pytest.raises(BadInput, match="has not taken"):
        CameraCarrying(data, handed_seconds=0.05).give("main", file)
    assert not arriving_file(data, "main").exists()
    CameraCarrying(data).give("main", file)
    assert places(data) == [1]


def test_a_password_is_forgotten_without_taking_the_camera_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = DataFolder(tmp_path)
    profile = CameraProfile(camera="hall", kind=CameraKind.ONVIF, host="127.0.0.1", port=9, user="admin")
    CameraSetup(data).save(profile, "bí mật")
    for forgotten in (True, False):
        assert carry_out(requests.ForgetPassword(data=data, camera="hall")) == 0
        assert said(capsys) == {"camera": "hall", "forgotten": forgotten}
    assert password_of(data.presets, "hall") == ""
    assert CameraSetup(data).listed() == (profile,)
    with pytest.raises(BadInput, match="No camera is called"):
        carry_out(requests.ForgetPassword(data=data, camera="other"))


def test_presets_of_another_model_are_named_and_taken_over_at_the_command_line(
    tmp_path: Path, camera_port: tuple[PtzHead, int], capsys: pytest.CaptureFixture[str]
) -> None:
    data = DataFolder(tmp_path)
    profile = CameraProfile(camera="main", host="127.0.0.1", port=camera_port[1], framing=Framing.RAW_TCP)
    CameraSetup(data).save(profile)
    write_presets(data, "main", replace(preset("Bục", 9), model="0001:0516", slot=3))
    assert carry_out(requests.ListCameras(data=data, ask=True)) == 0
    (listed,) = said(capsys)["cameras"]
    assert (listed["of_another"], listed["model_before"]) == (["Bục"], "Sony SRG-300SE/301SE")
    assert carry_out(requests.AdoptCamera(data=data, camera="main")) == 0
    assert said(capsys) == {"camera": "main", "reason": None}
    (entry,) = PresetBook(data.presets, "main").entries
    assert entry.present is not None
    assert (entry.present.model, entry.present.slot) == (listed["model"], None), "by its place"


async def test_a_camera_in_standby_is_woken_by_whoever_drives_it(tmp_path: Path) -> None:
    camera = ViscaCamera(PtzHead())
    camera.on = False
    server = ViscaServer(camera)
    port = await open_door(server, Framing.RAW_TCP)
    data = DataFolder(tmp_path)
    profile = CameraProfile(camera="main", host="127.0.0.1", port=port, framing=Framing.RAW_TCP)
    assert await CameraSetup(data).switch_on(profile) is None
    assert camera.on
    assert await CameraSetup(data).switch_on(profile) is None, "it is awake already"
    server.close()
    await asyncio.sleep(0.02)


def test_names_and_places() -> None:
    assert free_names({"camera-1", "main"}, 2) == ["camera-2", "camera-3"]
    usb = CameraProfile(camera="a", kind=CameraKind.USB, device="/dev/video0")
    line = CameraProfile(camera="b", framing=Framing.SERIAL, serial_port="COM3", serial_address=2)
    other = CameraProfile(camera="c", framing=Framing.SERIAL, serial_port="COM3", serial_address=3)
    assert len({place_of(usb), place_of(line), place_of(other)}) == 3
