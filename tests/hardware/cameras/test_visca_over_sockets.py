"""A VISCA camera over real sockets: every request ends once and truthfully, whatever camera and network do."""

import asyncio
import time
from pathlib import Path

import pytest

from console.cameras.camera_profile import Framing
from console.cameras.camera_wishes import Delete, Drive, Rename, Restore, Save, Stop
from console.cameras.camera_words import CameraAbility, CameraLink
from console.words import Reason
from hardware.simulator.cameras.ptz_head import Place, PtzHead
from hardware.simulator.cameras.visca_camera import ViscaCamera
from hardware.simulator.cameras.visca_server import ViscaServer
from hardware.simulator.cameras.visca_temper import ViscaTemper
from tests.hardware.cameras.stand import LEFT, RIGHT, Stand, stand, until

FRAMINGS = [framing for framing in Framing if framing is not Framing.SERIAL]


def slow() -> ViscaServer:
    return ViscaServer(ViscaCamera(PtzHead(brisk=0.5)))


async def save(made: Stand, name: str, place: Place) -> None:
    made.head.place = place
    made.port.ask(f"save {name}", Save(preset=name))
    assert await made.ended(f"save {name}") is None


@pytest.mark.parametrize("framing", FRAMINGS)
async def test_saved_places_are_found_again(tmp_path: Path, framing: Framing) -> None:
    async with stand(tmp_path, framing) as made:
        assert set(made.port.facts().abilities) == set(CameraAbility)
        await save(made, "Bàn chủ tọa", LEFT)
        await save(made, "Bục phát biểu", RIGHT)
        made.port.recall("1", "Bàn chủ tọa")
        assert await made.ended("1") is None
        assert made.head.place.rounded() == LEFT.rounded()
        assert not made.head.moving
        assert all(packet.isascii() or packet[0] == 0x81 for packet in made.server.camera.heard)


@pytest.mark.parametrize("framing", FRAMINGS)
async def test_a_move_by_hand_goes_on_while_asked_and_stops(tmp_path: Path, framing: Framing) -> None:
    async with stand(tmp_path, framing, server=slow()) as made:
        made.port.ask("go", Drive(pan=40, tilt=-20, zoom=30, hold_ms=1000))
        assert await made.ended("go") is None
        await until(lambda: made.head.place.pan > 5 and made.head.place.tilt < -1 and made.head.place.zoom > 5)
        made.port.ask("stop", Stop())
        assert await made.ended("stop") is None
        assert not made.head.moving


@pytest.mark.parametrize("framing", FRAMINGS)
async def test_a_move_that_is_not_asked_for_again_ends_by_itself(tmp_path: Path, framing: Framing) -> None:
    async with stand(tmp_path, framing, server=slow()) as made:
        made.port.ask("go", Drive(pan=100, tilt=0, zoom=0, hold_ms=200))
        await until(lambda: made.head.moving)
        began = time.monotonic()
        await until(lambda: not made.head.moving)
        assert time.monotonic() - began < 1.0


async def test_letting_the_camera_go_stops_it(tmp_path: Path) -> None:
    async with stand(tmp_path, server=slow()) as made:
        made.port.ask("go", Drive(pan=100, tilt=0, zoom=0, hold_ms=1000))
        await until(lambda: made.head.moving)
        made.port.close()
        await until(lambda: not made.head.moving, 0.5)


@pytest.mark.parametrize("framing", FRAMINGS)
async def test_the_newest_of_two_operators_wins(tmp_path: Path, framing: Framing) -> None:
    async with stand(tmp_path, framing, server=slow()) as made:
        await save(made, "a", LEFT)
        await save(made, "b", RIGHT)
        made.head.place = Place(0, 0, 0)
        made.port.recall("one", "a")
        await asyncio.sleep(0.1)
        made.port.recall("two", "b")
        assert await made.ended("one", 0.2) is Reason.SUPERSEDED
        made.server.camera.head.brisk = 8.0
        assert await made.ended("two") is None
        assert made.head.place.rounded() == RIGHT.rounded()


async def test_a_stop_breaks_a_recall_off(tmp_path: Path) -> None:
    async with stand(tmp_path, server=slow()) as made:
        await save(made, "a", LEFT)
        made.head.place = RIGHT
        made.port.recall("go", "a")
        await until(lambda: made.head.moving)
        made.port.ask("stop", Stop())
        assert await made.ended("go") is Reason.SUPERSEDED
        assert await made.ended("stop") is None
        assert not made.head.moving


