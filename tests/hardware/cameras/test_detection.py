"""Finding out how a camera is spoken to, and trying it out, against simulated cameras at ports of the loopback."""

import os
from pathlib import Path

import pytest

from console.cameras.camera_profile import CameraProfile, Framing
from console.cameras.camera_words import CameraLink
from console.words import Reason
from hardware.cameras.try_out import try_out
from hardware.cameras.visca.detection import detect, detect_serial
from hardware.simulator.cameras.ptz_head import Place, PtzHead
from hardware.simulator.cameras.serial_cameras import SerialCameras
from hardware.simulator.cameras.visca_camera import ViscaCamera
from hardware.simulator.cameras.visca_server import ViscaServer
from hardware.simulator.cameras.visca_temper import ResetAnswer, ViscaTemper
from tests.hardware.cameras.stand import open_door

NETWORK = [framing for framing in Framing if framing is not Framing.SERIAL]


@pytest.fixture(autouse=True)
def brisk(monkeypatch: pytest.MonkeyPatch) -> None:
    """The loopback needs no patience."""
    monkeypatch.setattr("hardware.cameras.visca.detection.FIRST_ANSWER_SECONDS", 0.8)
    monkeypatch.setattr("hardware.cameras.visca.detection.SERIAL_SECONDS", 2.5)


def server(temper: ViscaTemper | None = None, head: PtzHead | None = None) -> ViscaServer:
    return ViscaServer(ViscaCamera(head or PtzHead(brisk=8.0), temper))


@pytest.mark.parametrize("framing", NETWORK)
async def test_any_framing_is_found_at_any_port(framing: Framing) -> None:
    simulated = server(ViscaTemper(version=(0x0001, 0x051C, 0x0200)))
    port = await open_door(simulated, framing)
    found = await detect("127.0.0.1", camera="main", port=port)
    simulated.close()
    assert found is not None
    assert (found.profile.framing, found.profile.port) == (framing, port)
    assert (found.model, found.profile.last_slot) == ("Sony BRC-X400/SRG-X400", 63)
    assert (found.on, found.tells_position, found.tells_zoom, found.tells_lens) == (True, True, True, True)
    assert simulated.camera.heard == []  # nothing was moved


async def test_what_differs_is_in_the_profile(monkeypatch: pytest.MonkeyPatch) -> None:
    # The reset of the numbers is waited for first.
    monkeypatch.setattr("hardware.cameras.visca.detection.FIRST_ANSWER_SECONDS", 3.0)
    simulated = server(ViscaTemper(nibbles=(5, 4), version=(0x0020, 0x0402, 1), tells_power=False, tells_lens=False))
    simulated.own_numbers, simulated.reset_answer = True, ResetAnswer.NONE
    found = await detect("127.0.0.1", camera="main", port=await simulated.open_sony())
    simulated.close()
    assert found is not None
    profile = found.profile
    assert (profile.checks_sequence, profile.position_octets, profile.has_absolute, profile.last_slot) == (
        False,
        12,
        None,
        5,
    )
    assert (found.on, found.tells_lens) == (None, False)


async def test_nothing_is_found_where_nothing_is() -> None:
    simulated = server()
    port = await simulated.open_sony()
    simulated.deaf = True
    assert await detect("127.0.0.1", camera="main", port=port) is None
    simulated.close()


@pytest.mark.skipif(os.name != "posix", reason="there are no pseudo terminals")
async def test_the_cameras_of_a_serial_line_are_found_in_order(tmp_path: Path) -> None:
    simulated = SerialCameras([server().camera, server(ViscaTemper(tells_position=False)).camera], tmp_path / "tty")
    simulated.plug()
    found = await detect_serial(str(simulated.name), camera="hall")
    simulated.close()
    assert [camera.profile.serial_address for camera in found] == [1, 2]
    assert [camera.tells_position for camera in found] == [True, False]


async def tried(simulated: ViscaServer, folder: Path) -> tuple[CameraLink, bool | None, bool | None, Reason | None]:
    profile = CameraProfile(camera="main", host="127.0.0.1", port=await simulated.open_sony())
    came = await try_out(profile, folder)
    simulated.close()
    return came.link, came.moved, came.came_back, came.reason


async def test_a_camera_turns_a_little_and_comes_back(tmp_path: Path) -> None:
    head = PtzHead(brisk=8.0, place=Place(100, 50, 300))
    simulated = server(head=head)
    assert await tried(simulated, tmp_path) == (CameraLink.READY, True, True, None)
    assert head.place.rounded() == (100, 50, 300)
    assert (head.memories, head.recalls) == ({}, [])


async def test_one_that_goes_to_no_place_is_turned_by_hand(tmp_path: Path) -> None:
    simulated = server(ViscaTemper(has_absolute=False))
    link, moved, came_back, reason = await tried(simulated, tmp_path)
    assert (link, moved, came_back, reason) == (CameraLink.READY, True, True, None)


async def test_one_in_standby_is_left_alone(tmp_path: Path) -> None:
    simulated = server()
    simulated.camera.on = False
    assert (await tried(simulated, tmp_path))[:2] == (CameraLink.STANDBY, None)
    assert not simulated.camera.on
