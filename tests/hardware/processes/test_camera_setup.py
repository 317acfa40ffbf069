"""Setting up cameras: detected at an address, written down, asked, tried out; their presets carried elsewhere."""

import asyncio
import io
import json
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from console.cameras.camera_profile import CameraKind, CameraProfile, Framing
from console.command_line.cameras import requests
from console.command_line.exits import BadInput
from console.data_folder import DataFolder
from hardware.cameras.camera_passwords import password_of
from hardware.cameras.kept_presets import KeptPreset, PresetEntry
from hardware.cameras.preset_book import PresetBook
from hardware.link.run_file import run_file_of
from hardware.processes.cameras.camera_actions import carry_out
from hardware.processes.cameras.camera_setup import CameraSetup, free_names, place_of
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
    run_file_of(two.root).parent.mkdir(exist_ok=True)
    run_file_of(two.root).touch()
    with pytest.raises(BadInput, match="running"):
        carry_out(requests.ImportPresets(data=two, camera="main", file=file))


def test_names_and_places() -> None:
    assert free_names({"camera-1", "main"}, 2) == ["camera-2", "camera-3"]
    usb = CameraProfile(camera="a", kind=CameraKind.USB, device="/dev/video0")
    line = CameraProfile(camera="b", framing=Framing.SERIAL, serial_port="COM3", serial_address=2)
    other = CameraProfile(camera="c", framing=Framing.SERIAL, serial_port="COM3", serial_address=3)
    assert len({place_of(usb), place_of(line), place_of(other)}) == 3
