"""USB cameras by V4L2 controls, at a device behind the boundary of ioctl: presets by position alone, moves by hand."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from console.cameras.camera_profile import CameraKind, CameraProfile
from console.cameras.camera_words import CameraAbility, CameraLink
from console.words import Reason
from hardware.cameras.head import Position, Target, Velocity
from hardware.cameras.polled.polled_driver import PolledDriver
from hardware.cameras.usb import directshow
from hardware.cameras.usb.controls import Axis, AxisRange, UsbTrouble, zoom_range
from hardware.cameras.usb.no_controls import NoControls
from hardware.cameras.usb.usb_device import UsbDevice
from hardware.cameras.usb.v4l2 import V4l2Controls, device_files
from tests.hardware.cameras.polled_stand import PolledStand, polled_stand, until
from tests.hardware.cameras.usb.fake_video_device import PAN, RANGES, TILT, ZOOM, FakeVideoDevice


@pytest.fixture(autouse=True)
def brisk(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hardware.cameras.polled.polled_head.AGAIN_SECONDS", 0.2)


@asynccontextmanager
async def usb_stand(
    folder: Path, device: FakeVideoDevice, link: CameraLink = CameraLink.READY
) -> AsyncIterator[PolledStand]:
    file = folder / "video0"
    file.touch()
    profile = CameraProfile(camera="desk", kind=CameraKind.USB, device=str(file))

    def make(stand: PolledStand) -> PolledDriver:
        def new_device() -> UsbDevice:
            return UsbDevice(lambda: V4l2Controls(str(file), device))

        return PolledDriver(profile, new_device, ended=stand.ends.append, changed=stand.changed)

    async with polled_stand(make, link=link) as made:
        yield made


async def test_a_camera_without_memory_is_saved_and_recalled_by_its_position(tmp_path: Path) -> None:
    device = FakeVideoDevice()
    async with usb_stand(tmp_path, device) as made:
        assert set(made.driver.abilities) == {CameraAbility.DRIVE, CameraAbility.PRESETS, CameraAbility.POSITION}
        device.put(90 * 3600, -9 * 3600, 300)
        made.driver.save("save", 0, slug="ban-chu-toa")
        end = await made.end("save")
        assert (end.reason, end.token, end.position) == (None, None, Position(1296, -130, 8000))
        device.put(-600000, 300000, 120)
        made.driver.recall("go", Target(end.slot, end.position, end.token))
        arrived = await made.end("go")
        assert (arrived.reason, arrived.memory_gone) == (None, False)
        assert device.values == {PAN: 90 * 3600, TILT: -9 * 3600, ZOOM: 300}
        assert [control for control, _ in device.heard] == [PAN, TILT, ZOOM]


async def test_a_move_by_hand_goes_in_steps_and_stops(tmp_path: Path) -> None:
    device = FakeVideoDevice()
    async with usb_stand(tmp_path, device) as made:
        made.driver.drive("go", Velocity(pan=60, zoom=50), 1.0)
        assert await made.reason("go") is None
        await until(lambda: device.values[PAN] > 20000 and device.values[ZOOM] > 105)
        made.driver.stop("stop")
        assert await made.reason("stop") is None
        heard = len(device.heard)
        await asyncio.sleep(0.2)
        assert len(device.heard) == heard
        assert device.values[TILT] == 0


async def test_a_move_that_is_not_asked_for_again_ends(tmp_path: Path) -> None:
    device = FakeVideoDevice()
    async with usb_stand(tmp_path, device) as made:
        made.driver.drive("go", Velocity(tilt=100), 0.2)
        await until(lambda: device.values[TILT] > 0)
        await until(lambda: device.values[TILT] == device.goals[TILT] and made.driver.standing is not None)


async def test_a_camera_that_is_pulled_out_is_said_and_found_again(tmp_path: Path) -> None:
    device = FakeVideoDevice()
    async with usb_stand(tmp_path, device) as made:
        device.unplugged = True
        made.driver.recall("go", Target(None, Position(0, 0, 0)))
        assert await made.reason("go") is Reason.CAMERA_UNREACHABLE
        await made.linked(CameraLink.UNREACHABLE)
        made.driver.recall("late", Target(None, Position(0, 0, 0)))
        assert await made.reason("late") is Reason.CAMERA_UNREACHABLE
        device.unplugged = False
        await made.linked()
        assert not device.heard


async def test_a_driver_that_hangs_holds_up_nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hardware.cameras.usb.blocking_thread.CALL_SECONDS", 0.2)
    device = FakeVideoDevice()
    async with usb_stand(tmp_path, device) as made:
        device.hangs_seconds = 0.8
        made.driver.recall("go", Target(None, Position(0, 0, 0)))
        assert await made.reason("go", 3.0) is Reason.CAMERA_UNREACHABLE
        device.hangs_seconds = 0.0
        await made.linked(CameraLink.UNREACHABLE)
        await made.linked()


async def test_a_preset_without_position_cannot_be_recalled(tmp_path: Path) -> None:
    async with usb_stand(tmp_path, FakeVideoDevice()) as made:
        made.driver.recall("go", Target(3, None))
        assert await made.reason("go") is Reason.CAMERA_CANNOT


async def test_a_camera_that_does_not_turn_offers_nothing(tmp_path: Path) -> None:
    async with usb_stand(tmp_path, FakeVideoDevice(ranges={})) as made:
        assert made.driver.abilities == ()
        made.driver.drive("go", Velocity(pan=10), 0.5)
        assert await made.reason("go") is Reason.CAMERA_CANNOT


async def test_controls_that_are_switched_off_do_not_count(tmp_path: Path) -> None:
    device = FakeVideoDevice()
    device.flags = 0x10
    async with usb_stand(tmp_path, device) as made:
        assert made.driver.abilities == ()


def test_values_stay_on_the_cameras_grain_and_within_its_range() -> None:
    pan = AxisRange(*RANGES[PAN], steps_per_unit=14.4 / 3600)
    for steps in range(-3000, 3000, 7):
        value = pan.outward(steps)
        assert pan.low <= value <= pan.high
        assert (value - pan.low) % pan.grain == 0
    assert pan.inward(pan.outward(144)) == 144
    zoom = zoom_range(100, 500, 1)
    assert (zoom.inward(100), zoom.inward(500), zoom.outward(8000)) == (0, 16000, 300)
    assert zoom_range(5, 5, 0).outward(100) == 5


def test_a_device_that_is_not_there_says_so(tmp_path: Path) -> None:
    controls = V4l2Controls(str(tmp_path / "video9"))
    with pytest.raises(UsbTrouble, match="cannot be opened"):
        controls.open()
    with pytest.raises(UsbTrouble, match="not open"):
        controls.get(Axis.PAN)
    (tmp_path / "video0").touch()
    real = V4l2Controls(str(tmp_path / "video0"))  # an ordinary file, with the kernel's own ioctl
    with pytest.raises(UsbTrouble, match="does not answer"):
        real.open()
    real.close()


def test_the_systems_cameras_are_listed(tmp_path: Path) -> None:
    (tmp_path / "video0").mkdir()
    (tmp_path / "video0" / "name").write_text("Camera phòng họp\n", encoding="utf-8")
    (tmp_path / "video1").mkdir()
    assert device_files(tmp_path) == [("/dev/video0", "Camera phòng họp")]
    assert device_files(tmp_path / "nothing") == []


def test_other_systems_say_that_they_cannot() -> None:
    with pytest.raises(UsbTrouble):
        NoControls().open()
    with pytest.raises(UsbTrouble, match="Windows"):
        directshow.DirectShowControls("Camera").open()
    assert directshow.TRIED is False
