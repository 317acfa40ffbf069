"""VISCA over a serial line, through a pseudo terminal: turns, seven cameras, one way, a plug that is pulled out."""

import asyncio
import os
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from console.cameras.camera_profile import CameraProfile, Framing
from console.cameras.camera_wishes import Save
from console.cameras.camera_words import CameraLink
from console.events import CameraReported
from console.words import Reason
from hardware.cameras.head import HeadEnd, Position, Target, Velocity
from hardware.cameras.preset_camera import PresetCamera
from hardware.cameras.visca.serial_turns import ADDRESS_SET, GAP_SECONDS, IF_CLEAR_ALL, SerialTurns
from hardware.cameras.visca.visca_codec import PAN_TILT_STOP, POWER_INQUIRY, memory_recall
from hardware.cameras.visca.visca_driver import ViscaDriver
from hardware.simulator.cameras.ptz_head import PtzHead
from hardware.simulator.cameras.serial_cameras import SerialCameras
from hardware.simulator.cameras.visca_camera import ViscaCamera
from tests.hardware.cameras.stand import LEFT, RIGHT, until

posix = pytest.mark.skipif(os.name != "posix", reason="there are no pseudo terminals")
TARGET = Target(1, Position(*RIGHT.rounded()))


def camera() -> ViscaCamera:
    return ViscaCamera(PtzHead(brisk=8.0, memories={0: LEFT, 1: RIGHT}))


class Driven:
    def __init__(self, name: Path, address: int) -> None:
        profile = CameraProfile(
            camera=f"c{address}", framing=Framing.SERIAL, serial_port=str(name), serial_address=address
        )
        self.ends: dict[str, HeadEnd] = {}
        self.driver = ViscaDriver(profile, ended=self._ended, changed=lambda: None)

    def _ended(self, end: HeadEnd) -> None:
        assert end.request_id not in self.ends
        self.ends[end.request_id] = end

    async def reason(self, request_id: str) -> Reason | None:
        await until(lambda: request_id in self.ends)
        return self.ends[request_id].reason


@asynccontextmanager
async def line(
    folder: Path, cameras: Sequence[ViscaCamera], driven: Sequence[int], *, one_way: bool = False
) -> AsyncIterator[tuple[SerialCameras, list[Driven]]]:
    simulated = SerialCameras(cameras, folder / "ttyCAM")
    simulated.one_way = one_way
    simulated.plug()
    drivers = [Driven(simulated.name, address) for address in driven]
    for each in drivers:
        each.driver.open()
    try:
        yield simulated, drivers
    finally:
        for each in drivers:
            each.driver.close()
        await asyncio.sleep(0.1)
        simulated.close()


@posix
async def test_seven_cameras_on_one_line_move_at_a_time(tmp_path: Path) -> None:
    cameras = [camera() for _ in range(7)]
    async with line(tmp_path, cameras, range(1, 8)) as (simulated, drivers):
        await until(lambda: all(each.driver.link is CameraLink.READY for each in drivers))
        assert simulated.sent[:2] == [ADDRESS_SET, IF_CLEAR_ALL]
        for each in drivers:
            each.driver.recall("go", TARGET)
        assert [await each.reason("go") for each in drivers] == [None] * 7
        assert [made.head.place.rounded() for made in cameras] == [RIGHT.rounded()] * 7
        assert [made.head.recalls for made in cameras] == [[1]] * 7


@posix
async def test_a_dead_neighbour_delays_nobody_for_long(tmp_path: Path) -> None:
    async with line(tmp_path, [camera()], [1, 2]) as (_, (alive, dead)):
        await until(lambda: alive.driver.link is CameraLink.READY and dead.driver.link is CameraLink.SILENT)
        alive.driver.recall("go", TARGET)
        assert await alive.reason("go") is None
        dead.driver.recall("go", TARGET)
        assert await dead.reason("go") is Reason.CAMERA_UNCONFIRMED


@posix
async def test_over_one_way_everything_is_sent_and_nothing_is_said_to_have_arrived(tmp_path: Path) -> None:
    made = camera()
    async with line(tmp_path, [made], [1], one_way=True) as (simulated, (only,)):
        await until(lambda: only.driver.link is CameraLink.SILENT)
        only.driver.recall("go", TARGET)
        assert await only.reason("go") is Reason.CAMERA_UNCONFIRMED
        await until(lambda: made.head.place.rounded() == RIGHT.rounded())
        only.driver.drive("left", Velocity(pan=-80), 0.4)
        await until(lambda: made.head.moving)
        assert await only.reason("left") is Reason.CAMERA_UNCONFIRMED
        await until(lambda: not made.head.moving)
        # The wire back is mended.
        simulated.one_way = False
        await until(lambda: only.driver.link is CameraLink.READY, 12.0)
        only.driver.recall("back", Target(0, Position(*LEFT.rounded())))
        assert await only.reason("back") is None