@pytest.mark.parametrize("loss", [0.1, 0.3])
async def test_lost_datagrams_lose_no_recall_and_double_none(tmp_path: Path, loss: float) -> None:
    async with stand(tmp_path, server=ViscaServer(ViscaCamera(PtzHead(brisk=40.0)), seed=round(loss * 10))) as made:
        await save(made, "a", LEFT)
        await save(made, "b", RIGHT)
        made.server.loss = loss
        for number in range(4):
            made.port.recall(str(number), "ab"[number % 2])
            assert await made.ended(str(number)) is None
        slots = made.head.recalls
        assert slots == [0, 1] * 2


async def test_bare_datagrams_that_get_lost_are_sent_again_only_while_nothing_moves(tmp_path: Path) -> None:
    server = ViscaServer(ViscaCamera(PtzHead(brisk=8.0)), seed=3)
    async with stand(tmp_path, Framing.RAW_UDP, server=server) as made:
        await save(made, "a", LEFT)
        made.head.place = RIGHT
        server.deaf = True
        made.port.recall("1", "a")
        await asyncio.sleep(0.05)
        server.deaf = False
        assert await made.ended("1") is None
        assert made.head.place.rounded() == LEFT.rounded()


async def test_a_camera_that_never_completes_is_believed_by_its_position(tmp_path: Path) -> None:
    async with stand(tmp_path, temper=ViscaTemper(completes=False)) as made:
        await save_without_completion(made)
        made.port.recall("1", "a")
        assert await made.ended("1") is None
        assert made.head.place.rounded() == LEFT.rounded()


async def save_without_completion(made: Stand) -> None:
    made.temper.completes = True
    await save(made, "a", LEFT)
    made.temper.completes = False
    made.head.place = RIGHT


async def test_a_camera_that_tells_neither_end_nor_place_is_not_confirmed(tmp_path: Path) -> None:
    temper = ViscaTemper(tells_position=False)
    async with stand(tmp_path, temper=temper, move_seconds=1.0) as made:
        assert CameraAbility.POSITION not in made.port.facts().abilities
        await save_without_completion(made)
        made.port.recall("1", "a")
        assert await made.ended("1") is Reason.CAMERA_UNCONFIRMED


async def test_a_completion_is_no_arrival(tmp_path: Path) -> None:
    server = ViscaServer(ViscaCamera(PtzHead(brisk=0.6), ViscaTemper(completes_early=True)))
    async with stand(tmp_path, server=server) as made:
        await save(made, "a", LEFT)
        made.head.place = RIGHT
        made.port.recall("1", "a")
        await asyncio.sleep(0.4)
        assert made.head.moving
        assert made.end_of("1") is None
        assert await made.ended("1") is None
        assert made.head.place.rounded() == LEFT.rounded()


async def test_a_camera_that_takes_a_recall_and_stands_still_has_not_arrived(tmp_path: Path) -> None:
    async with stand(tmp_path) as made:
        await save(made, "a", LEFT)
        made.head.place = RIGHT
        made.temper.moves = False
        made.port.recall("1", "a")
        assert await made.ended("1") is Reason.CAMERA_ELSEWHERE


async def test_an_ack_that_comes_with_the_end_is_waited_for_and_nothing_is_sent_twice(tmp_path: Path) -> None:
    server = ViscaServer(ViscaCamera(PtzHead(brisk=0.4), ViscaTemper(late_ack=True)))
    async with stand(tmp_path, Framing.RAW_TCP, server=server) as made:
        await save(made, "a", LEFT)
        made.head.place = RIGHT
        made.port.recall("1", "a")
        assert await made.ended("1") is None
        assert made.head.recalls == [0]


async def test_a_full_camera_gives_way_to_the_newest(tmp_path: Path) -> None:
    async with stand(tmp_path) as made:
        await save(made, "a", LEFT)
        made.head.place = RIGHT
        made.temper.full = True
        began = time.monotonic()
        made.port.recall("1", "a")
        await until(lambda: made.head.moving)
        assert time.monotonic() - began < 0.3
        assert await made.ended("1") is None


async def test_a_camera_that_forgot_its_memory_goes_by_the_kept_position(tmp_path: Path) -> None:
    async with stand(tmp_path) as made:
        await save(made, "a", LEFT)
        made.head.memories.clear()
        made.head.place = RIGHT
        made.port.recall("1", "a")
        assert await made.ended("1") is None
        assert made.head.place.rounded() == LEFT.rounded()
        assert made.port.facts().forgotten == ("a",)