@posix
async def test_a_preset_saved_over_one_way_is_kept_and_called_unconfirmed_until_a_recall_proves_it(
    tmp_path: Path,
) -> None:
    made, told = camera(), list[CameraReported]()
    simulated = SerialCameras([made], tmp_path / "ttyCAM")
    simulated.one_way = True
    simulated.plug()
    profile = CameraProfile(camera="main", framing=Framing.SERIAL, serial_port=str(simulated.name))
    port = PresetCamera(profile, tmp_path, tell=told.append, tell_facts=lambda _: None)
    port.open()
    try:
        await until(lambda: port.facts().link is CameraLink.SILENT)
        made.head.memories.clear()
        made.head.place = LEFT
        port.ask("save", Save(preset="Bàn chủ tọa"))
        await until(lambda: bool(told))
        assert (told[0].arrived, told[0].reason) == (False, Reason.CAMERA_UNCONFIRMED)
        (kept,) = port.facts().saved
        assert (kept.name, kept.unconfirmed) == ("Bàn chủ tọa", True)
        await until(lambda: bool(made.head.memories))
        made.head.place, simulated.one_way = RIGHT, False
        await until(lambda: port.facts().link is CameraLink.READY, 12.0)
        port.recall("back", "Bàn chủ tọa")
        await until(lambda: len(told) == 2)
        assert (told[1].arrived, made.head.place.rounded()) == (True, LEFT.rounded())
        await until(lambda: not port.facts().saved[0].unconfirmed)
    finally:
        port.close()
        await asyncio.sleep(0.1)
        simulated.close()


@posix
async def test_a_plug_that_is_pulled_out_is_said_and_found_again(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    made = camera()
    async with line(tmp_path, [made], [1]) as (simulated, (only,)):
        await until(lambda: only.driver.link is CameraLink.READY)
        made.head.brisk = 0.2
        only.driver.recall("lost", TARGET)
        await until(lambda: made.head.moving)
        simulated.unplug()
        assert await only.reason("lost") is Reason.CAMERA_UNREACHABLE
        assert only.driver.link is CameraLink.UNREACHABLE
        only.driver.recall("at once", TARGET)
        assert await only.reason("at once") is Reason.CAMERA_UNREACHABLE
        assert "ttyCAM" in caplog.text
        simulated.plug()
        await until(lambda: only.driver.link is CameraLink.READY)
        # The first thing that was said to it: stand still.
        assert not made.head.moving
        made.head.brisk = 8.0
        only.driver.recall("again", TARGET)
        assert await only.reason("again") is None


@posix
async def test_a_camera_that_was_without_power_gets_its_address_again(tmp_path: Path) -> None:
    made = camera()
    async with line(tmp_path, [made], [1]) as (simulated, (only,)):
        await until(lambda: only.driver.link is CameraLink.READY)
        await asyncio.sleep(0.1)
        for again in (1, 2):
            simulated.restart(1)
            await until(lambda again=again: simulated.sent.count(ADDRESS_SET) > again, 12.0)
        await until(lambda: only.driver.link is CameraLink.READY)
        only.driver.recall("go", TARGET)
        assert await only.reason("go") is None


def test_one_packet_at_a_time_stops_first_and_a_picture_apart() -> None:
    turns = SerialTurns(9600)
    turns.open(0.0)
    assert turns.take_outgoing() == [ADDRESS_SET]
    turns.send(3, memory_recall(1), 0.0)
    turns.send(2, POWER_INQUIRY, 0.0)
    turns.send(3, PAN_TILT_STOP, 0.0)
    assert turns.take_outgoing() == []
    assert turns.receive(b"\x88\x30\x04\xff", 0.01) == []
    assert turns.cameras == 3
    assert turns.take_outgoing() == []
    assert turns.next_due() == pytest.approx(0.01 + GAP_SECONDS)
    said: list[bytes] = []
    now = 0.01
    while turns.next_due() is not None:
        now = max(now, turns.next_due() or 0.0)
        turns.tick(now)
        said += turns.take_outgoing()
    stop, recall, asked = (bytes((0x80 | to, *packet[1:])) for to, packet in (
        (3, PAN_TILT_STOP), (3, memory_recall(1)), (2, POWER_INQUIRY)))  # fmt: skip
    assert said == [IF_CLEAR_ALL, stop, recall, asked]


def test_answers_are_told_apart_and_noise_is_nobodys() -> None:
    turns = SerialTurns(9600)
    turns.open(0.0)
    assert turns.receive(b"\x90\x41\xff", 0.0) == []  # of those who had the line before
    turns.receive(b"\x88\x30\x08\xff\x88\x01\x00\x01\xff", 0.1)
    turns.send(1, POWER_INQUIRY, 0.1)
    while turns.next_due() is not None:
        turns.tick(turns.next_due() or 0.0)
    assert turns.receive(b"\x90\x41\xff\xb0\x51\xff\x07\xff\x80\x41\xff\xf0\x60\x02\xff", 0.1) == [
        (1, b"\x90\x41\xff"),
        (3, b"\x90\x51\xff"),
        (7, b"\x90\x60\x02\xff"),
    ]


def test_more_than_can_wait_is_dropped_but_no_stop() -> None:
    turns = SerialTurns(9600)
    turns.open(0.0)
    turns.send(1, PAN_TILT_STOP, 0.0)
    for _ in range(200):
        turns.send(1, memory_recall(1), 0.0)
    said: list[bytes] = []
    now = 0.0
    while turns.next_due() is not None:
        now = max(now, turns.next_due() or 0.0)
        turns.tick(now)
        said += turns.take_outgoing()
    assert PAN_TILT_STOP in said
    assert len(said) < 70