async def test_a_camera_without_memory_is_served_by_positions(tmp_path: Path) -> None:
    async with stand(tmp_path, temper=ViscaTemper(has_memory=False)) as made:
        await save(made, "a", LEFT)
        made.head.place = RIGHT
        made.port.recall("1", "a")
        assert await made.ended("1") is None
        assert made.head.place.rounded() == LEFT.rounded()


async def test_standby_is_said_and_nothing_is_switched_on(tmp_path: Path) -> None:
    async with stand(tmp_path) as made:
        await save(made, "a", LEFT)
        made.server.camera.on = False
        made.port.recall("1", "a")
        assert await made.ended("1") is Reason.CAMERA_STANDBY
        assert not made.server.camera.on


async def test_a_camera_that_restarts_is_counted_with_anew(tmp_path: Path) -> None:
    async with stand(tmp_path) as made:
        await save(made, "a", LEFT)
        made.head.place = RIGHT
        made.server.strict_numbers = True
        made.server.restart()
        made.port.recall("1", "a")
        assert await made.ended("1") is None
        assert made.head.recalls == [0]


async def test_a_camera_that_is_gone_is_said_in_time_and_nothing_is_kept_for_later(tmp_path: Path) -> None:
    async with stand(tmp_path) as made:
        await save(made, "a", LEFT)
        made.head.place = RIGHT
        made.server.deaf = True
        began = time.monotonic()
        made.port.recall("1", "a")
        assert await made.ended("1") is Reason.CAMERA_UNREACHABLE
        assert time.monotonic() - began < 3.5
        made.port.recall("2", "a")
        assert await made.ended("2", 4.0) is Reason.CAMERA_UNREACHABLE
        made.server.deaf = False
        await until(lambda: made.port.facts().link is CameraLink.READY)
        await asyncio.sleep(0.2)
        assert made.head.place.rounded() == RIGHT.rounded()


async def test_a_connection_that_ends_comes_back_and_first_of_all_stops_the_camera(tmp_path: Path) -> None:
    async with stand(tmp_path, Framing.RAW_TCP, server=slow()) as made:
        made.port.ask("go", Drive(pan=100, tilt=0, zoom=0, hold_ms=1000))
        await until(lambda: made.head.moving)
        made.server.drop_connections()
        await until(lambda: not made.head.moving, 2.0)
        await until(lambda: made.port.facts().link is CameraLink.READY)
        assert made.facts[-1].link is CameraLink.READY


async def test_presets_are_overwritten_restored_renamed_and_deleted(tmp_path: Path) -> None:
    async with stand(tmp_path) as made:
        await save(made, "Bàn chủ tọa", LEFT)
        made.head.place = RIGHT
        made.port.ask("again", Save(preset="bàn  chủ tọa"))
        assert await made.ended("again") is Reason.PRESET_EXISTS
        made.port.ask("over", Save(preset="Bàn chủ tọa", overwrite=True))
        assert await made.ended("over") is None
        made.port.ask("back", Restore(preset="Bàn chủ tọa"))
        assert await made.ended("back") is None
        made.port.recall("go", "Bàn chủ tọa")
        assert await made.ended("go") is None
        assert made.head.place.rounded() == LEFT.rounded()
        made.port.ask("name", Rename(preset="Bàn chủ tọa", name="Chủ trì"))
        assert await made.ended("name") is None
        made.port.ask("gone", Delete(preset="Chủ trì"))
        assert await made.ended("gone") is None
        assert (made.port.facts().presets, made.port.facts().deleted) == ((), ("Chủ trì",))
        made.port.ask("alive", Restore(preset="Chủ trì"))
        assert await made.ended("alive") is None
        made.port.recall("unknown", "Sân vận động")
        assert await made.ended("unknown") is Reason.UNKNOWN_PRESET


async def test_a_save_while_moving_is_refused_and_changes_nothing(tmp_path: Path) -> None:
    async with stand(tmp_path, server=slow()) as made:
        await save(made, "a", LEFT)
        made.server.camera.head.drive_pan_tilt(20, 0)
        made.port.ask("save", Save(preset="a", overwrite=True))
        assert await made.ended("save") is Reason.CAMERA_MOVING
        made.head.halt()
        made.port.recall("1", "a")
        assert await made.ended("1") is None
        assert made.head.place.rounded() == LEFT.rounded()
